"""Does this computer ask programs to keep still? As far as Qt or the desktop tells."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QStyle, QWidget

from tpe_guide.errors import NoHomeFolder
from tpe_guide.paths import home, xdg_folder

_OFF = {"0", "false"}
_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION."""


def keeps_still(chosen: str, widget: QWidget) -> bool:
    """Whether pictures stand still: as the person chose (``Settings.motion``), else as this computer asks."""
    return chosen == "still" or (not chosen and wants_stillness(widget))


def wants_stillness(widget: QWidget) -> bool:
    """Whether the person has told this computer to move less."""
    if not widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget):
        return True
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _macos(home() / "Library" / "Preferences" / "com.apple.universalaccess.plist")
    try:
        folder = xdg_folder("XDG_CONFIG_HOME") or home() / ".config"
    except NoHomeFolder:
        return False
    return any(_gtk(folder / version / "settings.ini") for version in ("gtk-4.0", "gtk-3.0"))


def _windows() -> bool:
    import ctypes

    shown = ctypes.c_int(1)
    known = ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)  # type: ignore[attr-defined]
    return bool(known) and not shown.value


def _macos(path: Path) -> bool:
    import plistlib

    try:
        return bool(plistlib.loads(path.read_bytes()).get("reduceMotion"))
    except (OSError, ValueError, AttributeError):  # another system, another layout: then nothing is known
        return False


def _gtk(path: Path) -> bool:
    """GNOME and its kin, and KDE for their sake, write the choice here."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    values = dict(line.replace(" ", "").split("=", 1) for line in lines if "=" in line)
    return values.get("gtk-enable-animations", "1").lower() in _OFF
