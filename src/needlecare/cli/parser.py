"""The words of the command line."""

import argparse
from collections.abc import Callable
from typing import Any

from needlecare.cli import bounds, commands

Command = Callable[[argparse.Namespace], int]


def command_line() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="needlecare",
        description="Aftercare for people who have just had microneedling: what to do today, why, and when to call.",
        epilog="Exit codes: 0 fine, 2 wrong words, 10 a bad case, 11 bad knowledge, 12 no such id, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=_Version())
    group = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog=parser.prog)

    assess = _command(
        group, "assess", commands.assess, "assess a case: how urgent, why, what to do, what would change it"
    )
    _case_words(assess)
    assess.add_argument("--full", action="store_true", help="every source, the evidence, and where sources disagree")

    plan = _command(group, "plan", commands.plan, "the aftercare plan, day by day")
    _case_words(plan)

    ask = _command(group, "ask", commands.ask, "an interview: only the questions that matter; `?` is always an answer")
    ask.add_argument("--save", metavar="FILE", help="write the answers as a case in JSON")
    _shared_words(ask)

    label = _command(group, "label", commands.label, "read a product's label and say whether it may be used on a day")
    _label_words(label)

    screen = _command(group, "screen", commands.screen, "judge a whole catalogue of products for one day")
    _screen_words(screen)

    explain = _command(group, "explain", commands.explain, "explain a cause, a sign or a rule")
    explain.add_argument("id", help="an id, such as preexisting_acne, erythema or severe_pain")
    _overlay_words(explain)

    knowledge = _command(group, "knowledge", None, "look at the knowledge itself")
    parts = knowledge.add_subparsers(title="parts", metavar="PART", required=True, prog=knowledge.prog)
    for name, what in (
        ("check", "check every knowledge file and report every fault"),
        ("show", "one entry as the clinician's manual has it"),
        ("sources", "every source"),
        ("manual", "the whole knowledge as one document"),
    ):
        part = _command(parts, name, commands.knowledge, what)
        part.set_defaults(part=name)
        if name == "show":
            part.add_argument("id", help="an id of any kind: a rule, cause, sign, care rule, finding or source")
        _overlay_words(part)

    schema = _command(group, "schema", commands.schema, "the JSON Schema of a case and of an assessment")
    schema.add_argument("which", nargs="?", choices=("case", "assessment"), help="only one of the two")

    for name, what in (
        ("serve", "serve the web app; with --demo, a demonstration clinic to look around in"),
        ("clinic", "set up a clinic and its staff in the web app"),
        ("demo", "make or remove the demonstration clinic"),
        ("manage", "a command of Django, for the web app"),
    ):
        _web_command(group, name, what)
    return parser


def _command(group: Any, name: str, command: Command | None, what: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = group.add_parser(name, help=what, description=what[:1].upper() + what[1:] + ".")
    parser.set_defaults(command=command)
    return parser


def _web_command(group: Any, name: str, what: str) -> None:
    """Its words, `--help` among them, belong to the web app: none of them begins an option here."""
    parser = group.add_parser(name, help=what, add_help=False, prefix_chars="\0")
    parser.add_argument("words", nargs=argparse.REMAINDER)
    parser.set_defaults(command=commands.web, word=name)


def _case_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="a case in TOML, JSON or YAML, many in JSON Lines, or - for standard input")
    parser.add_argument(
        "--format", choices=("toml", "json", "yaml", "jsonl"), help="the format, where it is not told by the name"
    )
    _shared_words(parser)


def _label_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "label",
        metavar="TEXT|FILE|-",
        help="the list of ingredients, a file with it, JSON Lines, or - for standard input",
    )
    parser.add_argument("--format", choices=("text", "jsonl"), help="the format, where it is not told by the input")
    parser.add_argument("--day", metavar="N", type=bounds.day, help="days since the procedure, 0 on the day itself")
    parser.add_argument(
        "--depth", metavar="MM", type=bounds.depth, help="needle depth (default: unknown, taken as deep)"
    )
    parser.add_argument("--rinse-off", action="store_true", help="it is washed off again, like a cleanser")
    parser.add_argument("--during", action="store_true", help="it is put on during the session itself")
    parser.add_argument(
        "--allergy", metavar="NAME", action="append", default=[], help="what you are allergic to (may be repeated)"
    )
    parser.add_argument("--name", metavar="NAME", help="the product's name, which a protocol may allow or forbid")
    parser.add_argument("--case", metavar="FILE", help="a case: its day, needle depth, skin, history and allergies")
    parser.add_argument("--protocol", metavar="FILE", help="a clinic's protocol (TOML), with its own days and products")
    parser.add_argument("--today", metavar="DATE", type=_date, help="the day of the question, for a case with a date")
    parser.add_argument("--json", action="store_true", help="print JSON (JSON Lines in, JSON Lines out in any case)")
    parser.set_defaults(translation=None, refuse=parser.error)


def _screen_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("catalogue", metavar="CATALOGUE", help="products with ingredients: CSV, JSON Lines or Parquet")
    parser.add_argument(
        "--day", metavar="N", type=bounds.day, required=True, help="days since the procedure, 0 on the day itself"
    )
    parser.add_argument(
        "-o", "--out", metavar="OUT", required=True, help="the answer: the same, with verdict columns; .csv, .jsonl, …"
    )
    parser.add_argument(
        "--depth", metavar="MM", type=bounds.depth, help="needle depth (default: unknown, taken as deep)"
    )
    parser.add_argument("--rinse-off", action="store_true", help="they are washed off again, like cleansers")
    parser.add_argument("--column", metavar="NAME", help="the column of the ingredients, where it cannot be told")
    parser.add_argument("--workers", metavar="N", type=int, help="processes that judge (default: one for each core)")
    parser.add_argument("--restart", action="store_true", help="begin anew where an earlier run was stopped")
    parser.add_argument("--force", action="store_true", help="replace OUT where it exists")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")
    parser.add_argument("--protocol", metavar="FILE", help="a clinic's protocol (TOML), with its own days and products")
    parser.set_defaults(translation=None, refuse=parser.error)


def _shared_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON (JSON Lines in, JSON Lines out)")
    parser.add_argument(
        "--today", metavar="DATE", type=_date, help="the day of the assessment, YYYY-MM-DD (default: today)"
    )
    _overlay_words(parser)


def _overlay_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--protocol", metavar="FILE", help="a clinic's protocol (TOML) to lay over the knowledge")
    parser.add_argument("--translation", metavar="FILE", help="a translation (TOML) to lay over the English")


def _date(text: str) -> Any:
    from datetime import date

    try:
        if len(text) != 10 or text[4] + text[7] != "--":  # Python takes 20260531 and 2026-W22-7 too
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-05-31") from None


class _Version(str):
    __slots__ = ()

    def __str__(self) -> str:
        from importlib.metadata import version

        return f"needlecare {version('needlecare')}"
