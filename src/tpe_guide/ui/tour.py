"""A picture of every screen, drawn without a display: for the README, for reviewers and for translators.

A made-up diary in a folder that is removed afterwards, one fixed moment and nothing that moves: two tours of one
version give the same pictures. A new screen joins the tour as a line in ``SCREENS``.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.errors import CannotWrite
from tpe_guide.files import write_whole
from tpe_guide.guide.locator import Locator, Place
from tpe_guide.i18n import _
from tpe_guide.settings import Settings
from tpe_guide.ui.diary_screens import DiaryScreens
from tpe_guide.ui.main_window import MainWindow
from tpe_guide.ui.messages import Messages
from tpe_guide.ui.print_desk import PrintDesk
from tpe_guide.ui.session import Session
from tpe_guide.ui.theme import ThemeName
from tpe_guide.ui.tour_index import index_page
from tpe_guide.ui.widgets.reading_view import ReadingView

if TYPE_CHECKING:
    from tpe_guide.summary.typeset import Paper

NOW = dt.datetime.combine(FIXED_DAY, dt.time(9, 12), dt.timezone(dt.timedelta(hours=2)))
"""When every picture is taken."""
PASSCODE = "three calm words"
READ = ("what-a-relapse-is", "what-steroids-do", "when-steroids-are-not-enough", "session-length")
LAST_PAGE = "tingling"
PAPER_PPI = 110
_SETTLE_SECONDS = 0.02
_TYPESET_SECONDS = 0.4
_SECONDS_LEFT = 24

_Kind = TypeVar("_Kind", bound=QWidget)
Size = tuple[int, int]
LAPTOP, CLINIC, PHONE, KIOSK = (1440, 900), (1024, 700), (480, 800), (1080, 1920)


class Look(NamedTuple):
    """How a screen is shown: window size in px, text size in per cent, colours."""

    size: Size = LAPTOP
    percent: int = 100
    theme: ThemeName = "light"


class Wish(NamedTuple):
    """One look for the whole tour, as far as it is said."""

    size: Size | None = None
    percent: int | None = None
    theme: ThemeName | None = None

    def on(self, look: Look) -> Look:
        """*look*, changed as wished."""
        return Look(self.size or look.size, self.percent or look.percent, self.theme or look.theme)


class Program(Protocol):
    """What the tour uses of the guide's window."""

    window: MainWindow
    session: Session
    messages: Messages
    diary: DiaryScreens

    def make_ring(self, application: QApplication) -> None:
        """Show where the keyboard is."""


class Openers(NamedTuple):
    """How the composition root opens what is shown."""

    program: Callable[[Path, Settings], Program]
    """With this data folder and these choices, at ``NOW``."""
    kiosk: Callable[[], QWidget]


class Shot(NamedTuple):
    """One picture: the name of its file, its words, how to come to it, and its look."""

    name: str
    words: Callable[[], str]
    scene: Callable[[Stage], QWidget]
    look: Look = Look()


