"""Where a hand scanner types. It shows no digits: nobody reads thousands of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import give_role
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme

PAUSE_MS = 1500
"""A scanner types without a rest: after so long, what has begun does not go on."""
_PASTED_MOST = 100_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ScanField(QWidget):
    """Takes every key that writes something, and Enter: what a scanner sends must never press a button."""

    typed = Signal(str)
    paused = Signal()
    """Keys came, and then no more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        give_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(_("Scan the squares here"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._label = Label(theme, "", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        column.addWidget(self._label)
        self.setMinimumHeight(theme.px(56))
        self.mid_square = False
        """A square has begun and is not whole."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self._say()

    def set_mid_square(self, begun: bool) -> None:
        """Whether keys have come that are no square yet: that is seen."""
        if begun != self.mid_square:
            self.mid_square = begun
            self._say()

    def sizeHint(self) -> QSize:
        """As high as its words take."""
        return QSize(self._theme.px(280), super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Keep what a scanner types, Tab too, from whatever else listens to keys."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._keys_of(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and self._pause.isActive():
                self._hand_on("\t")  # so some scanners end a square; without one before it, Tab moves on
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what was written, or pasted."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._hand_on(QGuiApplication.clipboard().text()[:_PASTED_MOST] + "\n")
        elif keys := self._keys_of(event):
            self._hand_on(keys)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It takes the keyboard, as a line to write on does."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It can be scanned now."""
        super().focusInEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Scans would go elsewhere."""
        super().focusOutEvent(event)
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line to write on: white, with an edge that tells whether it has the keyboard."""
        theme = self._theme
        width = theme.border(3 if self.hasFocus() else 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("teal" if self.hasFocus() else "line2"), width))
        painter.setBrush(theme.color("card"))
        inset = width / 2
        radius = theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _hand_on(self, keys: str) -> None:
        if keys.endswith(("\n", "\t")):
            self._pause.stop()
        else:
            self._pause.start()
        self.typed.emit(keys)

    def _say(self) -> None:
        if self.mid_square:
            words = _("Reading …")
        elif self.hasFocus():
            words = _("Ready: scan a square.")
        else:
            words = _("Press here, then scan.")
        if words != self._label.text():
            self._label.setText(words)
        self.update()

    @staticmethod
    def _keys_of(event: QKeyEvent) -> str:
        """What *event* writes; nothing for a command such as Ctrl+P, or for Escape."""
        if event.key() in _ENTER:
            return "\n"
        text = event.text()
        # AltGr writes too, and counts as both on some systems.
        commands = event.modifiers() & _COMMANDS
        return text if text.isprintable() and not commands else ""
