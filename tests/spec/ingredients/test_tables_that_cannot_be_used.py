"""Ingredient tables that cannot be used

A fault in a table is told with its file, its line or entry, and what would be right. Faults in several tables come out
at once, and none of them drags others behind it.
"""

import pytest

from tests.spec.knowledge.editing import append, faults_of, replace

NAMES = "ingredients/names/actives.csv"
PLANTS = "ingredients/plants/a_to_b_1.csv"
GERMAN = "ingredients/languages/de.csv"
RETINOIDS = "ingredients/concerns/retinoid.toml"
_CARE_DAYS = "leave_on = [2, 7]\nrinse_off = [2, 5]"
_DEEP_DAYS = "leave_on = [3, 7]\nrinse_off = [3, 7]"


def with_row(folder, file, row):
    """Add a row to a table, and tell the place of that row and what is wrong with it."""
    append(folder, file, row)
    lines = len((folder / file).read_text(encoding="utf-8").splitlines())
    return f"{file} · line {lines}", faults_of(folder)


def test_the_shipped_tables(folder):
    """The tables as shipped have no faults."""
    assert faults_of(folder) == []


# -- tables


def test_a_quote_that_is_not_closed(folder):
    """A torn quote is told with its line and how to write quotes."""
    place, faults = with_row(folder, NAMES, '"New Name,,solvent,,,COSING')

    assert faults == [f"{place}: is not CSV: unexpected end of data; close every quote, and double those inside a cell"]


def test_a_header_that_is_no_csv(folder):
    """So is one in the first line."""
    replace(folder, NAMES, "inci,", '"inci"x,')

    [fault] = faults_of(folder)
    assert fault.startswith(f"{NAMES} · line 1: is not CSV: ")


def test_a_row_that_is_too_short(folder):
    """A row with too few cells, or too many, is told with how many there must be."""
    place, faults = with_row(folder, NAMES, "New Name, and More,,solvent,,,COSING")

    assert faults == [f"{place}: has 7 cells instead of 6; a cell with a comma needs quotes round it"]


def test_a_blank_line(folder):
    """A blank line is no row."""
    append(folder, NAMES, "\n")

    assert faults_of(folder) == []


def test_wrong_columns(folder):
    """A table with other columns is told with those that it must have, and is the only fault."""
    replace(folder, NAMES, "inci,synonyms,", "inci,names,")

    assert faults_of(folder) == [
        f"{NAMES} · line 1: the columns must be inci, synonyms, function, concerns, grade, sources"
    ]


def test_another_encoding(folder):
    """A table that is not UTF-8 is told as such."""
    (folder / NAMES).write_bytes(b"inci\xff")

    [fault] = faults_of(folder)
    assert fault.startswith(f"{NAMES}: cannot be read: 'utf-8' codec can't decode")


def test_missing_tables(folder):
    """Names, plants and languages must be there."""
    for path in (folder / "ingredients/plants").iterdir():
        path.unlink()

    assert faults_of(folder) == ["ingredients/plants/*.csv: there is no such table"]


# -- names


def test_an_unknown_class(folder):
    """A class that does not exist is told with those that do."""
    place, [fault] = with_row(folder, NAMES, "New Name,,solvent,perfumes,opinion,COSING")

    assert fault.startswith(f"{place} · concerns: there is no class 'perfumes'; there are: drying_alcohol, fragrance, ")


def test_an_unknown_kind(folder):
    """A kind that a class does not have is told with those that it has."""
    place, faults = with_row(folder, NAMES, "New Name,,solvent,vitamin_c:acidic,opinion,COSING")

    assert faults == [f"{place} · concerns: vitamin_c has no kind 'acidic'; it has: acid, derivative"]


def test_grades_where_none_are_published(folder):
    """Only a class that is decided by published grades has them."""
    place, faults = with_row(folder, NAMES, "New Name,,solvent,retinoid:3-5,opinion,COSING")

    assert faults == [f"{place} · concerns: retinoid has no kind '3-5'; it has: none"]


@pytest.mark.parametrize("kind", ["", ":5", ":5-3", ":3-9", ":many"])
def test_published_grades(kind, folder):
    """A pore-blocking name has its lowest and highest published grade, in this order."""
    place, faults = with_row(folder, NAMES, f"New Name,,solvent,comedogenic{kind},opinion,COMEDO-LISTS")

    assert faults == [
        f"{place} · concerns: comedogenic needs its lowest and highest published grade, such as comedogenic:3-5"
    ]


def test_a_class_without_a_grade(folder):
    """A class needs a grade; without a class there is nothing to grade."""
    for row in ("New Name,,solvent,retinoid,,COSING", "Newer Name,,solvent,,opinion,COSING"):
        append(folder, NAMES, row)

    faults = faults_of(folder)
    assert len(faults) == 2
    assert all(fault.endswith(" · grade: a row has a grade where it has concerns, and only there") for fault in faults)


def test_an_unknown_grade(folder):
    """A grade is one of the five."""
    place, faults = with_row(folder, NAMES, "New Name,,solvent,retinoid,sure,COSING")

    assert faults == [f"{place} · grade: Input should be 'trial', 'series', 'report', 'opinion' or 'estimate'"]


