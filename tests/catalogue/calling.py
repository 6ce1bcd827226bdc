"""Calling `needlecare screen` in this process."""

import argparse

from needlecare.cli.screen_words import screen_words
from needlecare.cli.screening import screen_catalogue


def call(*words: str) -> int:
    """Run the command with these words, and give its exit code."""
    parser = argparse.ArgumentParser(prog="needlecare screen")
    screen_words(parser)
    try:
        return screen_catalogue(parser.parse_args(words))
    except SystemExit as end:
        return int(end.code or 0)
