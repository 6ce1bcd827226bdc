"""Where labels come from: a text on the command line, a file, standard input; one label, or JSON Lines of many."""

import os
import re
from dataclasses import replace
from typing import Literal

from needlecare.core.faults import CaseError, Fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from needlecare.cli.reading import Input

Format = Literal["text", "jsonl"]
LARGEST_LABEL = 1_000_000  # bytes
_WANTED = "the list of ingredients as the pack has it"
_MANY = (".jsonl", ".ndjson")
_ROW_BEGINS = re.compile(rb'\{\s*(?:["}]|$)')
_FILE_NAME = re.compile(
    r"(?:\.{0,2}|~)/\S+|[^,\n]{1,250}\.(?:txt|text|jsonl|ndjson|json|csv|tsv|md|html?|ya?ml|toml|pdf|png|jpe?g)",
    re.IGNORECASE,
)


class LabelError(CaseError):
    """A label that cannot be read."""

    what = "the label"

    @classmethod
    def of(cls, error: CaseError) -> "LabelError":
        """The same faults, said of a label."""
        return cls(tuple(replace(fault, path="the label") for fault in error.faults))


class Labels:
    """What was handed in: `many` where it is JSON Lines, else one label."""

    def __init__(self, said: str, asked: Format | None) -> None:
        self._said = said
        self.source: Input | None = _opened(said, asked)
        self.many = self.source is not None and (asked == "jsonl" or (asked is None and _is_rows(said, self.source)))

    def text(self) -> str:
        """The one label. Raises LabelError where it is empty, too long, or no text in UTF-8."""
        if self.source is None:
            raw = self._said.encode("utf-8", "surrogatepass")  # bytes that were not UTF-8 come as surrogates
        else:
            try:
                raw = self.source.whole(LARGEST_LABEL)
            except CaseError as error:
                raise LabelError.of(error) from None
        if len(raw) > LARGEST_LABEL:
            raise _refused(f"more than {LARGEST_LABEL:,} bytes", f"{_WANTED}, or many of them as JSON Lines")
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise _refused(f"bytes that are not UTF-8 (at byte {error.start})", "a text in UTF-8") from None
        if not text.strip():
            raise _refused("nothing (it is empty)", _WANTED)
        return text

    def lines(self) -> "Input":
        """The JSON Lines, which are read as they come."""
        assert self.source is not None
        return self.source


def _opened(said: str, asked: Format | None) -> "Input | None":
    """The file that is meant, or None where the words are the label itself."""
    if said != "-" and asked != "jsonl" and not os.path.exists(said) and not _FILE_NAME.fullmatch(said.strip()):
        return None
    from needlecare.cli.reading import Input

    try:
        return Input(said, "jsonl")
    except CaseError as error:
        raise LabelError.of(error) from None


def _is_rows(name: str, source: "Input") -> bool:
    """By the file's name, or because the first line begins like a row."""
    if name.lower().endswith(_MANY):
        return True
    try:
        return bool(_ROW_BEGINS.match(source.look().removeprefix(b"\xef\xbb\xbf").strip()))
    except CaseError as error:
        raise LabelError.of(error) from None


def _refused(found: str, expected: str) -> LabelError:
    return LabelError((Fault("the label", found, expected),))
