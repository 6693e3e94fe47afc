"""The line to write on when looking for something: large, and emptied by one press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.field import Line, field_style
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme

LONGEST = 100
_NARROW = 220
_LETTERS = 11
"""Half of the letters, about, for which the line should have room."""
_LEAST_LETTERS = 28
"""px: smaller they need not be."""


class SearchField(QWidget):
    """A name, a line with a lens in it, and a button that empties it."""

    changed = Signal(str)
    """What stands on the line now."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        name = _("Search the guide")
        column = tight(QVBoxLayout(self), theme.px(8))
        self._name = Label(theme, name, "h3")
        column.addWidget(self._name)
        self.line = Line()
        self.line.setObjectName("search-line")
        self.line.setFont(theme.font("lead"))
        self.line.setMinimumHeight(theme.px(64))
        self.line.setMaxLength(LONGEST)
        self.line.setStyleSheet(field_style(theme))
        self.line.setAccessibleName(name)
        self.line.setText(text)
        self._name.setBuddy(self.line)
        self._lens = Icon(theme, "search", 26, color="ink2", parent=self.line)
        self._lens.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lens.move(theme.px(18), (theme.px(64) - self._lens.height()) // 2)
        self._clear = Button(theme, _("Clear"), "tool", icon="x", icon_only=True, parent=self)
        self._clear.setObjectName("clear-search")
        self._clear.setAccessibleName(_("Empty the search"))
        self._clear.clicked.connect(self._empty)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self._clear)
        column.addLayout(row)
        self._clear.setVisible(bool(text))
        self.line.textChanged.connect(self._on_text)

    def show_name(self, shown: bool) -> None:
        """The name above the line, or none: a lens in it says what it is for."""
        self._name.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a very narrow window there is room for words only, in letters of which a few are seen at once."""
        theme = self._theme
        narrow = self.width() < theme.px(_NARROW)
        self._lens.setVisible(not narrow)
        self._clear.set_icon_only(True, slim=narrow)
        self.line.setTextMargins(0 if narrow else theme.px(40), 0, 0, 0)
        font = QFont(theme.font("lead"))
        font.setPixelSize(min(font.pixelSize(), max(_LEAST_LETTERS, self.width() // _LETTERS)))
        self.line.setFont(font)

    def write(self, text: str) -> None:
        """Put *text* on the line, instead of what stands there."""
        self.line.setText(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, text: str) -> None:
        """Go on writing: *text* behind what stands there."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.end(False)
        self.line.insert(text)

    def _empty(self) -> None:
        self.write("")

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.changed.emit(text)
