"""The pages of a ward: each under its own name or in its own job, and a word for each that is not there."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.summary.pdf import squeezed, text_of
from tests.ui.printing.paper_cups import PaperCups
from tpe_guide.diary import exchange
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.summary.formats import Job
from tpe_guide.summary.request import WHOLE
from tpe_guide.ui.nurse.made_pages import Made, each, print_on, save_into
from tpe_guide.ui.printing import cups, through_qt

DIARY = demo_diary(FIXED_DAY)
FILE = exchange.dumps(DIARY, exported_at=DIARY.entries[0].recorded_at, app="test")
JOB = Job("pdf", "a4", "en", DIARY.entries[0].recorded_at)


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PaperCups:
    return PaperCups(tmp_path / "cups", monkeypatch)


def put(path: Path, data: bytes = FILE) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


class TestSaved:
    def test_files_of_one_name_become_files_of_several_and_nothing_is_replaced(self, tmp_path: Path) -> None:
        sources = [put(tmp_path / bed / "mine.tpediary.json") for bed in ("a", "b")]
        out = tmp_path / "out"
        put(out / "mine.pdf", b"of somebody else")
        told: list[Made] = []
        each(sources, JOB, save_into(out), told.append, lambda: False)
        assert told == [Made(sources[0], "mine-2.pdf"), Made(sources[1], "mine-3.pdf")]
        assert (out / "mine.pdf").read_bytes() == b"of somebody else"
        with pikepdf.open(out / "mine-3.pdf") as pdf:
            assert pdf.attachments

    def test_beside_a_pdf_that_carries_the_diary_it_is_left(self, tmp_path: Path) -> None:
        source = put(tmp_path / "a.tpediary.json")
        told: list[Made] = []
        each([source], JOB, save_into(tmp_path), told.append, lambda: False)
        each([tmp_path / "a.pdf"], JOB, save_into(tmp_path), told.append, lambda: False)
        assert [one.where for one in told] == ["a.pdf", "a-2.pdf"]

    def test_one_that_does_not_open_any_more_does_not_stop_the_others(self, tmp_path: Path) -> None:
        sources = [
            put(tmp_path / "a.tpediary.json"),
            tmp_path / "gone.tpediary.json",
            put(tmp_path / "c.tpediary.json"),
        ]
        told: list[Made] = []
        each(sources, JOB, save_into(tmp_path), told.append, lambda: False)
        assert told == [
            Made(sources[0], "a.pdf"),
            Made(sources[1], why="It cannot be read here."),
            Made(sources[2], "c.pdf"),
        ]

    def test_a_folder_that_cannot_be_written_is_said(self, tmp_path: Path) -> None:
        told: list[Made] = []
        each([put(tmp_path / "a.tpediary.json")], JOB, save_into(tmp_path / "no"), told.append, lambda: False)
        assert "cannot be written" in told[0].why

    def test_it_stops_before_the_next_one(self, tmp_path: Path) -> None:
        sources = [put(tmp_path / f"{name}.tpediary.json") for name in "abcdefgh"]  # enough for several processes
        told: list[Made] = []
        each(sources, JOB, save_into(tmp_path), told.append, lambda: len(told) == 3)
        assert [one.where for one in told] == ["a.pdf", "b.pdf", "c.pdf"]
        assert len(list(tmp_path.glob("*.pdf"))) == 3

    def test_days_and_parts_are_as_chosen(self, tmp_path: Path) -> None:
        job = JOB._replace(request=WHOLE._replace(parts=frozenset({"effects"}), since_last_visit=True))
        each([put(tmp_path / "a.tpediary.json")], job, save_into(tmp_path), lambda _made: None, lambda: False)
        assert squeezed("Left out:") in squeezed(text_of((tmp_path / "a.pdf").read_bytes()))


class TestPrinted:
    def test_each_is_a_job_of_its_own_and_named_by_it(self, tmp_path: Path, print_system: PaperCups) -> None:
        sources = [put(tmp_path / f"{name}.tpediary.json") for name in "ab"]
        told: list[Made] = []
        each(sources, JOB._replace(with_data=False), print_on("WARD-3", "a4"), told.append, lambda: False)
        assert told == [Made(sources[0], "job 7"), Made(sources[1], "job 7")]
        assert print_system.asked.count("-d WARD-3") == 2
        with pikepdf.open(BytesIO(print_system.pages)) as pdf:
            assert not pdf.attachments

    def test_where_the_printer_takes_none_the_rest_is_not_tried(self, tmp_path: Path, print_system: PaperCups) -> None:
        print_system.refuses_jobs()
        sources = [put(tmp_path / f"{name}.tpediary.json") for name in "abc"]
        told: list[Made] = []
        each(sources, JOB, print_on("WARD-3", "a4"), told.append, lambda: False)
        assert told == [Made(sources[0], why="WARD-3 did not take the page. You can save it as a PDF instead.")]

    def test_one_that_stays_silent_is_not_said_to_have_it(
        self, tmp_path: Path, print_system: PaperCups, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        print_system.is_silent("lp")
        monkeypatch.setattr(cups, "SEND_SECONDS", 0.3)
        told: list[Made] = []
        each([put(tmp_path / "a.tpediary.json")], JOB, print_on("WARD-3", "a4"), told.append, lambda: False)
        assert told[0].where == ""
        assert told[0].why.startswith("WARD-3 has not answered.")

    def test_without_commands_of_its_own_it_goes_through_qt(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given: list[bytes] = []
        monkeypatch.setattr(through_qt, "send", lambda *_what: ("cat",))
        packed = through_qt.packed

        def pack(pages: list[bytes]) -> bytes:
            given.extend(pages)
            return packed(pages)

        monkeypatch.setattr(through_qt, "packed", pack)
        told: list[Made] = []
        source = put(tmp_path / "a.tpediary.json")
        each([source], JOB, print_on("WARD-3", "a4"), told.append, lambda: False)
        assert told == [Made(source, "handed over")]
        assert given[0].startswith(b"\x89PNG")
