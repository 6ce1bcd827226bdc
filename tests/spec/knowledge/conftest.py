"""A fresh copy of the knowledge files for every test that breaks them."""

import pytest

from tests.spec.knowledge.editing import a_copy


@pytest.fixture
def folder(tmp_path):
    return a_copy(tmp_path)
