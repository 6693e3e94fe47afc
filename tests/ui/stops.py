"""Every screen that a walk comes to, and what is to be seen there, one after the other.

``test_fit`` looks whether all of it has room, ``test_walk_keys`` goes through it by keys, ``test_walk_contrast``
measures its colours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.ui.diaries import TODAY
from tests.ui.nurse.test_scan import squares
from tests.ui.programs import find, go, looked_at, press
from tests.ui.touch.hands import STEADY, tap_all
from tpe_guide.app import Program
from tpe_guide.diary import exchange
from tpe_guide.diary.demo import demo_diary
from tpe_guide.errors import DiaryDamaged
from tpe_guide.navigation import ScreenId
from tpe_guide.ui.diary.keeping.errands import Offer
from tpe_guide.ui.diary.keeping.newest import LastBackup
from tpe_guide.ui.diary.recovery.steps import leave_sheet, take_key, use_sheet
from tpe_guide.ui.diary.type_back.page import TypeBackPage
from tpe_guide.ui.guide.words import WordsPage
from tpe_guide.ui.kit.rebuild import bring_into_view
from tpe_guide.ui.kit.scrolling import main_area
from tpe_guide.ui.nurse.made_pages import Made
from tpe_guide.ui.pictures.comparison.page import ComparisonPage
from tpe_guide.ui.pictures.feelings.page import FeelingsPage
from tpe_guide.ui.pictures.odds.page import OddsPage
from tpe_guide.ui.settings.dot_field import DotField
from tpe_guide.vocabulary.terms import ACCESSES_SAID

Size = tuple[int, int]
LEAST: Size = (360, 600)
NARROW: Size = (480, 800)
WIDE: list[Size] = [(1024, 700), (1440, 900)]
"""A laptop's, and as designed."""
USUAL = [NARROW, *WIDE]
ALL = [*USUAL, LEAST]
COUNTED = ("course", "both", "treatments", "first", "then", "serious", "tingling", "helped", "recovered")
MOMENTS = ("arrive", "join", "start", "tingle", "check", "half", "done", "out", "home")


def as_it_comes(program: Program) -> Iterator[str]:
    yield ""


class Stop(NamedTuple):
    """A screen of the walk: how to come to it, in which sizes, and what is to be seen there, one after the other."""

    name: str
    come: Callable[[Program], None]
    sizes: list[Size] = ALL
    views: Callable[[Program], Iterator[str]] = as_it_comes


def at(
    place: ScreenId, page: str = "", sizes: list[Size] = ALL, views: Callable[[Program], Iterator[str]] = as_it_comes
) -> Stop:
    return Stop(f"{place} {page}".strip(), partial(go, place=place, page=page), sizes, views)


def all_that_is_counted(program: Program) -> Iterator[str]:
    page = program.window.screen_shown
    assert isinstance(page, OddsPage)
    for name in COUNTED:
        page.show_picture(name)
        yield name
    for name in ("odds-who", "odds-where", "odds-how"):
        find(program, name).click()
        yield f"with {name} open"
    find(program, "odds-how").click()


def sources(program: Program) -> Iterator[str]:
    """Those of one answer, over the table or in its card; then what is said to an option that must wait."""
    page = program.window.screen_shown
    assert isinstance(page, ComparisonPage)
    for option in ("steroids", "waiting"):
        if page.opened != page.cell("sure", option):
            page.open_cell(page.cell("sure", option))
        yield f"with sources of {option}"
    page.press_option("ivig")
    yield "with what is refused"


def compare(program: Program) -> None:
    """A question is picked, and all that folds is unfolded."""
    go(program, "comparison", "sure")
    page = program.window.screen_shown
    assert isinstance(page, ComparisonPage)
    page.pick("sure")
    find(program, "unfold-matters").click()
    if not page.is_table:
        find(program, "change-options").click()