class Stage:
    """What one picture is taken of."""

    def __init__(self, application: QApplication, openers: Openers, folder: Path, look: Look) -> None:
        self._application = application
        self._openers = openers
        self._folder = folder
        self.look = look
        self._program: Program | None = None
        self._windows: list[QWidget] = []

    def open(self, diary: str = "none", place: Place = "home", page: str = "") -> Program:
        """The guide at *place*; *diary* is ``none``, ``open`` or ``locked``."""
        choices = Settings(text_percent=self.look.percent, theme=self.look.theme, last_page=LAST_PAGE, read_pages=READ)
        program = self._program = self._openers.program(self._folder / diary, choices)
        self.show(program.window)
        if place != "home":
            program.session.go(Locator(place, page))
        self.settle()
        return program

    def open_kiosk(self) -> QWidget:
        """The kiosk, nobody there."""
        kiosk = self._openers.kiosk()
        self.show(kiosk)
        return kiosk

    def show(self, window: QWidget) -> None:
        """Show *window* at the size of the look."""
        self._windows.append(window)
        window.resize(*self.look.size)
        window.show()
        window.activateWindow()
        self.settle()

    def press(self, window: QWidget, *names: str) -> None:
        """Press the buttons of these names, one after another."""
        for name in names:
            buttons = [each for each in window.findChildren(QAbstractButton, name) if not each.isHidden()]
            buttons[-1].click()
            self.settle()

    def type(self, window: QWidget, key: Qt.Key) -> None:
        """Press and lift *key*."""
        target = window.focusWidget() or window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
        self.settle()

    def use_keyboard(self, program: Program) -> None:
        """From here on the keyboard is in use: its ring is shown."""
        program.make_ring(self._application)

    def settle(self, seconds: float = _SETTLE_SECONDS) -> None:
        """Let what follows happen."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._application.processEvents()
            time.sleep(0.001)

    def close(self) -> None:
        """Put everything away."""
        if self._program is not None:
            self._program.window.closed.emit()
        for window in self._windows:
            window.hide()
            window.deleteLater()
        self._windows.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# --- the scenes -----------------------------------------------------------------------------------------------


def _home(stage: Stage) -> QWidget:
    return stage.open().window


def _home_by_keyboard(stage: Stage) -> QWidget:
    program = stage.open()
    stage.use_keyboard(program)
    _child(program.window, QAbstractButton, "door-deciding").setFocus(Qt.FocusReason.TabFocusReason)
    stage.type(program.window, Qt.Key.Key_Tab)
    return program.window


def _place(place: Place, stage: Stage) -> QWidget:
    return stage.open(place=place).window


def _page(page: str, stage: Stage) -> QWidget:
    return stage.open(place="page", page=page).window


def _word_help(stage: Stage) -> QWidget:
    window = stage.open(place="page", page="session-length").window
    view = _child(window, ReadingView, "reading-view")
    words = [index for index, link in enumerate(view.links) if link.kind == "word"]
    view.activate_link(words[0])
    stage.settle()
    return window


def _log(stage: Stage) -> QWidget:
    window = stage.open("open", "log").window
    stage.press(window, "effect-tingling", "severity-2", "began-during")
    return window


def _log_of_a_warning(stage: Stage) -> QWidget:
    window = stage.open("open", "log").window
    stage.press(window, "effect-fever-chills", "severity-2")
    return window


def _saved(stage: Stage) -> QWidget:
    window = _log(stage)
    stage.press(window, "save")
    return window


def _unlock(stage: Stage) -> QWidget:
    return stage.open("locked", "log").window


def _nurse(stage: Stage) -> QWidget:
    program = stage.open("open")
    diary, messages = program.diary, program.messages
    # Whatever printer this computer has is nobody's business.
    diary.print_desk = _NoPrinter(diary.summary, messages.inform, messages.warn, diary)
    diary.summary.set_paper("a4")
    program.session.go(Locator("nurse"))
    stage.settle(_TYPESET_SECONDS)
    return program.window


def _kiosk(stage: Stage) -> QWidget:
    return stage.open_kiosk()


def _kiosk_lowered(stage: Stage) -> QWidget:
    kiosk = stage.open_kiosk()
    stage.press(kiosk, "lower")
    return kiosk


def _kiosk_guide(stage: Stage) -> QWidget:
    kiosk = stage.open_kiosk()
    stage.press(kiosk, "begin")
    return kiosk


def _still_there(stage: Stage) -> QWidget:
    from tpe_guide.kiosk.lifecycle import COUNTDOWN_SECONDS
    from tpe_guide.ui.pages.kiosk_still_there import StillTherePage
    from tpe_guide.ui.theme import Theme

    page = StillTherePage(Theme(stage.look.theme, stage.look.percent), COUNTDOWN_SECONDS)
    page.show_seconds(_SECONDS_LEFT)
    stage.show(page)
    return page


def _child(window: QWidget, kind: type[_Kind], name: str) -> _Kind:
    child = window.findChild(kind, name)
    assert child is not None, name
    return child


class _NoPrinter(PrintDesk):
    def usual_printer(self) -> str:
        """None."""
        return ""


SCREENS = (
    Shot("home", lambda: _("Where are you today?"), _home),
    Shot("home-keyboard", lambda: _("The same, by keyboard"), _home_by_keyboard),
    Shot("reader", lambda: _("A page of the guide, with word help"), _word_help),
    Shot("reader-drawing", lambda: _("A page with a drawing"), partial(_page, "the-machine")),
    Shot("reader-table", lambda: _("A page with a table"), partial(_page, "side-by-side")),
    Shot("log", lambda: _("Log how you feel"), _log),
    Shot("log-warning", lambda: _("Log a warning sign"), _log_of_a_warning),
    Shot("saved", lambda: _("Saved"), _saved),
    Shot("diary-start", lambda: _("Begin a diary"), partial(_place, "log")),
    Shot("diary-unlock", lambda: _("Open a diary"), _unlock),
    Shot("nurse", lambda: _("For nurses"), _nurse),
    Shot("urgent", lambda: _("Urgent help"), partial(_place, "urgent")),
    Shot("contents", lambda: _("Contents"), partial(_place, "contents")),
    Shot("look", lambda: _("Text and colours"), partial(_place, "look")),
    Shot("keys", lambda: _("Keys"), partial(_place, "keys")),
    Shot("kiosk", lambda: _("The kiosk waits"), _kiosk, Look(KIOSK, 150)),
    Shot("kiosk-lowered", lambda: _("Its buttons lowered"), _kiosk_lowered, Look(KIOSK, 150)),
    Shot("kiosk-guide", lambda: _("The guide at a kiosk"), _kiosk_guide, Look(KIOSK, 150)),
    Shot("kiosk-still-there", lambda: _("Still there?"), _still_there, Look(KIOSK, 150)),
)
"""Every screen once."""

VARIANTS = (
    Shot("reader-dark", lambda: _("A page in dark colours"), partial(_page, "tingling"), Look(theme="dark")),
    Shot("reader-contrast", lambda: _("In high contrast at 200 %"), _word_help, Look(LAPTOP, 200, "contrast")),
    Shot("reader-400", lambda: _("At 400 %"), partial(_page, "tingling"), Look(percent=400)),
    Shot("reader-narrow", lambda: _("In a narrow window"), _word_help, Look(PHONE)),
    Shot("reader-clinic", lambda: _("On a small laptop"), _word_help, Look(CLINIC)),
    Shot("home-dark", lambda: _("Where are you today? In dark colours"), _home, Look(theme="dark")),
    Shot("home-200", lambda: _("At 200 %"), _home, Look(percent=200)),
    Shot("home-narrow", lambda: _("In a narrow window"), _home, Look(PHONE)),
    Shot("home-clinic", lambda: _("On a small laptop"), _home, Look(CLINIC)),
    Shot("log-narrow", lambda: _("Logging in a narrow window"), _log_of_a_warning, Look(PHONE)),
    Shot("nurse-clinic", lambda: _("For nurses, on a small laptop"), _nurse, Look(CLINIC)),
)
"""Some of them in other looks."""


# --- the tour -------------------------------------------------------------------------------------------------


def shots(wish: Wish) -> list[Shot]:
    """The pictures to take: every screen and the variants, or every screen once in the look wished for."""
    if wish == Wish():
        return [*SCREENS, *VARIANTS]
    return [shot._replace(look=wish.on(shot.look)) for shot in SCREENS]


def draw(
    application: QApplication, openers: Openers, out: Path, wish: Wish, language: str
) -> Iterator[tuple[Path, int]]:
    """Write the pictures and ``index.html`` into the folder *out*: each file, and how many there will be.

    Raises CannotWrite.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(out, (error.strerror or str(error)).lower()) from error
    QApplication.setCursorFlashTime(0)
    papers = list(_papers(language))
    chosen = shots(wish)
    count = len(chosen) + len(papers) + 1
    captions: list[tuple[str, str]] = []
    with _data_folders() as folder:
        for shot in chosen:
            captions.append((f"{len(captions) + 1:02}-{shot.name}.png", shot.words()))
            yield _write(out / captions[-1][0], _picture(application, openers, folder, shot)), count
    for name, words, picture in papers:
        captions.append((f"{len(captions) + 1:02}-{name}.png", words))
        yield _write(out / captions[-1][0], picture), count
    yield _write(out / "index.html", index_page(captions, language).encode()), count


