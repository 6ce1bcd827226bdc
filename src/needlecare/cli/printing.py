"""Lines on a terminal: coloured where that is wanted, plain in pipes and where NO_COLOR is set."""

import os
import sys
from collections.abc import Iterable

from needlecare.export.course_picture import BLOCKS, PLAIN
from needlecare.export.lines import Line

WIDEST = 88
_STYLES = {
    "heading": "bold underline", "strong": "bold", "quiet": "dim", "self-care": "bold green",
    "contact-provider": "bold blue", "same-day": "bold red", "emergency": "bold white on red",
    "fine": "bold green", "wait": "bold blue", "avoid": "bold red", "unknown": "bold magenta",
}  # fmt: skip


def width() -> int:
    """The width to wrap to: the terminal's, at most WIDEST; WIDEST in a pipe."""
    if not sys.stdout.isatty():
        return WIDEST
    import shutil

    return max(40, min(shutil.get_terminal_size().columns, WIDEST))


def marks() -> tuple[str, ...]:
    """The marks that draw courses: blocks where the output can show them, else plain ones."""
    try:
        "".join(BLOCKS).encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return BLOCKS


def show(lines: Iterable[Line]) -> None:
    """Print lines, in colour on a terminal unless NO_COLOR is set or TERM is dumb."""
    if _coloured():
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False, soft_wrap=True)
        for line in lines:
            text = Text(style=_STYLES.get(line.style, ""))
            for piece, style in line.pieces():
                text.append(printable(piece), _STYLES.get(style, ""))
            console.print(text)
    else:
        sys.stdout.write("".join(f"{printable(line.text)}\n" for line in lines))


_CONTROL = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")
_TURNING = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")
_UNSEEN = _CONTROL | _TURNING
_MARKS = {
    "▌": "|",
    "•": "*",
    "✓": "+",
    "✗": "x",
    "○": "o",
    "…": "...",
    "–": "-",
    "’": "'",
    "“": '"',
    "”": '"',
    "⟨": "<",
    "⟩": ">",
}
_PLAIN_MARKS = str.maketrans(_MARKS)


def printable(text: str) -> str:
    """A text without characters that control a terminal or turn the direction of what stands around them, and with
    plain marks where the output cannot show ours."""
    text = text.translate(_UNSEEN)
    return text if marks() is BLOCKS else text.translate(_PLAIN_MARKS)


def complain(text: str) -> None:
    """An error for a person, on standard error."""
    sys.stderr.write(f"needlecare: {text}\n")


def _coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
