"""The chart of a course: what the table says is where the picture has it, and the picture is safe on any page."""

import re
from typing import Any
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlecare.export.course_chart import ChartPicture, Mark, course_chart
from needlecare.export.course_chart_days import days_of
from needlecare.export.course_chart_place import WIDE, label_place
from needlecare.export.course_chart_svg import LANE, across, down
from needlecare.knowledge.vocabulary import SEVERITIES

SVG = "{http://www.w3.org/2000/svg}"
REDNESS = {
    "sign": "erythema",
    "name": "redness",
    "text": "Redness: a little more than is usual for day 5; usually gone by day 8.",
    "path": [3, 3, 2, 2, 1, 1, 1, 1, 0],
    "reported": [[1, 3], [3, 3], [5, 2]],
}


def a_chart(today: int | None = 5, marks: tuple[Mark, ...] = (), **other: Any) -> ChartPicture:
    return course_chart({**REDNESS, **other}, today=today, marks=marks)


def drawn(chart: ChartPicture, of: str) -> Tree.Element:
    """The group of a class; empty where nothing was drawn."""
    root = Tree.fromstring(chart.svg)
    return next(
        (group for group in root.iter(f"{SVG}g") if group.get("class") == f"app-drawn__{of}"), Tree.Element("g")
    )


def dots(chart: ChartPicture, of: str = "own") -> list[tuple[str, float]]:
    return [(dot.attrib["cx"], float(dot.attrib["cy"])) for dot in drawn(chart, of).iter(f"{SVG}circle")]


def test_the_sentence_says_how_it_compares_and_which_way_it_goes() -> None:
    assert a_chart().sentence == (
        "Redness: a little more than is usual for day 5; usually gone by day 8. "
        "Falling: severe on day 3, moderate on day 5."
    )


@pytest.mark.parametrize(
    ("reported", "way"),
    [
        ([[3, 1], [5, 2]], "Rising: mild on day 3, moderate on day 5."),
        ([[3, 1], [5, 1]], "Unchanged since day 3."),
        ([[5, 1]], ""),
        ([], ""),
    ],
)
def test_the_way_is_that_of_the_last_two_days(reported: list[list[int]], way: str) -> None:
    assert a_chart(reported=reported, text="Redness.").sentence == f"Redness. {way}".strip()


def test_the_table_has_a_row_for_each_day_with_what_is_usual_and_what_was_told() -> None:
    rows = a_chart().rows
    assert [(row.day, row.usual, row.own, row.is_today) for row in rows[:6]] == [
        (0, "severe", "", False),
        (1, "severe", "severe", False),
        (2, "moderate", "", False),
        (3, "moderate", "severe", False),
        (4, "mild", "", False),
        (5, "mild", "moderate", True),
    ]


def test_what_was_done_is_marked_below_its_day_and_named_in_the_table() -> None:
    chart = a_chart(marks=(Mark(0, "treatment", "treatment"), Mark(2, "Balm"), Mark(2, "Cream")))
    days = days_of(REDNESS, 5, ())
    assert chart.has_marks
    assert [row.marks for row in chart.rows[:3]] == ["treatment", "", "Balm, Cream"]
    svg = Tree.fromstring(chart.svg)
    places = [
        dot.get("cx") for group in svg.iter(f"{SVG}g") if group.get("class") == "app-drawn__marks" for dot in group
    ]
    assert places == [across(0, days), across(2, days)]


def test_today_is_a_line_at_its_day() -> None:
    days = days_of(REDNESS, 5, ())
    [line] = drawn(a_chart(today=5), "today").iter(f"{SVG}line")
    assert line.get("x1") == line.get("x2") == across(5, days)
    assert not list(drawn(a_chart(today=None), "today"))


def test_title_and_description_name_the_picture() -> None:
    root = Tree.fromstring(a_chart().svg)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == "Redness, day by day"
    assert desc.text == (
        "Most people: days 0 to 1 up to severe; days 2 to 3 up to moderate; days 4 to 7 up to mild; day 8 none. "
        "You: day 1 severe; day 3 severe; day 5 moderate. Today is day 5."
    )


def test_two_charts_of_a_page_have_ids_of_their_own() -> None:
    one = course_chart(REDNESS, today=5, key="now")
    other = course_chart({**REDNESS, "sign": "itch"}, today=5, key="now")
    again = course_chart(REDNESS, today=5, key="then")
    ids = [found for chart in (one, other, again) for found in re.findall(r' id="([^"]+)"', chart.svg)]
    assert len(ids) == len(set(ids)) == 6