def _write(path: Path, data: bytes) -> Path:
    write_whole(path, data)
    return path


def _picture(application: QApplication, openers: Openers, folder: Path, shot: Shot) -> bytes:
    stage = Stage(application, openers, folder, shot.look)
    try:
        return _png(shot.scene(stage).grab().toImage())
    finally:
        stage.close()


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _papers(language: str) -> Iterator[tuple[str, str, bytes]]:
    """The nurse's page on each paper: name, words, PNG."""
    from tpe_guide.diary import catalogue
    from tpe_guide.summary.build import build
    from tpe_guide.summary.typeset import to_png

    report = build(demo_diary(FIXED_DAY), catalogue.load(language), printed_at=NOW, language=language)
    papers: dict[Paper, str] = {"a4": _("The nurse’s page on A4"), "letter": _("The nurse’s page on US Letter")}
    for paper, words in papers.items():
        for number, page in enumerate(to_png(report, paper, PAPER_PPI), start=1):
            yield f"paper-{paper}" + (f"-{number}" if number > 1 else ""), words, page


@contextmanager
def _data_folders() -> Iterator[Path]:
    """A folder with three data folders in it: ``none`` without a diary, ``open`` and ``locked`` with one."""
    from tpe_guide.diary.store import DiaryStore

    with TemporaryDirectory(prefix="tpe-guide-tour-") as name:
        folder = Path(name)
        for kind, passcode in (("open", None), ("locked", PASSCODE)):
            with DiaryStore.create(folder / kind, passcode) as store:
                store.import_diary(demo_diary(FIXED_DAY))
        yield folder


def draw_off_screen() -> None:
    """Let Qt draw into memory, unless somebody has said where. To be called before the application is made."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
