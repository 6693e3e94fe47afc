"""A visitor of the kiosk takes something home: ticked, read by a phone, printed, and gone with the visit."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QObject, QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.printing.paper_cups import PaperCups
from tests.ui.programs import OpenProgram, find, go, key, press, primary, shown_names
from tests.ui.stops import settle
from tests.ui.test_fit import faults
from tpe_guide.app import Program
from tpe_guide.kiosk.take_home import PrintRule, Rules
from tpe_guide.policy import HOME, KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.printing import cups, fixed_printer
from tpe_guide.ui.take_home.finger import FINGER
from tpe_guide.ui.take_home.square import LEAST_MODULE, Square
from tpe_guide.ui.take_home.state import TakeHomeState
from tpe_guide.ui.wiring.take_home_screens import KioskDesk

UPRIGHT = (1080, 1920)
OpenKiosk = Callable[..., Program]


@pytest.fixture
def open_kiosk(open_program: OpenProgram) -> Iterator[OpenKiosk]:
    """Opens the guide of one visit, with what a clinic lets it print, at the desk that outlives it."""
    owner = QObject()

    def open_it(
        rule: PrintRule | None = None, size: tuple[int, int] = UPRIGHT, percent: int = 150, theme: str = "light"
    ) -> Program:
        chosen = Settings(text_percent=percent, theme=theme, motion="still")
        return open_program(
            KIOSK, size=size, chosen=chosen, desk=KioskDesk(None, lambda: Rules(rule or PrintRule()), parent=owner)
        )

    yield open_it
    delete(owner)


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PaperCups:
    monkeypatch.setattr(fixed_printer, "LOOK_AGAIN_MS", 10)
    return PaperCups(tmp_path / "cups", monkeypatch)


def state_of(program: Program) -> TakeHomeState:
    return program.screens.to_take_home.state


def printer_of(program: Program) -> fixed_printer.FixedPrinter:
    return state_of(program).printer


def words_shown(program: Program) -> str:
    QCoreApplication.processEvents()
    labels = program.window.screen_shown.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(program.window))


def ticked(program: Program) -> list[str]:
    return [box.text() for box in program.window.screen_shown.findChildren(TickBox) if box.isChecked()]


def pick_all(program: Program) -> None:
    state = state_of(program)
    for question in state.offered.questions:
        state.toggle("questions", question)
    for value in state.offered.matters:
        state.toggle("matters", value)


def read_from_the_screen(program: Program) -> list[str]:
    """What a phone reads in a picture of the whole window."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    program.window.grab().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("L")
    return [code.text for code in zxingcpp.read_barcodes(picture)]


# Picking


