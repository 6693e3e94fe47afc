"""The one printer of a kiosk: asked before, told truly, and emptied of a visit when the visit is over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.printing.paper_cups import PaperCups
from tpe_guide.ui.printing import command, cups, fixed_printer
from tpe_guide.ui.printing.fixed_printer import FixedPrinter

PDF = b"%PDF- of a visit"
JOB = "WARD-3-7"


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PaperCups:
    monkeypatch.setattr(fixed_printer, "LOOK_AGAIN_MS", 10)
    return PaperCups(tmp_path / "cups", monkeypatch)


@pytest.fixture
def told() -> list[str]:
    """What the staff are told."""
    return []


@pytest.fixture
def printer(qapp: QApplication, print_system: PaperCups, told: list[str]) -> Iterator[FixedPrinter]:
    owner = QObject()
    made = FixedPrinter("WARD-3", owner)
    made.left_behind.connect(told.append)
    yield made
    delete(owner)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on nobody waits long for a print system."""

    def be_impatient() -> None:
        for which in ("ASK_SECONDS", "SEND_SECONDS"):
            monkeypatch.setattr(cups, which, 0.3)

    return be_impatient


def never() -> None:
    raise AssertionError("it has come")


def handed(printer: FixedPrinter, qtbot: QtBot) -> None:
    printer.send(PDF, "a4", never)
    qtbot.waitUntil(lambda: printer.sent == "handed")


@pytest.mark.parametrize(
    ("state", "alerts", "standing"),
    [
        ("is idle.  enabled", "none", "ready"),
        ("is idle.  enabled", "media-empty-error", "paper"),
        ("disabled since Mon -", "none", "stopped"),
        ("is idle.  enabled", "offline-report", "unreachable"),
        ("is idle.  enabled", "cover-open-error", "fault"),
    ],
)
def test_how_it_stands_is_what_the_print_system_says(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot, state: str, alerts: str, standing: str
) -> None:
    print_system.stands(state, alerts)
    printer.look()
    assert printer.standing == "asking"
    qtbot.waitUntil(lambda: printer.standing == standing)


def test_a_tray_that_is_nearly_empty_stops_nothing_and_is_known(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot
) -> None:
    print_system.stands("is idle.  enabled", "media-empty-warning")
    printer.look()
    qtbot.waitUntil(lambda: printer.standing == "ready")
    assert printer.may_want_paper


def test_a_print_system_that_does_not_run_has_no_such_printer(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot
) -> None:
    print_system.does_not_run()
    printer.look()
    qtbot.waitUntil(lambda: printer.standing == "missing")


def test_one_that_accepts_and_never_answers_costs_the_window_nothing(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot, impatient: Callable[[], None]
) -> None:
    print_system.is_silent()
    impatient()
    begun = time.monotonic()
    printer.look()
    printer.forget()
    printer.look()
    assert time.monotonic() - begun < 0.5
    qtbot.waitUntil(lambda: printer.standing == "silent")


def test_where_no_print_system_can_be_asked_nothing_is_promised(
    printer: FixedPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "is_there", lambda: False)
    printer.look()
    assert printer.standing == "untold"


def test_a_page_is_handed_over_one_sided_and_then_looked_after(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot
) -> None:
    handed(printer, qtbot)
    assert print_system.pages == PDF
    assert "sides=one-sided" in print_system.asked
    assert "media=A4" in print_system.asked
    print_system.stands("is idle.  enabled", "media-empty-error")
    qtbot.waitUntil(lambda: printer.sent == "waits")
    assert printer.standing == "paper"
    print_system.stands("is idle.  enabled")
    qtbot.waitUntil(lambda: printer.sent == "handed")
    print_system.finishes()
    qtbot.waitUntil(lambda: printer.sent == "gone")


def test_a_printer_that_has_run_out_since_it_was_asked_is_given_nothing(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot
) -> None:
    print_system.stands("is idle.  enabled", "media-empty-error")
    failed: list[bool] = []
    printer.send(PDF, "a4", lambda: failed.append(True))
    qtbot.waitUntil(lambda: printer.standing == "paper")
    assert printer.sent == ""
    assert failed == [True]
    assert print_system.asked == ""


def test_one_that_refuses_has_no_page(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot, told: list[str]
) -> None:
    print_system.refuses_jobs()
    failed: list[bool] = []
    printer.send(PDF, "a4", lambda: failed.append(True))
    qtbot.waitUntil(lambda: printer.sent == "refused")
    assert failed == [True]
    printer.forget()
    assert told == []


# The visit is over


def test_what_still_waits_is_taken_back_with_the_wipe(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot, told: list[str]
) -> None:
    handed(printer, qtbot)
    assert JOB in print_system.jobs
    printer.forget()
    assert (printer.sent, printer.standing) == ("", "asking")
    qtbot.waitUntil(lambda: print_system.taken_back == f"{JOB}\n")
    assert print_system.jobs == ""
    assert told == []


