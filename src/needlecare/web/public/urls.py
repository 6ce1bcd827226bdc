"""The addresses of the app `public`."""

from django.urls import URLPattern, URLResolver, path

from needlecare.web.public import views
from needlecare.web.public.check_urls import urlpatterns as check_urls

app_name = "public"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("label", views.label, name="label"),
    path("why-spots", views.causes, name="causes"),
    path("why-spots/<slug:key>", views.cause, name="cause"),
    path("normal", views.days, name="days"),
    path("normal/<int:number>", views.day, name="day"),
    path("signs/<slug:key>", views.sign, name="sign"),
    path("when", views.again, name="again"),
    path("when/<slug:key>", views.care, name="care"),
    path("sources", views.sources, name="sources"),
    path("about", views.about, name="about"),
    path("favicon.ico", views.icon, name="icon"),
    *check_urls,
]