def test_names_are_escaped() -> None:
    nasty = '<script>alert("1")</script>'
    chart = a_chart(name=nasty, sign=nasty, text=nasty, marks=(Mark(0, nasty, "treatment"),))
    assert "<script" not in chart.svg
    assert 'alert("1")"' not in chart.svg
    Tree.fromstring(chart.svg)


def test_a_sign_without_a_known_course_shows_only_what_was_told() -> None:
    chart = a_chart(path=[])
    assert len(dots(chart)) == 3
    assert not list(drawn(chart, "usual"))
    assert {row.usual for row in chart.rows} == {"we cannot tell"}


def test_what_is_not_known_of_a_day_is_not_drawn_as_none() -> None:
    chart = a_chart(path=[1, None, 1])
    assert [row.usual for row in chart.rows[:3]] == ["mild", "we cannot tell", "mild"]
    assert sum(float(area.attrib["width"][:-1]) for area in drawn(chart, "usual").iter(f"{SVG}rect")) < 100


@pytest.mark.parametrize(
    "broken", [{}, {"path": None, "reported": "x"}, {"path": ["x", 9, -1], "reported": [[1], [2, 8]]}]
)
def test_what_cannot_be_read_of_an_old_sign_is_left_out(broken: dict[str, Any]) -> None:
    chart = course_chart(broken, today=2)
    Tree.fromstring(chart.svg)
    assert not dots(chart)


ranks = st.integers(0, 3)
signs = st.fixed_dictionaries(
    {
        "sign": st.just("itch"),
        "name": st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
        "text": st.just("Itching."),
        "path": st.lists(ranks | st.none(), max_size=29),
        "reported": st.lists(st.tuples(st.integers(0, 60), ranks), max_size=8, unique_by=lambda point: point[0]),
    }
)


@given(signs, st.none() | st.integers(0, 60), st.lists(st.integers(0, 40), max_size=4))
def test_every_own_point_is_drawn_where_the_table_says(
    sign: dict[str, Any], today: int | None, used: list[int]
) -> None:
    chart = course_chart(sign, today=today, marks=[Mark(day, "cream") for day in used])
    days = days_of(sign, today, [Mark(day, "cream") for day in used])
    said = [(row.day, SEVERITIES.index(row.own)) for row in chart.rows if row.own]
    assert said == sorted(sign["reported"])
    assert dots(chart) == [(across(day, days), down(rank)) for day, rank in said]


@given(signs, st.none() | st.integers(0, 60))
def test_the_area_is_the_expected_course(sign: dict[str, Any], today: int | None) -> None:
    chart = course_chart(sign, today=today)
    days = days_of(sign, today, ())
    tops: dict[int, float] = {}
    for area in drawn(chart, "usual").iter(f"{SVG}rect"):
        start, wide = (float(area.attrib[key][:-1]) / 100 * days.count for key in ("x", "width"))
        assert float(area.attrib["y"]) + float(area.attrib["height"]) == 4 * LANE
        tops |= dict.fromkeys(range(round(start), round(start + wide)), 3 - float(area.attrib["y"]) / LANE)
    for day, rank in enumerate(sign["path"]):
        assert tops.get(day) == rank


@given(signs, st.none() | st.integers(0, 60))
def test_a_picture_is_well_formed_and_holds_no_style_script_or_link(sign: dict[str, Any], today: int | None) -> None:
    root = Tree.fromstring(course_chart(sign, today=today).svg)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in {"svg", "g", "title", "desc", "text", "line", "rect", "circle"}
        assert not [name for name in element.attrib if name == "style" or name.startswith("on") or "href" in name]


@given(signs, st.none() | st.integers(0, 60))
def test_the_words_of_the_area_stand_inside_it(sign: dict[str, Any], today: int | None) -> None:
    days = days_of(sign, today, ())
    place = label_place(days)
    if place is not None:
        middle = place.across / 100 * days.count
        for day in range(int(middle - WIDE / 2 * days.count), int(middle + WIDE / 2 * days.count - 0.001) + 1):
            assert (days.usual[day] or 0) >= place.rank


def test_the_words_of_the_area_keep_clear_of_what_was_told() -> None:
    days = days_of({**REDNESS, "reported": [[day, 0] for day in range(9)]}, 8, ())
    place = label_place(days)
    assert place is not None
    assert place.rank > 0


def test_a_chart_is_the_same_each_time_and_needs_nothing_from_outside(sealed) -> None:
    with sealed():
        assert a_chart() == a_chart()
