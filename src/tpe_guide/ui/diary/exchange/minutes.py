"""How long a session took: by big buttons, ten minutes at a time; not said until one is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import duration_words
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

_STEP, _START, _MOST = 10, 120, 24 * 60


class Minutes(QWidget):
    """*minutes* None: not said."""

    changed = Signal(object)

    def __init__(self, theme: Theme, minutes: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        less = self._button(theme, _("Ten minutes less"), "minus", "minutes-less", self._less)
        more = self._button(theme, _("Ten minutes more"), "plus", "minutes-more", self._more)
        self._said = Label(theme, "", "title")
        self._said.setObjectName("minutes")
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setMinimumSize(theme.px(104), theme.px(52))
        unsaid = Button(theme, _("Not said"), "quiet", size="small")
        unsaid.setObjectName("minutes-unsaid")
        unsaid.clicked.connect(lambda: self._say(None))
        column = tight(QVBoxLayout(self))
        column.addWidget(Wrap(theme, (less, self._said, more, unsaid)))
        self._show()

    def _button(self, theme: Theme, name: str, icon: str, called: str, do: object) -> Button:
        button = Button(theme, name, "quiet", icon=icon, icon_only=True, size="tool")
        button.setObjectName(called)
        button.repeats = True
        button.clicked.connect(do)
        return button

    def _less(self) -> None:
        self._say(_START if self._minutes is None else max(0, self._minutes - _STEP))

    def _more(self) -> None:
        self._say(_START if self._minutes is None else min(_MOST, self._minutes + _STEP))

    def _say(self, minutes: int | None) -> None:
        self._minutes = minutes
        self._show()
        announce(self, self._said.text())
        self.changed.emit(minutes)

    def _show(self) -> None:
        self._said.setText(_("Not said") if self._minutes is None else duration_words(self._minutes))
