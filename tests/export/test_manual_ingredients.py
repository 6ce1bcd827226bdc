"""The manual's chapter on ingredients and the explanation of a class: all of it, with grades and sources."""

import re

import pytest

from needlecare.export.explain import explain, known_ids
from needlecare.export.manual import manual, section, section_ids
from needlecare.export.manual_ingredient_names import SHOWN, members
from needlecare.export.manual_ingredients import entry
from needlecare.export.manual_markdown import escaped
from needlecare.knowledge.ingredients.schema import CONCERNS


@pytest.fixture(scope="module")
def printed(knowledge):
    return manual(knowledge)


def test_the_chapter_has_every_class_in_order(printed):
    chapter = printed.partition("\n## 7 Ingredients\n")[2].partition("\n## 8 Sources\n")[0]

    assert tuple(re.findall(r"^### Class: [^\n]+\n\n`(\w+)`", chapter, re.MULTILINE)) == CONCERNS


@pytest.mark.parametrize("concern", CONCERNS)
def test_a_class_is_printed_whole(concern, knowledge):
    found, said = knowledge.classes[concern], section(knowledge, concern)

    for text in (found.name, found.belongs, found.not_, found.why, found.instead, found.disagreement or ""):
        assert escaped(text) in said
    for band in found.days:
        assert escaped(band.note or "") in said
    for people in found.people:
        assert escaped(people.text) in said
    for kind in found.kinds.values():
        assert escaped(kind.name) in said
    assert f"grade: {found.grade}" in said
    assert "not yet reviewed by a clinician" in said


@pytest.mark.parametrize("concern", CONCERNS)
def test_its_days_stand_there_for_every_depth_and_kind_of_product(concern, knowledge):
    rows = re.findall(r"^\| (?:below|any|\d[^|]*) .*", section(knowledge, concern), re.MULTILINE)

    assert len(rows) == len(knowledge.classes[concern].days)
    for row, band in zip(rows, knowledge.classes[concern].days, strict=True):
        for early, late in (band.leave_on, band.rinse_off):
            assert (f"| day {early} to day {late} |" if early != late else f"| day {late} |") in row


@pytest.mark.parametrize("concern", CONCERNS)
def test_its_most_usual_names_are_listed_and_the_rest_counted(concern, knowledge):
    [line] = re.findall(r"^\*\*Names:\*\* .*", entry(concern, knowledge), re.MULTILINE)
    found = members(concern, knowledge)

    assert line.startswith(f"**Names:** {len(found):,}, by grade: ")
    assert all(escaped(row.inci) in line for row, _ in found[:SHOWN])
    assert line.endswith(f", and {len(found) - SHOWN:,} more." if len(found) > SHOWN else ".")


def test_usual_names_come_first(knowledge):
    assert [row.inci for row, _ in members("retinoid", knowledge)][:3] == ["Retinol", "Retinyl Palmitate", "Retinal"]
    assert members("drying_alcohol", knowledge)[0][0].inci in ("Alcohol", "Alcohol Denat.")


def test_published_grades_and_kinds_stand_with_the_names(knowledge):
    assert "Isopropyl Myristate (5-5)" in section(knowledge, "comedogenic")
    assert "Citric Acid (only_high)" in section(knowledge, "exfoliating_acid")


def test_names_that_follow_from_a_rule_are_said(knowledge):
    assert "**By rule:** a name without a row that says absolute, concrete" in section(knowledge, "essential_oil")
    assert "**By rule:**" not in section(knowledge, "retinoid")


def test_a_source_says_which_classes_and_how_many_names_cite_it(knowledge):
    assert re.search(r"classes: .*retinoid", section(knowledge, "HAN12"))
    assert re.search(r"names of ingredients: 7,\d{3}", section(knowledge, "COSING"))


def test_every_class_can_be_shown_and_explained(knowledge):
    assert {*CONCERNS} <= {*section_ids(knowledge)}
    assert {*CONCERNS} <= {*known_ids(knowledge)}


@pytest.mark.parametrize("concern", CONCERNS)
def test_a_class_is_explained_in_plain_words(concern, knowledge):
    found, said = knowledge.classes[concern], explain(knowledge, concern)

    assert f"{found.name[0].upper()}{found.name[1:]} (a class of ingredients)" in said
    for text in (found.belongs, found.not_, found.why, found.instead):
        assert text in said
    assert "Not yet reviewed by a clinician." in said


def test_a_class_is_explained_as_people_write_it(knowledge):
    assert explain(knowledge, "Harsh surfactant") == explain(knowledge, "harsh_surfactant")


def test_what_counts_only_for_some_says_so(knowledge):
    assert "For everybody else it decides nothing." in explain(knowledge, "comedogenic")
