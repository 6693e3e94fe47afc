"""Whether a window can open: asked before Qt is, which would end the process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, qWarning

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


def a_start(platform: str, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    named = {"QT_QPA_PLATFORM": platform} if platform else {}
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "tpe_guide", *command],
        env=kept | named | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@linux_only
@pytest.mark.parametrize("platform", ["wayland", "wayland-egl", "xcb", "wayland;xcb", "xcb:opt=1", ""])
@pytest.mark.parametrize("command", [(), ("kiosk", "--unlocked")], ids=["home", "kiosk"])
def test_a_platform_without_its_display_is_three_and_one_line(platform: str, command: tuple[str, ...]) -> None:
    done = a_start(platform, *command)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("There is no display")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("platform", ["nonsense", "nonsense;rubbish", "eglfs", "linuxfb"])
def test_a_platform_that_cannot_start_is_three_and_one_line(platform: str) -> None:
    done = a_start(platform)
    assert done.returncode == 3
    assert done.stderr.startswith("The window cannot open here: ")
    assert done.stderr.count("\n") == 1


@linux_only
def test_a_display_that_qt_cannot_use_is_three_and_says_why(tmp_path: Path) -> None:
    """As where a library is missing: the display answers, and no platform of Qt can be loaded."""
    with socket.socket(socket.AF_UNIX) as server, tempfile.TemporaryDirectory() as runtime:
        server.bind(f"{runtime}/wayland-0")
        where = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": runtime}
        done = a_start("", QT_QPA_PLATFORM_PLUGIN_PATH=str(tmp_path), QT_PLUGIN_PATH=str(tmp_path), **where)
    assert done.returncode == 3
    assert done.stderr.startswith("The window cannot open here: ")
    assert done.stderr.count("\n") == 1


@linux_only
def test_somebody_else_s_runtime_folder_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setattr(Path, "is_socket", denied)
    assert not display.has_display()


@linux_only
@pytest.mark.parametrize("platform", ["offscreen", "vnc:size=800x600", "xcb;offscreen"])
def test_whoever_names_another_platform_knows_what_they_do(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert display.may_open()


def test_what_qt_says_as_it_starts_well_is_not_lost(capfd: pytest.CaptureFixture[str]) -> None:
    with display.no_window_is_an_error():
        qWarning("a theme is missing")
        assert capfd.readouterr().err == ""
    assert capfd.readouterr().err == "a theme is missing\n"
