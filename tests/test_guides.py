"""The guides say what is so: their examples run, their tables are complete, their links lead somewhere.

A comment on the line before a fenced block says what it is: `<!-- case -->`, `<!-- faulty case -->`, and so on.
"""

import dataclasses
import json
import re
import shutil
import textwrap
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from needlecare import Case, assess, load_knowledge
from needlecare.core import assessment, case
from needlecare.core.faults import CaseError
from needlecare.core.label import answer
from needlecare.knowledge import vocabulary
from needlecare.knowledge.faults import KnowledgeError
from needlecare.knowledge.files import FOLDER
from needlecare.knowledge.ingredients.schema import ConcernId
from needlecare.knowledge.model import Care, Knowledge
from tests.support.worked import read_entries

ROOT = Path(__file__).parents[1]
GUIDES = sorted(ROOT.glob("docs/guide/*.md"))
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
EXAMPLES = ROOT / "examples"
READERS = {"toml": tomllib.loads, "json": json.loads, "yaml": yaml.safe_load}
BLOCK = re.compile(
    r"^(?: *<!-- (?P<mark>[a-z ]+) -->\n)? *```(?P<kind>\w+)\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL
)


def guide(name: str) -> str:
    return (ROOT / "docs/guide" / name).read_text(encoding="utf-8")


def blocks(page: str) -> list[tuple[str, str, str]]:
    """Every fenced block of a page as (mark, kind, text)."""
    return [(found["mark"] or "", found["kind"], textwrap.dedent(found["text"])) for found in BLOCK.finditer(page)]


def marked(mark: str, *, also: tuple[Path, ...] = ()) -> list[Any]:
    """The blocks so marked in all guides, as test parameters (kind, text)."""
    return [
        pytest.param(kind, text, id=f"{path.stem}-{at}")
        for path in (*GUIDES, *also)
        for at, (found, kind, text) in enumerate(blocks(path.read_text(encoding="utf-8")))
        if found == mark
    ]


def after(mark: str, page: str) -> tuple[str, str]:
    """The block so marked, and the one after it."""
    found = blocks(page)
    at = next(at for at, block in enumerate(found) if block[0] == mark)
    return found[at][2], found[at + 1][2]


@pytest.mark.parametrize(("kind", "text"), marked("case", also=(ROOT / "README.md",)))
def test_every_case_is_assessed(kind: str, text: str, knowledge: Knowledge, today: date) -> None:
    assert assess(Case.read(READERS[kind](text)), knowledge, today).plan.days


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.name)
def test_every_example_can_be_used(path: Path, knowledge: Knowledge, today: date) -> None:
    if "protocol" in path.name:
        assert load_knowledge(protocol=path).clinic is not None
    else:
        assert assess(Case.read(tomllib.loads(path.read_text(encoding="utf-8"))), knowledge, today).plan.days


