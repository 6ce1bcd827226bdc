"""The picture of a chart as SVG: a column for each day, a lane for each severity.

Places across are percentages and sizes are pixels, so that words stay as large on a phone as on a wide screen. All is
drawn in `currentColor`; a page may colour the classes. Shape tells what is what: area, dots and line, dashes, marks.
"""

from xml.etree import ElementTree as Tree

from needlecare.export.course_chart_days import Days, Mark, named
from needlecare.export.course_chart_place import label_place

LANE, TOP, AXIS, ROW = 34, 24, 24, 20
PLOT = 4 * LANE
LEFT, WIDE = 26.0, 71.0  # percent of the picture
CLOSE = 15  # days beyond which dots get smaller, so that neighbours stay apart
BAND = "most people"


def picture(days: Days, *, title: str, description: str, key: str) -> str:
    """The picture. `key` begins its ids."""
    kinds = [kind for kind in ("treatment", "product") if any(mark.kind == kind for mark in days.marks)]
    height = TOP + PLOT + AXIS + ROW * len(kinds)
    root = Tree.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "class": f"app-drawn app-drawn--{len(kinds)}", "role": "img",
        "aria-labelledby": f"{key}-title {key}-desc", "width": "100%", "height": str(height), "font-size": "13",
        "fill": "currentColor", "stroke": "none",
    })  # fmt: skip
    Tree.SubElement(root, "title", {"id": f"{key}-title"}).text = title
    Tree.SubElement(root, "desc", {"id": f"{key}-desc"}).text = description
    _lanes(root)
    plot = Tree.SubElement(root, "svg", {
        "x": _percent(LEFT), "y": str(TOP), "width": _percent(WIDE), "height": str(PLOT), "overflow": "visible",
    })  # fmt: skip
    _usual(plot, days)
    _axis(plot, days)
    _today(plot, days)
    _own(plot, days)
    for at, kind in enumerate(kinds):
        _marks(root, plot, [mark for mark in days.marks if mark.kind == kind], kind, at, days)
    return Tree.tostring(root, encoding="unicode", short_empty_elements=True)


def across(day: float, days: Days) -> str:
    """Where the middle of a day is, in percent of the plot."""
    return _percent((day + 0.5) / days.count * 100)


def down(rank: int) -> float:
    """Where the middle of a lane is, in pixels from the top of the plot."""
    return (3 - rank + 0.5) * LANE


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _text(parent: Tree.Element, x: str, y: float, said: str, anchor: str = "middle", **more: str) -> None:
    Tree.SubElement(parent, "text", {"x": x, "y": f"{y:g}", "text-anchor": anchor, **more}).text = said


def _lanes(root: Tree.Element) -> None:
    _text(root, _percent(LEFT - 2), TOP + PLOT + 17, "day", "end")
    for rank in range(4):
        _text(root, _percent(LEFT - 2), TOP + down(rank) + 4.5, named(rank), "end")
        y = f"{TOP + (4 - rank) * LANE}"
        line = {"x1": _percent(LEFT), "x2": _percent(LEFT + WIDE), "y1": y, "y2": y, "stroke": "currentColor"}
        Tree.SubElement(root, "line", {**line, "stroke-opacity": "0.2" if rank else "0.6"})


def _usual(plot: Tree.Element, days: Days) -> None:
    """The soft area, a step for each rank, with an edge along its top."""
    group = Tree.SubElement(plot, "g", {"class": "app-drawn__usual"})
    before: int | None = None
    for first, last, rank in days.runs():
        x, x2, y = _edge(first, days), _edge(last + 1, days), f"{(3 - rank) * LANE}"
        wide = _percent((last + 1 - first) / days.count * 100)
        area = {"x": x, "y": y, "width": wide, "height": f"{(rank + 1) * LANE}", "fill-opacity": "0.14"}
        Tree.SubElement(group, "rect", area)
        edge = {"stroke": "currentColor", "stroke-opacity": "0.55", "stroke-width": "1.5"}
        Tree.SubElement(group, "line", {"x1": x, "x2": x2, "y1": y, "y2": y, **edge})
        if before is not None and before != rank:
            Tree.SubElement(group, "line", {"x1": x, "x2": x, "y1": y, "y2": f"{(3 - before) * LANE}", **edge})
        before = rank
    place = label_place(days)
    if place is not None:
        _text(group, _percent(place.across), down(place.rank) + 4.5, BAND)


def _edge(day: int, days: Days) -> str:
    return _percent(day / days.count * 100)


def _axis(plot: Tree.Element, days: Days) -> None:
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if days.last / step <= 7)
    for day in range(0, days.count, step):
        _text(plot, across(day, days), PLOT + 17, str(day))


def _today(plot: Tree.Element, days: Days) -> None:
    if days.today is None:
        return
    x, part = across(days.today, days), (days.today + 0.5) / days.count
    group = Tree.SubElement(plot, "g", {"class": "app-drawn__today"})
    Tree.SubElement(group, "line", {
        "x1": x, "x2": x, "y1": "-4", "y2": str(PLOT), "stroke": "currentColor", "stroke-width": "1.5",
        "stroke-dasharray": "4 3",
    })  # fmt: skip
    anchor = "start" if part < 0.12 else "end" if part > 0.88 else "middle"
    _text(group, x, -9, "today", anchor, **{"font-weight": "bold"})


def _own(plot: Tree.Element, days: Days) -> None:
    """What was told: dots, joined; the last one says whose they are."""
    group = Tree.SubElement(plot, "g", {"class": "app-drawn__own"})
    for (day, rank), (next_day, next_rank) in zip(days.own, days.own[1:], strict=False):
        Tree.SubElement(group, "line", {
            "x1": across(day, days), "y1": f"{down(rank):g}", "x2": across(next_day, days),
            "y2": f"{down(next_rank):g}", "stroke": "currentColor", "stroke-width": "2.5",
        })  # fmt: skip
    for day, rank in days.own:
        Tree.SubElement(
            group,
            "circle",
            {"cx": across(day, days), "cy": f"{down(rank):g}", "r": "5.5" if days.count <= CLOSE else "4"},
        )
    if days.own:
        day, rank = days.own[-1]
        bold = {"font-weight": "bold"}
        if (day + 0.5) / days.count <= 0.85:
            _text(group, across(day, days), down(rank) + 4.5, "you", "start", dx="10", **bold)
        else:  # no room beside it: above the dot, or below where the line comes from above
            from_above = len(days.own) > 1 and days.own[-2][1] > rank
            _text(group, across(day, days), down(rank) + (17 if from_above else -9), "you", "end", dx="-4", **bold)


def _marks(root: Tree.Element, plot: Tree.Element, marks: list[Mark], kind: str, at: int, days: Days) -> None:
    """A row of small marks below the days: squares for the treatment, rings for products."""
    y = PLOT + AXIS + ROW * at + ROW / 2
    _text(root, _percent(LEFT - 2), TOP + y + 4.5, "treated" if kind == "treatment" else "products", "end")
    group = Tree.SubElement(plot, "g", {"class": "app-drawn__marks"})
    for day in dict.fromkeys(mark.day for mark in marks):
        dot = {"cx": across(day, days), "cy": f"{y:g}", "r": "4.5"}
        ring = {"fill": "none", "stroke": "currentColor", "stroke-width": "2"} if kind == "product" else {}
        Tree.SubElement(group, "circle", {**dot, **ring})