def what_must_not_wait(program: Program) -> Iterator[str]:
    """It is seen at once, whole, and no scrolling takes it away."""
    yield ""
    page = program.window.screen_shown
    assert isinstance(page, FeelingsPage)
    at_once = find(program, "at-once", QWidget)
    assert at_once.isVisible()
    assert program.window.rect().contains(QRect(at_once.mapTo(program.window, QPoint()), at_once.size()))
    assert not page.area.widget().isAncestorOf(at_once)
    words = at_once.findChildren(QLabel)
    assert [label.text() for label in words] == ["Chest pain, or hard to breathe?", "Say so at once. Do not wait."]
    assert all(at_once.rect().contains(label.geometry()) for label in words)


def practising(program: Program) -> Iterator[str]:
    press(program, "practise")
    for answer in ("answer-0", "answer-1", "answer-2"):
        press(program, answer)
        yield answer


def picking_and_adding(program: Program) -> Iterator[str]:
    """With a day to pick, a row to add, and something to undo."""
    yield ""
    press(program, "change-date")
    yield "a day to pick"
    press(program, "day-close")
    press(program, "add-step")
    find(program, "step-bag").click()
    find(program, "clear-ticks").click()
    yield "a row to add"
    press(program, "add-nothing")


def adding_a_number(program: Program) -> Iterator[str]:
    """Of the unit: missed, written in wrongly, and there."""
    yield ""
    find(program, "add-unit-phone").click()
    line = find(program, "unit-phone", QLineEdit)
    for words, view in (("call us", "no number"), ("01632 960 123", "a number")):
        line.setText(words)
        find(program, "save-unit-phone").click()
        yield view
    program.unit.fill_in("unit-phone", "")


def a_ward(program: Program) -> Iterator[str]:
    """Files that open and files that do not, of long names too, and all of them at once."""
    summary = program.diary.summary
    folder = program.diary._folder.with_name("ward")
    folder.mkdir(exist_ok=True)
    diary = demo_diary(TODAY)
    data = exchange.dumps(diary, exported_at=diary.entries[0].recorded_at, app="")
    names = ("bed-2", "bed-4", "the-diary-of-the-third-bed-from-the-window-in-the-long-corridor", "bed-7", "bed-9", "z")
    for name in names:
        (folder / f"{name}.tpediary.json").write_bytes(data if name != "bed-4" else data[:300])
    summary.open_files([folder])
    looked_at(program)
    yield "nothing chosen"
    for name in names[1:3]:
        summary.show_file(folder / f"{name}.tpediary.json")
        looked_at(program)
        for sheet in program.window.findChildren(QWidget, "preview"):
            sheet.hide()  # it is larger than the window at larger text, and is panned
        yield name
    find(program, "all-files").click()
    yield "all of them"
    for state in ("running", "done"):
        summary.all.stage, summary.all.sources, summary.all.target = state, summary.files.opening, "WARD-3"
        summary.all.made = [Made(path, "job 7") for path in summary.files.opening[1:]]
        summary.all.made.append(Made(summary.files.opening[0], why="It cannot be read here."))
        summary.all.changed.emit()
        yield state
    find(program, "all-back").click()
    summary.forget_files()


def choosing_what_is_shown(program: Program) -> Iterator[str]:
    yield ""
    find(program, "source-example").click()
    find(program, "choose-shown").click()
    find(program, "days-some").click()
    find(program, "preview", QWidget).hide()  # a sheet is larger than the window at larger text, and is panned
    yield "days and parts"
    find(program, "day-from").click()
    yield "a month"
    find(program, "shown-done").click()
    yield from scanning(program)
    find(program, "source-diary").click()


def scanning(program: Program) -> Iterator[str]:
    find(program, "source-scan").click()
    yield "nothing scanned"
    found = squares(demo_diary(TODAY))
    program.diary.summary.type_scan(f"{found[0]}\n4006381333931\n")
    yield "something wrong with a scan"
    program.diary.summary.type_scan("\n".join([*found, found[0], ""]))
    find(program, "preview", QWidget).hide()
    yield "all squares read"


def come_to_all_words(program: Program) -> None:
    go(program, "words")
    page = program.window.screen_shown
    assert isinstance(page, WordsPage)
    page.build_rest()


