"""Answers as they are posted: those of known facts alone, in bounded number and length."""

from collections.abc import Iterable

from django.core.exceptions import RequestDataTooBig
from django.http import QueryDict

from needlecare.knowledge.model import Knowledge
from needlecare.web.asking.case import Answers
from needlecare.web.asking.keys import is_answer, is_list
from needlecare.web.asking.options import UNKNOWN

LONGEST = 50_000  # characters; the longest text a case may hold
_MOST = 400  # values of one list
_LABELS = 100_000  # characters of all labels together: reading them takes its time


def answers_in(data: QueryDict, knowledge: Knowledge) -> dict[str, str | list[str]]:
    """The answers that stand in a posted form; what is no answer is ignored. Raises RequestDataTooBig."""
    answers: dict[str, str | list[str]] = {}
    for key in data:
        if not is_answer(key, knowledge):
            continue
        texts = [text.replace("\r\n", "\n")[: LONGEST + 1] for text in data.getlist(key)[: _MOST + 1] if text]
        if texts:
            answers[key] = texts if is_list(key) and UNKNOWN.value not in texts else texts[-1]
    check_labels(answers)
    return answers


def check_labels(answers: Answers) -> None:
    """Raises RequestDataTooBig where the labels are longer together than anybody's shelf."""
    if sum(len(text) for key, text in answers.items() if key.endswith(".ingredients")) > _LABELS:
        raise RequestDataTooBig("too many long labels")


def without(answers: Answers, keys: Iterable[str]) -> dict[str, str | list[str]]:
    """The answers but for some."""
    left_out = set(keys)
    return {key: value for key, value in answers.items() if key not in left_out}
