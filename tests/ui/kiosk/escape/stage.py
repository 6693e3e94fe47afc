"""A real session to break out of: an X server, perhaps a window manager, the real program, a home to leave files in."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from tests.ui.kiosk.escape.attempts import Attempt
from tpe_guide.kiosk import exit_pin
from tpe_guide.kiosk.x_server import Window, XServer

ROOT = Path(__file__).resolve().parents[4]
SIZE = (1366, 768)
SETTLES = 0.25
"""Seconds that an attempt has to do its harm, before the screen is looked at."""
COMES_BACK = 2.0
"""Seconds within which the kiosk must stand there again, with the keyboard."""
STARTS = 30.0
_VOICE = ("sd_", "speech-dispatch")
"""What *Say it* starts: it belongs to the kiosk."""
NO_KEYS = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard></keyboard>
  <mouse></mouse>
</openbox_config>
"""
MANAGERS: dict[str, Sequence[str]] = {
    "no window manager": (),
    "openbox without keys": ("openbox", "--config-file", "{folder}/no-keys.xml"),
    "openbox as it comes": ("openbox", "--config-file", "/etc/xdg/openbox/rc.xml"),
}


class Stage:
    """*manager* is a key of ``MANAGERS``. Used with ``with``."""

    size = SIZE

    def __init__(self, folder: Path, manager: str) -> None:
        self._folder = folder
        self._ending = ExitStack()
        self.home = folder / "home"
        self.home.mkdir()
        (folder / "runtime").mkdir(mode=0o700)
        (folder / "no-keys.xml").write_text(NO_KEYS)
        display = self._start_server()
        self.environment = os.environ | {
            "DISPLAY": display,
            "HOME": str(self.home),
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(folder / "runtime"),
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.server = XServer(display)
        self._ending.callback(self.server.close)
        exit_pin.prove(folder / "data", exit_pin.choose(folder / "data", "802357"))
        self._open(manager)
        self._until(lambda: not self.trouble())
        self._at_start = self._left()

    def __enter__(self) -> Stage:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """End all of it."""
        self._ending.close()

    def begin(self) -> None:
        """Somebody opens the guide, whose bar has another colour than the first page, and a page of it."""
        first = self.server.pixel(3, 3)
        self.do("sleep 0.7 key Return")  # sooner it would be taken for the second tap of a shaky hand
        self._until(lambda: self.server.pixel(3, 3) != first)
        self.do("sleep 0.7 key Tab Tab Return")

    def do(self, words: str) -> None:
        """Give *words* to ``xdotool``."""
        command = ["xdotool", *shlex.split(words.format(w=self.kiosk()))]
        subprocess.run(command, env=self.environment, capture_output=True, check=False, timeout=20)

    def tried(self, attempt: Attempt) -> str:
        """Empty where the kiosk held against *attempt*; else what was wrong ``COMES_BACK`` seconds later."""
        self.do(attempt.does)
        time.sleep(SETTLES)
        ends = time.monotonic() + COMES_BACK
        while (trouble := self.trouble()) and time.monotonic() < ends:
            time.sleep(0.05)
        return trouble or self._traces()

    def trouble(self) -> str:
        """What is wrong with the screen: all of it is the kiosk's, and the keyboard too."""
        kiosk = self.kiosk()
        if kiosk == 0:
            return "the kiosk has no window"
        windows = [each for each in self.server.windows() if each.seen]
        for x in (1, self.size[0] // 2, self.size[0] - 2):
            for y in (1, self.size[1] // 2, self.size[1] - 2):
                top = next((each for each in reversed(windows) if _holds(each, x, y)), None)
                if top is None or kiosk not in self.server.below(top.number):
                    return f"not the kiosk is seen at {x}, {y}"
        if self.server.focused() not in self.server.below(kiosk):
            return "the keyboard is not the kiosk’s"
        return ""

    def kiosk(self) -> int:
        """The number of its window; 0: it has none."""
        for window in reversed(self.server.windows()):
            for each in self.server.below(window.number) if window.seen and window.width > 100 else ():
                if self.server.text(each, "WM_CLASS").endswith("tpe-guide"):
                    return each
        return 0

    def _open(self, manager: str) -> None:
        """Start what the kiosk stands on, and the kiosk."""
        if command := MANAGERS[manager]:
            self._start([each.format(folder=self._folder) for each in command])
            self._until(lambda: bool(self.server.numbers(self.server.root, "_NET_SUPPORTING_WM_CHECK")))
        self._start(self._kiosk_by(sys.executable))

    def _kiosk_by(self, python: str) -> list[str]:
        return [python, "-m", "tpe_guide", "--data-dir", str(self._folder / "data"), "kiosk"]

    def _traces(self) -> str:
        left = self._left() - self._at_start
        self._at_start |= left
        return f"left behind: {', '.join(sorted(left))}" if left else ""

    def _left(self) -> set[str]:
        """Files in the home, and programs of this screen."""
        files = {str(file.relative_to(self.home)) for file in self.home.rglob("*") if file.is_file()}
        return {each for each in files if not each.startswith((".cache/", ".local/share/openbox"))} | self._programs()

    def _programs(self) -> set[str]:
        """Those that were started in this session, but for our own way to press keys."""
        mark = f"HOME={self.home}\0".encode()
        found = set()
        for each in Path("/proc").iterdir():
            with suppress(OSError):
                if each.name.isdecimal() and mark in (each / "environ").read_bytes():
                    found.add((each / "comm").read_text().strip())
        return {each for each in found if each != "xdotool" and not each.startswith(_VOICE)}

    def _start_server(self) -> str:
        read, write = os.pipe()
        screen = f"{self.size[0]}x{self.size[1]}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp"]
        self._start(command, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            return f":{told.readline().strip()}"

    def _start(self, command: Sequence[str], pass_fds: Sequence[int] = ()) -> None:
        log = self._ending.enter_context((self._folder / f"{Path(command[0]).name}.log").open("wb"))
        environment = getattr(self, "environment", None)
        process = subprocess.Popen(
            command, env=environment, stdout=log, stderr=log, pass_fds=pass_fds, start_new_session=True
        )
        self._ending.callback(_end, process)

    def _until(self, happened: Callable[[], bool]) -> None:
        ends = time.monotonic() + STARTS
        while not happened():
            if time.monotonic() > ends:
                raise TimeoutError("the session did not come up")
            time.sleep(0.05)


class CageStage(Stage):
    """The kiosk in cage, whose screen is a window of the X server; cage refuses the administrator."""

    size = (1024, 768)
    """What cage takes for its screen there."""

    def kiosk(self) -> int:
        """The one window: that of cage."""
        return next((each.number for each in self.server.windows() if each.seen), 0)

    def trouble(self) -> str:
        """What is wrong with the screen: cage tells nothing of it, but is black where no program is."""
        if self.kiosk() == 0:
            return "cage has no window"
        width, height = self.size
        places = ((x, y) for x in range(20, width, width // 12) for y in range(20, height, height // 8))
        return "" if any(any(self.server.pixel(*place)) for place in places) else "nothing is seen"

    def _open(self, manager: str) -> None:
        python, paths = _python_for_all()
        self.environment |= {
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), *paths]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "wayland",
            "WLR_BACKENDS": "x11",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }
        as_nobody = []
        if os.geteuid() == 0:
            as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            for each in (self._folder, *self._folder.rglob("*")):
                os.chown(each, 65534, 65534)
        self._start([*as_nobody, "cage", "--", *self._kiosk_by(python)])


def _python_for_all() -> tuple[str, list[str]]:
    """A Python that every account may run, and what it must be told of our libraries."""
    real = Path(sys.executable).resolve()
    if all(folder.stat().st_mode & 0o001 for folder in real.parents):
        return sys.executable, []
    return f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}", [sysconfig.get_path("purelib")]


def _holds(window: Window, x: int, y: int) -> bool:
    return window.x <= x < window.x + window.width and window.y <= y < window.y + window.height


def _end(process: subprocess.Popen[bytes]) -> None:
    """It and what it started: a kiosk waits for a screen that went away, and would wait here for ever."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
