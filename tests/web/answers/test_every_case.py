"""Every worked case through every macro: a page that holds together."""

import re
from itertools import pairwise

import pytest

from tests.support.web_answers import CLINIC, Elements, page_of, plain
from tests.support.worked import WorkedCase, worked_cases


@pytest.mark.parametrize("worked", worked_cases(), ids=lambda worked: worked.name)
def test_the_page_of_a_worked_case(worked: WorkedCase) -> None:
    answer = plain(worked.case, worked.today)
    html = page_of(answer, worked.case, CLINIC)
    page = Elements(html)
    assert answer["disposition"]["headline"] in page.text
    assert all(text in page.text for text in answer["disposition"]["do"])
    assert "None" not in page.words
    assert len(page.ids()) == len(set(page.ids()))
    levels = page.headings()
    assert levels[0] == 2
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", html)
    targets = {attrs["href"][1:] for _, attrs in page.found if (attrs.get("href") or "").startswith("#")}
    assert targets <= set(page.ids())
    labels = {key for _, attrs in page.found for key in (attrs.get("aria-labelledby") or "").split()}
    assert labels <= set(page.ids())


def test_names_are_escaped() -> None:
    case = {"check_ins": [{"day": 3}], "products": [{"name": "<script>alert(1)</script>", "ingredients": "Aqua"}]}
    html = page_of(plain(case), case)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
