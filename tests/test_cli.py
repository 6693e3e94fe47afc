"""The command line as a person and a script meet it: words, exit codes, one line when it goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import A_THURSDAY_MORNING
from tpe_guide import __version__, cli, paths
from tpe_guide.diary import demo, exchange
from tpe_guide.kiosk import parent
from tpe_guide.summary import batch

COMMANDS = ["", "open", "kiosk", "kiosk pin", "kiosk certify", "kiosk counts", "kiosk setup", "kiosk pack",
            "kiosk pack check", "kiosk pack sign", "summary", "handout", "form", "diary", "diary info", "diary export",
            "diary import", "diary schema", "diary backup", "diary verify", "diary restore", "diary sheet",
            "diary recover", "content", "content check", "content changes", "tour", "doctor", "selftest"]  # fmt: skip
MEGABYTE = 1024 * 1024


@pytest.fixture
def anna(here: Path) -> Path:
    """The demo diary, in the folder the command is given in."""
    path = here / "anna.tpediary.json"
    path.write_bytes(exchange.dumps(demo.demo_diary(demo.FIXED_DAY), exported_at=A_THURSDAY_MORNING, app="test"))
    return path


def changed(anna: Path, change: Callable[[Any], None]) -> None:
    data = json.loads(anna.read_bytes())
    change(data)
    anna.write_text(json.dumps(data), encoding="utf-8")


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "tpe_guide", *arguments], capture_output=True, check=False, **options)


# Words


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*command.split(), "--help"]) == 0
    said = capsys.readouterr().out
    assert f"Example: tpe-guide {command}".rstrip() in said
    for option in ("--data-dir", "--version", "--quiet", "--lang"):
        assert option in said


@pytest.mark.parametrize("arguments", [["--version"], ["summary", "--version"], ["diary", "info", "--version"]])
def test_the_version_is_told_anywhere(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 0
    assert capsys.readouterr().out == f"tpe-guide {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["summary"],
        ["summary", "a.json", "--to", "docx"],
        ["summary", "a.json", "--paper", "a5"],
        ["summary", "a.json", "--from", "4 May"],
        ["summary", "a.json", "--until", "last"],
        ["summary", "a.json", "--from", "2026-05-08", "--until", "2026-05-04"],
        ["summary", "a.json", "--parts", "effects,signs"],
        ["summary", "a.json", "--to", "csv", "--parts", "effects"],
        ["diary"],
        ["diary", "restore"],
        ["content"],
        ["--lang", "tlh"],
        ["--page"],
        ["tour"],
        ["tour", "--out", "d", "--size", "wide"],
        ["tour", "--out", "d", "--size", "0x5"],
        ["tour", "--out", "d", "--text", "110"],
        ["tour", "--out", "d", "--theme", "pink"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("tpe-guide")
    assert list(here.iterdir()) == []


# The window


USUAL: dict[str, Any] = {
    "page": "",
    "language": "",
    "data_dir": None,
    "clinic": None,
    "boxes": False,
    "files": (),
    "eyes_rest": False,
}


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """A program that opens no window, and what it was asked for."""
    asked: list[tuple[str, dict[str, Any]]] = []
    for module, name, answer in (("app", "run", 0), ("kiosk_app", "run_kiosk", 0), ("tour_app", "run_tour", [])):
        fake = types.ModuleType(f"tpe_guide.{module}")
        setattr(fake, name, lambda name=name, answer=answer, **options: asked.append((name, options)) or answer)
        monkeypatch.setitem(sys.modules, f"tpe_guide.{module}", fake)
    monkeypatch.setattr(parent, "run", lambda **options: asked.append(("run_kiosk", options)) or 0)
    return asked


def test_without_a_command_the_app_opens(app: list[tuple[str, dict[str, Any]]]) -> None:
    assert cli.main([]) == 0
    assert cli.main(["--page", "tingling", "--lang", "en", "--data-dir", "d"]) == 0
    assert app == [
        ("run", USUAL),
        ("run", USUAL | {"page": "tingling", "language": "en", "data_dir": Path("d")}),
    ]


def test_it_opens_to_be_heard_with_closed_eyes(app: list[tuple[str, dict[str, Any]]]) -> None:
    assert cli.main(["--eyes-rest"]) == 0
    assert app == [("run", USUAL | {"eyes_rest": True})]


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ("anna.tpediary.json", ["anna.tpediary.json"]),
        ("open anna.tpediary.json ward", ["anna.tpediary.json", "ward"]),
        ("--lang en Anna.PDF ./ward/", ["Anna.PDF", "ward"]),
        ("--debug-layout --data-dir d /media/stick/a.tpediary.json", ["/media/stick/a.tpediary.json"]),
    ],
)
def test_a_file_named_alone_is_opened_as_by_a_double_click(
    arguments: str, files: list[str], app: list[tuple[str, dict[str, Any]]]
) -> None:
    assert cli.main(arguments.split()) == 0
    assert [(name, options["files"]) for name, options in app] == [("run", [Path(file) for file in files])]


@pytest.mark.parametrize("arguments", ["kiosk anna.tpediary.json", "kiosk open anna.pdf", "sumary", "diary anna.pdf"])
def test_no_other_command_takes_one_for_the_window(
    arguments: str, app: list[tuple[str, dict[str, Any]]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments.split()) == 2
    assert app == []
    assert capsys.readouterr().err


def test_a_file_of_a_command_s_name_does_not_take_its_place(here: Path, app: list[tuple[str, dict[str, Any]]]) -> None:
    (here / "kiosk").touch()
    assert cli.main(["kiosk"]) == 0
    assert [name for name, __ in app] == ["run_kiosk"]


@pytest.mark.parametrize("arguments", ["--data-dir d --lang en kiosk", "kiosk --lang en --data-dir d"])
def test_general_options_stand_before_a_command_or_after_it(
    arguments: str, app: list[tuple[str, dict[str, Any]]]
) -> None:
    assert cli.main(arguments.split()) == 0
    assert app == [("run_kiosk", {"language": "en", "data_dir": Path("d"), "clinic": None, "unlocked": False})]


@pytest.mark.parametrize("arguments", ["--debug-layout", "--debug-layout tour --out d", "tour --out d --debug-layout"])
def test_how_screens_are_laid_out_is_shown_where_it_is_asked_for(
    arguments: str, app: list[tuple[str, dict[str, Any]]]
) -> None:
    assert cli.main(arguments.split()) == 0
    assert [options["boxes"] for _name, options in app] == [True]
    assert cli.main(["tour", "--out", "d"]) == 0
    assert app[-1][1]["boxes"] is False


def test_a_unit_s_file_reaches_the_app_and_the_kiosk(app: list[tuple[str, dict[str, Any]]]) -> None:
    assert cli.main(["--clinic", "ours.json"]) == 0
    assert cli.main(["kiosk", "--clinic", "folder"]) == 0
    assert [(name, options["clinic"]) for name, options in app] == [
        ("run", Path("ours.json")),
        ("run_kiosk", Path("folder")),
    ]


def test_a_unit_s_template_is_right_as_it_comes_and_each_fault_has_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "clinic.json"
    assert cli.main(["clinic", "template", "-o", str(path)]) == 0
    assert cli.main(["clinic", "check", str(path)]) == 0
    assert "unit-phone" in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace('"words": ""', '"words": "?"'), encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["clinic", "check", str(path)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.removeprefix(f"{path}: ").partition(":")[0] for line in lines] == ["unit-phone", "out-of-hours"]


def test_a_template_never_takes_the_place_of_what_was_filled_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "clinic.json"
    path.write_text("ours")
    assert cli.main(["clinic", "template", "-o", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert path.read_text() == "ours"


def test_a_preview_of_nothing_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["content", "preview", str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'nowhere'}: expected a folder of content.\n"


def test_the_tour_is_told_what_to_draw(app: list[tuple[str, dict[str, Any]]]) -> None:
    assert cli.main(["tour", "--out", "d"]) == 0
    assert cli.main(["tour", "--out", "d", "--size", "1024x700", "--text", "200", "--theme", "dark"]) == 0
    plain, chosen = (options for __, options in app)
    assert plain == {
        "out": Path("d"),
        "size": None,
        "text_percent": None,
        "theme": None,
        "language": "en",
        "boxes": False,
    }
    assert chosen == plain | {"size": (1024, 700), "text_percent": 200, "theme": "dark"}


def test_a_machine_without_the_window_s_libraries_is_told_so_in_one_line() -> None:
    code = "import sys; sys.modules['PySide6.QtCore'] = None; from tpe_guide.cli import main; sys.exit(main([]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "a library is missing" in done.stderr


# The page


def test_a_diary_becomes_a_page(anna: Path, here: Path) -> None:
    done = process("summary", anna.name, "-o", "page.pdf", cwd=here)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"Wrote page.pdf from anna.tpediary.json\n", b"")
    assert (here / "page.pdf").read_bytes().startswith(b"%PDF-")


def test_quiet_says_nothing(anna: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["-q", "summary", str(anna)]) == 0
    assert cli.main(["summary", str(anna), "--to", "text", "-q"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_page_can_go_through_a_pipe(anna: Path, here: Path) -> None:
    done = process("summary", "-", "-o", "-", "--to", "text", input=anna.read_bytes(), cwd=here)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Plasma exchange: the patient’s own report\n")
    assert list(here.iterdir()) == [anna]


def test_the_demo_fits_one_page_with_the_words_of_the_guide(anna: Path, here: Path) -> None:
    assert cli.main(["-q", "summary", str(anna), "-o", "page.png", "--paper", "letter"]) == 0
    assert sorted(path.name for path in here.glob("*.png")) == ["page.png"]


def test_days_and_parts_of_a_page_can_be_chosen(anna: Path, here: Path) -> None:
    asked = ["--from", "2026-05-08", "--until", "2026-05-11", "--parts", "effects, questions"]
    assert cli.main(["-q", "summary", str(anna), "-o", "page.txt", *asked]) == 0
    said = " ".join((here / "page.txt").read_text(encoding="utf-8").split())
    assert "Shown: 8 to 11 May 2026. Not shown: 2 entries and 2 sessions before that." in said
    assert "Left out: the patient’s own words; list of sessions; what matters to the patient." in said
    assert "Last session: 5, Wed 13 May" in said
    assert "clock on the wall" not in said


def test_a_page_can_begin_with_the_last_session(anna: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778742720")
    assert cli.main(["-q", "summary", str(anna), "-o", "page.txt", "--from", "last"]) == 0
    assert "Shown: from 13 May 2026 on." in (here / "page.txt").read_text(encoding="utf-8")


def test_the_same_diary_and_clock_give_the_same_bytes(anna: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778742720")
    for name in ("one.pdf", "two.pdf", "one.png", "two.png", "one.html", "two.html"):
        assert process("-q", "summary", anna.name, "-o", name, cwd=here).returncode == 0
    for kind in ("pdf", "png", "html"):
        assert (here / f"one.{kind}").read_bytes() == (here / f"two.{kind}").read_bytes()
    assert "Printed 14 May 2026, 07:12 (UTC)." in (here / "one.html").read_text(encoding="utf-8")


def test_a_batch_says_what_it_wrote_and_what_was_bad(
    anna: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "bad.json").write_text("{}", encoding="utf-8")
    assert cli.main(["summary", "anna.tpediary.json", "bad.json", "-o", "ward", "--to", "text"]) == 1
    said = capsys.readouterr()
    assert said.out == f"Wrote {Path('ward/anna.txt')} from anna.tpediary.json\n"
    first, last = said.err.splitlines()
    assert first.startswith("bad.json: what kind of file it is: expected ")
    assert last == "1 made, 1 not: bad.json"


def test_of_files_with_one_name_it_is_said_which_page_is_whose(
    anna: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for bed in ("bed-4", "bed-5"):
        (here / bed).mkdir()
        (here / bed / "diary.tpediary.json").write_bytes(anna.read_bytes())
    inputs = [str(Path(bed) / "diary.tpediary.json") for bed in ("bed-4", "bed-5")]
    assert cli.main(["summary", *inputs, "-o", "ward", "--to", "text"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Wrote {Path('ward/diary.txt')} from {inputs[0]}",
        f"Wrote {Path('ward/diary-2.txt')} from {inputs[1]}",
        "2 made.",
    ]


def test_a_page_in_the_folder_from_an_earlier_run_is_left_and_that_is_said(
    anna: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "ward").mkdir()
    (here / "ward" / "anna.txt").write_text("of another Anna", encoding="utf-8")
    asked = ["summary", anna.name, "-o", "ward", "--to", "text"]
    assert cli.main(asked) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"{Path('ward/anna.txt')} is there already, maybe of another person. It was left as it is. "
        "Name an empty folder as OUT, or say --replace.\n"
    )
    assert (here / "ward" / "anna.txt").read_text(encoding="utf-8") == "of another Anna"
    assert cli.main([*asked, "--replace"]) == 0
    assert capsys.readouterr().out == f"Wrote {Path('ward/anna.txt')} from {anna.name}\n"
    assert (here / "ward" / "anna.txt").read_text(encoding="utf-8").startswith("Plasma exchange")


def test_more_pages_of_an_earlier_run_are_not_passed_over_in_silence(
    anna: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "page-2.png").write_bytes(b"of another Anna")
    assert cli.main(["-q", "summary", anna.name, "-o", "page.png"]) == 0
    assert capsys.readouterr().err == "Still there from before, and maybe of another person: page-2.png\n"
    assert (here / "page-2.png").read_bytes() == b"of another Anna"


def test_a_name_that_ends_in_a_slash_is_a_folder_and_is_made(anna: Path, here: Path) -> None:
    assert cli.main(["-q", "summary", anna.name, "-o", "new/", "--to", "text"]) == 0
    assert [path.name for path in (here / "new").iterdir()] == ["anna.txt"]


def test_a_file_is_not_taken_for_the_folder_that_was_named(
    anna: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "page.txt").write_text("yesterday's", encoding="utf-8")
    assert cli.main(["summary", anna.name, "-o", "page.txt/"]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert (here / "page.txt").read_text(encoding="utf-8") == "yesterday's"


def test_standard_input_is_named_as_the_source(
    anna: Path, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with anna.open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert cli.main(["summary", "-", "-o", "page.txt"]) == 0
    assert capsys.readouterr().out == "Wrote page.txt from <stdin>\n"


def test_a_batch_counts_on_a_terminal(
    anna: Path, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "ben.json").write_bytes(anna.read_bytes())
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.main(["summary", "anna.tpediary.json", "ben.json", "-o", "ward", "--to", "text"]) == 0
    assert "2 of 2" in capsys.readouterr().err


def test_a_page_needs_no_window_and_no_store(anna: Path, here: Path) -> None:
    code = (
        "import sys; from tpe_guide.cli import main; main(['-q', 'summary', sys.argv[1], '-o', sys.argv[2]])\n"
        "print([name for name in ('PySide6', 'sqlcipher3', 'argon2', 'markdown_it', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(anna), "page.pdf"], capture_output=True, text=True, check=True, cwd=here
    )
    assert done.stdout == "[]\n"


# Bad input


def not_json(anna: Path) -> None:
    anna.write_text("Dear nurse,", encoding="utf-8")


def truncated(anna: Path) -> None:
    anna.write_bytes(anna.read_bytes()[:400])


def empty(anna: Path) -> None:
    anna.write_bytes(b"")


def not_text(anna: Path) -> None:
    anna.write_bytes(b'{"format": "\xff\xfe\x00"}')


def a_picture(anna: Path) -> None:
    anna.write_bytes(b"\x89PNG\r\n\x1a\n\x00")


def from_a_newer_version(anna: Path) -> None:
    changed(anna, lambda data: data.update(version=2))


def unknown_effect(anna: Path) -> None:
    changed(anna, lambda data: data["entries"][0]["effects"][0].update(effect="glow"))


def impossible_date(anna: Path) -> None:
    changed(anna, lambda data: data["sessions"][0].update(day="2026-02-30"))


def severity_seven(anna: Path) -> None:
    changed(anna, lambda data: data["entries"][0]["effects"][0].update(severity=7))


def fifty_megabytes(anna: Path) -> None:
    with anna.open("r+b") as stream:
        stream.truncate(50 * MEGABYTE)


def missing(anna: Path) -> None:
    anna.unlink()


def a_folder(anna: Path) -> None:
    anna.unlink()
    anna.mkdir()


@pytest.mark.parametrize(
    ("spoil", "code", "says"),
    [
        (not_json, 1, "expected a diary file (.tpediary.json); this is something else"),
        (truncated, 1, "it breaks off here"),
        (empty, 1, "this one is empty"),
        (not_text, 1, "in this one, letters cannot be read"),
        (a_picture, 1, "expected a diary file (.tpediary.json); this is something else"),
        (from_a_newer_version, 3, "from a newer version"),
        (unknown_effect, 1, "first effect, which effect it is: expected a word that this guide knows"),
        (impossible_date, 1, "session number 1, its day: expected a real date"),
        (
            severity_seven,
            1,
            "entry of 4 May 2026, first effect, how bad it was: expected a whole number from 0 to 3, not 7",
        ),
        (fifty_megabytes, 1, "expected a file of at most 20 MB, not 50 MB"),
        (missing, 1, "expected a file that can be read"),
        (a_folder, 1, "expected a folder with diary files in it"),
    ],
)
def test_bad_input_is_one_clear_line_and_nothing_is_written(
    spoil: Callable[[Path], None], code: int, says: str, anna: Path, here: Path
) -> None:
    page = here / "page.pdf"
    page.write_bytes(b"yesterday's page")
    spoil(anna)
    left = sorted(here.iterdir())
    done = process("summary", anna.name, "-o", page.name, cwd=here)
    assert done.returncode == code
    assert done.stdout == b""
    line = done.stderr.decode()
    assert line.startswith("anna.tpediary.json: ")
    assert says in line
    assert line.count("\n") == 1
    assert page.read_bytes() == b"yesterday's page"
    assert sorted(here.iterdir()) == left


def test_a_page_that_cannot_be_written_is_three(anna: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["summary", str(anna), "-o", "nowhere/page.pdf"]) == 3
    assert capsys.readouterr().err == f"{Path('nowhere/page.pdf')} cannot be written: no such file or directory.\n"


def test_a_format_that_is_not_known_is_asked_about(anna: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["summary", str(anna), "-o", "anna.docx"]) == 2
    assert capsys.readouterr().err.startswith("anna.docx: which format is this?")


def test_a_diary_as_its_own_page_is_wrong_usage(anna: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = anna.read_bytes()
    assert cli.main(["summary", str(anna), "-o", str(anna)]) == 2
    assert "is the diary itself" in capsys.readouterr().err
    assert anna.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_name_cannot_break_the_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["summary", "a\n\x1b[31mb\udcff.json"]) == 1
    told = capsys.readouterr().err
    assert told.startswith(r"a\n\x1b[31mb\udcff.json: expected a file that can be read"), "which file it is can be told"
    assert told.count("\n") == 1


# The diary


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diary", "schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(exchange.schema())


def test_a_folder_without_a_diary_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diary", "info", "--data-dir", str(tmp_path)]) == 3
    assert capsys.readouterr().err == f"There is no diary in {tmp_path} yet. The app starts one.\n"


@pytest.mark.parametrize("out", ["ward/", ""])
def test_an_export_into_a_folder_makes_no_file_of_its_name(
    here: Path, data_dir: Path, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    from tpe_guide.diary.store import DiaryStore

    DiaryStore.create(data_dir, None).close()
    assert cli.main(["diary", "export", out]) == 2
    assert capsys.readouterr().err == f"“{out}” is a folder: name a file in it as OUT.\n"
    assert not (here / "ward").exists()


def test_a_diary_goes_in_and_comes_out_again(
    anna: Path, here: Path, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tpe_guide.diary.store import DiaryStore

    DiaryStore.create(data_dir, None).close()
    assert cli.main(["diary", "import", str(anna)]) == 0
    assert capsys.readouterr().out.startswith("Added: 7 sessions, 6 entries, 3 questions.")
    assert cli.main(["diary", "info"]) == 0
    assert f"Diary: {paths.data_dir()}" in capsys.readouterr().out
    assert cli.main(["-q", "diary", "export", "again.tpediary.json"]) == 0
    assert capsys.readouterr().out == ""
    assert exchange.read(here / "again.tpediary.json").entries == exchange.read(anna).entries


# When it does not work out


def test_a_bug_is_seventy_and_keeps_a_persons_words_to_itself(
    anna: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*__: object) -> None:
        raise ValueError("I wet myself on the ward")

    monkeypatch.setattr(batch, "render", broken)
    monkeypatch.delenv(cli.DEBUG_VARIABLE, raising=False)
    assert cli.main(["summary", str(anna)]) == 70
    said = capsys.readouterr().err
    assert said.startswith(f"This is a bug in tpe-guide {__version__}, not in what you did: ValueError at test_cli.py:")
    assert "ward" not in said
    assert said.count("\n") == 1
    monkeypatch.setenv(cli.DEBUG_VARIABLE, "1")
    assert cli.main(["summary", str(anna)]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_is_quiet(anna: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "render", interrupted)
    assert cli.main(["summary", str(anna)]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_reader_who_has_had_enough_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "tpe_guide", "diary", "schema"], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


# Standard streams that are closed, full, or read by nobody


posix_only = pytest.mark.skipif(os.name == "nt", reason="the shell of POSIX")
NO_ROOM = "The output cannot be written: no space left on device.\n"
CLOSED = "The output cannot be written: it is closed.\n"


def in_a_shell(line: str, here: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run *line* as a shell does; ``tpe`` is the program."""
    line = f'tpe() {{ "{sys.executable}" -m tpe_guide "$@"; }}\n{line}'
    return subprocess.run(
        ["sh", "-c", line], capture_output=True, text=True, check=False, cwd=here, env=os.environ | environment
    )


