"""Each sentence about a page on its way is one that the print system has confirmed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.conftest import A_THURSDAY_MORNING
from tests.summary.pdf import squeezed, text_of
from tests.summary.stories import Names
from tests.ui.diaries import put_demo_diary
from tests.ui.printing.paper_cups import PaperCups
from tests.ui.programs import OpenProgram, find, key, press, said_by
from tpe_guide.app import Program
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.model import Question
from tpe_guide.diary.store import DiaryStore
from tpe_guide.summary import typeset
from tpe_guide.summary.build import build
from tpe_guide.summary.papers import Paper
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.printing import command, cups, print_job
from tpe_guide.ui.printing.print_service import PrintService
from tpe_guide.ui.printing.printer_choice import PrinterChoice

SENT = "Sent 1 page to WARD-3, job 7."


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PaperCups:
    monkeypatch.setattr(print_job, "FIRST_LOOK_MS", 10)
    return PaperCups(tmp_path / "cups", monkeypatch)


class OnePage:
    paper: Paper = "a4"
    page = 0

    def png(self, ppi: float, paper: Paper) -> list[bytes]:
        raise AssertionError("with a print system of its own, nothing is painted")

    def pdf(self, paper: Paper) -> bytes:
        report = build(demo_diary(FIXED_DAY), Names(), printed_at=A_THURSDAY_MORNING)
        return typeset.to_pdf(report, paper)


class Showing(OnePage):
    """Another page may be shown at any moment."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def pdf(self, paper: Paper) -> bytes:
        return self.data


class Said:
    """What the service said, in order."""

    def __init__(self, service: PrintService) -> None:
        self.service = service
        self.sentences: list[str] = []
        self.taken_back: list[str] = []
        self.finished = 0
        service.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self.finished += 1


@pytest.fixture
def at_the_nurse(open_program: OpenProgram, data_dir: Path) -> Callable[[], Program]:
    """Opens the page for nurses, with a course in the diary."""

    def come() -> Program:
        put_demo_diary(data_dir)
        program = open_program()
        key(program, "Ctrl+P")
        return program

    return come


@pytest.fixture
def said(qtbot: QtBot, print_system: PaperCups) -> Iterator[Said]:
    sentences: list[str] = []

    def say(words: str, _icon: str) -> None:
        sentences.append(words)

    taken_back: list[str] = []
    messages = Messages()
    messages.said.connect(say)
    messages.untrue.connect(taken_back.append)
    service = PrintService(OnePage(), messages)
    said = Said(service)
    said.sentences, said.taken_back = sentences, taken_back
    yield said
    delete(service)  # with the jobs that it looks after


def print_one(said: Said, qtbot: QtBot) -> None:
    """Press Print, and wait until it is said what became of it."""
    said.service.print_now(QWidget())
    qtbot.waitUntil(lambda: said.finished > 0)


