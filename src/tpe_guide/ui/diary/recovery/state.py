"""What outlives the screens about the recovery sheet: which words are asked for, and what came of it.

What is typed of a sheet lies with the passcodes that are typed, and is forgotten with them.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from tpe_guide.diary import recovery
from tpe_guide.diary.recovery import WORDS, Sheet
from tpe_guide.errors import SheetMisread, SheetOfAnother, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.recovery.paper import RecoveryPaper
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.vocabulary.days import day_words
from tpe_guide.wording import describe

ASKED = 3
"""So many words prove that the paper in somebody’s hand is the sheet of this diary."""


class RecoveryState(QObject):
    """Of the diary that is open."""

    changed = Signal()
    """The card should be made anew."""

    def __init__(
        self,
        diary_session: DiarySession,
        messages: Messages,
        now: Callable[[], dt.datetime],
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.diary_session = diary_session
        self.paper = RecoveryPaper(diary_session, language, messages, now, self)
        self.asked: tuple[int, ...] = ()
        """The numbers of the words that are asked for, from 1."""
        self.whole = False
        """All words are typed, or scanned, into one field."""
        self.trying = False
        """Somebody has a sheet, whatever the diary knows of it."""
        self.works = False
        """That was proven just now."""
        self._messages = messages
        self._now = now
        self.paper.made.connect(self._on_made)
        diary_session.closing.connect(self.begin)
        self.begin()

    @property
    def known(self) -> Sheet:
        """What the diary knows of its sheet. Raises DiaryDamaged."""
        return self.diary_session.store.glance().sheet()

    def how_it_stands(self) -> str:
        """That in words, a sentence or two."""
        known, today = self.known, self._now().date()
        if known.tried is not None:
            return _("Recovery sheet: tried on {day}.").format(day=day_words(known.tried, today))
        if known.made is not None:
            return _("Recovery sheet: made on {day}, not tried yet.").format(day=day_words(known.made, today))
        return _("This diary knows of no recovery sheet yet.")

    def begin(self) -> None:
        """Somebody comes to the card: other words are asked for."""
        chance = secrets.SystemRandom()
        self.asked = tuple(sorted(chance.sample(range(1, WORDS + 1), ASKED)))
        self.whole = self.trying = self.works = False

    def try_it(self) -> None:
        """There is a sheet: ask for its words."""
        self.trying = True
        self.changed.emit()

    def ask_for_all(self) -> None:
        """All words, in place of three."""
        self.trying = self.whole = True
        self.changed.emit()

    def check(self, answers: Mapping[int, str]) -> dict[int, str]:
        """Whether *answers*, by number, are those words of the sheet; what is wrong with each that is not."""
        right, wrong = recovery.words_of(self._key), dict[int, str]()
        for number, typed in answers.items():
            try:
                if not typed.strip():
                    wrong[number] = _("Type word {number} of the sheet.").format(number=number)
                elif not recovery.is_word(typed, right[number - 1]):
                    words = _("That is not word {number}. Look for the {number} on the paper.")
                    wrong[number] = words.format(number=number)
            except SheetMisread as error:
                wrong[number] = describe(error)
        if not wrong:
            sheet = list(right)
            for number, typed in answers.items():
                sheet[number - 1] = typed
            self._prove(" ".join(sheet))
        return wrong

    def check_all(self, text: str) -> str:
        """Whether *text* says the key of this diary; what is wrong with it, empty: it does."""
        try:
            self._prove(text)
        except (SheetMisread, SheetOfAnother) as error:
            return describe(error)
        return ""

    @property
    def _key(self) -> bytes:
        return self.diary_session.store.unlocked.key

    def _prove(self, text: str) -> None:
        """By the key that comes out of it, and nothing less. Raises SheetMisread, SheetOfAnother."""
        key = recovery.key_of(text)
        if key != self._key:
            raise SheetOfAnother(recovery.mark_of(key))
        self.works = True
        self.diary_session.typed.forget_sheet()
        self._keep(Sheet(tried=self._now().date()))

    def _on_made(self) -> None:
        if self.diary_session.is_open:
            self._keep(Sheet(made=self._now().date()))

    def _keep(self, news: Sheet) -> None:
        try:
            self.diary_session.store.keep_sheet(self.known.newer(news))
        except TpeGuideError as error:
            self._messages.warn(error)
        self.changed.emit()
