"""`assess` and `plan`: one case as text or JSON, many as JSON Lines in, JSON Lines out, streaming."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from needlecare.cli import exits
from needlecare.cli.memory import collect_for_a_batch
from needlecare.cli.overlays import knowledge_for
from needlecare.cli.printing import marks, show, width
from needlecare.cli.reading import Input, parse
from needlecare.core.assess import assess
from needlecare.core.assessment import Assessment
from needlecare.core.case import Case
from needlecare.core.faults import CaseError
from needlecare.knowledge.model import Knowledge

Show = Callable[[Assessment], None]


def assess_input(options: argparse.Namespace) -> int:
    """`needlecare assess`: the whole assessment."""

    def text(assessment: Assessment) -> None:
        from needlecare.export.text import assessment_text

        show(assessment_text(assessment, width(), marks(), full=options.full))

    return _each(options, text, lambda assessment: _json().to_json(assessment))


def plan_input(options: argparse.Namespace) -> int:
    """`needlecare plan`: every day from the procedure to the end of the course."""

    def text(assessment: Assessment) -> None:
        from needlecare.export.citations import ALL, Citations
        from needlecare.export.text import card_text, sources_text
        from needlecare.export.text_plan import plan_text

        cite = Citations(ALL)
        if assessment.disposition.level != "self-care":
            show(card_text(assessment.disposition, assessment.knowledge.clinic, width()))
        show(plan_text(assessment.plan, width(), cite, full=True, every_day=True))
        show(sources_text(assessment, width(), cite))

    return _each(options, text, lambda assessment: _json().plan_json(assessment))


def today_for(options: argparse.Namespace) -> date:
    """The day that the options name, else the day it is here; the one place where the clock is read."""
    today: date | None = options.today
    return today or date.today()  # noqa: DTZ011 - the day where the person is


def _each(options: argparse.Namespace, text: Show, as_json: Callable[[Assessment], bytes]) -> int:
    source = Input(options.file, options.format)
    knowledge, today = knowledge_for(options), today_for(options)
    if source.format != "jsonl":
        assessment = assess(Case.read(source.data()), knowledge, today)
        if options.json:
            _write(as_json(assessment))
        else:
            text(assessment)
        return exits.OK
    return _batch(source, knowledge, today, as_json if options.json else _summary)


def _batch(source: Input, knowledge: Knowledge, today: date, write: Callable[[Assessment], bytes]) -> int:
    from needlecare.cli.progress import followed

    collect_for_a_batch()
    code = exits.OK
    for number, line in followed(source):
        try:
            answer = write(assess(Case.read(parse(line, "jsonl")), knowledge, today))
        except CaseError as error:
            code = exits.BAD_CASE
            answer = _json().error_json(error, number) if write is not _summary else _fault_line(error, number)
        _write(answer)
    return code


def _summary(assessment: Assessment) -> bytes:
    return f"{assessment.disposition.level}: {assessment.disposition.headline}".encode()


def _fault_line(error: CaseError, number: int) -> bytes:
    return f"error in line {number}: {'; '.join(map(str, error.faults))}".encode()


def _write(answer: bytes) -> None:
    sys.stdout.buffer.write(answer + b"\n")
    sys.stdout.buffer.flush()  # who hands in one line at a time waits for its answer


def _json() -> Any:
    from needlecare.export import json

    return json
