""" "Is this normal?": questions page by page, then the answer. All that was told travels in the forms of the pages.

No view here needs the token against forged forms: nothing is stored and nobody is known, so a forged post can change
nothing; and the token would need a cookie, which these pages do without.
"""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from needlecare.core.faults import CaseError
from needlecare.web import errors
from needlecare.web.answers.course import drawn
from needlecare.web.answers.shown import shown
from needlecare.web.asking.answers import check_labels
from needlecare.web.asking.case import Answers, case_of
from needlecare.web.asking.forms import PageForm, form_for
from needlecare.web.asking.pages import PUBLIC, Page
from needlecare.web.knowledge import shipped
from needlecare.web.public import check_file as files
from needlecare.web.public import check_presenters as presenters
from needlecare.web.public.check_state import answer_to, next_questions
from needlecare.web.public.check_steps import RESULT, Posted, at_fault, destination, posted
from needlecare.web.public.today import HERE, today_for

_public = require_http_methods(["GET", "HEAD", "POST"])
_in_place = vary_on_headers("HX-Request")  # a whole page, or what htmx puts in its place


@csrf_exempt
@_public
@_in_place
def check(request: HttpRequest) -> HttpResponse:
    """A page of questions: the first, or after a post where its button leads."""
    if request.method != "POST":
        return _page(request, form_for(PUBLIC[0], shipped()), {}, today_for({}, timezone.now()))
    return _onward(request, _came(request))


@csrf_exempt
@_public
@_in_place
def check_result(request: HttpRequest) -> HttpResponse:
    """The answer to all that was posted; a visit without it begins at the first page."""
    return _onward(request, _came(request, RESULT)) if request.method == "POST" else redirect("public:check")


@csrf_exempt
@_public
def check_file(request: HttpRequest) -> HttpResponse:
    """The case and its answer as a file to keep."""
    if request.method != "POST":
        return redirect("public:check")
    came, knowledge = _came(request), shipped()
    try:
        answer = answer_to(came.answers, knowledge, came.today)
    except CaseError as error:
        return _faulty(request, error, came.answers, came.today)
    held = files.written(case_of(came.answers, knowledge), answer, came.today)
    headers = {"Content-Disposition": f'attachment; filename="needlecare-{came.today.isoformat()}.json"'}
    return HttpResponse(held, content_type="application/json", headers=headers)


@csrf_exempt
@_public
def check_open(request: HttpRequest) -> HttpResponse:
    """A file that was taken along, read back in: the answer as it is today, and every page filled in."""
    if request.method != "POST":
        return render(request, "public/check_open.jinja", {"faults": ()})
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        return _not_opened(request, 413, ("The file is larger than 1 MB. Choose a smaller one.",))
    file = request.FILES.get("file")
    if file is None:
        return _not_opened(request, 422, ("Choose a file first.",))
    told, now = {HERE: request.POST.get(HERE)}, timezone.now()
    try:
        answers = files.opened(file.read(), today_for(told, now))
        check_labels(answers)
        today = today_for({**answers, **told}, now)
        answer_to(answers, shipped(), today)
    except CaseError as error:
        return _not_opened(request, 422, tuple(map(str, error.faults)))
    return _result(request, answers, today)


def _came(request: HttpRequest, go: str = "") -> Posted:
    return posted(request.POST, shipped(), timezone.now(), go)


def _onward(request: HttpRequest, came: Posted) -> HttpResponse:
    if came.wrong and came.form is not None:
        return _page(request, came.form, came.answers, came.today, 422)
    page = destination(came, shipped())
    if page is None or _is_emergency(came):
        return _result(request, came.answers, came.today)
    return _page(request, form_for(page, shipped(), initial=came.answers), came.answers, came.today)


def _is_emergency(came: Posted) -> bool:
    """Whether somebody who goes on to more questions should stop and get help."""
    try:
        answer = answer_to(came.answers, shipped(), came.today)
        return came.go == "next" and answer["disposition"]["level"] == "emergency"
    except CaseError:
        return False


def _page(request: HttpRequest, form: PageForm, answers: Answers, today: date, status: int = 200) -> HttpResponse:
    page: Page = form.page
    step = PUBLIC.index(page) + 1 if page in PUBLIC else 0
    context = {"form": form, "answers": answers, "page": page, "step": step, "steps": len(PUBLIC), "today": today}
    return render(request, "public/check.jinja", context | {"errors": form.is_bound and form.errors}, status=status)


def _result(request: HttpRequest, answers: Answers, today: date) -> HttpResponse:
    knowledge = shipped()
    try:
        answer = answer_to(answers, knowledge, today)
    except CaseError as error:
        return _faulty(request, error, answers, today)
    answer["questions"] = next_questions(answer, answers)
    chart, switch = drawn(answer, request.POST.get("sign"))
    context = {"answers": answers, "shown": shown(answer, knowledge), "chart": chart, "switch": switch, "today": today}
    return render(request, "public/check_result.jinja", context | presenters.around(answer, answers, knowledge))


def _faulty(request: HttpRequest, error: CaseError, answers: Answers, today: date) -> HttpResponse:
    form = at_fault(error, answers, shipped())
    return _page(request, form, answers, today, 422) if form is not None else errors.page(request, 400)


def _not_opened(request: HttpRequest, status: int, faults: tuple[str, ...]) -> HttpResponse:
    return render(request, "public/check_open.jinja", {"faults": faults, "errors": True}, status=status)
