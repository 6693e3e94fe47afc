"""What has changed since the person read it: told on the page, listed on a screen of its own, gone once seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.reading_state import READ_PAGES_FILE
from tpe_guide.ui.reading.reading_view import ReadingView

PAGE = "session-length"
NOW = "Most people are on the machine for about 2 hours."
BEFORE = "Most people are on the machine for about 3 hours."


@pytest.fixture
def read_before(open_program: OpenProgram, data_dir: Path) -> Path:
    """The person has read a page in an older guide, which gave another number."""
    program = open_program(page=PAGE)
    press(program, "next")
    program.reading.save_now()
    program.session.save_now()
    path = data_dir / READ_PAGES_FILE
    older(path)
    forget_what_was_told(data_dir)
    return path


def forget_what_was_told(data_dir: Path) -> None:
    """As if the guide had been replaced since: it is told by its version."""
    path = data_dir / "settings.json"
    choices = json.loads(path.read_text(encoding="utf-8"))
    assert choices.pop("told_guide")
    path.write_text(json.dumps(choices), encoding="utf-8")


def older(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    for page in data["pages"].values():
        page["guide"] = "00000000"
        page["said"] = [[f"{sum_}-", *(each.replace(NOW, BEFORE) for each in said)] for sum_, *said in page["said"]]
    path.write_text(json.dumps(data), encoding="utf-8")


def words(program: Program, view: str = "reading-view") -> str:
    return find(program, view, ReadingView).toPlainText()


def follow(program: Program, href: str, view: str = "changes") -> None:
    shown = find(program, view, ReadingView)
    shown.activate_link([link.href for link in shown.links].index(href))


def test_a_page_that_is_as_it_was_read_says_nothing(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE)
    press(program, "next")
    program.reading.save_now()
    press(program, "go-back")
    assert "has changed" not in words(program)


def test_a_changed_page_says_so_and_leads_to_old_and_new(open_program: OpenProgram, read_before: Path) -> None:
    program = open_program(page=PAGE)
    assert "This page has changed since you read it on 14 May 2026: 1 number." in " ".join(words(program).split())
    follow(program, "go:changed", "reading-view")
    assert program.session.locator.place == "changed"
    told = words(program, "changes")
    assert told.index(BEFORE) < told.index(NOW)
    assert "Before" in told
    assert "Now" in told


def test_to_open_it_is_not_to_have_seen_it(open_program: OpenProgram, read_before: Path) -> None:
    open_program(page=PAGE)
    assert "has changed" in words(open_program(page=PAGE))


def test_to_have_seen_it_ends_it(open_program: OpenProgram, read_before: Path) -> None:
    program = open_program()
    go(program, "changed")
    follow(program, f"go:seen:{PAGE}")
    assert "Nothing has changed" in words(program, "changes")
    assert "seen-all" not in shown_names(program)
    program.reading.save_now()
    assert "has changed" not in words(open_program(page=PAGE))


def test_to_have_seen_all_ends_all(open_program: OpenProgram, read_before: Path) -> None:
    program = open_program()
    go(program, "changed")
    press(program, "seen-all")
    assert program.reading.all_changes() == ()


@pytest.mark.parametrize(("size", "docked"), [((1366, 728), True), ((480, 800), False)])
def test_its_button_stands_below_the_text_or_at_its_end(
    open_program: OpenProgram, read_before: Path, size: tuple[int, int], docked: bool
) -> None:
    program = open_program(chosen=Settings(text_percent=100 if docked else 200))
    go(program, "changed")
    for each in ((1440, 900), size):
        program.window.resize(*each)
        QCoreApplication.processEvents()
    view = find(program, "changes", ReadingView)
    assert view.isAncestorOf(find(program, "seen-all")) is not docked
    press(program, "seen-all")
    assert program.reading.all_changes() == ()


def test_to_read_on_is_to_have_seen_it(open_program: OpenProgram, read_before: Path) -> None:
    program = open_program(page=PAGE)
    press(program, "next")
    program.reading.save_now()
    assert open_program().reading.all_changes() == ()


def test_home_says_so_only_if_something_has_changed(open_program: OpenProgram, read_before: Path) -> None:
    program = open_program()
    press(program, "changed-pages")
    assert program.session.locator.place == "changed"
    press(program, "seen-all")
    press(program, "go-back")
    assert "changed-pages" not in shown_names(program)


def test_a_page_goes_to_itself(open_program: OpenProgram, read_before: Path) -> None:
    program = open_program()
    go(program, "changed")
    follow(program, f"page:{PAGE}")
    assert program.session.locator.page == PAGE


def test_a_folder_that_cannot_be_written_is_told_once(
    open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program(page=PAGE)
    said: list[object] = []
    program.reading.could_not_save.connect(said.append)
    monkeypatch.setattr("tpe_guide.guide.read_pages.make_private_folder", _refuse)
    for __ in range(2):
        press(program, "next")
        program.reading.save_now()
    assert len(said) == 1


def _refuse(path: Path) -> None:
    from tpe_guide.errors import CannotWrite

    raise CannotWrite(path, "read-only file system")


def test_a_kiosk_keeps_nothing_of_what_was_read(open_program: OpenProgram, data_dir: Path) -> None:
    program = open_program(KIOSK, page=PAGE)
    press(program, "next")
    program.reading.save_now()
    assert not data_dir.exists() or not list(data_dir.iterdir())


def test_the_privacy_page_tells_what_is_kept(open_program: OpenProgram) -> None:
    program = open_program(page="privacy")
    press(program, "depth-full")
    assert "as you read them" in words(program)
