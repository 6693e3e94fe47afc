"""What the person has chosen on a Linux desktop for all programs, as its portal tells it, now and when it changes.

A process of GLib's own tools asks and listens, and we read its lines. Qt could ask by itself, but to reach a bus that
stays silent it holds the window for good, and all of Python with it (measured). Where there is no portal, ``gsettings``
tells the same.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from tpe_guide.ui.shell.wishes import A11Y, APPEARANCE, INTERFACE, KDE

_ASKED = "asked"
"""The line that says: all that can be known now was told."""
_SCRIPT = f"""
portal="--session --dest org.freedesktop.portal.Desktop --object-path /org/freedesktop/portal/desktop"
trap 'kill $heard $more' EXIT
trap exit PIPE
gdbus monitor $portal & heard=$!
gdbus call $portal --timeout 10 --method org.freedesktop.portal.Settings.ReadAll \
  "['{APPEARANCE}', '{INTERFACE}', '{A11Y}', '{KDE}']" || {{
  gsettings monitor {INTERFACE} & more=$!
  gsettings list-recursively {INTERFACE}
  gsettings list-recursively {A11Y}
}}
echo {_ASKED}
read -r end
"""
"""It ends, with what it began, when its input does or nobody reads what it says: so also when we are killed."""
_STRING = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_VALUE = rf"((?:{_STRING}|[^<>'\"])*)"
_FOLDER_OR_KEY = re.compile(rf"'([^']*)': (?:(\{{)|<{_VALUE}>)")
_CHANGED = re.compile(rf"\.SettingChanged \('([^']*)', '([^']*)', <{_VALUE}>\)")
_LISTED = re.compile(r"(org\.[\w.]+) ([\w-]+) (.*)")
_MONITORED = re.compile(r"([a-z-]+): (.*)")


class Portal(QObject):
    """Listens until it is closed."""

    told = Signal(object)
    """All that is known by now: ``Choices``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[tuple[str, str], str] = {}
        self._rest = b""
        self._process: subprocess.Popen[bytes] | None = None
        self._notifier: QSocketNotifier | None = None

    def listen(self) -> None:
        """Begin, where there is a bus to ask; else nothing is known. It takes no longer than to start a process."""
        if not has_bus():
            self.told.emit({})
            return
        try:
            process = subprocess.Popen(
                ["sh", "-c", _SCRIPT],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            self.told.emit({})
            return
        assert process.stdout is not None
        os.set_blocking(process.stdout.fileno(), False)
        self._process = process
        self._notifier = QSocketNotifier(process.stdout.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def close(self) -> None:
        """Listen no longer."""
        if self._process is None:
            return
        process, self._process = self._process, None
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.wait()

    def _read(self) -> None:
        if self._process is None or self._process.stdout is None:
            return
        try:
            came = os.read(self._process.stdout.fileno(), 65536)
        except BlockingIOError:
            return
        if not came:
            self.close()
            return
        *lines, self._rest = (self._rest + came).split(b"\n")
        found = {place: value for line in lines for place, value in choices_in(line.decode("utf-8", "replace"))}
        if found or _ASKED.encode() in lines:
            self._known |= found
            self.told.emit(dict(self._known))


def has_bus() -> bool:
    """Whether there is one in this session. Else GLib would begin one, which nobody would end."""
    if not sys.platform.startswith("linux"):
        return False
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or bool(folder and (Path(folder) / "bus").exists())


def choices_in(line: str) -> Iterator[tuple[tuple[str, str], str]]:
    """What one *line* of ``gdbus`` or ``gsettings`` tells."""
    if line.startswith("("):
        yield from _in_answer(line)
    elif found := _CHANGED.search(line) or _LISTED.fullmatch(line):
        folder, key, value = found.groups()
        yield (folder, key), _bare(value)
    elif found := _MONITORED.fullmatch(line):
        key, value = found.groups()
        yield (INTERFACE, key), _bare(value)


def _in_answer(line: str) -> Iterator[tuple[tuple[str, str], str]]:
    folder = ""
    for name, opens, value in _FOLDER_OR_KEY.findall(line):
        if opens:
            folder = name
        else:
            yield (folder, name), _bare(value)


def _bare(value: str) -> str:
    """Without its type and its quotes."""
    return value.strip().rpartition(" ")[2].strip("'\"") if not value.startswith(("'", '"')) else value[1:-1]
