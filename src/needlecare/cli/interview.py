"""`ask`: an interview that asks only what could change the answer, and takes "don't know" for one."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from needlecare.cli import exits
from needlecare.cli.answers import Stop, ask_choice, ask_number, ask_several, ask_yes_no
from needlecare.cli.assessing import today_for
from needlecare.cli.overlays import knowledge_for
from needlecare.cli.printing import marks, show, width
from needlecare.core.assess import assess
from needlecare.core.assessment import Assessment
from needlecare.core.case import Case
from needlecare.core.placing import put
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import SEVERITIES, SIGNS, SignId

_FIRST = ("day", "device", "needle_depth_mm", "fitzpatrick")
_GROUPS = ("warning", "general", "colour_and_heat", "swelling_and_feeling", "surface", "spots")  # red flags first
_INTRO = "A few questions. Press Enter or type ? for “don't know”, q to stop and see the answer."


def interview(options: argparse.Namespace) -> int:
    """Ask until nothing that could change the level is left open, or the person stops; then print the assessment."""
    knowledge, today = knowledge_for(options), today_for(options)
    answers = _Answers(knowledge)
    print(_INTRO, file=sys.stderr)
    try:
        for first in _FIRST:
            answers.ask(first)
        for group in _GROUPS:
            answers.ask_signs([sign for sign in SIGNS if knowledge.signs[sign].group == group])
            if answers.assessed(today).disposition.level == "emergency":
                raise Stop
        while key := _next(answers, today):
            answers.ask(key)
    except Stop:
        pass
    assessment = answers.assessed(today)
    if options.json:
        from needlecare.export.json import to_json

        sys.stdout.buffer.write(to_json(assessment) + b"\n")
    else:
        from needlecare.export.text import assessment_text

        show(assessment_text(assessment, width(), marks()))
    if options.save:
        from needlecare.cli.saving import save_case

        save_case(answers.case, Path(options.save))
    return exits.OK


def _next(answers: "_Answers", today: date) -> str | None:
    return next((found.fact for found in answers.assessed(today).questions if found.fact not in answers.asked), None)


class _Answers:
    """The case as told so far, and what was asked; a fact asked and not known stays out of the case."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.case: dict[str, Any] = {"patient": {}, "procedure": {}, "check_ins": [{"signs": {}}]}
        self.asked: set[str] = set()

    def assessed(self, today: date) -> Assessment:
        return assess(Case.read(self.case), self.knowledge, today)

    def ask(self, key: str) -> None:
        """Ask for one fact and put the answer in its place."""
        self.asked.add(key)
        group, _, name = key.partition(".")
        if group == "sign":
            self._severity(name, self.knowledge.signs[name].question)
            return
        fact = self.knowledge.facts[key]
        question = fact.question or fact.name
        answer: Any
        if fact.kind == "yes_no":
            answer = ask_yes_no(question)
        elif fact.kind == "number":
            answer = ask_number(
                question, whole=key in ("day", "fitzpatrick"), check=lambda value: self._takes(key, value)
            )
        else:
            answer = ask_choice(question, fact.values)
        if answer is not None:
            put(self.case, key, answer)

    def ask_signs(self, signs: list[SignId]) -> None:
        """Ask for several signs at once; those not chosen count as asked and not there."""
        names: dict[str, str] = {sign: self.knowledge.signs[sign].short for sign in signs}
        chosen = ask_several("Do you have any of these now?", names)
        self.asked.update(f"sign.{sign}" for sign in signs)
        for sign in signs if chosen is not None else ():
            if sign in (chosen or ()):
                self._severity(sign, f"How strong: {self.knowledge.signs[sign].name}?")
            else:
                put(self.case, f"sign.{sign}", "none")

    def _severity(self, sign: str, question: str) -> None:
        entry = self.knowledge.signs[sign]
        values = {"none": "not there", "mild": entry.mild, "moderate": entry.moderate, "severe": entry.severe}
        answer = ask_choice(question, {severity: values[severity] for severity in SEVERITIES})
        if answer is not None:
            put(self.case, f"sign.{sign}", answer)

    def _takes(self, key: str, value: float) -> str | None:
        """What is wrong with a number as the answer to a question, if anything: the case model itself is asked."""
        from needlecare.core.faults import CaseError

        trial: dict[str, Any] = {"patient": {}, "procedure": {}, "check_ins": [{}]}
        put(trial, key, value)
        try:
            Case.read(trial)
        except CaseError as error:
            return error.faults[0].expected
        return None
