"""The clinician's manual: everything that is known stands in it, each with its sources, as well-formed Markdown."""

import re

import pytest

from needlecare.export.manual import manual, section, section_ids
from needlecare.export.manual_citation import cited
from needlecare.export.manual_condition import condition_lines, signs_in
from needlecare.export.manual_markdown import escaped, link, table
from needlecare.knowledge.condition import All, Among, AnyOf, AtLeast, Not, NumberIn, SignIs, Yes
from needlecare.knowledge.load import load_knowledge
from needlecare.knowledge.model import Reviewed

KINDS = ("levels", "rules", "course", "causes", "findings", "care", "signs", "facts", "substances", "sources")


@pytest.fixture(scope="module")
def printed(knowledge):
    return manual(knowledge)


@pytest.fixture(scope="module")
def sections(knowledge):
    return {key: section(knowledge, key) for key in section_ids(knowledge)}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("facts", "sources")])
def test_every_entry_has_its_heading_with_its_id_below(kind, knowledge, printed):
    cards = set(re.findall(r"^#.*\n\n`([^`]+)`", printed, re.MULTILINE))

    assert set(getattr(knowledge, kind)) <= cards


def test_every_entry_is_printed_whole(knowledge, printed):
    for kind in ("rules", "causes", "findings", "care", "signs", "substances"):
        for key in getattr(knowledge, kind):
            for part in section(knowledge, key).split("\n\n"):
                if not part.startswith(("### Level:", "#### Fact:", "**Rules that lead", "**Question:**")):
                    assert part.strip() in printed or key in knowledge.facts, (key, part)


def test_every_fact_and_every_source_is_listed(knowledge, printed):
    for key in knowledge.facts:
        assert f"| {escaped(key)} |" in printed
    for key, source in knowledge.sources.items():
        assert f"### Source: {key}\n\n{link(source.cite, source.link)}" in printed


def test_every_cited_source_resolves(knowledge, sections):
    for kind in KINDS[1:7]:
        for key, entry in getattr(knowledge, kind).items():
            for source in cited(entry):
                assert (
                    f"- {escaped(source)}: {link(knowledge.sources[source].cite, knowledge.sources[source].link)}"
                    in (sections[key])
                )


@pytest.mark.parametrize("number", ["prior", "links", "modifiers"])
def test_every_number_of_a_cause_stands_there(number, knowledge, sections):
    for key, cause in knowledge.causes.items():
        values = {
            "prior": [cause.prior.value],
            "links": [item.value for item in cause.links],
            "modifiers": [item.odds.value for item in cause.modifiers],
        }[number]
        for value in values:
            assert f"{value:g}" in sections[key]


def test_every_rule_stands_under_its_level(knowledge, printed):
    for level in knowledge.levels:
        chapter = re.search(rf"^### 1\.\d [^\n]*\({level}\)$(.*?)(?=^##? |^### )", printed, re.MULTILINE | re.DOTALL)
        ids = {rule.id for rule in knowledge.rules.values() if rule.level == level}

        assert set(re.findall(r"^`(\w+)` · " + level, chapter[1], re.MULTILINE)) == ids


def test_both_ends_of_a_range_stand_with_their_sources(knowledge, sections):
    for key, care in knowledge.care.items():
        for end in filter(None, (care.earliest, care.latest)):
            basis = f"{end.grade}: {', '.join(end.sources)}" if end.sources else end.grade
            assert f"day {end.value:g} ({basis})" in sections[key]


def test_it_says_in_bold_that_nobody_has_reviewed_it(printed):
    assert "**Not yet reviewed by a clinician.**" in printed


def test_it_says_who_reviewed_an_entry(knowledge):
    review = Reviewed.model_validate({"by": "A. Doctor", "role": "dermatologist", "on": "2026-01-31"})
    rule = knowledge.rules["fever"].model_copy(update={"review": review})
    reviewed = knowledge.model_copy(update={"rules": {**knowledge.rules, "fever": rule}})

    assert "reviewed by A. Doctor, dermatologist, on 2026-01-31" in section(reviewed, "fever")


def test_it_names_version_and_hash(knowledge, printed):
    assert f"Knowledge {knowledge.version}, hash `{knowledge.hash}`." in printed


