"""What a person who sees notices by themselves is said aloud by a screen reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.diaries import begin_diary, log
from tests.ui.programs import OpenProgram, find, go, key, press
from tests.ui.readers import listen
from tpe_guide.ui.diary.warning_panel import WarningPanel
from tpe_guide.ui.kit.announce import announce

SOURCE = Path(__file__).parents[3] / "src" / "tpe_guide"
CHEST_PAIN = ("effect-more-signs", "effect-chest-pain", "level-chest-pain-2", "began-during")


def test_a_warning_sign_is_said_at_once_with_its_number(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program()
    begin_diary(program)
    heard = listen(monkeypatch)
    log(program, *CHEST_PAIN[:2])
    assert len(heard) == 1
    assert heard[0].startswith("Call your emergency number now: 112, 911 or 999. Chest pain.")


def test_the_panel_can_be_reached_and_says_the_same(open_program: OpenProgram) -> None:
    program = open_program()
    begin_diary(program)
    log(program, *CHEST_PAIN[:2])
    panel = find(program, "warning-panel", WarningPanel)
    find(program, "level-chest-pain-3").setFocus(Qt.FocusReason.TabFocusReason)
    key(program, "Tab")
    assert program.window.focusWidget() is panel
    spoken = QAccessible.queryAccessibleInterface(panel)
    assert spoken.role() == QAccessible.Role.Grouping
    assert spoken.text(QAccessible.Text.Name).startswith("Call your emergency number now: 112, 911 or 999.")


def test_what_is_saved_is_said_with_what_to_heed(open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    program = open_program()
    begin_diary(program)
    log(program, *CHEST_PAIN)
    heard = listen(monkeypatch)
    press(program, "save")
    assert heard[-1].startswith("Only on this computer. Your diary has 1 entry. Call your")


def test_a_sentence_over_the_page_is_said_and_stands_by_its_close_button(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program()
    heard = listen(monkeypatch)
    program.messages.inform("Saved as page.pdf.")
    assert heard == ["Saved as page.pdf."]
    assert find(program, "banner-close").accessibleDescription() == "Saved as page.pdf."


def test_text_size_and_colours_are_said(open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    program = open_program()
    program.messages.inform("Something to know.")
    heard = listen(monkeypatch)
    key(program, "Ctrl++")
    key(program, "F8")
    assert heard == ["Text size 125%. Colours: Light.", "Text size 125%. Colours: Dim."]


def test_a_question_that_was_added_or_removed_is_said(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program()
    begin_diary(program)
    go(program, "questions")
    heard = listen(monkeypatch)
    line = find(program, "own-question", QWidget)
    QTest.keyClicks(line, "Who drives me home?")
    QTest.keyClick(line, Qt.Key.Key_Return)
    press(program, "question-0-trash-2")
    assert heard == ["Added: Who drives me home?", "Removed: “Who drives me home?”"]


def test_what_is_wrong_in_a_field_is_said_and_described(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program()
    begin_diary(program)
    go(program, "questions")
    heard = listen(monkeypatch)
    QTest.keyClick(find(program, "own-question", QWidget), Qt.Key.Key_Return)
    assert heard == ["Write your question first."]
    assert find(program, "own-question", QWidget).accessibleDescription() == "Write your question first."


def test_on_linux_it_is_a_notification_that_comes_into_sight(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    announce(window, "Saved.")
    (notice,) = window.findChildren(QWidget)
    assert not notice.isVisible()
    QCoreApplication.processEvents()
    assert notice.isVisible()
    assert notice.size().isEmpty()
    spoken = QAccessible.queryAccessibleInterface(notice)
    assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.Notification, "Saved.")


def test_without_a_screen_reader_nothing_is_made(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    announce(window, "Saved.")
    assert not window.children()


def test_nobody_tells_in_a_way_that_is_not_heard() -> None:
    """Qt's alert reaches no screen reader on Linux; an announcement does only in one of two ways."""
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "Event.Alert" not in text, path
        assert "QAccessibleAnnouncementEvent" not in text or path.name == "announce.py", path
