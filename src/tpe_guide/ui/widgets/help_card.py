"""What a word means, or what a source mark stands for, with a way to put it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.button import Button
from tpe_guide.ui.widgets.card import Card
from tpe_guide.ui.widgets.label import Label


class HelpCard(Card):
    """A teal bar, a small line saying what this is, a heading, a few lines, perhaps *tools* below, and Close."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: str,
        heading: str,
        lines: list[str],
        tools: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, bar="teal", radius=16, parent=parent)
        self.setAccessibleName(f"{kind}. {heading}. {' '.join(lines)}")
        column = QVBoxLayout(self)
        # Tools have room about their words: these begin where those above them do.
        room = theme.px(12) if tools else 0
        column.setContentsMargins(theme.px(26) - room, theme.px(14), theme.px(14), theme.px(16))
        row = QHBoxLayout()
        row.setContentsMargins(room, 0, 0, 0)
        column.addLayout(row, 1)
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Label(theme, kind, "small-strong", color="teal"))
        if heading:
            words.addWidget(Label(theme, heading, "h3"))
        for line in lines:
            words.addWidget(Label(theme, line, "small", color="ink2"))
        words.addStretch(1)
        row.addLayout(words, 1)
        self.close_button = Button(
            theme, _("Close"), "tool", icon="x", icon_only=True, height=48, radius=12, icon_size=24
        )
        self.close_button.setObjectName("close-help")
        self.close_button.setAccessibleName(_("Close word help"))
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        if tools:
            beside = QHBoxLayout()
            beside.setSpacing(theme.px(4))
            for tool in tools:
                beside.addWidget(tool)
            beside.addStretch(1)
            column.addLayout(beside)

    def announce(self) -> None:
        """Tell the screen reader, once the card is on screen."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
