"""Where a person's data lies: by the rules of the platform, and never in a place that depends on where one stands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tpe_guide import paths
from tpe_guide.errors import NoHomeFolder, NoSuchHome

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the rules of XDG")


@pytest.fixture(autouse=True)
def not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.DATA_DIR_VARIABLE)


@linux_only
def test_it_is_in_the_data_home_of_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/srv/anna")
    assert paths.data_dir() == Path("/srv/anna/tpe-guide")


@linux_only
@pytest.mark.parametrize("relative", ["data", "./data", "~/data", ""])
def test_a_relative_data_home_is_ignored(monkeypatch: pytest.MonkeyPatch, relative: str) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", relative)
    assert paths.data_dir() == Path(os.environ["HOME"], ".local/share/tpe-guide")


@linux_only
@pytest.mark.parametrize("home", ["", "anna"])
def test_a_relative_home_is_ignored(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.setenv("HOME", home)
    monkeypatch.setattr("pwd.getpwuid", lambda _: type("Entry", (), {"pw_dir": "/home/anna"}))
    assert paths.data_dir() == Path("/home/anna/.local/share/tpe-guide")


@linux_only
def test_an_account_without_a_home_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", unknown)
    with pytest.raises(NoHomeFolder):
        paths.data_dir()
    assert paths.data_dir("/srv/anna") == Path("/srv/anna")


def test_the_home_of_somebody_unknown_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoSuchHome):
        paths.data_dir("~nobodyhere/x")
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, "~nobodyhere/x")
    with pytest.raises(NoSuchHome):
        paths.data_dir()


def test_where_one_may_not_look_nothing_seems_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.is_there(tmp_path)
    assert not paths.is_there(tmp_path / "nowhere")
    assert not paths.is_there(tmp_path / "a\0b")

    def denied(*__: object, **___: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "stat", denied)
    assert not paths.is_there(tmp_path)
