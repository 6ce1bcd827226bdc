"""An assessment as text for a terminal: the answer first, reasons below, sources last."""

from collections.abc import Iterator

from needlecare.core.assessment import Assessment, Disposition, SafetyNetItem
from needlecare.export.citations import ALL, Citations
from needlecare.export.closing import closing_lines, sources_lines
from needlecare.export.course_picture import BLOCKS, days_row, last_day, reported_row, usual_row
from needlecare.export.lines import Line, heading, paragraph
from needlecare.export.text_causes import causes_text
from needlecare.export.text_plan import plan_text
from needlecare.knowledge.model import Clinic
from needlecare.knowledge.vocabulary import LEVELS

_ASKED = 3
_CALL = {
    "emergency": "Get emergency help if you get",
    "same-day": "Call the same day if you get",
    "contact-provider": "Ask your clinic in the next days if you get",
}


def assessment_text(
    assessment: Assessment, width: int = 88, marks: tuple[str, ...] = BLOCKS, *, full: bool = False
) -> Iterator[Line]:
    """The assessment as lines of at most `width` characters; `marks` draw the courses.

    `full` adds every source id, the evidence for and against each cause, and where sources disagree.
    """
    cite = Citations(ALL if full else 3)
    yield from card_text(assessment.disposition, assessment.knowledge.clinic, width)
    yield from _notices(assessment, width)
    yield from _because(assessment.disposition, width, cite)
    if assessment.disposition.level == LEVELS[-1] and not full:
        yield Line("")
        yield from paragraph("This comes first. `--full` shows the rest of the answer.", width, style="quiet")
        yield from sources_text(assessment, width, cite)
        return
    yield from _open(assessment, width)
    yield from _course(assessment, width, marks, cite)
    yield from causes_text(assessment.causes, width, cite, full=full)
    yield from _products(assessment, width)
    yield from plan_text(assessment.plan, width, cite, full=full)
    yield from _safety_net(assessment.safety_net, width)
    yield from sources_text(assessment, width, cite)


def card_text(disposition: Disposition, clinic: Clinic | None, width: int) -> Iterator[Line]:
    """How urgent it is, when to act and what to do; what every answer begins with."""
    lines = [*paragraph(disposition.headline + ".", width - 2, style=disposition.level)]
    if disposition.level != LEVELS[0] and disposition.act_within not in disposition.headline.lower():
        lines += paragraph(f"When: {disposition.act_within}.", width - 2, style=disposition.level)
    for text in disposition.do:
        lines += paragraph(text, width - 2, bullet="• ")
    if clinic and disposition.level in LEVELS[1:3]:
        hours = f", {clinic.hours}" if clinic.hours else ""
        lines += paragraph(f"{clinic.name}: {clinic.phone or 'no number given'}{hours}.", width - 2, bullet="• ")
        if clinic.out_of_hours:
            lines += paragraph(f"If it is closed: {clinic.out_of_hours}", width - 2, bullet="• ")
    for line in lines:
        yield Line(f"▌ {line.text}", line.style)


def _notices(assessment: Assessment, width: int) -> Iterator[Line]:
    if assessment.notices:
        yield from heading("Please check")
        for notice in assessment.notices:
            yield from paragraph(notice.text, width, bullet="• ")


def _because(disposition: Disposition, width: int, cite: Citations) -> Iterator[Line]:
    if not disposition.because:
        return
    yield from heading("Why")
    for because in disposition.because:
        yield from paragraph(because.name, width, bullet="• ", style="strong")
        yield from paragraph(because.reason + cite(because.sources), width, indent="  ")
        told = "; ".join(fact.text for fact in because.facts)
        yield from paragraph(f"Because you told us: {told}.", width, indent="  ", style="quiet")


def _open(assessment: Assessment, width: int) -> Iterator[Line]:
    left = assessment.disposition.could_not_rule_out
    if not left:
        return
    yield from heading("What we could not rule out")
    urgent = sum(rule.level in LEVELS[2:] for rule in left)
    text = (
        f"You have not told us enough to rule out {len(left)} things that would need a call, {urgent} of them urgent."
    )
    yield from paragraph(text + " They are in the list “When to call” below.", width)
    if assessment.questions:
        yield from paragraph("It would help most to know:", width, style="strong")
        for number, question in enumerate(assessment.questions[:_ASKED], 1):
            yield from paragraph(question.text, width, indent="  ", bullet=f"{number}. ")
        if len(assessment.questions) > _ASKED:
            more = len(assessment.questions) - _ASKED
            yield from paragraph(f"… and {more} more; `needlecare ask` asks them.", width, indent="  ", style="quiet")


def _course(assessment: Assessment, width: int, marks: tuple[str, ...], cite: Citations) -> Iterator[Line]:
    course = assessment.course
    yield from heading("How the healing compares" + (f", day {course.day}" if course.day is not None else ""))
    yield from paragraph(course.phase_text + cite(course.phase_sources), width)
    told = tuple(sign for sign in course.signs if sign.severity is not None)
    drawn = tuple(sign for sign in told if sign.path and sign.severity != "none")
    last = min(last_day(drawn, course.day), width - 16)
    for sign in told:
        text = sign.text + cite(sign.sources if sign.severity != "none" else ())
        yield from paragraph(text, width, bullet="• ", style="strong" if sign.compared == "beyond" else "plain")
        if sign in drawn:
            yield Line(f"    day      {days_row(last)}", "quiet")
            yield Line(f"    usual    {usual_row(sign, last, marks)}", "quiet")
            yield Line(f"    you      {reported_row(sign, last, marks)}")
    if drawn:
        none, mild, moderate, severe = marks
        key = f"usual = the most that is usual: {none} none  {mild} mild  {moderate} moderate  {severe} severe"
        yield from paragraph(key, width, style="quiet")


def _products(assessment: Assessment, width: int) -> Iterator[Line]:
    if assessment.products:
        yield from heading("Your products")
        for at, product in enumerate(assessment.products, 1):
            name = product.name or f"Product {at}"
            yield from paragraph(f"{name}: {product.verdict}. {product.text}", width, bullet="• ")


def _safety_net(items: tuple[SafetyNetItem, ...], width: int) -> Iterator[Line]:
    if not items:
        return
    yield from heading("When to call")
    for level in reversed(LEVELS):
        names = [item.text for item in items if item.level == level]
        if names:
            yield from paragraph(f"{_CALL[level]}:", width, style=level)
            yield from paragraph("; ".join(name[:1].lower() + name[1:] for name in names) + ".", width, indent="  ")


def sources_text(assessment: Assessment, width: int, cite: Citations) -> Iterator[Line]:
    """The sources that were shown, resolved, and which knowledge made the answer."""
    shown = ((key, f"{source.cite}. {source.link}") for key, source in assessment.sources.items() if key in cite.shown)
    yield from sources_lines(shown, width)
    known = assessment.knowledge
    clinic = f" With the protocol of {known.clinic.name}." if known.clinic else ""
    yield from closing_lines(f"Knowledge {known.version} ({known.hash}): {known.review}.{clinic}", width)
