"""One walk over all screens for every text size, in every colour and direction: all is inside and no word is cut.

A test opens the guide once and walks the screens. Each is made in one size of the window and then resized through the
others, as by somebody who pulls at a corner. Which size comes first differs from one text size and one theme to the
next, so that each screen is also made anew in each size.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QScrollArea,
)

from tests.ui.diaries import TODAY
from tests.ui.programs import OpenProgram
from tests.ui.stops import (
    ALL_OF_THE_PICTURES,
    DIARY,
    LEAST,
    NARROW,
    OTHERS,
    PICTURES,
    UNASKED,
    Stop,
    a_ward,
    at,
    come_to_all_words,
    seen_in,
    settle,
)
from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary, finished_diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.settings import TEXT_PERCENTS, THEMES, Settings
from tpe_guide.ui.pictures.odds.array_view import ArrayView

FINGER = 48
"""px: the least height and width of what is pressed."""
CORNER = "QAbstractButton qt_tableview_cornerbutton"
"""Qt has it in each table; here it does nothing, and nobody sees it."""


def faults(program: Program) -> Iterator[str]:
    """What has no room in the window as it is shown now."""
    window = program.window
    for widget in seen_in(window):
        name = f"{type(widget).__name__} {widget.objectName()}".strip()
        left = widget.mapTo(window, QPoint()).x()
        if left < 0 or left + widget.width() > window.width():
            yield f"{name} reaches from {left} to {left + widget.width()}"
        match widget:
            case QLabel():
                yield from faults_of_words(widget)
            case QAbstractButton():
                if not (widget.accessibleName() or widget.text()):
                    yield f"{name} has no name"
                if min(widget.width(), widget.height()) < FINGER and name != CORNER:
                    yield f"{name} is {widget.width()} × {widget.height()} px"
            case QLineEdit() if not widget.parentWidget().rect().contains(widget.geometry()):
                yield f"{name} is cut"
            case QScrollArea() if widget.widget().width() != widget.viewport().width():
                yield f"{name} holds {widget.widget().width()} px in {widget.viewport().width()}"
            case QAbstractScrollArea() if widget.horizontalScrollBar().maximum():
                yield f"{name} scrolls sideways"
            case ArrayView():
                corners = (widget.square(index).toRect() for index in (0, widget.array.of - 1))  # no other is beyond
                if not all(map(widget.rect().contains, corners)):
                    yield f"{name} cuts its marks"


def faults_of_words(label: QLabel) -> Iterator[str]:
    if label.hasHeightForWidth() and label.heightForWidth(label.width()) > label.height():
        yield f"“{label.text()}” is {label.height()} px high and needs {label.heightForWidth(label.width())}"
    if label.minimumSizeHint().width() > label.width():
        yield f"“{label.text()}” is {label.width()} px wide and needs {label.minimumSizeHint().width()}"


def walk(program: Program, stops: Iterable[Stop], first: int = 0) -> list[str]:
    """Come to each stop in its size number *first*, and see it in each: what does not fit, and where."""
    found = []
    for stop in stops:
        sizes = stop.sizes[first % len(stop.sizes) :] + stop.sizes[: first % len(stop.sizes)]
        program.window.resize(*sizes[0])
        stop.come(program)
        for size in sizes:
            program.window.resize(*size)
            for view in stop.views(program):
                settle()
                assert program.window.size().toTuple() == size, stop.name
                where = " ".join(filter(None, (stop.name, view)))
                found += [f"{where} in {size[0]} × {size[1]}: {fault}" for fault in faults(program)]
    return found


def lengths(program: Program, stop: Stop) -> Iterator[tuple[str, str, QRect]]:
    """Of all that is seen there in a narrow window."""
    program.window.resize(*NARROW)
    stop.come(program)
    for view in stop.views(program):
        settle()
        for widget in seen_in(program.window):
            yield f"{stop.name} {view}", f"{type(widget).__name__} {widget.objectName()}", widget.geometry()


def first_size(percent: int, theme: str) -> int:
    """Another one for each text size and each theme beside one another."""
    return TEXT_PERCENTS.index(percent) + THEMES.index(theme)


@pytest.mark.parametrize(
    ("theme", "percent"),
    [
        ("light", 100),
        # Its lines are wider than those of light, and by the same at each size.
        ("contrast", 400),
        *(pytest.param("light", percent, marks=pytest.mark.slow) for percent in (125, 150, 175, 200, 300, 400)),
        *(pytest.param("contrast", percent, marks=pytest.mark.slow) for percent in (100, 125, 150, 175, 200, 300)),
    ],
)
def test_pictures_fit(open_program: OpenProgram, theme: str, percent: int) -> None:
    chosen = Settings(text_percent=percent, theme=theme, motion="still", access="arm-veins")
    found = walk(open_program(chosen=chosen), PICTURES, first_size(percent, theme))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [pytest.param(100, marks=pytest.mark.slow), 400])
def test_dark_has_the_lengths_of_light(open_program: OpenProgram, percent: int) -> None:
    """What fits there fits here."""
    light, dark = (
        open_program(chosen=Settings(text_percent=percent, theme=theme, motion="still", access="arm-veins"))
        for theme in ("light", "dark")
    )
    for stop in PICTURES:
        assert [*lengths(dark, stop)] == [*lengths(light, stop)]


@pytest.mark.parametrize("percent", [*(pytest.param(each, marks=pytest.mark.slow) for each in (100, 200)), 400])
@pytest.mark.parametrize(
    ("direction", "stops"),
    [(Qt.LayoutDirection.LeftToRight, UNASKED), (Qt.LayoutDirection.RightToLeft, UNASKED + PICTURES)],
    ids=["left to right", "right to left"],
)
def test_pictures_fit_for_whoever_said_nothing_yet(
    open_program: OpenProgram, percent: int, direction: Qt.LayoutDirection, stops: list[Stop]
) -> None:
    program = open_program(chosen=Settings(text_percent=percent, motion="still"))
    program.window.setLayoutDirection(direction)
    found = walk(program, stops, first_size(percent, "light"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [125, 200, 400])
def test_whatever_pictures_show_fits_in_the_least_window(open_program: OpenProgram, percent: int) -> None:
    program = open_program(chosen=Settings(text_percent=percent, motion="still"))
    found = walk(program, ALL_OF_THE_PICTURES)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, pytest.param(200, marks=pytest.mark.slow), 400])
def test_other_screens_fit(open_program: OpenProgram, percent: int) -> None:
    program = open_program(chosen=Settings(text_percent=percent, motion="still"))
    found = walk(program, OTHERS, first_size(percent, "light"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("percent", "column"), [(100, "left"), (200, "middle"), (400, "right")])
def test_a_narrow_column_fits(open_program: OpenProgram, percent: int, column: str) -> None:
    program = open_program(chosen=Settings(text_percent=percent, motion="still", column=column, ruler=3))
    stops = [at("page", "session-length"), at("urgent"), Stop("words", come_to_all_words)]
    found = walk(program, stops, first_size(percent, "light"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("percent", "direction"),
    [
        (100, Qt.LayoutDirection.LeftToRight),
        (200, Qt.LayoutDirection.RightToLeft),
        (400, Qt.LayoutDirection.LeftToRight),
    ],
)
def test_the_files_of_a_ward_fit(open_program: OpenProgram, percent: int, direction: Qt.LayoutDirection) -> None:
    program = open_program(chosen=Settings(text_percent=percent, motion="still"))
    program.window.setLayoutDirection(direction)
    found = walk(program, [at("nurse", sizes=[LEAST, NARROW, (1366, 728)], views=a_ward)])
    assert not found, "\n".join(found)


def put_diary(folder: Path, number: int) -> None:
    """A course that goes on, or one that is done, with a day that contradicts its number; an entry that was changed."""
    diary = demo_diary(TODAY) if number % 2 else finished_diary(TODAY)
    late = replace(diary.sessions[0], day=TODAY)
    with DiaryStore.create(folder, None) as store:
        store.import_diary(replace(diary, sessions=(late, *diary.sessions[1:])), "demo")
        night = store.glance().entry("s3-evening")
        assert night is not None
        at = dt.datetime(2026, 5, 14, 9, tzinfo=dt.UTC)
        store.change_entry(replace(night, note="I shook for an hour. " * 9), at)
        store.change_entry(night, at)


@pytest.mark.parametrize(
    ("theme", "percent"),
    [
        ("light", 100),
        ("contrast", 400),
        *(pytest.param("light", percent, marks=pytest.mark.slow) for percent in (200, 300, 400)),
        pytest.param("contrast", 100, marks=pytest.mark.slow),
    ],
)
def test_the_diary_fits(open_program: OpenProgram, data_dir: Path, theme: str, percent: int) -> None:
    put_diary(data_dir, first_size(percent, theme))
    program = open_program(chosen=Settings(text_percent=percent, theme=theme, motion="still"))
    found = walk(program, DIARY, first_size(percent, theme))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("theme", "percent"), [("light", 100), ("contrast", 400)])
def test_a_second_course_fits(open_program: OpenProgram, data_dir: Path, theme: str, percent: int) -> None:
    first = finished_diary(TODAY)
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(replace(first, course=replace(first.course, id="first")), "demo")
        store.bin_entry("s2-evening", dt.datetime(2026, 5, 14, 9, tzinfo=dt.UTC))
        store.begin_course()
    program = open_program(chosen=Settings(text_percent=percent, theme=theme, motion="still"))
    found = walk(program, [at("diary"), at("earlier", "first"), at("entry", "s3-evening")])
    assert not found, "\n".join(found)


def test_a_course_of_long_ago_fits(open_program: OpenProgram, data_dir: Path) -> None:
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(demo_diary(TODAY - dt.timedelta(days=60)), "demo")
    program = open_program(chosen=Settings(text_percent=400, motion="still"))
    found = walk(program, [at("diary")])
    assert not found, "\n".join(found)


def test_the_diary_fits_from_right_to_left(open_program: OpenProgram, data_dir: Path) -> None:
    put_diary(data_dir, 0)
    program = open_program(chosen=Settings(text_percent=200, motion="still"))
    program.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    found = walk(program, DIARY)
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_other_screens_fit_from_right_to_left(open_program: OpenProgram) -> None:
    program = open_program(chosen=Settings(text_percent=200, motion="still"))
    program.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    found = walk(program, OTHERS)
    assert not found, "\n".join(found)
