"""Every screen, and how to come to it. A new screen joins the tour as a line in ``SCREENS``; a picture by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tpe_guide.i18n import _
from tpe_guide.navigation import HOME, Locator, ScreenId
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.ui.pictures.circuit.page import CircuitPage
from tpe_guide.ui.pictures.comparison.page import ComparisonPage
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.steps import step_screen
from tpe_guide.ui.tour.diary_shots import DIARY_SHOTS, DIARY_VARIANTS
from tpe_guide.ui.tour.eyes_rest_shots import EYES_REST_SHOTS
from tpe_guide.ui.tour.kiosk_shots import KIOSK_SHOTS
from tpe_guide.ui.tour.log_scenes import ALL_OF_IT, FOUR_EFFECTS, TWO_EFFECTS, WARNING, log, log_of_last_night, saved
from tpe_guide.ui.tour.nurse_scenes import nurse, nurse_all, nurse_files, nurse_scan, nurse_shown
from tpe_guide.ui.tour.recovery_shots import RECOVERY_SHOTS, RECOVERY_VARIANTS
from tpe_guide.ui.tour.stage import CLINIC, LAPTOP, NOW, PHONE, DiaryKind, Look, Shot, Stage, child

_REHEARSE, _PACK = Locator("rehearsal", path="coming-up"), Locator("page", "what-to-pack", path="coming-up")
_FLOWED_SECONDS = 2.0


def _home(stage: Stage) -> QWidget:
    return stage.open().window


def _home_by_keyboard(stage: Stage) -> QWidget:
    program = stage.open()
    stage.use_keyboard(program)
    child(program.window, QAbstractButton, "door-deciding").setFocus(Qt.FocusReason.TabFocusReason)
    stage.type(program.window, Qt.Key.Key_Tab)
    return program.window


def _today(kind: DiaryKind, stage: Stage, next_session: str = "") -> QWidget:
    """Today as someone finds it whose diary is open, locked, or not there."""
    program = stage.open(kind, "log" if kind == "open" else "home", next_session=next_session)
    program.session.go(HOME)
    stage.settle()
    return program.window


def _tomorrow(stage: Stage) -> QWidget:
    return _today("none", stage, next_session=(NOW.date() + dt.timedelta(days=1)).isoformat())


def _path(name: str, done: int, stage: Stage) -> QWidget:
    """A path with so many of its first steps *done*; -1: not begun."""
    program = stage.open()
    for step in program.library.walks[name].steps[: done + 1]:
        program.session.go(step_screen(program.library.walks[name], step))
        stage.settle()
    if done == len(program.library.walks[name].steps):
        stage.press(program.window, "next")
    else:
        program.session.go(Locator("path", name))
    stage.settle()
    return program.window


def _step(locator: Locator, stage: Stage) -> QWidget:
    program = stage.open()
    program.session.set_motion("still")
    for before in (Locator("rehearsal", path="coming-up"), Locator("feelings", path="coming-up"), locator):
        program.session.go(before)
    stage.settle()
    return program.window


def _place(place: ScreenId, stage: Stage) -> QWidget:
    return stage.open(place=place).window


def _odds(name: str, stage: Stage) -> QWidget:
    return stage.open(place="odds", page=name).window


def _contents(stage: Stage) -> QWidget:
    window = stage.open(place="contents").window
    stage.press(window, "chapter-feelings")
    return window


def _contents_open(stage: Stage) -> QWidget:
    window = stage.open(place="contents").window
    stage.press(window, "chapter-how-it-works")
    return window


def _my_session(stage: Stage) -> QWidget:
    program = stage.open("open")
    program.session.set_access("neck-line")
    program.unit.fill_in("unit-phone", "01632 960 123")
    state = program.diary.my_session
    state.set_day(state.today + dt.timedelta(days=3))
    program.session.go(Locator("my-session"))
    stage.settle()
    stage.press(program.window, "step-bag", "step-medicines", "step-eating")
    return program.window


def _my_session_day(stage: Stage) -> QWidget:
    window = stage.open(place="my-session").window
    stage.press(window, "change-date")
    return window


def _page(page: str, stage: Stage) -> QWidget:
    return stage.open(place="page", page=page).window


def _word_help(stage: Stage) -> QWidget:
    window = stage.open(place="page", page="swap-not-clean").window
    view = child(window, ReadingView, "reading-view")
    words = [index for index, link in enumerate(view.links) if link.kind == "word"]
    view.activate_link(words[0])
    stage.settle()
    return window


def _search(words: str, stage: Stage) -> QWidget:
    window = stage.open().window
    window.do("search")
    child(window, QLineEdit, "search-line").setText(words)
    stage.settle()
    return window


def _words(term: str, stage: Stage) -> QWidget:
    return stage.open(place="words", page=term).window


def _eased(stage: Stage) -> QWidget:
    """As someone reads it who sees half, and loses the line."""
    program = stage.open(place="page", page="tingling")
    program.session.set_look(column="left", ruler=3)
    stage.settle()
    for __ in range(3):
        stage.type(program.window, Qt.Key.Key_Down)
    return program.window


def _three_facts(stage: Stage) -> QWidget:
    window = stage.open(place="page", page="sour-taste").window
    stage.press(window, "depth-facts", "bookmark")
    return window


def _aloud(stage: Stage) -> QWidget:
    """In the middle of a page that is read aloud."""
    window = stage.open(place="page", page="swap-not-clean").window
    stage.press(window, "listen", *["aloud-on"] * 6)
    return window


def _questions(stage: Stage) -> QWidget:
    window = stage.open("open", "questions").window
    stage.press(window, "asked-0")
    return window


def _matters(stage: Stage) -> QWidget:
    window = stage.open("open", "matters").window
    stage.press(window, "pick-0", "pick-4", "ready-1-not-yet")
    return window


def _check(stage: Stage) -> QWidget:
    window = stage.open(place="check", page="session").window
    stage.press(window, "answer-1")
    return window


def _changed(stage: Stage) -> QWidget:
    """As for someone who read the guide when it said something else, which it never did: made up for the picture."""
    return stage.open("read-before", "changed").window


def _circuit(option: str, step: int, stage: Stage) -> QWidget:
    program = stage.open(place="circuit", page=option)
    page = program.window.screen_shown
    assert isinstance(page, CircuitPage)
    page.show_step(step)
    page.freeze(_FLOWED_SECONDS)
    stage.settle()
    return program.window


def _rehearsal(moment: str, practise: bool, stage: Stage) -> QWidget:
    program = stage.open()
    program.session.set_motion("still")
    program.session.go(Locator("rehearsal", moment))
    stage.settle()
    if practise:
        stage.press(program.window, "practise", "answer-0")
    return program.window


def _access(access: str, stage: Stage) -> QWidget:
    window = stage.open(place="access", page=access).window
    stage.press(window, "access-keep")
    return window


def _comparison(question: str, treatment: str, stage: Stage) -> QWidget:
    program = stage.open(place="comparison")
    page = program.window.screen_shown
    assert isinstance(page, ComparisonPage)
    page.pick("when")
    page.pick(question)
    page.open_cell(page.cell(question, treatment))
    stage.settle()
    return program.window


def _unlock(stage: Stage) -> QWidget:
    return stage.open("locked", "diary").window


def _keeping(stage: Stage) -> QWidget:
    from tpe_guide.ui.diary.keeping.newest import LastBackup

    program = stage.open("open", "keeping")
    keeping = program.diary.keeping
    keeping.finish(10)
    # When a backup was written is read from its file: of no interest to whoever compares two tours.
    keeping.last = LastBackup(program.diary.diary_session.store.entry_count, NOW)
    keeping.stated.emit()
    stage.settle()
    return program.window


def _unit(stage: Stage) -> QWidget:
    program = stage.open()
    program.unit.fill_in("unit-phone", "01632 960 123")
    program.session.go(Locator("unit"))
    stage.settle()
    return program.window


def _own_words(stage: Stage) -> QWidget:
    """A page on which a unit says something."""
    program = stage.open()
    slots = program.unit.clinic.slots
    program.unit.fill_in("schedule", slots["schedule"].example)
    program.session.go(Locator("page", "why-several-sessions"))
    stage.settle()
    return program.window


_POSED = (
    Shot("access", PICTURES["access"].title, partial(_access, "neck-line")),
    Shot("circuit", PICTURES["circuit"].title, partial(_circuit, "start", 3)),
    Shot("rehearsal", PICTURES["rehearsal"].title, partial(_rehearsal, "tingle", False)),
    Shot("odds", PICTURES["odds"].title, partial(_odds, "course")),
    Shot("odds-trial", lambda: _("A small trial, with its range"), partial(_odds, "helped")),
    Shot("comparison", PICTURES["comparison"].title, partial(_comparison, "sure", "exchange")),
)
"""Pictures of the guide while something is done with them."""


def picture_shots() -> Iterator[Shot]:
    """Each picture of the guide: as it is posed above, or else as it opens."""
    for picture in PICTURES.values():
        posed = [shot for shot in _POSED if shot.name.partition("-")[0] == picture.id]
        yield from posed or [Shot(picture.id, picture.title, partial(_place, picture.id))]


SCREENS = (
    Shot("home", lambda: _("Where are you today?"), _home),
    Shot("home-keyboard", lambda: _("The same, by keyboard"), _home_by_keyboard),
    Shot("today-tomorrow", lambda: _("A session tomorrow, as it was said"), _tomorrow),
    Shot("today-diary", lambda: _("With what the diary knows"), partial(_today, "open")),
    Shot("today-locked", lambda: _("The diary is locked"), partial(_today, "locked")),
    Shot("path", lambda: _("A path of five steps"), partial(_path, "coming-up", 1)),
    Shot("path-deciding", lambda: _("A path that is not begun"), partial(_path, "deciding", -1)),
    Shot("path-page", lambda: _("A step that is a page"), partial(_step, _PACK)),
    Shot("path-picture", lambda: _("A step that is a picture"), partial(_step, _REHEARSE)),
    Shot("path-end", lambda: _("The end of a path"), partial(_path, "coming-up", 5)),
    Shot("reader", lambda: _("A page of the guide, with word help"), _word_help),
    Shot("reader-drawing", lambda: _("A page with a drawing"), partial(_page, "the-machine")),
    Shot("reader-table", lambda: _("A page with a table"), partial(_page, "side-by-side")),
    Shot("search", lambda: _("Search"), partial(_search, "tingly")),
    Shot("search-hints", lambda: _("Search, before the first letter"), partial(_search, "")),
    Shot("search-nothing", lambda: _("Search that finds nothing"), partial(_search, "xylophone")),
    Shot("words", lambda: _("All words"), partial(_words, "calcium")),
    Shot("pictures", lambda: _("See it in pictures"), partial(_place, "pictures")),
    *picture_shots(),
    Shot("my-session", lambda: _("My session"), _my_session),
    Shot("my-session-first", lambda: _("My session, nothing filled in"), partial(_place, "my-session")),
    Shot("my-session-day", lambda: _("My session: pick the day"), _my_session_day),
    *DIARY_SHOTS,
    Shot("log", lambda: _("Log how you feel"), partial(log, TWO_EFFECTS)),
    Shot("log-start", lambda: _("Log how you feel: nothing picked yet"), partial(log, ())),
    Shot("log-several", lambda: _("Log how you feel: several effects"), partial(log, FOUR_EFFECTS)),
    Shot("log-after-midnight", lambda: _("Just after midnight"), log_of_last_night),
    Shot("log-warning", lambda: _("Log a warning sign"), partial(log, WARNING)),
    Shot("log-more", lambda: _("Log how you feel: all that can be added"), partial(log, ALL_OF_IT)),
    Shot("log-day", lambda: _("Log how you feel: for another day"), partial(log, ("another-day", "moment"))),
    Shot("saved", lambda: _("Saved"), saved),
    Shot("diary-start", lambda: _("Begin a diary"), partial(_place, "diary")),
    Shot("diary-unlock", lambda: _("Open a diary"), _unlock),
    *RECOVERY_SHOTS,
    Shot("keeping", lambda: _("Keep my diary safe"), _keeping),
    Shot("nurse", lambda: _("For nurses"), nurse),
    Shot("nurse-shown", lambda: _("For nurses: which days and parts"), nurse_shown),
    Shot("nurse-scan", lambda: _("For nurses: paper is scanned"), nurse_scan),
    Shot("nurse-files", lambda: _("For nurses: several patients"), nurse_files),
    Shot("nurse-all", lambda: _("For nurses: all of them at once"), nurse_all),
    Shot("urgent", lambda: _("Urgent help"), partial(_place, "urgent")),
    Shot("unit", lambda: _("Your unit’s details"), _unit),
    Shot("reader-unit", lambda: _("A page with a unit’s own words"), _own_words),
    Shot("contents", lambda: _("The guide"), _contents),
    Shot("contents-open", lambda: _("The guide, a chapter open"), _contents_open),
    Shot("reader-aloud", lambda: _("A page that is read aloud"), _aloud),
    Shot("reader-eased", lambda: _("A narrow column and a reading ruler"), _eased),
    Shot("reader-facts", lambda: _("On a foggy day: three facts"), _three_facts),
    *EYES_REST_SHOTS,
    Shot("questions", lambda: _("My questions"), _questions),
    Shot("matters", lambda: _("What matters to me"), _matters),
    Shot("check", lambda: _("Check yourself"), _check),
    Shot("changed", lambda: _("What has changed since it was read"), _changed),
    Shot("look", lambda: _("Text and colours"), partial(_place, "look")),
    Shot("dots", lambda: _("Tap the dots"), partial(_place, "dots")),
    Shot("keys", lambda: _("Keys"), partial(_place, "keys")),
    Shot("helps", lambda: _("How this app helps you"), partial(_place, "helps")),
    *KIOSK_SHOTS,
)
"""Every screen once."""

_LARGE = Look(LAPTOP, 200, "contrast")
VARIANTS = (
    Shot("reader-dark", lambda: _("A page in dark colours"), partial(_page, "tingling"), Look(theme="dark")),
    Shot("reader-contrast", lambda: _("In high contrast at 200 %"), _word_help, _LARGE),
    Shot("reader-400", lambda: _("At 400 %"), partial(_page, "tingling"), Look(percent=400)),
    Shot("reader-narrow", lambda: _("In a narrow window"), _word_help, Look(PHONE)),
    Shot("reader-clinic", lambda: _("On a small laptop"), _word_help, Look(CLINIC)),
    Shot("search-narrow", lambda: _("Search in a narrow window"), partial(_search, "plex"), Look(PHONE)),
    Shot("words-contrast", lambda: _("Words in high contrast at 200 %"), partial(_words, "calcium"), _LARGE),
    Shot("home-dark", lambda: _("Where are you today? In dark colours"), _home, Look(theme="dark")),
    Shot("home-200", lambda: _("At 200 %"), _home, Look(percent=200)),
    Shot("home-narrow", lambda: _("In a narrow window"), _home, Look(PHONE)),
    Shot("home-clinic", lambda: _("On a small laptop"), _home, Look(CLINIC)),
    Shot("today-narrow", lambda: _("With a card, narrow"), _tomorrow, Look(PHONE)),
    Shot("today-200", lambda: _("With a card, at 200 %"), _tomorrow, Look(percent=200)),
    Shot("path-contrast", lambda: _("A path in high contrast"), partial(_path, "coming-up", 2), Look(theme="contrast")),
    Shot("path-narrow", lambda: _("A path in a narrow window"), partial(_path, "coming-up", 1), Look(PHONE)),
    Shot("path-page-narrow", lambda: _("A step in a narrow window"), partial(_step, _PACK), Look(PHONE)),
    Shot("path-page-dark", lambda: _("A step in dark colours"), partial(_step, _PACK), Look(CLINIC, theme="dark")),
    Shot("practise", lambda: _("Practise what to say"), partial(_rehearsal, "tingle", True), Look(theme="dark")),
    Shot("access-first", lambda: _("Which one do you have?"), partial(_place, "access"), Look(theme="dark")),
    Shot("access-contrast", lambda: _("A line in the groin"), partial(_access, "groin-line"), Look(theme="contrast")),
    Shot("access-narrow", lambda: _("Needles, narrow"), partial(_access, "arm-veins"), Look(PHONE)),
    Shot("circuit-dark", lambda: _("Through a filter"), partial(_circuit, "filter", 4), Look(theme="dark")),
    Shot("circuit-contrast", lambda: _("By a line"), partial(_circuit, "line", 1), Look(theme="contrast")),
    Shot("circuit-clinic", lambda: _("By one needle"), partial(_circuit, "one-needle", 6), Look(CLINIC)),
    Shot("odds-dark", lambda: _("How often, of a thousand"), partial(_odds, "treatments"), Look(theme="dark")),
    Shot("odds-contrast", lambda: _("The second trial"), partial(_odds, "recovered"), Look(CLINIC, theme="contrast")),
    Shot("circuit-narrow", lambda: _("The machine, narrow"), partial(_circuit, "start", 2), Look(PHONE)),
    Shot("feelings-contrast", lambda: _("What you may feel, at 200 %"), partial(_place, "feelings"), _LARGE),
    Shot("feelings-narrow", lambda: _("What you may feel, narrow"), partial(_place, "feelings"), Look(PHONE)),
    Shot("comparison-dark", lambda: _("Options, dark"), partial(_comparison, "feel", "waiting"), Look(theme="dark")),
    Shot("comparison-narrow", lambda: _("One question at a time"), partial(_comparison, "get", "waiting"), Look(PHONE)),
    *DIARY_VARIANTS,
    *RECOVERY_VARIANTS,
    Shot("log-narrow", lambda: _("Logging in a narrow window"), partial(log, WARNING), Look(PHONE)),
    Shot("nurse-clinic", lambda: _("For nurses, on a small laptop"), nurse, Look(CLINIC)),
)
"""Some of them in other looks."""
