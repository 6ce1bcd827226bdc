"""A label answer as text: what to do first, then why, the label with its words marked, sources last."""

import pytest
from tests.support.label_answers import A_TABLE, ACIDS, LABEL, SCENT, a_concern, an_answer, an_ingredient

from needlecare.core.label.answer import Part, Read
from needlecare.export.label_marks import LONGEST
from needlecare.export.text_label import label_text


def said(answer=None, label=LABEL, width=88):
    """The lines of an answer as plain text."""
    return [line.text for line in label_text(answer or an_answer(), label, A_TABLE, width)]


def part(heading, lines):
    """The lines below a heading, up to the next empty one."""
    at = lines.index(heading) + 1
    return lines[at : lines.index("", at)]


def marked(label, *ingredients, **given):
    """A label with these ingredients as it is shown."""
    lines = said(an_answer(label=label, ingredients=ingredients, **given), label)
    return " ".join(part("The label", lines)[:-1])


def test_what_to_do_comes_first_and_sources_last():
    headings = [line.text for line in label_text(an_answer(), LABEL, A_TABLE) if line.style == "heading"]

    assert said()[:2] == ["▌ Wait until day 7.", "▌ • Because of Glycolic Acid."]
    assert headings == ["The label", "What decides", "Instead", "Sources"]


@pytest.mark.parametrize("verdict", ["fine", "wait", "avoid", "unknown"])
def test_the_headline_has_the_style_of_its_verdict(verdict):
    assert next(iter(label_text(an_answer(verdict), LABEL, A_TABLE))).style == verdict


def test_what_decides_and_what_was_not_understood_are_marked_by_signs():
    assert part("The label", said()) == [
        "Aqua, Glycerin, [Glycolic Acid], ⟨?xyz⟩, Parfum",
        "4 of 5 names understood. […] decides; ⟨?…⟩ not understood",
    ]


def test_the_marks_have_styles_too():
    [line] = [line for line in label_text(an_answer("avoid"), LABEL, A_TABLE) if line.spans]

    assert [(text, style) for text, style in line.pieces() if style] == [
        ("[Glycolic Acid]", "avoid"), ("⟨?xyz⟩", "unknown"),
    ]  # fmt: skip


def test_a_mark_that_is_wrapped_keeps_its_style_on_both_lines():
    lines = [line for line in label_text(an_answer(), LABEL, A_TABLE, width=40) if line.spans]

    assert [line.text for line in lines] == ["Aqua, Glycerin, [Glycolic Acid], ⟨?xyz⟩,"]
    narrow = [line for line in label_text(an_answer(), LABEL, A_TABLE, width=26) if line.spans]
    assert [text for line in narrow for text, style in line.pieces() if style == "wait"] == ["[Glycolic", "Acid]"]


def test_where_the_label_has_square_brackets_the_marks_are_doubled():
    label = "Aqua, Retinol [+/- Mica]"

    assert marked(label, an_ingredient("Retinol", label), deciding=("Retinol",)) == "Aqua, [[Retinol]] [+/- Mica]"


def test_a_deciding_name_within_another_is_marked_alone():
    label = "Lavandula Oil (Linalool)"
    found = (an_ingredient(label, label, inci="Lavandula Oil"), an_ingredient("Linalool", label))

    assert marked(label, *found, deciding=("Linalool",)) == "Lavandula Oil ([Linalool])"
    assert marked(label, *found, deciding=("Lavandula Oil", "Linalool")) == "[Lavandula Oil (Linalool)]"


def test_a_name_that_is_not_settled_is_marked_as_deciding_only_where_its_class_decides():
    label = "Aqua, Retinil"
    unsettled = an_ingredient("Retinil", label, inci=None, concerns=("retinoid",))

    assert marked(label, unsettled, deciding=("?",)) == "Aqua, [Retinil]"
    assert marked(label, unsettled, deciding=("Parfum",)) == "Aqua, ⟨?Retinil⟩"


def test_lines_and_blanks_of_the_label_become_one_blank():
    label = "Aqua,\n  Retinol\t,\r\nMica"

    assert marked(label, an_ingredient("Retinol", label), deciding=("Retinol",)) == "Aqua, [Retinol] , Mica"


def test_each_deciding_concern_says_until_when_why_and_how_well_it_is_known():
    assert part("What decides", said()) == [
        "• Peeling acids: wait until day 7 (sources say day 3 to day 7)",
        "  In it: Glycolic Acid.",
        "  They sting on open skin. [BOOK]",
        "  How well this is known: Clinics, makers or authorities say so; nobody has measured it.",
    ]


def test_a_day_that_all_sources_agree_on_has_no_range():
    answer = an_answer(concerns={"exfoliating_acid": a_concern("Glycolic Acid", earliest=7)})

    assert part("What decides", said(answer))[0] == "• Peeling acids: wait until day 7"


