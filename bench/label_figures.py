"""How much of the real labels is recognised, beside two simple references, and how right it is where people read it."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from tests.labels_read.measuring import DAMAGED, class_scores, hand_read, names_read

from bench.label_references import REFERENCES
from bench.real_labels import Label, labels
from bench.table import table
from needlecare.core.label.answer import How, IngredientRead
from needlecare.core.label.check import check_label
from needlecare.core.label.found import SURE
from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.load import load_ingredients

_USE = Use(day=2, depth_mm=1.0)
_GOALS = {"exact": 99, "synonym": 99, "spelling": 97}  # per cent of canonical names that are right
_HALVES = {"held out": True, "the others": False}


@lru_cache(maxsize=1)
def _read() -> dict[str, tuple[IngredientRead, ...]]:
    """The ingredients of every real label, by its id."""
    ingredients = load_ingredients()
    return {label.id: check_label(label.text, _USE, ingredients).ingredients for label in labels()}


def recognition() -> str:
    """The share of tokens recognised and of lists wholly recognised, held-out lists and others, ours and references."""
    ways: dict[str, Callable[[Label], list[bool]]] = {
        "needlecare": lambda label: [one.inci is not None for one in _read()[label.id]],
        **{name: _by(reference) for name, reference in REFERENCES.items()},
    }
    rows = []
    for half, held_out in _HALVES.items():
        chosen = [label for label in labels() if label.held_out is held_out]
        for name, way in ways.items():
            known = [way(label) for label in chosen]
            tokens, right = sum(map(len, known)), sum(map(sum, known))
            whole = sum(bool(each) and all(each) for each in known)
            rows.append(
                [f"{half}: {name}", f"{len(chosen):,}", f"{tokens:,}", _share(right, tokens), _share(whole, len(known))]
            )
    heads = ["", "lists", "tokens", "tokens recognised", "lists wholly"]
    return table("Recognition on real lists, goals on held-out ones: >= 96 % of tokens, >= 55 % of lists", heads, rows)


def ways() -> str:
    """How the tokens are recognised."""
    counts = {half: _hows(label.id for label in labels() if label.held_out is held) for half, held in _HALVES.items()}
    hows: list[How | None] = [*SURE, None]
    rows = [
        [how or "not recognised", *(_share(found[how], found.total()) for found in counts.values())] for how in hows
    ]
    return table("How the tokens are recognised", ["", *counts], rows)


def names() -> str:
    """The canonical name against the hand-read one, by the way in which the token is printed."""
    read = names_read()
    rows = []
    for kind, goal in _GOALS.items():
        right = [one.right for one in read if one.kind == kind]
        rows.append([kind, str(len(right)), _share(sum(right), len(right)), f">= {goal} %"])
    missed = [
        f"wrong  {one.label}: {one.token!r} is {one.inci!r}, read as {', '.join(map(repr, one.found)) or 'nothing'}"
        for one in read
        if not one.right
    ]
    title = f"Canonical names of {len(read)} hand-read tokens of held-out labels, one reader"
    return "\n".join([table(title, ["", "tokens", "right", "goal"], rows).rstrip("\n"), *missed, ""])


def classes() -> str:
    """Every concern class against the hand-read labels."""
    whole = [label for label in hand_read() if label not in DAMAGED]
    scores = class_scores(whole)
    rows = [
        [name, str(score.marked), f"{100 * score.recall:.1f}", f"{100 * score.precision:.1f}"]
        for name, score in scores.items()
    ]
    wrong = [
        f"{what}  {name}: {words!r} in {label}"
        for name, score in scores.items()
        for what, places in (("missed", score.missed), ("false ", score.false))
        for label, words in places
    ]
    title = f"Concern classes on {len(whole)} hand-read labels, goals: recall >= 99 %, precision >= 98 % each"
    heads = ["", "marked", "recall %", "precision %"]
    return "\n".join([table(title, heads, rows).rstrip("\n"), *wrong, ""])


def _by(reference: Callable[[str], list[bool]]) -> Callable[[Label], list[bool]]:
    return lambda label: reference(label.text)


def _hows(ids: Iterable[str]) -> Counter[How | None]:
    return Counter(one.how for each in ids for one in _read()[each])


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.2f} %" if of else "-"
