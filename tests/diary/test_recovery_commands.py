"""``tpe-guide diary sheet|recover``: what is said, what is done, and which exit code a script gets."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import A_THURSDAY_MORNING
from tests.diary.conftest import Said
from tests.diary.stories import fill
from tests.summary.pdf import squeezed, text_of
from tpe_guide.diary import backup, commands, keys, recovery
from tpe_guide.diary.folder import KEY
from tpe_guide.diary.recovery import Sheet
from tpe_guide.diary.store import DiaryStore
from tpe_guide.diary.tries import Tries

LOST, NEW = "green kettle three boats", "seven small grey stones"
pytestmark = pytest.mark.usefixtures("nobody_to_ask")


@pytest.fixture
def locked(data_dir: Path) -> Path:
    """The demo diary as that of this computer: six entries, and a passcode."""
    fill(data_dir, LOST)
    return data_dir


@pytest.fixture
def words(locked: Path) -> str:
    return " ".join(recovery.words_of(keys.unlock(locked / KEY, LOST)))


class Pipe(io.TextIOWrapper):
    def __init__(self, text: str | bytes) -> None:
        super().__init__(io.BytesIO(text if isinstance(text, bytes) else text.encode()))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class TestSheet:
    def test_it_is_written_for_its_owner_alone_and_the_diary_knows(
        self, locked: Path, words: str, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, LOST)
        out = tmp_path / "sheet.pdf"
        code, told, complaints = said("sheet", "-o", out)
        assert (code, complaints) == (0, [])
        mark = recovery.mark_of(recovery.key_of(words))
        assert told == [
            f"Wrote {out}, the sheet {mark}.",
            "Whoever has this file can open the diary. Print it, and do not leave it on this computer.",
        ]
        assert squeezed(f"Sheet {mark}") in text_of(out.read_bytes())
        if os.name != "nt":
            assert stat.S_IMODE(out.stat().st_mode) == 0o600
        with DiaryStore.open(locked, LOST) as store:
            assert store.glance().sheet() == Sheet(made=A_THURSDAY_MORNING.date())

    def test_the_passcode_is_asked_for_and_guesses_are_counted(
        self, locked: Path, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = tmp_path / "sheet.pdf"
        assert said("sheet", "-o", out)[0] == 3
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, "not this one at all")
        for _time in range(4):
            assert said("sheet", "-o", out)[2] == ["That passcode does not open this diary."]
        code, _told, complaints = said("sheet", "-o", out)
        assert code == 3
        assert "You can try again in" in complaints[0]
        assert not out.exists()

    @pytest.mark.parametrize("out", ["", "folder/"])
    def test_not_to_a_folder(self, locked: Path, said: Said, out: str) -> None:
        assert said("sheet", "-o", out)[0] == 2

    def test_not_over_a_part_of_the_diary(self, locked: Path, said: Said) -> None:
        assert said("sheet", "-o", locked / KEY)[0] == 2

    def test_without_a_diary_there_is_none(self, said: Said, tmp_path: Path) -> None:
        code, _told, complaints = said("sheet", "-o", tmp_path / "a.pdf")
        assert (code, len(complaints)) == (3, 1)


class TestRecover:
    def test_from_a_script(self, locked: Path, words: str, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", Pipe(words.upper().replace(" ", "\n")))
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, NEW)
        for _time in range(5):
            Tries(locked).failed()
        code, told, complaints = said("recover")
        assert (code, complaints) == (0, [])
        assert told[:2] == ["The diary is open again: 6 entries, read just now.", "Opens with: the new passcode"]
        assert told[2].startswith("The key file from before is kept as ")
        assert keys.unlock(locked / KEY, NEW)
        assert Tries(locked).wait == 0

    def test_without_a_passcode(self, locked: Path, words: str, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", Pipe(words))
        (locked / KEY).unlink()
        code, told, _complaints = said("recover", "--no-passcode")
        assert code == 0
        assert told[1:] == ["Opens with: this account, no passcode"]
        assert not keys.needs_passcode(locked / KEY)

    def test_at_a_terminal_line_by_line(
        self, locked: Path, words: str, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lines = words.split()
        monkeypatch.setattr(sys, "stdin", Terminal("\n".join([" ".join(lines[:10]), *lines[10:], "not read"])))
        answers = iter([NEW, NEW])
        monkeypatch.setattr("getpass.getpass", lambda _prompt: next(answers))
        assert said("recover")[0] == 0
        assert keys.unlock(locked / KEY, NEW)

    def test_two_that_differ_change_nothing(
        self, locked: Path, words: str, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", Terminal(words))
        answers = iter([NEW, "seven small gray stones"])
        monkeypatch.setattr("getpass.getpass", lambda _prompt: next(answers))
        assert said("recover")[0] == 2
        assert keys.unlock(locked / KEY, LOST)

    @pytest.mark.parametrize(
        ("typed", "code", "complaint"),
        [
            ("abandon " * 23 + "tabel", 1, "Word 24 is not on the list: tabel. Did you mean table?"),
            ("", 1, "24 words are missing: there are 0 of 24."),
            (b"\xff\xfe\x00", 1, "24 words are missing"),
            ("abandon " * 24, 1, "The words do not fit together."),
            ("abandon " * 23 + "art", 3, "These words do not open this diary."),
        ],
    )
    def test_what_cannot_be_right_is_one_line_and_an_exit_code(
        self,
        locked: Path,
        said: Said,
        monkeypatch: pytest.MonkeyPatch,
        typed: str | bytes,
        code: int,
        complaint: str,
    ) -> None:
        before = (locked / KEY).read_bytes()
        Tries(locked).failed()
        monkeypatch.setattr(sys, "stdin", Pipe(typed))
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, NEW)
        came, told, complaints = said("recover")
        assert (came, told, len(complaints)) == (code, [], 1)
        assert complaint in complaints[0]
        assert (locked / KEY).read_bytes() == before
        assert (locked / "diary.tries").exists(), "what was tried before still counts"

    def test_an_unfit_passcode(self, locked: Path, words: str, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", Pipe(words))
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, "short")
        assert said("recover")[0] == 1

    def test_nobody_to_ask(self, locked: Path, words: str, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        assert said("recover")[0] == 3
        monkeypatch.setattr(sys, "stdin", Pipe(words))
        code, _told, complaints = said("recover")
        assert (code, len(complaints)) == (3, 1)
        assert "--no-passcode" in complaints[0]

    def test_while_it_is_open_elsewhere(
        self, locked: Path, words: str, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", Pipe(words))
        with DiaryStore.open(locked, LOST):
            assert said("recover", "--no-passcode")[0] == 3

    def test_no_word_of_the_sheet_is_said(
        self, locked: Path, words: str, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", Pipe(words))
        code, told, complaints = said("recover", "--no-passcode")
        assert (code, complaints) == (0, [])
        assert told
        each = words.split()
        said_of = " ".join(told)
        assert not any(f"{one} {next_}" in said_of for one, next_ in pairwise(each))


class TestGuesses:
    """They are counted whatever command is given them."""

    @pytest.fixture
    def tried(self, locked: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, "not this one at all")

        def count() -> int:
            return Tries(locked)._count

        assert count() == 0
        return count

    def test_verify_and_restore(
        self, locked: Path, said: Said, tried: Callable[[], int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with DiaryStore.open(locked, LOST) as store:
            made = backup.back_up(store, A_THURSDAY_MORNING)
        every: list[list[object]] = [["verify"], ["verify", made.path], ["restore", "latest", "--yes"]]
        for number, arguments in enumerate(every, start=1):
            assert said(*arguments)[0] == 3
            assert tried() == number
        Tries(locked).failed()
        for arguments in every:
            code, _told, complaints = said(*arguments)
            assert code == 3
            assert "You can try again in" in complaints[-1]
            assert tried() == 4

    def test_the_right_one_ends_them(
        self, locked: Path, said: Said, tried: Callable[[], int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        said("verify")
        assert tried() == 1
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, LOST)
        assert said("verify")[0] == 0
        assert tried() == 0

    def test_of_a_damaged_key_file_the_backups_tell(
        self, locked: Path, said: Said, tried: Callable[[], int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with DiaryStore.open(locked, LOST) as store:
            backup.back_up(store, A_THURSDAY_MORNING)
        (locked / KEY).write_bytes(b"x")
        said("verify")
        assert tried() == 1
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, LOST)
        said("verify")
        assert tried() == 1, "it proves nothing of the diary, whose own key nobody knows"

    def test_the_words_are_no_guess(
        self, locked: Path, said: Said, tried: Callable[[], int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", Pipe("abandon " * 23 + "art"))
        assert said("recover", "--no-passcode")[0] == 3
        assert tried() == 0
