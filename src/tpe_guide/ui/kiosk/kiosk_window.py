"""The kiosk's one window: full screen, above all others, and forgetful.

It carries out what ``kiosk.lifecycle`` says and tells it what strangers do. What it cannot do is written here
too, so that nobody relies on it: keys that the desktop takes for itself (Alt+Tab, Alt+Space, Super, Ctrl+Alt+F2)
never reach a program. A kiosk needs a desktop session that has nothing else to switch to. The way out is for staff
(``staff_door``), or the operating system: end the session, or send the program SIGTERM.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.kiosk.lifecycle import (
    AskStillThere,
    AskToFinish,
    AskWhetherFinished,
    Begin,
    Command,
    Erased,
    Event,
    Finish,
    Input,
    Lifecycle,
    MoreTime,
    Phase,
    Reading,
    ReturnToGuide,
    ShowAttract,
    ShowErased,
    Shown,
    StartGuide,
    Succeed,
    Tick,
    Wipe,
)
from tpe_guide.policy import Policy
from tpe_guide.ui.kiosk.gate import Gate
from tpe_guide.ui.kiosk.kiosk_attract import AttractPage, Language
from tpe_guide.ui.kiosk.kiosk_erased import ErasedPage
from tpe_guide.ui.kiosk.kiosk_events import (
    clear_clipboard,
    clock,
    close_popups,
)
from tpe_guide.ui.kiosk.kiosk_finish import FinishPage
from tpe_guide.ui.kiosk.kiosk_keys import allowed_chords
from tpe_guide.ui.kiosk.kiosk_question import Question
from tpe_guide.ui.kiosk.kiosk_still_there import StillTherePage
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.focus_ring import FocusRing
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.shell.look_words import look_words
from tpe_guide.ui.shell.system_choices import wants_stillness
from tpe_guide.ui.touch.steady import SteadyHand


class KioskWindow(QWidget):
    """Shows strangers the guide, one after another, each as if they were the first.

    *make_guide* makes a fresh guide screen for each visit, in the visitor's language. All that belongs to the visit
    must be owned by that widget, for destroying it is how the kiosk forgets. Its *Finish* control is to be connected
    to ``ask_to_finish``, its changes of look to ``follow_look``, what its pages take to read to ``follow_reading``.
    *speak* sets the language of the program; the first of *languages* is the kiosk's own. *chapters* are the titles
    that the attract screen names. *now* is a clock in seconds.
    """

    forgotten = Signal()
    """All of a visit is to go, also what it left elsewhere."""
    wiped = Signal()
    """All of a visit has gone from this window."""
    passed_on = Signal(str)
    """Somebody begins, in this language, and it is the next window's to show: see ``be_relieved``."""

    def __init__(
        self,
        application: QApplication,
        theme: Theme,
        policy: Policy,
        *,
        make_guide: Callable[[Theme, Policy, str], QWidget],
        speak: Callable[[str], None],
        languages: Sequence[Language],
        chapters: Sequence[str] = (),
        now: Callable[[], float] = clock,
    ) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self._application = application
        self._theme = theme
        self._policy = policy
        self._make_guide = make_guide
        self._speak = speak
        self._languages = languages
        self._chapters = chapters
        self._now = now
        self._life = Lifecycle(seen=now(), idle_limit=policy.idle_seconds or 60)
        self._may_close = policy.may_quit
        self.is_leaving: Callable[[], bool] = lambda: False
        """Something that a visit left elsewhere, such as at a printer, is still to be taken back."""
        self.give_up: Callable[[], None] = lambda: None
        """There is no more time for that."""
        self._attract: AttractPage | None = None
        self._guide: QWidget | None = None
        self._question: Question | None = None
        self._erased: ErasedPage | None = None
        self._visitors_theme = theme
        self._lowered = False
        self._ends_with_visit = self._relieved = False
        self._over: QWidget | None = None
        self._steady: SteadyHand | None = None
        self.setObjectName("kiosk")
        self.setWindowTitle(_("TPE Guide"))
        self.setPalette(theme.palette)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._screens = QStackedLayout(self)
        self._ring = FocusRing(application, theme)
        self.destroyed.connect(self._ring.deleteLater)
        self._alarm = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._alarm.timeout.connect(self._on_alarm)
        self._gate = Gate(
            allowed_chords(policy), now, lambda: self._life, lambda: self._question, self._tell, parent=self
        )
        application.installEventFilter(self._gate)
        self._show_attract()

    def finish(self) -> None:
        """The visitor is done: forget them now."""
        self._tell(Finish())

    def ask_to_finish(self) -> None:
        """The visitor pressed *Finish*: ask once, for a hand that shakes may have meant something else."""
        self._tell(AskToFinish())

    def follow_reading(self, seconds: float) -> None:
        """Another page is shown, which takes most people *seconds* to read. Whoever turned to it is there."""
        self._tell(Reading(seconds))

    @property
    def theme(self) -> Theme:
        """How the kiosk looks to whoever comes next."""
        return self._theme

    def screen_id(self) -> str:
        """What is shown, in nobody's words."""
        return f"kiosk, {self._life.phase.value}"

    def recover(self) -> None:
        """Something in the program failed: whatever was half built or half said goes, and the first page is safe.

        A first page that nobody has touched stays, or one that cannot be painted would be made anew for ever.
        """
        if self._life.phase is not Phase.ATTRACT or self._life.touched:
            self._tell(Finish())

    def stay(self) -> None:
        """The visitor did something that no event shows, such as a press by a screen reader."""
        self._tell(Input())

    def begin(self, language: str) -> None:
        """Somebody began, in *language*, in the window before this one."""
        self._tell(Begin(language))

    def unlock(self) -> None:
        """Whoever tries it may close it."""
        self._may_close = True

    def end_with_visit(self) -> None:
        """Its process ends with the visit: only the next one can say that all of that is erased."""
        self._ends_with_visit = True

    def succeed(self) -> None:
        """A visit was wiped in the window before this one, whose process is about to end."""
        self._tell(Succeed())

    def tell_erased(self) -> None:
        """That process has ended."""
        self._tell(Erased())

    def be_relieved(self) -> None:
        """Another window takes over: no visit begins in this one any more."""
        self._relieved = True

    def rehearse(self) -> None:
        """Make a guide that nobody sees, so that all is loaded which the first touch will need."""
        guide = self._make_guide(self._theme, self._policy, self._languages[0].code)
        self._screens.addWidget(guide)
        guide.grab()
        self._drop(guide)

    def waits(self) -> bool:
        """Whether its first page is shown and nobody's visit is open."""
        return self._life.phase is Phase.ATTRACT and not self._relieved

    def show_over(self, screen: QWidget) -> None:
        """Show *screen*, such as the way out for staff, in place of the first page, till ``show_under``."""
        self.show_under()
        self._over = screen
        self._show(screen, screen)

    def show_under(self) -> None:
        """Back to the first page."""
        over, self._over = self._over, None
        if over is not None and self._attract is not None:
            self._show(self._attract, self._attract.first_focus())
        self._drop(over)

    def follow_look(self, theme: Theme) -> None:
        """The visitor reads in *theme*: what the kiosk asks them looks the same."""
        self._visitors_theme = theme
        self._ring.set_theme(theme)

    def leave(self) -> None:
        """The operating system wants the program to end: forget the visit, then close."""
        self._may_close = True
        self._alarm.stop()
        self._forget()
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        """From the first time on hands may shake."""
        super().showEvent(event)
        if self._steady is None:
            self._steady = SteadyHand(self, lambda: self._visitors_theme, moves=lambda: not wants_stillness())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Strangers cannot close it."""
        event.setAccepted(self._may_close)

    def changeEvent(self, event: QEvent) -> None:
        """Nor make it smaller."""
        if event.type() == QEvent.Type.WindowStateChange and self.isVisible() and not self._may_close:
            state = self.windowState()
            if state & Qt.WindowState.WindowMinimized or not state & Qt.WindowState.WindowFullScreen:
                QTimer.singleShot(0, self, self.showFullScreen)

    def _on_alarm(self) -> None:
        self._tell(Tick())

    def _on_begun(self, language: str) -> None:
        if self._relieved:
            self.passed_on.emit(language)
        else:
            self.begin(language)

    def _on_lowered_changed(self, lowered: bool) -> None:
        self._lowered = lowered

    def _tell(self, event: Event) -> None:
        before = self._screens.currentWidget()
        self._life, commands = self._life.after(event, self._now())
        for command in commands:
            self._obey(command)
        self._set_alarm()
        if self._screens.currentWidget() is not before:
            self._tell(Shown())
        if Wipe() in commands:
            self.wiped.emit()

    def _set_alarm(self) -> None:
        wake = self._life.next_wake(self._now())
        if wake is None:
            self._alarm.stop()
        else:
            self._alarm.start(max(1, ceil(wake * 1000)))

    def _obey(self, command: Command) -> None:
        match command:
            case Wipe():
                self._forget()
            case ShowErased(proven):
                self._show_erased(proven=proven or not self._ends_with_visit)
            case ShowAttract():
                self._show_attract()
            case StartGuide(language):
                self._start_guide(language)
            case ReturnToGuide():
                self._return_to_guide()
            case AskWhetherFinished():
                self._ask(FinishPage(self._visitors_theme, lowered=self._lowered, parent=self))
            case AskStillThere(left):
                self._ask_still_there(left)

    def _show_attract(self) -> None:
        before = [self._attract, self._erased]
        attract = AttractPage(self._visitors_theme, self._languages, self._chapters, lowered=self._lowered, parent=self)
        attract.begun.connect(self._on_begun)
        attract.lowered_changed.connect(self._on_lowered_changed)
        attract.look_changed.connect(self._on_look_wanted)
        self._attract, self._erased = attract, None
        self._show(attract, attract.first_focus())
        for screen in before:
            self._drop(screen)

    def _on_look_wanted(self, name: ThemeName, percent: int) -> None:
        """Show the first screen so, and the guide after it; the keyboard stays where it was."""
        focused = self.focusWidget()
        self.follow_look(self._theme._replace(name=name, percent=percent))
        self._show_attract()
        again = self._attract.findChild(QWidget, focused.objectName()) if self._attract and focused else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, look_words(self._visitors_theme))

    def _show_erased(self, *, proven: bool) -> None:
        if self._erased is None:
            page = self._erased = ErasedPage(self._theme, parent=self)
            page.read.connect(self.stay)
            page.tell(proven=proven)
            self._show(page, page.first_focus())
        else:
            self._erased.tell(proven=proven)

    def _start_guide(self, language: str) -> None:
        self._speak(language)
        policy = self._policy._replace(bars_low=self._lowered)
        self._guide = self._make_guide(self._visitors_theme, policy, language)
        self._show(self._guide, self._guide)

    def _return_to_guide(self) -> None:
        guide = self._guide
        assert guide is not None
        self._show(guide, guide.focusWidget() or guide)
        self._drop(self._question)
        self._question = None

    def _ask(self, page: Question) -> None:
        page.stayed.connect(self.stay)
        page.finished.connect(self.finish)
        before, self._question = self._question, page
        close_popups(self._application)
        self._show(page, page.first_focus())
        self._drop(before)

    def _ask_still_there(self, left: int) -> None:
        page = self._question
        if not isinstance(page, StillTherePage):
            page = StillTherePage(self._visitors_theme, self._life.countdown, lowered=self._lowered, parent=self)
            page.more_time.connect(self._on_more_time)
            self._ask(page)
        page.show_seconds(left)

    def _on_more_time(self) -> None:
        self._tell(MoreTime())

    def _show(self, screen: QWidget, focus: QWidget) -> None:
        if self._screens.indexOf(screen) < 0:
            self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        """Leave nothing of the visit: its screens, its choices, what it copied."""
        self.forgotten.emit()
        close_popups(self._application)
        for screen in (self._guide, self._question, self._attract, self._over):
            self._drop(screen)
        self._guide = self._question = self._attract = self._over = None
        self._lowered = False
        self._visitors_theme = self._theme
        self._ring.set_theme(self._theme)
        self._speak(self._languages[0].code)
        clear_clipboard(self._application)
        # Destroyed widgets may leave Python objects in rings; they too go now and not some time.
        QTimer.singleShot(0, self, self._sweep)

    def _sweep(self) -> None:
        gc.collect()

    def _drop(self, screen: QWidget | None) -> None:
        if screen is not None:
            self._screens.removeWidget(screen)
            screen.hide()
            screen.deleteLater()