def look_for(words: str, program: Program) -> None:
    program.window.do("search")
    find(program, "search-line", QLineEdit).setText(words)


def come_home(program: Program) -> None:
    """From elsewhere, so that it is made anew."""
    go(program, "urgent")
    go(program, "home")


def come_to_keep(program: Program) -> None:
    """With a diary that has a passcode, as far as the screen knows."""
    if program.diary.diary_session.state == "none":
        program.diary.diary_session.create()
        program.diary.diary_session.guarded = True
    program.diary.keeping.clear()
    go(program, "home")
    go(program, "keeping")


def what_is_asked_and_told(program: Program) -> Iterator[str]:
    yield ""
    keeping = program.diary.keeping
    keeping.finish(10)
    for asked in ("passcode", "remove"):
        keeping.ask(asked)
        yield f"{asked} asked"
    path = f"/home/somebody/{'a-very-long-name' * 8}.tpebackup"
    lines = ("Would come back: 12 entries, 3 sessions.", f"All that was there before is kept in {path}.")
    keeping.make_offer(Offer("Put this backup back?", lines, "Put it back", keeping.dismiss))
    yield "an offer"
    keeping.clear()
    keeping.locked_backup = Path(path)
    keeping.changed.emit()
    yield "a passcode of its own"
    keeping.tell("No backup was made", path, is_problem=True)
    yield "a problem"
    yield from the_recovery_sheet(program)
    keeping.dismiss()


def the_recovery_sheet(program: Program) -> Iterator[str]:
    state = program.diary.recovery
    program.diary.keeping.offer_sheet("Your diary has a passcode now. Copies that you keep elsewhere still open.")
    yield "the sheet"
    state.try_it()
    press(program, "sheet-check")
    yield "the try, each word missing"
    state.ask_for_all()
    press(program, "sheet-check")
    yield "all words missing"
    state.works = True
    state.changed.emit()
    yield "the sheet works"
    program.diary.diary_session.offers_sheet = True
    state.begin()
    go(program, "diary")
    yield "the sheet, where a diary began"
    program.diary.diary_session.go_on()
    go(program, "keeping")


def come_to_what_is_damaged(program: Program) -> None:
    session = program.diary.diary_session
    session.let_go()
    session._bar = DiaryDamaged(Path("/home/somebody/diary.db"), "some of it was changed or lost on the disk")
    program.diary.keeping.clear()
    go(program, "home")
    go(program, "log")


def ways_back(program: Program) -> Iterator[str]:
    yield ""
    keeping = program.diary.keeping
    keeping.finish(10)
    keeping.last = LastBackup(42, datetime(2026, 5, 12, 10, 12, tzinfo=UTC))
    keeping.stated.emit()
    yield "a backup"
    keeping.rescue()
    keeping.finish(10)
    yield "what can be read"
    keeping.dismiss()


def words_and_a_passcode(program: Program) -> Iterator[str]:
    session = program.diary.diary_session
    use_sheet(session)
    yield ""
    find(program, "sheet-words", QPlainTextEdit).setPlainText("abandon ability zebra " * 8)
    press(program, "sheet-go-on")
    yield "all words typed"
    take_key(session, bytes(32))
    yield "a new passcode"
    leave_sheet(session)


PICTURES = [
    Stop("comparison sure", compare, views=sources),
    at("access", "unknown"),
    at("circuit"),
    at("rehearsal"),
    at("feelings", views=what_must_not_wait),
    at("odds", views=all_that_is_counted),
    at("comparison"),
]
UNASKED = [at("access")]
"""As it is seen by whoever did not say yet what they have."""
ALL_OF_THE_PICTURES = [
    *(at("access", access, [LEAST]) for access in ACCESSES_SAID),
    *(at("rehearsal", moment, [LEAST]) for moment in MOMENTS),
    at("rehearsal", "tingle", [LEAST], practising),
]


