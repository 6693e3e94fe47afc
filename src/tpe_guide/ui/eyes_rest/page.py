"""The screen of eyes-rest: one large zone, and the line of a passcode when one is typed."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.eyes_rest.before import Before
from tpe_guide.ui.eyes_rest.keys import is_alone, order_of
from tpe_guide.ui.eyes_rest.state import EyesRestState
from tpe_guide.ui.eyes_rest.zone import Zone
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.banner import Banner
from tpe_guide.ui.shell.session import Session


class EyesRestPage(QWidget):
    """Shows what *state* says, and hands it what is ordered. It gives little light, whatever colours were chosen."""

    def __init__(self, theme: Theme, state: EyesRestState, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heard_as = _("Eyes-rest")
        self._state = state
        theme = theme if theme.is_contrast else theme._replace(name="dark")
        self.zone = Zone(theme, lambda: session.settings.touch_wait / 1000)
        self.zone.ordered.connect(state.order)
        self.zone.cued.connect(state.cue)
        self._line = _Line(theme)
        self._line.ordered.connect(self.zone.press)
        self._line.textEdited.connect(state.type)
        column = tight(QVBoxLayout(self), 0)
        column.addWidget(self.zone, 1)
        column.addWidget(self._line)
        state.mouth.about = self.zone
        state.changed.connect(self._show)
        state.arrive()
        self._show()

    def first_focus(self) -> QWidget:
        """Where keys go."""
        return self._line if self._state.is_typed_in else self.zone

    def hold_message(self, banner: Banner) -> None:
        """It was said, and stays unread for the next screen: here it would lie under a finger that sees nothing."""
        banner.setParent(self)
        banner.setFixedSize(0, 0)
        self._state.hear(banner.accessibleName())

    def _show(self) -> None:
        state = self._state
        self.zone.show_words(state.said.title, "\n".join(state.said.lines), state.mouth.trouble)
        if state.is_typed_in == self._line.isHidden():
            self._line.setVisible(state.is_typed_in)
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if self._line.text() != state.typed or not state.is_typed_in:
            self._line.setText(state.typed if state.is_typed_in else "")


class _Line(QLineEdit):
    """Its letters are counted aloud, and neither said nor shown."""

    paints_own_ring = True
    """None: it has a caret, and the ring of the colours that were chosen may not be seen on this ground."""
    ordered = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setTextMargins(theme.px(16), 0, theme.px(16), 0)
        self.setObjectName("eyes-rest-passcode")
        self.setAccessibleName(_("Passcode"))
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setFont(theme.font("h3"))
        self.setPalette(theme.palette)
        self.setMinimumHeight(theme.px(56))
        Before(self, self._takes)
        self.hide()

    def _takes(self, event: QEvent) -> bool:
        """No key by itself is a shortcut of the window."""
        if event.type() != QEvent.Type.ShortcutOverride or not is_alone(cast(QKeyEvent, event)):
            return False
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An order, or a letter."""
        order = order_of(event, typing=True)
        if order is not None:
            self.ordered.emit(order, event.isAutoRepeat())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt calls it so
        """The keyboard stays."""
        return True
