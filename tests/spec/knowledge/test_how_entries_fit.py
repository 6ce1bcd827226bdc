"""How the entries fit together

No single entry can tell whether courses leave a gap, whether a rule asks for something that exists, or whether a
worse sign could switch a warning off. The loader checks these for all of them.
"""

import pytest

from tests.spec.knowledge.editing import append, faults_of, replace


def a_rule(when, name="new_rule"):
    return (
        f'[{name}]\nlevel = "contact-provider"\nname = "New"\nreason = "New."\nwhen = {when}\n'
        'grade = "estimate"\nreview = "not yet reviewed by a clinician"\n'
    )


def rule_faults(folder, when):
    append(folder, "triage/contact_marks.toml", a_rule(when))
    return [fault.split("new_rule · ")[-1] for fault in faults_of(folder)]


def test_depths_that_overlap(folder):
    """Two bands of needle depth must not overlap."""
    replace(folder, "course/erythema.toml", "from_mm = 0.4\n", "from_mm = 0.3\n")

    assert "course/erythema.toml · pen · bands: overlap or leave a gap between 0.4 mm and 0.3 mm" in faults_of(folder)


def test_depths_with_a_gap(folder):
    """Two bands of needle depth must not leave a gap."""
    replace(folder, "course/erythema.toml", "from_mm = 0.4\n", "from_mm = 0.5\n")

    assert "course/erythema.toml · pen · bands: overlap or leave a gap between 0.4 mm and 0.5 mm" in faults_of(folder)


def test_depths_that_nobody_covered(folder):
    """The bands must cover every needle depth, for every device."""
    replace(folder, "course/erythema.toml", "from_mm = 1.0\n", "from_mm = 1.0\nbelow_mm = 3.0\n")

    faults = faults_of(folder)
    assert {fault.split(" · ")[1] for fault in faults} == {"pen", "roller", "stamp", "other"}
    assert "must cover every needle depth: start at 0 mm and end without an upper end" in faults[0]


def test_closing_times_that_leave_a_gap(folder):
    """The times in which channels close cover every needle depth too."""
    replace(folder, "course/phases.toml", "from_mm = 0.55\n", "from_mm = 0.6\n")

    assert faults_of(folder) == ["course/phases.toml · closure: overlap or leave a gap between 0.55 mm and 0.6 mm"]


def test_a_gap_in_the_days(folder):
    """The expected strength of a sign must run on without a gap."""
    replace(folder, "course/itch.toml", "{ from_day = 3,", "{ from_day = 4,")

    assert faults_of(folder) == ["course/itch.toml · bands: `expected` overlaps or leaves a gap at day 3"]


def test_days_that_do_not_reach_the_end(folder):
    """The expected strength must run from the first day to the last published one."""
    replace(folder, "course/itch.toml", "before_day = 5,", "before_day = 4,")

    assert faults_of(folder) == ["course/itch.toml · bands: `expected` must run from the onset to `published_latest`"]


def test_days_in_the_wrong_order(folder):
    """A course begins before it ends, and ends before its last published day."""
    replace(folder, "course/itch.toml", "ends_earliest = { value = 2", "ends_earliest = { value = 6")

    assert faults_of(folder) == [
        "course/itch.toml · bands: days must run: onset < ends_earliest <= ends_latest <= published_latest"
    ]


def test_a_fact_that_does_not_exist(folder):
    """A rule must not ask for a fact that nobody can give."""
    assert rule_faults(folder, '{ yes = "history.headache" }') == [
        "when: asks for 'history.headache', which is no known fact"
    ]


@pytest.mark.parametrize("key", ["rising.happiness", "exposure.gold", "beyond.", "rising"])
def test_a_worked_out_fact_that_does_not_exist(key, folder):
    """What is worked out for each sign or substance exists only for those that are known."""
    assert f"when: asks for '{key}', which is no known fact" in rule_faults(folder, f'{{ yes = "{key}" }}')


def test_a_fact_of_another_kind(folder):
    """A rule must ask a fact the way that fits it: a fever is no number."""
    assert "when: 'fever' is a yes_no fact" in rule_faults(folder, '{ number = "fever", from = 38 }')


def test_a_value_that_does_not_exist(folder):
    """A rule must not ask for a choice that nobody can make."""
    assert rule_faults(folder, '{ fact = "distribution", among = ["spreding"] }') == [
        "when: 'spreding' is not a value of 'distribution'"
    ]


