"""What is list and what is not: headings, active and inactive parts, may-contain, steps of a kit, notices."""

from typing import NamedTuple

from needlecare.core.label.marks import Mark, first_of, marks_of, sentence_end
from needlecare.knowledge.ingredients.model import Words


class Section(NamedTuple):
    """A stretch of list: its place, the part of the kit it belongs to, and what it holds."""

    start: int
    end: int
    part: int
    kind: str  # list, active, may_contain, contains; ahead (of the first heading) and notice are mostly no list


class Sections(NamedTuple):
    """The stretches of list in order, the names of the parts as printed ("" where none is), whether a heading stands
    ahead of them."""

    stretches: tuple[Section, ...]
    names: tuple[str, ...]
    headed: bool


_HEADS = ("heading", "active", "inactive", "step")
_FEWEST_COMMAS = 2  # in a list
_SHORTEST_LIST = 20  # characters; less is no list of its own


def has_mark(text: str, said: Words) -> bool:
    """Whether anything in a text steers the reading of what stands around it."""
    return bool(marks_of(text, said))


def sections_of(text: str, said: Words) -> Sections:
    """The sections of a label, from its folded text."""
    cutter = _Cutter(text, marks_of(text, said))
    return cutter.sections()


class _Cutter:
    """Walks through the marks of one text, closing a stretch at each."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self.text = text
        self.marks = marks
        self.stretches: list[Section] = []
        self.names = [""]
        self.at = 0
        self.kind = "list"
        self.headed = False
        self.has_list = -1  # the last part in which a list was found

    def sections(self) -> Sections:
        """Every stretch between the marks."""
        for mark in self.marks:
            if mark.start >= self.at:
                self._close(mark.start)
                self.at = mark.end
                getattr(self, f"_{mark.kind}")(mark)
        self._close(len(self.text))
        return Sections(tuple(self.stretches), tuple(self.names), self.headed)

    def _close(self, end: int) -> None:
        if self.text[self.at : end].strip(" \n.,;:-*()[]"):
            self.stretches.append(Section(self.at, end, len(self.names) - 1, self.kind))
            if self.kind == "list" and end - self.at > _SHORTEST_LIST:
                self.has_list = len(self.names) - 1

    def _holds_list(self) -> bool:
        return self.has_list == len(self.names) - 1

    def _heading(self, mark: Mark) -> None:
        self._begin()
        self.kind = "list"

    def _active(self, mark: Mark) -> None:
        self._begin()
        self.kind = "active"

    def _begin(self) -> None:
        """A heading begins a list, or a further one; what stands ahead of the first is mostly no list."""
        if not self.headed:
            self.stretches = [one._replace(kind="ahead") for one in self.stretches]
            self.has_list = -1
        elif self._holds_list():
            self.names.append("")
        self.headed = True

    def _inactive(self, mark: Mark) -> None:
        self.headed, self.kind = True, "list"

    def _may(self, mark: Mark) -> None:
        self.kind = "may_contain"

    def _contains(self, mark: Mark) -> None:
        self.kind = "contains" if self.stretches else "list"

    def _step(self, mark: Mark) -> None:
        name = " ".join(self.text[mark.start : mark.end].split()).strip(" .:-")
        self.kind = "list"
        if self._holds_list():
            self.names.append(name)
        else:
            self.names[-1] = name

    def _free(self, mark: Mark) -> None:
        end = sentence_end(self.text, mark.end)
        comma = self.text.find(",", mark.end, end)
        self.at = comma if comma >= 0 and self._amid_names(mark.start) else end  # "Aqua, no perfume, Retinol" goes on

    def _amid_names(self, at: int) -> bool:
        """Whether names with commas between stand ahead of this place, up to it."""
        last = self.stretches[-1] if self.stretches else None
        if last is None or last.end != at or self.text[max(0, at - 9) : at].rstrip()[-1:] != ",":
            return False
        return self.text.count(",", last.start, at) >= _FEWEST_COMMAS

    def _notice(self, mark: Mark) -> None:
        kind, self.kind = self.kind, "notice"
        ahead = first_of(_HEADS, self.marks, mark.end)
        end = min(sentence_end(self.text, mark.end), ahead.start if ahead else len(self.text))
        self._close(end)
        self.at, self.kind = end, kind

    def _blurb(self, mark: Mark) -> None:
        ahead = first_of(("heading", "active"), self.marks, mark.end)
        line = self.text.find("\n", mark.end)
        self.at = ahead.start if ahead else line if line >= 0 else mark.end
