"""Eyes-rest as the window holds it: it outlives its screen, which is made anew with each change of look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from tpe_guide.errors import TpeGuideError
from tpe_guide.eyes_rest.door import DoorStop, PasscodeStop
from tpe_guide.eyes_rest.hand import Order
from tpe_guide.eyes_rest.machine import EyesRest, Said
from tpe_guide.eyes_rest.top import eyes_rest
from tpe_guide.eyes_rest.world import World
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.eyes_rest.mouth import Mouth
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.shell.session import Session

PLACE = "eyes-rest"


class EyesRestState(QObject):
    """*make_world* is given what finds the diary. *messages* are said aloud as they come."""

    changed = Signal()
    """Something else is said, or it is known why nothing is heard."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        mouth: Mouth,
        make_world: Callable[[Callable[[], DiarySession]], World],
        diary: Callable[[], DiarySession],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_diary = diary
        self._diary: DiarySession | None = None
        self._is_here = False
        self._has_begun = False
        """An entry was being written when something was said last."""
        self._told: set[str] = set()
        """Messages that were said here."""
        self._fresh = ""
        self._greeting = ""
        """What was said on arrival, until something is ordered: a message must not take its place."""
        self.mouth = mouth
        mouth.setParent(self)
        self.rest: EyesRest = eyes_rest(make_world(self._find_diary), self._on_said, session.back)
        mouth.ended.connect(self._on_ended)
        mouth.troubled.connect(self._on_troubled)
        messages.said.connect(self._on_message)
        session.located.connect(self._on_located)

    @property
    def said(self) -> Said:
        """What is being said, or was said last."""
        return self.rest.said

    @property
    def is_typed_in(self) -> bool:
        """Keys write letters now."""
        return self.rest.stop.is_typed_in

    def arrive(self) -> None:
        """Its screen is made: say where one is, unless one has been there all the time."""
        if self._is_here:
            return
        self._is_here = True
        if self.rest.is_in_diary and (self._diary is None or not self._diary.is_open):
            self.rest.shut("")
        self.rest.do(self.rest.begin)
        self._greeting = self.said.lines[0]

    def order(self, order: Order) -> None:
        """Carry it out."""
        self._greeting = ""
        self.rest.order(order)

    def hear(self, sentence: str) -> None:
        """A message is unread: one from before eyes-rest is said here, once."""
        if sentence not in self._told:
            self._tell(sentence)
            self._fresh = sentence
            QTimer.singleShot(0, self, self._forget_fresh)

    def cue(self, words: str) -> None:
        """Say *words* while a finger is down."""
        self.mouth.say(words, ends=False)

    def type(self, text: str) -> None:
        """This stands in the line of the passcode."""
        if isinstance(self.rest.stop, PasscodeStop):
            self.rest.stop.type(text)

    @property
    def typed(self) -> str:
        """What stands in the line of the passcode."""
        return self._diary.typed.passcode if self._diary is not None else ""

    def _find_diary(self) -> DiarySession:
        if self._diary is None:
            self._diary = self._make_diary()
            self._diary.changed.connect(self._on_diary_changed)
            self._diary.deriving.refused.connect(self._on_refused)
        return self._diary

    def _on_said(self, said: Said) -> None:
        self._has_begun = self._diary is not None and self._diary.is_open and self._diary.drafts.has_begun
        if self._is_here:
            self.mouth.say(said.spoken, by_voice=said.by_voice)
            self.changed.emit()

    def _on_troubled(self) -> None:
        """Whoever sees nothing hears at least that something is wrong."""
        if self.mouth.trouble and self._is_here:
            QApplication.beep()
        self.changed.emit()

    def _on_ended(self) -> None:
        if self._is_here:
            self.rest.ended()

    def _on_message(self, sentence: str) -> None:
        """The window may have handed it on a moment ago, as one that is unread."""
        fresh, self._fresh = self._fresh, ""
        if sentence != fresh:
            self._tell(sentence)

    def _forget_fresh(self) -> None:
        self._fresh = ""

    def _tell(self, sentence: str) -> None:
        """A screen reader hears it from the window."""
        if self._is_here and self.mouth.speaks == "voice":
            self._told.add(sentence)
            self.rest.do(partial(self.rest.tell, f"{sentence} {self._greeting}".strip()))

    def _on_located(self, locator: Locator) -> None:
        """Somewhere else it says no more than that it is over; what was being written is on disk."""
        if locator.place == PLACE or not self._is_here:
            return
        self._is_here = False
        self.mouth.hush()
        self.rest.stop.pause()
        said = _("Eyes-rest is off.")
        if self._diary is not None and self._diary.is_open:
            self._diary.drafts.keep()
            if self._diary.drafts.has_begun and not self._diary.drafts.is_on_disk:
                said = f"{said} " + _("What you began stays until you close the guide. It could not be kept.")
        if self.mouth.speaks == "voice":
            self.mouth.say(said)

    def _on_diary_changed(self) -> None:
        stop = self.rest.stop
        if self._diary is not None and not self._diary.is_open and self.rest.is_in_diary:
            self.rest.shut(self._locked(self._diary))
        elif isinstance(stop, DoorStop) and self._is_here:
            self.rest.do(stop.look_again)

    def _locked(self, diary: DiarySession) -> str:
        """What was begun waits in the diary only where something was, and the disk has taken it."""
        if diary.drafts.has_begun:
            return _("Your diary was locked. What you began stays until you close the guide. It could not be kept.")
        if self._has_begun:
            return _("Your diary was locked. What you began waits in it.")
        return _("Your diary was locked.")

    def _on_refused(self, error: TpeGuideError) -> None:
        if isinstance(self.rest.stop, PasscodeStop) and self._is_here:
            self.rest.stop.refused(error)
