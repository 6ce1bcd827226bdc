"""The repair of a misspelt name, beside a comparison with every name of the table."""

import random
import re
import string

import pytest
from rapidfuzz.distance import OSA

from needlecare.core.label.check import reader_for
from needlecare.core.label.spelling import SHORTEST_NAMES
from needlecare.knowledge.ingredients.load import load_ingredients

_CHANCE = random.Random(7)
_TABLE = load_ingredients()
_NAMES = {**_TABLE.synonyms, **_TABLE.exact}
_LONG = sorted(name for name in _NAMES if len(name) > SHORTEST_NAMES[0])


def _one_letter_wrong(name: str) -> str:
    at = _CHANCE.randrange(len(name))
    changed = (
        name[:at] + name[at + 1 :],
        name[:at] + name[at] + name[at:],
        name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        name[:at] + _CHANCE.choice(string.ascii_lowercase) + name[at + 1 :],
    )
    return _CHANCE.choice(changed)


@pytest.mark.parametrize("name", _CHANCE.sample(_LONG, 150))
def test_one_wrong_letter_finds_every_name_that_is_as_near(name: str) -> None:
    said = _one_letter_wrong(name)
    digits = re.findall(r"\d+", said)
    near = {
        owner
        for other, owner in _NAMES.items()
        if re.findall(r"\d+", other) == digits and OSA.distance(said, other, score_cutoff=1) == 1
    }
    repair = reader_for(_TABLE).namer.spelling.repair(said)
    if near:
        assert repair is not None
        assert repair.distance == 1
        assert near == set(repair.owners) or (repair.mixed and near < set(repair.owners))
    else:
        assert repair is None or repair.distance > 1


@pytest.mark.parametrize("name", _CHANCE.sample(_LONG, 150))
def test_watched_names_that_are_nearly_as_close_are_found_from_the_right_one(name: str) -> None:
    """What is kept about a right name leaves out none that a search from the wrong one finds within two letters."""
    spelling = reader_for(_TABLE).namer.spelling
    said = _one_letter_wrong(name)
    repair = spelling.repair(said)
    if repair is None or repair.distance > 1:
        return
    digits = re.findall(r"\d+", said)
    watched = {
        _NAMES[other]
        for length, names in spelling._watched.items()
        for other in names
        if abs(length - len(said)) < 3
        and re.findall(r"\d+", other) == digits
        and 0 < OSA.distance(said, other) <= spelling.allowed(len(said))
    }
    assert watched <= set(spelling.near(said, repair))
