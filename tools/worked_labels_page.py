"""The page of the worked labels: under each file the claims, the label, who asks when, and the answer expected."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

GROUPS = {
    ".": "Lists and texts that are none",
    "concerns": "Concern classes",
    "languages": "Languages and scripts",
    "people": "People and clinics",
    "print": "What print does to names",
    "spelling": "Spelling",
}


def worked_labels(folder: Path, note: str) -> str:
    """Every worked label of a folder in Markdown, under a heading for each group and file."""
    lines = ["# Worked labels", "", f"{note} Each is a label in tests/labels that every test run reads and judges.", ""]
    by_group: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*.yaml")):
        by_group.setdefault(path.parent.relative_to(folder).as_posix(), []).append(path)
    for group, paths in by_group.items():
        lines += [f"## {GROUPS.get(group, words(group.replace('/', ': ')))}", ""]
        for path in paths:
            lines += [f"### {words(path.stem)}", "", *above(path), *_labels(path)]
    return "\n".join(lines)


def _labels(path: Path) -> Iterator[str]:
    for label in yaml.safe_load(path.read_text(encoding="utf-8")):
        text = str(label["text"]).rstrip("\n")
        fence = "````" if "```" in text else "```"
        yield from (f"**{' '.join(str(label['claim']).split())}**", "", f"{fence}text", text, fence, "")
        yield from (f"- {_circumstances(label)}", *(f"- {said}" for said in _expected(label)), "")


def _circumstances(label: dict[str, Any]) -> str:
    """When, with which needles, on whom and under which protocol the label is judged; the unknown is left out."""
    said = ["During the session" if label.get("during") else f"Day {label.get('day', 2)}"]
    if "depth_mm" in label:
        said.append(f"needles of {label['depth_mm']} mm")
    if label.get("kind") == "rinse_off":
        said.append("rinsed off")
    if "product" in label:
        said.append(f"called {label['product']}")
    for fact, value in label.get("person", {}).items():
        if fact == "allergies":
            said.append(f"allergic to {_names(value)}")
        else:
            said.append(("" if value else "not ") + fact.replace("_", " "))
    clinic = label.get("clinic", {})
    said += [f"the clinic says day {day} for {_code(concern)}" for concern, day in clinic.get("days", {}).items()]
    said += [f"the clinic has {word} {_names(clinic[word])}" for word in ("allowed", "forbidden") if word in clinic]
    return ", ".join(said)


def _expected(label: dict[str, Any]) -> Iterator[str]:
    if "verdict" in label:
        yield _verdict(label)
    elif label.get("deciding"):
        yield f"{_names(label['deciding'])} decide"
    for key, say in _SAID.items():
        if key in label:
            yield say(label[key])


def _verdict(label: dict[str, Any]) -> str:
    said = f"**{label['verdict']}**"
    if label.get("until_day") is not None:
        said += f" until day {label['until_day']}"
    if label.get("deciding"):
        said += f", because of {_names(label['deciding'])}"
    return said + (" (probably)" if label.get("sure") == "probably" else "")


def _parts(parts: list[dict[str, Any]]) -> str:
    if len(parts) == 1:
        return "one product"
    return f"{len(parts)} products: " + "; ".join(_part(part, at) for at, part in enumerate(parts, 1))


def _part(part: dict[str, Any], at: int) -> str:
    name = part.get("name") or f"product {at}"
    return f"{name} {_verdict(part)}" if "verdict" in part else str(name)


def _classes(concerns: dict[str, list[str]]) -> str:
    return "; ".join(f"{_code(concern)}: {_names(names)}" for concern, names in concerns.items())


def _code(word: str) -> str:
    return f"`{word}`"


def _names(names: Sequence[str | None]) -> str:
    return ", ".join("(not understood)" if name is None else str(name) for name in names)


_SAID: dict[str, Callable[[Any], str]] = {
    "is_list": lambda given: "a list of ingredients" if given else "no list of ingredients",
    "concerns": lambda given: f"in classes: {_classes(given)}" if given else "in no class",
    "concerns_include": lambda given: f"in classes, among others: {_classes(given)}",
    "concerns_exclude": lambda given: f"not in {', '.join(map(_code, given))}",
    "ingredients": lambda given: f"read as: {_names(given)}" if given else "nothing is read",
    "how": lambda given: "recognised by: " + ", ".join(f"{name} by {_code(how)}" for name, how in given.items()),
    "not_understood": lambda given: f"not understood: {_names(given)}" if given else "everything is understood",
    "spans": lambda given: "as printed: " + ", ".join(f"“{span}”" for span in given),
    "parts": _parts,
    "says": lambda given: "says " + ", ".join(f"“{phrase}”" for phrase in given),
}


def above(path: Path) -> list[str]:
    """The comment at the top of a file, as a paragraph."""
    comment = takewhile(lambda line: line.startswith("#"), path.read_text(encoding="utf-8").splitlines())
    said = " ".join(line.lstrip("# ").rstrip() for line in comment)
    return [said, ""] if said else []


def words(name: str) -> str:
    """The name of a file or folder as a heading."""
    said = name.replace("_", " ").replace("-", " ")
    return said[:1].upper() + said[1:]
