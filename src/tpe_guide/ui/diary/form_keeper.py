"""Forms that are half filled in, but for an entry: a session, a question, what matters, a step before a session.

They are found again at the next start, in the diary alone; without a diary they last as long as the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from tpe_guide.diary.forms import Forms, Rewording, caught_up, formed, session_of
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
        self.along: set[str] = set()
        """The places of those with which the sessions planned after them are to be moved."""
        self._were: dict[str, ExchangeSession] = {}
        """What they were before they were changed, by the same."""
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

    def form(self, place: str, session: ExchangeSession | None, was: ExchangeSession, *, along: bool = False) -> None:
        """*session* is half filled in at *place*, where it *was* that; None: it is as it was."""
        if session is None:
            self._drop(place)
        else:
            self.sessions[place], self._were[place] = session, was
            (self.along.add if along else self.along.discard)(place)
        self.touch()

    def half(self, place: str, now: ExchangeSession | None) -> ExchangeSession | None:
        """What is half filled in at *place* for the session that is *now* in the diary; None: nothing is."""
        half, was = self.sessions.get(place), self._were.get(place)
        if half is None or was is None or now is None or was == now:
            return half
        half = caught_up(half, was, now)
        self.form(place, half if half != now else None, now, along=place in self.along)
        return self.sessions.get(place)

    def forget(self, place: str) -> None:
        """What was half filled in there is saved, or not wanted."""
        self._drop(place)
        self.touch()
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
            tuple(
                formed(place, session, self._were.get(place), along=place in self.along)
                for place, session in self.sessions.items()
            ),
            self.question,
            tuple(Rewording(was, words) for was, words in self.rewording.items()),
            self.value,
            self.step,
        )

    def take_along(self, forms: Forms) -> None:
        """*forms* go on in the diary that is opened next, before what that has kept."""
        self.sessions = {one.place: session_of(one) for one in forms.sessions}
        self._were = {one.place: one.was for one in forms.sessions if one.was is not None}
        self.along = {one.place for one in forms.sessions if one.along}
        self.rewording = {one.was: one.words for one in forms.rewordings}
        self.question, self.value, self.step = forms.question, forms.value, forms.step

    def _drop(self, place: str) -> None:
        self.sessions.pop(place, None)
        self._were.pop(place, None)
        self.along.discard(place)

    def _body(self) -> str | None:
        forms = self.all()
        return None if forms == Forms() else forms.to_json()

    def _put(self, store: DiaryStore, body: str | None) -> None:
        store.keep_forms(body)
