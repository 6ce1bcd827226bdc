"""The possible causes in plain words: how likely, what speaks for and against, what to do, how long to wait."""

from collections.abc import Iterator

from needlecare.core.assessment import CauseView
from needlecare.export.capital import capital
from needlecare.export.cause_words import ABOUT_CAUSES, STRENGTH, depends, likely, too_close
from needlecare.export.citations import Citations
from needlecare.export.lines import Line, heading, paragraph

_SHOWN = 3
_IN = "   "


def causes_text(causes: tuple[CauseView, ...], width: int, cite: Citations, *, full: bool = False) -> Iterator[Line]:
    """The first causes in full and the rest by name; with `full`, also the evidence for and against each."""
    if not causes:
        return
    yield from heading("What may be causing it")
    yield from paragraph(ABOUT_CAUSES, width)
    by_id = {cause.id: cause.name for cause in causes}
    for at, cause in enumerate(causes[:_SHOWN], 1):
        yield from _cause(at, cause, by_id, width, cite, full=full)
    rest = [cause.name for cause in causes[_SHOWN:]]
    if rest:
        yield from paragraph("Less likely: " + "; ".join(rest) + ".", width, style="quiet")


def _cause(
    at: int, cause: CauseView, by_id: dict[str, str], width: int, cite: Citations, *, full: bool
) -> Iterator[Line]:
    title = f"{capital(cause.name)}: {likely(cause.probability)}"
    yield from paragraph(title, width, bullet=f"{at}. ", style="strong")
    if cause.close_to:
        yield from paragraph(too_close(by_id[cause.close_to]), width, indent=_IN)
    if cause.rests_on:
        yield from paragraph(depends(cause.rests_on), width, indent=_IN, style="quiet")
    mechanism = f"{cause.mechanism.text} {STRENGTH[cause.strength]}{cite(cause.mechanism.sources)}"
    yield from paragraph(mechanism, width, indent=_IN)
    speaks = [part.name for part in cause.contributions if part.present and part.weight > 0]
    missing = [part.name for part in cause.contributions if not part.present]
    if speaks:
        yield from paragraph(f"Speaks for it: {'; '.join(speaks)}.", width, indent=_IN, style="quiet")
    if missing:
        yield from paragraph(f"Would fit, but is not there: {'; '.join(missing)}.", width, indent=_IN, style="quiet")
    if full:
        for lead, statements in (("Evidence for", cause.evidence_for), ("Evidence against", cause.evidence_against)):
            for statement in statements:
                text = f"{lead}: {statement.text} ({statement.grade}){cite(statement.sources)}"
                yield from paragraph(text, width, indent=_IN)
    for statement in (*cause.what_to_do, cause.stop_waiting):
        yield from paragraph(statement.text + cite(statement.sources), width, indent=_IN, bullet="• ")
