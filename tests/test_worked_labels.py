"""Every worked label is read and judged as it claims, and together they show every class and every way of reading."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest

from needlecare.core.label.answer import VERDICTS, How, LabelAnswer
from needlecare.core.label.check import check_label
from needlecare.knowledge.ingredients.schema import CONCERNS
from tests.support.worked_labels import PartExpected, WorkedLabel, read_labels, the_ingredients, worked_labels

LABELS = worked_labels()


@pytest.mark.parametrize(("file", "label"), LABELS, ids=[f"{file}: {label.claim}" for file, label in LABELS])
def test_worked_label(file: str, label: WorkedLabel) -> None:
    found = check_label(label.text, label.use(), the_ingredients(), name=label.product)
    wrong = [*_verdict(label, found), *_concerns(label, found), *_reading(label, found), *_parts(label, found)]
    assert not wrong, f"\n{file}: {label.claim}\n  " + "\n  ".join(wrong)


def _verdict(label: WorkedLabel, found: LabelAnswer) -> Iterator[str]:
    for field in ("verdict", "until_day", "sure", "deciding", "is_list"):
        if field in label.model_fields_set:
            yield from _unlike(field, getattr(label, field), getattr(found, field))
    notes = [note for concern in found.concerns.values() for note in concern.notes]
    said = "\n".join((found.headline, *found.reasons, *notes))
    for words in label.says:
        if words not in said:
            yield f"does not say {words!r}, but:\n{said}"


def _concerns(label: WorkedLabel, found: LabelAnswer) -> Iterator[str]:
    names = {name: concern.ingredients for name, concern in found.concerns.items()}
    if label.concerns is not None:
        yield from _unlike("concerns", dict(sorted(label.concerns.items())), dict(sorted(names.items())))
    for name, wanted in label.concerns_include.items():
        for inci in wanted:
            if inci not in names.get(name, ()):
                yield f"{name}: expected {inci}, found {', '.join(names.get(name, ())) or 'none'}"
    for name in label.concerns_exclude:
        if name in names:
            yield f"{name} is found in {', '.join(names[name])}, but should not be"


def _reading(label: WorkedLabel, found: LabelAnswer) -> Iterator[str]:
    read = found.ingredients
    if label.ingredients is not None:
        yield from _unlike("ingredients", label.ingredients, tuple(one.inci for one in read))
    for inci, how in label.how.items():
        yield from _unlike(f"how {inci} was read", {how}, {one.how for one in read if one.inci == inci})
    if label.not_understood is not None:
        yield from _unlike("not understood", label.not_understood, found.read.not_understood)
    if label.spans is not None:
        yield from _unlike("spans", label.spans, tuple(label.text[one.start : one.end] for one in read))


def _parts(label: WorkedLabel, found: LabelAnswer) -> Iterator[str]:
    if label.parts is None:
        return
    yield from _unlike("number of parts", len(label.parts), len(found.parts))
    for at, (wanted, part) in enumerate(zip(label.parts, found.parts, strict=False), 1):
        for field in PartExpected.model_fields:
            if field in wanted.model_fields_set:
                yield from _unlike(f"{field} of part {at}", getattr(wanted, field), getattr(part, field))


def _unlike(what: str, wanted: object, found: object) -> Iterator[str]:
    if wanted != found:
        yield f"{what}: expected {wanted}, found {found}"


# -- together they show everything ---------------------------------------------------------------------------------


@pytest.mark.parametrize("concern", CONCERNS)
def test_every_class_has_a_file_with_labels_that_are_just_in_and_just_out(concern: str) -> None:
    mine = [label for file, label in LABELS if file == f"concerns/{concern}"]
    found = [{*(label.concerns or ()), *label.concerns_include} for label in mine]
    ruled_out = [concern in label.concerns_exclude or label.concerns is not None for label in mine]
    assert any(concern in names for names in found)
    assert any(out and concern not in names for out, names in zip(ruled_out, found, strict=True))


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_is_reached(verdict: str) -> None:
    assert any(label.verdict == verdict for _, label in LABELS)


@pytest.mark.parametrize("how", get_args(How))
def test_every_way_of_recognising_a_name_is_shown(how: str) -> None:
    assert any(how in label.how.values() for _, label in LABELS)


def test_claims_are_unique() -> None:
    claims = Counter(label.claim for _, label in LABELS)
    assert [claim for claim, count in claims.items() if count > 1] == []


def test_there_are_many_labels() -> None:
    assert len(LABELS) >= 250


_ENTRY = '- {claim: "A sentence that claims", text: "Aqua, Glycerin", %s}'


@pytest.mark.parametrize(
    ("expected", "fault"),
    [
        ("verdicts: fine", "verdicts: Extra inputs"),
        ("verdict: good", "verdict: Input should be"),
        ("concerns: {perfume: []}", r"concerns\.perfume.*: Input should be"),
        ("verdict: fine, person: {age: 30}", r"person\.age: Extra inputs"),
        ("verdict: fine, clinic: {name: here}", r"clinic\.name: Extra inputs"),
        ("parts: [{until: 3}]", r"parts\.0\.until: Extra inputs"),
        ("how: {Aqua: guess}", r"how\.Aqua: Input should be"),
        ("verdict: fine, day: -1", "day: Input should be"),
        ("day: 3", "expects nothing"),
    ],
)
def test_a_mistyped_label_is_refused(expected: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_labels(_ENTRY % expected, "test.yaml")


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "\n".join([_ENTRY % "verdicts: fine", _ENTRY % "deciders: [Parfum]"])
    with pytest.raises(ValueError, match=r"(?s)verdicts.*deciders"):
        read_labels(text, "test.yaml")
