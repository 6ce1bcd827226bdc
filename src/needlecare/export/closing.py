"""What every text ends with: the sources that were shown, which knowledge made the answer, and what it is not."""

from collections.abc import Iterable, Iterator

from needlecare.export.lines import Line, heading, paragraph


def sources_lines(sources: Iterable[tuple[str, str]], width: int) -> Iterator[Line]:
    """The sources by id, resolved."""
    yield from heading("Sources")
    for key, text in sources:
        yield from paragraph(text, width, indent="  ", bullet=f"[{key}] ", style="quiet")


def closing_lines(known: str, width: int) -> Iterator[Line]:
    """Which knowledge made the answer, and that a person decides."""
    yield Line("")
    text = f"{known} Needlecare helps you decide; it does not replace a clinician and makes no diagnosis."
    yield from paragraph(text, width, style="quiet")
