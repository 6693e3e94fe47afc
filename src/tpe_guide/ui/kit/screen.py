"""What the screens of the guide share: a column that scrolls, the bar below it, and its margins."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from tpe_guide.ui.kit.docking import LEAST_ROOM, Dock
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.scrolling import KeptInSight
from tpe_guide.ui.kit.theme import Theme

_LARGE_FROM = 440


class Screen(QWidget):
    """One place of the guide. Subclasses make its parts and call ``_set_up`` once."""

    heard_as = ""
    """What a screen reader calls it, if not after its title."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def _set_up(
        self,
        inside: QWidget,
        bar: QWidget | None = None,
        *,
        above: QLayout | None = None,
        least_room: int = LEAST_ROOM,
        typed_on: QWidget | None = None,
    ) -> QScrollArea:
        """Let *inside* scroll, with *above* over it and *bar* below it (see ``Dock.hold``). Returns what scrolls.

        *typed_on*: a field that the screen is there for: in sight from the first, if its title has to give way.
        """
        whole = tight(QVBoxLayout(self), 0)
        if above is not None:
            whole.addLayout(above)
        dock = Dock(self._theme, whole, inside)
        if bar is not None:
            dock.hold(bar, least_room)
        if typed_on is not None:
            KeptInSight(dock.area, self._theme.px(12)).keep(typed_on)
        return dock.area

    def _side(self, most: int = 100) -> int:
        """px left and right of the column, at most *most* px at 100 %: they give way before the words do."""
        theme, width = self._theme, self.width()
        if width < theme.px(900):
            return theme.of_bars.px(12)
        return theme.px(min(most, 100 if width >= theme.px(1280) else 40))

    def _fit_title(self, title: QLabel) -> None:
        """Large where there is room for it; else no larger than its words can stand in a line."""
        title.setFont(self._theme.font("h1" if self.width() >= self._theme.px(_LARGE_FROM) else "h2"))
