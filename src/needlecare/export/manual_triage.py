"""The manual's chapter on triage: each level with its card, and its rules, the most urgent first."""

from needlecare.core.triage import URGENCY
from needlecare.export.manual_citation import card, reviewed, sources
from needlecare.export.manual_condition import condition_lines
from needlecare.export.manual_markdown import blocks, bullets, escaped, labelled
from needlecare.knowledge.condition import Condition
from needlecare.knowledge.model import Knowledge
from needlecare.knowledge.vocabulary import LEVELS


def chapter(knowledge: Knowledge) -> str:
    """Every level and every rule."""
    said = (
        "Every rule is looked at. The level of the answer is the highest among the rules that hold; where none holds "
        "it is self-care. A rule that unknown facts leave open is reported as not ruled out."
    )
    levels = [level for level in sorted(LEVELS, key=URGENCY.__getitem__, reverse=True) if level in knowledge.levels]
    return blocks("## 1 Triage", said, *(_level(at, level, knowledge) for at, level in enumerate(levels, 1)))


def level_entry(key: str, knowledge: Knowledge) -> str | None:
    """A level: its card, and the rules that lead to it by name."""
    if key not in knowledge.levels:
        return None
    names = [f"{escaped(rule.name)} (`{rule.id}`)" for rule in knowledge.rules.values() if rule.level == key]
    rules = (
        blocks("**Rules that lead to it:**", bullets(names)) if names else "No rule leads to it: it is what is left."
    )
    return blocks(f"### Level: {escaped(knowledge.levels[key].title)}", _card(key, knowledge), rules)


def entry(key: str, knowledge: Knowledge) -> str | None:
    """One triage rule."""
    rule = knowledge.rules.get(key)
    if rule is None:
        return None
    return blocks(
        f"#### Rule: {escaped(rule.name)}",
        card(key, rule.level, f"grade: {rule.grade}", reviewed(rule.review)),
        when("When", rule.when, knowledge),
        labelled("Why", rule.reason),
        sources(rule, knowledge),
    )


def when(label: str, condition: Condition, knowledge: Knowledge) -> str:
    """A condition under its label: on the same line, or as a nested list."""
    (_, first), *rest = condition_lines(condition, knowledge)
    if not rest:
        return labelled(label, first)
    return blocks(labelled(label, first), "\n".join(f"{'  ' * (depth - 1)}- {escaped(line)}" for depth, line in rest))


def _level(at: int, level: str, knowledge: Knowledge) -> str:
    rules = [entry(rule.id, knowledge) for rule in knowledge.rules.values() if rule.level == level]
    title = f"### 1.{at} {escaped(knowledge.levels[level].title)} ({level})"
    none = None if rules else "No rule leads here: it is the level of a case in which no rule holds."
    return blocks(title, _card(level, knowledge), none, *rules)


def _card(level: str, knowledge: Knowledge) -> str:
    said = knowledge.levels[level]
    return blocks(
        card(level, reviewed(said.review)),
        labelled("First line", said.first_line),
        labelled("Act within", said.act_within),
        bullets(escaped(text) for text in said.do),
    )
