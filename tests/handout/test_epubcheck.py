"""EPUBCheck, the judge of EPUBs (Debian's ``epubcheck``), on what we make: the whole guide, one page, a broken book."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.handout.conftest import MADE_AT, MakeBooklet
from tpe_guide.diary import catalogue
from tpe_guide.guide.library import Library, languages
from tpe_guide.handout.booklet import Wish, build
from tpe_guide.handout.epub import to_epub

JUDGE = Path("/usr/share/java/epubcheck.jar")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not JUDGE.exists() or shutil.which("java") is None, reason="needs epubcheck: make proofs"),
]


def judged(data: bytes, folder: Path) -> tuple[int, str]:
    """The exit code of EPUBCheck, warnings counted as errors, and its words."""
    path = folder / "book.epub"
    path.write_bytes(data)
    command = ["java", "-jar", str(JUDGE), "--failonwarnings", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("pages", [(), ("tingling",), ("limits",)], ids=["whole", "one", "no picture"])
@pytest.mark.parametrize("language", languages())
def test_it_passes(language: str, pages: tuple[str, ...], tmp_path: Path) -> None:
    library = Library.load(language)
    own = {name: slot.example for name, slot in library.slots.items()}
    code, said = judged(to_epub(build(library, catalogue.load(language), own, Wish(pages), MADE_AT)), tmp_path)
    assert code == 0, said


def broken(data: bytes, name: str, old: str, new: str) -> bytes:
    """The book with something changed in one of its files."""
    book, whole = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(whole, "w") as changed:
        for entry in book.infolist():
            text = book.read(entry)
            if entry.filename == f"EPUB/{name}":
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            changed.writestr(entry, text)
    return whole.getvalue()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("page-tingling.xhtml", "sources.xhtml#s1", "sources.xhtml#s99"),
        ("page-tingling.xhtml", "<h1", "<h7"),
        ("package.opf", ' properties="nav"', ""),
    ],
)
def test_it_would_see_a_broken_book(name: str, old: str, new: str, tmp_path: Path, booklet: MakeBooklet) -> None:
    code, said = judged(broken(to_epub(booklet("tingling")), name, old, new), tmp_path)
    assert code == 1, said
    assert "ERROR" in said