@pytest.mark.parametrize(
    ("when", "what"),
    [
        ('{ all = [{ sign = "papules" }, { not = { sign = "pain" } }] }', "sign.pain"),
        ('{ not = { yes = "fever" } }', "fever"),
        ('{ number = "temperature_c", from = 37, below = 38 }', "temperature_c"),
        ('{ number = "count.papules", below = 5 }', "count.papules"),
        ('{ fact = "trend", among = ["improving"] }', "trend"),
        ('{ not = { fact = "distribution", among = ["spreading"] } }', "distribution"),
        ('{ not = { yes = "rising.pain" } }', "rising.pain"),
    ],
)
def test_a_rule_that_a_worse_sign_would_switch_off(when, what, folder):
    """A rule that more pain, a higher fever or a worse trend could switch off is refused."""
    assert rule_faults(folder, when) == [f"when: could be switched off by a worse {what}"]


@pytest.mark.parametrize(
    "when",
    [
        '{ not = { yes = "sterile_single_use" } }',
        '{ all = [{ sign = "papules" }, { number = "day", from = 2, below = 5 }] }',
        '{ not = { not = { sign = "pain" } } }',
        '{ fact = "trend", among = ["stable", "worsening"] }',
    ],
)
def test_a_rule_that_can_only_rise(when, folder):
    """A rule that a worse sign can only bring about is accepted, even where it says `not` of something else."""
    assert rule_faults(folder, when) == []


def test_a_link_to_an_unknown_finding(folder):
    """A cause must not lead to a finding that is not defined."""
    replace(folder, "causes/milia.toml", 'finding = "white_dots"', 'finding = "white_spots"')

    told = "\n".join(faults_of(folder))
    assert "milia · links: links 'white_spots', which is not in findings.toml" in told
    assert "white_dots: no cause links this finding" in told


def test_a_finding_linked_twice(folder):
    """A cause must not lead to one finding twice."""
    replace(folder, "causes/comedogenic_product.toml", 'finding = "comedones"', 'finding = "small_pimples"')

    assert any(
        fault.endswith("comedogenic_product · links: links 'small_pimples' twice") for fault in faults_of(folder)
    )


def test_a_range_that_ends_before_it_begins(folder):
    """The earliest day on which something may be resumed lies before the latest."""
    replace(folder, "care/makeup.toml", "earliest = { value = 1,", "earliest = { value = 9,")

    [fault] = faults_of(folder)
    assert fault.endswith("makeup · latest: lies before `earliest`")


def test_advice_that_is_over_before_it_begins(folder):
    """Advice must begin before it ends."""
    replace(folder, "care/risk_groups.toml", "from_day = 0\nbefore_day = 3\n", "from_day = 3\nbefore_day = 3\n")

    [fault] = faults_of(folder)
    assert fault.endswith("cold_sores_antiviral · before_day: must be later than `from_day`")


def test_something_to_resume_needs_its_days(folder):
    """What may be resumed needs both days and the words for it."""
    replace(folder, "care/makeup.toml", "resume_text = ", "# resume_text = ")

    [fault] = faults_of(folder)
    assert "a resume rule needs `resume_text`" in fault


def test_advice_for_an_unknown_cause(folder):
    """Advice must not be tied to a cause that does not exist."""
    replace(folder, "care/risk_groups.toml", 'for_causes = ["herpes"]', 'for_causes = ["hermes"]')

    [fault] = faults_of(folder)
    assert fault.endswith("cold_sores_watch · for_causes: names 'hermes', which is not a cause")


def test_one_name_for_two_substances(folder):
    """A name belongs to one substance."""
    replace(folder, "substances.toml", '"retinoid", ', '"retinoid", "ascorbic acid", ')

    [fault] = faults_of(folder)
    assert fault.endswith("retinoid · words: 'ascorbic acid' belongs to vitamin_c already")


def test_a_name_that_could_never_match(folder):
    """Names of substances are lower case, because labels are read so."""
    replace(folder, "substances.toml", '"retinoid", ', '"Retinoid", ')

    [fault] = faults_of(folder)
    assert fault.endswith("retinoid · words: 'Retinoid' must be lower case, without outer space")


def test_a_sign_without_an_entry(folder):
    """Every sign of the vocabulary has its entry, and there are no others."""
    replace(folder, "signs.toml", "[hives]", "[nettles]")

    told = "\n".join(faults_of(folder))
    assert "hives: has no entry" in told
    assert "nettles: is not in the vocabulary" in told
