"""A card of *Urgent help*: whom to call, and the signs for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.bullet import DOT, bullet, make_list
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import Holder, beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.unit.call import Call

_ROOMY_FROM = 420


class TierCard(Card):
    """*call* above *groups* of signs, each a title, which may be empty, and its signs. *wide*: in two columns."""

    def __init__(
        self,
        theme: Theme,
        call: Call,
        groups: Sequence[tuple[str, Sequence[str]]],
        *,
        strong: bool = True,
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        if strong:
            super().__init__(theme, fill="red-tint", edge="red", edge_width=2, parent=parent)
        else:
            super().__init__(theme, edge="line2", edge_width=1.5, parent=parent)
        self._call = call
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(call)
        self._groups = [_Group(theme, title, signs, columns=2 if wide else 1) for title, signs in groups]
        for group in self._groups:
            self._column.addWidget(group)
        self._column.addStretch(1)

    def arrange(self, width: int, *, beside: bool, low: bool) -> None:
        """For a screen of *width* px; *beside*: with room for columns; *low*: it shows a few lines at a time."""
        theme = self._theme
        roomy = width >= theme.px(_ROOMY_FROM)
        side = theme.px(22 if roomy else 12)
        self._column.setContentsMargins(side, theme.px(18 if roomy else 12), side, theme.px(18 if roomy else 12))
        self._call.arrange(beside=roomy, low=low)
        for group in self._groups:
            group.arrange(beside=beside)


class _Group(QWidget):
    """*signs* under their *title*: one stop for the keyboard, however many *columns* they stand in."""

    def __init__(self, theme: Theme, title: str, signs: Sequence[str], *, columns: int) -> None:
        super().__init__()
        whole = tight(QVBoxLayout(self), theme.px(6))
        if title:
            whole.addSpacing(theme.px(4))
            whole.addWidget(Label(theme.of_words, title, "strong"))
        listed = make_list(Holder())
        self._columns = tight(QBoxLayout(QBoxLayout.Direction.TopToBottom, listed), theme.px(6))
        whole.addWidget(listed)
        each = -(-len(signs) // columns)
        for first in range(0, len(signs), each):
            column = tight(QVBoxLayout(), theme.px(6))
            for sign in signs[first : first + each]:
                dot, words = Label(theme.of_words, DOT, "body", wrap=False), Label(theme.of_words, sign, "body")
                column.addWidget(bullet(dot, words, theme.px(10)))
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._apart, self._close = theme.px(24), theme.px(6)
        make_stop(self, f"{title}: {'; '.join(signs)}" if title else "; ".join(signs))

    def arrange(self, *, beside: bool) -> None:
        """The columns stand side by side, or below one another."""
        self._columns.setDirection(beside_if(beside))
        self._columns.setSpacing(self._apart if beside else self._close)
