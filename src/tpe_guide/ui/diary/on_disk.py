"""What is being written, on its way to disk: after each pause, on leaving, and when the diary is closed.

It outlives the screens, which are made anew when the look changes, and so do the fields' own ways back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from tpe_guide.errors import TpeGuideError
from tpe_guide.ui.kit.kept_line import History

if TYPE_CHECKING:
    from tpe_guide.diary.store import DiaryStore

PAUSE = 600
"""Milliseconds without a tap or a key, after which what is there goes to disk."""


class OnDisk(QObject):
    """Subclasses hold what is written, and say so with ``touch`` when it changes."""

    unkept = Signal(object)
    """A TpeGuideError: what is being written cannot be kept on disk. Said once."""

    only_read = Signal()
    """What is being written lasts as long as the program: the diary can only be read. Said once."""

    kept = Signal()
    """It is on disk after all, or there is nothing to be kept any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: dict[str, QTextDocument] = {}
        self._histories: dict[str, History] = {}
        self._store: DiaryStore | None = None
        self._on_disk: str | None = None
        self._said = self._said_read = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)

    @property
    def is_on_disk(self) -> bool:
        """All that is there is kept in the diary."""
        return self._body() == self._on_disk

    @property
    def can_be_kept(self) -> bool:
        """There is a diary that can be written."""
        return self._store is not None and not self._store.read_only

    def touch(self) -> None:
        """Something was tapped or typed: keep it at the next pause."""
        self._pause.start()

    def keep(self) -> None:
        """Put what is there on disk, now. What cannot be is said once, and stops nothing."""
        self._pause.stop()
        body = self._body()
        if self._store is None:
            return
        if self._store.read_only:
            if body != self._on_disk and not self._said_read:
                self._said_read = True
                self.only_read.emit()
            return
        try:
            if body != self._on_disk:
                self._put(self._store, body)
        except TpeGuideError as error:
            if not self._said:
                self._said = True
                self.unkept.emit(error)
            return
        self._on_disk = body
        self._take_back()

    def document(self, name: str, text: str) -> QTextDocument:
        """What stands in the field *name*, *text* at first: with its own undo, however often the field is made."""
        document = self._documents.get(name)
        if document is None:
            document = self._documents[name] = QTextDocument(self)
            document.setDocumentLayout(QPlainTextDocumentLayout(document))
            document.setPlainText(text)
        return document

    def history(self, name: str, text: str) -> History:
        """What stood in the line *name*, with *text* in it now."""
        history = self._histories.setdefault(name, History(text))
        history.note(text)
        return history

    def forget_document(self, name: str) -> None:
        """What stood in the field *name* is saved, or not wanted."""
        document = self._documents.pop(name, None)
        if document is not None:
            document.deleteLater()

    def _body(self) -> str | None:
        """What is there, as it is kept; None: nothing is."""
        raise NotImplementedError

    def _put(self, store: DiaryStore, body: str | None) -> None:
        """Keep it in *store*."""
        raise NotImplementedError

    def _take_back(self) -> None:
        """What was said of what cannot be kept holds no longer."""
        if self._said:
            self._said = False
            self.kept.emit()

    def _forget_documents(self) -> None:
        for name in tuple(self._documents):
            self.forget_document(name)
        self._histories.clear()
