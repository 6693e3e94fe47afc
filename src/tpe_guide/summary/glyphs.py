"""What can be printed. PDF/UA forbids a missing glyph, so no text may reach the page that lacks one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tpe_guide.summary.coverage import coverage

LONG_WORD = 28
"""A word of so many characters may be broken anywhere: it may not fit on its line."""
_PART = 8
_ZERO_WIDTH_SPACE = "\u200b"
# Chinese, Japanese and Korean break at each sign. Thai, Lao, Khmer and Burmese have no spaces; typst finds their words,
# if there are any to be found.
_EACH_SIGN = r"\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_PART_WITHOUT_SPACES = 40
_LONG = re.compile(rf"[^\s{_EACH_SIGN}{_NO_SPACES}]{{{LONG_WORD},}}")
_LONG_WITHOUT_SPACES = re.compile(rf"[{_NO_SPACES}]{{{2 * _PART_WITHOUT_SPACES},}}")


class Letters:
    """Makes texts drawable in our *font* and in those of other scripts, and remembers which of them that takes."""

    def __init__(self, font: Path) -> None:
        self._drawn = coverage(font)
        self._families: set[str] = set()

    @property
    def families(self) -> list[str]:
        """The families beside our own that the texts so far are set in, in the order in which they are tried."""
        if not self._families:
            return []
        from tpe_guide.summary.scripts import FONTS

        return [font.family for font in FONTS if font.family in self._families]

    def printable(self, text: str) -> str:
        """*text* so that all of it can be drawn; very long words may be broken anywhere."""
        if not all(ord(character) in self._drawn or character == "\n" for character in text):
            from tpe_guide.summary.substitutes import as_drawn

            text, families = as_drawn(text, self._drawn)
            self._families |= families
        text = _LONG.sub(lambda found: _breakable(found[0], _PART), text)
        return _LONG_WITHOUT_SPACES.sub(lambda found: _breakable(found[0], _PART_WITHOUT_SPACES), text)


def _breakable(word: str, part: int) -> str:
    signs: Sequence[str] = word
    if not word.isascii():
        from tpe_guide.summary.substitutes import clusters

        signs = list(clusters(word))  # what is drawn as one is never parted
    return _ZERO_WIDTH_SPACE.join("".join(signs[start : start + part]) for start in range(0, len(signs), part))
