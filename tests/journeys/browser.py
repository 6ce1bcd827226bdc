"""A browser as people hold it, and what every page must be: readable, operable, quiet."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Screen(NamedTuple):
    """The size of a screen in CSS pixels, and whether it is touched."""

    width: int
    height: int
    touch: bool


PHONE = Screen(360, 740, True)
DESKTOP = Screen(1280, 900, False)
ZOOMED = Screen(320, 256, False)  # 1280 by 1024 at 400 %
NARROWEST = 320
SCREENS = {"phone": PHONE, "desktop": DESKTOP}


def executable() -> str:
    """Where the browser is. Raises RuntimeError with the remedy."""
    found = subprocess.run([ROOT / "tools" / "browser"], capture_output=True, text=True, check=False)
    if found.returncode:
        raise RuntimeError(found.stderr.strip())
    return found.stdout.strip().splitlines()[-1]


@contextmanager
def person(browser: Browser, address: str, screen: Screen = PHONE, **options: Any) -> Iterator["Person"]:
    """Somebody with a browser of their own."""
    context = browser.new_context(
        base_url=address, viewport={"width": screen.width, "height": screen.height}, has_touch=screen.touch,
        locale="en-GB", **options,
    )  # fmt: skip
    context.set_default_timeout(10_000)
    try:
        yield Person(context, scripts=options.get("java_script_enabled", True))
    finally:
        context.close()


class Person:
    """One browser, what it complained of, and what was tapped."""

    def __init__(self, context: BrowserContext, *, scripts: bool) -> None:
        self.context = context
        self.scripts = scripts
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.taps = 0
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def goes_to(self, path: str) -> None:
        """Opens an address."""
        self.page.goto(path)

    def taps_on(self, name: str) -> None:
        """Taps on the button or link that bears this name."""
        self.taps += 1
        found = self.page.get_by_role("button", name=name, exact=True)
        found.or_(self.page.get_by_role("link", name=name, exact=True)).first.click()

    def chooses(self, label: str, within: str | None = None) -> None:
        """Taps on the label of a choice, within the group of fields with this legend."""
        self.taps += 1
        place = self.page.get_by_role("group", name=within).first if within else self.page
        place.get_by_label(label, exact=True).first.check(force=True)

    def fills(self, label: str, text: str) -> None:
        """Types into a field."""
        self.taps += 1
        self.page.get_by_label(label).first.fill(text)

    def sees(self, text: str) -> None:
        """The page shows this text."""
        self.page.get_by_text(text).first.wait_for()

    def reads(self) -> str:
        """All the text of the page."""
        return self.page.locator("body").inner_text()

    def page_is_good(self) -> None:
        """One heading, a title, nothing that a checker of accessibility finds, nothing cut off, no complaints."""
        page = self.page
        assert page.locator("h1").count() == 1, f"{page.url} has {page.locator('h1').count()} main headings"
        assert page.title().endswith("Needlecare")
        if self.scripts:
            page.evaluate(_axe())
            assert self._found(RULES) == [], f"{page.url}: {self._found(RULES)}"
            self._looks_the_same_in_the_dark()
            self._fits()
        assert self.complaints == [], f"{page.url}: {self.complaints}"

    def _found(self, what: list[str]) -> list[str]:
        """What the checker finds against these rules."""
        found: list[str] = self.page.evaluate(
            "rules => axe.run(document, {runOnly: rules}).then(r => r.violations.map(v =>"
            " v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.target.join(' ')).join(' | ')))",
            what,
        )
        return found

    def _looks_the_same_in_the_dark(self) -> None:
        """Only the colours change there, so that only they are looked at again."""
        self.page.emulate_media(color_scheme="dark")
        found = self._found(["color-contrast", "link-in-text-block"])
        assert found == [], f"{self.page.url} in the dark: {found}"
        self.page.emulate_media(color_scheme="light")

    def _fits(self) -> None:
        """Nothing reaches out to the side, on the narrowest of phones neither."""
        page, size = self.page, self.page.viewport_size
        assert size is not None
        for width in {size["width"], NARROWEST} if size["width"] < DESKTOP.width else {size["width"]}:
            page.set_viewport_size({"width": width, "height": size["height"]})
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{page.url} is {wide} px too wide at {width} px"
        page.set_viewport_size(size)


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")
