"""The strip over a preview: how many faults there are, and those of the page that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.authoring.fault import Fault
from tpe_guide.i18n import _, _n
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme

MOST_ROWS = 3
_ROW_HEIGHT = 48


class StripState(NamedTuple):
    """What there is to say."""

    faults: int
    """In all."""
    beside: Sequence[Fault] = ()
    """Those to show beside the page."""
    as_it_was: bool = False
    """The page does not show what its file says now."""
    on_faults: bool = False
    """All faults are being shown, not a page."""
    can_switch: bool = True


class PreviewStrip(QWidget):
    """Says what an author must know while looking at a page. Its button goes between the pages and all faults."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(32), theme.px(8), theme.px(32), theme.px(8))
        row.setSpacing(theme.px(14))
        symbol = QVBoxLayout()
        symbol.setContentsMargins(0, theme.px((_ROW_HEIGHT - 24) // 2), 0, 0)
        symbol.addWidget(Icon(theme, "eye", 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(symbol)
        self._words = QVBoxLayout()
        self._words.setSpacing(theme.px(2))
        row.addLayout(self._words, 1)
        self._summary = Label(theme, "", "small-strong")
        self._summary.setMinimumHeight(theme.px(_ROW_HEIGHT))
        self._words.addWidget(self._summary)
        self._rows: list[Label] = []
        self.button = Button(theme, "", "quiet", size="slim")
        self.button.setObjectName("preview-switch")
        self.button.clicked.connect(self.pressed)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_state(self, state: StripState) -> None:
        """Say how it is now."""
        count = state.faults
        summary = _n("Preview: {count} fault.", "Preview: {count} faults.", count).format(count=count)
        if not count:
            summary = _("Preview: no faults.")
        elif state.as_it_was:
            summary = _("{summary} You see this page as it was when it was last right.").format(summary=summary)
        self._summary.setText(summary)
        self.button.set_words(_("Show the pages") if state.on_faults else _("Show all faults"))
        self.button.setVisible(state.can_switch and (state.on_faults or count > 0))
        self._show_rows(state.beside)
        self.setAccessibleName(" ".join([summary, *(label.text() for label in self._rows)]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Straw tint with a line below."""
        painter = QPainter(self)
        paint_area(painter, self.rect(), self._theme.color("straw50"))
        width = self._theme.border()
        painter.setPen(QPen(self._theme.color("line2"), width))
        bottom = self.height() - width / 2
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))

    def _show_rows(self, faults: Sequence[Fault]) -> None:
        for label in self._rows:
            self._words.removeWidget(label)
            label.hide()
            label.deleteLater()
        rows = [
            _("{file}:{line}: {code}: {message}").format(
                file=fault.path.name, line=fault.line, code=fault.code, message=fault.message
            )
            for fault in faults[:MOST_ROWS]
        ]
        if len(faults) > MOST_ROWS:
            rest = len(faults) - MOST_ROWS
            rows.append(_n("and {count} more", "and {count} more", rest).format(count=rest))
        self._rows = [Label(self._theme, row, "small", parent=self) for row in rows]
        for label in self._rows:
            self._words.addWidget(label)
