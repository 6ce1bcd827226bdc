"""Lists as labels print them, and the circumstances of use, for Hypothesis: all made of real names of a table."""

from typing import Any

from hypothesis import strategies as st

from needlecare.core.label.use import Clinic, Person, Use
from needlecare.knowledge.ingredients.model import Concern, Days, Ingredients, Kind, People
from tests.support.labels import CONCERNS, ROWS, SYNONYMS, a_table, flagged_of, names_of, placed_of, preservatives_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
NOT_KNOWN = ("Zzqx Vorbium", "Quxaline", "Brefanol Zyt", "Xyloquark", "Wexibrine Acid", "Vorbium Copolymer")
FACTS = ("acne_prone", "dark_skin", "cold_sores", "sensitive_skin", "pregnant")
DEPTHS = (None, 0.2, 0.5, 1.0, 1.5, 2.5)


# -- pieces of a list --------------------------------------------------------------------------------------------


def names(table: Ingredients) -> st.SearchStrategy[str]:
    """Names of the table as they are; those of a class, and those whose place matters, more often than they are."""
    return st.one_of(*(st.sampled_from(of(table)) for of in (names_of, flagged_of, placed_of)))


@st.composite
def misspelt(draw: st.DrawFn, which: st.SearchStrategy[str]) -> str:
    """A name with one letter left out, put in, changed, or two of them swapped."""
    name = draw(which)
    at = draw(st.integers(0, len(name) - 1))
    other = draw(st.sampled_from(LETTERS))
    ways = [name[:at] + name[at + 1 :], name[:at] + other + name[at:], name[:at] + other + name[at + 1 :],
            name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]]  # fmt: skip
    return draw(st.sampled_from(ways)).strip() or name


@st.composite
def printed(draw: st.DrawFn, table: Ingredients) -> str:
    """A name as packs print it: alone, with a bracket, a second name, a strength."""
    name = draw(names(table))
    match draw(st.integers(0, 7)):
        case 0:
            return f"{name} ({draw(names(table))})"
        case 1:
            return f"{draw(st.sampled_from(NOT_KNOWN))} ({name})"
        case 2:
            return f"{name}/{draw(names(table))}"
        case 3:
            return f"{name} {draw(st.sampled_from(['2%', '(0.5%)', '1,5 %']))}"
        case 4:
            return f"10% {name}"
        case 5:
            return f"{name} ({draw(names(table))}, {draw(names(table))})"
        case 6:
            return draw(st.sampled_from([name.upper(), name.lower(), f"{name}*", f"{name}."]))
        case _:
            return draw(st.sampled_from(sorted(table.synonyms)))


def pieces(table: Ingredients) -> st.SearchStrategy[str]:
    """Anything between two commas."""
    return names(table) | names(table) | printed(table) | misspelt(names(table)) | st.sampled_from(NOT_KNOWN)


@st.composite
def lists(
    draw: st.DrawFn, table: Ingredients, which: st.SearchStrategy[str], *, least: int = 1, most: int = 10
) -> list[str]:
    """A few of these, half the time with a usual preservative somewhere among them."""
    found = draw(st.lists(which, min_size=least, max_size=most))
    if draw(st.booleans()):
        found.insert(draw(st.integers(0, len(found))), draw(st.sampled_from(preservatives_of(table))))
    return found


@st.composite
def labels(draw: st.DrawFn, table: Ingredients) -> str:
    """A whole label: one list, or a kit, with actives, with may-contain, under a heading."""
    some = lists(table, names(table) | pieces(table)).map(", ".join)
    match draw(st.integers(0, 7)):
        case 0:
            return f"Ingredients: {draw(some)}"
        case 1:
            return f"Active Ingredients: {draw(some)}. Inactive Ingredients: {draw(some)}."
        case 2:
            return f"{draw(some)}. May Contain: {draw(some)}."
        case 3:
            return f"Step 1: {draw(some)}. Step 2: {draw(some)}"
        case 4:
            return "\n".join(draw(lists(table, pieces(table))))
        case _:
            return draw(some)


# -- who uses it, and how ----------------------------------------------------------------------------------------

answers = st.sampled_from([None, True, False])


def people(table: Ingredients) -> st.SearchStrategy[Person]:
    """A person of whom some things are known; now and then with an allergy: to a name, a class, a word not known."""
    words = st.sampled_from((*names_of(table), *table.concerns, *table.synonyms, "Zzqx Vorbium"))
    allergies = st.just(()) | st.lists(words, max_size=2).map(tuple)
    return st.builds(Person, **dict.fromkeys(FACTS, answers), allergies=allergies)


