"""Misspelt names that are repaired at once: the same as by the long way, whatever was misspelt."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from needlecare.core.label.naming import Namer
from needlecare.knowledge.ingredients.load import load_ingredients

TABLE = load_ingredients()
AT_ONCE, BY_THE_LONG_WAY = Namer(TABLE), Namer(TABLE)
BY_THE_LONG_WAY._at_once.repaired = lambda text: None  # type: ignore[method-assign]
NAMES = sorted({row.inci for row in TABLE.rows})
WORDS = ("organic", "Extract", "and", "Powder", "free", "percent", "Sodium", "Ferment", "the", "Oil", "CI 77891", "12")


@st.composite
def misspelt(draw: st.DrawFn) -> str:
    """A name with a letter or two wrong, perhaps with another word beside it, or a bracket in it."""
    said = draw(st.sampled_from(NAMES))
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(said) - 1))
        letter = draw(st.sampled_from(string.ascii_letters + " -"))
        said = draw(st.sampled_from((said[:at] + said[at + 1 :], said[:at] + letter + said[at:])))
    match draw(st.integers(0, 5)):
        case 0:
            said = f"{draw(st.sampled_from(WORDS))} {said}"
        case 1:
            said = f"{said} {draw(st.sampled_from(WORDS))}"
        case 2:
            first, _, rest = said.partition(" ")
            said = f"{first} ({draw(st.sampled_from((*WORDS, *NAMES)))}) {rest}"
        case _:
            pass
    return draw(st.sampled_from((said, said.upper(), said.lower(), f" {said}.")))


@settings(max_examples=1500)
@given(misspelt())
def test_what_is_repaired_at_once_is_what_the_long_way_finds(said: str) -> None:
    assert AT_ONCE.token(said) == BY_THE_LONG_WAY.token(said)


def test_it_is_the_usual_case() -> None:
    """Else the way would not be worth its test: one letter left out in the middle of long names."""
    names = [name for name in NAMES if len(name) > 12 and name.replace(" ", "").isalpha()]
    said = [name[: len(name) // 2] + name[len(name) // 2 + 1 :] for name in names]
    assert sum(AT_ONCE._at_once.repaired(each) is not None for each in said) > len(said) / 2
