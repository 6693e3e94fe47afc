"""Help: every key, from the same table that makes them work."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.heading import Heading
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.actions import allowed_actions

WIDEST = 820
_BESIDE_FROM = 560


class KeysPage(Screen):
    """A two-column list: key, what it does."""

    def __init__(self, theme: Theme, policy: Policy, version: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        inside = QWidget()
        column = QVBoxLayout(inside)
        self._column = column
        column.setSpacing(theme.px(16))
        tab = _("Tab moves on, Shift and Tab moves back, Enter or Space presses. Esc closes a word or goes back.")
        scroll = _(
            "Page down and Page up move what you read, on every screen."
            " Home, End, Space and the arrows do too, where they have nothing else to do."
        )
        letters = _(
            "On a page, P goes to the next paragraph, H to the next heading, T through a table. Shift goes back."
        )
        ruler = _("Down and Up move the reading ruler by a line, where it is on.")
        self._title = Heading(theme, _("Help: use the guide with keys"), f"{tab} {scroll} {letters} {ruler}")
        column.addWidget(self._title)
        for line in (tab, scroll, letters, ruler):
            column.addWidget(Label(theme.of_words, line, "body", color="ink2"))
        card = Card(theme)
        card.setMaximumWidth(theme.px(WIDEST))
        self._grid = QGridLayout(card)
        self._grid.setHorizontalSpacing(theme.px(32))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[Label, Label]] = []
        for action in allowed_actions(policy):
            keys = QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            key = Label(theme, keys, "strong", wrap=False)
            make_stop(key, f"{keys}: {action.words()}")
            self._rows.append((key, Label(theme.of_words, action.words(), "body")))
        column.addWidget(card)
        column.addWidget(Label(theme, _("TPE Guide {version}").format(version=version), "small", color="ink2"))
        column.addStretch(1)
        self._set_up(inside)

    def first_focus(self) -> QWidget:
        """The heading: the keys are read from there on."""
        return self._title

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins of the first screen, for as long as there is room; words beside their keys, or below them."""
        theme, side, edge = self._theme, self._side(), self._theme.px(32)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        self._column.setContentsMargins(side, edge, side, edge)
        pad = theme.px(28) if beside else theme.of_bars.px(16)
        self._grid.setContentsMargins(pad, theme.px(20), pad, theme.px(20))
        for at, (key, words) in enumerate(self._rows):
            for label, down, across in ((key, 0, 0), (words, int(not beside), int(beside))):
                self._grid.addWidget(label, at if beside else 2 * at + down, across)
        self._grid.setColumnStretch(0, int(not beside))