def test_one_line_of_the_example_batch_has_a_fault(knowledge: Knowledge, today: date) -> None:
    faulty = []
    for line in (EXAMPLES / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        try:
            assess(Case.read(json.loads(line)), knowledge, today)
        except CaseError as error:
            faulty.append([fault.path for fault in error.faults])
    assert faulty == [["procedure.needle_depht_mm"]]


@pytest.mark.parametrize("path", [*GUIDES, ROOT / "README.md"], ids=lambda path: path.name)
def test_every_python_block_runs(path: Path) -> None:
    for _, kind, text in blocks(path.read_text(encoding="utf-8")):
        if kind == "python":
            exec(compile(text, path.name, "exec"), {})


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_data_block_is_well_formed(path: Path) -> None:
    for _, kind, text in blocks(path.read_text(encoding="utf-8")):
        if kind in READERS:
            READERS[kind](text)


def test_the_faults_of_a_case_are_as_shown() -> None:
    text, shown = after("faulty case", guide("case.md"))
    with pytest.raises(CaseError) as raised:
        Case.read(json.loads(text))
    assert [f"  • {fault}" for fault in raised.value.faults] == shown.splitlines()[1:]


def test_the_faults_of_a_protocol_are_as_shown(tmp_path: Path) -> None:
    text, shown = after("faulty protocol", guide("protocol.md"))
    path = tmp_path / "protocol.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(protocol=path)
    assert [f"  • {fault}" for fault in raised.value.faults] == shown.splitlines()[1:]


def test_the_protocol_shown_is_the_example() -> None:
    example = (EXAMPLES / "clinic-protocol.toml").read_text(encoding="utf-8")
    shown = [text for mark, kind, text in blocks(guide("protocol.md")) if kind == "toml" and not mark]
    assert [text for text in shown if text not in example] == []


def test_the_translation_shown_can_be_used(tmp_path: Path) -> None:
    [text] = [text for mark, _, text in blocks(guide("knowledge.md")) if mark == "translation"]
    path = tmp_path / "de.toml"
    path.write_text(text, encoding="utf-8")
    assert load_knowledge(translation=path).signs["erythema"].name == "Rötung"


def test_the_new_rule_shown_passes_its_worked_cases(tmp_path: Path) -> None:
    rule, worked = after("rule", guide("knowledge.md"))
    folder = tmp_path / "knowledge"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (folder / "triage/contact_course.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + rule)
    knowledge = load_knowledge(folder)

    for entry in read_entries(worked, "knowledge.md"):
        urgency = assess(Case.read(entry.case), knowledge, entry.today).disposition
        fired = {because.rule for because in urgency.because}
        assert fired >= set(entry.expect.fires)
        assert fired.isdisjoint(entry.expect.does_not_fire)
        assert entry.expect.level in (None, urgency.level)


def _fields_of_a_case() -> set[str]:
    models = (case.Case, case.Patient, case.Procedure, case.CheckIn, case.Product)
    return {field for model in models for field in model.model_fields}


def _words_of_a_case() -> set[str]:
    kinds = [value for name, value in vars(vocabulary).items() if name[0].isupper() and get_args(value)]
    return {word for kind in kinds if kind is not vocabulary.Level for word in get_args(kind) if isinstance(word, str)}


def _fields_of_an_assessment() -> set[str]:
    parts = [value for value in vars(assessment).values() if dataclasses.is_dataclass(value)]
    return {field.name for part in parts for field in dataclasses.fields(part)} | set(vocabulary.LEVELS)


def _words_of_a_label_answer() -> set[str]:
    parts = [part for part in vars(answer).values() if dataclasses.is_dataclass(part)]
    fields = {field.name for part in parts for field in dataclasses.fields(part)}
    return fields | {*answer.VERDICTS, *get_args(answer.How), *get_args(answer.Sure), *get_args(ConcernId)}


def _knowledge_words() -> set[str]:
    return (set(Care.model_fields) - {"id", "topic"}) | {path.name for path in FOLDER.glob("*.toml")}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("case.md", _fields_of_a_case()),
        ("case.md", _words_of_a_case()),
        ("assessment.md", _fields_of_an_assessment()),
        ("knowledge.md", _knowledge_words()),
        ("labels.md", _words_of_a_label_answer()),
    ],
)
def test_every_word_is_explained(page: str, words: set[str]) -> None:
    assert words - set(re.findall(r"`([^`\n]+)`", guide(page))) == set()


def test_every_synonym_of_a_sign_is_listed_with_it() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([a-z ,]+) \|$", guide("case.md").partition("### Signs")[2], re.MULTILINE))
    listed = {word.replace(" ", "_"): sign for sign, words in rows.items() for word in words.split(", ")}
    assert listed == vocabulary.SIGN_SYNONYMS


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    text = re.sub(r"^ *```.*?^ *```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = [link for link in re.findall(r"\]\(<?([^)>\s]+)", text) if not re.match(r"[a-z]+:", link)]
    assert [link for link in links if not _leads_somewhere(link, path)] == []


def _leads_somewhere(link: str, path: Path) -> bool:
    target, _, anchor = link.partition("#")
    page = path.parent / target if target else path
    return page.exists() and (not anchor or anchor in _anchors(page))


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_glossary_is_in_order() -> None:
    terms = re.findall(r"^- \*\*(.+?)\*\*: ", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(terms) > 50
    assert terms == sorted(terms, key=str.lower)
