"""One thing in a list that the person orders: its words, and buttons large enough for shaking hands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.layouts import beside_if
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

BESIDE_FROM = 560


class OrderedRow(Card):
    """*head* holds the words; beside or below it: up, down, perhaps edit, remove. Alt+Up and Alt+Down move it."""

    up = Signal()
    down = Signal()
    edit = Signal()
    remove = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        head: QWidget,
        *,
        first: bool,
        last: bool,
        editable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(theme.px(20), theme.px(10), theme.px(12), theme.px(10))
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(head, 1)
        for keys, signal, possible in (("Alt+Up", self.up, not first), ("Alt+Down", self.down, not last)):
            # Buttons keep arrow keys to themselves; not so shortcuts.
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setEnabled(possible)
            shortcut.activated.connect(signal)
        tools: list[Button] = []
        for icon, said, signal, shown, enabled in (
            ("arrow-up", _("Move up: {words}"), self.up, True, not first),
            ("arrow-down", _("Move down: {words}"), self.down, True, not last),
            ("pencil", _("Change the words: {words}"), self.edit, editable, True),
            ("trash-2", _("Remove: {words}"), self.remove, True, True),
        ):
            if shown:
                button = Button(
                    theme, said.format(words=words), "tool", icon=icon, icon_only=True, size="fine", icon_size=26
                )
                button.setObjectName(f"{name}-{icon}")
                button.setEnabled(enabled)
                button.clicked.connect(signal)
                tools.append(button)
        self._row.addWidget(Wrap(theme, tools, gap=4, row_gap=4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand beside the words, or below them."""
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        self._row.setDirection(beside_if(beside))
