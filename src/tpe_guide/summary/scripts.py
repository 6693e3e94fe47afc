"""The fonts beside our own that print what a person typed in any script: shipped, and embedded only where used.

Our own font comes first wherever it has a sign; of these the first that has it. ``assets/scripts/SOURCES.md`` says
where each is from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from tpe_guide import paths
from tpe_guide.summary.coverage import coverage

FOLDER = "scripts"


class ScriptFont(NamedTuple):
    """One font file and the family that typst knows it by."""

    file: str
    family: str

    @property
    def path(self) -> Path:
        """Where it is."""
        return paths.assets_dir() / FOLDER / self.file


_NOTO = (
    *("Hebrew", "Arabic", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada"),
    *(
        "Malayalam",
        "Sinhala",
        "Thai",
        "Lao",
        "Khmer",
        "Myanmar",
        "Georgian",
        "Armenian",
        "Ethiopic",
        "Thaana",
        "Cherokee",
    ),
    *("Symbols", "Symbols2", "Math"),
)
FONTS: tuple[ScriptFont, ...] = (
    ScriptFont("NotoSans-Regular.ttf", "Noto Sans"),
    *(ScriptFont(f"NotoSans{script}-Regular.ttf", f"Noto Sans {script}") for script in _NOTO),
    ScriptFont("NotoSerifTibetan-Regular.ttf", "Noto Serif Tibetan"),
    ScriptFont("DroidSansFallbackFull.ttf", "Droid Sans Fallback"),
    ScriptFont("NotoSansKR-Hangul.ttf", "Noto Sans KR"),
    ScriptFont("NotoEmoji-Regular.ttf", "Noto Emoji"),
)


@cache
def drawn_by(font: ScriptFont) -> frozenset[int]:
    """The code points that *font* draws."""
    return coverage(font.path)


def drawing(signs: str) -> ScriptFont | None:
    """The first font that draws all of *signs*; None where none does."""
    points = set(map(ord, signs))
    return next((font for font in FONTS if points <= drawn_by(font)), None)
