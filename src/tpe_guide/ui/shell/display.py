"""Whether a window can open here. Asked before Qt is, which ends the process where it finds no display.

``python -m tpe_guide.ui.shell.display`` exits with 0 if one can, and with 3 if not.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def has_display() -> bool:
    """Whether there is a screen to open a window on, and it answers."""
    if not sys.platform.startswith("linux"):
        return True
    return _wayland_answers() or _x_answers()


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name or "").is_socket()


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
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


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
