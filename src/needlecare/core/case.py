"""What goes in: one person, one procedure, their check-ins and products. Source: docs/guide/case.md.

Absent means unknown; `none` (or `no`) means asked and not there. Unknown fields are refused.
"""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from needlecare.core.faults import CaseError, faults_of
from needlecare.core.reading import (
    Areas,
    BySign,
    Choice,
    Date,
    DeviceName,
    Distributions,
    Fitzpatrick,
    KnownCare,
    KnownHistory,
    KnownMedicines,
    Number,
    SettingName,
    Signs,
    Texts,
    YesNo,
    bounded,
)  # fmt: skip
from needlecare.knowledge.vocabulary import (
    CareId,
    CountId,
    Device,
    HistoryId,
    MedicineId,
    ProductKind,
    Setting,
    Sex,
    SignId,
    SkinType,
    Trend,
)  # fmt: skip

LONGEST_COURSE = 3650  # days; ten years is further than any late effect in the evidence
Day = Annotated[int | None, Field(ge=0, le=LONGEST_COURSE), Number]
Points = Annotated[float | None, Field(ge=0, le=10), Number]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _nothing_is_unknown(cls, data: Any) -> Any:
        """A field that is there but empty (null) says as much as one that is absent."""
        bounded(data)
        for value in data.values() if isinstance(data, dict) else ():
            if isinstance(value, list):
                bounded(value)
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class Patient(_Part):
    """Who: age in years, Fitzpatrick skin type 1 to 6 (I to VI), history and medicines as yes or no; allergies by the
    names of ingredients or of their kind ("perfume", "limonene")."""

    age: Annotated[float | None, Field(ge=0, le=120), Number] = None
    sex: Annotated[Sex | None, Choice] = None
    fitzpatrick: Fitzpatrick = None
    skin_type: Annotated[SkinType | None, Choice] = None
    pregnant: YesNo = None
    history: Annotated[dict[HistoryId, YesNo], KnownHistory] = {}
    medicines: Annotated[dict[MedicineId, YesNo], KnownMedicines] = {}
    allergies: Texts = ()


class Procedure(_Part):
    """What was done: date, device, needle depth in millimetres, where, and what was put on."""

    date: Date = None
    device: Annotated[Device | None, DeviceName] = None
    needle_depth_mm: Annotated[float | None, Field(gt=0, le=10), Number] = None
    setting: Annotated[Setting | None, SettingName] = None
    areas: Areas = None
    applied: Texts = ()
    numbing_cream: YesNo = None
    under_occlusion: YesNo = None
    sterile_single_use: YesNo = None


class CheckIn(_Part):
    """One look at the skin: day since the procedure (0 = the day itself) or date, signs by severity, counts of spots,
    temperature in °C, pain and itch from 0 to 10."""

    day: Day = None
    date: Date = None
    signs: Signs = {}
    counts: Annotated[dict[CountId, Annotated[int, Field(ge=0, le=100_000), Number]], BySign] = {}
    distribution: Distributions = None
    trend: Annotated[Trend | None, Choice] = None
    fever: YesNo = None
    temperature_c: Annotated[float | None, Field(ge=30, le=45), Number] = None
    pain_0_10: Points = None
    itch_0_10: Points = None
    onset_day: Annotated[dict[SignId, Annotated[int, Field(ge=0, le=LONGEST_COURSE), Number]], BySign] = {}
    care: Annotated[dict[CareId, YesNo], KnownCare] = {}
    note: Annotated[str | None, Field(max_length=20_000)] = None


class Product(_Part):
    """A product in use: its name, the label's ingredient text, and the days on which it was used."""

    name: Annotated[str | None, Field(max_length=500)] = None
    ingredients: Annotated[str | None, Field(max_length=50_000)] = None
    kind: Annotated[ProductKind | None, Choice] = None
    used_on_days: Annotated[
        tuple[Annotated[int, Field(ge=0, le=LONGEST_COURSE), Number], ...], Field(max_length=400)
    ] = ()


class Case(_Part):
    """Everything one person has told about one treatment."""

    patient: Patient = Patient()
    procedure: Procedure = Procedure()
    check_ins: Annotated[tuple[CheckIn, ...], Field(max_length=400)] = ()
    products: Annotated[tuple[Product, ...], Field(max_length=200)] = ()

    @classmethod
    def read(cls, data: Any) -> Self:
        """A case from plain data (as TOML, JSON or YAML give it).

        Raises CaseError with every fault at once: its path, what was found, what would be valid, the nearest name.
        """
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise CaseError(faults_of(error, cls, data)) from None
        except RecursionError:
            raise CaseError.one("", "data nested too deeply", "a case as in docs/guide/case.md") from None
