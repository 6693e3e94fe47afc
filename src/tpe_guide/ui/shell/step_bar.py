"""Previous and Next step below a screen that has no pages to turn."""

from __future__ import annotations

from PySide6.QtCore import Signal

from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.steps import Steps


class StepBar(BottomBar):
    """Stands where such a screen has its own bar when no path is walked."""

    chosen = Signal(Locator)

    def __init__(self, theme: Theme, steps: Steps) -> None:
        bars = theme.of_bars
        before, after = steps.before, steps.after
        back = Button(bars, before.words, "secondary", icon="arrow-left", hint=before.hint)
        onward = Button(bars, after.words, icon_after="arrow-right", hint=after.hint)
        super().__init__(theme, back, Label(bars, steps.place, "small", color="ink2", wrap=False), onward)
        for button, name, way in ((back, "back", before), (onward, "next", after)):
            button.setObjectName(name)
            button.setProperty("locator", way.locator)
            button.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))
