"""Signing in and out and passwords, from the login library; of the rest of its addresses none is open."""

from allauth.account import views as login
from django.urls import URLPattern, URLResolver, path, re_path

from needlecare.web.accounts import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", login.login, name="account_login"),
    path("logout/", login.logout, name="account_logout"),
    path("inactive/", login.account_inactive, name="account_inactive"),
    path("password/change/", login.password_change, name="account_change_password"),
    path("password/changed/", views.password_changed, name="account_password_changed"),
    path("password/reset/", login.password_reset, name="account_reset_password"),
    path("password/reset/done/", login.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        login.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        login.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
