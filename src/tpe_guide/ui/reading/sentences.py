"""Where the sentence about a place in a text ends."""

from __future__ import annotations

from PySide6.QtCore import QTextBoundaryFinder


def end_of_sentence(text: str, at: int) -> int:
    """The end of the sentence that goes on at character *at*, with the space behind it; the end of *text* at most.

    Characters are counted as Qt counts them, in UTF-16.
    """
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    finder.setPosition(at)
    end = finder.toNextBoundary()
    return end if end >= 0 else len(text.encode("utf-16-le")) // 2
