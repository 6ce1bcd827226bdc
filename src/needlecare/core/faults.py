"""What is wrong with a case, all at once: where, what was found, what would be right, and the nearest right name."""

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self, get_args

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

_SHOWN = 60


@dataclass(frozen=True)
class Fault:
    """One fault: `path` like `check_ins[0].signs.redness`, empty for the whole case."""

    path: str
    found: str
    expected: str
    nearest: str | None = None

    def __str__(self) -> str:
        where = self.path or "the case"
        hint = f" Did you mean {self.nearest}?" if self.nearest else ""
        return f"{where}: found {self.found}; expected {self.expected}.{hint}"


class CaseError(ValueError):
    """A case that cannot be read, with every fault in it; `what` says what was meant to be read."""

    what = "the case"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))

    @classmethod
    def one(cls, path: str, found: str, expected: str) -> Self:
        """An error of a single fault."""
        return cls((Fault(path, found, expected),))


def faults_of(error: "ValidationError", model: "type[BaseModel]", data: Any) -> tuple[Fault, ...]:
    """Every fault that pydantic found in data for this model, in our words, with the names as they were written."""
    found = (_fault(item, model) for item in _errors(error))
    return tuple(replace(fault, path=_path(_as_written(location, data))) for location, fault in found)


def _errors(error: "ValidationError") -> list[Any]:
    """Pydantic's errors; without their inputs where those hold text that is no text (lone surrogates)."""
    try:
        return list(error.errors(include_url=False))
    except UnicodeEncodeError:
        found = error.errors(include_url=False, include_input=False)
        return [{"input": "text with broken characters", **item} for item in found]


def _fault(item: Any, model: "type[BaseModel]") -> tuple[list[Any], Fault]:
    location = [part for part in item["loc"] if part != "[key]"]
    found = shown(item["input"])
    match item["type"]:
        case "extra_forbidden":
            names = _names_at(location[:-1], model)
            expected = "one of " + ", ".join(names) if names else "no such field"
            return location, Fault("", "an unknown field", expected, _nearest(location[-1], names))
        case "literal_error":
            given, names = item["input"], _literals(item["ctx"]["expected"])
            return location, Fault("", found, "one of " + ", ".join(names), _nearest(given, names))
        case "model_type" | "model_attributes_type" | "dict_type":
            return location, Fault("", found, "a table of fields")
        case "tuple_type" | "list_type":
            return location, Fault("", found, "a list")
        case "finite_number":
            return location, Fault("", found, "a finite number")
        case kind if kind.startswith(("int_", "float_", "number")):
            return location, Fault("", found, "a whole number" if kind.startswith("int_") else "a number")
        case kind if kind.startswith("date_"):
            return location, Fault("", found, "a date like 2026-05-31")
        case "string_type":
            return location, Fault("", found, "a text")
        case _:
            return location, Fault("", found, _plain(item["msg"]))


def _plain(message: str) -> str:
    message = message.removeprefix("Input should be ").removeprefix("Value error, ")
    return message[:1].lower() + message[1:] if message[1:2].islower() else message


def _path(location: list[Any]) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{shown(part, quote=False)}" for part in location)
    return text.removeprefix(".")


def _as_written(location: list[Any], data: Any) -> list[Any]:
    """The same place with the keys that the person wrote: `redness` where it was read as erythema."""
    from needlecare.core.reading import same_name

    written: list[Any] = []
    for part in location:
        key = part
        if isinstance(data, dict):
            key = next((known for known in data if known == part or same_name(known, part)), part)
        written.append(key)
        data = data.get(key) if isinstance(data, dict) else _item(data, part)
    return written


def _item(data: Any, at: Any) -> Any:
    return data[at] if isinstance(data, list | tuple) and isinstance(at, int) and at < len(data) else None


def shown(value: Any, *, quote: bool = True) -> str:
    """A value that was found as a message shows it: short, and in printable characters."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, int) and abs(value) >= 10**_SHOWN:
        return f"a number of more than {_SHOWN} digits"
    if value is None:
        return "nothing"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    text = repr(value) if quote else str(value)
    text = "".join(char if char.isprintable() else repr(char)[1:-1] for char in text[: 2 * _SHOWN])
    return text if len(text) <= _SHOWN else text[:_SHOWN] + " …"


def _literals(expected: str) -> list[str]:
    return [part.strip("'") for part in expected.replace(" or ", ", ").split(", ")]


def _names_at(location: list[Any], model: "type[BaseModel]") -> list[str]:
    for part in location:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        model = inner
    return list(model.model_fields)


def _model_in(annotation: Any) -> "type[BaseModel] | None":
    if hasattr(annotation, "model_fields"):
        return annotation  # type: ignore[no-any-return]
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _nearest(given: Any, names: list[str]) -> str | None:
    from difflib import get_close_matches

    from needlecare.knowledge.vocabulary import SIGN_SYNONYMS

    if not isinstance(given, str) or len(given) > 100:
        return None
    known = names + (list(SIGN_SYNONYMS) if "erythema" in names else [])
    found = get_close_matches(given.lower(), known, n=1, cutoff=0.6)
    return found[0] if found else None
