"""What stands above and beside the table: the treatments, each leads to its page; the questions, picked or not."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMoveEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.delegate import PAD_X, PAD_Y, paint_lines
from tpe_guide.ui.pictures.comparison.model import ComparisonModel

BAR = 8
"""px at 100 %, beside a picked row."""
_ICON, _STAR, _GAP = 24, 22, 8
LEAD = 18
"""px at 100 % before the words of a question."""


class _Header(QHeaderView):
    def __init__(
        self, theme: Theme, model: ComparisonModel, way: Qt.Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(way, parent)
        self.theme = theme
        self.table_model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(1)

    @property
    def mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def fitted(self, words: str) -> FittedText:
        return FittedText(words, self.theme.font("small-strong"))

    def paint_words(self, painter: QPainter, words: str, room: QRect, token: str, top: int) -> None:
        """Into *room* from *top* on, from the side where reading begins."""
        fitted = self.fitted(words)
        painter.setPen(self.theme.color(token))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        align = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        place = QRect(room.left(), top, room.width(), fitted.height_in(room.width()))
        fitted.paint(painter, place, align | Qt.AlignmentFlag.AlignAbsolute)


class TreatmentHeader(_Header):
    """Above the table. A press on one leads to its page; with the keyboard that page is reached from a cell."""

    def __init__(self, theme: Theme, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, Qt.Orientation.Horizontal, parent)
        self._top = 0
        self.setSectionsClickable(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def stand_at(self, top: int) -> None:
        """Stand *top* px below the upper edge of the table, over its rows."""
        self._top = top
        self.move(self.x(), top)
        self.raise_()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The table sets it on its upper edge; it goes back to where it is seen."""
        super().moveEvent(event)
        if self.y() != self._top:
            self.move(self.x(), self._top)

    def height_for(self, width: int) -> int:
        """px, for sections *width* px wide."""
        theme = self.theme
        names = [each.name for each in self.table_model.columns]
        tallest = max(self.fitted(name).height_in(self._room(width)) for name in names)
        tallest += 0 if self._beside(width) else theme.px(_ICON + 4)
        return max(theme.px(54), tallest + 2 * theme.px(PAD_Y))

    def least_width(self) -> int:
        """px of a section in which its longest word stands on one line."""
        return self._longest_word() + 2 * self.theme.px(PAD_X)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Icon and name: side by side, or the icon above where the name has no room."""
        theme, treatment = self.theme, self.table_model.columns[logicalIndex]
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        paint_area(painter, rect, theme.color("sunken"))
        paint_lines(painter, rect, theme, picked=False)
        paint_area(painter, QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme.color("ink"))
        size, pad, room = theme.px(_ICON), theme.px(PAD_X), self._room(rect.width())
        height = self.fitted(treatment.name).height_in(room)
        beside = self._beside(rect.width())
        words = QRect(rect.left() + pad, rect.top(), room, rect.height())
        if beside and not self.mirrored:
            words.translate(size + theme.px(_GAP), 0)
        stack = 0 if beside else size + theme.px(4)
        top = rect.top() + (rect.height() - height - stack) // 2
        icon_left = rect.right() - pad - size if self.mirrored else rect.left() + pad
        icon_top = rect.top() + (rect.height() - size) // 2 if beside else top
        draw_icon(painter, treatment.icon, QRectF(icon_left, icon_top, size, size), theme.color("ink"))
        self.paint_words(painter, treatment.name, words, "teal", top + stack)
        painter.restore()

    def _beside(self, width: int) -> bool:
        return self._longest_word() + self.theme.px(2 * PAD_X + _ICON + _GAP) <= width

    def _room(self, width: int) -> int:
        """px for a name."""
        return width - self.theme.px(2 * PAD_X + (_ICON + _GAP if self._beside(width) else 0))

    def _longest_word(self) -> int:
        names = " ".join(each.name for each in self.table_model.table.treatments)
        return self.fitted(names).longest_word + 2


class QuestionHeader(_Header):
    """Beside the table. A picked question has a bar, a star and straw."""

    def __init__(self, theme: Theme, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def height_for(self, row: int, width: int) -> int:
        """px that the question of *row* needs in *width* px."""
        words = self.table_model.rows[row].name
        return self.fitted(words).height_in(self._room(width, row)) + 2 * self.theme.px(PAD_Y)

    def sizeHint(self) -> QSize:
        """As wide as the view sets it."""
        return QSize(self.minimumWidth(), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """The question."""
        theme, picked = self.theme, self.table_model.is_picked(logicalIndex)
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        paint_area(painter, rect, theme.color("straw50" if picked else "sunken"))
        width = round(theme.border())
        paint_area(painter, QRect(rect.left(), rect.bottom() - width + 1, rect.width(), width), theme.color("line"))
        if picked:
            self._paint_pick(painter, rect)
        before = self._before(logicalIndex)
        words = QRect(rect.left(), rect.top(), self._room(rect.width(), logicalIndex), rect.height())
        words.translate(theme.px(PAD_X) if self.mirrored else before, 0)
        name = self.table_model.rows[logicalIndex].name
        self.paint_words(painter, name, words, "ink", rect.top() + theme.px(PAD_Y))
        painter.restore()

    def _paint_pick(self, painter: QPainter, rect: QRect) -> None:
        theme = self.theme
        bar, size = theme.px(BAR), theme.px(_STAR)
        if theme.is_contrast:
            for top in (rect.top(), rect.bottom() - 2):
                paint_area(painter, QRect(rect.left(), top, rect.width(), 3), theme.color("straw"))
        left = rect.right() - bar + 1 if self.mirrored else rect.left()
        paint_area(painter, QRect(left, rect.top(), bar, rect.height()), theme.color("straw600"))
        gap = theme.px(10)
        star = rect.right() - bar - gap - size if self.mirrored else rect.left() + bar + gap
        place = QRectF(star, rect.top() + theme.px(PAD_Y), size, size)
        draw_icon(painter, "star", place, theme.color("ink"))

    def _before(self, row: int) -> int:
        """px before the words."""
        return self.theme.px(BAR + 10 + _STAR + 8 if self.table_model.is_picked(row) else LEAD)

    def _room(self, width: int, row: int) -> int:
        return width - self._before(row) - self.theme.px(PAD_X)
