"""The pages without an account as a test reads them: their words, their marked words, what a strict policy forbids."""

import html
import re

from django.http import HttpResponse

from tests.support import web_pages
from tests.support.knowledge import SHIPPED

DAYS = range(31)
ADDRESSES = [
    "/", "/label", "/why-spots", "/normal", "/when", "/sources", "/about", "/normal/3?depth_mm=0.5",
    *(f"/why-spots/{key}" for key in SHIPPED.causes),
    *(f"/normal/{day}" for day in DAYS),
    *(f"/signs/{key}" for key in SHIPPED.signs),
    *(f"/when/{key}" for key in SHIPPED.care),
]  # fmt: skip
LABEL = "Aqua, Glycerin, Glycolic Acid, Xyzzolin, Parfum"
_FORBIDDEN = (r"\sstyle\s*=", r"\son[a-z]+\s*=", r"<style", r"javascript:", r"<script(?![^>]*(\ssrc=|\snonce=))")
_MARK = re.compile(r'<mark class="app-mark app-mark--([a-z-]+)[^"]*">([^<]*)<span')


def words(response: HttpResponse) -> str:
    """What a person reads in the main part of a page."""
    return " ".join(html.unescape(web_pages.text(response)).split())


def says(response: HttpResponse, *said: str) -> bool:
    """Whether all of this stands on a page, whatever blanks are between."""
    read = words(response)
    return all(" ".join(text.split()) in read for text in said)


def headings(response: HttpResponse) -> list[str]:
    """The first headings of a page, which ought to be one."""
    found = re.findall(r"<h1[^>]*>(.*?)</h1>", response.content.decode(), re.DOTALL)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split()) for text in found]


def marked(response: HttpResponse) -> list[tuple[str, str]]:
    """The marked words of a label, each with its kind, in their order."""
    return [(kind, html.unescape(text)) for kind, text in _MARK.findall(response.content.decode())]


def shown_label(response: HttpResponse) -> str:
    """The label as it stands on the page, without its marks."""
    found = re.search(r'<p class="app-label">(.*?)</p>', response.content.decode(), re.DOTALL)
    assert found
    without_hidden = re.sub(r'<span class="nhsuk-u-visually-hidden">.*?</span>', "", found[1])
    return html.unescape(re.sub(r"<[^>]+>", "", without_hidden))


def forbidden(response: HttpResponse) -> list[str]:
    """What a strict content policy would refuse on a page."""
    page = response.content.decode()
    return [match[0] for pattern in _FORBIDDEN for match in re.finditer(pattern, page, re.IGNORECASE)]


def label_form(**told: str) -> dict[str, str]:
    """What the form of a label sends: the label of LABEL on day 3, left on."""
    return {"text": LABEL, "day": "3", "treated_on": "", "kind": "leave_on", "depth_mm": "", **told}
