"""How the warnings of the safety net are put."""

import pytest

from needlecare.core.assess import assess
from tests.spec.building import TODAY, a_fully_told_case


def net(case, knowledge):
    return {item.rule: item for item in assess(case, knowledge, TODAY).safety_net}


def test_a_choice_beside_another_change_stands_in_brackets(knowledge):
    warnings = net(a_fully_told_case(), knowledge)

    assert "(being all over or spreading) and blisters" in warnings["blisters_widespread_eye_or_fever"].changes


def test_a_choice_that_stands_alone_has_no_brackets(knowledge):
    warnings = net(a_fully_told_case(signs={"hives": "mild"}), knowledge)

    assert warnings["widespread_hives"].changes == ("severe hives", "being all over or spreading")


def test_of_two_degrees_that_would_each_do_only_the_weaker_is_named(knowledge):
    """While things get worse any change in sight is enough, so a severe one is not spoken of."""
    warnings = net(a_fully_told_case(trend="worsening"), knowledge)

    assert warnings["eye_getting_worse"].changes == ("swelling around an eye", "eye pain", "a change in your sight")


@pytest.mark.parametrize(("day", "line"), [(7, "redness still there on day 8"), (8, "redness")])
def test_from_the_day_itself_on_the_sign_alone_is_the_warning(day, line, knowledge):
    assert net(a_fully_told_case(day), knowledge)["redness_too_long"].changes == (line,)


def test_a_warning_has_the_name_and_the_level_of_its_rule(knowledge):
    warnings = net(a_fully_told_case(), knowledge)

    assert {(item.text, item.level) for item in warnings.values()} == {
        (knowledge.rules[rule].name, knowledge.rules[rule].level) for rule in warnings
    }
