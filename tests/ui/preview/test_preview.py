"""An author saves, and sees the page as readers will: the same place, faults beside it, nothing of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tpe_guide import paths
from tpe_guide.authoring.live import LiveGuide, what_to_do
from tpe_guide.authoring.pack import pictures_of
from tpe_guide.navigation import Locator
from tpe_guide.preview import open_guide
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.preview.preview_window import PreviewWindow
from tpe_guide.ui.reading.reading_view import ReadingView

PAGE = "en/feelings/tingling.md"
MINUTE = "## In one minute {.minute}\n"
NEW = "You can tell us about it. [@-]"
LONG_MS = 30_000
"""A save is read, checked and shown in a second or two; on a busy machine in many."""
Open = Callable[..., PreviewWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(paths.content_dir(), tmp_path / "content")


@pytest.fixture
def preview(folder: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    live = LiveGuide(folder, tmp_path / "compiled")
    paths.show_guide(live.out, pictures_of(folder))

    def open_it(page: str = "tingling") -> PreviewWindow:
        window = PreviewWindow(Theme(), live, partial(open_guide, "en", tmp_path), what_to_do(), page)
        qtbot.addWidget(window, before_close_func=lambda window: window.close())
        window.resize(1024, 700)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield open_it
    paths.show_guide(None)


def write(folder: Path, text: str, name: str = PAGE) -> None:
    """Save the page with *text* at the head of its minute."""
    path = folder / name
    original = (paths.content_dir() / name).read_text(encoding="utf-8")
    path.write_text(original.replace(MINUTE, f"{MINUTE}\n{text}\n", 1), encoding="utf-8")


def words(window: PreviewWindow) -> str:
    assert window.guide is not None
    (view,) = [view for view in window.guide.window.findChildren(ReadingView, "reading-view") if not view.isHidden()]
    return view.toPlainText()


def said(window: PreviewWindow) -> str:
    QCoreApplication.processEvents()
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def press(window: PreviewWindow, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def test_it_opens_at_the_page_that_was_asked_for(preview: Open) -> None:
    window = preview("tingling")
    assert not window.on_faults
    assert "Why might I tingle?" in words(window)
    assert "Preview: no faults." in said(window)


def test_a_save_is_seen_and_the_place_is_kept(preview: Open, folder: Path, qtbot: QtBot) -> None:
    window = preview("tingling")
    assert window.guide is not None
    window.guide.session.set_depth("full")
    view = window.guide.window.findChild(ReadingView, "reading-view")
    assert view is not None
    view.verticalScrollBar().setValue(1500)
    place = view.place
    write(folder, NEW)
    qtbot.waitUntil(lambda: "You can tell us about it." in words(window), timeout=LONG_MS)
    assert window.guide is not None
    assert window.guide.session.locator.page == "tingling"
    assert window.guide.session.settings.depth == "full"
    shown = window.guide.window.findChild(ReadingView, "reading-view")
    assert shown is not None
    assert (shown.place.block, place.part) == (place.block, "full")


def test_a_fault_stands_beside_its_page_which_stays_as_it_was(preview: Open, folder: Path, qtbot: QtBot) -> None:
    window = preview("tingling")
    write(folder, NEW)
    qtbot.waitUntil(lambda: NEW[:10] in words(window), timeout=LONG_MS)
    write(folder, "Never this. [@NOBODY]")
    qtbot.waitUntil(lambda: "as it was when it was last right" in said(window), timeout=LONG_MS)
    assert "tingling.md:17: UNKNOWN-FACT: there is no fact “NOBODY”" in said(window)
    assert NEW[:10] in words(window)
    write(folder, NEW)
    qtbot.waitUntil(lambda: "Preview: no faults." in said(window), timeout=LONG_MS)


@pytest.mark.slow
def test_an_editor_may_put_a_new_file_in_the_place_of_the_old(preview: Open, folder: Path, qtbot: QtBot) -> None:
    window = preview("tingling")
    for text in ("You can tell us. [@-]", "You can ask us. [@-]"):
        write(folder, text)
        changed = (folder / PAGE).rename(folder / "changed.tmp")
        changed.replace(folder / PAGE)
        qtbot.waitUntil(partial(lambda text: text[:14] in words(window), text), timeout=LONG_MS)


@pytest.mark.slow
def test_all_faults_with_what_to_do_and_the_way_to_the_page(preview: Open, folder: Path, qtbot: QtBot) -> None:
    write(folder, "It takes 77 hours. [@L-P01]")
    window = preview("")
    assert window.on_faults
    assert "tingling.md:17: NUMBER" in said(window).replace("\u200b", "")
    assert "What to do: no cited fact carries this number" in said(window)
    press(window, "show-tingling")
    assert not window.on_faults
    assert window.guide is not None
    assert window.guide.session.locator == Locator("page", "tingling")
    assert "It takes 77 hours." in words(window)
    press(window, "preview-switch")
    assert window.on_faults
    write(folder, NEW)
    qtbot.waitUntil(lambda: "No faults" in said(window), timeout=LONG_MS)


def test_without_one_good_page_there_is_the_list_and_later_the_guide(preview: Open, folder: Path, qtbot: QtBot) -> None:
    guide = (folder / "en/guide.yaml").read_bytes()
    (folder / "en/guide.yaml").write_text("title: [")
    window = preview("tingling")
    assert window.on_faults
    assert window.guide is None
    assert "YAML" in said(window)
    (folder / "en/guide.yaml").write_bytes(guide)
    qtbot.waitUntil(lambda: window.guide is not None, timeout=LONG_MS)
    press(window, "preview-switch")
    assert "Why might I tingle?" in words(window)


def test_a_folder_that_turns_unsafe_is_not_read_and_the_pages_stay(
    preview: Open, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = preview("tingling")
    (folder / "link").symlink_to(tmp_path)
    qtbot.waitUntil(lambda: "PACK" in said(window), timeout=LONG_MS)
    assert "as it was when it was last right" in said(window)
    assert "Why might I tingle?" in words(window)


def test_nothing_of_the_person_is_read_or_written(preview: Open, data_dir: Path) -> None:
    window = preview("tingling")
    assert window.guide is not None
    window.guide.session.set_look(text_percent=200)
    assert not window.guide.session.policy.diary
    QTest.qWait(0)
    window.close()
    assert not data_dir.exists()


@pytest.mark.slow
def test_without_a_display_the_pages_become_pictures(folder: Path, tmp_path: Path, data_dir: Path) -> None:
    write(folder, "It takes 77 hours. [@L-P01]")
    arguments = ["content", "preview", str(folder), "--page", "tingling", "--out", str(tmp_path / "out")]
    done = subprocess.run([sys.executable, "-m", "tpe_guide", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout == f"Wrote {tmp_path / 'out' / '01-tingling.png'}\n"
    assert "NUMBER" in done.stderr
    assert (tmp_path / "out" / "01-tingling.png").read_bytes().startswith(b"\x89PNG")
    assert not data_dir.exists()


def test_a_page_that_cannot_be_drawn_is_one_line(folder: Path, tmp_path: Path) -> None:
    arguments = ["content", "preview", str(folder), "--page", "nobody", "--out", str(tmp_path / "out")]
    done = subprocess.run([sys.executable, "-m", "tpe_guide", *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{folder}: nobody: expected a page without a fault.\n"
