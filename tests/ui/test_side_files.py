"""Whatever lies in the data folder, the guide and Urgent help open, and what could not be read is said."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.mutated import mutated
from tests.ui.diaries import put_demo_diary
from tests.ui.programs import OpenProgram, go, key, press
from tpe_guide import settings
from tpe_guide.app import SETTINGS_FILE, Program
from tpe_guide.clinic_pack.clinic import KEPT_OWN
from tpe_guide.diary.folder import KEY, LOCK, STORE
from tpe_guide.guide.clinic_file import FILE as CLINIC_FILE
from tpe_guide.guide.clinic_file import Details, encoded
from tpe_guide.guide.library import Library
from tpe_guide.guide.read_pages import ReadPages
from tpe_guide.ui.guide.reading_state import READ_PAGES_FILE
from tpe_guide.ui.shell.banner import Banner
from tpe_guide.ui.today.today import TodayPage
from tpe_guide.ui.unit.urgent import UrgentPage

A_DAY = dt.date(2026, 5, 3)
FILES = (SETTINGS_FILE, READ_PAGES_FILE, CLINIC_FILE, KEPT_OWN)


def said(program: Program) -> str:
    for _time in range(2):
        QApplication.processEvents()
    return " ".join(each.accessibleName() for each in program.window.findChildren(Banner) if each.isVisible())


def opens_with_all_it_has(program: Program) -> None:
    assert isinstance(program.window.screen_shown, TodayPage)
    program.unit.settle()
    key(program, "F9")
    assert isinstance(program.window.screen_shown, UrgentPage)
    go(program, "page", "tingling")
    program.session.bigger()
    program.session.save_now()
    program.reading.mark_read("tingling")
    program.reading.save_now()
    program.unit.fill_in("unit-phone", "01632 960 123")
    program.session.back()
    go(program, "home")


def deep(path: Path) -> None:
    path.write_bytes(b"[" * 100_000)


def null(path: Path) -> None:
    path.write_bytes(b"null")


def odd_version(path: Path) -> None:
    path.write_text('{"version": "x", "known": [], "pages": {}, "format": "tpe-guide-clinic", "details": {}}')


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.symlink_to(path)


THINGS = (deep, null, odd_version, folder, *((pipe, loop) if os.name != "nt" else ()))


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("name", FILES)
def test_a_spoilt_side_file_takes_nothing_down(
    open_program: OpenProgram, data_dir: Path, name: str, thing: Callable[[Path], None]
) -> None:
    data_dir.mkdir()
    thing(data_dir / name)
    opens_with_all_it_has(open_program())


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("name", [STORE, KEY, LOCK])
def test_a_spoilt_diary_takes_no_more_down_than_the_diary(
    open_program: OpenProgram, data_dir: Path, name: str, thing: Callable[[Path], None]
) -> None:
    put_demo_diary(data_dir)
    (data_dir / name).unlink(missing_ok=True)
    thing(data_dir / name)
    program = open_program()
    for place in ("log", "questions", "nurse", "home"):
        go(program, place)
    key(program, "F9")
    assert isinstance(program.window.screen_shown, UrgentPage)


@pytest.mark.parametrize("name", [SETTINGS_FILE, READ_PAGES_FILE])
def test_what_was_set_aside_is_said(open_program: OpenProgram, data_dir: Path, name: str) -> None:
    data_dir.mkdir()
    deep(data_dir / name)
    program = open_program()
    assert said(program) == (
        f"{data_dir / name} could not be read. It is kept as {name}.damaged; the guide goes on without it."
    )
    assert (data_dir / f"{name}.damaged").exists()


def test_all_that_was_set_aside_is_said_one_after_the_other(open_program: OpenProgram, data_dir: Path) -> None:
    data_dir.mkdir()
    for name in (SETTINGS_FILE, READ_PAGES_FILE, CLINIC_FILE):
        deep(data_dir / name)
    program = open_program()
    program.unit.settle()
    told = []
    while sentence := said(program):
        told.append(sentence)
        press(program, "banner-close")
    assert len(told) == 3
    for name in (SETTINGS_FILE, READ_PAGES_FILE, CLINIC_FILE):
        assert [sentence for sentence in told if str(data_dir / name) in sentence], name


def test_choices_that_cannot_be_read_are_said(open_program: OpenProgram, data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / SETTINGS_FILE).write_text('{"theme": 7, "paces": "fast", "text_percent": 200}')
    program = open_program()
    assert program.session.theme.percent == 200
    assert said(program).startswith("Some of your choices could not be read and are as at the start.")
    press(program, "banner-close")
    program.session.save_now()
    assert said(open_program()) == ""


def test_a_place_far_beyond_a_page_is_its_end(open_program: OpenProgram, data_dir: Path) -> None:
    choices = settings.Settings(last_page="tingling", last_place="minute.3+99999999999999999999")
    settings.save(data_dir / SETTINGS_FILE, choices)
    program = open_program(page="tingling")
    program.session.go(program.session.locator._replace(spot=choices.last_place))
    opens_with_all_it_has(open_program())


@pytest.mark.parametrize("thing", ["a file", "no permission"])
def test_a_data_folder_that_is_none_keeps_nothing_and_says_so(
    open_program: OpenProgram, data_dir: Path, thing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if thing == "a file":
        data_dir.write_text("in the way")
    else:
        data_dir.mkdir()
        _deny(data_dir, monkeypatch)
    program = open_program()
    sentences: list[str] = []
    program.messages.said.connect(lambda sentence, _icon: sentences.append(sentence))
    opens_with_all_it_has(program)
    assert str(data_dir) in said(program)
    unkept = [sentence for sentence in sentences if "cannot be written" in sentence]
    assert len(unkept) == 2, "what was read and chosen, once; and what the person has just written in, at once"
    if thing == "a file":
        assert data_dir.read_text() == "in the way"


def _deny(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may look into *folder*. Permission bits would not stop an administrator who runs the tests."""

    def guarded(real: Callable[..., object]) -> Callable[..., object]:
        def call(path: object, *arguments: object, **options: object) -> object:
            if isinstance(path, str | os.PathLike) and folder in Path(path).parents:
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *arguments, **options)

        return call

    for name in ("stat", "lstat", "open", "mkdir", "replace", "scandir"):
        monkeypatch.setattr(os, name, guarded(getattr(os, name)))


