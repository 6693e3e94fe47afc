"""``tpe-guide handout`` as a person and a script meet it."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest

from tests.summary import pdf
from tpe_guide import cli
from tpe_guide.guide import clinic_file
from tpe_guide.guide.library import Library
from tpe_guide.handout import order, typeset
from tpe_guide.summary.moment import VARIABLE


def write_clinic(path: Path, **words: str) -> Path:
    """A clinic's file that says *words*: ``unit_phone="…"``."""
    data = json.loads(clinic_file.template(Library.load().slots))
    for name, text in words.items():
        data["details"][name.replace("_", "-")]["words"] = text
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_chosen_pages_become_a_pdf(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["handout", "--page", "tingling", "cramps", "-o", "two.pdf"]) == 0
    assert capsys.readouterr().out == "Wrote two.pdf\n"
    said = pdf.text_of((here / "two.pdf").read_bytes())
    for title in ("Why might I tingle?", "What if my muscles cramp?"):
        assert pdf.squeezed(title) in said
    assert pdf.squeezed("What is plasma?") not in said


def test_pages_can_be_named_one_by_one(here: Path) -> None:
    assert cli.main(["-q", "handout", "--page", "tingling", "--page", "cramps", "-o", "apart.epub"]) == 0
    names = zipfile.ZipFile(here / "apart.epub").namelist()
    assert {"EPUB/page-tingling.xhtml", "EPUB/page-cramps.xhtml"} <= {*names}


def test_the_end_of_the_name_says_the_format_in_any_letters(here: Path) -> None:
    assert cli.main(["-q", "handout", "--page", "tired", "-o", "TIRED.EPUB"]) == 0
    assert (here / "TIRED.EPUB").read_bytes().startswith(b"PK")


def test_a_name_that_says_nothing_is_asked_for_the_format(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["handout", "--page", "tired", "-o", "tired.doc"]) == 2
    assert "say --to pdf or --to epub" in capsys.readouterr().err
    assert not [*here.iterdir()]
    assert cli.main(["handout", "--page", "tired", "--to", "epub", "-o", "tired.doc"]) == 0
    assert (here / "tired.doc").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("out", [".", "new/", "/"])
def test_a_folder_is_no_file_to_write(here: Path, out: str) -> None:
    assert cli.main(["handout", "--page", "tired", "-o", out]) == 2
    assert not [*here.iterdir()]


@pytest.mark.parametrize("name", ["diary.db", "diary.key"])
def test_nothing_is_written_over_a_diary(here: Path, name: str) -> None:
    (here / name).write_bytes(b"kept")
    assert cli.main(["handout", "--page", "tired", "--to", "pdf", "-o", name]) == 2
    assert (here / name).read_bytes() == b"kept"


def test_a_page_that_is_not_there_is_told_with_the_nearest(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "out.pdf").write_bytes(b"kept")
    assert cli.main(["handout", "--page", "tingling", "crmps", "-o", "out.pdf"]) == 1
    assert capsys.readouterr().err == "There is no page called “crmps”. The nearest is “cramps”.\n"
    assert (here / "out.pdf").read_bytes() == b"kept"


def test_what_goes_wrong_leaves_the_file_that_was_there(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(typeset, "to_pdf", fail)
    (here / "out.pdf").write_bytes(b"kept")
    assert cli.main(["handout", "--page", "tired", "-o", "out.pdf"]) == 3
    assert [path.name for path in here.iterdir()] == ["out.pdf"]
    assert (here / "out.pdf").read_bytes() == b"kept"


def test_a_folder_that_is_not_there_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["handout", "--page", "tired", "-o", "nowhere/out.pdf"]) == 3
    assert "nowhere/out.pdf cannot be written" in capsys.readouterr().err


def test_without_a_name_it_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["handout"]) == 2
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize(("to", "start"), [([], b"%PDF"), (["--to", "epub"], b"PK")])
def test_it_goes_to_standard_output_alone(
    to: list[str], start: bytes, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["handout", "--page", "tired", *to, "-o", "-"]) == 0
    said = capfdbinary.readouterr()
    assert said.out.startswith(start)
    assert said.err == b""


