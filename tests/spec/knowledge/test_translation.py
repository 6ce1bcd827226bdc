"""A translation laid over the English

Each translated text names the English it was made from by a hash. When the English changes, the translation is stale,
and stale medical advice must not be shown: it is a fault until somebody looks at it.
"""

import pytest

from needlecare import load_knowledge
from needlecare.core.assess import assess
from needlecare.knowledge.faults import KnowledgeError
from needlecare.knowledge.translate import hash_of
from tests.spec.building import TODAY, a_case, a_fully_told_case


@pytest.fixture
def translation(tmp_path):
    """Writes a translation file."""

    def write(text):
        path = tmp_path / "de.toml"
        path.write_text('language = "de"\n' + text, encoding="utf-8")
        return path

    return write


def text_of(english, translated):
    return f'{{ of = "{hash_of(english)}", text = "{translated}" }}'


def faults_of(path):
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(translation=path)
    return [str(fault) for fault in raised.value.faults]


def test_the_hash():
    """The hash is the first 8 hex digits of the SHA-256 of the English."""
    assert hash_of("redness") == "662e921f"


def test_a_translated_text_is_shown(translation):
    """A translated text takes the place of the English wherever it is said."""
    path = translation(f"[signs.erythema]\nname = {text_of('redness', 'Rötung')}\n")
    knowledge = load_knowledge(translation=path)
    case = a_case(3, signs={"redness": "mild"}, procedure={"device": "pen", "needle_depth_mm": 1.0})
    [redness] = [found for found in assess(case, knowledge, TODAY).course.signs if found.sign == "erythema"]

    assert redness.text.startswith("Rötung: ")


def test_a_text_in_a_list(translation, knowledge):
    """A text inside a list of statements is named by its place."""
    english = knowledge.causes["milia"].what_to_do[0].text
    path = translation(f'[causes.milia]\n"what_to_do.0.text" = {text_of(english, "Abwarten.")}\n')

    assert load_knowledge(translation=path).causes["milia"].what_to_do[0].text == "Abwarten."


def test_the_rest_stays_english(translation, knowledge):
    """What is not translated yet stays in English."""
    path = translation(f"[signs.erythema]\nname = {text_of('redness', 'Rötung')}\n")

    assert load_knowledge(translation=path).signs["oedema"].name == "swelling"


def test_a_stale_text(translation):
    """A text whose English has changed since is a fault that names the new hash."""
    path = translation('[signs.erythema]\nname = { of = "00000000", text = "Rötung" }\n')

    assert faults_of(path) == [
        f"de.toml · signs.erythema · name: the English has changed; its hash is now {hash_of('redness')}"
    ]


@pytest.mark.parametrize(
    ("entry", "field"), [("signs.erythema", "nme"), ("signs.rothaut", "name"), ("zeichen.erythema", "name")]
)
def test_a_text_that_does_not_exist(entry, field, translation):
    """A translation of something that is not there is a fault."""
    path = translation(f'[{entry}]\n{field} = {{ of = "00000000", text = "Rötung" }}\n')

    assert faults_of(path) == [f"de.toml · {entry} · {field}: there is no English text here"]


@pytest.mark.parametrize("value", ['"Rötung"', '{ text = "Rötung" }', '{ of = "662e921f", text = "" }', "3"])
def test_a_text_without_its_hash(value, translation):
    """A translated text needs the hash of its English, and must not be empty."""
    path = translation(f"[signs.erythema]\nname = {value}\n")

    assert faults_of(path) == ["de.toml · signs.erythema · name: give `of`, the hash of the English, and `text`"]


def test_all_faults_at_once(translation):
    """Every fault of a translation is reported at once."""
    path = translation('[signs.erythema]\nname = "Rötung"\nshort = { of = "00000000", text = "Rötung" }\n')

    assert len(faults_of(path)) == 2


def test_a_translation_cannot_change_a_rule(translation):
    """A translation changes words and nothing else: a red flag keeps its level."""
    path = translation(f"[rules.pus]\nlevel = {text_of('same-day', 'self-care')}\n")

    assert [fault.split(": ")[0] for fault in faults_of(path)] == ["de.toml · rules.pus · level"]


def test_a_translation_cannot_change_what_a_rule_asks(translation):
    """A translation cannot reach into the condition of a rule."""
    path = translation(f'[rules.pus]\n"when.sign" = {text_of("discharge", "bruising")}\n')

    assert [fault.split(": ")[0] for fault in faults_of(path)] == ["de.toml · rules.pus · when.sign"]


def test_what_to_do_can_be_translated(translation, knowledge):
    """What to do at a level, which matters most, can be translated like all else."""
    english = knowledge.levels["emergency"].do[0]
    path = translation(f'[levels.emergency]\n"do.0" = {text_of(english, "Rufen Sie 112.")}\n')
    case = a_fully_told_case(signs={"fainting": "mild"})

    assert assess(case, load_knowledge(translation=path), TODAY).disposition.do[0] == "Rufen Sie 112."


def test_a_translation_keeps_the_places_that_are_filled_in(translation, knowledge):
    """A phrase that names a sign must still name it in the translation, and nothing that the engine cannot fill in."""
    english = knowledge.facts["rising"].name
    path = translation(f"[facts.rising]\nname = {text_of(english, 'mehr {zeichen} als zuletzt')}\n")

    assert [fault.split(": ")[0] for fault in faults_of(path)] == ["de.toml · facts.rising · name"]
