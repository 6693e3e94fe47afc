"""The commands below ``tpe-guide kiosk``, as staff type them: what they write, what they say, their exit codes."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tpe_guide import cli, paths
from tpe_guide.clinic_pack import container


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "machine_folders", lambda: (tmp_path / "machine",))


@pytest.fixture
def pack(here: Path) -> Path:
    """A pack with the unit's number, made as a nurse makes it."""
    assert run("pack template -o pack -q") == 0
    fill_in(Path("pack"), '# unit = "01632 960 123"', 'unit = "01632 960 124"')
    return Path("pack")


def fill_in(pack: Path, old: str, new: str) -> None:
    file = pack / container.TOML
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def run(line: str) -> int:
    return cli.main(["kiosk", *line.split()])


Capture = pytest.CaptureFixture[str]


class TestPack:
    def test_a_template_is_right_and_never_takes_the_place_of_another(self, pack: Path, capsys: Capture) -> None:
        assert run("pack check pack") == 0
        out = capsys.readouterr().out
        assert "Number to call by day: nothing before, now “01632 960 124”." in out
        assert run("pack template -o pack") == 2
        assert "960 124" in (pack / container.TOML).read_text(encoding="utf-8")
        assert run("pack template") == 0
        assert 'format = "tpe-guide-pack"' in capsys.readouterr().out

    def test_each_fault_has_a_line_and_the_exit_code_is_one(self, pack: Path, capsys: Capture) -> None:
        fill_in(pack, "01632 960 124", "do not call anyone 00")
        fill_in(pack, "# idle-seconds = 60", "idle-seconds = 6")
        assert run("pack check pack") == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert [line.split(": ")[1] for line in err.splitlines()] == ["numbers.unit", "kiosk.idle-seconds"]

    @pytest.mark.parametrize(
        "line", ["pack check nowhere", "pack sign nowhere --key k", "pack wrap nowhere -o x.tpepack", "pack trust k"]
    )
    def test_what_is_not_there_is_one_line(self, here: Path, line: str, capsys: Capture) -> None:
        assert run(line) == 1
        assert capsys.readouterr().err.count("\n") == 1
        assert list(here.iterdir()) == []

    @pytest.mark.parametrize("line", ["pack", "pack fly", "pack sign pack", "pack wrap pack -o x.zip", "setup"])
    def test_wrong_usage(self, pack: Path, line: str, here: Path) -> None:
        assert run(line) == 2
        assert [each.name for each in here.iterdir()] == ["pack"]

    def test_one_file_of_it_is_as_good(self, pack: Path, capsys: Capture) -> None:
        assert run("pack wrap pack -o unit.tpepack") == 0
        assert run("pack check unit.tpepack --against pack") == 0
        assert capsys.readouterr().out.endswith("It would change:\n  Nothing.\n")

    def test_the_old_command_checks_it_too(self, pack: Path, capsys: Capture) -> None:
        assert cli.main(["clinic", "check", "pack"]) == 0
        assert capsys.readouterr().out == "pack: right; 1 filled in\n"


class TestSigned:
    def test_from_a_new_key_to_a_computer_that_takes_no_other(self, pack: Path, capsys: Capture) -> None:
        assert run("pack sign pack --key unit.key --new-key") == 0
        assert "Signed with the key " in capsys.readouterr().out
        assert run("pack trust unit.key.pub") == 0
        assert run("pack check pack") == 0
        fill_in(pack, "960 124", "960 125")
        capsys.readouterr()
        assert run("pack check pack") == 1
        assert "was changed after they were signed" in capsys.readouterr().err
        assert run("-q pack sign pack --key unit.key") == 0
        assert run("-q pack check pack") == 0
        (pack / container.SIGNATURE).unlink()
        assert run("-q pack check pack") == 1

    def test_into_one_file_the_folder_stays_as_it_was(self, pack: Path) -> None:
        assert run("pack sign pack --key unit.key --new-key -o unit.tpepack") == 0
        assert not (pack / container.SIGNATURE).exists()
        assert container.SIGNATURE in container.files_at(Path("unit.tpepack"))
        assert run("pack sign unit.tpepack --key unit.key") == 0

    def test_a_pack_with_a_fault_is_not_signed_and_no_key_is_made(self, pack: Path) -> None:
        fill_in(pack, "01632 960 124", "00")
        assert run("pack sign pack --key unit.key --new-key") == 1
        assert not Path("unit.key").exists()

    def test_no_key_is_made_in_the_place_of_another(self, pack: Path) -> None:
        Path("unit.key").write_text("mine")
        assert run("pack sign pack --key unit.key --new-key") == 2
        assert run("pack sign pack --key unit.key") == 1
        assert Path("unit.key").read_text() == "mine"
        assert not (pack / container.SIGNATURE).exists()


class TestSetup:
    def answers(self, monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))

    def test_questions_then_the_check_then_how_to_start(
        self, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        self.answers(monkeypatch, "Day Unit B\n" + "\n" * 60)
        assert run("setup clinic") == 0
        out = capsys.readouterr().out
        assert out.endswith("Start the kiosk with: tpe-guide kiosk --clinic clinic\n")
        assert "The name of the unit: nothing before, now “Day Unit B”." in out

    @pytest.mark.parametrize("lines", ["", "Day Unit B\n"])
    def test_answers_that_end_leave_all_as_it_was(
        self, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, lines: str
    ) -> None:
        self.answers(monkeypatch, lines)
        assert run("setup clinic") == 1
        assert capsys.readouterr().err == "<stdin>: expected an answer to each question; nothing was written.\n"
        assert list(here.iterdir()) == []

    def test_so_does_ctrl_c(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted() -> str:
            raise KeyboardInterrupt

        monkeypatch.setattr(sys, "stdin", SimpleNamespace(readline=interrupted))
        assert run("setup clinic") == 130
        assert list(here.iterdir()) == []


def test_doctor_names_each_lock_that_is_not_on_and_fails(
    here: Path, pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    from tpe_guide.kiosk import locks_of_machine
    from tpe_guide.ui.printing import question
    from tpe_guide.ui.printing.cups import Printers

    monkeypatch.setattr(locks_of_machine, "this_machine", lambda _home: None)
    monkeypatch.setattr(question, "answer", lambda: Printers("Laser", ("Laser",)))
    fill_in(pack, '# printer = "', 'printer = "Day-Unit"  # "')

    assert run("doctor --clinic pack") == 1

    told = capsys.readouterr()
    assert "OPEN  locks: this system does not tell them" in told.out
    assert "names Day-Unit, and this machine has none" in told.out
    assert "exit code: none; choose one" in told.out
    assert told.err == "3 locks are not on\n"


def test_doctor_tells_a_script_how_each_lock_stands(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    import json

    from tpe_guide.kiosk import locks_of_machine, locks_of_screen

    monkeypatch.setattr(locks_of_machine, "examine", lambda _machine: [])
    monkeypatch.setattr(locks_of_screen, "examine", lambda *_asked: [])

    assert run("doctor --json") == 1

    told = json.loads(capsys.readouterr().out)
    assert {subject: lock["state"] for subject, lock in told.items()} == {"exit_code": "off", "printer": "on"}
