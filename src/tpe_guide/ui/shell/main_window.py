"""The one window: bar, a sentence now and then, the screen where the person is; where it is narrow, tabs below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.navigation import HOME, Locator, ScreenId
from tpe_guide.ui.kit.accessible_role import make_screen
from tpe_guide.ui.kit.announce import announce, focus_new
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.kit.scrolling import Scrolled, begin_in_sight, scroll_again, scroll_by_key, scrolled, show_focused
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.abilities import (
    BuildsLater,
    KnowsFirstFocus,
    MovesWithin,
    Reports,
    Searches,
    listen,
    read_on,
    toggle_bookmark,
    turn,
)
from tpe_guide.ui.shell.bars import Bars, PathBarMaker
from tpe_guide.ui.shell.esc_key import EscKey
from tpe_guide.ui.shell.leaving import Leaving
from tpe_guide.ui.shell.message_strip import MessageStrip
from tpe_guide.ui.shell.notches import Notches
from tpe_guide.ui.shell.session import Session

if TYPE_CHECKING:
    from tpe_guide.ui.shell.physical_keys import PhysicalKeys

LEAST = QSize(360, 340)
"""px that a window needs at the least: a phone's width, and the height of a small screen that its desktop enlarges."""
ScreenMaker = Callable[[Theme, Locator], QWidget]


