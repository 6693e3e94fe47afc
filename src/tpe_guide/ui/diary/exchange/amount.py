"""A number by two big buttons, step by step; or, where that may be, not said."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

_WIDTH, _MOST_WIDTH = 132, 220
"""px at 100 %, and px."""


class Scale(NamedTuple):
    """What an amount may be, from *least* to *most* by *step*, the first press giving *start*; *less* and *more* name
    its buttons, *words* say it."""

    name: str
    less: str
    more: str
    words: Callable[[int], str]
    least: int
    most: int
    step: int = 1
    start: int = 1


class Amount(QWidget):
    """*value* None: not said, which it can be again."""

    changed = Signal(object)

    def __init__(self, theme: Theme, scale: Scale, value: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._value = value
        less = self._button(theme, scale.less, "minus", f"{scale.name}-less", -1)
        more = self._button(theme, scale.more, "plus", f"{scale.name}-more", 1)
        self._said = Label(theme, "", "title")
        self._said.setObjectName(scale.name)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setMinimumSize(min(theme.px(_WIDTH), _MOST_WIDTH), theme.px(52))
        parts: list[QWidget] = [less, self._said, more]
        if scale.least == 0:
            unsaid = Button(theme, _("Not said"), "quiet", size="small")
            unsaid.setObjectName(f"{scale.name}-unsaid")
            unsaid.clicked.connect(lambda: self._say(None))
            parts.append(unsaid)
        tight(QVBoxLayout(self)).addWidget(Wrap(theme, parts))
        self._show()

    def _button(self, theme: Theme, words: str, icon: str, name: str, way: int) -> Button:
        button = Button(theme, words, "quiet", icon=icon, icon_only=True, size="tool")
        button.setObjectName(name)
        button.repeats = True
        button.clicked.connect(lambda: self._go(way))
        return button

    def _go(self, way: int) -> None:
        scale = self._scale
        next_one = scale.start if self._value is None else self._value + way * scale.step
        self._say(max(scale.least, min(scale.most, next_one)))

    def _say(self, value: int | None) -> None:
        self._value = value
        self._show()
        announce(self, self._said.text())
        self.changed.emit(value)

    def _show(self) -> None:
        self._said.setText(_("Not said") if self._value is None else self._scale.words(self._value))
