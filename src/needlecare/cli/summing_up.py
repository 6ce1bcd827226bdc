"""What came out of a screen, as lines."""

from collections.abc import Iterable, Iterator, Mapping

from needlecare.catalogue.summary import Summary
from needlecare.export.lines import Line, paragraph

_VERDICTS = (("fine", "fine"), ("wait", "wait"), ("avoid", "avoid"), ("unknown", "cannot tell"))


def summary_text(summary: Summary, day: int, width: int) -> Iterator[Line]:
    """How many products have which verdict and why, how much was read, how long it took, where the answer is."""
    yield Line(f"{_count(summary.rows)} products judged for day {day}", "strong")
    yield from _table(summary)
    if summary.errors:
        yield from _named("With an error", _counted(summary.faults), width)
    yield from _named("Ingredients that decide most", _counted(summary.deciding), width)
    yield from _named("Classes that decide", _counted(summary.concerns), width)
    yield Line("")
    share = f", {summary.recognised / summary.tokens:.1%} of them understood" if summary.tokens else ""
    yield from paragraph(f"Read: {_count(summary.tokens)} ingredients in the column {summary.column!r}{share}.", width)
    speed = f" ({_count(round(summary.rows_a_second))} a second)" if summary.seconds >= 1 and summary.judged else ""
    before = summary.rows - summary.judged
    kept = f"; {_count(before)} were there from before" if before else ""
    yield from paragraph(f"Time: {summary.seconds:.1f} seconds{speed}{kept}.", width)
    yield Line(f"Written: {summary.out}")


def _table(summary: Summary) -> Iterator[Line]:
    wide = len(_count(summary.rows))
    for field, name in _VERDICTS:
        count: int = getattr(summary, field)
        yield Line(f"  {name:<14}{_count(count):>{wide}}{_share(count, summary.rows)}", field if count else "quiet")
    if summary.errors:
        yield Line(f"  {'with an error':<14}{_count(summary.errors):>{wide}}{_share(summary.errors, summary.rows)}")


def _named(name: str, counts: Iterable[str], width: int) -> Iterator[Line]:
    if text := " · ".join(counts):
        yield Line("")
        yield from paragraph(f"{name}: {text}", width)


def _counted(counts: Mapping[str, int]) -> Iterator[str]:
    return (f"{name} {_count(count)}" for name, count in counts.items())


def _share(count: int, rows: int) -> str:
    return f"  {count / rows:6.1%}" if rows else ""


def _count(number: int) -> str:
    return f"{number:,}"
