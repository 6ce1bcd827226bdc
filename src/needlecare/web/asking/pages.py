"""Questions as pages, each short enough for a phone: one set without an account, one for a patient's check-in."""

from dataclasses import dataclass

from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.keys import is_answer
from needlecare.web.asking.questions import Question, question
from needlecare.web.asking.tiles import TILES, members


@dataclass(frozen=True)
class Page:
    """One page of a form: its title, the keys of what it asks, and whether it has rows for products."""

    id: str
    title: str
    keys: tuple[str, ...] = ()
    products: bool = False

    def questions(self, knowledge: Knowledge) -> tuple[Question, ...]:
        """What it asks, in order."""
        return tuple(question(key, knowledge) for key in self.keys)

    def facts(self, knowledge: Knowledge) -> tuple[str, ...]:
        """The keys of the facts that it decides; those of the tiles each for itself."""
        return tuple(fact for key in self.keys for fact in (members(key, knowledge) if key in TILES else (key,)))


PUBLIC = (  # after the day, what may be urgent comes first; the rest only serves the reasons and the plan
    Page("treatment", "Your treatment", ("day", "treated_on", "device", "needle_depth_mm")),
    Page("warning", "Signs to look for first", ("any.warning",)),
    Page(
        "skin_today", "What you see today",
        ("sign.erythema", "sign.oedema", "sign.bruising", "sign.crusting", "sign.flaking", "sign.bleeding"),
    ),
    Page(
        "spots", "Spots and bumps",
        ("count.papules", "count.pustules", "sign.comedones", "sign.milia", "sign.nodules", "sign.plaques"),
    ),
    Page(
        "feeling", "How it feels",
        ("sign.warmth", "pain_0_10", "itch_0_10", "sign.burning", "sign.tightness", "sign.dryness", "sign.numbness"),
    ),
    Page("change", "How it is changing", ("trend", "fever", "distribution", "any.later_marks")),
    Page(
        "person", "Your skin and your health",
        ("fitzpatrick", "skin_type", "pregnant", "any.history", "any.medicines"),
    ),
    Page(
        "procedure", "How it was done",
        ("setting", "sterile_single_use", "numbing_cream", "under_occlusion", "areas"),
    ),
    Page("care", "What you did since", ("any.care",)),
    Page("products", "Your products", products=True),
)  # fmt: skip

CHECK_IN = (
    Page("compared", "Compared with yesterday", ("trend", "any.warning")),
    Page(
        "seen", "What do you see?",
        (
            "sign.erythema", "sign.oedema", "sign.warmth", "count.papules", "count.pustules", "sign.crusting",
            "distribution",
        ),
    ),
    Page("felt", "How does it feel?", ("pain_0_10", "itch_0_10", "sign.burning", "fever")),
    Page("did", "What did you use and do?", ("any.followed", "any.care")),
    Page("note", "Anything else?", ("note",)),
)  # fmt: skip


def page_of(key: str, pages: tuple[Page, ...], knowledge: Knowledge) -> Page | None:
    """The page of a set that asks for this fact."""
    product = key.startswith("product.")
    return next((page for page in pages if key in page.facts(knowledge) or (product and page.products)), None)


def single(key: str, knowledge: Knowledge) -> Page | None:
    """A page that asks for one fact alone; None for what there is no question for."""
    try:
        asked = question(key, knowledge) if is_answer(key, knowledge) else None
    except KeyError:
        return None
    return Page(f"fact:{key}", "One question", (key,)) if asked else None
