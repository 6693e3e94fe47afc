"""``tpe-guide doctor``: what this machine can do, for the person who sets it up."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.speech.ssip_server import VOICES, SsipServer
from tpe_guide import crash_log, failure_report
from tpe_guide.clinic_pack.health import Health
from tpe_guide.diary.folder import STORE
from tpe_guide.diary.model import Question
from tpe_guide.diary.store import DiaryStore


@pytest.fixture(autouse=True)
def no_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A print system that runs, whatever stands around this test. Returns the folder of its commands."""
    programs = tmp_path / "programs"
    programs.mkdir()
    answer_with(programs, "echo scheduler is running; echo no system default destination")
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    return programs


def answer_with(programs: Path, script: str) -> None:
    for name in ("lp", "lpstat"):
        (programs / name).write_text(f"#!/bin/sh\n{script}\n")
        (programs / name).chmod(0o755)


def run_doctor(folder: Path | None, as_json: bool = False, before: str = "") -> subprocess.CompletedProcess[str]:
    named = None if folder is None else str(folder)
    # In a process of its own: it makes its own application.
    code = f"{before}\nfrom tpe_guide import doctor\nraise SystemExit(doctor.run({as_json}, {named!r}))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def findings(folder: Path) -> dict[str, Any]:
    done = run_doctor(folder, as_json=True)
    found: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == (0 if all(each["ok"] for each in found.values()) else 1)
    return found


def test_a_new_machine_is_in_order(data_dir: Path) -> None:
    done = run_doctor(data_dir)

    assert done.returncode == 0, done.stdout + done.stderr
    assert all(line.startswith("ok ") for line in done.stdout.splitlines())
    assert not data_dir.exists(), "looking changed something"


