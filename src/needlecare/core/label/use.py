"""How, when and by whom a product is to be used: what a verdict depends on besides the label."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["leave_on", "rinse_off"]


@dataclass(frozen=True)
class Person:
    """What matters of a person here; None is unknown."""

    acne_prone: bool | None = None
    dark_skin: bool | None = None
    cold_sores: bool | None = None
    sensitive_skin: bool | None = None
    pregnant: bool | None = None
    allergies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clinic:
    """What a clinic's protocol says of products: days of its own by concern class, and names allowed or forbidden.

    Names are of products or of ingredients.
    """

    name: str = ""
    days: tuple[tuple[str, int], ...] = ()
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Use:
    """One use: the day since the procedure (0 = the day itself), needle depth in mm (None is unknown and counts as
    deep), leave-on or rinse-off, and whether it is put on during the session. `held` are concern classes that an
    assessment holds back for now, whatever the day."""

    day: int
    depth_mm: float | None = None
    kind: Kind = "leave_on"
    during: bool = False
    person: Person = Person()
    clinic: Clinic = Clinic()
    held: tuple[str, ...] = ()