def test_it_is_one_of_the_places_of_a_kiosk_and_of_no_other(open_program: OpenProgram, open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    press(kiosk, "tab-take-home")
    assert kiosk.session.locator.place == "take-home"
    assert "Take it home" in words_shown(kiosk)
    home = open_program(HOME)
    assert not {"tab-take-home", "to-take-home"} & shown_names(home)


def test_questions_and_what_matters_are_the_guides_own_words(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    go(kiosk, "take-home")
    assert ticked(kiosk) == []
    assert find(kiosk, "questions-0").text() == "What happens if we do this, and what happens if we wait?"
    assert find(kiosk, "matters-0").text().startswith("I want to see, walk")
    assert "A page stands here when you have read it to its end, or marked it." in words_shown(kiosk)


def test_a_page_that_was_read_or_marked_is_ticked_until_it_is_taken_out(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.session.mark_read("tingling")
    kiosk.session.toggle_bookmark("cramps")
    go(kiosk, "take-home")
    assert len(ticked(kiosk)) == 2
    find(kiosk, "pages-0").click()
    go(kiosk, "contents")
    go(kiosk, "take-home")
    assert ticked(kiosk) == [kiosk.library.page_title("cramps")]


def test_the_question_of_a_page_that_was_read_comes_first(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.session.mark_read("tingling")
    go(kiosk, "take-home")
    assert find(kiosk, "questions-0").text() == kiosk.library.page("tingling").question


# For a phone


@pytest.mark.parametrize(
    ("size", "percent", "theme"),
    [
        ((480, 800), 400, "dim"),
        ((480, 800), 150, "contrast"),
        ((1024, 600), 150, "dark"),
        pytest.param((1366, 768), 300, "light", marks=pytest.mark.slow),
        (UPRIGHT, 100, "contrast"),
    ],
)
def test_a_phone_reads_every_square_from_the_screen(
    open_kiosk: OpenKiosk, size: tuple[int, int], percent: int, theme: str
) -> None:
    kiosk = open_kiosk(size=size, percent=percent, theme=theme)
    kiosk.session.mark_read("tingling")
    pick_all(kiosk)
    texts = state_of(kiosk).squares()
    assert len(texts) >= 3
    go(kiosk, "take-home", "phone")
    for text in texts:
        settle()
        square = find(kiosk, "square", Square)
        assert square.module >= LEAST_MODULE
        assert kiosk.window.rect().contains(QRect(square.mapTo(kiosk.window, QPoint()), square.size()))
        assert read_from_the_screen(kiosk) == [text]
        assert text in words_shown(kiosk)
        find(kiosk, "next-square").click()
    settle()
    assert find(kiosk, "which-square", QLabel).text() == f"Square 1 of {len(texts)}"


def test_one_square_needs_no_next(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    go(kiosk, "take-home")
    find(kiosk, "questions-0").click()
    press(kiosk, "to-phone")
    assert "next-square" not in shown_names(kiosk)
    assert read_from_the_screen(kiosk) == list(state_of(kiosk).squares())
    press(kiosk, "to-picks")
    assert len(ticked(kiosk)) == 1


def test_it_says_what_is_carried_and_what_a_search_would_do(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    pick_all(kiosk)
    go(kiosk, "take-home", "phone")
    words = words_shown(kiosk)
    assert "The square holds the words themselves. Your phone needs no internet for it." in words
    assert "You need not: a search sends them to a company." in words


def test_a_screen_reader_has_the_words_and_hears_which_square_comes(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("tpe_guide.ui.take_home.phone_page.announce", lambda source, words: heard.append(words))
    kiosk = open_kiosk()
    pick_all(kiosk)
    go(kiosk, "take-home", "phone")
    count = len(state_of(kiosk).squares())
    assert find(kiosk, "what-it-holds", QWidget).accessibleName() == state_of(kiosk).squares()[0]
    square = QAccessible.queryAccessibleInterface(find(kiosk, "square", Square))
    assert square.role() == QAccessible.Role.Graphic
    assert square.text(QAccessible.Text.Name).startswith(f"Square 1 of {count}")
    find(kiosk, "next-square").click()
    assert heard == [f"Square 2 of {count}"]
    assert kiosk.window.focusWidget().objectName() == "next-square"


def test_nothing_ticked_is_said_and_no_square_is_shown(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    go(kiosk, "take-home", "phone")
    assert "Nothing is ticked yet." in words_shown(kiosk)
    assert kiosk.window.screen_shown.findChildren(Square) == []


# On paper


def test_without_a_printer_nothing_is_said_of_paper(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    go(kiosk, "take-home")
    assert "to-paper" not in shown_names(kiosk)
    go(kiosk, "take-home", "paper")
    assert "On paper" not in words_shown(kiosk)


def at_the_paper(kiosk: Program, qtbot: QtBot, standing: str = "ready") -> None:
    go(kiosk, "take-home")
    find(kiosk, "questions-0").click()
    press(kiosk, "to-paper")
    assert not {"print-list", "print-booklet"} & shown_names(kiosk), "promised before the printer was asked"
    qtbot.waitUntil(lambda: printer_of(kiosk).standing == standing)
    qtbot.waitUntil(lambda: state_of(kiosk).sheets("list") is not None, timeout=20_000)


@pytest.mark.parametrize(
    ("happens", "standing", "words"),
    [
        (lambda cups: cups.stands("is idle.  enabled", "media-empty-error"), "paper", "The printer is out of paper."),
        (lambda cups: cups.stands("disabled since Mon -"), "stopped", "The printer is stopped."),
        (lambda cups: cups.does_not_run(), "missing", "This screen cannot find its printer now."),
        (lambda cups: cups.is_silent(), "silent", "The printer does not answer now."),
    ],
    ids=["paper", "stopped", "missing", "silent"],
)
def test_a_printer_that_cannot_print_is_said_before_anything_is_promised_and_the_phone_is_offered(
    open_kiosk: OpenKiosk,
    print_system: PaperCups,
    qtbot: QtBot,
    happens: Callable[[PaperCups], None],
    standing: str,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    happens(print_system)
    if standing == "silent":
        monkeypatch.setattr(cups, "ASK_SECONDS", 0.3)
    kiosk = open_kiosk(PrintRule("WARD-3", 4))
    at_the_paper(kiosk, qtbot, standing)
    assert words in words_shown(kiosk)
    assert not {"print-list", "print-booklet"} & shown_names(kiosk)
    assert primary(kiosk) == ["to-phone"]
    assert print_system.asked == ""
    press(kiosk, "to-phone")
    assert kiosk.session.locator.page == "phone"


def test_paper_that_is_put_in_is_found_when_asked_again(
    open_kiosk: OpenKiosk, print_system: PaperCups, qtbot: QtBot
) -> None:
    print_system.stands("is idle.  enabled", "media-empty-error")
    kiosk = open_kiosk(PrintRule("WARD-3", 4))
    at_the_paper(kiosk, qtbot, "paper")
    print_system.stands("is idle.  enabled")
    press(kiosk, "ask-again")
    qtbot.waitUntil(lambda: "print-list" in shown_names(kiosk))


def test_the_list_is_handed_over_and_never_said_to_be_printed(
    open_kiosk: OpenKiosk, print_system: PaperCups, qtbot: QtBot
) -> None:
    kiosk = open_kiosk(PrintRule("WARD-3", 4))
    at_the_paper(kiosk, qtbot)
    qtbot.waitUntil(lambda: "print-list" in shown_names(kiosk))
    assert find(kiosk, "print-list").text() == "Print my list: 1 sheet"
    before = words_shown(kiosk)
    assert "You may print 4 sheets now." in before
    assert "A sheet on its way may still come out." in before
    assert "may keep a copy for a while" in before
    press(kiosk, "print-list")
    qtbot.waitUntil(lambda: "It was handed to the printer." in words_shown(kiosk))
    assert print_system.pages.startswith(b"%PDF")
    assert "You may print 3 sheets now." in words_shown(kiosk)
    print_system.finishes()
    qtbot.waitUntil(lambda: "Nothing of yours waits at the printer any more." in words_shown(kiosk))
    assert "was printed" not in words_shown(kiosk)


def test_a_clinic_whose_print_system_keeps_no_files_says_so_by_silence(
    open_kiosk: OpenKiosk, print_system: PaperCups, qtbot: QtBot
) -> None:
    kiosk = open_kiosk(PrintRule("WARD-3", 4, keeps_copies=False))
    at_the_paper(kiosk, qtbot)
    assert "may keep a copy" not in words_shown(kiosk)


def test_more_sheets_than_a_visit_may_print_are_not_offered(
    open_kiosk: OpenKiosk, print_system: PaperCups, qtbot: QtBot
) -> None:
    kiosk = open_kiosk(PrintRule("WARD-3", 1))
    kiosk.session.mark_read("tingling")
    at_the_paper(kiosk, qtbot)
    qtbot.waitUntil(lambda: state_of(kiosk).sheets("booklet") is not None, timeout=20_000)
    QCoreApplication.processEvents()
    count = state_of(kiosk).sheets("booklet")
    assert f"Print the pages: {count} sheets. That is more than you may print. Tick fewer pages." in words_shown(kiosk)
    assert "print-booklet" not in shown_names(kiosk)
    press(kiosk, "print-list")
    qtbot.waitUntil(lambda: "You have printed all that one visit may print." in words_shown(kiosk))
    assert "print-list" not in shown_names(kiosk)


def test_the_pages_themselves_are_printed_as_a_booklet(
    open_kiosk: OpenKiosk, print_system: PaperCups, qtbot: QtBot
) -> None:
    kiosk = open_kiosk(PrintRule("WARD-3", 20))
    kiosk.session.mark_read("tingling")
    at_the_paper(kiosk, qtbot)
    qtbot.waitUntil(lambda: "print-booklet" in shown_names(kiosk), timeout=20_000)
    count = state_of(kiosk).sheets("booklet") or 0
    press(kiosk, "print-booklet")
    qtbot.waitUntil(lambda: printer_of(kiosk).sent == "handed")
    assert state_of(kiosk).sheets_left == 20 - count


def test_sheets_that_were_refused_do_not_count(open_kiosk: OpenKiosk, print_system: PaperCups, qtbot: QtBot) -> None:
    print_system.refuses_jobs()
    kiosk = open_kiosk(PrintRule("WARD-3", 4))
    at_the_paper(kiosk, qtbot)
    qtbot.waitUntil(lambda: "print-list" in shown_names(kiosk))
    press(kiosk, "print-list")
    qtbot.waitUntil(lambda: "The printer did not take it. Nothing was printed." in words_shown(kiosk))
    assert state_of(kiosk).sheets_left == 4


def test_sheets_that_wait_send_the_visitor_to_the_staff(
    open_kiosk: OpenKiosk, print_system: PaperCups, qtbot: QtBot
) -> None:
    kiosk = open_kiosk(PrintRule("WARD-3", 4))
    at_the_paper(kiosk, qtbot)
    qtbot.waitUntil(lambda: "print-list" in shown_names(kiosk))
    press(kiosk, "print-list")
    qtbot.waitUntil(lambda: printer_of(kiosk).sent == "handed")
    print_system.stands("is idle.  enabled", "media-empty-error")
    words = "Your sheets wait: the printer is out of paper. Please tell the staff."
    qtbot.waitUntil(lambda: words in words_shown(kiosk))


def test_urgent_help_opens_at_once_while_a_print_system_stays_silent(
    open_kiosk: OpenKiosk, print_system: PaperCups
) -> None:
    print_system.is_silent()
    kiosk = open_kiosk(PrintRule("WARD-3", 4))
    go(kiosk, "take-home")
    find(kiosk, "questions-0").click()
    press(kiosk, "to-paper")
    begun = time.monotonic()
    key(kiosk, "F9")
    assert kiosk.session.locator.place == "urgent"
    assert time.monotonic() - begun < 1


# For any hand and any eye


@pytest.mark.parametrize(
    ("percent", "theme"), [(100, "dark"), pytest.param(200, "light", marks=pytest.mark.slow), (400, "contrast")]
)
def test_all_of_it_fits_and_nothing_is_smaller_than_a_finger(
    open_kiosk: OpenKiosk, print_system: PaperCups, qtbot: QtBot, percent: int, theme: str
) -> None:
    kiosk = open_kiosk(PrintRule("WARD-3", 4), percent=percent, theme=theme)
    kiosk.session.mark_read("tingling")
    pick_all(kiosk)
    found = []
    for page in ("", "phone", "paper"):
        go(kiosk, "take-home", page)
        if page == "paper":
            qtbot.waitUntil(lambda: "print-list" in shown_names(kiosk), timeout=20_000)
            qtbot.waitUntil(lambda: state_of(kiosk).sheets("booklet") is not None, timeout=20_000)
        for size in ((480, 800), (1024, 600), (1366, 768), UPRIGHT):
            kiosk.window.resize(*size)
            settle()
            where = f"{page or 'picks'} in {size}"
            found += [f"{where}: {fault}" for fault in faults(kiosk)]
            for button in kiosk.window.screen_shown.findChildren(QAbstractButton):
                if button.isVisible() and button.height() < FINGER:
                    found.append(f"{where}: {button.objectName()} is {button.height()} px high")
            assert len(primary(kiosk)) <= 1
    assert found == []


def test_a_screen_reader_hears_how_the_printer_stands(
    open_kiosk: OpenKiosk, print_system: PaperCups, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("tpe_guide.ui.take_home.paper_page.announce", lambda source, words: heard.append(words))
    kiosk = open_kiosk(PrintRule("WARD-3", 4))
    at_the_paper(kiosk, qtbot)
    qtbot.waitUntil(lambda: heard == ["The printer is ready."])