class TestSent:
    def test_it_is_said_once_the_print_system_has_a_job(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_one(said, qtbot)
        assert said.sentences == [SENT]
        assert print_system.asked.startswith("-d WARD-3 -t Plasma exchange summary -o ")
        assert "media=A4 -o print-scaling=none" in print_system.asked
        with pikepdf.open(BytesIO(print_system.pages)) as pdf:
            assert len(pdf.pages) == 1

    def test_a_queue_that_rejects_jobs_has_not_been_sent_anything(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.refuses_jobs()
        print_one(said, qtbot)
        assert said.sentences == ["WARD-3 did not take the page. You can save it as a PDF instead."]

    @pytest.mark.parametrize(
        ("state", "alerts", "words"),
        [
            ("disabled", "paused", "WARD-3 has your page, but is stopped. It prints when somebody starts it again."),
            ("enabled", "media-empty-error", "WARD-3 has your page, but is out of paper. It prints when paper is in."),
            ("enabled", "door-open-error", "WARD-3 has your page, but something is wrong with it. Please look at"
             " the printer."),
        ],
    )  # fmt: skip
    def test_a_page_that_waits_says_what_for(
        self, said: Said, print_system: PaperCups, qtbot: QtBot, state: str, alerts: str, words: str
    ) -> None:
        print_system.stands(state, alerts)
        print_one(said, qtbot)
        assert said.sentences == [words]

    def test_a_printer_that_goes_out_of_reach_is_said_but_not_while_it_is_first_called(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.stands("now printing WARD-3-7.  enabled", "connecting-to-device")
        print_one(said, qtbot)
        assert said.sentences == [SENT]
        unreachable = "WARD-3 cannot be reached now. Your page waits for it on this computer."
        qtbot.waitUntil(lambda: said.sentences == [SENT, unreachable])

    def test_a_trouble_that_is_over_is_taken_back(self, said: Said, print_system: PaperCups, qtbot: QtBot) -> None:
        print_system.stands("enabled", "media-empty-error")
        print_one(said, qtbot)
        print_system.stands("now printing WARD-3-7.  enabled")
        qtbot.waitUntil(lambda: said.sentences[-1] == "WARD-3 goes on printing.")
        assert said.taken_back[-1] == "WARD-3 has your page, but is out of paper. It prints when paper is in."

    def test_a_page_that_stays_in_the_queue_is_said_not_to_be_printed_yet(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_one(said, qtbot)
        qtbot.waitUntil(lambda: said.sentences == [SENT, "WARD-3 has your page, but has not printed it yet."])

    def test_a_printer_that_warns_of_paper_may_have_none(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.stands("now printing WARD-3-7.  enabled", "cups-waiting-for-job-completed media-empty-warning")
        print_one(said, qtbot)
        words = "WARD-3 has your page, but has not printed it yet. It may be out of paper."
        qtbot.waitUntil(lambda: said.sentences == [SENT, words])

    GONE = "Your page no longer waits at WARD-3. Please look if it was printed."

    def test_one_that_leaves_the_queue_may_have_been_taken_back_by_somebody(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.stands("enabled", "media-empty-error")
        print_one(said, qtbot)
        print_system.finishes()
        qtbot.waitUntil(lambda: said.sentences[-1] == self.GONE)
        assert said.taken_back[-1] == "WARD-3 has your page, but is out of paper. It prints when paper is in."

    def test_one_that_was_late_is_told_when_it_leaves(self, said: Said, print_system: PaperCups, qtbot: QtBot) -> None:
        print_one(said, qtbot)
        qtbot.waitUntil(lambda: said.sentences[-1].endswith("has not printed it yet."))
        print_system.finishes()
        qtbot.waitUntil(lambda: said.sentences[-1] == self.GONE)

    @pytest.mark.parametrize("runs", [True, False])
    def test_silence_after_a_trouble_says_nothing_new(
        self, said: Said, print_system: PaperCups, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, runs: bool
    ) -> None:
        """Nor does a print system that does not run any more: the page may still wait there."""
        print_system.stands("enabled", "media-empty-error")
        print_one(said, qtbot)
        if runs:
            monkeypatch.setattr(cups, "ASK_SECONDS", 0.05)
            print_system.is_silent("lpstat")
        else:
            print_system.does_not_run()
        (job,) = said.service.findChildren(print_job.PrintJob)
        looks = job._looks
        qtbot.waitUntil(lambda: job._looks > looks + 2)
        assert len(said.sentences) == 1
        assert said.taken_back.count(said.sentences[0]) == 0


class TestTwoPages:
    """Whoever prints twice is told of both."""

    OUT_OF_PAPER = "WARD-3 has your page, but is out of paper. It prints when paper is in."

    @pytest.fixture
    def one_waits(self, said: Said, print_system: PaperCups, qtbot: QtBot) -> None:
        """The first page waits for paper, and the second goes elsewhere."""
        print_system.stands("enabled", "media-empty-error")
        print_one(said, qtbot)
        assert said.sentences == [self.OUT_OF_PAPER]
        print_system.printers("FLOOR2", "WARD-3")
        print_system.stands_at("FLOOR2", "is idle.  enabled")
        said.finished = 0
        print_one(said, qtbot)
        assert said.sentences[-1] == "Sent 1 page to FLOOR2, job 7."

    @pytest.mark.usefixtures("one_waits")
    def test_the_trouble_of_the_first_is_taken_back_when_it_is_over(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        assert said.taken_back.count(self.OUT_OF_PAPER) == 0
        print_system.stands("now printing WARD-3-7.  enabled")
        qtbot.waitUntil(lambda: said.sentences[-1] == "WARD-3 goes on printing.")
        assert said.taken_back[-1] == self.OUT_OF_PAPER

    @pytest.mark.usefixtures("one_waits")
    def test_what_befalls_the_first_now_is_said_and_the_second_still_went_well(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.stands("disabled", "paused")
        qtbot.waitUntil(lambda: said.sentences[-1].startswith("WARD-3 has your page, but is stopped."))
        assert said.taken_back[-1] == self.OUT_OF_PAPER
        assert said.service.went_well


class TestAtThePress:
    """Between the press and the answer of the print system somebody may open another page, or press again."""

    def test_the_page_of_that_moment_is_printed(self, print_system: PaperCups, qtbot: QtBot) -> None:
        showing = Showing(b"%PDF one")
        service = PrintService(showing, Messages())
        with qtbot.waitSignal(service.finished):
            service.print_now(QWidget())
            showing.data, showing.paper = b"%PDF other", "letter"
        assert print_system.pages == b"%PDF one"
        assert "media=A4" in print_system.asked
        delete(service)

    def test_another_diary_that_is_shown_meanwhile_is_not_printed(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        program = at_the_nurse()
        pressed, example = find(program, "print"), find(program, "source-example")
        pressed.click()
        example.click()
        qtbot.waitUntil(lambda: said_by(program) == SENT)
        assert squeezed("not a real person") not in text_of(print_system.pages)
        print_system.finishes()

    def test_a_second_press_of_whatever_button_prints_no_second_page(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        said.service.print_now(QWidget())
        said.service.print_now(QWidget())
        said.service.choose(QWidget())
        qtbot.waitUntil(lambda: said.finished > 0)
        assert not said.service.busy
        assert print_system.asked.count("-d WARD-3 ") == 1

    def test_a_screen_that_is_made_anew_still_says_that_it_prints(
        self,
        print_system: PaperCups,
        at_the_nurse: Callable[[], Program],
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        program = at_the_nurse()
        asked: list[Callable[[cups.Printers], None]] = []
        monkeypatch.setattr(program.diary.printer, "_ask", lambda then, *_: asked.append(then))
        press(program, "print")
        for keys in ("F8", "Alt+1", "Ctrl+P"):
            key(program, keys)
            if keys != "Alt+1":
                assert not find(program, "print").isEnabled()
                assert find(program, "print-hint", QLabel).text() == "Printing …"
        asked[0](cups.Printers("WARD-3", ("WARD-3",)))
        qtbot.waitUntil(lambda: find(program, "print").isEnabled())
        assert print_system.asked.count("-d WARD-3 ") == 1
        print_system.finishes()

    def test_a_choice_that_is_asked_for_twice_opens_once(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        program = at_the_nurse()
        press(program, "choose-printer")
        press(program, "choose-printer")
        qtbot.waitUntil(lambda: bool(choices(program)))
        find(program, "choose-printer").click()
        qtbot.waitUntil(lambda: not find(program, "print").isEnabled())
        (choice,) = choices(program)
        choice.reject()

    @pytest.mark.parametrize("keys", ["F8", "Ctrl++"])
    @pytest.mark.parametrize("button", ["print", "choose-printer"])
    def test_another_look_does_not_take_the_choice_away(
        self,
        print_system: PaperCups,
        at_the_nurse: Callable[[], Program],
        qtbot: QtBot,
        button: str,
        keys: str,
    ) -> None:
        print_system.printers("", "FLOOR2")
        program = at_the_nurse()
        find(program, button).click()
        key(program, keys)
        qtbot.waitUntil(lambda: bool(choices(program)))
        pick(program, "FLOOR2")
        qtbot.waitUntil(lambda: said_by(program) == "Sent 1 page to FLOOR2, job 7.")
        print_system.finishes()

    def test_a_page_that_fails_in_an_unforeseen_way_does_not_take_the_next_press(
        self,
        print_system: PaperCups,
        at_the_nurse: Callable[[], Program],
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        program = at_the_nurse()

        def fail(*__: object) -> bytes:
            raise LookupError

        with monkeypatch.context() as patched, qtbot.captureExceptions() as raised:
            patched.setattr(program.diary.summary, "pdf", fail)
            press(program, "print")
        assert [each[0] for each in raised] == [LookupError]
        press(program, "print")
        qtbot.waitUntil(lambda: said_by(program) == SENT)
        print_system.finishes()


class TestSilence:
    """The print system accepts a connection and never answers."""

    def test_nothing_was_sent_where_not_even_the_printers_are_known(
        self, said: Said, print_system: PaperCups, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cups, "ASK_SECONDS", 0.05)
        print_system.is_silent()
        print_one(said, qtbot)
        assert said.sentences == [
            "The print system of this computer does not answer. Nothing was sent. "
            "You can save the page as a PDF instead."
        ]
        assert print_system.asked == ""

    def test_a_print_system_that_does_not_run_is_not_said_to_have_no_printer(
        self, said: Said, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.does_not_run()
        print_one(said, qtbot)
        (sentence,) = said.sentences
        assert sentence.startswith("The print system of this computer does not answer. Nothing was sent.")

    def test_a_page_that_was_handed_over_to_silence_may_be_there_or_not(
        self, said: Said, print_system: PaperCups, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cups, "SEND_SECONDS", 0.5)
        print_system.is_silent("lp")
        print_one(said, qtbot)
        assert said.sentences == [
            "WARD-3 has not answered. It may have the page, or not: please look at the printer before you print again."
        ]

    def test_the_window_goes_on_and_urgent_help_comes_at_once(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        print_system.is_silent()
        program = at_the_nurse()
        press(program, "print")
        assert find(program, "print-hint", QLabel).text() == "Printing …"
        key(program, "F9")
        assert program.session.locator.place == "urgent"
        qtbot.waitUntil(lambda: "does not answer" in said_by(program), timeout=20_000)


class TestParting:
    def test_whoever_prints_and_closes_at_once_gets_the_page(self, print_system: PaperCups, qtbot: QtBot) -> None:
        holder = QObject()
        job = print_job.PrintJob("WARD-3", str, str, str, holder)  # type: ignore[arg-type]
        job.send(OnePage().pdf("a4"), "a4")
        delete(holder)
        assert print_system.pages == OnePage().pdf("a4")
        assert print_system.asked.startswith("-d WARD-3 ")

    def test_so_does_whoever_closes_before_the_printer_is_known(self, print_system: PaperCups, qtbot: QtBot) -> None:
        service = PrintService(OnePage(), Messages())
        service.print_now(QWidget())
        delete(service)
        assert print_system.pages == OnePage().pdf("a4")
        assert print_system.asked.startswith("-d WARD-3 ")

    def test_without_a_usual_printer_nothing_is_sent_then(self, print_system: PaperCups, qtbot: QtBot) -> None:
        print_system.printers("", "FLOOR2")
        service = PrintService(OnePage(), Messages())
        service.print_now(QWidget())
        delete(service)
        assert print_system.asked == ""

    def test_the_program_is_held_no_longer_than_for_a_page(
        self, print_system: PaperCups, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(command, "PARTING_MS", 200)
        print_system.is_silent()
        service = PrintService(OnePage(), Messages())
        service.print_now(QWidget())
        began = time.monotonic()
        delete(service)
        assert time.monotonic() - began < 2
        assert print_system.asked == ""

    def test_a_question_that_nobody_answers_does_not_hold_the_program(
        self, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.is_silent()
        service = PrintService(OnePage(), Messages())
        service.look_for_printer()
        delete(service)  # a process that was left running would be a warning, and fail this test


class TestClosing:
    """Whoever prints and closes the guide at once is told if nothing comes of it."""

    def test_it_closes_by_itself_once_the_page_is_sent(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        program = at_the_nurse()
        press(program, "print")
        program.window.close()
        assert program.window.isVisible()
        assert said_by(program).startswith("A page is still being printed or saved.")
        qtbot.waitUntil(lambda: not program.window.isVisible())
        assert print_system.asked.count("-d WARD-3 ") == 1
        print_system.finishes()

    @pytest.mark.parametrize(
        ("begin", "said"),
        [
            (PaperCups.is_silent, "does not answer"),
            (PaperCups.refuses_jobs, "did not take the page"),
            (lambda cups: cups.printers(""), "There is no printer"),
            (lambda cups: cups.stands("disabled"), "is stopped"),
        ],
        ids=["is silent", "takes nothing", "has no printer", "is stopped"],
    )
    def test_it_stays_and_says_what_went_wrong(
        self,
        print_system: PaperCups,
        at_the_nurse: Callable[[], Program],
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
        begin: Callable[[PaperCups], None],
        said: str,
    ) -> None:
        program = at_the_nurse()
        monkeypatch.setattr(cups, "ASK_SECONDS", 1)
        begin(print_system)
        press(program, "print")
        program.window.close()
        qtbot.waitUntil(lambda: not program.diary.printer.busy)
        assert program.window.isVisible()
        assert said in said_by(program)
        print_system.finishes()
        program.window.close()
        assert not program.window.isVisible()

    def test_whoever_goes_on_meanwhile_stays(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        program = at_the_nurse()
        press(program, "print")
        program.window.close()
        key(program, "F9")
        qtbot.waitUntil(lambda: said_by(program) == SENT)
        assert program.window.isVisible()
        print_system.finishes()

    def test_closed_again_it_closes_at_once(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(command, "PARTING_MS", 200)
        print_system.is_silent()
        program = at_the_nurse()
        press(program, "print")
        program.window.close()
        program.window.close()
        assert not program.window.isVisible()

    def test_a_question_that_is_open_does_not_hold_it(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        program = at_the_nurse()
        press(program, "choose-printer")
        qtbot.waitUntil(lambda: bool(choices(program)))
        program.window.close()
        assert not program.window.isVisible()
        for choice in choices(program):
            choice.reject()
        assert print_system.asked == ""


class TestWhichPrinter:
    def test_it_is_the_usual_one_at_the_moment_of_the_press(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        program = at_the_nurse()
        hint = find(program, "print-hint", QLabel)
        qtbot.waitUntil(lambda: hint.text() == "Goes to WARD-3")
        print_system.printers("FLOOR2", "WARD-3")
        press(program, "print")
        qtbot.waitUntil(lambda: hint.text() == "Goes to FLOOR2")
        assert said_by(program) == "Sent 1 page to FLOOR2, job 7."
        assert print_system.asked.startswith("-d FLOOR2 ")
        print_system.finishes()

    def test_the_hint_follows_whoever_comes_back_to_the_window(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        program = at_the_nurse()
        hint = find(program, "print-hint", QLabel)
        qtbot.waitUntil(lambda: hint.text() == "Goes to WARD-3")
        print_system.printers("FLOOR2", "WARD-3")
        come_back(program)
        qtbot.waitUntil(lambda: hint.text() == "Goes to FLOOR2")
        print_system.printers("")
        come_back(program)
        qtbot.waitUntil(lambda: hint.text() == "")
        assert print_system.asked == "", "nothing was printed"

    def test_an_answer_that_was_on_its_way_may_be_of_before_so_it_is_asked_again(
        self, said: Said, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> None:
        asked: list[Callable[[cups.Printers], None]] = []
        found: list[str] = []
        monkeypatch.setattr(said.service, "_ask", asked.append)
        said.service.printer_found.connect(found.append)
        said.service.look_for_printer()
        said.service.look_for_printer()
        asked[0](cups.Printers("WARD-3", ("WARD-3",)))
        asked[1](cups.Printers("FLOOR2", ("FLOOR2",)))
        assert (found, len(asked)) == (["WARD-3", "FLOOR2"], 2)

    def test_that_there_is_no_printer_is_said_until_there_is_one(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        print_system.printers("")
        program = at_the_nurse()
        press(program, "print")
        qtbot.waitUntil(lambda: said_by(program).startswith("There is no printer"))
        print_system.printers("WARD-3")
        come_back(program)
        qtbot.waitUntil(lambda: said_by(program) == "")
        qtbot.waitUntil(lambda: find(program, "print-hint", QLabel).text() == "Goes to WARD-3")

    def test_it_is_not_said_on_other_screens(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        print_system.printers("")
        program = at_the_nurse()
        press(program, "print")
        qtbot.waitUntil(lambda: said_by(program).startswith("There is no printer"))
        press(program, "go-home")
        qtbot.waitUntil(lambda: said_by(program) == "")

    def test_that_nobody_answers_is_said_until_somebody_does(
        self,
        print_system: PaperCups,
        at_the_nurse: Callable[[], Program],
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(cups, "ASK_SECONDS", 0.3)
        print_system.is_silent()
        program = at_the_nurse()
        press(program, "print")
        qtbot.waitUntil(lambda: "does not answer" in said_by(program))
        print_system.answers()
        monkeypatch.setattr(cups, "ASK_SECONDS", 20)
        come_back(program)
        qtbot.waitUntil(lambda: said_by(program) == "")

    def test_without_any_it_is_said(self, said: Said, print_system: PaperCups, qtbot: QtBot) -> None:
        print_system.printers("")
        print_one(said, qtbot)
        there_is_none = "There is no printer on this computer. You can save the page as a PDF instead."
        assert said.sentences == [there_is_none]
        print_system.printers("WARD-3")
        said.finished = 0
        print_one(said, qtbot)
        assert said.sentences == [there_is_none, SENT]
        assert said.taken_back[-1] == there_is_none


class TestUrgentHelp:
    """No question about printers stands between anybody and Urgent help."""

    def test_a_choice_whose_screen_was_left_does_not_open(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        print_system.printers("", "FLOOR2")
        program = at_the_nurse()
        find(program, "print").click()
        with qtbot.waitSignal(program.diary.printer.finished):
            key(program, "F9")
        assert program.session.locator.place == "urgent"
        assert not choices(program)
        assert said_by(program) == "Nothing was printed: you went on before the printers were known."
        assert print_system.asked == ""

    def test_one_key_leads_there_from_the_choice(
        self, print_system: PaperCups, at_the_nurse: Callable[[], Program], qtbot: QtBot
    ) -> None:
        program = at_the_nurse()
        press(program, "choose-printer")
        qtbot.waitUntil(lambda: bool(choices(program)))
        (choice,) = choices(program)
        qtbot.waitUntil(choice.isActiveWindow)
        QTest.keyClick(choice.focusWidget(), Qt.Key.Key_F9)
        assert program.session.locator.place == "urgent"
        assert not choices(program)
        assert print_system.asked == ""
        assert not program.diary.printer.busy


class TestChosen:
    @pytest.fixture
    def two_pages(self, print_system: PaperCups, open_program: OpenProgram, data_dir: Path, qtbot: QtBot) -> Program:
        """The program at the second page, asked for a printer."""
        put_demo_diary(data_dir)
        with DiaryStore.open(data_dir, None) as store:
            store.set_questions([Question(f"{number}: why is that so? " * 80) for number in range(2)])
        program = open_program()
        key(program, "Ctrl+P")
        qtbot.waitUntil(lambda: find(program, "page-after").isVisible())
        press(program, "page-after")
        press(program, "choose-printer")
        qtbot.waitUntil(lambda: bool(choices(program)))
        return program

    def test_the_usual_one_comes_first_and_stands_out(self, two_pages: Program) -> None:
        (choice,) = choices(two_pages)
        assert [button.accessibleName() for button in choice.findChildren(Button, "printer")] == [
            "Print on WARD-3",
            "Print on FLOOR2",
        ]
        assert choice.focusWidget().accessibleName() == "Print on WARD-3"

    def test_one_press_prints_all_pages_there(self, two_pages: Program, print_system: PaperCups, qtbot: QtBot) -> None:
        pick(two_pages, "FLOOR2")
        qtbot.waitUntil(lambda: said_by(two_pages) != "")
        pages = print_job.pages_in(print_system.pages)
        assert pages > 1
        assert said_by(two_pages) == f"Sent {pages} pages to FLOOR2, job 7."
        assert "page-ranges" not in print_system.asked
        print_system.finishes()

    def test_the_page_that_is_looked_at_alone_is_one_page(
        self, two_pages: Program, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        (choice,) = choices(two_pages)
        only = choice.findChild(Chip, "print-only")
        assert only is not None
        assert only.text() == "Only page 2"
        only.click()
        pick(two_pages, "FLOOR2")
        qtbot.waitUntil(lambda: said_by(two_pages) == "Sent 1 page to FLOOR2, job 7.")
        assert "-d FLOOR2 " in print_system.asked
        assert "-o page-ranges=2" in print_system.asked
        print_system.finishes()

    def test_not_printing_after_all_sends_nothing(
        self, two_pages: Program, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        (choice,) = choices(two_pages)
        cancel = choice.findChild(Button, "print-nowhere")
        assert cancel is not None
        cancel.click()
        qtbot.waitUntil(lambda: not choices(two_pages))
        assert print_system.asked == ""
        assert said_by(two_pages) == "Nothing was printed."
        assert find(two_pages, "print").isEnabled()


def choices(program: Program) -> list[PrinterChoice]:
    """The choice of printers that is open."""
    return [choice for choice in program.window.findChildren(PrinterChoice) if choice.isVisible()]


def pick(program: Program, printer: str) -> None:
    (choice,) = choices(program)
    (button,) = [one for one in choice.findChildren(Button, "printer") if one.text() == printer]
    button.click()


def come_back(program: Program) -> None:
    """The window is in front again."""
    QApplication.sendEvent(program.window, QEvent(QEvent.Type.WindowActivate))


def test_the_pages_of_a_file_are_counted(qapp: object) -> None:
    from tests.summary import pdf
    from tests.summary.stories import of, report

    data = typeset.to_pdf(report(of(questions=tuple(Question("a line\n" * 60) for __ in range(20)))))
    assert print_job.pages_in(data) == pdf.page_count(data) > 20
