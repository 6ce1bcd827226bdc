"""The check-in: five short screens, or one where nothing has changed; stored when the last is sent."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from needlecare.web.asking.case import assumed_severe
from needlecare.web.asking.forms import PageForm, form_for
from needlecare.web.asking.pages import CHECK_IN
from needlecare.web.journal import actions, last_time, selectors
from needlecare.web.journal.telling import Telling, key_in, telling_of
from needlecare.web.journal.views.record import RecordRequest, shut, who_may, with_record


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """One screen after the other. Where the record was shut meanwhile, what was told stays on the page."""
    if request.method == "POST" and getattr(request, "patient", None) is None:
        carried = [(key, value) for key, values in request.POST.lists() for value in values]
        return shut(request, "journal/shut_while_telling.jinja", carried=carried)
    return _check_in(request)


@with_record
@who_may("check_in")
def _check_in(request: RecordRequest) -> HttpResponse:
    if request.day < 0:
        return redirect("journal:today")
    if request.method != "POST":
        telling = Telling(sent_key=key_in(request.GET), answers={})
        return _same(request, telling) if "same" in request.GET else _screen(request, telling)
    telling = telling_of(request.POST, selectors.knowledge_of(request.treatment))
    return _told_same(request, telling) if "same" in request.POST else _told(request, telling)


def _screen(request: RecordRequest, telling: Telling, form: PageForm | None = None) -> HttpResponse:
    knowledge, last = selectors.knowledge_of(request.treatment), selectors.last_check_in(request.treatment)
    screen = telling.page(request.day)
    known = last_time.taken_over(last.told, knowledge, screen) if last and telling.is_new else {}
    shelf = selectors.shelf(request.patient) if screen.id == "did" else []
    used = [product.pk for product in last.used.all()] if last and shelf and telling.is_new else telling.used
    form = form or form_for(screen, knowledge, initial={**known, **telling.answers})
    page = {
        "telling": telling, "form": form, "errors": form.is_bound and form.errors, "of": len(CHECK_IN), "shelf": shelf,
        "last": last if known else None, "used": used, "alarm": last_time.alarms(telling.answers, knowledge),
        "assumed": assumed_severe(telling.answers, knowledge),
    }  # fmt: skip
    return render(request, "journal/check_in.jinja", page, status=422 if page["errors"] else 200)


def _told(request: RecordRequest, telling: Telling) -> HttpResponse:
    go = request.POST.get("go", "")
    form = form_for(telling.page(request.day), selectors.knowledge_of(request.treatment), data=request.POST)
    if not form.is_valid() and go != "back":
        return _screen(request, telling, form)
    telling = replace(telling, answers=form.merged(telling.answers))
    if go == "back":
        return _screen(request, telling.moved(-1))
    return _send(request, telling) if telling.is_last or go == "send" else _screen(request, telling.moved(1))


def _same(request: RecordRequest, telling: Telling, status: int = 200) -> HttpResponse:
    """The last answers to look over, and the warning signs, which are asked anew."""
    knowledge, last = selectors.knowledge_of(request.treatment), selectors.last_check_in(request.treatment)
    if last is None or not last_time.may_be_same(last.told, last.day, last.assessment.level, request.day, knowledge):
        return redirect("journal:check_in")
    answers = telling.answers or {**last_time.taken_over(last.told, knowledge), "trend": "stable"}
    there, absent = last_time.said_back(answers, knowledge)
    page = {
        "telling": replace(telling, answers=answers), "last": last, "there": there, "absent": absent,
        "used": last.used.filter(removed_at=None), "warnings": last_time.warnings(knowledge), "errors": status != 200,
    }  # fmt: skip
    return render(request, "journal/same.jinja", page, status=status)


def _told_same(request: RecordRequest, telling: Telling) -> HttpResponse:
    """What was shown is what is stored; whoever has one of the signs is asked which."""
    said = request.POST["same"]
    if said == "some":
        return _screen(request, Telling(telling.sent_key, answers={}, seen=telling.seen + 1))
    if said != "none":
        return _same(request, telling, status=422)
    none = last_time.none_of_these(selectors.knowledge_of(request.treatment))
    return _send(request, replace(telling, answers={**telling.answers, **none}))


def _send(request: RecordRequest, telling: Telling) -> HttpResponse:
    """Stores it, once for its key; the page's script is told the address of the answer, a browser is sent there."""
    told = telling.told(selectors.knowledge_of(request.treatment))
    sent = selectors.sent_before(request.treatment, telling.sent_key)
    stored = actions.record_check_in(
        treatment=request.treatment,
        sent_key=telling.key_of(told, sent.told, [each.pk for each in sent.used.all()]) if sent else telling.sent_key,
        told=told,
        used=telling.used,
        who=request.device.who,
        screens=telling.seen,
        now=request.now,
    )
    address = reverse("journal:answer", args=[stored.pk])
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"answer": address}, status=201)
    return redirect(address)