# Mutated data folders, under the whole program


def good_folder(data_dir: Path) -> dict[str, bytes]:
    library = Library.load()
    choices = settings.Settings(150, "dark", last_page="tingling", last_place="minute.3+57", paces=(120, 90))
    bookmarks = tuple(library.order[:3])
    settings.save(data_dir / SETTINGS_FILE, choices._replace(bookmarks=bookmarks, read_pages=bookmarks))
    read = ReadPages(data_dir / READ_PAGES_FILE)
    for page in library.order[:2]:
        read.keep(library, page, A_DAY)
    read.save()
    for name in (CLINIC_FILE, KEPT_OWN):
        (data_dir / name).write_bytes(encoded(Details({"unit-phone": "01632 960 123"})))
    return {name: (data_dir / name).read_bytes() for name in FILES}


def fuzz(open_program: OpenProgram, data_dir: Path, seeds: range) -> None:
    good = good_folder(data_dir)
    for seed in seeds:
        chance = random.Random(seed)
        for name, raw in good.items():
            (data_dir / name).write_bytes(mutated(raw, chance))
        program = open_program()
        try:
            opens_with_all_it_has(program)
        except Exception as error:
            pytest.fail(f"seed {seed}: {error!r}")
        program.window.close()


def test_a_mutated_data_folder_stops_nobody(open_program: OpenProgram, data_dir: Path) -> None:
    fuzz(open_program, data_dir, range(6))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_two_hundred_mutated_data_folders_stop_nobody(open_program: OpenProgram, data_dir: Path) -> None:
    fuzz(open_program, data_dir, range(6, 206))
