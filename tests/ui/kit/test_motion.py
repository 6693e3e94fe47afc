"""What the desktop says about movement."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProxyStyle, QStyle, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit import motion


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a file of Linux desktops")
@pytest.mark.parametrize("version", ["gtk-3.0", "gtk-4.0"])
@pytest.mark.parametrize(("line", "still"), [("0", True), ("false", True), ("1", False), ("true", False)])
def test_a_desktop_without_animations_is_followed(
    widget: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, line: str, still: bool
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / version).mkdir()
    (tmp_path / version / "settings.ini").write_text(f"[Settings]\ngtk-enable-animations = {line}\n", encoding="utf-8")
    assert motion.wants_stillness(widget) is still


def test_a_desktop_that_says_nothing_lets_it_move(widget: QWidget) -> None:
    assert motion.wants_stillness(widget) is False


def test_a_style_without_animations_is_followed(widget: QWidget) -> None:
    class Still(QProxyStyle):
        def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
            return 0 if hint == QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, *rest)  # type: ignore[arg-type]

    style = Still("fusion")
    style.setParent(widget)
    widget.setStyle(style)
    assert motion.wants_stillness(widget) is True


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
    assert motion._macos(path) is still
    assert motion._macos(tmp_path / "none") is False
