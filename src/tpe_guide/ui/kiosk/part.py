"""A process of the kiosk, as it listens to its parent: a visit that waits for its turn, or one plain page."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QExposeEvent
from PySide6.QtWidgets import QApplication, QWidget

from tpe_guide.i18n import _
from tpe_guide.kiosk import scale, words
from tpe_guide.kiosk.part_options import READABLE_VARIABLE
from tpe_guide.kiosk.supervisor import REST
from tpe_guide.ui.kiosk.exit_pad import ExitPad
from tpe_guide.ui.kiosk.front import Front
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
from tpe_guide.ui.kiosk.plain_notice import closing, resting
from tpe_guide.ui.kiosk.staff_door import StaffDoor
from tpe_guide.ui.kit.theme import Theme

CLOSING_MS = 1_500
"""So long people can read that the screen closes."""
REMEASURE_MS = 1_000
"""After a screen has changed: it may do so several times in a row."""
_LEAVE_LOOKS, _LEAVE_LOOK_MS = 40, 50
"""Two seconds: the parent gives a process that is to end three."""


class ToParent(QObject):
    """The pipe to the parent: what it says comes as ``heard``. Once it is closed, so is this process."""

    heard = Signal(str, str)
    """A word, and what came after it."""
    _came = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # What libraries print goes to standard error, so that the pipe carries our words alone.
        self._out = os.dup(1)
        os.dup2(2, 1)
        self._came.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        Thread(target=self._listen, name="kiosk-parent", daemon=True).start()

    def say(self, message: str) -> None:
        """Tell the parent. Where it has gone, so will this process."""
        try:
            os.write(self._out, f"{message}\n".encode())
        except OSError:
            os._exit(0)

    def _listen(self) -> None:
        for line in sys.stdin.buffer:
            self._came.emit(line.decode("ascii", "replace").strip())
        # Not by the event loop: that may be what hangs.
        os._exit(0)

    def _hear(self, message: str) -> None:
        word, _blank, rest = message.partition(" ")
        self.heard.emit(word, rest)


def measure(application: QApplication) -> None:
    """Where the screen wants all drawn larger, say so and end: the parent starts another that does."""
    if (factor := _wanted_factor(application)) is not None:
        ToParent().say(f"{words.SCALE} {factor}")
        _end(application)


def _wanted_factor(application: QApplication) -> float | None:
    if application.primaryScreen() is None:
        return None
    size = application.primaryScreen().size()
    return scale.another_factor(size.width(), size.height(), os.environ)


class VisitPart(QObject):
    """One visit in *kiosk*: loaded, then silent until its turn; wiped, then replaced."""

    def __init__(self, application: QApplication, kiosk: KioskWindow, *, unlocked: bool) -> None:
        super().__init__(kiosk)
        self._application, self._kiosk = application, kiosk
        self._done = False
        self._line = line = ToParent(self)
        line.heard.connect(self._on_heard)
        self._door = StaffDoor(application, kiosk, ask=not unlocked)
        self._door.entered.connect(lambda digits: line.say(f"{words.PIN} {digits}"))
        self._door.opened.connect(lambda: line.say(words.LEFT))
        kiosk.end_with_visit()
        application.setQuitOnLastWindowClosed(False)
        self._front = Front(application, kiosk)
        if unlocked:
            kiosk.unlock()
            self._front.rest()
            application.lastWindowClosed.connect(lambda: line.say(words.LEFT))
        kiosk.wiped.connect(self._on_wiped)
        kiosk.passed_on.connect(lambda language: line.say(f"{words.BEGIN} {language}"))
        kiosk.setGeometry(application.primaryScreen().geometry())
        self._remeasure = QTimer(self, singleShot=True, interval=REMEASURE_MS)
        self._remeasure.timeout.connect(self._measure_again)
        application.primaryScreen().geometryChanged.connect(self._remeasure.start)
        application.primaryScreenChanged.connect(lambda _screen: self._remeasure.start())
        QTimer.singleShot(0, self, self._load)

    def _measure_again(self) -> None:
        """The screen has changed: another process draws for it, at once where nobody reads, else after the visit."""
        factor = _wanted_factor(self._application)
        if factor is None or self._done:
            return
        if self._kiosk.isVisible() and not self._kiosk.waits():
            self._remeasure.start()
            return
        self._front.rest()
        self._kiosk.be_relieved()
        self._line.say(f"{words.SCALE} {factor}")

    def _load(self) -> None:
        self._kiosk.rehearse()
        self._kiosk.winId()
        self._line.say(words.READY)

    def _on_heard(self, word: str, rest: str) -> None:
        match word:
            case words.SHOW:
                if rest == words.AFTER:
                    self._kiosk.succeed()
                self._show()
            case words.ERASED:
                self._kiosk.tell_erased()
            case words.BEGIN:
                self._kiosk.begin(rest)
            case words.PING:
                self._line.say(words.PONG)
            case words.PIN if rest.startswith("no"):
                self._door.refuse(int(rest.rsplit(maxsplit=1)[-1]))
            case words.CLOSING:
                self._close()
            case words.END:
                self._leave(_LEAVE_LOOKS)

    def _leave(self, looks: int) -> None:
        """End once what the visit left elsewhere is taken back; the next visit is on show meanwhile."""
        if looks and self._kiosk.is_leaving():
            QTimer.singleShot(_LEAVE_LOOK_MS, self, lambda: self._leave(looks - 1))
            return
        self._kiosk.give_up()
        _end(self._application)

    def _show(self) -> None:
        _Shown(self._kiosk, self._on_shown)
        self._front.show()
        self._kiosk.raise_()
        self._kiosk.activateWindow()

    def _on_shown(self) -> None:
        self._line.say(words.SHOWN)
        if inbox := os.environ.get(READABLE_VARIABLE):
            from tpe_guide.ui.kiosk.visitor import Visitor

            Visitor(self._application, self._kiosk, Path(inbox)).come()

    def _on_wiped(self) -> None:
        if not self._done:
            self._done = True
            self._front.rest()
            self._kiosk.be_relieved()
            self._line.say(words.DONE)

    def _close(self) -> None:
        self._kiosk.be_relieved()
        self._done = True
        self._kiosk.finish()
        self._kiosk.show_over(closing(self._kiosk.theme))
        QTimer.singleShot(CLOSING_MS, self, lambda: self._leave(_LEAVE_LOOKS))


class NoticePart(QObject):
    """One plain page, on the whole screen, until the parent ends it."""

    def __init__(self, application: QApplication, page: QWidget) -> None:
        super().__init__(page)
        self._application, self._page = application, page
        self._line = line = ToParent(self)
        line.heard.connect(self._on_heard)
        if isinstance(page, ExitPad):
            page.entered.connect(lambda digits: line.say(f"{words.PIN} {digits}"))
            page.left.connect(lambda: line.say(words.LEFT))
        page.setWindowFlags(
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        front = Front(application, page)
        if isinstance(page, ExitPad):  # staff prove the code, and may go back to their terminal
            front.rest()
        page.winId()
        _Shown(page, lambda: line.say(words.SHOWN))
        front.show()

    def _on_heard(self, word: str, rest: str) -> None:
        if word == words.PIN and isinstance(self._page, ExitPad):
            if rest.startswith("no"):
                self._page.refuse(int(rest.rsplit(maxsplit=1)[-1]))
            else:
                _end(self._application)
        elif word in (words.END, words.CLOSING):
            _end(self._application)
        elif word == words.PING:
            self._line.say(words.PONG)


def tell_clipboard(application: QApplication) -> None:
    """Tell the parent what is copied, and what is selected."""
    line, clipboard = ToParent(), application.clipboard()
    for part in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        line.say(f"{words.COPIED} {clipboard.text(part).encode().hex()}")
    _end(application)


def make_page(name: str, theme: Theme) -> QWidget:
    """The page that a process shows which is *name*: ``REST``, or ``PROVE``."""
    if name == REST:
        return resting(theme)
    return ExitPad(theme, _("Type the new code, to prove the way out"), stays=True)


class _Shown(QObject):
    """Calls *then* once *window* was painted on the screen for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then: Callable[[], None] | None = then
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint follows the expose event: so does what is asked for behind it."""
        if self._then is not None and isinstance(event, QExposeEvent):
            then, self._then = self._then, None
            QTimer.singleShot(0, self, then)
        return False


def _end(application: QApplication) -> None:
    """End with nothing left in hand: what Python and Qt do at their end would only take time, between two visitors."""
    application.sync()
    os._exit(0)
