from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.summary.conftest import WriteDiary
from tests.summary.stories import PRINTED_AT, five_sessions
from tpe_guide.diary import exchange
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import BadInput, CannotWrite, TpeGuideError, WrongUsage
from tpe_guide.summary import batch
from tpe_guide.summary.batch import Outcome
from tpe_guide.summary.formats import FORMATS, Job

BEGINNINGS: dict[str, bytes] = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG",
    "html": b"<!doctype html>",
    "text": b"Plasma exchange",
    "csv": b"\xef\xbb\xbfday,moment,session",
    "fhir": b'{"resourceType": "Bundle"',
    "json": b'{\n "format": "tpe-guide-diary"',
}


def job(to: str = "pdf") -> Job:
    return Job(to, "a4", "en", PRINTED_AT)


def summarise(inputs: list[Path], out: Path | None, to: str = "text") -> list[Outcome]:
    return list(batch.summarise(inputs, out, job(to)))


def test_no_format_is_forgotten_here() -> None:
    assert BEGINNINGS.keys() == FORMATS.keys()


@pytest.mark.parametrize("to", BEGINNINGS)
def test_each_format_is_written_beside_where_the_command_was_given(
    to: str, write_diary: WriteDiary, here: Path
) -> None:
    source = write_diary("drawer/anna.tpediary.json")
    (outcome,) = summarise([source], None, to)
    assert outcome == Outcome(source, (Path(f"anna{FORMATS[to].suffixes[0]}"),))
    assert (here / outcome.written[0]).read_bytes().startswith(BEGINNINGS[to])


@pytest.mark.parametrize(
    ("name", "to"),
    [("a.pdf", "pdf"), ("a.PNG", "png"), ("a.html", "html"), ("a.htm", "html"), ("a.txt", "text"), ("a.csv", "csv"),
     ("a.fhir.json", "fhir"), ("a.json", "json"), ("a.tpediary.json", "json"), ("-", "pdf"), ("folder", "pdf")],
)  # fmt: skip
def test_the_name_of_out_says_the_format(name: str, to: str) -> None:
    assert batch.format_of(Path(name)) == to


def test_a_name_that_says_no_format_is_asked_about() -> None:
    with pytest.raises(WrongUsage) as raised:
        batch.format_of(Path("anna.docx"))
    assert "--to pdf" in raised.value.what


def test_csv_and_json_are_those_of_the_diary(write_diary: WriteDiary) -> None:
    story = exchange.read(write_diary())
    assert batch.render(story, job("csv")) == [exchange.to_csv(five_sessions())]
    (written,) = batch.render(story, job("json"))
    assert exchange.loads(written, "") == five_sessions()


def test_several_diaries_go_into_a_folder_that_is_made(write_diary: WriteDiary, here: Path) -> None:
    sources = [write_diary(f"{name}.tpediary.json") for name in ("anna", "ben")]
    written = [outcome.written for outcome in summarise(sources, Path("ward"))]
    assert written == [(Path("ward/anna.txt"),), (Path("ward/ben.txt"),)]
    assert sorted(path.name for path in (here / "ward").iterdir()) == ["anna.txt", "ben.txt"]


def test_one_diary_goes_into_a_folder_that_is_there(write_diary: WriteDiary, here: Path) -> None:
    (here / "ward").mkdir()
    (outcome,) = summarise([write_diary()], Path("ward"))
    assert outcome.written == (Path("ward/anna.txt"),)


def test_diaries_of_one_name_do_not_write_over_each_other(write_diary: WriteDiary) -> None:
    names = ["a/anna.tpediary.json", "b/Anna.json", "c/anna-2.tpediary.json", "d/anna.tpediary.json"]
    outcomes = summarise([write_diary(name) for name in names], Path("ward"))
    assert [outcome.written[0].name for outcome in outcomes] == [
        "anna.txt",
        "Anna-2.txt",
        "anna-2-2.txt",
        "anna-3.txt",
    ]


