"""What the person has chosen on this computer for all programs, where it can be read at once: movement, text size."""

from __future__ import annotations

import sys
from pathlib import Path

from tpe_guide.errors import NoHomeFolder
from tpe_guide.paths import home, xdg_folder

_OFF = {"0", "false"}
_CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION."""
_ACCESSIBILITY, _TEXT_SCALE = r"Software\Microsoft\Accessibility", "TextScaleFactor"


def wants_stillness() -> bool:
    """Whether the person has told this computer to move less."""
    from PySide6.QtWidgets import QApplication, QStyle  # to make these takes ten milliseconds, and no start needs them

    if not QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration):
        return True
    if sys.platform == "win32":
        return _windows_is_still()
    if sys.platform == "darwin":
        return _mac_is_still(home() / "Library" / "Preferences" / "com.apple.universalaccess.plist")
    try:
        folder = xdg_folder("XDG_CONFIG_HOME") or home() / ".config"
    except NoHomeFolder:
        return False
    return any(_gtk_is_still(folder / version / "settings.ini") for version in ("gtk-4.0", "gtk-3.0"))


def text_percent() -> int | None:
    """The size of text that Windows was told, 100 to 225. macOS has none for all programs; None: a portal tells it."""
    if sys.platform != "win32":
        return 100 if sys.platform == "darwin" else None
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _ACCESSIBILITY) as folder:
            value, __ = winreg.QueryValueEx(folder, _TEXT_SCALE)
    except OSError:  # it was never moved
        return 100
    return value if isinstance(value, int) else 100


def _windows_is_still() -> bool:
    import ctypes

    shown = ctypes.c_int(1)
    known = ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0)  # type: ignore[attr-defined]
    return bool(known) and not shown.value


def _mac_is_still(path: Path) -> bool:
    import plistlib

    try:
        return bool(plistlib.loads(path.read_bytes()).get("reduceMotion"))
    except (OSError, ValueError, AttributeError):  # another system, another layout: then nothing is known
        return False


def _gtk_is_still(path: Path) -> bool:
    """GNOME and its kin, and KDE for their sake, write the choice here."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    values = dict(line.replace(" ", "").split("=", 1) for line in lines if "=" in line)
    return values.get("gtk-enable-animations", "1").lower() in _OFF
