"""Nothing of a visit is left, by a search that sees: first what it finds, then the real kiosk on a real display."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from torture import visits
from tpe_guide.kiosk import certify, remains
from tpe_guide.kiosk.certify import Certificate

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads memory as Linux shows it")
READ_NAMES = Path(__file__).with_name("read_names.py")
WORD = "a word of nobody else"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
HOLDER = "import sys; kept = sys.stdin.readline().strip().upper(); print('ready', flush=True); sys.stdin.readline()"


@contextmanager
def holder(words: str) -> Iterator[int]:
    """A process that has *words* in its memory, in capital letters."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{words}\n")
    process.stdin.flush()
    process.stdout.readline()
    yield process.pid
    process.communicate("\n")


@linux_only
def test_the_memory_of_a_process_is_searched() -> None:
    forms = remains.forms_of(WORD.upper())
    with holder(WORD) as knows, holder("something") as knows_not:
        seen = remains.in_memory([knows, knows_not, 1 << 22], forms)
    assert (seen.found, seen.searched, seen.closed) == ([str(knows)], 2, [str(1 << 22)])


def test_files_that_changed_since_are_searched_as_python_and_as_qt_write(tmp_path: Path) -> None:
    since = time.time() - 1
    (tmp_path / "in").mkdir()
    for name, data in (("utf8", WORD.encode()), ("qt", WORD.encode("utf-16-le")), ("clean", b"x" * 100)):
        (tmp_path / "in" / name).write_bytes(b"..." + data)
    seen = remains.in_files([tmp_path, tmp_path / "in"], since, remains.forms_of(WORD))
    assert {Path(each).name for each in seen.found} == {"utf8", "qt"}
    assert seen.searched == 3, "a folder that is named twice is searched once"
    assert not remains.in_files([tmp_path], time.time() + 60, remains.forms_of(WORD)).searched


def test_a_word_across_two_pieces_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(remains, "_PIECE", 16)
    (tmp_path / "file").write_bytes(b"x" * 11 + WORD.encode())
    assert remains.in_files([tmp_path], 0, remains.forms_of(WORD)).found


def test_a_certificate_says_no_more_than_was_seen() -> None:
    assert "Result: nothing of the visit was found." in Certificate(seen_open=True).text()
    blind = Certificate(seen_open=False)
    assert not blind.passed
    assert "it proves nothing here" in blind.text()
    assert "Found: /tmp/x" in Certificate(seen_open=True, found=["/tmp/x"]).text()
    assert not Certificate(seen_open=True, found=["/tmp/x"]).passed
    assert "Searched: the clipboard" not in Certificate(seen_open=True).text()
    assert "Searched: the clipboard" in Certificate(seen_open=True, copied=True).text()
    assert "Could not be opened: /var/log/secret" in Certificate(seen_open=True, closed=["/var/log/secret"]).text()


# On a display of its own, with real keys


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for program in ("Xvfb", "openbox", "xdotool", "dbus-daemon", LAUNCHER):
        if shutil.which(program) is None:
            pytest.skip(f"no {program}")
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24"], stdout=subprocess.PIPE, text=True
    )
    assert screen.stdout is not None
    monkeypatch.setenv("DISPLAY", f":{screen.stdout.readline().strip()}")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    bus = subprocess.Popen(["dbus-daemon", "--session", "--print-address"], stdout=subprocess.PIPE, text=True)
    assert bus.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
    readers = subprocess.Popen([LAUNCHER, "--launch-immediately"])
    manager = subprocess.Popen(["openbox"])
    yield
    for process in (manager, readers, bus, screen):
        process.terminate()
        process.communicate()


@pytest.mark.slow
@linux_only
def test_a_real_visit_leaves_nothing(display: None, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = remains.folders(data_dir)
    monkeypatch.setattr(remains, "folders", lambda _data: [data_dir, *(each for each in places if each != Path.cwd())])

    words = []

    def typed(word: str) -> None:
        words.append(word)
        subprocess.run(["xdotool", "mousemove", "500", "380", "click", "1", "type", word], check=True)

    heard = []
    search = certify._search

    def search_and_read(*of: object) -> None:
        read = subprocess.run(["/usr/bin/python3", READ_NAMES], capture_output=True, text=True, check=True)
        heard.append(read.stdout)
        search(*of)  # type: ignore[arg-type]

    monkeypatch.setattr(certify, "_search", search_and_read)
    seen = certify.certified(None, data_dir, typed)
    assert seen.seen_open
    assert seen.found == []
    assert seen.copied
    assert seen.processes >= 6, "the window manager and the bus of screen readers, too"
    (tree,) = heard
    assert "Touch to begin" in tree
    assert words[0] not in tree
    assert str(data_dir) in map(str, remains.folders(data_dir))


@pytest.mark.slow
@linux_only
def test_visit_after_visit_leaves_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert visits.main(["--visits", "3"]) == 0
    assert "words of visits found in what was left: none" in capsys.readouterr().out
