"""On both sides of the date line days are counted from the date that it is there."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.journeys.browser import person
from tests.journeys.test_in_place import LABEL

# at any moment it is another date than in UTC in one of the first two
ZONES = pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"])


@ZONES
def test_a_check_and_a_label_count_from_the_browsers_own_date(browser, live_server, zone):
    here = timezone.now().astimezone(ZoneInfo(zone)).date()
    treated_on = (here - timedelta(days=3)).isoformat()
    with person(browser, live_server.url, timezone_id=zone) as somebody:
        somebody.goes_to("/check")
        somebody.sees(f"We take today to be {here:%A} {here.day} {here:%B}")
        somebody.page.locator("[name=treated_on]").fill(treated_on)
        somebody.taps_on("Show the answer")
        somebody.sees("What would change this")
        somebody.sees("It is day 3")
        somebody.goes_to("/label")
        somebody.page.locator("textarea").fill(LABEL)
        somebody.page.locator("[name=treated_on]").fill(treated_on)
        somebody.taps_on("Check the product")
        somebody.sees("For day 3 after the treatment")
