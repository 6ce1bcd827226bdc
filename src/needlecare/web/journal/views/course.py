"""The whole course: one sign at a time against what is usual, every day of the plan, and the plan as a calendar."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from needlecare.export.calendar import plan_calendar
from needlecare.web.answers.course import drawn
from needlecare.web.answers.shown import shown
from needlecare.web.journal import presenters, selectors
from needlecare.web.journal.reminder_times import DAILY_TO
from needlecare.web.journal.views.record import RecordRequest, with_record
from needlecare.web.links import link_to


@require_safe
@with_record
def course(request: RecordRequest) -> HttpResponse:
    """The chart of one sign, with links to the others."""
    knowledge = selectors.knowledge_of(request.treatment)
    answer = selectors.assessed(request.treatment, request.today)
    marks = presenters.marks(selectors.case_of(request.treatment), request.treatment.name)
    chart, switch = drawn(answer, request.GET.get("sign"), marks)
    told = list(selectors.check_ins(request.treatment))
    page = {"shown": shown(answer, knowledge), "chart": chart, "switch": switch, "told": told[::-1]}
    return render(request, "journal/course.jinja", page)


@require_safe
@with_record
def plan(request: RecordRequest) -> HttpResponse:
    """Every day of the plan, today first."""
    knowledge = selectors.knowledge_of(request.treatment)
    answer = selectors.assessed(request.treatment, request.today)
    page = {"shown": shown(answer, knowledge), "stage": presenters.stage(request.day, knowledge)}
    return render(request, "journal/plan.jinja", page)


@require_safe
@with_record
def calendar(request: RecordRequest) -> HttpResponse:
    """The plan for the patient's own calendar, without a word that tells others what it is for."""
    answer = selectors.assessed(request.treatment, request.today)
    made = plan_calendar(
        answer["plan"],
        done_on=request.treatment.done_on,
        uid=presenters.key_of(request.treatment.pk, "calendar"),
        page=link_to("journal:today"),
        daily_to=DAILY_TO,
        made_at=request.now,
    )
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="plan.ics"'
    return response
