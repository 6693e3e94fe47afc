"""What ``pip install .`` brings: everything that the program reads, and nothing that only its makers need."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of all files in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.parametrize(
    "name",
    [
        "tpe_guide/compiled/guide.en.json",
        "tpe_guide/compiled/effects.en.json",
        "tpe_guide/compiled/access.en.json",
        "tpe_guide/compiled/circuit.en.json",
        "tpe_guide/compiled/odds.en.json",
        "tpe_guide/compiled/rehearsal.en.json",
        "tpe_guide/compiled/feelings.en.json",
        "tpe_guide/compiled/comparison.en.json",
        "tpe_guide/content/en/guide.yaml",
        "tpe_guide/content/evidence/facts.yaml",
        "tpe_guide/assets/fonts/AtkinsonHyperlegibleNext_400Regular.ttf",
        "tpe_guide/assets/fonts/OFL.txt",
        "tpe_guide/assets/icons/house.svg",
        "tpe_guide/assets/scripts/NotoSansArabic-Regular.ttf",
        "tpe_guide/assets/icons/LICENSE",
        "tpe_guide/assets/illustrations/mark.svg",
        "tpe_guide/diary/schema.json",
        "tpe_guide/summary/page.typ",
        "tpe_guide/summary/access.typ",
        "tpe_guide/summary/circuit.typ",
        "tpe_guide/summary/odds.typ",
        "tpe_guide/summary/rehearsal.typ",
        "tpe_guide/summary/feelings.typ",
        "tpe_guide/summary/comparison.typ",
        "tpe_guide/summary/sheet.typ",
    ],
)
def test_what_the_program_reads_is_packed(packed: set[str], name: str) -> None:
    assert name in packed


@pytest.mark.parametrize(
    "place",
    ["applications/tpe-guide.desktop", "mime/packages/tpe-guide.xml", "icons/hicolor/scalable/apps/tpe-guide.svg"],
)
def test_a_linux_desktop_finds_what_it_is_told(packed: set[str], place: str) -> None:
    assert [name for name in packed if name.endswith(f".data/data/share/{place}")]


def test_every_module_is_packed(packed: set[str]) -> None:
    modules = {file.relative_to(ROOT / "src").as_posix() for file in (ROOT / "src").rglob("*.py")}
    assert modules <= packed


def test_licences_travel_along(packed: set[str]) -> None:
    licences = {name.rpartition("licenses/")[2] for name in packed if ".dist-info/licenses/" in name}
    assert {"LICENSE", "LICENSES/THIRD-PARTY.md", "LICENSES/CC-BY-4.0.txt", "LICENSES/OFL-1.1.txt"} <= licences


def test_nothing_else_is_packed(packed: set[str]) -> None:
    strangers = [name for name in packed if not name.startswith(("tpe_guide/", "tpe_guide-"))]
    assert not strangers
    assert not [name for name in packed if "__pycache__" in name or name.endswith((".pyc", ".orig"))]