def clinics(table: Ingredients) -> st.SearchStrategy[Clinic]:
    """A clinic with days of its own for some classes, and ingredients that it allows or forbids."""
    days = st.dictionaries(st.sampled_from(tuple(table.concerns)), st.integers(0, 40), max_size=3)
    some = st.just(()) | st.lists(names(table), max_size=2).map(tuple)
    own = st.builds(Clinic, days=days.map(lambda found: tuple(found.items())), allowed=some, forbidden=some)
    return st.just(Clinic()) | own


def uses(table: Ingredients, **given: Any) -> st.SearchStrategy[Use]:
    """Any use, half of them by a person without allergies and a clinic without words; `given` fixes parts of it."""
    parts: dict[str, st.SearchStrategy[Any]] = {
        "day": st.sampled_from([0, 1, 2, 3, 4, 6, 7, 13, 14, 28, 29]),
        "depth_mm": st.sampled_from(DEPTHS),
        "kind": st.sampled_from(["leave_on", "rinse_off"]),
        "during": st.sampled_from([False, False, False, True]),
        "person": people(table),
        "clinic": clinics(table),
        "held": st.just(()) | st.sampled_from(tuple(table.concerns)).map(lambda name: (name,)),
    }
    parts |= {name: st.just(value) for name, value in given.items()}
    usual = {
        "day": parts["day"],
        "depth_mm": parts["depth_mm"],
        "kind": parts["kind"],
        **{name: st.just(value) for name, value in given.items()},
    }
    return st.builds(
        Use, **usual, **({} if "person" in given else {"person": st.builds(Person, **dict.fromkeys(FACTS, answers))})
    ) | st.builds(Use, **parts)


# -- tables ------------------------------------------------------------------------------------------------------


@st.composite
def _days(draw: st.DrawFn) -> tuple[Days, ...]:
    """One to three bands, deeper never shorter, rinsed off never longer."""
    edges = draw(st.sampled_from([(0,), (0, 0.5), (0, 0.5, 1.5)]))
    found = []
    ends = [0, 0, 0, 0]  # rinse-off early and late, leave-on early and late
    for at, edge in enumerate(edges):
        early, late = sorted((draw(st.integers(0, 9)), draw(st.integers(0, 9))))
        rinsed_early, rinsed_late = draw(st.integers(0, early)), draw(st.integers(0, late))
        new = (min(rinsed_early, rinsed_late), max(rinsed_early, rinsed_late), early, late)
        ends = [max(before, now) for before, now in zip(ends, new, strict=True)]
        below = edges[at + 1] if at + 1 < len(edges) else 100.0
        found.append(Days(edge, below, (ends[2], ends[3]), (ends[0], ends[1])))
    return tuple(found)


@st.composite
def _kind(draw: st.DrawFn, name: str) -> Kind:
    wanted = draw(
        st.sampled_from(["", "", "early_end", "only_high", "first", "first of the high", "ahead_of_water", "remark"])
    )
    flags = {flag: flag == wanted for flag in ("early_end", "only_high", "ahead_of_water", "remark")}
    if wanted.startswith("first"):
        return Kind(name, only_high=wanted == "first of the high", first=3)
    return Kind(name, **flags)


@st.composite
def concerns_like(draw: st.DrawFn, concern: Concern) -> Concern:
    """The class with other days, kinds, people."""
    effects = st.sampled_from(["avoid", "late_day", "counts"])
    who = st.builds(People, st.sampled_from(FACTS), effects, st.just("so"), st.sampled_from([None, 5]))
    others = st.sampled_from([other.id for other in CONCERNS if other.id != "injected_risk"])
    return concern._replace(
        trace=draw(st.sampled_from(["counts", "eases", "drops"])),
        days=draw(_days()),
        kinds={name: draw(_kind(name)) for name in concern.kinds},
        people=tuple(draw(st.lists(who, max_size=2))),
        includes=tuple(draw(st.lists(others, max_size=3))) if concern.id == "injected_risk" else (),
        least_grade=draw(st.sampled_from([None, 2, 4])) if concern.id == "comedogenic" else None,
    )


def other_classes() -> st.SearchStrategy[list[Concern]]:
    """Some classes of the small table as another table could have them."""
    return st.lists(st.sampled_from(CONCERNS).flatmap(concerns_like), max_size=5, unique_by=lambda concern: concern.id)


def with_classes(changed: list[Concern]) -> Ingredients:
    """The small table with these classes in place of its own."""
    concerns = {concern.id: concern for concern in (*CONCERNS, *changed)}
    return a_table(ROWS, tuple(concerns.values()), SYNONYMS)
