"""The two fields there are: a text, and a list of texts. What they may say is for the case model to judge."""

from typing import Any

from django import forms


class Text(forms.CharField):
    """One answer as text; without null characters, and not longer than any text of a case."""

    def __init__(self, max_length: int) -> None:
        super().__init__(required=False, max_length=max_length, strip=True)


class Many(forms.Field):
    """Several answers chosen at once."""

    widget = forms.SelectMultiple

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: Any) -> list[str]:
        """The values as they are."""
        return list(value or [])
