"""Whether a window can open here. Asked before Qt is, which ends the process where it finds no display."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QPluginLoader


def has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


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
    file = _plugin_file(name)
    if file is None:
        return name
    loader = QPluginLoader(str(file))
    return "" if loader.load() else loader.errorString()


def _plugin_file(name: str) -> Path | None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    names = (f"libq{name}.so", f"libq{name}.dylib", f"q{name}.dll")
    return next((file for each in names if (file := folder / each).is_file()), None)
