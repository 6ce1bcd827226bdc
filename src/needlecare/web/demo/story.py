"""The stories of the demonstration as they stand beside this file: stories/*.toml and clinic.toml."""

import datetime
import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

HERE = Path(__file__).parent
Day = int


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Moment(_Part):
    """On which day since the treatment, and when on that day, by the clock of the clinic."""

    day: Day
    at: datetime.time


class Product(_Moment):
    """Put on the shelf."""

    name: str
    ingredients: str
    kind: str


class CheckIn(_Moment):
    """What was answered, in the keys of the app's own forms, and the names of the products used."""

    answers: dict[str, str | list[str]]
    used: tuple[str, ...] = ()
    who: str = "patient"


class Message(_Moment):
    """From the patient (or whoever helps), or from somebody of the staff by e-mail address."""

    text: str
    sender: str = ""
    who: str = "patient"


class Look(_Moment):
    """Somebody of the staff looked at the record."""

    by: str


class Story(_Part):
    """One patient; `today` is the day of their course when the demonstration is made."""

    name: str
    template: str
    by: str
    today: Day
    email: str = ""
    phone: str = ""
    devices: int = 0
    background: dict[str, Any] = {}
    products: tuple[Product, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    messages: tuple[Message, ...] = ()
    looks: tuple[Look, ...] = ()

    def moments(self) -> "list[_Moment]":
        """All that happened, in order."""
        return sorted((*self.products, *self.check_ins, *self.messages, *self.looks), key=lambda one: (one.day, one.at))


class Staff(_Part):
    """An account with a password that everybody may know."""

    email: str
    name: str
    password: str
    role: str


class Template(_Part):
    """A treatment that the clinic often does."""

    name: str
    procedure: dict[str, Any]


class Setting(_Part):
    """The clinic, who works there, and what they do."""

    clinic: dict[str, str]
    staff: tuple[Staff, ...]
    templates: tuple[Template, ...]


def setting() -> Setting:
    """The clinic of the demonstration."""
    return Setting.model_validate(tomllib.loads((HERE / "clinic.toml").read_text(encoding="utf-8")))


def stories() -> list[Story]:
    """All patients of the demonstration, by the names of their files."""
    return [
        Story.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted((HERE / "stories").glob("*.toml"))
    ]
