"""How well the engine triages the self-labelled clinical cases, beside four baselines, with exact 95 % bounds."""

from collections.abc import Callable
from dataclasses import dataclass

from scipy.stats import binomtest

from bench.baselines import BASELINES, Baseline
from bench.clinical_cases import Labelled, labelled_cases
from bench.table import table
from needlecare import Case, assess, load_knowledge
from needlecare.knowledge.vocabulary import LEVELS, Level

Answer = Callable[[Labelled], tuple[Level, list[str]]]


@dataclass(frozen=True)
class Share:
    """A count out of a number, with its Clopper-Pearson bounds."""

    count: int
    of: int

    def __str__(self) -> str:
        if not self.of:
            return "-"
        low, high = binomtest(self.count, self.of).proportion_ci(confidence_level=0.95, method="exact")
        return f"{100 * self.count / self.of:5.1f} % ({self.count}/{self.of}; {100 * low:.1f}-{100 * high:.1f})"


def engine() -> Answer:
    """The engine as an answer to a labelled case: its level and its causes, most probable first."""
    knowledge = load_knowledge()

    def answer(labelled: Labelled) -> tuple[Level, list[str]]:
        assessment = assess(Case.read(labelled.case), knowledge, labelled.today)
        return assessment.disposition.level, [cause.id for cause in assessment.causes]

    return answer


def figures(answer: Answer, cases: list[Labelled]) -> dict[str, Share]:
    """Under-triage, right level, ordinary courses sent to somebody, and the right cause among the first three."""
    answers = [(labelled, *answer(labelled)) for labelled in cases]
    ordinary = [level for labelled, level, _ in answers if labelled.ordinary]
    caused = [(labelled.cause, causes) for labelled, _, causes in answers if labelled.cause]
    given = [(cause, causes) for cause, causes in caused if causes]
    return {
        "under-triage": Share(
            sum(LEVELS.index(level) < LEVELS.index(labelled.level) for labelled, level, _ in answers),
            len(answers),
        ),
        "right level": Share(sum(level == labelled.level for labelled, level, _ in answers), len(answers)),
        "ordinary sent": Share(sum(level != LEVELS[0] for level in ordinary), len(ordinary)),
        "cause in top 3": Share(sum(cause in causes[:3] for cause, causes in caused), len(caused) if given else 0),
    }


def misses(answer: Answer, cases: list[Labelled]) -> list[str]:
    """One line for every case that the answer gets wrong."""
    found = []
    for labelled in cases:
        level, causes = answer(labelled)
        if level != labelled.level:
            found.append(f"level  {labelled.name}: wanted {labelled.level}, got {level}")
        if labelled.cause and labelled.cause not in causes[:3]:
            found.append(f"cause  {labelled.name}: wanted {labelled.cause}, got {', '.join(causes[:3]) or 'none'}")
    return found


def _as_answer(baseline: Baseline) -> Answer:
    return lambda labelled: (baseline(labelled.case), [])


def report() -> str:
    """The table and every miss."""
    cases = list(labelled_cases())
    answers: dict[str, Answer] = {"needlecare": engine()}
    for name, baseline in BASELINES.items():
        answers[name] = _as_answer(baseline)
    rows = [[name, *map(str, figures(answer, cases).values())] for name, answer in answers.items()]
    heads = ["", "under-triage", "right level", "ordinary sent", "cause in top 3"]
    title = f"Clinical cases: {len(cases)}, self-labelled from the evidence, not reviewed by a clinician"
    return "\n".join([table(title, heads, rows), *misses(answers["needlecare"], cases), ""])
