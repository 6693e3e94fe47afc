"""The formats of Qt's rich text that a page is written in, at one theme and measure."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from tpe_guide.ui.kit.theme import Theme, Type, make_font
from tpe_guide.ui.reading.measure import Measure, space

CAP_MIDDLE = 0.334
"""Half the height of a capital of Atkinson Hyperlegible Next, as a factor of its size."""
FONT_HEIGHT = 1.3
"""Its ascent and descent together."""
_CITE_RAISE = 15
"""Percent of the height of its type by which ``[2]`` stands above the line."""
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_AT_LEAST = QTextBlockFormat.LineHeightTypes.MinimumHeight.value


class Icon(NamedTuple):
    """An icon in the indent of a block: file name, colour token, size and gap in px at 100 %."""

    name: str
    token: str
    size: float
    gap: float


class Indent(NamedTuple):
    """How far a block moves in, in px: from the left, from the right, and all its lines but the first."""

    left: float = 0
    right: float = 0
    hang: float = 0


class Formats:
    """Makes formats. A *role* is a key of ``theme.TYPE``, a *token* one of its colours."""

    def __init__(self, theme: Theme, measure: Measure) -> None:
        self._theme = theme
        self._measure = measure
        self._types: dict[str, Type] = {}
        self._chars: dict[tuple[str, str, int], QTextCharFormat] = {}

    def type(self, role: str) -> Type:
        """The type *role* as it is set here."""
        if role not in self._types:
            self._types[role] = self._measure.type(role)
        return self._types[role]

    def char(self, role: str, token: str = "ink", weight: int = 0) -> QTextCharFormat:
        """The format of words; *weight* 0: that of the role."""
        key = (role, token, weight)
        if key not in self._chars:
            kind = self.type(role)
            form = QTextCharFormat()
            form.setFont(self._theme.text_font(kind, weight))
            form.setForeground(self._theme.color(token))
            self._chars[key] = form
        return self._chars[key]

    def word(self, role: str, token: str, weight: int) -> QTextCharFormat:
        """The format of a glossary word: semibold at least."""
        return self.char(role, token, max(600, weight or self.type(role).weight))

    def own_words(self, role: str, weight: int) -> QTextCharFormat:
        """The format of what a unit filled in: set apart from the words of the guide."""
        form = QTextCharFormat(self.char(role, "ink", max(600, weight or self.type(role).weight)))
        form.setBackground(self._theme.color("straw100"))
        # The line that the view paints below links would lie beneath the ground.
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        return form

    def cite(self) -> QTextCharFormat:
        """The format of a source mark: small, raised, in the colour of what can be pressed."""
        form = QTextCharFormat(self.char("floor-strong", "teal"))
        form.setBaselineOffset(_CITE_RAISE)
        return form

    def nothing(self) -> QTextCharFormat:
        """The format of a block without words: it must not make its line higher."""
        form = QTextCharFormat()
        form.setFont(make_font(1))
        return form

    def block(self, role: str, *, top: float, level: int, indent: Indent) -> QTextBlockFormat:
        """The format of a block of type *role*, *top* px below the last; no *role*: as high as what stands in it."""
        form = QTextBlockFormat()
        if role:
            self._set_line_height(form, self.type(role))
        form.setTopMargin(top)
        form.setHeadingLevel(level)
        form.setLeftMargin(indent.left + indent.hang)
        form.setRightMargin(indent.right)
        if indent.hang:
            form.setTextIndent(-indent.hang)
            form.setTabPositions([QTextOption.Tab(indent.hang, QTextOption.TabType.LeftTab)])
        return form

    def spacer(self, height: float) -> QTextBlockFormat:
        """The format of an empty block *height* px high."""
        form = QTextBlockFormat()
        form.setLineHeight(max(1.0, height), _FIXED)
        return form

    def table(self, columns: int, margin: float, width: float) -> QTextTableFormat:
        """The format of a table of *columns* equal columns, *margin* px from what is above and below.

        *width*: so many px wide; 0: as wide as there is room.
        """
        form = QTextTableFormat()
        # Not by spacers, as around cards: Qt hides empty blocks next to tables.
        form.setTopMargin(margin)
        form.setBottomMargin(margin)
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setHeaderRowCount(1)
        form.setWidth(QTextLength(QTextLength.Type.FixedLength, width) if width else _percent(100))
        form.setColumnWidthConstraints([_percent(100 / columns)] * columns)
        return form

    def cell(self, *, is_header: bool) -> QTextTableCellFormat:
        """The format of a cell: a thin line below it, a stronger one below headers."""
        form = QTextTableCellFormat()
        form.setPadding(space(self._theme, 10))
        form.setBottomBorder(self._theme.border(2 if is_header else 1))
        form.setBottomBorderBrush(QBrush(self._theme.color("ink" if is_header else "line")))
        form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        return form

    def icon_size(self, icon: Icon) -> int:
        """px of *icon* at this text size."""
        return round(icon.size * self._icon_scale)

    def icon_indent(self, icon: Icon) -> int:
        """px that a block moves in for *icon*."""
        return self.icon_size(icon) + round(icon.gap * math.sqrt(self._icon_scale))

    def number_indent(self, widest: str, role: str) -> int:
        """px that a block of type *role* moves in for the number *widest*."""
        room = QFontMetricsF(self.char(role).font()).horizontalAdvance(widest)
        return math.ceil(room) + space(self._theme, 10)

    @property
    def _icon_scale(self) -> float:
        return min(self._theme.scale, self._measure.icon_limit)

    def _set_line_height(self, form: QTextBlockFormat, kind: Type) -> None:
        """Headings may be set tighter than their type is high; running text grows where a line needs it."""
        height = self._theme.text_px(kind.px * self._theme.text_line(kind))
        is_tight = kind.line < FONT_HEIGHT
        form.setLineHeight(height, _FIXED if is_tight else _AT_LEAST)
        # Qt puts all of the extra height above the words; half of it belongs below.
        extra = height - FONT_HEIGHT * kind.px * self._theme.scale
        form.setBottomMargin(0 if is_tight else round(extra / 2))


def _percent(share: float) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, share)