class MainWindow(QWidget):
    """Shows one screen at a time, made by *screens* for the place the session is at.

    *report* is given what a screen or the bar raised that could not be made, and a safe one is shown in its place;
    without *report* it is raised. *last_words* are what is shown where even Urgent help cannot be made. *path_bar*
    makes what stands above a step of a path.
    """

    closed = Signal()
    finished = Signal()
    opened = Signal()
    """Once: the first screen has been painted, and what it did not need may be made."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        screens: Mapping[ScreenId, ScreenMaker],
        *,
        report: Callable[[Exception], None] | None = None,
        last_words: Callable[[], str] = str,
        path_bar: PathBarMaker | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._report = report
        self._last_words = last_words
        self._screens = screens
        self._place: ScreenId | None = None
        self._path = ""
        self._screen: QWidget | None = None
        self._is_last_resort = False
        self._was_painted = False
        self._physical_keys: PhysicalKeys | None = None
        self._leaving = Leaving(messages, self.close)
        self._wheel = Notches()
        self._esc = EscKey(self)
        self.setObjectName("main-window")
        self.setWindowTitle(_("TPE Guide"))
        self.setMinimumSize(LEAST)
        self.setAutoFillBackground(True)  # inside a kiosk's window it is no window, and nobody would paint its ground
        self._column = tight(QVBoxLayout(self), 0)
        # Where there is no screen, so that nothing else grows into its place.
        self._column.addStretch(0)
        self._strip = MessageStrip(self._column, lambda: self._bars.above, self._focus_first)
        self._handlers = self._make_handlers()
        self._bars = Bars(self._column, session, self._handlers, self._on_failure, path_bar, self)
        session.located.connect(self._on_located)
        session.look_changed.connect(self._on_look_changed)
        messages.said.connect(self._on_said)
        messages.untrue.connect(self._on_untrue)
        session.could_not_save.connect(messages.warn_unkept)
        self._build(session.theme)

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen of the place where the person is."""
        return self._screen

    @property
    def place(self) -> ScreenId | None:
        """The place where the person is."""
        return self._place

    @property
    def theme(self) -> Theme:
        """The look of this moment."""
        return self._session.theme

    def do(self, action: str) -> None:
        """Carry out an action of the table by its id."""
        self._handlers[action]()

    def holds_typed_words(self) -> bool:
        """Whether there is something on the screen that a person has typed."""
        from tpe_guide.ui.shell.typed_words import holds_typed_words

        return holds_typed_words(self)

    def refresh(self) -> None:
        """Make the screen of this place anew: what it stands on has changed."""
        self._drop_screen()
        self._show_screen(self._session.locator)
        self._focus_first()
        self._announce()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back. What scrolls, scrolls the screen, wherever the keyboard is and if nobody there needed it."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            if self._esc.is_meant:  # a shaking hand that closed something by Esc has not asked to leave the screen too
                self._go_back()
        elif self._physical_keys is not None and (action := self._physical_keys.action(event)):
            self.do(action)
        elif self._screen is None or not scroll_by_key(self._screen, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt calls it so
        """Tab goes as the screen is read, and what it comes to is shown.

        Qt asks for it as well when what had the keyboard goes: then what it would take is near enough.
        """
        before = self.focusWidget()
        if before is not None and not (before.isVisible() and before.isEnabled()):
            return super().focusNextPrevChild(next)
        from tpe_guide.ui.kit.reading_order import walk_on  # the first paint need not wait for it

        moved = walk_on(self, forwards=next)
        show_focused(self)
        return moved

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel changes the text size, one step a notch."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        steps = self._wheel.steps(event)
        for __ in range(abs(steps)):
            self.do("bigger" if steps > 0 else "smaller")
        event.accept()

    def _go_back(self) -> None:
        """Not from home, whatever came before; nor from words that are just being typed."""
        from tpe_guide.ui.shell.typed_words import is_typing

        if self._place != "home" and not is_typing(self.focusWidget()):
            self._session.back()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is the person's right at home; a kiosk decides for itself."""
        if self._session.policy.may_quit and self._leaving.may_go():
            self.closed.emit()
            event.accept()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All is as large as there is room for. Until the bars are there, their room is left as they will need it."""
        self._session.set_room(self.width(), self.height())
        if not self._bars.made:
            self._bars.keep_room(self._session.theme, self.width())
        self._strip.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The room of the bars while it is empty. The first time, what could wait for the paint follows."""
        self._bars.paint_room(QPainter(self), self._session.theme, self.rect())
        if not self._was_painted:
            self._was_painted = True
            self._session.text_first = False
            QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        self._make_shortcuts()
        if not self._bars.made:
            self._bars.make(self._session.theme)
            if isinstance(self._screen, BuildsLater):
                self._screen.build_rest()
        if self._screen is not None and not self._screen.isAncestorOf(self.focusWidget() or self):
            self._focus_first()  # Qt gives the keyboard to the first of the bar
        self._strip.say()
        if self.isWindow():  # else the kiosk's window listens
            from tpe_guide.ui.shell.hands import steady  # the first paint need not wait for it

            steady(self, self._session)
        self.opened.emit()

    def _make_handlers(self) -> dict[str, Callable[[], None]]:
        session = self._session
        screens: tuple[ScreenId, ...] = (
            "urgent", "words", "pictures", "look", "keys", "questions", "matters", "diary", "log", "nurse",
            "eyes-rest", "contents", "my-session",
        )  # fmt: skip
        return {screen: partial(self._go, Locator(screen)) for screen in screens} | {
            "home": partial(self._go, HOME),
            "search": self._search,
            "next": lambda: turn(self._screen, forwards=True),
            "previous": lambda: turn(self._screen, forwards=False),
            "depth-facts": partial(session.set_depth, "facts"),
            "depth-minute": partial(session.set_depth, "minute"),
            "depth-full": partial(session.set_depth, "full"),
            "bookmark": lambda: toggle_bookmark(self._screen),
            "listen": lambda: listen(self._screen),
            "back": session.back,
            "forward": session.forward,
            "bigger": session.bigger,
            "smaller": session.smaller,
            "normal-size": session.normal_size,
            "theme": session.next_theme,
            "ruler": session.next_ruler,
            "finish": self.finished.emit,
            "quit": self._quit,
            "block-on": lambda: read_on(self._screen, "block", forwards=True),
            "block-back": lambda: read_on(self._screen, "block", forwards=False),
            "heading-on": lambda: read_on(self._screen, "heading", forwards=True),
            "heading-back": lambda: read_on(self._screen, "heading", forwards=False),
        }

    def _make_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        from tpe_guide.ui.shell.actions import allowed_actions
        from tpe_guide.ui.shell.physical_keys import PhysicalKeys

        actions = allowed_actions(self._session.policy)
        self._physical_keys = PhysicalKeys(actions)
        for action in actions:
            for key in action.keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setAutoRepeat(action.repeats)
                shortcut.activated.connect(self._handlers[action.id])

    def _build(self, theme: Theme) -> None:
        self.setPalette(theme.palette)
        if self._session.text_first:
            self._bars.keep_room(theme, self.width())
        else:
            self._bars.follow(theme)
        self._show_screen(self._session.locator)

    def _on_look_changed(self, theme: Theme) -> None:
        """Make everything anew in the new look; the keyboard stays where it was."""
        from tpe_guide.ui.shell.look_words import look_words
        from tpe_guide.ui.shell.typed_words import keyboard_at

        at = keyboard_at(self.focusWidget())
        before = scrolled(self._screen) if self._screen is not None else Scrolled()
        self._drop_screen()
        self._build(theme)
        self._focus_again(at.name)
        at.go_on(self.focusWidget())
        if self._screen is not None:
            QTimer.singleShot(0, self._screen, partial(scroll_again, self._screen, before, theme.px(12)))
        announce(self, look_words(theme))

    def _focus_again(self, name: str) -> None:
        """Give the keyboard to the new control of this name; the old one is only waiting to be deleted."""
        if isinstance(self._screen, BuildsLater):
            self._screen.build_rest()
        if self._focus_named(name):
            return
        if name and self._screen is not None:
            self._screen.show()
            self._column.activate()  # it may have some parts only once it has its size
        if not self._focus_named(name):
            self._focus_first()

    def _focus_named(self, name: str) -> bool:
        parts = [part for part in (*self._bars.parts, self._screen) if part is not None and name]
        again = next((found for part in parts if (found := part.findChild(QWidget, name)) is not None), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        return again is not None

    def _go(self, locator: Locator) -> None:
        """Go there; what could not be made is tried once more."""
        if self._is_last_resort and locator == self._session.locator:
            self.refresh()
        else:
            self._session.go(locator)

    def _on_located(self, locator: Locator) -> None:
        self._leaving.stay()
        if locator.place != self._place and self._strip.unread.leave_answers():
            self._strip.show()
        if (locator.place, locator.path) != (self._place, self._path) or not self._moved_within(locator):
            self._drop_screen()
            self._show_screen(locator)
            self._focus_first()
        self._announce()

    def _moved_within(self, locator: Locator) -> bool:
        """Whether the screen shows *locator* now; one that failed half-way is to be made anew."""
        if not isinstance(self._screen, MovesWithin):
            return False
        try:
            self._screen.show_locator(locator)
        except Exception as error:
            self._on_failure(error)
            return False
        return True

    def _show_screen(self, locator: Locator) -> None:
        self._place, self._path = locator.place, locator.path
        self._is_last_resort = False
        try:
            self._put_screen(self._screens[locator.place](self._session.theme, locator))
        except Exception as error:
            self._on_failure(error)
            self._drop_screen()
            if locator.place == "urgent":
                self._show_last_resort()
            else:
                QTimer.singleShot(0, self, self._go_safe)
        self._strip.show_over(self._screen, self._session.theme)

    def _put_screen(self, screen: QWidget) -> None:
        self._screen = screen
        make_screen(screen)
        self._column.insertWidget(self._column.count() - 2, screen, 1)  # above the stretch and the bars below

    def _show_last_resort(self) -> None:
        from tpe_guide.ui.shell.last_resort import LastResort

        self._is_last_resort = True
        self._put_screen(LastResort(self._last_words(), self._session.theme.px(22)))

    def _on_failure(self, error: Exception) -> None:
        if self._report is None:
            raise error
        self._report(error)

    def _go_safe(self) -> None:
        """Home; and where home itself cannot be shown, Urgent help."""
        failed = self._session.locator.place
        if self._screen is None and failed != "urgent":
            self._session.go(Locator("urgent") if failed == "home" else HOME)

    def _focus_first(self) -> None:
        if isinstance(self._screen, KnowsFirstFocus):
            focus_new(first := self._screen.first_focus())
            begin_in_sight(self._screen, first, self.theme.px(12))

    def _announce(self) -> None:
        if isinstance(self._screen, Reports):
            announce(self, self._screen.said())

    def _on_said(self, sentence: str, icon: str) -> None:
        self._strip.unread.add(sentence, icon)
        self._strip.show()
        if self._was_painted:
            self._strip.say()

    def _on_untrue(self, sentence: str) -> None:
        if self._strip.unread.take_back(sentence):
            self._strip.show()

    def _drop_screen(self) -> None:
        self._strip.leave_screen()
        if self._screen is not None:
            self._drop(self._screen)
            self._screen = None

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _search(self) -> None:
        self._session.go(Locator("search"))
        if isinstance(self._screen, Searches):
            self._screen.begin()

    def _quit(self) -> None:
        self.close()
