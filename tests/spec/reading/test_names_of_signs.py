"""The names of signs

Clinics say erythema, people say redness. Plain words and common synonyms are accepted for every sign, in any case of
letters, and mean the same thing wherever a sign is named.
"""

import pytest

from needlecare.knowledge.vocabulary import SIGN_SYNONYMS, SIGNS
from tests.spec.building import a_case, faults_of

PLAIN_WORDS = {
    "redness": "erythema",
    "swelling": "oedema",
    "edema": "oedema",
    "soreness": "pain",
    "heat": "warmth",
    "itching": "itch",
    "stinging": "burning",
    "peeling": "flaking",
    "scabs": "crusting",
    "bruises": "bruising",
    "pimples": "papules",
    "whiteheads": "pustules",
    "blackheads": "comedones",
    "milk spots": "milia",
    "lumps": "nodules",
    "blisters": "vesicles",
    "welts": "hives",
    "pus": "discharge",
    "open sores": "ulceration",
    "white patch": "skin_blanching",
    "black patch": "skin_blackening",
    "dark patches": "hyperpigmentation",
    "track marks": "scarring",
    "dents": "hollowing",
    "swollen glands": "lymphadenopathy",
    "swollen eye": "periorbital_swelling",
    "blurred vision": "vision_change",
    "lip swelling": "face_swelling",
    "throat swelling": "tongue_swelling",
    "shortness of breath": "breathing_difficulty",
    "shivering": "chills",
    "racing heart": "palpitations",
    "fainted": "fainting",
    "feeling unwell": "malaise",
}


@pytest.mark.parametrize(("word", "sign"), PLAIN_WORDS.items())
def test_plain_words(word, sign):
    """Plain words are read as the sign they mean."""
    assert a_case(signs={word: "mild"}).check_ins[0].signs == {sign: "mild"}


@pytest.mark.parametrize("word", ["Redness", "REDNESS", " redness ", "Red skin", "red-skin", "Erythema"])
def test_capitals_spaces_and_hyphens(word):
    """Names of signs are read in any case of letters, with spaces or hyphens."""
    assert a_case(signs={word: "mild"}).check_ins[0].signs == {"erythema": "mild"}


def test_severities_in_any_case_of_letters():
    """How strong a sign is may be written with capitals."""
    assert a_case(signs={"redness": "Moderate"}).check_ins[0].signs == {"erythema": "moderate"}


def test_counts_and_first_days_take_the_same_names():
    """Counts and first days of a sign take the same names as the signs do."""
    check_in = a_case(counts={"whiteheads": 4}, onset_day={"pimples": 2}).check_ins[0]

    assert check_in.counts == {"pustules": 4}
    assert check_in.onset_day == {"papules": 2}


def test_every_synonym_leads_to_a_sign():
    """Every synonym leads to a sign that exists, and none is itself the name of another sign."""
    assert set(SIGN_SYNONYMS.values()) <= set(SIGNS)
    assert not set(SIGN_SYNONYMS) & set(SIGNS)


def test_a_sign_given_twice():
    """A sign given twice, under two names, is refused rather than guessed at."""
    [fault] = faults_of({"check_ins": [{"signs": {"redness": "mild", "erythema": "none"}}]})

    assert fault.path == "check_ins[0].signs"
    assert "twice" in str(fault)


def test_how_a_sign_given_twice_is_said():
    """The fault for a sign given twice reads as a sentence."""
    [fault] = faults_of({"check_ins": [{"signs": {"redness": "mild", "erythema": "none"}}]})

    assert "expected erythema is given twice" not in str(fault)


def test_the_same_answer_twice_is_refused_too():
    """A sign given twice is refused even where both answers agree."""
    assert len(faults_of({"check_ins": [{"signs": {"pimples": "mild", "bumps": "mild"}}]})) == 1


def test_a_count_given_twice():
    """A count given twice, under two names, is refused."""
    assert len(faults_of({"check_ins": [{"counts": {"pimples": 2, "papules": 9}}]})) == 1


def test_an_illness_given_twice():
    """An illness given twice, under two spellings, is refused: one of the answers would be lost."""
    assert len(faults_of({"patient": {"history": {"cold sores": "yes", "cold_sores": "no"}}})) == 1


def test_a_second_name_that_is_unknown():
    """A second name whose value is unknown says nothing, and is no fault."""
    assert a_case(signs={"redness": "unknown", "erythema": "mild"}).check_ins[0].signs == {"erythema": "mild"}
