"""Text that is valid JSON, TOML or YAML, or nearly, and was never meant to help."""

import json

import pytest

from tests.cli.calling import Call, Said, in_shell, started


def faults(said: Said) -> list[str]:
    """The faults of a refusal, after a look that it is one."""
    assert said.code == 10, said
    assert said.out == ""
    assert "Traceback" not in said.err
    first, *rest = said.err.rstrip("\n").split("\n  • ")
    assert first.startswith("needlecare: the case cannot be used: ")
    return rest


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("json", '{"patient": {"age": NaN}}'),
        ("json", '{"patient": {"age": Infinity}}'),
        ("json", '{"patient": {"age": -Infinity}}'),
        ("json", '{"patient": {"age": 1e999}}'),
        ("json", '{"patient": {"age": "NaN"}}'),
        ("json", '{"patient": {"age": "inf"}}'),
        ("yaml", "patient: {age: .nan}"),
        ("yaml", "patient: {age: -.inf}"),
        ("toml", "patient.age = nan"),
        ("toml", "patient.age = +inf"),
    ],
)
def test_numbers_that_are_none_are_refused(form: str, text: str, needlecare: Call) -> None:
    """NaN and infinity are no age in any format, however they are spelled."""
    assert len(faults(needlecare("assess", "-", "--format", form, stdin=text))) == 1


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("json", '{"patient": {"age": 1, "age": 2}}'),
        ("json", '{"patient": {}, "patient": {}}'),
        ("yaml", "patient: {age: 1, age: 2}"),
        ("yaml", "patient: {}\npatient: {}\n"),
        ("toml", "[patient]\nage = 1\nage = 2\n"),
        ("toml", "[patient]\n[patient]\n"),
    ],
)
def test_a_key_that_stands_twice_is_refused(form: str, text: str, needlecare: Call) -> None:
    """The last one does not silently win."""
    assert len(faults(needlecare("assess", "-", "--format", form, stdin=text))) == 1


@pytest.mark.parametrize("form", ["json", "toml", "yaml"])
def test_a_sign_under_two_names_is_refused(form: str, needlecare: Call) -> None:
    """Redness and erythema are one sign; both names are given back as they were written."""
    text = {
        "json": '{"check_ins": [{"signs": {"redness": "mild", "erythema": "severe"}}]}',
        "toml": '[[check_ins]]\nsigns = { redness = "mild", erythema = "severe" }\n',
        "yaml": "check_ins: [{signs: {redness: mild, erythema: severe}}]",
    }[form]
    (fault,) = faults(needlecare("assess", "-", "--format", form, stdin=text))
    assert fault.startswith("check_ins[0].signs: ")
    assert "twice" in fault


DEEP = {
    "json brackets": ("json", "[" * 100_000),
    "json tables": ("json", '{"a":' * 100_000 + "1" + "}" * 100_000),
    "toml brackets": ("toml", "a = " + "[" * 100_000 + "]" * 100_000),
    "toml dotted key": ("toml", "a." * 100_000 + "b = 1"),
    "toml dotted header": ("toml", "[" + "a." * 100_000 + "b]"),
    "yaml open brackets": ("yaml", "[" * 100_000),
    "yaml brackets": ("yaml", "a: " + "[" * 100_000 + "]" * 100_000),
    "yaml braces": ("yaml", "{a: " * 100_000),
    "yaml dashes": ("yaml", "- " * 100_000),
    "yaml below a known field": ("yaml", "patient: {history: " + "{a: " * 50_000 + "1" + "}" * 50_001),
}


@pytest.mark.parametrize("name", DEEP)
def test_depth_is_a_fault_not_a_crash(name: str) -> None:
    """A hundred thousand levels are refused at once, in each format; the process neither dies nor hangs."""
    form, text = DEEP[name]
    assert len(faults(started("assess", "-", "--format", form, stdin=text))) == 1


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000 + "1" + "}" * 100_000 + "\n{\n", "- " * 100_000])
def test_depth_is_a_fault_where_the_format_has_to_be_guessed(text: str) -> None:
    """The look that tells the format is as careful as the reading."""
    assert len(faults(started("assess", "-", stdin=text))) == 1


def _merges() -> str:
    inner = "&a0 {k: v}"
    for level in range(1, 11):
        inner = f"&a{level} {{<<: [{inner}" + f", *a{level - 1}" * 9 + "]}"
    return f"patient: {inner}"


BOMBS = {
    "lists of lists": "a: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]\n" for at in range(1, 15))
    + "products: *a14\n",
    "one long list in every check-in": f"d: &d [{'x,' * 100_000}]\ncheck_ins:\n" + "- {distribution: *d}\n" * 300,
    "merged tables": _merges(),
    "a table in itself": "patient: &a {history: *a}",
    "a list in itself": "check_ins: &a [*a]",
}


@pytest.mark.parametrize("name", BOMBS)
def test_an_alias_bomb_does_not_go_off(name: str) -> None:
    """A small YAML text that would unfold into a huge one is refused within a gigabyte and a few seconds."""
    said = in_shell("ulimit -v 1500000; exec $NEEDLECARE assess - --format yaml", stdin=BOMBS[name])
    assert faults(said)