def removing(program: Program) -> Iterator[str]:
    """With what was removed, and the way back."""
    yield ""
    state = program.diary.overview
    entry = state.diary_session.store.glance().newest(1)[0]
    third = state.diary_session.store.sessions()[2]
    state.forms.form("s3", replace(third, state="missed"), third)
    state.remove(entry, "The entry of Friday 8 May about session 3 was removed from your diary.")
    come_home(program)
    go(program, "diary")
    yield "something removed, and a session half filled in"
    press(program, "undo")
    state.forms.forget("s3")


def opening_what_it_said_before(program: Program) -> Iterator[str]:
    yield ""
    press(program, "show-formers")
    yield "what it said before"
    press(program, "show-formers")


def picking_a_day(program: Program) -> Iterator[str]:
    yield ""
    press(program, "another-day")
    yield "another day"
    press(program, "day-close")


def typing_back(program: Program) -> Iterator[str]:
    """Each kind of row, what one does not take, and what a warning sign needs."""
    page = program.window.screen_shown
    assert isinstance(page, TypeBackPage)
    for view, code, digits in (
        ("a number", "01", ""),
        ("what cannot be", "02", "3102"),
        ("a session to add", "02", "0101"),
        ("a level that is none", "11", "4"),
        ("told", "12", "2"),
        ("a warning sign", "31", "2"),
        ("how it went", "61", ""),
        ("words", "07", ""),
    ):
        page._after(page._sheet.jump(code))
        for digit in digits:
            page._after(page._sheet.press(digit))
        yield view


def planning_by_days(program: Program) -> Iterator[str]:
    yield ""
    press(program, "another-day")
    yield "another day"
    press(program, "day-close")
    press(program, "rhythm-chosen")
    press(program, f"day-{TODAY + dt.timedelta(days=1)}")
    yield "each day picked"
    press(program, f"day-{TODAY + dt.timedelta(days=1)}")
    press(program, "rhythm-other-day")


def tapping_dots(program: Program) -> Iterator[str]:
    yield ""
    field, area = find(program, "dots", DotField), main_area(program.window)
    if isinstance(area, QScrollArea):  # a walk that scrolls may have left it out of sight
        bring_into_view(area, field, 0)
    tap_all(field, STEADY)
    yield "what was found"
    press(program, "dots-again")


DIARY = [
    at("diary", views=removing),
    at("entry", "s3-evening", views=opening_what_it_said_before),
    at("exchange", "s3", views=picking_a_day),
    at("exchange", "new"),
    at("type-back", views=typing_back),
    at("type-back", "look-over"),
    at("plan", views=planning_by_days),
]
OTHERS = [
    *(Stop("home", come_home, [size]) for size in ALL),
    at("page", "session-length"),
    at("contents"),
    at("urgent", views=adding_a_number),
    at("look"),
    at("dots", views=tapping_dots),
    at("first-start"),
    at("keys"),
    at("helps"),
    at("unit"),
    Stop("words", come_to_all_words),
    at("pictures"),
    at("changed"),
    at("check", "session"),
    at("my-session", views=picking_and_adding),
    at("questions"),
    at("matters"),
    at("log"),
    at("nurse", views=choosing_what_is_shown),
    *(Stop(f"search {words}".strip(), partial(look_for, words)) for words in ("plex", "qqqqwx", "")),
    at("keeping"),
    Stop("keeping a diary", come_to_keep, views=what_is_asked_and_told),
    Stop("a damaged diary", come_to_what_is_damaged, views=ways_back),
    Stop("a diary by its sheet", come_to_what_is_damaged, views=words_and_a_passcode),
]


def seen_in(parent: QWidget) -> Iterator[QWidget]:
    """All that is shown inside *parent*. Screens that one came from are kept hidden: nothing in them is asked."""
    for child in parent.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from seen_in(child)


def forget_the_last_screen() -> None:
    """The event loop of the app would delete it now; in a test, whoever looks for a control would look there too."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settle() -> None:
    """Labels find their width and height one layout after the other."""
    for __ in range(10):
        QCoreApplication.processEvents()
