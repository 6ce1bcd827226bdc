"""The page of the worked labels says of each what is claimed, given and expected."""

from pathlib import Path

from tools.worked_labels_page import worked_labels

LABELS = """\
# Perfume decides
# wherever it stands.

- claim: "Perfume waits"
  text: "Aqua, Parfum"
  day: 3
  depth_mm: 0.5
  kind: rinse_off
  person: {acne_prone: true, dark_skin: false, allergies: [linalool]}
  clinic: {days: {fragrance: 5}, forbidden: [Glow]}
  verdict: wait
  until_day: 5
  deciding: [Parfum]
  sure: probably
  concerns: {fragrance: [Parfum]}
  ingredients: [Aqua, null]

- claim: "A set is judged part by part"
  text: "Step 1: Aqua"
  during: true
  parts: [{name: Step 1, verdict: fine}, {}]
"""


def page(folder: Path) -> str:
    (folder / "concerns").mkdir()
    (folder / "concerns" / "fragrance.yaml").write_text(LABELS)
    return worked_labels(folder, "Written by `make docs`; do not edit.")


def test_a_label_is_printed_with_what_is_given_and_what_is_expected(tmp_path: Path) -> None:
    assert (
        "## Concern classes\n\n### Fragrance\n\nPerfume decides wherever it stands.\n\n"
        "**Perfume waits**\n\n```text\nAqua, Parfum\n```\n\n"
        "- Day 3, needles of 0.5 mm, rinsed off, acne prone, not dark skin, allergic to linalool, "
        "the clinic says day 5 for `fragrance`, the clinic has forbidden Glow\n"
        "- **wait** until day 5, because of Parfum (probably)\n"
        "- in classes: `fragrance`: Parfum\n"
        "- read as: Aqua, (not understood)\n"
    ) in page(tmp_path)


def test_a_set_is_printed_part_by_part(tmp_path: Path) -> None:
    assert "- During the session\n- 2 products: Step 1 **fine**; product 2\n" in page(tmp_path)
