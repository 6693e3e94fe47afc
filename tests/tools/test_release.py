"""``tools/release.py``: a release is whole, or the checkout is as it was."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tools import release

CHANGELOG = """\
# What is new

## [Unreleased]

### Added
- **A gallery** of all parts.

## [0.1.0]

The first version.
"""
ALL_STEPS = ["make messages", "make check", "hatchling build", "make bundle"]


@dataclass
class Checkout:
    """A repository of its own, in which checks and builds only say that they were asked for."""

    root: Path
    asked: list[str] = field(default_factory=list)
    fails: str = ""
    """The step that does."""
    leaves: str = ""
    """A file that the checks make anew."""

    def git(self, *arguments: str) -> str:
        return release.git(self.root, *arguments)

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def run(self, command: Sequence[str]) -> None:
        """What stands in for make and hatchling."""
        step = " ".join(command[-2:] if command[0] == "make" else command[2:4])
        self.asked.append(step)
        if step == self.fails:
            raise release.Refused(f"“{step}” failed")
        if step == "make check" and self.leaves:
            self.write(self.leaves, "new")
        if step == "hatchling build":
            self.write("dist/tpe_guide-0.2.0-py3-none-any.whl", "a wheel")
        if step == "make bundle":
            self.write("dist/tpe-guide/tpe-guide", "a program")

    def release(self, *arguments: str) -> int:
        return release.main([*arguments], root=self.root, run=self.run)

    @property
    def state(self) -> tuple[str, str, str, list[str]]:
        """All that a release changes."""
        built = [path.name for path in (self.root / "dist").glob("*") if path.is_file()]
        return self.git("rev-parse", "HEAD"), self.git("status", "--porcelain"), self.git("tag"), sorted(built)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
    made = Checkout(tmp_path)
    made.write("src/tpe_guide/__init__.py", '"""A guide."""\n\n__version__ = "0.1.0"\n')
    made.write("CHANGELOG.md", CHANGELOG)
    made.write(".gitignore", "/dist/\n")
    made.git("init", "--quiet", "--initial-branch", "main")
    made.git("add", ".")
    made.git("commit", "--quiet", "--message", "Begin")
    return made


def test_a_release_is_checked_built_committed_and_tagged(checkout: Checkout) -> None:
    assert checkout.release("0.2.0") == 0
    assert checkout.asked == ALL_STEPS
    assert release.version_of(checkout.root) == "0.2.0"
    assert checkout.git("log", "-1", "--format=%s") == "Release 0.2.0"
    assert checkout.git("diff", "HEAD~", "--name-only").splitlines() == ["CHANGELOG.md", "src/tpe_guide/__init__.py"]
    assert checkout.git("status", "--porcelain") == ""
    assert checkout.git("cat-file", "-t", "v0.2.0") == "tag", "annotated"
    assert checkout.git("rev-parse", "v0.2.0^{commit}") == checkout.git("rev-parse", "HEAD")
    words = checkout.git("tag", "--list", "--format=%(contents)", "v0.2.0")
    assert words.strip() == "tpe-guide 0.2.0\n\n### Added\n- **A gallery** of all parts."


def test_what_is_new_gets_its_number_and_date_and_the_next_finds_its_place(checkout: Checkout) -> None:
    checkout.release("0.2.0")
    text = (checkout.root / "CHANGELOG.md").read_text(encoding="utf-8")
    day = checkout.git("log", "-1", "--format=%cs")
    assert f"## [Unreleased]\n\n## [0.2.0] - {day}\n\n### Added\n" in text
    assert text.endswith("## [0.1.0]\n\nThe first version.\n")
    assert release.unreleased(checkout.root) == ""


def test_the_sums_are_those_of_the_files(checkout: Checkout) -> None:
    checkout.release("0.2.0")
    lines = (checkout.root / "dist" / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    assert len(lines) == 2
    for line in lines:
        digest, name = line.split("  ")
        assert digest == hashlib.sha256((checkout.root / "dist" / name).read_bytes()).hexdigest()


@pytest.mark.parametrize("step", ALL_STEPS)
def test_where_a_step_fails_all_is_as_it_was(checkout: Checkout, step: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = checkout.state
    checkout.fails = step
    assert checkout.release("0.2.0") == 1
    assert checkout.asked[-1] == step
    assert f"No release: “{step}” failed" in capsys.readouterr().err
    assert checkout.state == before


@pytest.mark.parametrize("hook", ["pre-commit", "reference-transaction"])
def test_where_git_refuses_all_is_as_it_was(checkout: Checkout, hook: str) -> None:
    before = checkout.state
    path = checkout.root / ".git" / "hooks" / hook
    path.parent.mkdir(exist_ok=True)
    only_tags = 'grep --quiet refs/tags && [ "$1" = prepared ] && exit 1; exit 0'
    path.write_text(f"#!/bin/sh\n{'exit 1' if hook == 'pre-commit' else only_tags}\n")
    path.chmod(0o755)
    assert checkout.release("0.2.0") == 1
    path.unlink()
    assert checkout.asked == ALL_STEPS
    assert checkout.state == before


def test_a_dry_run_does_it_all_and_takes_it_back(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    before = checkout.state
    assert checkout.release("0.2.0", "--dry-run") == 0
    assert checkout.asked == ALL_STEPS
    assert "tpe_guide-0.2.0-py3-none-any.whl" in capsys.readouterr().out
    assert checkout.state == before


def test_files_that_the_checks_made_anew_are_not_slipped_into_a_release(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout.leaves = "assets.po"
    assert checkout.release("0.2.0") == 1
    assert "assets.po" in capsys.readouterr().err
    assert release.version_of(checkout.root) == "0.1.0"
    assert checkout.asked == ALL_STEPS[:2]


def _elsewhere(checkout: Checkout) -> None:
    checkout.git("switch", "--quiet", "--create", "idea")


def _unfinished(checkout: Checkout) -> None:
    checkout.write("notes.txt", "to do")


def _tagged(checkout: Checkout) -> None:
    checkout.git("tag", "v0.2.0")


def _nothing_new(checkout: Checkout) -> None:
    checkout.write("CHANGELOG.md", CHANGELOG.replace("### Added\n- **A gallery** of all parts.\n", ""))
    checkout.git("commit", "--quiet", "--all", "--message", "Say nothing")


def _no_place(checkout: Checkout) -> None:
    checkout.write("CHANGELOG.md", CHANGELOG.replace("## [Unreleased]\n", ""))
    checkout.git("commit", "--quiet", "--all", "--message", "Lose the place")


def _already_there(checkout: Checkout) -> None:
    checkout.write("src/tpe_guide/__init__.py", '__version__ = "0.10.0"\n')
    checkout.git("commit", "--quiet", "--all", "--message", "Be ahead")


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (_elsewhere, "branch “idea”"),
        (_unfinished, "notes.txt"),
        (_tagged, "a tag v0.2.0 already"),
        (_nothing_new, "says nothing"),
        (_no_place, "no line “## [Unreleased]”"),
        (_already_there, "0.2.0 is not newer than 0.10.0"),
    ],
)
def test_it_is_refused_before_anything_is_touched(
    checkout: Checkout, what: object, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    what(checkout)  # type: ignore[operator]
    before = checkout.state
    assert checkout.release("0.2.0") == 1
    assert reason in capsys.readouterr().err
    assert (checkout.state, checkout.asked) == (before, [])


@pytest.mark.parametrize("version", ["", "0.2", "v0.2.0", "0.2.0rc1", "0.02.0"])
def test_what_is_no_version_is_wrong_usage(checkout: Checkout, version: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        checkout.release(version)


def test_a_command_that_fails_is_named(tmp_path: Path) -> None:
    with pytest.raises(release.Refused, match="“git no-such-command” failed"):
        release.in_folder(tmp_path)(["git", "no-such-command"])


def test_what_make_was_told_is_not_told_to_the_make_within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAKEFLAGS", "-- ARGS=--dry-run")
    monkeypatch.setenv("ARGS", "--dry-run")  # make tells it in both ways
    release.in_folder(tmp_path)(["sh", "-c", 'test -z "$MAKEFLAGS$ARGS"'])
    assert subprocess.run(["sh", "-c", 'test -n "$MAKEFLAGS"'], check=False).returncode == 0
