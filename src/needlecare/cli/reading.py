"""Files and standard input as plain data: TOML, JSON, YAML or JSON Lines, with clear errors and bounded sizes."""

import sys
from collections.abc import Iterator
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
        self.stream = _open(name)
        self.first = b""
        self.format: Format = asked or _BY_SUFFIX.get(Path(name).suffix.lower()) or self._guess()

    def _guess(self) -> Format:
        """Two JSON objects on lines of their own are JSON Lines; one is JSON; else TOML, or YAML where that fails."""
        self.first = self.stream.readline(LONGEST_LINE)
        while self.first and not self.first.strip():
            self.first = self.stream.readline(LONGEST_LINE)
        if not self.first.lstrip(b"\xef\xbb\xbf \t").startswith((b"{", b"[")) or _is_toml_header(self.first):
            self.first += self.stream.read(LARGEST_CASE + 1)
            return "toml" if _is_toml(self.first) else "yaml"
        second = self.stream.readline(LONGEST_LINE)
        self.first += second
        lines = self.first.rstrip().endswith(b"}") and second.lstrip().startswith(b"{")
        return "jsonl" if lines and _is_whole(self.first.splitlines()[0]) else "json"

    def data(self) -> Any:
        """The whole input as one value. Raises CaseError."""
        raw = self.first + self.stream.read(LARGEST_CASE + 1)
        if len(raw) > LARGEST_CASE:
            raise CaseError.one(
                "", f"more than {LARGEST_CASE:,} bytes", "one case of a few thousand bytes, or JSON Lines"
            )
        return parse(raw, self.format)

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Every line that is not blank with its number from 1; too long a line comes cut, for `parse` to refuse."""
        for number, line in enumerate(self._raw_lines(), 1):
            if line.strip():
                yield number, line

    def _raw_lines(self) -> Iterator[bytes]:
        yield from self.first.splitlines(keepends=True)
        while line := self.stream.readline(LONGEST_LINE + 1):
            yield line
            while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
                line = self.stream.readline(LONGEST_LINE + 1)


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
    except ValueError:
        return False


def _is_toml_header(line: bytes) -> bool:
    return line.strip().startswith(b"[") and line.strip().endswith(b"]") and b"{" not in line and b'"' not in line


def _is_toml(raw: bytes) -> bool:
    try:
        _toml(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return b"=" in raw.split(b"\n", 1)[0]
    return True


def _open(name: str) -> IO[bytes]:
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise CaseError.one(
            "", f"a file that cannot be read ({name}: {reason})", "a readable file, or - for standard input"
        ) from None
