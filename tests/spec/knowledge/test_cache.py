"""Checked knowledge, kept for the next run

Reading and checking every file takes longer than an answer, so checked knowledge is kept beside the files, as Python
keeps its own compiled code. It is used only while every file is as it was, and may be lost or broken at any time
without harm.
"""

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import needlecare

PRINT = "from needlecare import load_knowledge; print(load_knowledge().signs['erythema'].name)"


@pytest.fixture
def installed(tmp_path):
    """A copy of the whole package, with nothing kept yet."""
    shutil.copytree(
        Path(needlecare.__file__).parent, tmp_path / "needlecare", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def run(installed, **environment):
    """What a fresh process says redness is called."""
    done = subprocess.run(
        [sys.executable, "-c", PRINT],
        cwd=installed,
        env={"PYTHONPATH": str(installed), "PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def kept(installed):
    return list((installed / "needlecare/knowledge/__pycache__").glob("knowledge.*.pickle"))


def rename_redness(installed, name):
    path = installed / "needlecare/knowledge/signs.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('name = "redness"', f'name = "{name}"'), encoding="utf-8")


def test_kept_after_the_first_run(installed):
    """The first run keeps what it read, and the next one uses it."""
    assert run(installed) == "redness"
    [cache] = kept(installed)
    with cache.open("rb") as file:
        stamp, found = pickle.load(file), pickle.load(file)
    renamed = found.signs["erythema"].model_copy(update={"name": "kept redness"})
    with cache.open("wb") as file:
        pickle.dump(stamp, file)
        pickle.dump(found.model_copy(update={"signs": {**found.signs, "erythema": renamed}}), file)

    assert run(installed) == "kept redness"


def test_a_changed_file(installed):
    """A changed file makes the kept knowledge stale."""
    run(installed)
    rename_redness(installed, "rosy skin")

    assert run(installed) == "rosy skin"


def test_a_change_of_the_same_length(installed):
    """A change that leaves the file as long as it was is noticed too."""
    run(installed)
    rename_redness(installed, "rednezz")

    assert run(installed) == "rednezz"


def test_a_new_file(installed):
    """A file that was added makes the kept knowledge stale, so that its faults come out."""
    run(installed)
    (installed / "needlecare/knowledge/care/new.toml").write_text("[odd]\n", encoding="utf-8")

    with pytest.raises(subprocess.CalledProcessError) as raised:
        run(installed)
    assert "care/new.toml" in raised.value.stderr


@pytest.mark.parametrize("content", [b"", b"not a cache", pickle.dumps(()) * 2])
def test_a_broken_cache(content, installed):
    """A torn or foreign cache only costs time."""
    run(installed)
    [cache] = kept(installed)
    cache.write_bytes(content)

    assert run(installed) == "redness"


def test_nothing_is_kept_unasked(installed):
    """Where Python is told to keep no compiled code, no knowledge is kept either."""
    assert run(installed, PYTHONDONTWRITEBYTECODE="1") == "redness"
    assert kept(installed) == []


def test_another_folder_is_never_kept(folder):
    """Only the shipped folder is kept; any other is read anew each time."""
    needlecare.load_knowledge(folder)

    assert list(folder.rglob("*.pickle")) == []
