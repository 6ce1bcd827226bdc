"""What every database must be able to keep: the same limits everywhere, and texts that are texts."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from needlecare.core.faults import CaseError

Kept = TypeVar("Kept", bound=Model)
_NOT_TEXT = "This has characters that are not text."


def checked(record: Kept) -> Kept:
    """The record, where its fields hold what they may. Raises ValidationError by field.

    What a record points to is left out: it was read from the patient or the clinic before.
    """
    own = {
        field.name: getattr(record, field.attname) for field in record._meta.concrete_fields if not field.is_relation
    }
    broken = {name: _NOT_TEXT for name, value in own.items() if isinstance(value, str) and not is_text(value)}
    if broken:
        raise ValidationError(broken)
    absent = {name for name, value in own.items() if value is None and record._meta.get_field(name).null}
    record.clean_fields(exclude={field.name for field in record._meta.fields} - set(own) | absent)
    return record


def check_texts(data: Any) -> None:
    """Raises CaseError where plain data holds what is no text (a NUL, half of a character)."""
    for path, text in _texts(data, ""):
        if not is_text(text):
            raise CaseError.one(path, "text with broken characters", "readable text")


def is_text(text: str) -> bool:
    """Whether every database can keep it: no NUL, no half of a character."""
    return "\x00" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def _texts(data: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            here = f"{path}.{key}" if path else str(key)
            yield "a name" if not is_text(str(key)) else here, str(key)
            yield from _texts(value, here)
    elif isinstance(data, list | tuple):
        for at, value in enumerate(data):
            yield from _texts(value, f"{path}[{at}]")
