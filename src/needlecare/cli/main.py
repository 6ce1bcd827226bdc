"""The commands and their words; each command loads only what it needs."""

import argparse
import gc
import os
import sys
from collections.abc import Callable
from typing import Any

from needlecare.cli import exits

Command = Callable[[argparse.Namespace], int]


def run() -> None:
    """The entry point of `needlecare`: run a command and leave with its exit code."""
    gc.disable()  # a command is short; batches switch it on again
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # looking for plugins costs more than an assessment
    os._exit(main())  # nothing is left to tidy up, and taking the interpreter apart costs a tenth of the whole


def main(arguments: list[str] | None = None) -> int:
    """Run one command with these words and return its exit code; faults become messages, never tracebacks."""
    _stand_in_for_closed_streams()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    from needlecare.core.faults import CaseError
    from needlecare.knowledge.faults import KnowledgeError

    try:
        code: int = options.command(options)
        sys.stdout.flush()
    except CaseError as error:
        _complain_of(error.faults, "the case cannot be used")
        return exits.BAD_CASE
    except KnowledgeError as error:
        _complain_of(error.faults, "the knowledge cannot be used")
        return exits.BAD_KNOWLEDGE
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return exits.INTERRUPTED
    except BrokenPipeError:
        return exits.BROKEN_PIPE
    except OSError as error:
        sys.stderr.write(f"needlecare: the answer cannot be written: {error.strerror}\n")
        return exits.NOT_WRITTEN
    return code


def _stand_in_for_closed_streams() -> None:
    """Started with `<&-` or `>&-`, a stream is None; nothing to read, or nowhere to write, takes its place."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _complain_of(faults: tuple[Any, ...], what: str) -> None:
    from needlecare.cli.printing import complain

    count = f"{len(faults)} fault{'s' if len(faults) != 1 else ''}"
    complain(f"{what}: {count}\n" + "\n".join(f"  • {fault}" for fault in faults))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="needlecare",
        description="Aftercare for people who have just had microneedling: what to do today, why, and when to call.",
        epilog="Exit codes: 0 fine, 2 wrong words, 10 a bad case, 11 bad knowledge, 12 no such id, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=_Version())
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    assess = _command(commands, "assess", _assess, "assess a case: how urgent, why, what to do, what would change it")
    _case_words(assess)
    assess.add_argument("--full", action="store_true", help="every source, the evidence, and where sources disagree")

    plan = _command(commands, "plan", _plan, "the aftercare plan, day by day")
    _case_words(plan)

    ask = _command(commands, "ask", _ask, "an interview: only the questions that matter; `?` is always an answer")
    ask.add_argument("--save", metavar="FILE", help="write the answers as a case in JSON")
    _shared_words(ask)

    explain = _command(commands, "explain", _explain, "explain a cause, a sign or a rule")
    explain.add_argument("id", help="an id, such as preexisting_acne, erythema or severe_pain")
    _overlay_words(explain)

    knowledge = _command(commands, "knowledge", None, "look at the knowledge itself")
    parts = knowledge.add_subparsers(title="parts", metavar="PART", required=True)
    for name, what in (
        ("check", "check every knowledge file and report every fault"),
        ("show", "one entry as the clinician's manual has it"),
        ("sources", "every source"),
        ("manual", "the whole knowledge as one document"),
    ):
        part = _command(parts, name, _knowledge, what)
        part.set_defaults(part=name)
        if name == "show":
            part.add_argument("id", help="an id of any kind: a rule, cause, sign, care rule, finding or source")
        _overlay_words(part)

    schema = _command(commands, "schema", _schema, "the JSON Schema of a case and of an assessment")
    schema.add_argument("which", nargs="?", choices=("case", "assessment"), help="only one of the two")
    return parser


def _command(group: Any, name: str, command: Command | None, what: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = group.add_parser(name, help=what, description=what[:1].upper() + what[1:] + ".")
    parser.set_defaults(command=command)
    return parser


def _case_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="a case in TOML, JSON or YAML, many in JSON Lines, or - for standard input")
    parser.add_argument(
        "--format", choices=("toml", "json", "yaml", "jsonl"), help="the format, where it is not told by the name"
    )
    _shared_words(parser)


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


def _assess(options: argparse.Namespace) -> int:
    from needlecare.cli.assessing import assess_input

    return assess_input(options)


def _plan(options: argparse.Namespace) -> int:
    from needlecare.cli.assessing import plan_input

    return plan_input(options)


def _ask(options: argparse.Namespace) -> int:
    from needlecare.cli.interview import interview

    return interview(options)


def _explain(options: argparse.Namespace) -> int:
    from needlecare.cli.knowing import explain_id

    return explain_id(options)


def _knowledge(options: argparse.Namespace) -> int:
    from needlecare.cli.knowing import knowledge_part

    return knowledge_part(options)


def _schema(options: argparse.Namespace) -> int:
    import json

    from needlecare.export.json import schemas

    found = schemas()
    print(json.dumps(found[options.which] if options.which else found, indent=2, ensure_ascii=False))
    return exits.OK
