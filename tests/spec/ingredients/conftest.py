"""The ingredients as shipped, and a fresh copy of the knowledge files for every test that breaks them."""

import pytest

from needlecare.knowledge.ingredients.load import load_ingredients
from tests.spec.knowledge.editing import a_copy


@pytest.fixture(scope="session")
def table():
    return load_ingredients()


@pytest.fixture
def folder(tmp_path):
    return a_copy(tmp_path)