@pytest.mark.parametrize("end", ["pdf", "epub"])
def test_the_same_moment_gives_the_same_bytes(here: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    monkeypatch.setenv(VARIABLE, "1778750000")
    for name in ("one", "other"):
        assert cli.main(["-q", "handout", "--page", "tired", "-o", f"{name}.{end}"]) == 0
    assert (here / f"one.{end}").read_bytes() == (here / f"other.{end}").read_bytes()
    monkeypatch.setenv(VARIABLE, "1778836400")
    assert cli.main(["-q", "handout", "--page", "tired", "-o", f"later.{end}"]) == 0
    assert (here / f"one.{end}").read_bytes() != (here / f"later.{end}").read_bytes()


def test_a_moment_that_is_none_is_wrong_usage(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "soon")
    assert cli.main(["handout", "--page", "tired", "-o", "out.pdf"]) == 2
    assert VARIABLE in capsys.readouterr().err
    assert not [*here.iterdir()]


# What the unit says


@pytest.mark.parametrize("before", [True, False])
def test_a_clinics_file_fills_its_numbers_in(here: Path, before: bool) -> None:
    clinic = ["--clinic", str(write_clinic(here / "clinic.json", unit_phone="01632 960 123"))]
    line = ["handout", "--page", "tired", "-o", "out.pdf"]
    assert cli.main([*clinic, *line] if before else [*line, *clinic]) == 0
    assert "Yourunit:01632960123" in pdf.text_of((here / "out.pdf").read_bytes())


def test_what_was_written_in_on_this_computer_is_there_too(here: Path, data_dir: Path) -> None:
    write_clinic(data_dir / clinic_file.FILE, unit_phone="01632 960 777")
    assert cli.main(["handout", "--page", "tired", "-o", "out.pdf"]) == 0
    assert "Yourunit:01632960777" in pdf.text_of((here / "out.pdf").read_bytes())


def test_a_clinics_file_with_a_fault_makes_no_booklet(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = write_clinic(here / "clinic.json", unit_phone="nobody")
    assert cli.main(["handout", "--clinic", str(bad), "--page", "tired", "-o", "out.pdf"]) == 1
    assert "unit-phone" in capsys.readouterr().err
    assert not (here / "out.pdf").exists()


def test_without_a_home_folder_there_is_a_booklet_all_the_same(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tpe_guide.errors import NoHomeFolder

    def none(_: object) -> Path:
        raise NoHomeFolder

    monkeypatch.setattr(order, "data_dir", none)
    assert cli.main(["handout", "--page", "tired", "-o", "out.epub"]) == 0


# Depth, paper, progress


def test_three_facts_are_fewer_pages_than_all(here: Path) -> None:
    for depth in ("facts", "full"):
        assert cli.main(["-q", "handout", "--depth", depth, "--page", "tingling", "-o", f"{depth}.pdf"]) == 0
    facts, full = (pdf.page_count((here / f"{depth}.pdf").read_bytes()) for depth in ("facts", "full"))
    assert facts < full


def test_paper_and_large_letters(here: Path) -> None:
    assert cli.main(["handout", "--paper", "letter", "--large", "--page", "tired", "-o", "out.pdf"]) == 0
    data = (here / "out.pdf").read_bytes()
    assert min(pdf.text_sizes(data)) >= 17.999
    with pdf.opened(data) as whole:
        assert float(whole.pages[0].MediaBox[2]) == 612


@pytest.mark.parametrize(("end", "words"), [("pdf", "Setting the pages …"), ("epub", "Writing pages: 2 of 2")])
def test_how_far_it_has_come_is_shown_on_a_terminal_only(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], end: str, words: str
) -> None:
    line = ["handout", "--page", "tired", "-o", f"out.{end}"]
    assert cli.main(line) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.main(line) == 0
    assert words in capsys.readouterr().err
    assert cli.main(["-q", *line]) == 0
    assert capsys.readouterr().err == ""
