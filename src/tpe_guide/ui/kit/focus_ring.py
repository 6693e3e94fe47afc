"""One ring for whatever has the keyboard: 3 px wide, 3 px outside the widget, shown only while keys are used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from tpe_guide.ui.kit.theme import Theme

_KEYS_THAT_MOVE = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}
GAP = 3
LINE = 3


class FocusRing(QWidget):
    """Follows the focus of *application* and lies over the widget that has it, scrolling along with it."""

    def __init__(self, application: QApplication, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._target: QWidget | None = None
        self._chain: tuple[QObject, ...] = ()
        self._keys_in_use = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application.focusChanged.connect(self._on_focus_changed)
        application.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Paint in *theme* from now on."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys and touches, and follow the target as it moves."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and event.key() in _KEYS_THAT_MOVE:  # type: ignore[attr-defined]
            self._use_keys(True)
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._use_keys(False)
        elif kind in _MOVES and watched in self._chain:
            self._place()
        elif kind in (QEvent.Type.Hide, QEvent.Type.Destroy) and watched is self._target:
            self._release()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        paint_ring(QPainter(self), QRectF(self.rect()), self._theme)

    def _use_keys(self, in_use: bool) -> None:
        self._keys_in_use = in_use
        if in_use:
            self._on_focus_changed(None, QApplication.focusWidget())
        else:
            self._release()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        # The reading view draws a ring of its own around the link that has the keyboard.
        has_own = getattr(new, "paints_own_ring", False)
        if not self._keys_in_use or has_own or new is None or new.isWindow() or new.parentWidget() is None:
            self._release()
            return
        self._target = new
        ground, self._chain = _ground_of(new)
        self.setParent(ground)
        self._place()
        self.show()
        self.raise_()

    def _release(self) -> None:
        """Lie on nothing: what it lies on, but no longer follows, would take it along when it is destroyed."""
        self._target = None
        self._chain = ()
        self.hide()
        if self.parent() is not None:
            self.setParent(None)

    def _place(self) -> None:
        ground = self.parentWidget()
        if self._target is not None and ground is not None:
            reach = GAP + LINE
            place = QRect(self._target.mapTo(ground, QPoint()), self._target.size())
            self.setGeometry(place.adjusted(-reach, -reach, reach, reach))


def paint_ring(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The ring, with its outer edge on that of *place*."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), LINE))
    radius = theme.px(14) + GAP
    inset = LINE / 2
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius, radius)


def _ground_of(target: QWidget) -> tuple[QWidget, tuple[QObject, ...]]:
    """What the ring is laid on, and what may move *target* on it.

    The window, the inside of a scroll area, or what a page is painted on, so that the ring scrolls along. A nearer
    parent could cut it off.
    """
    chain: list[QWidget] = [target]
    while (ground := chain[-1].parentWidget()) is not None:
        if ground.isWindow() or isinstance(_owner_of(ground), QScrollArea) or _is_viewport(ground):
            break
        chain.append(ground)
    return ground or target, tuple(chain)


def _owner_of(inside: QWidget) -> QWidget | None:
    """The scroll area whose viewport holds *inside*."""
    viewport = inside.parentWidget()
    return viewport.parentWidget() if viewport is not None else None


def _is_viewport(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QAbstractScrollArea)