def test_a_grade_above_the_sources_of_a_row(folder):
    """A row claims no more than its sources carry."""
    place, faults = with_row(folder, NAMES, "New Name,,solvent,retinoid,trial,COSING EGR")

    assert faults == [f'{place} · grade: "trial" is more than its sources carry']


def test_an_unknown_source_of_a_row(folder):
    """A row cites what is in the register of sources."""
    place, faults = with_row(folder, NAMES, "New Name,,solvent,,,NOWHERE")

    assert faults == [f"{place} · sources: cites 'NOWHERE', which is not in sources.toml"]


def test_a_row_without_a_source(folder):
    """Every row cites something."""
    place, [fault] = with_row(folder, NAMES, "New Name,,solvent,,,")

    assert fault.startswith(f"{place} · sources: ")


def test_a_name_that_stands_twice(folder):
    """A name has one row; another way of writing the same letters and digits is the same name."""
    place, faults = with_row(folder, NAMES, "RETI-NOL,,solvent,,,COSING")

    assert faults == [f"{place} · inci: 'RETI-NOL' is empty or stands twice"]


def test_a_synonym_of_two_owners(folder):
    """A synonym of two rows is told with the one that has it."""
    place, faults = with_row(folder, NAMES, "New Name,Vitamin A | Something New,solvent,,,COSING")

    assert faults == [f"{place} · synonyms: 'Vitamin A' belongs to Retinol already"]


def test_a_synonym_that_is_another_name(folder):
    """The INCI name of one row is no synonym of another, in no language."""
    place, faults = with_row(folder, GERMAN, "Retinal,Retinol")

    assert faults == [f"{place} · synonyms: 'Retinal' belongs to Retinal already"]


def test_a_synonym_without_letters(folder):
    """A synonym needs letters or digits."""
    place, faults = with_row(folder, NAMES, "New Name,---,solvent,,,COSING")

    assert faults == [f"{place} · synonyms: '---' has neither letters nor digits"]


def test_a_translation_of_no_name(folder):
    """A name in another language stands for an INCI name that has a row."""
    place, faults = with_row(folder, GERMAN, "Neuer Name,New Name")

    assert faults == [f"{place} · inci: 'New Name' is not in names/"]


def test_a_plant_of_two_owners(folder):
    """A plant's name belongs to one plant."""
    append(folder, PLANTS, "Novum Nomen,,lavender,,COSING")

    [fault] = faults_of(folder)
    assert fault.endswith("'lavender' belongs to Novum Nomen already")


def test_a_part_that_plants_do_not_have(folder):
    """The volatile parts of a plant are words that the reader knows."""
    place, faults = with_row(folder, PLANTS, "Novum Nomen,,,elbow,COSING")

    assert faults == [f"{place} · volatile: 'elbow' is not in families.toml"]


def test_an_unknown_source_of_a_plant(folder):
    """A plant cites what is in the register of sources."""
    place, faults = with_row(folder, PLANTS, "Novum Nomen,,,,NOWHERE")

    assert faults == [f"{place} · sources: cites 'NOWHERE', which is not in sources.toml"]


# -- classes


@pytest.mark.parametrize(
    "file", [RETINOIDS, "ingredients/reading.toml", "ingredients/families.toml", "ingredients/phrases.toml"]
)
def test_a_missing_file(file, folder):
    """A class that the knowledge must have, and each list of words, has its file; a missing one is the only fault."""
    (folder / file).unlink()

    assert faults_of(folder) == [f"{file}: the file is missing"]


def test_a_class_that_nobody_knows(folder):
    """A file named unlike every class is told with the classes that there are."""
    (folder / "ingredients/concerns/perfume.toml").write_text("", encoding="utf-8")

    [fault] = faults_of(folder)
    assert fault.startswith(
        "ingredients/concerns/perfume.toml: there is no class of this id; there are: drying_alcohol, "
    )


def test_a_class_named_unlike_its_file(folder):
    """The file of a class is named like its id."""
    replace(folder, RETINOIDS, 'id = "retinoid"', 'id = "lightening"')

    assert any(fault.startswith(f"{RETINOIDS} · retinoid · id: the file must be named") for fault in faults_of(folder))


def test_depths_with_a_gap(folder):
    """The days of a class must cover every needle depth without a gap."""
    replace(folder, RETINOIDS, "from_mm = 0.5\n", "from_mm = 0.6\n")

    [fault] = faults_of(folder)
    assert fault.startswith(f"{RETINOIDS} · retinoid: ")
    assert "the bands of `days` must cover all depths, each beginning where the one before ends" in fault


def test_depths_that_end(folder):
    """The last days of a class hold for all deeper needles."""
    replace(folder, RETINOIDS, "from_mm = 1.5\n", "from_mm = 1.5\nbelow_mm = 3.0\n")

    [fault] = faults_of(folder)
    assert "the last band of `days` has no `below_mm`" in fault


