"""Names that a user imports

Whoever downloads the official CosIng export can add its names to the ones that are shipped. An imported name is known,
but nobody has said what it is, so a label with it is never fine. A file that cannot be used changes nothing.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import needlecare

TOOL = Path(__file__).parents[3] / "tools" / "import_cosing.py"
READ = """
import json, sys
from needlecare.core.label.check import check_label
from needlecare.core.label.use import Use
from needlecare.knowledge.ingredients.load import load_ingredients
answers = [check_label(text, Use(day=2, depth_mm=1.0), load_ingredients()) for text in sys.argv[1:]]
print(json.dumps([[a.verdict, [one.inci for one in a.ingredients], a.read.recognised] for a in answers]))
"""
EXPORT = """File creation date:,30/12/2020
CosIng: all ingredients
COSING Ref No,INCI name,INN name,Chem/IUPAC Name / Description,CAS No,Function
101,"2,4-ZORBENEDIOL",,"butane-2,4-dizorbol; a diol, clear",1-11-1,"SKIN CONDITIONING, SOLVENT"
102,VOXULA  MINOR SEED EXTRACT,,,,Skin protecting
103,GLYCERIN,,,56-81-5,HUMECTANT
104,FRAGRANCE,,,,PERFUMING
105,VOXULA MINOR SEED-EXTRACT,,,,Perfuming
106,ZZQUORBIUM CHLORIDE
"""
KNOWN_NOW = ["2,4-Zorbenediol", "Voxula Minor Seed Extract", "Zzquorbium Chloride"]


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A copy of the whole package, into which names may be imported."""
    place = tmp_path_factory.mktemp("package")
    shutil.copytree(
        Path(needlecare.__file__).parent, place / "needlecare", ignore=shutil.ignore_patterns("__pycache__")
    )
    return place


@pytest.fixture
def names(package):
    """The folder of names in that copy, as shipped."""
    folder = package / "needlecare/knowledge/ingredients/names"
    yield folder
    (folder / "cosing_import.csv").unlink(missing_ok=True)


@pytest.fixture
def imports(package, names, tmp_path):
    """Imports a file with this content, and tells how that went."""

    def run(content, *options):
        path = tmp_path / "export.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return python(package, str(TOOL), *(options or (str(path),)))

    return run


def python(package, *words):
    environment = {**os.environ, "PYTHONPATH": str(package)}
    return subprocess.run([sys.executable, *words], env=environment, capture_output=True, text=True, check=False)


def labels(package, *texts):
    """The verdict, the names and how many were recognised, for each text."""
    return json.loads(python(package, "-c", READ, *texts).stdout)


def written(names):
    return {path.name: path.read_bytes() for path in names.iterdir() if path.is_file()}


@pytest.mark.parametrize("mark", [",", ";"])
def test_names_are_added(mark, package, imports):
    """New names are added from the official export, with commas or semicolons, below lines that are no table."""
    export = EXPORT if mark == "," else "\n".join(_with_semicolons(line) for line in EXPORT.splitlines())
    before = labels(package, ", ".join(KNOWN_NOW[1:]))
    done = imports(export)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 names added to cosing_import.csv; ")
    assert before[0][2] == 0
    after = labels(package, *(f"Aqua, {name}" for name in KNOWN_NOW))
    assert [names for _, names, _ in after] == [["Aqua", name] for name in KNOWN_NOW]


def _with_semicolons(line):
    cells = line.split('"')
    return "".join(cell if at % 2 else cell.replace(",", ";") for at, cell in enumerate(cells))


def test_a_label_with_an_imported_name_is_not_fine(package, imports):
    """An imported name could be of any class, so a label with it is cannot tell at best."""
    imports(EXPORT)
    plain, imported, retinol = labels(
        package, "Aqua, Glycerin", "Aqua, Glycerin, Zzquorbium Chloride", "Aqua, Retinol, Zzquorbium Chloride"
    )

    assert plain == ["fine", ["Aqua", "Glycerin"], 2]
    assert imported == ["unknown", ["Aqua", "Glycerin", "Zzquorbium Chloride"], 3]
    assert retinol[0] == "wait"


def test_names_of_our_own_are_left_alone(imports, names):
    """A name that is shipped, under whichever of its names, keeps its row and its classes."""
    imports(EXPORT)
    rows = (names / "cosing_import.csv").read_text(encoding="utf-8").lower()

    assert "glycerin" not in rows
    assert "fragrance" not in rows
    assert rows.count("voxula") == 1


def test_importing_again(imports, names):
    """A later export takes the place of the one before; the same one gives the same names."""
    imports(EXPORT)
    first = written(names)
    imports(EXPORT)
    assert written(names) == first

    imports("INCI name,Function\nQuexil Wax,Emollient\n")
    assert "Zzquorbium" not in (names / "cosing_import.csv").read_text(encoding="utf-8")


def test_taking_them_out(imports, names):
    """What was imported can be taken out again."""
    before = written(names)
    imports(EXPORT)
    assert written(names) != before

    assert imports("", "--remove").returncode == 0
    assert written(names) == before


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("a,b\n1,2\n", id="no column of names"),
        pytest.param("INCI name,Function\n,Solvent\n", id="no names"),
        pytest.param(b"INCI name\nQuexil W\xe4x\n", id="not UTF-8"),
        pytest.param("INCI name\n" + "x" * 200_000 + "\n", id="an endless cell"),
        pytest.param(b"\x00\x01PK\x03\x04 INCI name", id="no text"),
    ],
)
def test_a_file_that_cannot_be_used(content, imports, names):
    """A file that is no such export is refused in a sentence, and leaves what was imported before."""
    imports(EXPORT)
    before = written(names)
    done = imports(content)

    assert done.returncode == 2
    assert "export.csv cannot be used: " in done.stderr
    assert "Traceback" not in done.stderr
    assert written(names) == before


def test_a_file_that_is_not_there(imports, names):
    """So is a file that is not there."""
    before = written(names)
    done = imports("", "no such file.csv")

    assert done.returncode == 2
    assert "no such file.csv cannot be used: " in done.stderr
    assert written(names) == before


def test_names_that_would_spoil_the_tables(imports, names):
    """Names that the tables would refuse together with ours change nothing."""
    before = written(names)
    (names / "broken.csv").write_text("no such columns\n", encoding="utf-8")
    done = imports(EXPORT)
    (names / "broken.csv").unlink()

    assert done.returncode == 2
    assert written(names) == before
