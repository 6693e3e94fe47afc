"""A real session to break out of: an X server, perhaps a window manager, the real program, a home to leave files in."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
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
        if command := MANAGERS[manager]:
            self._start([each.format(folder=folder) for each in command])
            self._until(lambda: bool(self.server.numbers(self.server.root, "_NET_SUPPORTING_WM_CHECK")))
        exit_pin.prove(folder / "data", exit_pin.choose(folder / "data", "802357"))
        self._start([sys.executable, "-m", "tpe_guide", "--data-dir", str(folder / "data"), "kiosk"])
        self._until(lambda: self.kiosk() != 0 and not self.trouble())
        self._at_start = self._left()

    def __enter__(self) -> Stage:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """End all of it."""
        self._ending.close()

    def begin(self) -> None:
        """Somebody opens the guide, and a page of it."""
        self.do("key Return sleep 0.8 key Tab Tab Return sleep 0.8")

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
        for x in (1, SIZE[0] // 2, SIZE[0] - 2):
            for y in (1, SIZE[1] // 2, SIZE[1] - 2):
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

    def _traces(self) -> str:
        left = self._left() - self._at_start
        self._at_start |= left
        return f"left behind: {', '.join(sorted(left))}" if left else ""

    def _left(self) -> set[str]:
        """Files in the home, and programs of this screen."""
        files = {str(file.relative_to(self.home)) for file in self.home.rglob("*") if file.is_file()}
        return {each for each in files if not each.startswith((".cache/", ".local/share/openbox"))} | self._programs()

    def _programs(self) -> set[str]:
        """Those that were started for this screen, but for our own way to press keys."""
        mark = f"DISPLAY={self.environment['DISPLAY']}\0".encode()
        found = set()
        for each in Path("/proc").iterdir():
            with suppress(OSError):
                if each.name.isdecimal() and mark in (each / "environ").read_bytes():
                    found.add((each / "comm").read_text().strip())
        return {each for each in found if each != "xdotool" and not each.startswith(_VOICE)}

    def _start_server(self) -> str:
        read, write = os.pipe()
        screen = f"{SIZE[0]}x{SIZE[1]}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp"]
        self._start(command, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            return f":{told.readline().strip()}"

    def _start(self, command: Sequence[str], pass_fds: Sequence[int] = ()) -> None:
        log = self._ending.enter_context((self._folder / f"{Path(command[0]).name}.log").open("wb"))
        environment = getattr(self, "environment", None)
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, pass_fds=pass_fds)
        self._ending.callback(_end, process)

    def _until(self, happened: Callable[[], bool]) -> None:
        ends = time.monotonic() + STARTS
        while not happened():
            if time.monotonic() > ends:
                raise TimeoutError("the session did not come up")
            time.sleep(0.05)


def _holds(window: Window, x: int, y: int) -> bool:
    return window.x <= x < window.x + window.width and window.y <= y < window.y + window.height


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
