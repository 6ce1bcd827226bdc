"""Calling `needlecare screen` in this process."""

from needlecare.cli.main import main


def call(*words: str) -> int:
    """Run the command with these words, and give its exit code."""
    try:
        return main(["screen", *words])
    except SystemExit as end:
        return int(end.code or 0)
