"""The keyboard of somebody who uses nothing else."""

from playwright.sync_api import Page

_AT = """() => {
  const at = document.activeElement;
  const words = at.labels?.length ? at.labels[0].textContent : at.textContent || at.value;
  return {name: at.name ?? "", words: words.trim().replace(/\\s+/g, " ")};
}"""
FURTHEST = 80  # presses of Tab; a page that needs more has lost its reader


def words_in_focus(page: Page) -> str:
    """What the thing in focus is called."""
    return str(page.evaluate(_AT)["words"])


def goes_on_to(page: Page, words: str = "", name: str = "") -> None:
    """Presses Tab until this is in focus, by its words or the name of its field."""
    for _ in range(FURTHEST):
        page.keyboard.press("Tab")
        at = page.evaluate(_AT)
        if (words and at["words"] == words) or (name and at["name"] == name):
            return
    raise AssertionError(f"{page.url}: Tab does not lead to {words or name!r}")
