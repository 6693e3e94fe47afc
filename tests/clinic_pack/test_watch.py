"""A pack in a shared folder, followed: taken without a restart, never waited for, and the last good one stays."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.clinic_pack.at_once import AtOnce
from tests.clinic_pack.packs import GOOD, HEAD, KNOWN, put
from tests.conftest import FixedClock
from tpe_guide.clinic_pack import container, fetch, kept, signing, trust
from tpe_guide.clinic_pack.fetch import Fetch
from tpe_guide.clinic_pack.health import LINES_LIMIT, Health
from tpe_guide.clinic_pack.pack import NOTHING
from tpe_guide.clinic_pack.watch import EVERY_SECONDS, MOST_LEFT, SELDOM_SECONDS, PackWatch, Trying
from tpe_guide.errors import BadInput, OutOfReach

A, B = '[words]\nfluid = "We use albumin."', '[words]\nfluid = "We use plasma."'


def write(folder: Path, text: str) -> None:
    put(folder, {"clinic.toml": (HEAD + text).encode()})


class Share:
    """The clinic's folder, a kiosk's data folder, and what staff were told."""

    def __init__(self, root: Path, clock: FixedClock) -> None:
        self.pack, self.data = root / "share", root / "data"
        self.said: list[str] = []
        self.clock = clock
        self.fetch: Callable[[Path], Trying] = AtOnce

    def watch(self) -> PackWatch:
        health = Health(self.data, self.clock, self.said.append)
        watch = PackWatch(self.pack, self.data, KNOWN, health=health, fetch=self._begin, now=self.clock)
        watch.look()
        watch.read()
        return watch

    def _begin(self, path: Path) -> Trying:
        return self.fetch(path)

    @property
    def told(self) -> list[str]:
        """What stands in the health file, in one word each."""
        file = Health(self.data).file
        return [json.loads(line)["what"] for line in file.read_text().splitlines()] if file.exists() else []


@pytest.fixture
def share(tmp_path: Path, clock: FixedClock) -> Share:
    share = Share(tmp_path, clock)
    write(share.pack, A)
    return share


def fluid(watch: PackWatch) -> str:
    """What a visitor reads who comes now."""
    watch.read()
    return watch.details.words.get("fluid", "")


def looks(watch: PackWatch) -> None:
    """Long enough for something new to be taken."""
    watch.look()
    watch.look()


class TestTaken:
    def test_a_new_pack_without_a_restart_between_two_visits(self, share: Share) -> None:
        watch = share.watch()
        assert fluid(watch) == "We use albumin."
        write(share.pack, B)
        looks(watch)
        assert watch.details.words["fluid"] == "We use albumin."  # the visit that goes on
        assert fluid(watch) == "We use plasma."
        assert share.told == ["taken", "taken"]
        assert share.said[-1] == (
            f"{share.pack}: a new pack is in use. The fluid: “We use albumin.” before, now “We use plasma.”."
        )

    def test_one_that_is_half_written_is_not_taken_though_what_is_there_is_right(self, share: Share) -> None:
        watch = share.watch()
        write(share.pack, "")  # as an editor begins to save
        watch.look()
        assert watch.next_look() < EVERY_SECONDS
        write(share.pack, B)
        watch.look()
        assert fluid(watch) == "We use albumin."
        watch.look()
        assert fluid(watch) == "We use plasma."
        assert watch.next_look() == EVERY_SECONDS
        assert share.told == ["taken", "taken"]

    def test_what_did_not_change_is_told_once(self, share: Share) -> None:
        watch = share.watch()
        watch.look()
        assert share.told == ["taken"]

    def test_the_same_after_a_restart_while_the_share_is_away(self, share: Share) -> None:
        share.watch()
        share.pack.rename(share.pack.with_name("gone"))
        watch = share.watch()
        assert fluid(watch) == "We use albumin."
        assert share.told == ["taken", "refused"]


class TestLastGood:
    @pytest.mark.parametrize("harm", ["broken", "deleted"])
    def test_after_a_then_b_then_harm_it_is_b_that_stays(self, share: Share, harm: str) -> None:
        watch = share.watch()
        write(share.pack, B)
        looks(watch)
        if harm == "broken":
            write(share.pack, "[")
        else:
            (share.pack / "clinic.toml").unlink()
        looks(watch)
        assert fluid(watch) == fluid(share.watch()) == "We use plasma."
        assert len(watch.problems) == 1
        assert share.told == ["taken", "taken", "refused", "refused"]  # the second is of the restart

    def test_with_a_data_folder_that_cannot_be_written_it_stays_in_memory(self, share: Share) -> None:
        share.data.write_text("a file stands where the folder should be")
        watch = share.watch()
        write(share.pack, "[")
        looks(watch)
        assert fluid(watch) == "We use albumin."
        assert any("cannot be written" in line for line in share.said)

    def test_it_is_kept_as_soon_as_the_disk_takes_it(self, share: Share, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as full:
            full.setattr(kept, "write_whole", _full)
            watch = share.watch()
            watch.look()
        assert share.told == ["taken", "not-kept"]
        watch.look()
        assert share.told == ["taken", "not-kept", "kept"]
        assert (share.data / kept.FILE).exists()

    def test_a_fault_is_told_once_and_its_end_too(self, share: Share) -> None:
        watch = share.watch()
        write(share.pack, "[numbers]\nunit = 1\n[x]")
        looks(watch)
        looks(watch)
        write(share.pack, A)
        watch.look()
        assert share.told == ["taken", "refused", "refused", "mended"]
        assert watch.problems == []

    def test_what_is_kept_is_checked_again(self, share: Share) -> None:
        share.watch()
        (share.data / kept.FILE).write_bytes(b"PK\x03\x04 rubbish")
        (share.pack / "clinic.toml").unlink()
        assert share.watch().pack == NOTHING

    def test_a_kiosk_that_is_moved_shows_no_number_of_the_ward_before(self, share: Share) -> None:
        share.watch()
        ward = share.pack
        share.pack = ward.with_name("another-ward")
        assert share.watch().pack == NOTHING
        share.pack = Path(os.path.relpath(ward))  # the same place in other words
        write(share.pack, "[")
        assert fluid(share.watch()) == "We use albumin."

    def test_a_page_that_a_newer_guide_no_longer_has_takes_no_number_away(self, share: Share) -> None:
        write(share.pack, '[numbers]\nunit = "112"\n[kiosk]\npages = ["cramps"]')
        share.watch()
        watch = PackWatch(
            share.pack, share.data, KNOWN._replace(pages={"tingling": "Tingling"}), fetch=AtOnce, now=share.clock
        )
        assert watch.details.words == {"unit-phone": "112"}

    def test_the_words_that_an_earlier_version_kept_are_still_read(self, share: Share) -> None:
        old = {"format": "tpe-guide-clinic", "version": 1, "details": {"unit-phone": "the ward on 01632 1"}}
        put(share.data, {kept.BEFORE: json.dumps(old).encode()})
        write(share.pack, "[")
        assert share.watch().details.words == {"unit-phone": "the ward on 01632 1"}


def _full(*__: object, **___: object) -> None:
    from tpe_guide.errors import CannotWrite

    raise CannotWrite(Path("x"), os.strerror(errno.ENOSPC).lower())


class TestDays:
    def test_the_day_after_the_last_its_words_are_gone_and_staff_are_told_once(self, share: Share) -> None:
        write(share.pack, f"{A}\n[unit]\nexpires = 2026-05-14")
        watch = share.watch()
        assert fluid(watch) == "We use albumin."
        share.clock.advance(days=1)
        watch.look()
        watch.look()
        assert fluid(watch) == ""
        assert share.told == ["taken", "out-of-date"]

    def test_one_whose_day_has_passed_takes_no_other_s_place(self, share: Share) -> None:
        watch = share.watch()
        write(share.pack, f"{B}\n[unit]\nexpires = 2026-05-13")
        looks(watch)
        assert fluid(watch) == "We use albumin."
        assert "Wednesday 13 May 2026" in share.said[-1]


class TestSigned:
    def test_once_a_key_is_trusted_no_other_pack_comes_in(self, share: Share, tmp_path: Path) -> None:
        signing.new_key(tmp_path / "key")
        trust.trust(tmp_path / "key.pub", share.data)
        assert share.watch().pack == NOTHING
        folder = {"clinic.toml": (HEAD + A).encode()}
        put(share.pack, {"signature.json": signing.signed(folder, signing.private_key(tmp_path / "key"))})
        watch = share.watch()
        assert fluid(watch) == "We use albumin."
        write(share.pack, B)
        looks(watch)
        assert fluid(watch) == fluid(share.watch()) == "We use albumin."

    def test_a_key_that_cannot_be_read_lets_nothing_in_and_is_told(self, share: Share) -> None:
        put(share.data, {trust.FILE: b"rubbish"})
        watch = share.watch()
        watch.look()
        assert watch.pack == NOTHING
        assert share.told == ["refused", "refused"]


class Silent:
    """A share that takes the question and never answers."""

    is_over = False

    def __init__(self, path: Path) -> None:
        self._path = path

    def files(self, seconds: float = 0.0) -> dict[str, bytes]:
        raise OutOfReach(self._path, "it did not answer")

    def end(self) -> None:
        pass


class TestSilence:
    def test_what_is_shown_stays_and_the_share_is_asked_seldomer(self, share: Share) -> None:
        watch = share.watch()
        assert watch.next_look() == EVERY_SECONDS
        share.fetch = Silent
        waits = []
        for _time in range(8):
            watch.look()
            waits.append(watch.next_look())
        assert waits == sorted(waits)
        assert waits[-1] == SELDOM_SECONDS
        assert fluid(watch) == "We use albumin."
        share.fetch = AtOnce
        assert share.told[:2] == ["taken", "away"]

    def test_no_more_than_a_few_readers_are_ever_left_hanging(self, share: Share) -> None:
        begun = []

        def begin(path: Path) -> Silent:
            begun.append(path)
            return Silent(path)

        share.fetch = begin
        watch = share.watch()
        for _time in range(10):
            watch.look()
        assert len(begun) == MOST_LEFT

    def test_a_thread_of_its_own_looks_and_ends_when_told_to(self, share: Share) -> None:
        watch = PackWatch(share.pack, share.data, KNOWN, fetch=AtOnce, now=share.clock)
        watch.start(30.0)
        assert watch.details.words["fluid"] == "We use albumin."
        watch.stop()

    def test_a_start_waits_no_longer_than_it_is_told_to(self, share: Share) -> None:
        answer = threading.Event()

        class Slow(AtOnce):
            def files(self, seconds: float = 0.0) -> dict[str, bytes]:
                answer.wait(30)
                return super().files()

            def end(self) -> None:
                answer.set()

        watch = PackWatch(share.pack, share.data, KNOWN, fetch=Slow, now=share.clock)
        watch.start(0.01)
        assert watch.pack == NOTHING
        watch.stop()

    def test_a_bug_ends_neither_the_thread_nor_the_kiosk(self, share: Share) -> None:
        class Broken(AtOnce):
            def files(self, seconds: float = 0.0) -> dict[str, bytes]:
                raise LookupError("a bug")

        health = Health(share.data, share.clock, share.said.append)
        watch = PackWatch(share.pack, share.data, KNOWN, health=health, fetch=Broken, now=share.clock)
        watch.start(30.0)
        watch.stop()
        assert share.said == [f"LookupError: {share.pack}"]


HANGS = (sys.executable, "-c", "import time\nwhile True: time.sleep(60)")
"""What reads from a share that says nothing; also when its own input ends."""


class TestFetch:
    @pytest.fixture
    def processes(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
        """All that were begun."""
        begun: list[subprocess.Popen[bytes]] = []
        popen = subprocess.Popen

        def begin(*args: object, **named: object) -> object:
            begun.append(popen(*args, **named))  # type: ignore[call-overload]
            return begun[-1]

        monkeypatch.setattr(subprocess, "Popen", begin)
        return begun  # type: ignore[return-value]

    def test_a_real_process_brings_a_real_pack(self, share: Share) -> None:
        assert Fetch(share.pack).files(60.0) == {"clinic.toml": (HEAD + A).encode()}

    def test_and_what_is_wrong_with_it(self, share: Share) -> None:
        with pytest.raises(BadInput, match="no such file"):
            Fetch(share.pack / "nowhere").files(60.0)

    def test_one_that_hangs_is_ended(self, share: Share, processes: list[subprocess.Popen[bytes]]) -> None:
        trying = Fetch(share.pack, HANGS)
        with pytest.raises(OutOfReach, match="did not answer"):
            trying.files(0.05)
        assert trying.is_over
        assert [each.returncode is not None for each in processes] == [True]

    def test_one_that_says_nonsense_is_away(self, share: Share) -> None:
        with pytest.raises(OutOfReach):
            Fetch(share.pack, (sys.executable, "-c", "print('?')")).files(60.0)

    def test_its_reader_ends_with_whoever_began_it_though_it_hangs(self, share: Share) -> None:
        code = (
            f"import time\nfrom tpe_guide.clinic_pack import container, fetch\n"
            f"container.files_at = lambda path: time.sleep(600)\nfetch.main({str(share.pack)!r})"
        )
        reader = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert reader.stdin is not None
        reader.stdin.close()
        assert reader.wait(60) == 1
        assert reader.stdout is not None
        reader.stdout.close()

    def test_a_start_at_home_does_not_wait_for_a_silent_share(
        self, share: Share, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answer = threading.Event()
        monkeypatch.setattr(container, "files_at", lambda path: answer.wait(30))
        with pytest.raises(OutOfReach):
            fetch.fetched_within(share.pack, 0.01)
        answer.set()


class TestTelling:
    def test_it_never_grows_without_end(self, tmp_path: Path, clock: FixedClock) -> None:
        health = Health(tmp_path, clock, lambda _words: None)
        line = json.dumps({"time": "x", "what": "taken", "words": "x"})
        put(tmp_path, {health.file.name: f"{line}\n".encode() * LINES_LIMIT})
        health.tell("away", "the share is away")
        lines = health.file.read_text().splitlines()
        assert len(lines) == LINES_LIMIT
        assert json.loads(lines[-1]) == {
            "time": clock().isoformat(timespec="seconds"),
            "what": "away",
            "words": "the share is away",
        }

    def test_with_everything_full_and_closed_nothing_is_raised(
        self, share: Share, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*__: object, **___: object) -> None:
            raise OSError(errno.ENOSPC, "no space left on device")

        monkeypatch.setattr(os, "fsync", broken)
        health = Health(share.data, share.clock, broken)
        watch = PackWatch(share.pack, share.data, KNOWN, health=health, fetch=AtOnce, now=share.clock)
        watch.look()
        assert fluid(watch) == "We use albumin."

    @pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
    def test_a_log_that_nobody_empties_is_not_waited_for(
        self, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        with contextlib.suppress(BlockingIOError):
            while True:
                os.write(writer, b"x" * 4096)
        os.set_blocking(writer, True)
        with os.fdopen(writer, "w") as full, monkeypatch.context() as patch:
            patch.setattr(sys, "stderr", full)
            Health(tmp_path, clock).tell("away", "the share is away")
        os.close(reader)
        assert Health(tmp_path).file.exists()

    def test_no_moment_is_too_strange_to_be_told(self, tmp_path: Path) -> None:
        def no_clock() -> dt.datetime:
            raise OverflowError

        said: list[str] = []
        Health(tmp_path, no_clock, said.append).tell("taken", "x")
        assert said == ["x"]


def test_the_good_pack_of_these_tests_is_good(share: Share) -> None:
    put(share.pack, {"clinic.toml": GOOD.encode()})
    assert share.watch().problems == []
