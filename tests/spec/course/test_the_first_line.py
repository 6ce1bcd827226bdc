"""The first line of a calm answer

An answer says that all looks as expected only where somebody told how the skin heals. That a warning sign is not there
is good to know, and says nothing of the healing itself.
"""

import pytest

from needlecare.core.assess import assess
from needlecare.knowledge.vocabulary import SIGNS
from tests.spec.building import TODAY, a_case

NOTHING_TOLD = "You have not told us how your skin looks, so we cannot tell whether it is as expected"


def first_line(knowledge, day=3, **signs):
    return assess(a_case(day, signs=signs), knowledge, TODAY).disposition.headline


def test_only_absent_warnings(knowledge):
    """With every warning sign answered "none" and no more, nobody has told how the skin looks."""
    warnings = [sign for sign in SIGNS if knowledge.signs[sign].group in ("warning", "general")]

    assert "lymphadenopathy" in warnings
    assert first_line(knowledge, **dict.fromkeys(warnings, "none")) == NOTHING_TOLD


@pytest.mark.parametrize("sign", ["lymphadenopathy", "milia", "comedones", "numbness", "hyperpigmentation"])
def test_what_few_people_get(sign, knowledge):
    """That something is not there which most people never get says nothing of the healing."""
    assert first_line(knowledge, **{sign: "none"}) == NOTHING_TOLD


@pytest.mark.parametrize("sign", ["erythema", "oedema", "pain", "papules"])
@pytest.mark.parametrize("severity", ["none", "mild"])
def test_a_sign_of_the_ordinary_course(sign, severity, knowledge):
    """Where a sign of the ordinary course was told, there or not, it can be compared with the day."""
    assert first_line(knowledge, 1, **{sign: severity}) == "This looks as expected for day 1"


def test_more_than_usual_still_counts(knowledge):
    """A sign that is more than usual is named, also where nothing else was told."""
    assert first_line(knowledge, 5, erythema="moderate").startswith("Nothing here needs a call today, but redness is")
