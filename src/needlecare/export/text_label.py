"""A label answer as text for a terminal: what to do first, then why, the label with its words marked, sources last."""

from collections.abc import Iterator

from needlecare.core.label.answer import ConcernFound, LabelAnswer, Part
from needlecare.export.capital import capital
from needlecare.export.citations import ALL, Citations
from needlecare.export.closing import closing_lines, sources_lines
from needlecare.export.grade_words import GRADES
from needlecare.export.label_marks import DECIDES, NOT_READ, marked_label
from needlecare.export.lines import Line, heading, paragraph, styled_paragraph
from needlecare.export.verdict_words import verdict_words
from needlecare.knowledge.ingredients.model import Ingredients


def label_text(answer: LabelAnswer, text: str, table: Ingredients, width: int = 88) -> Iterator[Line]:
    """The answer for a label as lines of at most `width` characters; `text` is the label that was judged."""
    cite = Citations(ALL)
    yield from _card(answer, width)
    yield from _parts(answer.parts, width)
    yield from _label(answer, text, width)
    yield from _deciding(answer, width, cite)
    yield from _instead(answer, width)
    yield from _others(answer, width)
    if cite.shown:
        yield from sources_lines(((key, said) for key, said in answer.sources.items() if key in cite.shown), width)
    yield from closing_lines(f"Ingredients {table.version} ({table.hash}): {table.review}.", width)


def _card(answer: LabelAnswer, width: int) -> Iterator[Line]:
    lines = [*paragraph(answer.headline + ".", width - 2, style=answer.verdict)]
    for reason in answer.reasons:
        lines += paragraph(reason, width - 2, bullet="• ")
    for line in lines:
        yield Line(f"▌ {line.text}", line.style)


def _parts(parts: tuple[Part, ...], width: int) -> Iterator[Line]:
    if len(parts) < 2:
        return
    yield from heading("The products of this set")
    for number, part in enumerate(parts, 1):
        verdict = verdict_words(part.verdict, part.until_day)
        because = f", because of {', '.join(part.deciding)}" if part.deciding else ""
        yield from paragraph(f"{part.name or f'Product {number}'}: {verdict}{because}.", width, bullet="• ")


def _label(answer: LabelAnswer, text: str, width: int) -> Iterator[Line]:
    if not text.strip():
        return
    marked = marked_label(answer, text)
    yield from heading("The label")
    yield from styled_paragraph(marked.pieces, width)
    keys = [f"{_around(marked.deciding)} decides"] if DECIDES in marked.kinds else []
    keys += [f"{_around(marked.not_read)} not understood"] if NOT_READ in marked.kinds else []
    read = answer.read
    counted = f"{read.recognised} of {read.tokens} name{'s' if read.tokens != 1 else ''} understood."
    yield from paragraph(f"{counted} {'; '.join(keys)}".strip(), width, style="quiet")


def _around(signs: tuple[str, str]) -> str:
    return "…".join(signs)


def _deciding(answer: LabelAnswer, width: int, cite: Citations) -> Iterator[Line]:
    deciding = [concern for concern in answer.concerns.values() if concern.decides]
    if not deciding:
        return
    yield from heading("What decides")
    for concern in deciding:
        name = capital(concern.name)
        yield from paragraph(f"{name}: {until_words(concern, answer)}", width, bullet="• ", style="strong")
        for said in _said(concern, cite):
            yield from paragraph(said, width, indent="  ")
        yield from paragraph(f"How well this is known: {GRADES[concern.grade]}", width, indent="  ", style="quiet")


def until_words(concern: ConcernFound, answer: LabelAnswer) -> str:
    """What to do because of a class; no day where the product is to be left out whatever the day."""
    probably = "probably " if concern.sure == "probably" else ""
    left_out = answer.verdict == "avoid" and not set(concern.ingredients).isdisjoint(answer.deciding)
    if concern.day is None or left_out:
        return probably + verdict_words("avoid", None)
    range_ = f" (sources say day {concern.earliest} to day {concern.latest})"
    return f"{probably}wait until day {concern.day}{range_ if concern.earliest != concern.latest else ''}"


def _said(concern: ConcernFound, cite: Citations) -> Iterator[str]:
    yield f"In it: {', '.join(concern.ingredients).removesuffix('.')}."
    yield concern.why + cite(concern.sources)
    yield from map(sentence, concern.notes)
    if concern.disagreement:
        yield f"Where sources disagree: {concern.disagreement}"
    if concern.sure == "probably":
        yield "Its name is not printed as we know it, so this is probable, not certain."


def _instead(answer: LabelAnswer, width: int) -> Iterator[Line]:
    if answer.instead:
        yield from heading("Instead")
        for said in answer.instead:
            yield from paragraph(said, width, bullet="• ")


def _others(answer: LabelAnswer, width: int) -> Iterator[Line]:
    """The classes that do not decide: their day has come, there is only a trace of them, or they do not matter here."""
    others = [concern for concern in answer.concerns.values() if not concern.decides]
    if others:
        named = "; ".join(f"{concern.name} ({', '.join(concern.ingredients)})" for concern in others)
        yield Line("")
        yield from paragraph(f"Also in it, but not deciding today: {named}.", width)


def sentence(text: str) -> str:
    """A text with a capital at its beginning and a full stop at its end."""
    return capital(text) if text.endswith((".", "?")) else f"{capital(text)}."
