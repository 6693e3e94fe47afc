"""Whether a window can open here. Asked before Qt is, which ends the process where it finds no display.

``python -m tpe_guide.ui.shell.display`` exits with 0 if one can, and with 3 if not.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler

from tpe_guide import terminal
from tpe_guide.errors import CannotRunHere
from tpe_guide.i18n import _
from tpe_guide.wording import describe

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

PLATFORM_VARIABLE = "QT_QPA_PLATFORM"


def has_display() -> bool:
    """Whether there is a screen to open a window on, and it answers."""
    if not sys.platform.startswith("linux"):
        return True
    return _wayland_answers() or _x_answers()


def may_open() -> bool:
    """Whether to let Qt try: as ``has_display``, or as a platform that ``QT_QPA_PLATFORM`` names.

    Whoever names another than X or Wayland knows what they do.
    """
    named = os.environ.get(PLATFORM_VARIABLE)
    if not named or not sys.platform.startswith("linux"):
        return has_display()
    return any(_answers(name.partition(":")[0]) for name in named.split(";"))


def require_display(instead: str = "tpe-guide tour --out DIR") -> None:
    """Qt aborts without a display; say so in one line, with what to type *instead*."""
    if may_open():
        return
    if named := os.environ.get(PLATFORM_VARIABLE):
        words = _("There is no display for “{platform}”, which {variable} names.")
        raise CannotRunHere(words.format(platform=named, variable=PLATFORM_VARIABLE))
    words = _("There is no display here. To see every screen as a picture: {command}")
    raise CannotRunHere(words.format(command=instead))


def _answers(platform: str) -> bool:
    if platform.startswith("wayland"):
        return _wayland_answers()
    return platform != "xcb" or _x_answers()


@contextmanager
def no_window_is_an_error() -> Iterator[None]:
    """Qt aborts where it finds no way to open a window; in here that is one line, and exit code 3.

    It costs a start nothing: nothing is tried that Qt does not try. What Qt says on its way is held back until then.
    """
    said: list[str] = []

    def hear(level: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if level.name == "QtFatalMsg":
            terminal.complain(describe(_no_window([*said, message])))
            os._exit(CannotRunHere.exit_code)
        said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield
        for message in said:
            terminal.complain(message)
    finally:
        qInstallMessageHandler(before)


def _no_window(said: Sequence[str]) -> CannotRunHere:
    """The first thing that Qt complained of is the reason; the last is that it gives up."""
    reason = said[0].partition("\n")[0].strip().rstrip(".")
    if named := os.environ.get(PLATFORM_VARIABLE):
        words = _("The window cannot open here: {reason}. {variable} is “{name}”.")
        return CannotRunHere(words.format(reason=reason, variable=PLATFORM_VARIABLE, name=named))
    return CannotRunHere(_("The window cannot open here: {reason}.").format(reason=reason))


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    try:
        return Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name).is_socket()
    except OSError:  # somebody else's
        return False


def _x_answers() -> bool:
    # A DISPLAY outlives its server, and may be somebody else's: only knocking tells.
    if not os.environ.get("DISPLAY"):
        return False
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # cannot knock; Qt will say what it lacks
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def draw_off_screen() -> None:
    """Let Qt draw into memory. To be called before the application is made."""
    os.environ[PLATFORM_VARIABLE] = "offscreen"


def window_plugin() -> str:
    """The part of Qt that opens windows on this system: ``xcb``, ``wayland``, ``cocoa`` or ``windows``."""
    if sys.platform == "win32":
        return "windows"
    if sys.platform == "darwin":
        return "cocoa"
    return "xcb" if os.environ.get("DISPLAY") or not os.environ.get("WAYLAND_DISPLAY") else "wayland"


def has_plugin(name: str) -> bool:
    """Whether platform plugin *name* is part of this installation."""
    return _plugin_file(name) is not None


def plugin_problem(name: str) -> str:
    """Why platform plugin *name* cannot be loaded, such as the system library it lacks; empty if it can."""
    from PySide6.QtCore import QPluginLoader

    file = _plugin_file(name)
    if file is None:
        return name
    loader = QPluginLoader(str(file))
    return "" if loader.load() else loader.errorString()


def _plugin_file(name: str) -> Path | None:
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    names = (f"libq{name}.so", f"libq{name}.dylib", f"q{name}.dll")
    return next((file for each in names if (file := folder / each).is_file()), None)


if __name__ == "__main__":
    sys.exit(0 if has_display() else 3)