@pytest.mark.parametrize(
    "text",
    [
        "patient: !!python/object:os.system {}",
        "patient: !!python/object/apply:os.system ['true']",
        "!!python/name:os.system",
        "patient: !mine {age: 3}",
        "patient: !!binary aGVsbG8=",
        "patient: !!set {a, b}",
        "patient: !!omap [a: 1]",
        "? [a]\n: 1",
        "? {a: 1}\n: 1",
        "2026-01-01: 1",
        "1: 2",
        "check_ins: [{signs: {1: mild, .nan: mild}, counts: {2: 3}, care: {2.5: yes}}]",
        "a: 1\n---\nb: 2\n",
        "%YAML 9.9\n---\na: 1\n",
        "procedure: {date: 2026-13-45}",
        "a: *nowhere",
        "\t- a",
    ],
)
def test_yaml_is_only_plain_data(text: str, needlecare: Call) -> None:
    """Tags, odd keys, several documents and wrong dates are faults; nothing is ever built or run."""
    assert faults(needlecare("assess", "-", "--format", "yaml", stdin=text))


@pytest.mark.parametrize("size", [4000, 5000])
@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("json", '{{"patient": {{"age": {0}, "fitzpatrick": {0}}}, "check_ins": [{{"day": {0}}}]}}'),
        ("json", '{{"patient": {{"age": "{0}", "fitzpatrick": "{0}"}}, "check_ins": [{{"day": "{0}"}}]}}'),
        ("toml", "[patient]\nage = {0}\n"),
        ("yaml", "patient: {{age: {0}}}"),
        ("yaml", 'patient: {{age: "{0}"}}'),
    ],
)
def test_a_number_of_thousands_of_digits_is_a_short_fault(size: int, form: str, text: str, needlecare: Call) -> None:
    """It is refused, it is not printed in full, and no advice for programmers is given."""
    said = needlecare("assess", "-", "--format", form, stdin=text.format("7" * size))
    assert faults(said)
    assert "7" * 100 not in said.err
    assert "set_int_max_str_digits" not in said.err


@pytest.mark.parametrize("data", [[], [1], "text", "", 5, 1.5, True, None])
def test_a_case_is_a_table(data: object, needlecare: Call) -> None:
    """Lists, texts, numbers and nothing are one fault of the whole case."""
    (fault,) = faults(needlecare("assess", "-", "--format", "json", stdin=json.dumps(data)))
    assert fault.startswith("the case: found ")
    assert "expected a table of fields" in fault


@pytest.mark.parametrize(
    "case",
    [
        pytest.param({f"x{at}": 1 for at in range(50_000)}, id="fields"),
        pytest.param({"patient": {"history": {f"x{at}": "yes" for at in range(50_000)}}}, id="history"),
        pytest.param({"check_ins": [{"signs": {f"x{at}": "mild" for at in range(50_000)}}]}, id="signs"),
        pytest.param({"check_ins": [{"care": {f"x{at}": "yes" for at in range(50_000)}}]}, id="care"),
        pytest.param({"procedure": {"areas": ["x"] * 600_000}}, id="areas"),
        pytest.param({"check_ins": [0] * 600_000}, id="check-ins"),
        pytest.param({"patient": {"x" * 1_000_000: 1, "sex": "x" * 1_000_000}}, id="long names"),
    ],
)
def test_faults_without_end_are_found_in_seconds(case: dict[str, object]) -> None:
    """Tens of thousands of wrong fields in an allowed size neither hang the command nor fill the screen."""
    said = started("assess", "-", "--format", "json", stdin=json.dumps(case))
    assert faults(said)
    assert len(said.err) < 1_000_000


@pytest.mark.parametrize("text", ['{"\\ud800": 1}', '{"products": [{"name": "\\ud800"}]}', '{"patient": "\\udfff"}'])
def test_half_a_character_is_a_fault(text: str, needlecare: Call) -> None:
    """Lone surrogates, which no output could print."""
    assert faults(needlecare("assess", "-", stdin=text))


def test_an_answer_sends_nothing_to_the_terminal_but_text(needlecare: Call) -> None:
    """A product's name cannot colour, clear or ring: control characters are not passed on."""
    case = {"check_ins": [{"day": 1}], "products": [{"name": "a\x1b[31mb\x07c\x9bd\x00e"}]}
    out = needlecare("assess", "-", stdin=json.dumps(case)).out
    assert not {char for char in out if ord(char) < 32 or 127 <= ord(char) < 160} - {"\n"}


def test_a_fault_sends_nothing_to_the_terminal_but_text(needlecare: Call) -> None:
    """Nor can the name of a field."""
    case = {"a\x1b[31mb\nc\x07": 1, "patient": {"sex": "\x1b[31m", "\x1b[2J": 1}}
    said = needlecare("assess", "-", stdin=json.dumps(case))
    assert len(faults(said)) == 3
    assert not {char for char in said.err if ord(char) < 32 or 127 <= ord(char) < 160} - {"\n"}
