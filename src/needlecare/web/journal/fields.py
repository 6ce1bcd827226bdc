"""A column for what must come back exactly as it was given."""

import json
from typing import Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute
from pydantic_core import from_json


class _ReadWhenAsked(DeferredAttribute):
    """The plain data, read from its text when it is first asked for: most pages show few of the answers they load."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, str):
            value = instance.__dict__[self.field.attname] = from_json(value)
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class AsGiven(models.TextField):
    """Plain data kept as the text of its JSON, so that no database puts its keys in another order or changes a number.

    A value that is set as text is taken as JSON already made.
    """

    descriptor_class = _ReadWhenAsked

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """What was set, be it text or data."""
        return model_instance.__dict__[self.attname]

    def get_prep_value(self, value: Any) -> Any:
        """The text that is kept."""
        if value is None or isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)

    def value_to_string(self, obj: models.Model) -> str:
        """As fixtures have it."""
        text: str = self.get_prep_value(self.value_from_object(obj))
        return text
