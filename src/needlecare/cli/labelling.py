"""`label`: one label as text or JSON, many as JSON Lines in, JSON Lines out, streaming."""

import argparse
import sys

from needlecare.cli import exits
from needlecare.cli.label_reading import LabelError, Labels
from needlecare.cli.uses import Uses
from needlecare.core.faults import CaseError, Fault
from needlecare.core.label.check import check_label
from needlecare.knowledge.ingredients.load import load_ingredients
from needlecare.knowledge.ingredients.model import Ingredients

_NO_DAY = "the number of days since the procedure, 0 on the day itself"


def label_input(options: argparse.Namespace) -> int:
    """`needlecare label`: may this product be used on this day?"""
    _refuse_what_cannot_be(options)
    labels = Labels(options.label, options.format)
    if options.day is None and not (labels.many or options.case or options.during):
        options.refuse(f"--day is needed: {_NO_DAY}")
    uses = Uses(options)
    if labels.many:
        try:
            return _batch(labels, uses, load_ingredients())
        except CaseError as error:
            raise LabelError.of(error) from None
    text = labels.text()
    if uses.day is None:
        raise LabelError((Fault("the day", "no day in the case", f"--day N, {_NO_DAY}"),))
    table = load_ingredients()
    answer = check_label(text, uses.of(uses.day), table, name=options.name)
    if options.json:
        from needlecare.export.label_json import label_json

        _write(label_json(answer, table))
    else:
        from needlecare.cli.printing import show, width
        from needlecare.export.text_label import label_text

        show(label_text(answer, text, table, width()))
    return exits.OK


def _refuse_what_cannot_be(options: argparse.Namespace) -> None:
    """Words of the command line that cannot go together."""
    if options.label == "-" and options.case == "-":
        options.refuse("the label and the case cannot both come from standard input")
    if options.during and options.day:
        options.refuse(f"--during is day 0, so it cannot go with --day {options.day}")


def _batch(labels: Labels, uses: Uses, table: Ingredients) -> int:
    from needlecare.cli.label_rows import read_row
    from needlecare.cli.memory import collect_for_a_batch
    from needlecare.cli.progress import followed
    from needlecare.export.label_json import error_json, row_json

    collect_for_a_batch()
    code = exits.OK
    for number, line in followed(labels.lines(), "labels"):
        row = read_row(line)
        day = uses.day if row.day is None else row.day
        faults = row.faults or _faults_of_day(day, uses)
        if faults or day is None:
            code = exits.BAD_CASE
            _write(error_json(row.id, number, faults))
            continue
        answer = check_label(row.text, uses.of(day, row.depth_mm, row.kind), table, name=row.name)
        _write(row_json(row.id, answer, table))
    return code


def _faults_of_day(day: int | None, uses: Uses) -> tuple[Fault, ...]:
    if day is None:
        return (Fault("day", "nothing", f"{_NO_DAY}, here or as --day"),)
    if uses.during and day:
        return (Fault("day", str(day), "day 0, or none, with --during"),)
    return ()


def _write(answer: bytes) -> None:
    sys.stdout.buffer.write(answer + b"\n")
    sys.stdout.buffer.flush()  # who hands in one line at a time waits for its answer
