"""The strip over a preview: how many faults there are, and those of the page that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.fault import Fault
from tpe_guide.i18n import _, _n
from tpe_guide.ui.fill import fill
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.button import Button
from tpe_guide.ui.widgets.drawing import Icon
from tpe_guide.ui.widgets.label import Label, breakable

MOST_ROWS = 3


class PreviewStrip(QWidget):
    """Says what an author must know while looking at a page. Its button goes between the pages and all faults."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(32), theme.px(8), theme.px(32), theme.px(8))
        row.setSpacing(theme.px(14))
        row.addWidget(Icon(theme, "eye", 24))
        self._words = QVBoxLayout()
        self._words.setSpacing(theme.px(2))
        row.addLayout(self._words, 1)
        self._summary = Label(theme, "", "small-strong")
        self._words.addWidget(self._summary)
        self._rows: list[Label] = []
        self.button = Button(theme, "", "quiet", role="small-strong", height=48, padding=16, icon_size=20)
        self.button.setObjectName("preview-switch")
        self.button.clicked.connect(self.pressed)
        row.addWidget(self.button)

    def show_state(self, count: int, of_page: Sequence[Fault], *, on_faults: bool, can_switch: bool) -> None:
        """*count* faults in all; *of_page* those of the page shown. *on_faults*: all of them are being shown."""
        summary = _n("Preview: {count} fault", "Preview: {count} faults", count).format(count=count)
        if not count:
            summary = _("Preview: no faults")
        elif of_page and not on_faults:
            summary = _("{summary}. You see this page as it was when it was last right.").format(summary=summary)
        self._summary.setText(summary)
        self.button.set_words(_("Show the pages") if on_faults else _("Show all faults"))
        self.button.setVisible(can_switch and (on_faults or count > 0))
        self._show_rows(() if on_faults else of_page)
        self.setAccessibleName(" ".join([summary, *(label.text() for label in self._rows)]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Straw tint with a line below."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.color("straw50"))
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
            _("Line {line}: {code}: {message}").format(line=fault.line, code=fault.code, message=fault.message)
            for fault in faults[:MOST_ROWS]
        ]
        if len(faults) > MOST_ROWS:
            rest = len(faults) - MOST_ROWS
            rows.append(_n("and {count} more", "and {count} more", rest).format(count=rest))
        self._rows = [Label(self._theme, breakable(row), "small", parent=self) for row in rows]
        for label in self._rows:
            self._words.addWidget(label)
