"""The pages without an account: they keep nothing, and change nothing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from needlecare.labels import check_label
from needlecare.web.knowledge import shipped
from needlecare.web.public.forms import LabelForm
from needlecare.web.public.presenters.care import care_lists, care_page
from needlecare.web.public.presenters.causes import cause_list, cause_page
from needlecare.web.public.presenters.days import DEPTHS, LAST_DAY, day_page, phase_days
from needlecare.web.public.presenters.label import label_shown
from needlecare.web.public.presenters.signs import sign_page
from needlecare.web.public.presenters.sources import register
from needlecare.web.public.today import today_for

for_a_while = cache_control(public=True, max_age=300)  # what is made of the knowledge alone


@require_safe
@for_a_while
def icon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask for a picture without reading the page that names it."""
    return redirect(static("icon.svg"))


@require_safe
@for_a_while
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "public/home.jinja")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def label(request: HttpRequest) -> HttpResponse:
    """Whether a product may be used on a day; `go` leads back to the form as it was filled in."""
    is_asked = request.method == "POST" and request.POST.get("go") != "form"
    today = today_for(request.POST, timezone.now())
    form = LabelForm(request.POST if is_asked else None, initial=request.POST.dict(), today=today)
    if not form.is_valid():
        errors = [(f"id_{name}", faults[0]) for name, faults in form.errors.items()]
        page = {"form": form, "errors": errors, "today": today}
        return render(request, "public/label.jinja", page, status=422 if errors else 200)
    asked = form.asked()
    answer = check_label(**asked, ingredients=shipped().ingredients)
    shown = label_shown(answer, asked["text"], shipped())
    context = {"form": form, "shown": shown, "asked": asked, "today": today}
    return render(request, "public/label_answer.jinja", context)


@require_safe
@for_a_while
def causes(request: HttpRequest) -> HttpResponse:
    """Why there may be pimples."""
    return render(request, "public/causes.jinja", {"causes": cause_list(shipped())})


@require_safe
@for_a_while
def cause(request: HttpRequest, key: str) -> HttpResponse:
    """One cause, with what speaks for and against it."""
    found = shipped().causes.get(key)
    if found is None:
        raise Http404
    return render(request, "public/cause.jinja", {"page": cause_page(found, shipped())})


@require_safe
@for_a_while
def days(request: HttpRequest) -> HttpResponse:
    """The days to choose from."""
    return render(request, "public/days.jinja", {"phases": phase_days(shipped())})


@require_safe
@for_a_while
def day(request: HttpRequest, number: int) -> HttpResponse:
    """What is normal on a day, for one needle length where it is asked for."""
    depth = request.GET.get("depth_mm", "")
    if number > LAST_DAY or (depth and depth not in DEPTHS):
        raise Http404
    page = day_page(number, float(depth) if depth else None, shipped())
    return render(request, "public/day.jinja", {"page": page, "depth": depth, "depths": DEPTHS, "last_day": LAST_DAY})


@require_safe
@for_a_while
def sign(request: HttpRequest, key: str) -> HttpResponse:
    """One sign: how it looks, when it is expected, when to call."""
    if key not in shipped().signs:
        raise Http404
    return render(request, "public/sign.jinja", {"page": sign_page(key, shipped())})


@require_safe
@for_a_while
def again(request: HttpRequest) -> HttpResponse:
    """From when things may be done again, and what to do and to leave until then."""
    return render(request, "public/again.jinja", {"lists": care_lists(shipped())})


@require_safe
@for_a_while
def care(request: HttpRequest, key: str) -> HttpResponse:
    """One rule of aftercare."""
    found = shipped().care.get(key)
    if found is None:
        raise Http404
    return render(request, "public/care.jinja", {"page": care_page(found, shipped())})


@require_safe
@for_a_while
def sources(request: HttpRequest) -> HttpResponse:
    """Every source."""
    return render(request, "public/sources.jinja", {"register": register(shipped())})


@require_safe
@for_a_while
def about(request: HttpRequest) -> HttpResponse:
    """What this is, and what it is not."""
    return render(request, "public/about.jinja", {"knowledge": shipped()})