@posix_only
@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("tpe summary - <&-", 1, "<stdin>: expected a diary file; standard input is closed.\n"),
        ("tpe summary anna.tpediary.json -o - >&-", 3, CLOSED),
        ("tpe summary anna.tpediary.json -o - >/dev/full", 3, NO_ROOM),
        ("tpe summary anna.tpediary.json -o - --to text >/dev/full", 3, NO_ROOM),
        ("tpe summary anna.tpediary.json -o page.pdf >/dev/full", 3, NO_ROOM),
        ("tpe diary schema >/dev/full", 3, NO_ROOM),
        ("tpe diary schema >&-", 3, CLOSED),
        ("tpe clinic template >&-", 3, CLOSED),
        ("tpe --help >/dev/full", 3, NO_ROOM),
        ("tpe --version >&-", 3, CLOSED),
        ("tpe doctor >/dev/full", 3, NO_ROOM),
        ("tpe summary nowhere.json >&- <&-", 1, "nowhere.json: expected a file that can be read"),
    ],
)
def test_a_closed_or_full_stream_is_one_line(line: str, code: int, says: str, anna: Path, here: Path) -> None:
    done = in_a_shell(line, here)
    assert done.returncode == code
    assert done.stderr.startswith(says)
    assert done.stderr.count("\n") == 1


