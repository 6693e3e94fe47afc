"""A ward of diaries on all cores: the same pages, each fault named, and an end that leaves no half file."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.summary.conftest import WriteDiary
from tests.summary.stories import PRINTED_AT
from tests.test_wording import SENTENCES
from tpe_guide import cli
from tpe_guide.errors import BadInput, SystemRefused, TpeGuideError
from tpe_guide.summary import batch, workers
from tpe_guide.summary.formats import Job, Pages
from tpe_guide.summary.workers import Workers

JOB = Job("text", "a4", "en", PRINTED_AT)


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "how_many", lambda diaries: 2 if diaries > 1 else 1)


@pytest.fixture
def ward(write_diary: WriteDiary, here: Path) -> Path:
    """Five good diaries and two bad ones."""
    for number in range(5):
        write_diary(f"ward/anna-{number}.tpediary.json", course={"id": f"c{number}"})
    (here / "ward" / "bad.tpediary.json").write_text("{", encoding="utf-8")
    (here / "ward" / "cut.tpediary.json").write_bytes((here / "ward" / "anna-1.tpediary.json").read_bytes()[:500])
    return here / "ward"


def never(*__: object) -> Pages:
    raise AssertionError("a worker did not make it")


class TestWorkers:
    @pytest.fixture
    def crew(self) -> Iterator[Workers]:
        with Workers(1) as crew:
            yield crew

    def test_make_the_same_pages(self, crew: Workers, write_diary: WriteDiary) -> None:
        source = write_diary("anna.tpediary.json")
        for to in ("text", "pdf", "fhir"):
            job = JOB._replace(to=to)
            assert crew.make(source, job, never) == batch.pages_of(source, job)

    def test_say_what_is_bad_and_go_on(self, crew: Workers, write_diary: WriteDiary, here: Path) -> None:
        (here / "bad.json").write_text("[", encoding="utf-8")
        assert isinstance(crew.make(here / "bad.json", JOB, never), BadInput)
        assert isinstance(crew.make(write_diary(), JOB, never), Pages)

    def test_leave_a_bug_to_be_found_where_it_can_be_told(self, crew: Workers, write_diary: WriteDiary) -> None:
        unknown = JOB._replace(to="no such format")
        assert crew.make(write_diary(), unknown, lambda *__: Pages([b"made here"])) == Pages([b"made here"])

    def test_one_that_was_killed_costs_one_page_and_is_replaced(self, crew: Workers, write_diary: WriteDiary) -> None:
        source = write_diary()
        crew._all[0].kill()
        crew._all[0].wait()
        assert isinstance(crew.make(source, JOB, never), SystemRefused)
        assert isinstance(crew.make(source, JOB, never), Pages)

    def test_end_when_they_are_not_needed_any_more(self, write_diary: WriteDiary) -> None:
        with Workers(2) as crew:
            crew.make(write_diary(), JOB, never)
        assert all(worker.returncode is not None for worker in crew._all)

    @pytest.mark.parametrize("error", SENTENCES, ids=lambda error: type(error).__name__)
    def test_every_error_comes_back_as_it_was(self, error: TpeGuideError) -> None:
        back = pickle.loads(pickle.dumps(error))
        assert (type(back), vars(back)) == (type(error), vars(error))

    def test_are_worth_their_start_for_many_diaries_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "sched_getaffinity", lambda __: set(range(8)), raising=False)
        assert [workers.how_many(count) for count in (1, 3, 7, 8, 12, 100)] == [0, 0, 1, 2, 3, 8]


@pytest.mark.usefixtures("two_cores")
class TestAWard:
    def test_is_made_in_order_and_each_bad_file_is_named(
        self, ward: Path, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["summary", "ward", "-o", "out", "--to", "text"]) == 1
        said = capsys.readouterr()
        assert [line.rsplit(maxsplit=1)[-1] for line in said.out.splitlines()] == [
            str(Path("ward") / f"anna-{number}.tpediary.json") for number in range(5)
        ]
        bad, cut = (str(Path("ward") / f"{name}.tpediary.json") for name in ("bad", "cut"))
        first, second, last = said.err.splitlines()
        assert first.startswith(f"{bad}: ")
        assert second.startswith(f"{cut}: ")
        assert last == f"5 made, 2 not: {bad}, {cut}"
        assert sorted(path.name for path in (here / "out").iterdir()) == [f"anna-{number}.txt" for number in range(5)]

    def test_is_the_same_as_one_after_the_other(self, ward: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778742720")
        assert cli.main(["-q", "summary", "ward", "-o", "two"]) == 1
        monkeypatch.setattr(workers, "how_many", lambda __: 1)
        assert cli.main(["-q", "summary", "ward", "-o", "one"]) == 1
        names = [path.name for path in sorted((here / "one").iterdir())]
        assert len(names) == 5
        assert all((here / "one" / name).read_bytes() == (here / "two" / name).read_bytes() for name in names)

    def test_a_bug_is_confessed_as_one(
        self, ward: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(Workers, "make", lambda __, source, job, otherwise: otherwise(source, job))

        def broken(*__: object) -> list[bytes]:
            raise ValueError("words of Anna")

        monkeypatch.setattr(batch, "render", broken)
        assert cli.main(["summary", "ward", "-o", "out"]) == 70
        said = capsys.readouterr().err
        assert "ValueError at test_workers.py" in said
        assert "Anna" not in said


class TestAFolder:
    def test_is_its_diaries_and_our_pdfs_and_nothing_else(self, write_diary: WriteDiary, here: Path) -> None:
        anna = write_diary("ward/anna.tpediary.json")
        ben = write_diary("ben.tpediary.json")
        assert cli.main(["-q", "summary", str(ben), "-o", "ward/ben.pdf"]) == 0
        assert cli.main(["-q", "summary", str(anna), "-o", "ward/anna.pdf"]) == 0  # the page beside its own diary
        assert cli.main(["-q", "summary", str(anna), "-o", "ward/bare.pdf", "--no-data"]) == 0
        write_diary("ward/.hidden.tpediary.json")
        (here / "ward" / "deeper").mkdir()
        write_diary("ward/deeper/carl.tpediary.json")
        (here / "ward" / "letter.pdf").write_bytes(b"%PDF-1.4 of another program")
        (here / "ward" / "settings.json").write_text("{}", encoding="utf-8")
        assert batch.found([Path("ward")]) == [Path("ward/anna.tpediary.json"), Path("ward/ben.pdf")]

    def test_is_known_by_what_is_in_its_files_as_in_the_window(self, write_diary: WriteDiary, here: Path) -> None:
        """A mail program or a phone gives a diary another name."""
        renamed = write_diary("ward/anna.tpediary (1).json")
        assert batch.found([Path("ward")]) == [renamed.relative_to(here)]
        assert cli.main(["-q", "summary", "ward", "-o", "out", "--to", "text"]) == 0

    def test_a_pdf_of_ours_that_is_spoilt_is_named_and_not_passed_over(
        self, write_diary: WriteDiary, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["-q", "summary", str(write_diary("ben.tpediary.json")), "-o", "ben.pdf"]) == 0
        (here / "ward").mkdir()
        whole = (here / "ben.pdf").read_bytes()
        (here / "ward" / "ben.pdf").write_bytes(whole[: whole.index(b"/EmbeddedFile") + 700])
        assert cli.main(["summary", "ward", "-o", "out", "--to", "text"]) == 1
        assert "it breaks off here" in capsys.readouterr().err

    def test_with_files_beside_it_each_is_made_once(self, write_diary: WriteDiary) -> None:
        anna = write_diary("ward/anna.tpediary.json")
        ben = write_diary("ben.tpediary.json")
        assert batch.found([Path("ward"), ben, anna.relative_to(Path.cwd()), ben]) == [
            Path("ward/anna.tpediary.json"),
            ben,
        ]

    def test_with_one_diary_goes_into_a_folder_too(self, write_diary: WriteDiary, here: Path) -> None:
        """A script must not find a file one day and a folder the other."""
        write_diary("ward/anna.tpediary.json")
        assert cli.main(["-q", "summary", "ward", "-o", "out", "--to", "text"]) == 0
        assert [path.name for path in (here / "out").iterdir()] == ["anna.txt"]

    @pytest.mark.parametrize("out", ["-", "there.txt"])
    def test_does_not_go_into_a_file(self, out: str, write_diary: WriteDiary, here: Path) -> None:
        write_diary("ward/anna.tpediary.json")
        (here / "there.txt").write_text("mine", encoding="utf-8")
        assert cli.main(["-q", "summary", "ward", "-o", out]) == 2
        assert (here / "there.txt").read_text(encoding="utf-8") == "mine"

    def test_without_a_diary_is_told(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (here / "ward").mkdir()
        assert cli.main(["summary", "ward", "-o", "out"]) == 1
        assert "ward: expected a folder with diary files in it" in capsys.readouterr().err
        assert not (here / "out").exists()


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="Windows keeps folders in other ways")
def test_of_several_a_target_that_cannot_be_written_is_three(
    write_diary: WriteDiary, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [str(write_diary(f"{name}.tpediary.json")) for name in ("anna", "ben")]

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert cli.main(["-q", "summary", *sources, "-o", "out", "--to", "text"]) == 3
    assert list((here / "out").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is another thing there")
def test_ctrl_c_says_what_was_made_and_leaves_nothing_half(write_diary: WriteDiary, here: Path) -> None:
    for number in range(40):
        write_diary(f"ward/anna-{number:02}.tpediary.json")
    command = [sys.executable, "-m", "tpe_guide", "summary", "ward", "-o", "out"]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert running.stdout
    for __ in range(3):
        assert running.stdout.readline().startswith("Wrote ")
    os.killpg(running.pid, signal.SIGINT)  # as a terminal sends it: to all that belong to it
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    pages = sorted(path.name for path in (here / "out").iterdir())
    told = 3 + len(out.splitlines())
    assert 3 <= told <= len(pages) <= told + 1 < 40
    assert all((here / "out" / name).read_bytes().endswith(b"%%EOF") for name in pages)
    # The signal may fall between a page and the line that tells of it.
    assert err in {f"Stopped after {made} of 40. Each page that is there is whole.\n" for made in (told, len(pages))}


def test_on_a_terminal_a_bar_grows(
    write_diary: WriteDiary, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = [str(write_diary(f"{name}.tpediary.json")) for name in ("anna", "ben")]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.main(["summary", *sources, "-o", "out", "--to", "text"]) == 0
    said = capsys.readouterr().err
    assert "[############............] 1 of 2" in said
    assert "[########################] 2 of 2" in said
    assert said.endswith(" \r")
