"""Whether a window can open: asked before Qt is, which would end the process."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from tpe_guide.ui.shell import display

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a screen")


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@linux_only
def test_without_a_display_no_window_opens() -> None:
    assert not display.has_display()


@linux_only
def test_a_display_whose_server_is_gone_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not display.has_display()


@linux_only
def test_a_wayland_session_that_ended_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not display.has_display()


def test_the_plugin_for_drawing_off_screen_loads() -> None:
    assert display.has_plugin("offscreen")
    assert display.plugin_problem("offscreen") == ""


def test_a_plugin_that_lacks_a_library_says_which(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "platforms"
    folder.mkdir()
    (folder / "libqxcb.so").write_bytes(b"not a library")
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: str(tmp_path))
    assert display.has_plugin("xcb")
    assert "libqxcb.so" in display.plugin_problem("xcb")
    assert display.plugin_problem("wayland") == "wayland"
