"""What changes while the program runs: where the person is and how they like to see it.

One object per window; everything re-renders through its signals.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide.errors import TpeGuideError
from tpe_guide.guide.pace import learnt
from tpe_guide.navigation import FIRST_SCREENS, HOME, History, Locator, Place, place_of
from tpe_guide.policy import Policy
from tpe_guide.settings import RULERS, TEXT_PERCENTS, THEMES, Settings
from tpe_guide.ui.kit.theme import CHROME_LIMIT, Column, Theme, ThemeName, bars_in, chrome_limit
from tpe_guide.ui.shell.wishes import Wishes

if TYPE_CHECKING:
    from tpe_guide.guide.depth import Depth

SAVE_AFTER_MS = 500


class Session(QObject):
    """The state of one window. *save* keeps settings on disk where the place allows it."""

    located = Signal(Locator)
    """The person is somewhere else."""
    look_changed = Signal(Theme)
    """Text size or colours changed."""
    depth_changed = Signal(str)
    """More or less of each page is to be shown."""
    bookmarks_changed = Signal()
    motion_changed = Signal()
    """Perhaps pictures are to stand still now, or no longer."""
    access_changed = Signal(str)
    """The person said how their blood goes out and in."""
    could_not_save = Signal(TpeGuideError)
    """Choices cannot be kept on this computer; said once."""

    def __init__(
        self,
        settings: Settings,
        policy: Policy,
        save: Callable[[Settings], None],
        start: Locator = HOME,
        parent: QObject | None = None,
        *,
        text_first: bool = False,
    ) -> None:
        super().__init__(parent)
        self.policy = policy
        self.text_first = text_first
        """Nothing has been painted yet, and the text of a page comes before all else; the window ends that."""
        self._settings = settings
        self._save = save
        self._history = History(start)
        self._spots: dict[str, str] = {}
        """Where each page was left."""
        self._place: Place = place_of(start) or "today"
        self._left: dict[Place, Locator] = {self._place: start}
        """Where the person was last in each place."""
        self._limit, self._bars = CHROME_LIMIT, policy.bars_percent
        self._wished = Wishes(percent=settings.asked_percent)
        self.asks_for_stillness: Callable[[], bool] = _never
        """Whether this computer asks for less movement."""
        self._save_failed = False
        self.is_kept = policy.remembers
        """What was chosen so far is on disk, or will be in a moment: the last save did not fail."""
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_AFTER_MS)
        self._save_soon.timeout.connect(self._write)

    @property
    def settings(self) -> Settings:
        """The choices as they stand."""
        return self._settings

    @property
    def locator(self) -> Locator:
        """Where the person is."""
        return self._history.current

    @property
    def place(self) -> Place:
        """The place that the person is in; what opens over a place leaves them there."""
        return self._place

    @property
    def can_go_back(self) -> bool:
        """There is somewhere to go back to."""
        return self._history.can_go_back

    @property
    def theme(self) -> Theme:
        """The look as chosen; until someone chooses, as the desktop asks for."""
        name: ThemeName = self._settings.theme or self._wished.theme  # type: ignore[assignment]
        wide, bold = self._settings.spacing == "wide", self._settings.strength == "bold"
        column: Column = self._settings.column  # type: ignore[assignment]
        percent, ruler = self._settings.text_percent or self._wished.percent, self._settings.ruler
        return Theme(name, percent, self._bars, self._limit, wide, bold, column, ruler)

    @property
    def wished(self) -> Wishes:
        """What this computer asks for."""
        return self._wished

    @property
    def keeps_still(self) -> bool:
        """Whether pictures stand still: as the person chose, else as this computer asks."""
        return self._settings.motion == "still" or (not self._settings.motion and self.asks_for_stillness())

    def go(self, locator: Locator) -> None:
        """Go to *locator*."""
        if locator == self.locator:
            return
        self._history.visit(locator)
        self._arrive(locator)

    def go_to_place(self, place: Place) -> None:
        """Where the person was last in *place*; from there, to its first screen."""
        first = FIRST_SCREENS[place]
        left = self._left.get(place, first)
        self.go(first if self.locator == left else self._as_left(left))

    def back(self) -> None:
        """One step back on the way the person came; home when there is none."""
        before = self.locator
        locator = self._history.back()
        if locator != before:
            self._arrive(locator, self._as_left(locator))
        elif before != HOME:
            self.go(HOME)

    def forward(self) -> None:
        """One step forward again."""
        before = self.locator
        locator = self._history.forward()
        if locator != before:
            self._arrive(locator, self._as_left(locator))

    def _arrive(self, locator: Locator, shown: Locator | None = None) -> None:
        """Note the place of *locator*, and show it, or *shown*: the same screen as it was left."""
        place = place_of(locator)
        if place is not None:
            self._place, self._left[place] = place, locator
        self.located.emit(shown or locator)

    def _as_left(self, locator: Locator) -> Locator:
        """*locator*, at the words that were at the top when the person left it."""
        return locator._replace(spot=self._spots.get(locator.page, locator.spot))

    def bigger(self) -> None:
        """The next text size up."""
        self._step_text(1)

    def smaller(self) -> None:
        """The next text size down."""
        self._step_text(-1)

    def normal_size(self) -> None:
        """Text at 100 %."""
        self.set_look(text_percent=100)

    def next_theme(self) -> None:
        """Light, dim, dark, high contrast, light …"""
        at = THEMES.index(self.theme.name)
        self.set_look(theme=THEMES[(at + 1) % len(THEMES)])

    def next_ruler(self) -> None:
        """No reading ruler, one of one line, one of three, none …"""
        at = RULERS.index(self._settings.ruler)
        self.set_look(ruler=RULERS[(at + 1) % len(RULERS)])

    def set_look(
        self,
        *,
        text_percent: int | None = None,
        theme: str | None = None,
        spacing: str = "",
        strength: str = "",
        column: str = "",
        ruler: int | None = None,
    ) -> None:
        """Change how text looks and where it stands, now and for next time.

        *text_percent* 0 and *theme* "" are as this computer asks.
        """
        now = self._settings
        changed = now._replace(
            text_percent=now.text_percent if text_percent is None else text_percent,
            theme=now.theme if theme is None else theme,
            spacing=spacing or now.spacing,
            strength=strength or now.strength,
            column=column or now.column,
            ruler=now.ruler if ruler is None else ruler,
        )
        if changed != self._settings:
            self.keep(changed)
            self.look_changed.emit(self.theme)

    def follow(self, wished: Wishes) -> None:
        """This computer asks for what is *wished*: so it is, where the person has chosen nothing."""
        before = self.theme
        self._wished = wished
        # Written with what the person does next: they have done nothing now, and need not hear that it failed.
        self._settings = self._settings._replace(asked_percent=wished.percent)
        if self.theme != before:
            self.look_changed.emit(self.theme)

    def set_room(self, width: int, height: int) -> None:
        """The window is *width* x *height* px large: what large letters have room for follows from that."""
        before = self.theme.chrome, self._bars
        self._limit, self._bars = chrome_limit(width, height), bars_in(height, self.policy.bars_percent)
        if (self.theme.chrome, self._bars) != before:
            self.look_changed.emit(self.theme)

    def set_depth(self, depth: Depth) -> None:
        """Show so much of each page, now and for next time."""
        if depth != self._settings.depth:
            self.keep(self._settings._replace(depth=depth))
            self.depth_changed.emit(depth)

    def toggle_bookmark(self, page: str) -> None:
        """Mark *page*, or take its mark away."""
        marked = self._settings.bookmarks
        changed = tuple(other for other in marked if other != page) if page in marked else (*marked, page)
        self.keep(self._settings._replace(bookmarks=changed))
        self.bookmarks_changed.emit()

    def mark_here(self, page: str, place: str = "") -> None:
        """Remember *place* on *page* as where to carry on from."""
        self._spots[page] = place
        self.keep(self._settings._replace(last_page=page, last_place=place))

    def learn_pace(self, words: int, seconds: float) -> None:
        """A page of *words* was read to its end in *seconds*."""
        self.keep(self._settings._replace(paces=learnt(self._settings.paces, words, seconds)))

    def mark_read(self, page: str) -> None:
        """Remember that *page* was read to its end."""
        if page not in self._settings.read_pages:
            self.keep(self._settings._replace(read_pages=(*self._settings.read_pages, page)))

    def mark_told(self, guide: str) -> None:
        """The person has been told all that changed in this version of the guide."""
        self.keep(self._settings._replace(told_guide=guide))

    def set_motion(self, motion: str) -> None:
        """Whether pictures are ``still`` or ``moving``."""
        self.keep(self._settings._replace(motion=motion))

    def set_speech(self, *, speed: int | None = None, voice: str | None = None) -> None:
        """How pages are read aloud: one of ``settings.SPEECH_SPEEDS``, and the name of a voice."""
        now = self._settings
        voice = now.speech_voice if voice is None else voice
        self.keep(now._replace(speech_speed=speed or now.speech_speed, speech_voice=voice))

    def set_touch(self, *, reach: int | None = None, wait: int | None = None) -> None:
        """How much the hand shakes: one of ``settings.TOUCH_REACHES``, and of ``settings.TOUCH_WAITS``."""
        now = self._settings
        self.keep(now._replace(touch_reach=reach or now.touch_reach, touch_wait=wait or now.touch_wait))

    def set_access(self, access: str) -> None:
        """How blood goes out and in: one of ``terms.ACCESSES_SAID``, now and for next time."""
        if access != self._settings.access:
            self.keep(self._settings._replace(access=access))
            self.access_changed.emit(access)

    def set_lock_minutes(self, minutes: int) -> None:
        """Lock a diary with a passcode after so many without a key or a touch; 0: never."""
        self.keep(self._settings._replace(lock_minutes=minutes))

    def set_remind(self, remind: bool) -> None:
        """Remind of the diary in the evening and on the morning after a session, or do not."""
        self.keep(self._settings._replace(remind=remind))

    def keep(self, settings: Settings) -> None:
        """Take *settings* now; they are written a moment later, so that no page turn waits for the disk."""
        if settings == self._settings:
            return
        self._settings = settings
        if self.policy.remembers:
            self._save_soon.start()

    def keep_as_it_is(self) -> None:
        """Write the choices, even if none was made: whoever was asked once is not asked again."""
        if self.policy.remembers:
            self._save_soon.start()

    def save_now(self) -> None:
        """Write what is waiting to be written. Call when the window closes."""
        if self._save_soon.isActive():
            self._save_soon.stop()
            self._write()

    def _write(self) -> None:
        try:
            self._save(self._settings)
            self.is_kept = True
        except TpeGuideError as error:
            self.is_kept = False
            if not self._save_failed:
                self._save_failed = True
                self.could_not_save.emit(error)

    def _step_text(self, step: int) -> None:
        """To the next size that there is, from whatever size this computer asks for."""
        now = self.theme.percent
        beyond = [size for size in TEXT_PERCENTS[::step] if (size - now) * step > 0]
        if beyond:
            self.set_look(text_percent=beyond[0])


def _never() -> bool:
    return False
