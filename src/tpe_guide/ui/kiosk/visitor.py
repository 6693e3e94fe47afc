"""The visitor of ``kiosk certify``: leaves a word that nobody else knows in all that a visitor can, and goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from tpe_guide.kiosk.certify import FINISH, WORD
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
from tpe_guide.ui.shell.main_window import MainWindow
from tpe_guide.ui.shell.session import Session

_LOOKS_EVERY_MS = 200
_PLACES: tuple[ScreenId, ...] = ("home", "contents", "words", "pictures", "look", "keys", "urgent")


class Visitor(QObject):
    """Takes the word from the folder *inbox*, where only the first finds one; comes to *kiosk*, and goes when told."""

    def __init__(self, application: QApplication, kiosk: KioskWindow, inbox: Path) -> None:
        super().__init__(kiosk)
        self._application, self._kiosk, self._inbox = application, kiosk, inbox
        self._look = QTimer(self, interval=_LOOKS_EVERY_MS)
        self._look.timeout.connect(self._go_when_told)

    def come(self) -> None:
        """If there is a word, begin a visit with it."""
        try:
            word = (self._inbox / WORD).read_text()
        except OSError:
            return
        self._kiosk.begin("en")
        for place in _PLACES:
            self._leave(word, place)
        clipboard = self._application.clipboard()
        for part in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            clipboard.setText(word, part)
        (self._inbox / WORD).unlink()
        self._look.start()

    def _leave(self, word: str, place: ScreenId) -> None:
        guide = self._kiosk.findChild(MainWindow)
        session = guide.findChild(Session) if guide is not None else None
        assert guide is not None
        assert session is not None
        session.go(Locator(place))
        for line in guide.findChildren(QLineEdit):
            line.setText(word)
        for text in (*guide.findChildren(QPlainTextEdit), *guide.findChildren(QTextEdit)):
            text.setProperty("plainText", word)
        for letter in word:
            target = self._application.focusWidget() or guide
            for pressed in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key(ord(letter.upper()))
                self._application.sendEvent(target, QKeyEvent(pressed, key, Qt.KeyboardModifier.NoModifier, letter))

    def _go_when_told(self) -> None:
        if (self._inbox / FINISH).exists():
            self._look.stop()
            (self._inbox / FINISH).unlink()
            self._kiosk.finish()
