"""What lp and lpstat of CUPS 2.4 answer, read."""

from __future__ import annotations

import sys

import pytest

from tpe_guide.ui.printing import cups

STATE = """printer WARD {state} since Mon Nov 30 06:56:04 2026{more}
\tForm mounted:
\tContent types: any
\tDescription: Ward 5, near the lift
\tAlerts: {alerts}
\tLocation: lpstat cannot
\tBanner required
WARD-2              anna             68608   Mon Nov 30 06:56:04 2026
\tStatus: {status}
\tAlerts: media-empty-error
\tqueued for WARD
"""


RUNS = "scheduler is running\n"


def test_the_printers_and_the_usual_one() -> None:
    answer = f"{RUNS}system default destination: WARD-PDF\nFLOOR2\nPDF\nWARD-PDF\n"
    assert cups.printers_in(0, answer) == cups.Printers("WARD-PDF", ("FLOOR2", "PDF", "WARD-PDF"))


@pytest.mark.parametrize(
    ("runs", "words"),
    [("Scheduler läuft", "Systemstandardziel: "), ("スケジューラーは実行中です", "预设 目的地："), ("x y", "Cible : ")],
)
def test_on_a_mac_they_are_told_in_whatever_language(runs: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    answer = f"{runs}\n{words}WARD-PDF\nFLOOR2\nWARD-PDF\n"
    assert cups.printers_in(0, answer) == cups.Printers("WARD-PDF", ("FLOOR2", "WARD-PDF"))


@pytest.mark.parametrize("answer", [RUNS, f"{RUNS}no system default destination\n"])
def test_no_printer_is_none(answer: str) -> None:
    assert cups.printers_in(0, answer) == cups.Printers("", ())


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (0, "scheduler is not running\nno system default destination\n"),
        (1, "lpstat: Unable to connect to server\n"),
        (1, f"{RUNS}system default destination: WARD\nWARD\n"),
        (0, ""),
        (0, "WARD\nFLOOR2\n"),
    ],
)
def test_without_a_print_system_nothing_is_known_about_printers(code: int, answer: str) -> None:
    assert cups.printers_in(code, answer) is None


def test_rubbish_is_no_printer() -> None:
    answer = f"{RUNS}system default destination: GONE\nlpstat: trouble\na/b/c\n#!\n\x1b[31m\nWARD/two-sided\nBüro\n"
    assert cups.printers_in(0, answer) == cups.Printers("", ("WARD/two-sided", "Büro"))


@pytest.mark.parametrize(
    ("state", "alerts", "trouble"),
    [
        ("is idle.  enabled", "none", ""),
        ("now printing WARD-2.  enabled", "none", ""),
        ("now printing WARD-2.  enabled", "toner-low-warning media-low-report", ""),
        ("disabled", "paused", "stopped"),
        ("disabled", "none", "stopped"),
        ("is idle.  enabled", "media-empty-error media-needed-error", "paper"),
        ("disabled", "paused media-empty-error", "paper"),
        ("now printing WARD-2.  enabled", "offline-report", "unreachable"),
        ("now printing WARD-2.  enabled", "connecting-to-device", "unreachable"),
        ("is idle.  enabled", "cover-open-error", "fault"),
    ],
)
def test_what_keeps_a_printer_from_printing(state: str, alerts: str, trouble: str) -> None:
    said = STATE.format(state=state, alerts=alerts, status="Spooling job, 100% complete.", more=" -\n\tReason: none")
    queue = cups.queue_in(said)
    assert queue == cups.Queue(trouble, frozenset({"WARD-2"}))  # type: ignore[arg-type]


_AWAY = "The printer may not exist or is unavailable at this time."


@pytest.mark.parametrize(
    ("state", "says", "trouble"),
    [
        ("now printing WARD-2.  enabled", _AWAY, "unreachable"),
        ("now printing WARD-2.  enabled", "Printing.", ""),
        ("is idle.  enabled", _AWAY, ""),
    ],
)
def test_a_printer_that_cannot_be_reached_says_so_last(state: str, says: str, trouble: str) -> None:
    """CUPS tries again and again and raises no alert; beside the job stays what was, also while it prints."""
    said = STATE.format(state=state, alerts="none", status=_AWAY, more=f"\n\t{says}")
    assert cups.queue_in(said).trouble == trouble


def test_a_warning_of_paper_is_a_hint_and_no_trouble() -> None:
    alerts = "cups-waiting-for-job-completed media-empty-warning"
    said = STATE.format(state="now printing WARD-2.  enabled", alerts=alerts, status="Printing.", more="\n\tPrinting.")
    assert cups.queue_in(said) == cups.Queue("", frozenset({"WARD-2"}), may_want_paper=True)


@pytest.mark.parametrize(
    "answer", ["request id is WARD-PDF-12 (1 file(s))\n", "Anfrage-ID ist WARD-PDF-12 (1 Datei)\n"]
)
def test_a_job_that_was_taken_has_an_id(answer: str) -> None:
    assert cups.job_in(answer, "WARD-PDF") == "WARD-PDF-12"
    assert cups.job_in(answer, "WARD-PDF/two-sided") == "WARD-PDF-12"


def test_one_that_was_not_taken_has_none() -> None:
    assert cups.job_in("", "WARD-PDF") == ""
    assert cups.job_in("request id is FLOOR-12 (1 file(s))", "WARD-PDF") == ""
    assert cups.job_in("request id is NEW-WARD-PDF-12 (1 file(s))", "WARD-PDF") == ""


def test_commands_of_a_frozen_program_find_the_systems_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    assert "LD_LIBRARY_PATH" not in cups.environment()
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/lib")
    assert cups.environment()["LD_LIBRARY_PATH"] == "/usr/local/lib"
    assert cups.environment()["LC_ALL"] == "C.UTF-8"
