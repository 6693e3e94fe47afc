"""``tools/bootstrap.py``: looks before it installs, installs only what it may, and else says what to type."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "bootstrap.py"
ALL = ("libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0", "libglib-2.0.so.0", "libfreetype.so.6",
       "libfontconfig.so.1", "libdbus-1.so.3")  # fmt: skip


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, with a checkout of its own, no display, and nothing on the path."""
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "VENV_PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(module, "JUDGE_HOME", tmp_path / ".venv" / "judges")
    (tmp_path / "requirements.lock").write_text("typst==0.15.0")
    (tmp_path / "pyproject.toml").write_text("[project]")
    return module


def command(name: str, says: str = "", code: int = 0) -> Path:
    """Put a command on the path that notes how it was called."""
    path = Path(os.environ["PATH"]) / name
    path.write_text(
        f"#!/bin/sh\necho \"$@\" >> '{path}.calls'\ncat <<'END'\n{says}\nEND\nexit {code}\n".replace("cat", "/bin/cat")
    )
    path.chmod(0o755)
    return path


def loader_knows(*libraries: str) -> None:
    command("ldconfig", "\n".join(f"\t{each} (libc6,x86-64) => /usr/lib/{each}" for each in libraries))


def environment(bootstrap: ModuleType) -> None:
    """An environment that is up to date."""
    bootstrap.VENV_PYTHON.parent.mkdir(parents=True)
    bootstrap.VENV_PYTHON.touch()
    (bootstrap.VENV / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {bootstrap.python_version()}\n")
    bootstrap.STAMP.write_text(bootstrap.wanted_stamp())


def test_nothing_is_missing_where_the_loader_knows_it_all(bootstrap: ModuleType) -> None:
    loader_knows(*ALL)
    assert bootstrap.missing_libraries(window=True) == []


def test_a_missing_library_is_named_by_its_package(bootstrap: ModuleType) -> None:
    loader_knows(*(each for each in ALL if each != "libEGL.so.1"))
    assert bootstrap.missing_libraries(window=False) == ["libegl1"]


def test_a_window_needs_more_than_drawing_does(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    loader_knows(*ALL)
    monkeypatch.setenv("DISPLAY", ":0")
    assert bootstrap.missing_libraries(window=False) == []
    assert {"libxcb-cursor0", "libcups2"} <= set(bootstrap.missing_libraries(window=True))
    assert "libwayland-client0" not in bootstrap.missing_libraries(window=True)


def test_a_system_without_ldconfig_is_left_to_itself(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda *_, **__: None)
    assert bootstrap.missing_libraries(window=True) == []


def test_root_installs_after_fetching_the_list(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 0)
    env = command("env")
    command("apt-get")

    bootstrap.apt_install(["libegl1", "libgl1"])

    update, install = Path(f"{env}.calls").read_text().splitlines()
    assert update.endswith("update")
    assert install.endswith("install --yes --no-install-recommends libegl1 libgl1")


@pytest.mark.parametrize("has_sudo", [False, True])
def test_without_rights_the_command_to_type_is_said(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, has_sudo: bool
) -> None:
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    apt = command("apt-get")
    if has_sudo:
        command("sudo", code=1)  # wants a password

    with pytest.raises(bootstrap.CannotRunHere, match="sudo apt-get install libegl1 libgl1"):
        bootstrap.apt_install(["libegl1", "libgl1"])
    assert not Path(f"{apt}.calls").exists()


def test_another_system_is_told_what_to_look_for(bootstrap: ModuleType) -> None:
    with pytest.raises(bootstrap.CannotRunHere, match=r"package manager.*libegl1"):
        bootstrap.apt_install(["libegl1"])


def test_a_second_run_installs_nothing(bootstrap: ModuleType) -> None:
    assert not bootstrap.is_installed()
    environment(bootstrap)
    assert bootstrap.is_installed()


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_installs_again_into_the_same_environment(bootstrap: ModuleType, changed: str) -> None:
    environment(bootstrap)
    (bootstrap.ROOT / changed).write_text("something newer")
    assert not bootstrap.is_installed()
    assert not bootstrap.is_unusable()


def test_an_environment_of_another_python_is_made_anew(bootstrap: ModuleType) -> None:
    environment(bootstrap)
    (bootstrap.VENV / "pyvenv.cfg").write_text("version = 3.10.1\n")
    assert bootstrap.is_unusable()


def test_an_environment_that_was_moved_is_made_anew(bootstrap: ModuleType) -> None:
    environment(bootstrap)
    bootstrap.STAMP.write_text("/somewhere/else\n3.11.2\nabc\n")
    assert bootstrap.is_unusable()


def test_a_failed_step_shows_its_last_words(bootstrap: ModuleType) -> None:
    failing = command("pip", says="no matching distribution", code=1)
    with pytest.raises(bootstrap.CannotRunHere, match=r"no matching distribution\n\nIs this machine online\?"):
        bootstrap.run_quietly([str(failing)], "Is this machine online?")


class TestTheJudges:
    """What the proofs ask, and nothing else needs."""

    def test_is_installed_by_its_lock(self, bootstrap: ModuleType) -> None:
        npm = command("npm")
        bootstrap.install_judge()
        assert Path(f"{npm}.calls").read_text().startswith(f"ci --prefix {bootstrap.JUDGE_HOME} --ignore-scripts")
        assert (bootstrap.JUDGE_HOME / "package-lock.json").read_bytes() == (
            bootstrap.JUDGE / "package-lock.json"
        ).read_bytes()

    def test_is_installed_once(self, bootstrap: ModuleType) -> None:
        npm = command("npm")
        bootstrap.install_judge()
        (bootstrap.JUDGE_HOME / "node_modules").mkdir()
        bootstrap.install_judge()
        assert len(Path(f"{npm}.calls").read_text().splitlines()) == 1

    def test_that_cannot_be_fetched_does_not_stop_the_proofs(
        self, bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]
    ) -> None:
        command("npm", code=1)
        bootstrap.install_judge()
        assert "those proofs are skipped" in capsys.readouterr().out

    def test_names_no_place_that_it_is_fetched_from(self, bootstrap: ModuleType) -> None:
        assert '"resolved"' not in (bootstrap.JUDGE / "package-lock.json").read_text()