@posix_only
def test_a_page_is_whole_though_nobody_can_be_told_of_it(anna: Path, here: Path) -> None:
    assert in_a_shell("tpe summary anna.tpediary.json -o page.pdf >&-", here).returncode == 0
    assert (here / "page.pdf").read_bytes().startswith(b"%PDF-")


@posix_only
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("tpe summary nowhere.json -o - 2>&-", 1),
        ("tpe summary nowhere.json -o - 2>/dev/full", 1),
        ("tpe fly 2>&-", 2),
        ("tpe summary anna.tpediary.json nowhere.json -o - 2>&-", 2),
    ],
)
def test_errors_that_cannot_be_told_are_not_mixed_into_what_is_piped(
    line: str, code: int, anna: Path, here: Path
) -> None:
    done = in_a_shell(line, here)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


@posix_only
def test_a_page_goes_through_a_pipe_without_standard_error(anna: Path, here: Path) -> None:
    done = in_a_shell("tpe summary - -o - --to text <anna.tpediary.json 2>&-", here)
    assert done.returncode == 0
    assert done.stdout.startswith("Plasma exchange: the patient’s own report\n")


@posix_only
def test_a_reader_of_errors_who_has_had_enough_changes_no_exit_code(here: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "tpe_guide", "summary", "nowhere.json"], stderr=writer, check=False, cwd=here
    )
    os.close(writer)
    assert done.returncode == 1


