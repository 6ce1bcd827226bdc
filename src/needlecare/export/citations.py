"""Source ids as they stand behind a line, and a memory of those that were shown, for the list at the end."""


class Citations:
    """Call it with source ids to get "[CHU21, DMQ]"; beyond `most` the rest is counted: "[SCR, DER, EST, +9]"."""

    def __init__(self, most: int = 3) -> None:
        self.most = most
        self.shown: set[str] = set()

    def __call__(self, sources: tuple[str, ...]) -> str:
        """A blank and the ids in brackets; nothing where there are none."""
        if not sources:
            return ""
        named = sources[: self.most]
        self.shown.update(named)
        more = (f"+{len(sources) - self.most}",) if len(sources) > self.most else ()
        return f" [{', '.join(named + more)}]"


ALL = 1_000
"""As `most`: name every source."""
