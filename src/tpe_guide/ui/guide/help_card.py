"""What a word means, or what a source mark stands for, with a way to put it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

_NARROW = 280


class HelpCard(Card):
    """A teal bar, a small line saying what this is, a heading, a few lines, perhaps *tools* below, and Close."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: str,
        heading: str,
        lines: list[str],
        tools: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, bar="teal", radius=16, parent=parent)
        make_stop(self, ". ".join(filter(None, (kind, heading, " ".join(lines)))))
        self._theme, self._tools = theme, tools
        self._below: Wrap | None = None
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
        self._kind = Label(theme, kind, "small-strong", color="teal")
        words.addWidget(self._kind)
        if heading:
            words.addWidget(Label(theme, heading, "h3"))
        for line in lines:
            words.addWidget(Label(theme, line, "small", color="ink2"))
        words.addStretch(1)
        row.addLayout(words, 1)
        self.close_button = Button(theme, _("Close"), "tool", icon="x", icon_only=True, size="fine", icon_size=24)
        self.close_button.setObjectName("close-help")
        self.close_button.setAccessibleName(_("Close word help"))
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        if tools:
            self._below = Wrap(theme, tools, gap=4, row_gap=0)
            column.addWidget(self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the meaning needs it more than anything else."""
        narrow = bool(self._tools) and self.width() < self._theme.px(_NARROW)
        self._kind.setVisible(not narrow)
        for tool in self._tools:
            tool.set_icon_only(narrow)
        if self._below is not None:
            self._below.renew()

    def announce(self) -> None:
        """Have a screen reader say it, once the card is on screen."""
        announce(self, self.accessibleName())
