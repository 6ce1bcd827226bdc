"""What every claim needs

Every number carries its unit, its sources and its grade of evidence. A grade cannot be more than its sources carry,
every source that is cited must be in the register, and every source in the register must be cited.
"""

import pytest

from tests.spec.knowledge.editing import append, faults_of, replace

A_SOURCE = '[NEW]\ncite = "A new paper"\nkind = "trial"\ngrade = "trial"\nread = "abstract"\n'


def test_a_number_without_a_unit(folder):
    """A number without a unit is refused."""
    replace(folder, "course/itch.toml", 'value = 0, unit = "days"', "value = 0")

    assert "course/itch.toml · itch · bands.0.onset.unit: Field required" in faults_of(folder)


def test_one_fault_is_said_once(folder):
    """A fault inside a list is not followed by another that says that the list is empty."""
    replace(folder, "course/itch.toml", 'value = 0, unit = "days"', "value = 0")

    assert not any("at least 1 item" in fault for fault in faults_of(folder))


def test_a_number_without_a_source(folder):
    """A number that claims more than an estimate needs a source."""
    replace(folder, "course/itch.toml", 'sources = ["CHU21"], grade = "trial" }', 'sources = [], grade = "trial" }')

    [fault] = faults_of(folder)
    assert 'grade "trial" needs at least one source; without one the grade is "estimate"' in fault


def test_an_estimate_without_a_source(folder):
    """An estimate may stand without a source, because it says what it is."""
    replace(folder, "course/itch.toml", 'sources = ["CHU21"], grade = "trial" }', 'sources = [], grade = "estimate" }')

    assert faults_of(folder) == []


def test_a_source_that_does_not_exist(folder):
    """A cited source must be in the register."""
    replace(folder, "care/makeup.toml", '"ALL", "DRS"]', '"ALL", "NOWHERE"]')

    [fault] = faults_of(folder)
    assert fault.endswith("makeup · sources: cites 'NOWHERE', which is not in sources.toml")


def test_a_source_that_nobody_cites(folder):
    """A source that no entry cites is a fault, so that the register stays a list of what is used."""
    append(folder, "sources.toml", A_SOURCE + 'doi = "10.1000/1"\n')

    assert faults_of(folder) == ["sources.toml · NEW: no entry cites this source"]


def test_a_source_that_cannot_be_found(folder):
    """A source says where a reader can look it up."""
    append(folder, "sources.toml", A_SOURCE)

    [fault] = faults_of(folder)
    assert "give a doi, pmid, pmc, url or locator, so that a reader can look it up" in fault


def test_a_grade_above_its_sources(folder):
    """Clinic pages carry an opinion, however many are cited; they cannot be called a trial."""
    replace(folder, "care/makeup.toml", '"DRS"]\ngrade = "opinion"', '"DRS"]\ngrade = "trial"')

    [fault] = faults_of(folder)
    assert '· grade: "trial" is more than its sources carry (SCR, DER, ' in fault


@pytest.mark.parametrize("value", ["0", "1", "1.5", "-0.1"])
def test_a_probability(value, folder):
    """The probability of a cause lies between 0 and 1, ends excluded."""
    replace(folder, "causes/milia.toml", "prior = { value = 0.04", f"prior = {{ value = {value}")

    [fault] = faults_of(folder)
    assert fault.endswith("milia · prior: must be a probability between 0 and 1, ends excluded")


def test_a_probability_in_days(folder):
    """A probability has the unit of a probability."""
    replace(folder, "causes/milia.toml", 'value = 0.04, unit = "probability"', 'value = 0.04, unit = "days"')

    assert len(faults_of(folder)) == 1


def test_an_odds_ratio(folder):
    """What changes the odds of a cause is an odds ratio above 0."""
    replace(folder, "causes/comedogenic_product.toml", "odds = { value = 7,", "odds = { value = 0,")

    [fault] = faults_of(folder)
    assert fault.endswith("comedogenic_product · modifiers: must be an odds ratio above 0")


def test_a_number_that_is_none(folder):
    """A number that is not finite is refused."""
    replace(folder, "causes/milia.toml", "prior = { value = 0.04", "prior = { value = nan")

    assert [fault.split(": ")[0] for fault in faults_of(folder)] == ["causes/milia.toml · milia · prior.value"]


def test_a_leak(folder):
    """How often a finding appears without any cause lies between 0 and 1, ends excluded."""
    replace(folder, "causes/findings.toml", "leak = { value = 0.12", "leak = { value = 1")

    [fault] = faults_of(folder)
    assert fault.endswith("redness · leak: must be a probability between 0 and 1, ends excluded")
