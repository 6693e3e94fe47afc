"""The kiosk's one window: full screen, above all others, and forgetful.

It carries out what ``kiosk.lifecycle`` says and tells it what strangers do. What it cannot do is written here
too, so that nobody relies on it: keys that the desktop takes for itself (Alt+Tab, Alt+Space, Super, Ctrl+Alt+F2)
never reach a program. A kiosk needs a desktop session that has nothing else to switch to. Until there is a staff
code, the way out is the operating system: end the session, or send the program SIGTERM.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QKeyEvent, QMouseEvent, QPointerEvent, QShowEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.kiosk.lifecycle import (
    AskStillThere,
    AskToFinish,
    AskWhetherFinished,
    Begin,
    Command,
    Event,
    Finish,
    Input,
    Lifecycle,
    MoreTime,
    Phase,
    Ponder,
    Reading,
    ReturnToGuide,
    ShowAttract,
    ShowErased,
    Shown,
    StartGuide,
    Tick,
    Wipe,
)
from tpe_guide.policy import Policy
from tpe_guide.ui.kiosk.kiosk_attract import AttractPage, Language
from tpe_guide.ui.kiosk.kiosk_erased import ErasedPage
from tpe_guide.ui.kiosk.kiosk_finish import FinishPage
from tpe_guide.ui.kiosk.kiosk_keys import PRESSING, allowed_chords, chord_of, is_modifier, only_moves
from tpe_guide.ui.kiosk.kiosk_question import Question
from tpe_guide.ui.kiosk.kiosk_still_there import StillTherePage
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.focus_ring import FocusRing
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.shell.look_words import look_words
from tpe_guide.ui.shell.system_choices import wants_stillness
from tpe_guide.ui.touch.steady import SteadyHand

_Type = QEvent.Type
_KEYS = frozenset({_Type.ShortcutOverride, _Type.KeyPress})
_POINTERS = frozenset(
    {_Type.MouseButtonPress, _Type.MouseButtonDblClick, _Type.TouchBegin, _Type.TabletPress, _Type.Wheel}
)
# Moving alone is no input: a mouse on a shaking table would keep a visit open for ever.
_REST_OF_GESTURE = frozenset(
    {
        _Type.MouseButtonRelease,
        _Type.MouseMove,
        _Type.TouchUpdate,
        _Type.TouchEnd,
        _Type.TouchCancel,
        _Type.TabletMove,
        _Type.TabletRelease,
        _Type.KeyRelease,
    }
)
_ASKING = (Phase.STILL_THERE, Phase.FINISHING)
_DRAG_SECONDS = 1.0
"""So often a drag counts as a touch."""
_NEVER = frozenset({_Type.ContextMenu, _Type.DragEnter, _Type.DragMove, _Type.Drop})


def clock() -> float:
    """Seconds from a fixed origin that also pass while the machine sleeps, where the system can tell."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class KioskWindow(QWidget):
    """Shows strangers the guide, one after another, each as if they were the first.

    *make_guide* makes a fresh guide screen for each visit, in the visitor's language. All that belongs to the visit
    must be owned by that widget, for destroying it is how the kiosk forgets. Its *Finish* control is to be connected
    to ``ask_to_finish``, its changes of look to ``follow_look``, what its pages take to read to ``follow_reading``.
    *speak* sets the language of the program; the first of *languages* is the kiosk's own. *chapters* are the titles
    that the attract screen names. *now* is a clock in seconds.
    """

    forgotten = Signal()  # all of a visit is to go, also what it left elsewhere

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
        self._chords = allowed_chords(policy)
        self._swallowing = False
        self._may_close = policy.may_quit
        self._attract: AttractPage | None = None
        self._guide: QWidget | None = None
        self._question: Question | None = None
        self._erased: ErasedPage | None = None
        self._visitors_theme = theme
        self._lowered = False
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
        application.installEventFilter(self)
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
        if event.type() == _Type.WindowStateChange and self.isVisible() and not self._may_close:
            state = self.windowState()
            if state & Qt.WindowState.WindowMinimized or not state & Qt.WindowState.WindowFullScreen:
                QTimer.singleShot(0, self, self.showFullScreen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every finger, button and key of the program first; keep back what a stranger must not do."""
        kind = event.type()
        if kind in _KEYS:
            held_back = self._on_key(event)  # type: ignore[arg-type]
        elif kind in _POINTERS:
            held_back = self._on_pointer(event)
        elif kind in _REST_OF_GESTURE:
            held_back = self._swallowing
            self._note_drag(event)
            if held_back and kind not in (_Type.MouseMove, _Type.TouchUpdate, _Type.TabletMove):
                self._swallowing = False
        else:
            held_back = kind in _NEVER
        if held_back:
            # An accepted touch is not offered again as a mouse, an accepted key not as a shortcut.
            event.setAccepted(kind not in _NEVER)
        return held_back

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key is held back."""
        permitted = is_modifier(event) or chord_of(event) in self._chords
        asking = self._life.phase in _ASKING
        if event.isAutoRepeat():
            # No input either: a book on the keyboard is not a person.
            return self._swallowing or asking or not permitted
        if asking and only_moves(event):
            self._tell(Ponder())
            return self._too_soon()
        if asking and event.key() in PRESSING and self._other_answer_has_focus() and not self._too_soon():
            return False
        return self._take_input() or not permitted

    def _on_pointer(self, event: QEvent) -> bool:
        """Whether the touch is held back."""
        assert isinstance(event, QPointerEvent)
        asking = self._life.phase in _ASKING
        if asking and not self._too_soon() and self._is_other_answer(event.points()[0].globalPosition().toPoint()):
            return False
        return self._take_input()

    def _note_drag(self, event: QEvent) -> None:
        """A finger that is down and moves is a person, however long it drags."""
        drags = isinstance(event, QTouchEvent) or (isinstance(event, QMouseEvent) and bool(event.buttons()))
        idle = self._life.idle + self._now() - self._life.seen
        if drags and self._life.phase is Phase.IN_USE and idle >= _DRAG_SECONDS:
            self._tell(Input())

    def _take_input(self) -> bool:
        self._tell(Input())
        self._swallowing = self._too_soon()
        return self._swallowing

    def _too_soon(self) -> bool:
        return self._life.swallows(self._now())

    def _is_other_answer(self, place: QPoint) -> bool:
        return self._question is not None and self._question.is_other_answer_at(place)

    def _other_answer_has_focus(self) -> bool:
        return self._question is not None and self._question.is_other_answer_focused()

    def _on_alarm(self) -> None:
        self._tell(Tick())

    def _on_begun(self, language: str) -> None:
        self._tell(Begin(language))

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
            case ShowErased():
                self._show_erased()
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

    def _show_erased(self) -> None:
        page = self._erased = ErasedPage(self._theme, parent=self)
        page.read.connect(self.stay)
        self._show(page, page.first_focus())

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
        self._close_popups()
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
        self._close_popups()
        for screen in (self._guide, self._question, self._attract):
            self._drop(screen)
        self._guide = self._question = self._attract = None
        self._lowered = False
        self._visitors_theme = self._theme
        self._ring.set_theme(self._theme)
        self._speak(self._languages[0].code)
        clipboard = self._application.clipboard()
        for part in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer):
            clipboard.clear(part)
        # Destroyed widgets may leave Python objects in rings; they too go now and not some time.
        QTimer.singleShot(0, self, self._sweep)

    def _sweep(self) -> None:
        gc.collect()

    def _drop(self, screen: QWidget | None) -> None:
        if screen is not None:
            self._screens.removeWidget(screen)
            screen.hide()
            screen.deleteLater()

    def _close_popups(self) -> None:
        while (popup := self._application.activePopupWidget()) is not None:
            popup.close()
