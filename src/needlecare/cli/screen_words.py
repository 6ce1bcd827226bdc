"""The words of `screen`."""

import argparse

from needlecare.cli import bounds


def screen_words(parser: argparse.ArgumentParser) -> None:
    """Add them to the parser of the command."""
    parser.add_argument("catalogue", metavar="CATALOGUE", help="products with ingredients: CSV, JSON Lines or Parquet")
    parser.add_argument(
        "--day", metavar="N", type=bounds.day, required=True, help="days since the procedure, 0 on the day itself"
    )
    parser.add_argument(
        "-o", "--out", metavar="OUT", required=True, help="the same with verdict columns; the format follows its name"
    )
    parser.add_argument(
        "--depth", metavar="MM", type=bounds.depth, help="needle depth (default: unknown, taken as deep)"
    )
    parser.add_argument("--rinse-off", action="store_true", help="they are washed off again, like cleansers")
    parser.add_argument("--column", metavar="NAME", help="the column of the ingredients, where it cannot be told")
    parser.add_argument(
        "--workers", metavar="N", type=_workers, help="processes that judge (default: one for each core)"
    )
    parser.add_argument("--restart", action="store_true", help="begin anew where an earlier run was stopped")
    parser.add_argument("--force", action="store_true", help="replace OUT where it exists")
    parser.add_argument("--protocol", metavar="FILE", help="a clinic's protocol (TOML), with its own days and products")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")
    parser.set_defaults(translation=None, refuse=parser.error)


def _workers(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= 1024:
        raise argparse.ArgumentTypeError(f"{word!r} is not a number of processes from 1 to 1024")
    return int(word)
