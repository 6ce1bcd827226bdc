"""Explanations for patients: everything has one, answer first and sources last, in plain and kind words."""

import re

import pytest

from needlecare.export.explain import explain, known_ids
from needlecare.export.manual_citation import cited
from needlecare.export.manual_condition import signs_in
from needlecare.knowledge.load import load_knowledge

NEVER = ("!", "purging", "toxins", "don't worry", "perfect skin")


@pytest.fixture(scope="module")
def explained(knowledge):
    return {key: explain(knowledge, key) for key in known_ids(knowledge)}


def test_every_cause_sign_rule_care_and_class_is_explained(knowledge, explained):
    kinds = (knowledge.causes, knowledge.signs, knowledge.rules, knowledge.care, knowledge.classes)
    assert set(explained) == {key for kind in kinds for key in kind}
    assert all(explained.values())


def test_nothing_is_left_unfilled(explained):
    for text in explained.values():
        assert "{" not in text
        assert not re.search(r"\bNone\b(?!: this is our own estimate)", text)
        assert not re.search(r"\n{4}|\n$|  \n|\*\*|\|", text)


def test_the_words_are_kind(explained):
    for text in explained.values():
        assert not [word for word in NEVER if word in text.lower()]


def test_every_source_is_resolved_at_the_end(knowledge, explained):
    for text in explained.values():
        for part in text.split("\n\n\n"):
            said, _, listed = part.rpartition("Sources:\n")
            named = {key for group in re.findall(r"\[([^\]]+)\]", said) for key in re.split("[,;] ", group)} - {
                "estimate"
            }
            assert named <= knowledge.sources.keys()
            assert named <= set(re.findall(r"^\[([^\]]+)\]", listed, re.MULTILINE))


def test_every_source_has_its_link(knowledge, explained):
    for key, cause in knowledge.causes.items():
        for source in cited(cause):
            assert knowledge.sources[source].link in explained[key]


def test_every_part_says_that_nobody_has_reviewed_it(explained):
    for text in explained.values():
        for part in text.split("\n\n\n"):
            assert "Not yet reviewed by a clinician." in part


def test_an_estimate_is_called_one_and_said_what_it_is(explained):
    for text in explained.values():
        assert ("[estimate" in text) == ("“Estimate” marks our own careful judgement" in text)


def test_a_cause_gives_the_evidence_for_and_against_its_strength_and_how_long_to_wait(explained):
    headings = re.findall(r"^(.*):$", explained["oil_production"], re.MULTILINE)

    assert headings == [
        "Why it may happen",
        "What would fit it",
        "What makes it more likely",
        "What makes it less likely",
        "What speaks for it",
        "What speaks against it",
        "How strong the evidence is",
        "What to do",
        "How long to wait",
        "Sources",
    ]
    assert "Weak: little of what is known speaks for it." in explained["oil_production"]


def test_a_sign_tells_how_it_looks_on_brown_and_black_skin(knowledge, explained):
    for key, sign in knowledge.signs.items():
        assert sign.looks in explained[key]
        assert sign.deep_skin is None or sign.deep_skin in explained[key]


def test_a_sign_with_a_course_tells_from_when_until_when(knowledge, explained):
    for key, course in knowledge.course.items():
        for band in course.bands:
            assert f"From day {band.published_latest.value:g} on, this is longer than" in explained[key]


def test_a_sign_outside_the_course_says_so_and_when_to_call_first(explained):
    lines = explained["vesicles"].splitlines()

    assert lines[2] == "Small blisters are not part of ordinary healing."
    assert lines[4] == "When to call:"


def test_a_sign_names_every_rule_that_looks_at_it(knowledge, explained):
    for rule in knowledge.rules.values():
        for sign in signs_in(rule.when):
            assert f"  • {rule.name}" in explained[sign]


def test_the_most_urgent_rules_come_first(knowledge, explained):
    titles = [knowledge.levels[level].title + ":" for level in ("emergency", "same-day", "contact-provider")]
    places = [explained["pain"].index(title) for title in titles]

    assert places == sorted(places)


def test_a_rule_begins_with_what_to_do(knowledge, explained):
    for key, rule in knowledge.rules.items():
        level = knowledge.levels[rule.level]
        said = "\n".join([f"{level.first_line}.", *(f"• {text}" for text in level.do)])
        assert f"{rule.name} (when to call)\n\n{said}\n\nWhy:\n{rule.reason}" in explained[key]


def test_a_rule_about_resuming_gives_both_ends_and_the_day_that_counts(explained):
    said = explained["retinoids"]

    assert "The earliest day that a source gives is day 2 [EGR], the latest is day 7 [DMQ, DRS, SEC]." in said
    assert "We say wait until day 7." in said
    assert "Not at all while:\nBeing pregnant or breastfeeding." in said


def test_where_clinics_are_to_be_asked_it_says_so(explained):
    assert "From day 0 on, ask your clinic." in explained["sunscreen"]


def test_causes_come_first(knowledge):
    kinds = re.findall(
        r"\((a possible cause|a sign|when to call|aftercare)\)$", explain(knowledge, "milia"), re.MULTILINE
    )

    assert kinds == ["a possible cause", "a sign"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [("redness", "erythema"), ("milk spots", "milia"), (" Pimples ", "papules"), ("swollen-glands", "lymphadenopathy")],
)
def test_a_sign_may_be_named_as_people_call_it(said, meant, knowledge):
    assert explain(knowledge, said).endswith(explain(knowledge, meant).split("\n\n\n")[-1])


@pytest.mark.parametrize("key", ["", "nothing_of_the_kind", "CHU21"])
def test_an_unknown_id_has_no_explanation(key, knowledge):
    assert explain(knowledge, key) is None


def test_known_ids_are_sorted(knowledge):
    assert known_ids(knowledge) == sorted(set(known_ids(knowledge)))


def test_it_is_the_same_every_time(knowledge, explained, sealed):
    with sealed():
        assert {key: explain(knowledge, key) for key in explained} == explained


def test_a_clinics_own_day_is_said(tmp_path):
    file = tmp_path / "protocol.toml"
    file.write_text('[clinic]\nname = "Skin House"\n[care.retinoids]\nresume_day = 10\n')

    assert "Day 10. [CLINIC]" in explain(load_knowledge(protocol=file), "retinoids")