def test_a_repaired_name_makes_a_concern_probable():
    answer = an_answer(concerns={"exfoliating_acid": a_concern("Glycolic Acid", sure="probably")})

    assert part("What decides", said(answer))[0].startswith("• Peeling acids: probably wait until day 7")
    assert "  Its name is not printed as we know it, so this is probable, not certain." in said(answer)


def test_what_is_to_be_left_out_has_no_day():
    """A retinoid in pregnancy is not free on day 7."""
    assert "• Peeling acids: leave it out while your skin heals" in said(an_answer("avoid"))


def test_notes_and_disagreement_are_said():
    concern = a_concern(
        "Glycolic Acid",
        notes=("vitamin C derivative", "Your clinic says day 9."),
        disagreement="Clinics say 3 to 7 days.",
    )
    lines = said(an_answer(concerns={"exfoliating_acid": concern}))

    assert "  Vitamin C derivative." in lines
    assert "  Your clinic says day 9." in lines
    assert "  Where sources disagree: Clinics say 3 to 7 days." in lines


def test_concerns_that_do_not_decide_are_named_in_one_line_without_their_sources():
    lines = said()

    assert "Also in it, but not deciding today: perfume (Parfum)." in lines
    assert not any("LEAFLET" in line for line in lines)


def test_every_source_cited_is_resolved():
    assert part("Sources", said()) == ["  [BOOK] A book. https://example.org/book"]


def test_each_product_of_a_set_has_its_verdict():
    parts = (
        Part("Step 1", "wait", 7, ("Glycolic Acid",)),
        Part("", "fine", None, ()),
        Part("Step 3", "unknown", None, ()),
    )

    assert part("The products of this set", said(an_answer(parts=parts))) == [
        "• Step 1: wait until day 7, because of Glycolic Acid.",
        "• Product 2: fine today.",
        "• Step 3: we cannot tell.",
    ]


def test_one_product_has_no_list_of_products():
    assert "The products of this set" not in said()


def test_a_fine_product_is_told_in_few_lines():
    answer = an_answer(
        "fine", headline="You can use this today", reasons=(), concerns={}, instead=(), read=Read(1, 1), sources={},
        ingredients=(an_ingredient("Aqua"),),
    )  # fmt: skip

    assert said(answer, "Aqua")[:5] == ["▌ You can use this today.", "", "The label", "Aqua", "1 of 1 name understood."]
    assert "Sources" not in said(answer, "Aqua")


def test_it_says_that_nobody_has_reviewed_it_and_that_it_makes_no_diagnosis():
    end = " ".join(said()[-2:])

    assert "Ingredients 2026.05 (0123456789abcdef): not yet reviewed by a clinician." in end
    assert end.endswith("it does not replace a clinician and makes no diagnosis.")


@pytest.mark.parametrize("width", [20, 38, 57, 88])
def test_no_line_is_wider_than_asked_but_for_links(width):
    concerns = {"exfoliating_acid": ACIDS, "fragrance": SCENT}
    lines = said(an_answer(concerns=concerns), width=width)

    assert [line for line in lines if len(line) > width and "://" not in line] == []


def test_a_word_longer_than_a_line_is_broken():
    label = "x" * 100

    assert part("The label", said(an_answer(label=label), label, width=40))[:3] == ["x" * 40, "x" * 40, "x" * 20]


def test_wide_letters_count_as_two_columns():
    label = "水、グリセリン、香料" * 10
    shown = part("The label", said(an_answer(label=label), label, width=40))[:-1]

    assert "".join(shown) == label
    assert {len(line) for line in shown[:-1]} == {20}


def test_a_label_of_a_megabyte_is_shown_short_with_its_marks():
    label = "Retinol " + "Aqua, " * 80_000 + "Mica " + "nonsense " * 50_000 + "End"
    answer = an_answer(
        label=label, deciding=("Retinol", "Mica"),
        ingredients=(an_ingredient("Retinol", label), an_ingredient("Mica", label)),
    )  # fmt: skip
    shown = " ".join(part("The label", said(answer, label))[:-1])

    assert len(shown) < 1000
    assert shown.startswith("[Retinol] Aqua,")
    assert "[Mica]" in shown
    assert shown.endswith("End")


def test_a_label_of_a_hundred_thousand_marks_is_cut():
    label = "xyz, " * 100_000
    one = an_ingredient("xyz", label, inci=None)
    spread = tuple(one._replace(start=at, end=at + 3) for at in range(0, len(label), 5))
    shown = part("The label", said(an_answer(label=label, ingredients=spread), label))[:-1]

    assert sum(map(len, shown)) < 2 * LONGEST
    assert shown[-1].endswith("… (and more)")


def test_the_words_are_kind():
    text = "\n".join(said() + said(an_answer("avoid")) + said(an_answer("unknown")))

    assert not [word for word in ("!", "toxins", "don't worry", "None") if word in text]
