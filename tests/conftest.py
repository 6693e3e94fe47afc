"""What holds for every test: its own data folder, one fixed moment, English, no screen, network or leak."""

from __future__ import annotations

import gc
import os
import shutil

# Before anything imports Qt: pytest-qt does so when it is loaded for the first test.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.update(LANGUAGE="C", LC_ALL="C.UTF-8")

import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.authoring.small_guide import Content
from tpe_guide import i18n, paths
from tpe_guide.diary import keys
from tpe_guide.freshness import bring_up_to_date

MEMORY = Path("/dev/shm")
ROOM = 2**30
"""Bytes: many times what the tests of four processes keep at one moment."""

A_THURSDAY_MORNING = datetime(2026, 5, 14, 9, 12, tzinfo=timezone(timedelta(hours=2)))

settings.register_profile("gate", derandomize=True, max_examples=50)
"""What decides whether a change lands tries the same examples each time; `make test` looks for others each time."""
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

_LONGEST = """
    ui/test_fit ui/tour/test_tour ui/printing/test_through_qt ui/preview/test_preview ui/diary/log/test_fit
    search/test_anything test_torture
"""
LONGEST = {f"tests/{name}.py": rank for rank, name in enumerate(_LONGEST.split())}
"""Files of few and long tests. Begun last, one of them would still run when the other cores have nothing left."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the longest files; else the order of their names stays."""
    items.sort(key=lambda item: LONGEST.get(item.path.relative_to(config.rootpath).as_posix(), len(LONGEST)))


def pytest_configure() -> None:
    """The tests' folders are in memory where there is room. A diary waits for the disk at each save; what that is for,
    a cut of the power, no test can bring about. Of what is killed, full or read-only, the system's memory knows too."""
    if "TMPDIR" not in os.environ and _holds_programs(MEMORY):
        tempfile.tempdir = str(MEMORY)


def _holds_programs(folder: Path) -> bool:
    """Whether files can be made there and run, and enough of them."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return False
    return not os.statvfs(folder).f_flag & os.ST_NOEXEC and shutil.disk_usage(folder).free > ROOM


def pytest_sessionstart() -> None:
    """The tests see the guide as its files are now, also where `make` did not start them.

    As on most machines, what one process has compiled serves the next: tests start a hundred, and are modules too.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    bring_up_to_date()


@dataclass
class FixedClock:
    """A clock that moves only when a test says so. Call it for the moment, as the code does."""

    now: datetime = A_THURSDAY_MORNING

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **amount: float) -> datetime:
        """Move on by ``timedelta(**amount)`` and tell the new moment."""
        self.now += timedelta(**amount)
        return self.now


@pytest.fixture(autouse=True, scope="module")
def what_stands_is_no_garbage() -> None:
    """A kiosk collects garbage after each visit: it need not walk through all that was loaded for earlier modules."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A small guide of two pages, for a test to change."""
    return Content(tmp_path)


@pytest.fixture
def checkout(content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    """The small guide is the one that the program finds, in a checkout; nothing is compiled yet."""
    monkeypatch.setattr(paths, "content_dir", lambda: content.folder)
    monkeypatch.setattr(paths, "compiled_dir", lambda: tmp_path / "compiled")
    monkeypatch.setattr(paths, "in_checkout", lambda: True)
    return content


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command is given in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of folders that nobody else has. Pytest looks through all that were ever made for the next free number:
    of eight thousand tests the last ones would wait longer for their folders than for what they test."""
    root = tmp_path_factory.mktemp("tests")
    return (root / str(number) for number in count())


@contextmanager
def _folder(path: Path, has_failed: Callable[[], bool]) -> Iterator[Path]:
    """The folder *path*, which is kept only for whoever asks why the test failed."""
    path.mkdir()
    yield path
    if not has_failed():
        shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def tmp_path(folders: Iterator[Path], has_failed: Callable[[], bool]) -> Iterator[Path]:
    """An empty folder of this test's own."""
    with _folder(next(folders), has_failed) as path:
        yield path


@pytest.fixture(autouse=True)
def data_dir(
    folders: Iterator[Path], has_failed: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Nobody's own diary is ever in reach: the data folder and the home are this test's."""
    with _folder(next(folders), has_failed) as home:
        monkeypatch.setenv("HOME", str(home))
        for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(home / "data"))
        yield home / "data"


DECIDED = keys._ARGON2ID
"""The work that it takes to try a passcode: a third of a second of a processor."""


@pytest.fixture(autouse=True)
def cheap_passcodes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of passcodes in a second, where the work that one takes is not what is tested."""
    monkeypatch.setattr(keys, "_ARGON2ID", DECIDED | {"time_cost": 1, "memory_kib": 64})


@pytest.fixture
def costly_passcodes(cheap_passcodes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As people have them."""
    monkeypatch.setattr(keys, "_ARGON2ID", DECIDED)


@pytest.fixture(autouse=True)
def no_speech_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own computer begins to talk; a test that speaks names a server of its own."""
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/nowhere")


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    i18n.set_language(i18n.SOURCE_LANGUAGE)
    yield
    i18n.set_language(i18n.SOURCE_LANGUAGE)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    real_connect = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family is not getattr(socket, "AF_UNIX", None):
            pytest.fail(f"a network connection was tried: {address!r}")
        real_connect(self, address)

    def look_up(*query: Any, **__: Any) -> None:
        pytest.fail(f"a network name was looked up: {query!r}")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.fixture(autouse=True)
def no_leaked_thread() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    leaked = []
    for thread in threading.enumerate():
        if thread not in before:
            thread.join(1)  # a voice that was told to leave is about to
            leaked += [thread.name] if thread.is_alive() else []
    assert not leaked, f"threads still running: {leaked}"


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture
def has_failed(request: pytest.FixtureRequest) -> Callable[[], bool]:
    """Whether the test has failed, once it ran: its objects are then kept for the traceback, so no leak."""
    return lambda: request.node.stash.get(FAILED, False)
