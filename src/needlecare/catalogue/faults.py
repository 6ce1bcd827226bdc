"""Why a catalogue is not screened: it cannot be read, it was asked for wrongly, or the answer cannot be written."""

from pathlib import Path

KEPT = "What is done is kept, and the same command goes on from there"


class CatalogueError(ValueError):
    """A catalogue that cannot be read as a table of products."""


class RefusedError(ValueError):
    """A run that would lose or mix up something: an OUT that is there, options that differ from those of the start."""


class NotWrittenError(RuntimeError):
    """The answer cannot be written now; what is done is kept, and the same command goes on from there."""


def unreadable(path: Path, error: OSError) -> CatalogueError:
    """The error of a file that cannot be opened or read."""
    return CatalogueError(f"{path} cannot be read: {error.strerror or error}")


def unwritable(path: Path, error: OSError) -> NotWrittenError:
    """The error of a file that cannot be written: a full disk, a folder that is not there or not ours."""
    return NotWrittenError(f"{path} cannot be written: {error.strerror or error}")


def stopped(path: Path, error: OSError) -> NotWrittenError:
    """The same in the middle of a run."""
    return NotWrittenError(f"{unwritable(path, error)}. {KEPT}")