@posix_only
def test_what_is_opened_first_is_never_in_the_place_of_a_closed_stream(here: Path) -> None:
    code = (
        "import os; from tpe_guide.terminal import hold_closed_streams as hold; hold(); print(os.open('a', 65), end='')"
    )
    line = f'"{sys.executable}" -c "{code}" <&- 2>&-'
    assert int(in_a_shell(line, here).stdout) > 2


# The system that refuses


def test_what_the_system_refuses_is_three_and_named(
    anna: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*__: object) -> None:
        raise PermissionError(13, "Permission denied", "/tmp/typst")

    monkeypatch.setattr(batch, "render", refused)
    assert cli.main(["summary", str(anna)]) == 3
    assert capsys.readouterr().err == "/tmp/typst: this computer refused: permission denied.\n"


def test_too_little_memory_is_three(
    anna: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(batch, "render", full)
    assert cli.main(["summary", str(anna)]) == 3
    assert capsys.readouterr().err == "This computer refused: there is not enough memory.\n"


@posix_only
def test_a_working_directory_that_is_gone_stops_no_page(anna: Path, here: Path) -> None:
    line = f'mkdir gone; cd gone; rmdir ../gone; tpe -q summary "{anna}" -o "{here / "page.pdf"}"'
    done = in_a_shell(line, here)
    assert (done.returncode, done.stderr) == (0, "")


@posix_only
@pytest.mark.parametrize("zone", ["UTC+25", "UTC-99", ":/nowhere", "nonsense", "%&"])
def test_an_impossible_time_zone_stops_no_page(zone: str, anna: Path, here: Path) -> None:
    done = in_a_shell("tpe summary anna.tpediary.json -o page.pdf", here, TZ=zone)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_home_of_somebody_unknown_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--data-dir", "~nobodyhere/x", "diary", "info"]) == 2
    assert capsys.readouterr().err == "~nobodyhere/x: nobody of that name has a home folder here.\n"


def test_a_terminal_that_knows_no_quotes_still_gets_the_line(here: Path) -> None:
    (here / "a.json").write_text('{"format": "“"}', encoding="utf-8")
    done = process("summary", "a.json", env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}, cwd=here)
    assert done.returncode == 1
    assert done.stderr.startswith(b"a.json: what kind of file it is: expected one of tpe-guide-diary, not ")