def test_a_wipe_while_the_page_is_on_its_way_takes_it_back_once_it_is_there(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot
) -> None:
    print_system.takes_its_time()
    printer.send(PDF, "a4", never)
    qtbot.waitUntil(lambda: print_system.asked != "")
    printer.forget()
    qtbot.waitUntil(lambda: print_system.taken_back == f"{JOB}\n")
    assert print_system.jobs == ""
    assert printer.sent == ""


def test_a_page_on_its_way_is_taken_back_also_where_the_next_visit_has_another_printer(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot
) -> None:
    print_system.takes_its_time()
    printer.send(PDF, "a4", never)
    qtbot.waitUntil(lambda: print_system.asked != "")
    printer.forget()
    printer.printer = "FLOOR2"
    qtbot.waitUntil(lambda: print_system.taken_back == f"{JOB}\n")
    assert print_system.jobs == ""


def test_a_wipe_before_the_printer_was_known_sends_nothing(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot
) -> None:
    printer.send(PDF, "a4", never)
    printer.forget()
    printer.look()
    qtbot.waitUntil(lambda: printer.standing == "ready")
    assert print_system.asked == ""


def test_the_staff_are_told_of_a_job_that_cannot_be_taken_back(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot, told: list[str]
) -> None:
    print_system.keeps_its_jobs()
    handed(printer, qtbot)
    printer.forget()
    qtbot.waitUntil(lambda: told != [])
    assert told == ["Job WARD-3-7 of a visit that is over could not be taken back. It may still be printed."]


def test_a_job_that_is_printed_already_is_no_news_to_the_staff(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot, told: list[str]
) -> None:
    print_system.keeps_its_jobs()
    handed(printer, qtbot)
    print_system.finishes()
    printer.forget()
    printer.look()
    qtbot.waitUntil(lambda: not printer.findChildren(command.Command))
    assert told == []


@pytest.mark.parametrize("silent", ["cancel", "lp"])
def test_the_staff_are_told_of_a_print_system_that_is_silent_at_the_wipe(
    printer: FixedPrinter,
    print_system: PaperCups,
    qtbot: QtBot,
    told: list[str],
    silent: str,
    impatient: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if silent == "lp":
        monkeypatch.setattr(cups, "SEND_SECONDS", 0.5)
        print_system.is_silent("lp")
        printer.send(PDF, "a4", never)
        qtbot.waitUntil(lambda: print_system.asked != "")
    else:
        handed(printer, qtbot)
        print_system.is_silent("cancel")
    impatient()
    begun = time.monotonic()
    printer.forget()
    assert time.monotonic() - begun < 0.5
    qtbot.waitUntil(lambda: told != [])
    assert "WARD-3" in told[0]


def test_it_is_known_when_nothing_of_a_visit_is_left_to_take_back(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot
) -> None:
    print_system.takes_its_time()
    printer.send(PDF, "a4", never)
    qtbot.waitUntil(lambda: print_system.asked != "")
    assert not printer.is_leaving
    printer.forget()
    assert printer.is_leaving
    qtbot.waitUntil(lambda: not printer.is_leaving)
    assert print_system.jobs == ""


def test_whoever_cannot_wait_tells_the_staff_and_leaves_nothing_running(
    printer: FixedPrinter, print_system: PaperCups, qtbot: QtBot, told: list[str]
) -> None:
    handed(printer, qtbot)
    print_system.is_silent()
    print_system.is_silent("cancel")
    printer.forget()
    printer.give_up()
    assert not printer.is_leaving
    assert told == ["WARD-3 has not answered at the end of a visit. It may still print a page of it."]
    qtbot.waitUntil(lambda: not any(each._process.processId() for each in printer.findChildren(command.Command)))


def test_a_program_that_ends_while_the_page_is_on_its_way_takes_it_back(
    print_system: PaperCups, qapp: QApplication, qtbot: QtBot
) -> None:
    print_system.takes_its_time()
    owner = QObject()
    printer = FixedPrinter("WARD-3", owner)
    printer.send(PDF, "a4", never)
    qtbot.waitUntil(lambda: print_system.asked != "")
    delete(owner)
    assert print_system.jobs == ""
    assert print_system.taken_back == f"{JOB}\n"


def test_a_program_that_ends_with_the_wipe_takes_the_job_back_first(
    print_system: PaperCups, qapp: QApplication, qtbot: QtBot
) -> None:
    owner = QObject()
    printer = FixedPrinter("WARD-3", owner)
    handed(printer, qtbot)
    printer.forget()
    delete(owner)
    assert print_system.jobs == ""
