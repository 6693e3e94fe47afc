"""Some lines of the guide as they look now: what was chosen is seen before anything is read."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import higher_when_narrow, tight
from tpe_guide.ui.kit.theme import TYPE, Theme

WIDTH = 412
"""px at 100 %, beside the choices."""


class _Sentence(QWidget):
    """Words set as on a page, whose lines stand as far apart."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._text = QTextDocument(self)
        self._text.setDocumentMargin(0)
        self.setFont(theme.text_font(TYPE["body"]))
        self._text.setDefaultFont(self.font())
        self._text.setPlainText(words)
        cursor = QTextCursor(self._text)
        form = QTextBlockFormat()
        form.setLineHeight(
            theme.text_px(TYPE["body"].px * theme.text_line(TYPE["body"])),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        cursor.setBlockFormat(form)
        self._color = theme.color("ink")
        self.setAccessibleName(words)
        self.setSizePolicy(higher_when_narrow())

    def heightForWidth(self, width: int) -> int:
        """As its lines need."""
        self._text.setTextWidth(width)
        return math.ceil(self._text.size().height())

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(math.ceil(self._text.idealWidth()), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Its longest word."""
        return QSize(FittedText(self._text.toPlainText(), self._text.defaultFont()).longest_word, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words."""
        self._text.setTextWidth(self.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, self._color)
        self._text.documentLayout().draw(QPainter(self), context)


class Sample(QWidget):
    """A heading and a sentence in the letters of a page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = tight(QVBoxLayout(self), theme.px(8))
        column.addWidget(Label(theme, _("How it looks now"), "small-strong", color="straw800"))
        card = Card(theme, edge="line2", edge_width=1.5)
        words = QVBoxLayout(card)
        words.setContentsMargins(*(theme.of_bars.px(side) for side in (12, 16, 12, 18)))
        words.setSpacing(theme.px(6))
        words.addWidget(Label(theme, _("What is plasma?"), "h2"))
        self.sentence = _Sentence(theme, _("Plasma is the yellow, liquid part of your blood."))
        words.addWidget(self.sentence)
        column.addWidget(card)