def test_every_row_of_a_table_has_as_many_cells_as_its_head(printed):
    for block in printed.split("\n\n"):
        if block.startswith("|"):
            widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
            assert len(widths) == 1, block


def test_every_heading_stands_alone_and_none_skips_a_level(printed):
    depth = 0
    for block in printed.split("\n\n"):
        if block.startswith("#"):
            assert "\n" not in block.strip()
            now = len(block) - len(block.lstrip("#"))
            assert now <= depth + 1, block
            depth = now


def test_nothing_is_left_unfilled(printed, sections):
    for text in (printed, *sections.values()):
        assert "{" not in text
        assert not re.search(r"(: |\| |\(|^)None\b(?! found)", text, re.MULTILINE)
        assert "\n\n\n" not in text


def test_it_is_the_same_every_time(printed, sealed):
    again = load_knowledge()
    with sealed():
        assert manual(again) == printed


def test_every_id_has_a_section(knowledge, sections):
    for kind in KINDS:
        for key in getattr(knowledge, kind):
            assert f"`{key}`" in sections[key]


def test_an_id_of_several_kinds_gives_them_all(sections):
    assert re.findall(r"^#+ (\w+)", sections["milia"], re.MULTILINE) == ["Course", "Cause", "Sign"]
    assert re.findall(r"^#+ (\w+)", sections["fever"], re.MULTILINE) == ["Rule", "Fact"]


def test_a_phase_gives_the_phases(sections):
    assert sections["open_channels"] == sections["phases"]


@pytest.mark.parametrize("key", ["", "milk", "MILIA", "sign.milia"])
def test_an_unknown_id_has_no_section(key, knowledge):
    assert section(knowledge, key) is None


def test_a_pipe_in_a_cell_is_escaped():
    assert table(["a"], [["x|y"]]).splitlines()[-1] == r"| x\|y |"


def test_what_markdown_would_read_is_escaped():
    assert escaped("a *b* <c> [d]\n e_f _g_") == r"a \*b\* \<c\> \[d\] e_f \_g\_"


def test_whereabouts_without_an_address_are_no_link():
    assert link("Harris 2015", "Int J 2015;1:77") == "Harris 2015 (Int J 2015;1:77)"
    assert link("Harris, Int J 2015;1:77", "Int J 2015;1:77") == "Harris, Int J 2015;1:77"


def test_a_short_condition_is_one_phrase(knowledge):
    condition = All(all=(SignIs(sign="bleeding"), NumberIn.model_validate({"number": "day", "from": 2})))

    assert condition_lines(condition, knowledge) == [(0, "bleeding and day 2 or later")]


def test_an_or_between_two_ands_becomes_a_list(knowledge):
    condition = All(all=(SignIs(sign="hives"), Among(fact="distribution", among=("diffuse", "spreading"))))

    assert condition_lines(condition, knowledge) == [
        (0, "all of these:"),
        (1, "hives"),
        (1, "being all over or spreading"),
    ]


def test_any_within_any_is_laid_open(knowledge):
    condition = AnyOf(any=(AnyOf(any=(SignIs(sign="itch"), SignIs(sign="pain"))), Yes(yes="fever")))

    assert condition_lines(condition, knowledge) == [(0, "itching or pain or a fever")]


def test_none_of_and_at_least_are_said(knowledge):
    many = (SignIs(sign="itch"), All(all=(SignIs(sign="pain"), SignIs(sign="hives"))))

    assert condition_lines(Not.model_validate({"not": AnyOf(any=many)}), knowledge)[0] == (0, "none of these:")
    assert condition_lines(AtLeast(at_least=2, of=many), knowledge)[0] == (0, "at least 2 of these:")


def test_a_condition_names_its_signs(knowledge):
    assert signs_in(knowledge.rules["worse_after_day_3"].when) == {"erythema", "oedema", "warmth", "pain", "burning"}
    assert signs_in(knowledge.rules["itch_too_long"].when) == {"itch"}


def test_a_protocol_is_named(knowledge, tmp_path):
    file = tmp_path / "protocol.toml"
    file.write_text('[clinic]\nname = "Skin | Laser"\nprotocol_version = "3"\n')
    overlaid = load_knowledge(protocol=file)

    assert r"With the protocol of Skin \| Laser, version 3." in manual(overlaid)
    assert "Source: CLINIC" in section(overlaid, "CLINIC")
