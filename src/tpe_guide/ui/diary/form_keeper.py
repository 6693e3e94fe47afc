"""Forms that are half filled in, but for an entry: a session, a question, what matters, a step before a session.

They are found again at the next start, in the diary alone; without a diary they last as long as the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from tpe_guide.diary.forms import Forms, Rewording, formed, session_of
from tpe_guide.ui.diary.on_disk import OnDisk

if TYPE_CHECKING:
    from tpe_guide.diary.model import ExchangeSession
    from tpe_guide.diary.store import DiaryStore

NEW = "new"
"""Where a session that is not in the diary yet is formed."""


class FormKeeper(OnDisk):
    """Whoever changes what it holds says so with ``touch``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sessions: dict[str, ExchangeSession] = {}
        """Sessions that were changed and not saved, by the place where they are."""
        self.rewording: dict[str, str] = {}
        """By the text of a question: the other words that are being written for it."""
        self.question = self.value = self.step = ""

    def open(self, store: DiaryStore) -> None:
        """Take up what *store* has kept; what stands here already comes first."""
        self._store = store
        self._on_disk = store.forms()
        mine, found = self.all(), (Forms.from_json(self._on_disk) if self._on_disk else None) or Forms()
        self.take_along(
            Forms(
                (*found.sessions, *mine.sessions),
                mine.question or found.question,
                (*found.rewordings, *mine.rewordings),
                mine.value or found.value,
                mine.step or found.step,
            )
        )
        there = {NEW, *(session.id for session in store.sessions())}
        self.sessions = {place: session for place, session in self.sessions.items() if place in there}
        if not self.is_on_disk:
            self.touch()

    def close(self) -> None:
        """Keep what is there, and forget it here; what cannot be kept waits here, until the diary is opened again."""
        self.keep()
        kept = self.is_on_disk
        self._store = self._on_disk = None
        self._forget_documents()
        if kept:
            self.take_along(Forms())

    def form(self, place: str, session: ExchangeSession | None) -> None:
        """*session* is half filled in at *place*; None: it is as it was."""
        if session is None:
            self.sessions.pop(place, None)
        else:
            self.sessions[place] = session
        self.touch()

    def forget(self, place: str) -> None:
        """What was half filled in there is saved, or not wanted."""
        self.form(place, None)
        self.forget_document(place)

    def note(self, place: str, text: str) -> QTextDocument:
        """The note *text* in the form at *place*, with its own way back as far as it is that text."""
        if self.document(place, text).toPlainText() != text:
            self.forget_document(place)
        return self.document(place, text)

    def reword(self, was: str, words: str | None) -> None:
        """Other *words* are being written for a question; None: no longer."""
        if words is None:
            self.rewording.pop(was, None)
        else:
            self.rewording[was] = words
        self.touch()

    def all(self) -> Forms:
        """All of it."""
        return Forms(
            tuple(formed(place, session) for place, session in self.sessions.items()),
            self.question,
            tuple(Rewording(was, words) for was, words in self.rewording.items()),
            self.value,
            self.step,
        )

    def take_along(self, forms: Forms) -> None:
        """*forms* go on in the diary that is opened next, before what that has kept."""
        self.sessions = {one.place: session_of(one) for one in forms.sessions}
        self.rewording = {one.was: one.words for one in forms.rewordings}
        self.question, self.value, self.step = forms.question, forms.value, forms.step

    def _body(self) -> str | None:
        forms = self.all()
        return None if forms == Forms() else forms.to_json()

    def _put(self, store: DiaryStore, body: str | None) -> None:
        store.keep_forms(body)
