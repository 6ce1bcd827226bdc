"""A clinic's own protocol

A clinic may lay its protocol over the knowledge: its days, its words, how to reach it, and red flags of its own. It
can make the answer more urgent and never less. What it says is marked as coming from the clinic.
"""

import pytest

from needlecare import load_knowledge
from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_case, a_fully_told_case
from tests.spec.knowledge.editing import protocol_faults

CLINIC = '[clinic]\nname = "Skin Clinic"\nphone = "020 7946 0000"\nprotocol_version = "3"\n'


@pytest.fixture
def protocol(tmp_path):
    """Writes a protocol of the clinic's name and what a test adds to it."""

    def write(text, clinic=CLINIC):
        path = tmp_path / "protocol.toml"
        path.write_text(clinic + text, encoding="utf-8")
        return path

    return write


def answer(path, case):
    return assess(case, load_knowledge(protocol=path), TODAY)


def test_how_to_reach_the_clinic(protocol):
    """The protocol says how to reach the clinic, and every answer names it with its version."""
    path = protocol("")

    assert load_knowledge(protocol=path).clinic.phone == "020 7946 0000"
    used = answer(path, a_case()).knowledge
    assert used.clinic is not None
    assert (used.clinic.name, used.clinic.protocol_version) == ("Skin Clinic", "3")


def test_without_a_protocol(knowledge):
    """Without a protocol no clinic is named."""
    assert assess(a_case(), knowledge, TODAY).knowledge.clinic is None


def test_the_clinics_day(protocol):
    """The clinic's day takes the place of the published range, and nothing is left to ask."""
    path = protocol("[care.makeup]\nresume_day = 2\n")
    plan = answer(path, a_case(0, procedure={"needle_depth_mm": 0.25})).plan

    assert [day.day for day in plan.days if "makeup" in day.avoid] == [0, 1]
    assert not any("makeup" in day.ask for day in plan.days)
    assert "makeup" in plan.days[2].may_resume


def test_the_clinics_day_comes_first(protocol):
    """The clinic knows how deep it needled, so its day counts even before channels would be taken as closed."""
    plan = answer(protocol("[care.makeup]\nresume_day = 1\n"), a_case(0)).plan

    assert "makeup" in plan.days[1].may_resume


def test_what_is_never_resumed_stays_so(protocol):
    """A clinic's day for retinoids does not hold in pregnancy."""
    plan = answer(protocol("[care.retinoids]\nresume_day = 5\n"), a_case(0, patient={"pregnant": "yes"})).plan

    assert all("retinoids" in day.avoid for day in plan.days)


def test_the_clinics_words(protocol):
    """The clinic's words are shown, marked as coming from it and cited as its protocol."""
    path = protocol('[care.makeup]\ntext = "No make-up until we have seen you."\n')
    told = answer(path, a_case(0))
    makeup = told.plan.items["makeup"]

    assert makeup.text == "No make-up until we have seen you."
    assert (makeup.from_clinic, makeup.sources) == (True, ("CLINIC",))
    assert told.sources["CLINIC"].cite == "Protocol of Skin Clinic"


def test_advice_of_its_own(protocol):
    """A clinic may add advice of its own."""
    path = protocol(
        '[care.our_balm]\ntopic = "our balm"\nact = "do"\ntext = "Use our balm."\nwhy = "We know it."\nbefore_day = 5\n'
    )
    days = answer(path, a_case(0)).plan.days

    assert [day.day for day in days if "our_balm" in day.do] == [0, 1, 2, 3, 4]


def test_a_red_flag_of_its_own(protocol):
    """A clinic may add red flags of its own."""
    path = protocol(
        '[red_flags.any_swelling]\nlevel = "same-day"\nname = "Any swelling"\nreason = "We want to see it."\n'
        'when = { sign = "oedema" }\n'
    )
    told = answer(path, a_fully_told_case(1, signs={"swelling": "mild"})).disposition

    assert told.level == "same-day"
    assert [(because.rule, because.sources) for because in told.because] == [("any_swelling", ("CLINIC",))]