def test_a_deeper_needle_that_ends_earlier(folder):
    """Deeper needles never have earlier days."""
    replace(folder, RETINOIDS, _DEEP_DAYS, "leave_on = [1, 7]\nrinse_off = [1, 7]")

    [fault] = faults_of(folder)
    assert "a deeper band must not end earlier than a shallower one" in fault


def test_rinsed_off_later_than_left_on(folder):
    """What is washed off never has to wait longer than what stays on."""
    replace(folder, RETINOIDS, "rinse_off = [1, 3]", "rinse_off = [1, 9]")

    [fault] = faults_of(folder)
    assert fault.startswith(f"{RETINOIDS} · retinoid · days.0: ")
    assert "`rinse_off` must not end later than `leave_on`" in fault


def test_days_in_the_wrong_order(folder):
    """The earliest day does not lie behind the latest."""
    replace(folder, RETINOIDS, "leave_on = [1, 7]", "leave_on = [8, 7]")

    [fault] = faults_of(folder)
    assert "the earliest day must not lie behind the latest" in fault


def test_other_days_than_the_care_rule(folder):
    """A class that rests on a care rule has its days for needles of ordinary depth, so that label and plan agree."""
    replace(folder, RETINOIDS, _CARE_DAYS, "leave_on = [1, 7]\nrinse_off = [1, 5]")

    assert faults_of(folder) == [f"{RETINOIDS} · retinoid · days: `leave_on` must be that of the care rule: [2, 7]"]


def test_another_end_than_the_care_rule(folder):
    """At any depth it ends on the day on which the care rule ends."""
    replace(folder, RETINOIDS, _DEEP_DAYS, "leave_on = [3, 9]\nrinse_off = [3, 7]")

    assert faults_of(folder) == [f"{RETINOIDS} · retinoid · days: must end on the day of the care rule, 7"]


@pytest.mark.parametrize("rule", ["retinoid", "sunscreen_"])
def test_a_care_rule_that_does_not_exist(rule, folder):
    """The care rule of a class exists, and is about when to begin again."""
    replace(folder, RETINOIDS, 'care = "retinoids"', f'care = "{rule}"')

    assert faults_of(folder) == [f"{RETINOIDS} · retinoid · care: {rule!r} is not a care rule about resuming"]


def test_an_unknown_source_of_a_class(folder):
    """A class cites what is in the register of sources, also for its days."""
    replace(folder, RETINOIDS, 'sources = ["HAN12"]', 'sources = ["NOWHERE"]')

    assert faults_of(folder) == [f"{RETINOIDS} · retinoid · sources: cites 'NOWHERE', which is not in sources.toml"]


def test_a_grade_above_the_sources_of_a_class(folder):
    """A class claims no more than its sources carry."""
    replace(folder, RETINOIDS, 'grade = "opinion"', 'grade = "trial"')

    assert faults_of(folder) == [f'{RETINOIDS} · retinoid · grade: "trial" is more than its sources carry']


def test_a_grade_without_a_source(folder):
    """Days without a source are an estimate."""
    replace(folder, RETINOIDS, 'grade = "estimate"\nsources = ["HAN12"]', 'grade = "opinion"\nsources = []')

    [fault] = faults_of(folder)
    assert 'grade "opinion" needs at least one source; without one the grade is "estimate"' in fault


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('trace = "counts"', 'trace = "maybe"', "trace"),
        ('who = "pregnant"', 'who = "tall"', "people.0.who"),
        ('effect = "late_day"', 'effect = "early_day"', "people.1.effect"),
        ('review = "not yet reviewed by a clinician"', 'review = "n/a"', "review"),
        ('name = "retinol', 'title = "x"\nname = "retinol', "title"),
    ],
)
def test_a_field_with_a_fault(old, new, field, folder):
    """A field that cannot be right is told by its name."""
    replace(folder, RETINOIDS, old, new)

    assert faults_of(folder)[0].startswith(f"{RETINOIDS} · retinoid · {field}")


def test_all_faults_at_once(folder):
    """Faults in several tables and classes are told in one run."""
    append(folder, NAMES, "New Name,,solvent,perfumes,opinion,COSING")
    append(folder, PLANTS, "Novum Nomen,,,elbow,COSING")
    replace(folder, RETINOIDS, "rinse_off = [1, 3]", "rinse_off = [1, 9]")
    replace(folder, "ingredients/concerns/vitamin_c.toml", "[[days]]", "[[days]")

    assert [fault.partition(" · ")[0].partition(": ")[0] for fault in faults_of(folder)] == [
        "ingredients/concerns/retinoid.toml",
        "ingredients/concerns/vitamin_c.toml",
        NAMES,
        PLANTS,
    ]


def test_a_phrase_that_is_missing(folder):
    """Every sentence that an answer may need is there, or the loader says which is not."""
    replace(folder, "ingredients/phrases.toml", "not_a_list =", "not_the_list =")

    assert {
        "ingredients/phrases.toml · not_a_list: the phrase is missing",
        "ingredients/phrases.toml · not_the_list: is no phrase that the engine uses",
    } <= set(faults_of(folder))
