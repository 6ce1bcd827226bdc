"""Somebody without an account who answers "Is this normal?"."""

from tests.journeys.browser import Person


def told_day_three(somebody: Person) -> None:
    """Goes through the first pages to the answer."""
    somebody.page.locator("[name=day]").fill("3")
    somebody.taps_on("Continue")
    somebody.chooses("None of these")
    somebody.taps_on("Continue")
    somebody.page.locator("[name='sign.erythema'][value=mild]").check(force=True)
    somebody.taps_on("Show the answer")
    somebody.sees("What would change this")