def test_a_script_reads_the_same_findings(data_dir: Path) -> None:
    found = findings(data_dir)

    assert set(found) == {
        "versions",
        "display",
        "fonts",
        "choices",
        "printers",
        "speech",
        "data_folder",
        "diary",
        "failures",
        "crashes",
        "clinic_pack",
    }
    assert found["data_folder"]["facts"]["folder"] == str(data_dir)
    assert found["data_folder"]["facts"]["free_bytes"] > 0
    assert found["diary"]["facts"] == {"present": False}
    assert found["failures"]["facts"] == {"count": 0, "folder": str(data_dir / "reports")}


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("", "choices: what this computer asks for is not heard of; that takes gdbus and a session bus"),
        ("sys.platform = 'darwin'", "macOS has no text size for all programs (not yet tried on macOS)"),
    ],
)
def test_it_tells_whether_the_choices_for_all_programs_are_heard_of(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, before: str, said: str
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    code = f"import os, sys; from tpe_guide import doctor; {before}\nprint(doctor._choices().words)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith(said)


def test_it_tells_whether_words_can_be_said_aloud(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = findings(data_dir)["speech"]["facts"]
    assert not facts["speaks"]
    assert "“speech-dispatcher-espeak-ng”" in facts["trouble"]
    with TemporaryDirectory(prefix="ssip-") as folder, SsipServer(Path(folder) / "speechd.sock") as server:
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{server.path}")
        assert findings(data_dir)["speech"]["facts"] == {
            "speaks": True,
            "voices": 3,
            "trouble": "",
            "not_yet_heard_on": "",
        }
        assert server.spoken.empty()


@pytest.mark.parametrize(
    ("voices", "words"),
    [
        ((), "speech: words can be said aloud; how many voices is not known"),
        ((("English", "en"),), "speech: words can be said aloud; 1 voice"),
        (VOICES, "speech: words can be said aloud; 3 voices"),
    ],
)
def test_voices_that_cannot_be_named_are_not_counted(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, voices: Sequence[tuple[str, str]], words: str
) -> None:
    with (
        TemporaryDirectory(prefix="ssip-") as folder,
        SsipServer(Path(folder) / "speechd.sock", voices=voices) as server,
    ):
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{server.path}")
        assert f"ok    {words}" in run_doctor(data_dir).stdout.splitlines()


@pytest.mark.parametrize("system", ["Windows", "macOS"])
def test_it_tells_where_the_voice_was_not_heard_by_us_yet(data_dir: Path, system: str) -> None:
    before = f"from tpe_guide.speech import back_ends; back_ends.not_yet_heard = lambda: {system!r}"

    done = run_doctor(data_dir, before=before)

    assert f"(not yet heard on {system})" in done.stdout


def test_it_tells_how_often_the_program_failed_and_where_that_is_written(data_dir: Path) -> None:
    for kind in ("KeyError", "LookupError"):
        failure_report.save(data_dir, failure_report.Failure(kind), {})

    done = run_doctor(data_dir)

    assert f"ok    failures: 2 reports in {data_dir / 'reports'}" in done.stdout.splitlines()
    assert done.returncode == 0


def test_it_tells_of_a_crash_its_day_and_where_it_is_written(data_dir: Path) -> None:
    data_dir.mkdir()
    for name in (crash_log.FILE, crash_log.BEFORE):
        (data_dir / name).write_text("Fatal Python error: Segmentation fault")
    noon = dt.datetime(2026, 5, 3, 12).timestamp()
    os.utime(data_dir / crash_log.BEFORE, (noon, noon))

    done = run_doctor(data_dir)

    (line,) = [line for line in done.stdout.splitlines() if "crash" in line]
    assert "2026-05-03" in line
    assert str(data_dir / crash_log.FILE) in line
    assert str(data_dir / crash_log.BEFORE) in line
    assert findings(data_dir)["crashes"]["facts"]["days"] == ["2026-05-03", f"{dt.datetime.now():%Y-%m-%d}"]


def test_a_log_in_which_no_crash_is_told_is_none(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / crash_log.FILE).touch()

    assert findings(data_dir)["crashes"]["facts"] == {"days": [], "files": []}


def test_a_platform_that_is_named_and_not_there_needs_care(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    done = run_doctor(data_dir)

    assert done.returncode == 1
    assert "QT_QPA_PLATFORM names wayland, and there is none" in done.stdout


def test_an_account_without_a_home_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TPE_GUIDE_DATA_DIR")
    before = "import os, pwd\nos.environ.pop('HOME')\ndef unknown(_): raise KeyError\npwd.getpwuid = unknown"

    done = run_doctor(None, before=before)

    assert done.returncode == 1
    assert "CARE  This account has no home folder" in done.stdout


def test_a_diary_is_described_and_never_quoted(data_dir: Path) -> None:
    with DiaryStore.create(data_dir, None) as diary:
        diary.set_questions([Question("Will I walk again?")])

    assert findings(data_dir)["diary"]["facts"] == {"present": True, "encrypted": True, "passcode": False}
    assert "walk" not in run_doctor(data_dir).stdout


def test_a_diary_in_the_clear_needs_care(data_dir: Path) -> None:
    with DiaryStore.create(data_dir, "a long passcode"):
        pass
    (data_dir / STORE).unlink()
    plain = sqlite3.connect(data_dir / STORE)
    plain.execute("CREATE TABLE entries (body TEXT)")
    plain.commit()
    plain.close()

    done = run_doctor(data_dir)

    assert done.returncode == 1
    (care,) = [line for line in done.stdout.splitlines() if line.startswith("CARE")]
    assert "not encrypted" in care


def test_a_folder_that_cannot_be_written_needs_care(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder")

    found = findings(in_the_way / "data")

    assert not found["data_folder"]["ok"]
    assert "the guide works" in found["data_folder"]["words"]


def test_a_machine_that_cannot_draw_is_told_which_library_it_lacks(data_dir: Path) -> None:
    done = run_doctor(data_dir, before="import sys; sys.modules['PySide6.QtGui'] = None")

    assert done.returncode == 1
    (care,) = [line for line in done.stdout.splitlines() if line.startswith("CARE")]
    assert "QtGui" in care
    assert "ok    diary" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there the print system has no commands")
@pytest.mark.parametrize(
    "answer", ["exec sleep 600", "echo scheduler is not running; echo no system default destination"]
)
def test_a_print_system_that_never_answers_is_told_and_not_waited_for(
    data_dir: Path, no_printer: Path, answer: str
) -> None:
    answer_with(no_printer, answer)

    done = run_doctor(data_dir, before="from tpe_guide.ui.printing import cups; cups.ASK_SECONDS = 0.1")

    silent = "CARE  printers: the print system does not answer; the page can be saved as a PDF"
    assert silent in done.stdout.splitlines()
    assert done.returncode == 1


def test_what_befell_the_clinic_s_pack_last(data_dir: Path) -> None:
    assert findings(data_dir)["clinic_pack"]["facts"] == {"followed": False}
    clinic = Health(data_dir, lambda: dt.datetime(2026, 5, 14, 9, 12), lambda _words: None)
    clinic.tell("taken", "/srv/clinic: a new pack is in use")
    clinic.tell("away", "/srv/clinic cannot be read")
    found = findings(data_dir)["clinic_pack"]
    assert (found["ok"], found["words"]) == (False, "clinic pack: 2026-05-14T09:12:00 /srv/clinic cannot be read")
