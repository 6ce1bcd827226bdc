"""Files and standard input as plain data: TOML, JSON, YAML or JSON Lines, with clear errors and bounded sizes."""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Literal

from needlecare.core.faults import CaseError

Format = Literal["toml", "json", "yaml", "jsonl"]
LARGEST_CASE = 5_000_000  # bytes
LONGEST_LINE = 1_000_000  # bytes
_BY_SUFFIX: dict[str, Format] = {
    ".toml": "toml", ".json": "json", ".yaml": "yaml", ".yml": "yaml", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip


class Input:
    """One opened input with its format; `first` holds what had to be read to tell the format."""

    def __init__(self, name: str, asked: Format | None) -> None:
        self.name = name
        self.first = b""
        self.stream = _open(name)
        self.format: Format = asked or _BY_SUFFIX.get(Path(name).suffix.lower()) or self._guess()

    def _guess(self) -> Format:
        """A whole JSON object on a line and more below it are JSON Lines; else JSON, TOML, or YAML where TOML fails."""
        line = self.look()
        start = line.removeprefix(b"\xef\xbb\xbf").strip()
        if not start.startswith((b"{", b"[")) or _TOML_HEADER.match(start):
            self.first += self._read(LARGEST_CASE + 1)
            return _toml_or_yaml(self.first)
        return "jsonl" if _is_whole(line) and self.look() else "json"

    def look(self) -> bytes:
        """The next line that is not blank; all that was read on the way is kept in `first`."""
        while line := self._readline():
            self.first += line
            if line.strip():
                return line
        return b""

    def data(self) -> Any:
        """The whole input as one value. Raises CaseError."""
        raw = self.whole(LARGEST_CASE)
        if len(raw) > LARGEST_CASE:
            raise CaseError.one(
                "", f"more than {LARGEST_CASE:,} bytes", "one case of a few thousand bytes, or JSON Lines"
            )
        return parse(raw, self.format)

    def whole(self, most: int) -> bytes:
        """The whole input; of one that is longer than `most` bytes, a little more than so many."""
        raw = self.first + self._read(most + 1)
        self._close()
        return raw

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Every line that is not blank with its number from 1; too long a line comes cut, for `parse` to refuse."""
        for number, line in enumerate(self._raw_lines(), 1):
            if line.strip():
                yield number, line
        self._close()

    def _raw_lines(self) -> Iterator[bytes]:
        first = BytesIO(self.first)
        while line := first.readline() or self._readline():
            yield line
            while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
                line = self._readline()

    def _readline(self) -> bytes:
        try:
            return self.stream.readline(LONGEST_LINE + 1)
        except OSError as error:
            raise _unreadable(self.name, error) from None

    def _read(self, size: int) -> bytes:
        try:
            return self.stream.read(size)
        except OSError as error:
            raise _unreadable(self.name, error) from None

    def _close(self) -> None:
        if self.name != "-":
            self.stream.close()


def parse(raw: bytes, form: Format) -> Any:
    """Bytes as data. Raises CaseError where they are empty, not UTF-8, too long, or not what they should be."""
    if form == "jsonl" and len(raw) > LONGEST_LINE:
        raise CaseError.one("", f"a line of more than {LONGEST_LINE:,} bytes", "one case on a line")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"bytes that are not UTF-8 (at byte {error.start})"
        raise CaseError.one("", found, "a text file in UTF-8") from None
    if not text.strip():
        raise CaseError.one("", "nothing (it is empty)", "a case; see examples/pimples-on-day-3.toml")
    if form == "jsonl":
        form = "json"
    try:
        return _PARSERS[form](text)
    except RecursionError:
        raise CaseError.one("", "data nested too deeply", "a case as in docs/guide/case.md") from None
    except _parse_errors() as error:
        if "int_max_str_digits" in str(error):
            raise CaseError.one("", "a number of thousands of digits", "a number") from None
        raise CaseError.one("", f"text that is not {form.upper()} ({error})", f"a case in {form.upper()}") from None


def _json(text: str) -> Any:
    import json

    def refuse(constant: str) -> Any:
        raise ValueError(f"{constant} is not a number that can be used")

    return json.loads(text, parse_constant=refuse, object_pairs_hook=_no_repeats)


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{key!r} stands twice")
        found[key] = value
    return found


def _toml(text: str) -> Any:
    import tomllib

    if _LONG_KEY.search(text):  # tomllib takes minutes for a key of a hundred thousand parts
        raise RecursionError
    return tomllib.loads(text)


def _yaml(text: str) -> Any:
    from needlecare.cli.yaml_reading import load

    return load(text)


_PARSERS = {"json": _json, "toml": _toml, "yaml": _yaml}


def _parse_errors() -> tuple[type[Exception], ...]:
    yaml = sys.modules.get("yaml")
    return (ValueError, yaml.YAMLError) if yaml else (ValueError,)


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(_json(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


_TOML_HEADER = re.compile(rb"""\[\[?[\w."' -]+\]\]?\s*(#.*)?$""")
_TOML_LINE = re.compile(rb"""^\s*(?:\[\[?[\w."' -]+\]\]?|[\w."'-]+[ \t]*=)""")
_LONG_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){64}""")


def _toml_or_yaml(raw: bytes) -> Format:
    """TOML where that reads it; else what the first line that is no comment looks like."""
    try:
        _toml(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        lines = (line for line in raw.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip())
        first = next((line for line in lines if not line.lstrip().startswith(b"#")), b"")
        return "toml" if _TOML_LINE.match(first) else "yaml"
    return "toml"


def _open(name: str) -> IO[bytes]:
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from None


def _unreadable(name: str, error: Exception) -> CaseError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return CaseError.one(
        "", f"a file that cannot be read ({name}: {reason})", "a readable file, or - for standard input"
    )