def test_a_raised_level(protocol):
    """A clinic may raise the level of a rule."""
    case = a_fully_told_case(signs={"itching": "severe"})

    assert answer(protocol('[tighten.strong_itch]\nlevel = "same-day"\n'), case).disposition.level == "same-day"


def test_a_lowered_level(protocol):
    """A clinic cannot lower the level of a rule."""
    assert protocol_faults(protocol('[tighten.pus]\nlevel = "contact-provider"\n')) == [
        "protocol.toml · tighten.pus · level: would weaken pus from same-day; it can only rise"
    ]


@pytest.mark.parametrize("table", ['[tighten.pus]\nwhen = { sign = "pain" }\n', '[tighten.pus]\nlevel = "none"\n'])
def test_a_narrowed_rule(table, protocol):
    """A clinic can change nothing of a rule but its level, and cannot switch it off."""
    assert protocol_faults(protocol(table)) == [
        "protocol.toml · tighten.pus · level: give only a level: self-care, contact-provider, same-day, emergency"
    ]


def test_a_replaced_rule(protocol):
    """A clinic cannot put a rule of its own in the place of a red flag."""
    path = protocol('[red_flags.pus]\nlevel = "self-care"\nname = "P"\nreason = "R"\nwhen = { sign = "discharge" }\n')

    assert protocol_faults(path) == [
        "protocol.toml · red_flags.pus: a triage rule has this id; a protocol cannot replace it"
    ]


def test_a_removed_rule(protocol):
    """There is no way to remove a rule."""
    assert protocol_faults(protocol('[remove]\nrules = ["pus"]\n')) == [
        "protocol.toml · remove: not a part of a protocol; there are clinic, care, tighten, red_flags, products"
    ]


def test_a_red_flag_that_a_worse_sign_would_switch_off(protocol):
    """A clinic's own red flag obeys the same rule: worse signs cannot switch it off."""
    path = protocol(
        '[red_flags.calm]\nlevel = "same-day"\nname = "Calm"\nreason = "R"\nwhen = { not = { sign = "pain" } }\n'
    )

    [fault] = protocol_faults(path)
    assert fault.endswith("calm · when: could be switched off by a worse sign.pain")


def test_a_rule_that_does_not_exist(protocol):
    """A misspelt rule is a fault, so that a clinic is not left thinking that it was raised."""
    assert protocol_faults(protocol('[tighten.puss]\nlevel = "emergency"\n')) == [
        "protocol.toml · tighten.puss: no triage rule has this id"
    ]


def test_a_field_that_is_not_the_clinics(protocol):
    """A clinic changes days and words of advice; for whom it is and what it rests on stay."""
    [fault] = protocol_faults(protocol('[care.retinoids]\nnever_while = { yes = "fever" }\n'))

    assert fault.startswith("protocol.toml · care.retinoids · never_while: cannot be changed here")


@pytest.mark.parametrize("day", ["-1", '"soon"', "nan"])
def test_a_day_that_is_none(day, protocol):
    """A day is a number from 0."""
    faults = protocol_faults(protocol(f"[care.makeup]\nresume_day = {day}\n"))

    assert any("care.makeup" in fault and "resume_day" in fault for fault in faults)


def test_a_clinic_needs_a_name(protocol):
    """A protocol must say whose it is."""
    assert protocol_faults(protocol("", clinic="")) == ["protocol.toml · clinic · name: Field required"]


def test_all_faults_at_once(protocol):
    """Every fault of a protocol is reported at once."""
    path = protocol(
        '[tighten.pus]\nlevel = "self-care"\n[tighten.puss]\nlevel = "emergency"\n'
        "[care.makeup]\nresume_day = -1\nrank = 1\n"
    )

    assert [fault.split(": ")[0] for fault in protocol_faults(path)] == [
        "protocol.toml · care.makeup · rank",
        "protocol.toml · care.makeup · resume_day",
        "protocol.toml · tighten.pus · level",
        "protocol.toml · tighten.puss",
    ]


def test_a_clinic_without_a_name_hides_no_other_fault(protocol):
    """A weakened red flag is reported even where the clinic's name is missing."""
    faults = protocol_faults(protocol('[tighten.pus]\nlevel = "self-care"\n', clinic=""))

    assert len(faults) == 2
