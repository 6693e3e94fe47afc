"""What can be printed. PDF/UA forbids a missing glyph, so no text may reach the page that lacks one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from tpe_guide.summary.coverage import coverage

LONG_WORD = 28
"""A word of so many characters may be broken anywhere: it may not fit on its line."""
_PART = 8
_ZERO_WIDTH_SPACE = "\u200b"
# Chinese, Japanese and Korean break at each sign. Thai, Lao, Tibetan, Khmer and Burmese have no spaces; typst finds
# their words or syllables, if there are any to be found.
_EACH_SIGN = r"\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
_NO_SPACES = r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"
_PART_WITHOUT_SPACES = 40
_LONG = re.compile(rf"[^\s{_EACH_SIGN}{_NO_SPACES}]{{{LONG_WORD},}}")
_LONG_WITHOUT_SPACES = re.compile(rf"[{_NO_SPACES}]{{{2 * _PART_WITHOUT_SPACES},}}")


class Letters:
    """Makes texts drawable in our *font* and in those of other scripts, and remembers which of them that takes."""

    def __init__(self, font: Path) -> None:
        self._drawn = coverage(font)
        self._families: set[str] = set()
        self._whole: set[str] = set()

    @property
    def families(self) -> list[str]:
        """The families beside our own that the texts so far are set in, in the order in which they are tried."""
        if not self._families:
            return []
        from tpe_guide.summary.scripts import FONTS

        return [font.family for font in FONTS if font.family in self._families]

    @property
    def whole(self) -> str:
        """Letters of the texts so far that our font has in parts only, such as ế: ê and an accent.

        Drawn so, each part stands for the whole letter in the text of a PDF, and it reads ếế. A word with one of them
        is to be set in the first of ``families``, which has them all.
        """
        return "".join(sorted(self._whole))

    def printable(self, text: str) -> str:
        """*text* so that all of it can be drawn; very long words may be broken anywhere."""
        if not {*map(ord, set(text))} - {ord("\n")} <= self._drawn:
            from tpe_guide.summary.substitutes import as_drawn

            text, families = as_drawn(text, self._drawn)
            self._families |= families
            self._whole.update(filter(self._is_in_parts, set(text)))
        text = _LONG.sub(lambda found: _breakable(found[0], _PART), text)
        return _LONG_WITHOUT_SPACES.sub(lambda found: _breakable(found[0], _PART_WITHOUT_SPACES), text)

    def _is_in_parts(self, letter: str) -> bool:
        from tpe_guide.summary.scripts import FONTS, drawing

        parts = unicodedata.decomposition(letter).split()
        if ord(letter) in self._drawn or not parts or parts[0].startswith("<"):
            return False
        return all(int(part, 16) in self._drawn for part in parts) and drawing(letter) == FONTS[0]


def _breakable(word: str, part: int) -> str:
    signs: Sequence[str] = word
    if not word.isascii():
        from tpe_guide.summary.substitutes import clusters

        signs = list(clusters(word))  # what is drawn as one is never parted
    return _ZERO_WIDTH_SPACE.join("".join(signs[start : start + part]) for start in range(0, len(signs), part))
