"""What can be read at once of what a person has chosen for all programs."""

from __future__ import annotations

import ctypes
import plistlib
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from tpe_guide.ui.shell import system_choices


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a file of Linux desktops")
@pytest.mark.parametrize("version", ["gtk-3.0", "gtk-4.0"])
@pytest.mark.parametrize(("line", "still"), [("0", True), ("false", True), ("1", False), ("true", False)])
def test_a_desktop_without_animations_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, line: str, still: bool
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / version).mkdir()
    (tmp_path / version / "settings.ini").write_text(f"[Settings]\ngtk-enable-animations = {line}\n", encoding="utf-8")
    assert system_choices.wants_stillness() is still


def test_a_desktop_that_says_nothing_lets_it_move(qapp: QApplication) -> None:
    assert system_choices.wants_stillness() is False


def test_a_style_without_animations_is_followed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    class Still(QProxyStyle):
        def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
            return 0 if hint == QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, *rest)  # type: ignore[arg-type]

    style = Still("fusion")
    monkeypatch.setattr(QApplication, "style", lambda: style)
    assert system_choices.wants_stillness() is True


@pytest.mark.parametrize(
    ("content", "still"),
    [
        (plistlib.dumps({"reduceMotion": 1}), True),
        (plistlib.dumps({"reduceMotion": False}), False),
        (plistlib.dumps({}), False),
        (plistlib.dumps([1]), False),
        (b"not a list of properties", False),
    ],
)
def test_the_choice_of_a_mac_is_read(tmp_path: Path, content: bytes, still: bool) -> None:
    path = tmp_path / "com.apple.universalaccess.plist"
    path.write_bytes(content)
    assert system_choices._mac_is_still(path) is still
    assert system_choices._mac_is_still(tmp_path / "none") is False


class Registry(types.ModuleType):
    """Windows’ own, with one value, or none."""

    HKEY_CURRENT_USER = "HKCU"

    def __init__(self, value: object) -> None:
        super().__init__("winreg")
        self.value = value

    @contextmanager
    def OpenKey(self, root: str, path: str) -> Iterator[str]:
        assert (root, path) == ("HKCU", "Software\\Microsoft\\Accessibility")
        if self.value is None:
            raise FileNotFoundError
        yield path

    def QueryValueEx(self, _folder: str, name: str) -> tuple[object, int]:
        assert name == "TextScaleFactor"
        return self.value, 4


@pytest.mark.parametrize(("value", "percent"), [(150, 150), (225, 225), (None, 100), ("large", 100)])
def test_the_text_size_of_windows_is_read(monkeypatch: pytest.MonkeyPatch, value: object, percent: int) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", Registry(value))
    assert system_choices.text_percent() == percent


@pytest.mark.parametrize(("platform", "known"), [("darwin", 100), ("linux", None)])
def test_elsewhere_there_is_none_to_read(monkeypatch: pytest.MonkeyPatch, platform: str, known: int | None) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert system_choices.text_percent() is known


@pytest.mark.parametrize(("shown", "still"), [(0, True), (1, False)])
def test_the_motion_of_windows_is_read(monkeypatch: pytest.MonkeyPatch, shown: int, still: bool) -> None:
    def answer(action: int, _none: int, into: Any, _no: int) -> int:
        assert action == 0x1042
        into._obj.value = shown
        return 1

    user32 = types.SimpleNamespace(SystemParametersInfoW=answer)
    monkeypatch.setattr(ctypes, "windll", types.SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert system_choices.wants_stillness() is still
