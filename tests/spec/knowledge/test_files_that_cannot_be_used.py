"""Knowledge files that cannot be used

Knowledge is data that clinicians write. When something in it cannot be right, nothing is used, and every fault is
reported at once with its file, its entry and its field.
"""

from pathlib import Path

import pytest

from needlecare import load_knowledge
from needlecare.knowledge.check import faults_in
from needlecare.knowledge.faults import KnowledgeError
from tests.spec.knowledge.editing import append, faults_of, replace


def test_the_shipped_knowledge(knowledge):
    """The knowledge as shipped has no faults."""
    assert faults_in(knowledge) == []


def test_a_copy_is_the_same_knowledge(folder, knowledge):
    """The same files give the same knowledge, and say so by their hash."""
    assert load_knowledge(folder).hash == knowledge.hash


def test_a_change_changes_the_hash(folder, knowledge):
    """A single changed word changes the hash."""
    replace(folder, "words.toml", 'and = " and "', 'and = " & "')

    assert load_knowledge(folder).hash != knowledge.hash


def test_all_faults_at_once(folder):
    """Faults in several files are all reported in one run, in the order of the files."""
    replace(folder, "course/erythema.toml", 'value = 0, unit = "days"', "value = 0")
    replace(folder, "care/makeup.toml", 'act = "resume"', 'act = "allow"')
    replace(folder, "causes/milia.toml", 'strength = "plausible"', 'strength = "certain"')
    replace(folder, "triage/emergency.toml", "[trouble_breathing]\n", '[trouble_breathing]\ncolour = "red"\n')

    assert [fault.split(": ")[0] for fault in faults_of(folder)] == [
        "care/makeup.toml · makeup · act",
        "causes/milia.toml · milia · strength",
        "course/erythema.toml · erythema · bands.0.onset.unit",
        "triage/emergency.toml · trouble_breathing · colour",
    ]


def test_faults_of_fit_at_once(folder):
    """Faults in how entries fit together are all reported in one run too."""
    replace(folder, "care/makeup.toml", '"ALL", "DRS"]', '"ALL", "NOWHERE"]')
    replace(folder, "triage/emergency.toml", 'yes = "numbing_cream"', 'yes = "numbing_creme"')
    replace(folder, "causes/milia.toml", 'finding = "white_dots"', 'finding = "white_spots"')

    told = "\n".join(faults_of(folder))

    assert "cites 'NOWHERE', which is not in sources.toml" in told
    assert "asks for 'numbing_creme', which is no known fact" in told
    assert "links 'white_spots', which is not in findings.toml" in told


def test_a_fault_names_a_file_that_exists(folder):
    """Every fault names the file in which to look."""
    replace(folder, "care/makeup.toml", '"ALL", "DRS"]', '"ALL", "NOWHERE"]')

    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)

    assert [fault.file for fault in raised.value.faults if not Path(folder, fault.file).is_file()] == []


def test_broken_toml(folder):
    """A file that is no TOML is reported with the place where it breaks."""
    replace(folder, "care/sun.toml", "[direct_sun]", "[direct_sun")

    assert any(fault.startswith("care/sun.toml: cannot be read: ") for fault in faults_of(folder))


def test_broken_toml_hides_no_other_fault(folder):
    """Faults in other files are reported beside one that cannot be read."""
    replace(folder, "care/sun.toml", "[direct_sun]", "[direct_sun")
    replace(folder, "causes/milia.toml", 'strength = "plausible"', 'strength = "certain"')

    files = {fault.split(" ")[0].rstrip(":") for fault in faults_of(folder)}

    assert files == {"care/sun.toml", "causes/milia.toml"}


@pytest.mark.parametrize(
    "file", ["sources.toml", "signs.toml", "facts.toml", "words.toml", "course/phases.toml", "triage/terms.toml"]
)
def test_a_missing_file(file, folder):
    """A file that must be there and is not is a fault."""
    (folder / file).unlink()

    assert f"{file}: the file is missing" in faults_of(folder)


def test_a_missing_course(folder):
    """A sign that rules measure against its course must have one."""
    (folder / "course/crusting.toml").unlink()

    assert any("crusting" in fault for fault in faults_of(folder))


def test_a_missing_phrase(folder):
    """A phrase that the engine says must be in the words."""
    replace(folder, "words.toml", "sign_severe = ", "sign_strong = ")

    assert any(fault.startswith("words.toml") and "sign_severe" in fault for fault in faults_of(folder))


def test_a_duplicate_id(folder):
    """Two entries of one kind cannot have the same id, even in two files."""
    append(
        folder,
        "triage/contact_marks.toml",
        '[pus]\nlevel = "self-care"\nname = "Pus"\nreason = "None."\nwhen = { sign = "discharge" }\n'
        'grade = "estimate"\nreview = "not yet reviewed by a clinician"\n',
    )

    assert any(fault.endswith("· pus: this id stands twice") for fault in faults_of(folder))


def test_a_file_named_unlike_its_id(folder):
    """A file of one entry is named like the id of that entry."""
    (folder / "course/milia.toml").rename(folder / "course/itchy.toml")

    assert any(fault.startswith("course/itchy.toml") for fault in faults_of(folder))


def test_an_unknown_field(folder):
    """A field that does not exist is a fault, so that a misspelt one cannot be lost."""
    replace(folder, "care/makeup.toml", "rank = 22", "rnak = 22")

    assert faults_of(folder) == ["care/makeup.toml · makeup · rnak: Extra inputs are not permitted"]


def test_a_review_must_be_said(folder):
    """Every entry says who reviewed it, or that nobody has yet."""
    replace(folder, "care/makeup.toml", 'review = "not yet reviewed by a clinician"', 'review = "n/a"')

    assert faults_of(folder)[0].startswith("care/makeup.toml · makeup · review")


def test_an_unknown_term(folder):
    """A rule that uses a term which does not exist is a fault."""
    replace(folder, "triage/same_day_other.toml", 'term = "eye_signs"', 'term = "eyes"')

    assert any("no term called 'eyes'; there are: ill, spots" in fault for fault in faults_of(folder))


def test_a_term_that_contains_itself(folder):
    """A term that contains itself, directly or through another, is a fault."""
    replace(folder, "triage/terms.toml", '{ sign = "papules" }', '{ term = "eye_signs" }')
    replace(folder, "triage/terms.toml", '{ sign = "eye_pain" }', '{ term = "spots" }')

    assert any("the term 'spots' contains itself" in fault for fault in faults_of(folder))


def test_a_term_that_is_no_table(folder):
    """A term that is not a table is a fault like any other."""
    replace(folder, "triage/terms.toml", "[ill]", "odd = 3\n\n[ill]")
    replace(folder, "triage/same_day_other.toml", 'term = "eye_signs"', 'term = "odd"')

    assert any("'odd'" in fault for fault in faults_of(folder))