class TestWhatIsInTheFolderAlready:
    def test_a_page_of_an_earlier_run_is_left_and_the_others_are_made(
        self, write_diary: WriteDiary, here: Path
    ) -> None:
        first, other = write_diary("a/anna.tpediary.json"), write_diary("b/ben.tpediary.json")
        (here / "ward").mkdir()
        (here / "ward" / "anna.txt").write_text("of another Anna", encoding="utf-8")
        refused, made = summarise([first, other], Path("ward"))
        assert isinstance(refused.error, WrongUsage)
        assert made.written == (Path("ward/ben.txt"),)
        assert (here / "ward" / "anna.txt").read_text(encoding="utf-8") == "of another Anna"

    def test_the_same_without_a_folder_named(self, write_diary: WriteDiary, here: Path) -> None:
        (here / "anna.txt").write_text("of another Anna", encoding="utf-8")
        (outcome,) = summarise([write_diary("drawer/anna.tpediary.json")], None)
        assert isinstance(outcome.error, WrongUsage)
        assert (here / "anna.txt").read_text(encoding="utf-8") == "of another Anna"

    def test_a_file_that_is_named_is_replaced(self, write_diary: WriteDiary, here: Path) -> None:
        (here / "page.txt").write_text("yesterday's", encoding="utf-8")
        (outcome,) = summarise([write_diary()], Path("page.txt"))
        assert outcome.written == (Path("page.txt"),)

    def test_of_several_pages_none_is_written_where_one_is_there(self, write_diary: WriteDiary, here: Path) -> None:
        (here / "ward").mkdir()
        (here / "ward" / "anna-2.png").write_bytes(b"of another Anna")
        (outcome,) = summarise([write_diary(questions=MANY_QUESTIONS)], Path("ward"), "png")
        assert isinstance(outcome.error, WrongUsage)
        assert [path.name for path in (here / "ward").iterdir()] == ["anna-2.png"]

    def test_a_name_for_the_first_page_is_no_name_for_the_others(self, write_diary: WriteDiary, here: Path) -> None:
        (here / "room.png").write_bytes(b"yesterday's")
        (here / "room-2.png").write_bytes(b"of another Anna")
        (outcome,) = summarise([write_diary(questions=MANY_QUESTIONS)], Path("room.png"), "png")
        assert isinstance(outcome.error, WrongUsage)
        assert "room-2.png is there already" in outcome.error.what
        assert (here / "room.png").read_bytes() == b"yesterday's"
        assert (here / "room-2.png").read_bytes() == b"of another Anna"

    def test_of_two_commands_at_the_same_moment_one_is_refused(
        self, write_diary: WriteDiary, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        source, page, real = write_diary("drawer/anna.tpediary.json"), here / "anna.txt", os.fsync

        def another_is_faster(handle: int) -> None:
            real(handle)
            page.write_bytes(b"of another Anna")

        monkeypatch.setattr(os, "fsync", another_is_faster)
        (outcome,) = summarise([source], None)
        assert isinstance(outcome.error, WrongUsage)
        assert "anna.txt is there already" in outcome.error.what
        assert page.read_bytes() == b"of another Anna"

    def test_on_a_disk_that_gets_full_no_page_of_several_is_left(
        self, write_diary: WriteDiary, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        source, real, calls = write_diary("drawer/anna.json", questions=MANY_QUESTIONS), os.fsync, []

        def full_at_the_second(handle: int) -> None:
            calls.append(handle)
            if len(calls) == 2:
                raise OSError(28, "No space left on device")
            real(handle)

        monkeypatch.setattr(os, "fsync", full_at_the_second)
        (outcome,) = summarise([source], Path("room.png"), "png")
        assert isinstance(outcome.error, CannotWrite)
        assert [path.name for path in here.iterdir()] == ["drawer"]

    def test_with_replace_it_is(self, write_diary: WriteDiary, here: Path) -> None:
        (here / "room-2.png").write_bytes(b"of another Anna")
        source = write_diary(questions=MANY_QUESTIONS)
        (outcome,) = batch.summarise([source], Path("room.png"), job("png"), replace=True)
        assert Path("room-2.png") in outcome.written

    def test_more_pages_than_there_are_now_stay_and_are_named(self, write_diary: WriteDiary, here: Path) -> None:
        summarise([write_diary(questions=MANY_QUESTIONS)], Path("x.png"), "png")
        (here / "x-ray.png").write_bytes(b"no page")
        (outcome,) = summarise([write_diary("ben.tpediary.json")], Path("x.png"), "png")
        assert outcome.written == (Path("x.png"),)
        assert outcome.left[:2] == (Path("x-2.png"), Path("x-3.png"))
        assert {path.name for path in outcome.left} == {path.name for path in here.glob("x-[0-9].png")}

    def test_pages_of_the_same_run_are_not_left_over(self, write_diary: WriteDiary) -> None:
        sources = [write_diary("a/anna.tpediary.json"), write_diary("b/anna-2.tpediary.json")]
        for __ in range(2):
            outcomes = list(batch.summarise(sources, Path("ward"), job("png"), replace=True))
            assert [outcome.left for outcome in outcomes] == [(), ()]


MANY_QUESTIONS = [{"text": "Why is that so? " * 100} for __ in range(5)]


@pytest.mark.parametrize("replace", [False, True])
def test_the_second_page_of_one_is_not_the_first_of_another(write_diary: WriteDiary, here: Path, replace: bool) -> None:
    long = write_diary("a/anna.tpediary.json", questions=MANY_QUESTIONS)
    short = write_diary("b/anna-2.tpediary.json")
    for sources in ([long, short], [short, long]):
        folder = Path("-".join(source.parent.name for source in sources))
        outcomes = list(batch.summarise(sources, folder, job("png"), replace=replace))
        written = [path for outcome in outcomes for path in outcome.written]
        assert len(written) == len(set(written)) == len(list(folder.iterdir()))
        names = {outcome.source: [path.name for path in outcome.written] for outcome in outcomes}
        assert names[long][:2] == ["anna.png", "anna-page-2.png"]
        assert names[short] == ["anna-2.png"]


def test_a_bad_diary_does_not_stop_the_others(write_diary: WriteDiary, here: Path) -> None:
    good, other = write_diary("good.tpediary.json"), write_diary("other.tpediary.json")
    bad = here / "bad.tpediary.json"
    bad.write_text("{", encoding="utf-8")
    outcomes = summarise([good, bad, other], Path("ward"))
    assert [bool(outcome.written) for outcome in outcomes] == [True, False, True]
    assert isinstance(outcomes[1].error, BadInput)
    assert sorted(path.name for path in (here / "ward").iterdir()) == ["good.txt", "other.txt"]


@pytest.mark.parametrize("out", ["ward.txt", "-"])
def test_several_diaries_need_a_folder(out: str, write_diary: WriteDiary, here: Path) -> None:
    (here / "ward.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WrongUsage):
        summarise([write_diary("a.json"), write_diary("b.json")], Path(out))
    assert (here / "ward.txt").read_text(encoding="utf-8") == "mine"


def same(source: Path) -> Path:
    return source


def linked(source: Path) -> Path:
    link = source.with_name("link.json")
    link.symlink_to(source)
    return link


def hard_linked(source: Path) -> Path:
    link = source.with_name("link.json")
    os.link(source, link)
    return link


def test_a_page_never_takes_the_place_of_a_diary(write_diary: WriteDiary, tmp_path: Path) -> None:
    DiaryStore.create(tmp_path, None).close()
    with pytest.raises(WrongUsage) as raised:
        summarise([write_diary()], tmp_path / "diary.db", "pdf")
    assert "is part of a diary" in raised.value.what
    DiaryStore.open(tmp_path, None).close()


@pytest.mark.parametrize("other_name", [same, linked, hard_linked])
def test_a_diary_is_never_written_over_by_its_own_page(other_name: object, write_diary: WriteDiary) -> None:
    source = write_diary()
    before = source.read_bytes()
    out = other_name(source)  # type: ignore[operator]
    with pytest.raises(WrongUsage) as raised:
        summarise([source], out, "json")
    assert "is the diary itself" in raised.value.what
    assert source.read_bytes() == before


def test_another_diary_of_the_batch_is_not_written_over_either(write_diary: WriteDiary) -> None:
    first = write_diary("first.tpediary.json")
    second = write_diary("first-2.tpediary.json")
    with pytest.raises(WrongUsage):
        summarise([first, second], None, "json")


def test_an_existing_page_survives_a_failed_run(here: Path) -> None:
    (here / "bad.json").write_text("[", encoding="utf-8")
    (here / "page.pdf").write_bytes(b"yesterday's")
    (outcome,) = summarise([Path("bad.json")], Path("page.pdf"), "pdf")
    assert isinstance(outcome.error, TpeGuideError)
    assert (here / "page.pdf").read_bytes() == b"yesterday's"
    assert sorted(path.name for path in here.iterdir()) == ["bad.json", "page.pdf"]


def test_a_folder_that_is_missing_is_told(write_diary: WriteDiary) -> None:
    (outcome,) = summarise([write_diary()], Path("nowhere/page.txt"))
    assert isinstance(outcome.error, CannotWrite)
    with pytest.raises(CannotWrite):
        summarise([write_diary("a.json"), write_diary("b.json")], Path("nowhere/ward"))


def test_a_long_course_makes_a_picture_a_page(write_diary: WriteDiary, here: Path) -> None:
    (outcome,) = summarise([write_diary(questions=MANY_QUESTIONS)], Path("page.png"), "png")
    assert outcome.written[:2] == (Path("page.png"), Path("page-2.png"))
    assert {path.name for path in here.glob("*.png")} == {path.name for path in outcome.written}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_device_is_written_to_and_not_replaced(write_diary: WriteDiary, here: Path) -> None:
    os.mkfifo(here / "pipe")
    reader = os.open(here / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        (outcome,) = summarise([write_diary()], here / "pipe")
        assert outcome.error is None
        assert os.read(reader, 15) == b"Plasma exchange"
    finally:
        os.close(reader)
    assert (here / "pipe").is_fifo()
