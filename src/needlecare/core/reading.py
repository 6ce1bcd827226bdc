"""How a person's way of writing a value is read: yes and no, one or many, Roman skin types, common names of signs.

Unknown stays unknown: an absent value, null, "unknown" or "don't know" all read as None.
"""

import datetime
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from needlecare.knowledge.synonyms import (
    CARE_SYNONYMS,
    DEVICE_SYNONYMS,
    HISTORY_SYNONYMS,
    MEDICINE_SYNONYMS,
    SETTING_SYNONYMS,
)  # fmt: skip
from needlecare.knowledge.vocabulary import SIGN_SYNONYMS, AreaId, Distribution, SignId, ToldSeverity

_YES = {"yes", "true", "y"}
_NO = {"no", "false", "n", "none"}
_UNKNOWN = {"unknown", "don't know", "dont know", "not known", "?"}
_SKIN_TYPES = "I, II, III, IV, V or VI, or 1 to 6"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


def word(value: Any) -> Any:
    """A text as an id: lower case, no outer space, inner spaces and hyphens as underscores."""
    return value.strip().lower().replace(" ", "_").replace("-", "_") if isinstance(value, str) else value


def same_name(written: Any, read: Any) -> bool:
    """Whether a name as written was read as this one."""
    if not isinstance(written, str):
        return False
    name = word(written)
    others = (SIGN_SYNONYMS, HISTORY_SYNONYMS, MEDICINE_SYNONYMS, CARE_SYNONYMS)
    return read == name or any(read == names.get(name) for names in others)


def is_unknown(value: Any) -> bool:
    """Whether a person said that they do not know."""
    return value is None or (isinstance(value, str) and value.strip().lower() in _UNKNOWN)


def _yes_no(value: Any) -> bool | None:
    if isinstance(value, bool) or is_unknown(value):
        return value if isinstance(value, bool) else None
    text = value.strip().lower() if isinstance(value, str) else ""
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise PydanticCustomError("yes_no", "yes or no")


def _choice(value: Any) -> Any:
    return None if is_unknown(value) else word(value)


def _number(value: Any) -> Any:
    if is_unknown(value):
        return None
    if isinstance(value, bool):
        raise PydanticCustomError("number", "a number")
    return value


def _skin_type(value: Any) -> Any:
    value = _choice(value)
    if isinstance(value, bool):
        raise PydanticCustomError("fitzpatrick", _SKIN_TYPES)
    number = _ROMAN.get(value, value) if isinstance(value, str) else value
    number = int(number) if isinstance(number, str) and number.isdecimal() and len(number) == 1 else number
    if number is None or (isinstance(number, int) and 1 <= number <= 6):
        return number
    raise PydanticCustomError("fitzpatrick", _SKIN_TYPES)


MOST = 500


def bounded(value: Any) -> Any:
    """Refuses a table or list too long to be anybody's, before each of its entries becomes a fault."""
    if isinstance(value, dict | list | tuple | set) and len(value) > MOST:
        raise PydanticCustomError("too_many", "at most {most} entries", {"most": MOST})
    return value


def _one_or_many(value: Any) -> Any:
    bounded(value)
    if is_unknown(value):
        return None
    values = value if isinstance(value, list | tuple | set | frozenset) else [value]
    return tuple(word(item) for item in values)


def _texts(value: Any) -> Any:
    if value is None:
        return ()
    return tuple(bounded(value)) if isinstance(value, list | tuple) else (value,)


def _sign(value: Any) -> Any:
    name = word(value)
    return SIGN_SYNONYMS.get(name, name) if isinstance(name, str) else name


def _by_sign(value: Any) -> Any:
    """Signs under their own ids; a sign given twice under two names is refused rather than guessed at."""
    if not isinstance(value, dict):
        return value
    bounded(value)
    read: dict[Any, Any] = {}
    for key, item in value.items():
        sign = _sign(key)
        if sign in read:
            raise PydanticCustomError(
                "given_twice",
                "each sign once ({sign} stands twice, the second time as {name})",
                {"sign": _safe(sign), "name": _safe(key)},
            )
        if not is_unknown(item):
            read[sign] = "none" if item is False or word(item) == "no" else word(item)
    return read


def _known(value: Any, synonyms: Mapping[str, str]) -> Any:
    if not isinstance(value, dict):
        return value
    bounded(value)
    names = [_named(word(key), synonyms) for key in value]
    for name in names:
        if names.count(name) > 1:
            raise PydanticCustomError("given_twice", "each once ({name} stands twice)", {"name": _safe(name)})
    return {name: item for name, item in zip(names, value.values(), strict=True) if not is_unknown(item)}


def _named(value: Any, synonyms: Mapping[str, str]) -> Any:
    return synonyms.get(value, value) if isinstance(value, str) else value


def _safe(text: Any) -> str:
    """A text that can be printed, whatever it holds."""
    return str(text).encode("utf-8", "backslashreplace").decode()


def _date(value: Any) -> Any:
    if is_unknown(value):
        return None
    if isinstance(value, str):
        if len(value.strip()) != 10 or value.strip().isdecimal():  # neither times nor seconds since 1970
            raise PydanticCustomError("date_form", "a date like 2026-05-31")
        return value.strip()
    if type(value) is datetime.date:
        return value
    raise PydanticCustomError("date_form", "a date like 2026-05-31")


YesNo = Annotated[bool | None, BeforeValidator(_yes_no, json_schema_input_type=bool | str | None)]
Choice = BeforeValidator(_choice)
DeviceName = BeforeValidator(lambda value: _named(_choice(value), DEVICE_SYNONYMS))
SettingName = BeforeValidator(lambda value: _named(_choice(value), SETTING_SYNONYMS))
Number = BeforeValidator(_number)
Date = Annotated[datetime.date | None, BeforeValidator(_date, json_schema_input_type=datetime.date | None)]
Fitzpatrick = Annotated[int | None, BeforeValidator(_skin_type, json_schema_input_type=int | str | None)]
Texts = Annotated[
    tuple[Annotated[str, Field(max_length=20_000)], ...],
    BeforeValidator(_texts, json_schema_input_type=str | list[str]),
    Field(max_length=200),
]
Areas = Annotated[
    tuple[AreaId, ...] | None,
    BeforeValidator(_one_or_many, json_schema_input_type=AreaId | list[AreaId] | None),
]
Distributions = Annotated[
    tuple[Distribution, ...] | None,
    BeforeValidator(_one_or_many, json_schema_input_type=Distribution | list[Distribution] | None),
]
Signs = Annotated[dict[SignId, ToldSeverity], BeforeValidator(_by_sign)]
KnownHistory = BeforeValidator(lambda value: _known(value, HISTORY_SYNONYMS))
KnownMedicines = BeforeValidator(lambda value: _known(value, MEDICINE_SYNONYMS))
KnownCare = BeforeValidator(lambda value: _known(value, CARE_SYNONYMS))
BySign = BeforeValidator(_by_sign)
