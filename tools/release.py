"""Make a release: ``make release VERSION=0.2.0``.

Looks first: on main, nothing uncommitted, a newer version, something to tell. Then sets the version, gives what is
new in CHANGELOG.md its number and date, runs all checks, builds the wheel and the bundle with their SHA-256 sums into
``dist/``, and commits and tags. Where a step fails, the ones before it are undone; ``--dry-run`` stops before the
commit and undoes them as well. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BRANCH = "main"
VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
VERSION_FILE = Path("src/tpe_guide/__init__.py")
CHANGELOG = Path("CHANGELOG.md")
UNRELEASED = "## [Unreleased]\n"
SUMS = "SHA256SUMS"

Run = Callable[[Sequence[str]], None]
"""Runs a command that checks or builds. Raises Refused if it fails."""


class Refused(Exception):
    """Why there is no release, in one sentence."""


def main(arguments: list[str] | None = None, *, root: Path = ROOT, run: Run | None = None) -> int:
    """Make the release that *arguments* ask for, of the checkout *root*. Returns the exit code."""
    options = parse(arguments)
    today = dt.datetime.now().astimezone().date()
    try:
        release(root, options.version, today, run or in_folder(root), dry=options.dry_run)
    except Refused as reason:
        print(f"No release: {reason}", file=sys.stderr)
        return 1
    return 0


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """A version, and whether it is in earnest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("version", metavar="VERSION", help="such as 0.2.0")
    parser.add_argument("--dry-run", action="store_true", help="check and build, then take it all back")
    options = parser.parse_args(arguments)
    if not VERSION.fullmatch(options.version):
        parser.error(f"expected a version such as 0.2.0, not “{options.version}”")
    return options


def release(root: Path, version: str, today: dt.date, run: Run, *, dry: bool) -> None:
    """Every step in turn; what was done is undone unless all of them are."""
    tell("looking")
    look(root, version)
    with ExitStack() as undo:
        tell(f"writing down {version}")
        told = write_down(root, version, today, undo)
        for words, command in CHECKS.items():
            tell(words)
            run(command)
        refuse_other_changes(root)
        tell("building")
        built = build(root, version, run, undo)
        tell("adding up")
        write_sums(root / "dist", built, undo)
        if dry:
            tell(f"this would be {version}: taking it back, as it was a dry run")
            return
        tell("committing and tagging")
        commit_and_tag(root, version, told, undo)
        undo.pop_all()
    tell(f"{version} is made. Look it over, then: git push origin {BRANCH} v{version}")


CHECKS: dict[str, Sequence[str]] = {
    "catalogues of other languages": ("make", "messages"),
    "all checks": ("make", "check"),
}


def look(root: Path, version: str) -> None:
    """Raise Refused where a release may not begin."""
    branch = git(root, "branch", "--show-current")
    if branch != BRANCH:
        raise Refused(f"this is branch “{branch}”, and releases are made on {BRANCH}.")
    if changes := git(root, "status", "--porcelain"):
        raise Refused(f"there are changes that were not committed:\n{changes}")
    if git(root, "tag", "--list", f"v{version}"):
        raise Refused(f"there is a tag v{version} already.")
    before = version_of(root)
    if numbers(version) <= numbers(before):
        raise Refused(f"{version} is not newer than {before}.")
    if not unreleased(root):
        raise Refused(f"{CHANGELOG} says nothing below “{UNRELEASED.strip()}”.")


def write_down(root: Path, version: str, today: dt.date, undo: ExitStack) -> str:
    """The version in the code, and what is new under its number. Returns what is new."""
    told = unreleased(root)
    for path in (VERSION_FILE, CHANGELOG):
        undo.callback((root / path).write_bytes, (root / path).read_bytes())
    replace(root / VERSION_FILE, f'__version__ = "{version_of(root)}"', f'__version__ = "{version}"')
    replace(root / CHANGELOG, UNRELEASED, f"{UNRELEASED}\n## [{version}] - {today.isoformat()}\n")
    return told


def refuse_other_changes(root: Path) -> None:
    """What the checks made anew, such as a catalogue, belongs into a commit of its own before a release."""
    changed = {line[3:] for line in git(root, "status", "--porcelain").splitlines()}
    if others := changed - {VERSION_FILE.as_posix(), CHANGELOG.as_posix()}:
        raise Refused(f"the checks changed files; look at them and commit them first: {', '.join(sorted(others))}")


def build(root: Path, version: str, run: Run, undo: ExitStack) -> list[Path]:
    """The wheel, and the bundle as one file, in ``dist/``."""
    dist = root / "dist"
    wheel = dist / f"tpe_guide-{version}-py3-none-any.whl"
    undo.callback(wheel.unlink, missing_ok=True)
    run((sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(dist)))
    run(("make", "bundle"))
    system = f"{platform.system()}-{platform.machine()}".lower()
    packed = dist / f"tpe-guide-{version}-{system}"
    kind = "zip" if sys.platform == "win32" else "gztar"
    archive = packed.with_name(f"{packed.name}{'.zip' if kind == 'zip' else '.tar.gz'}")
    undo.callback(archive.unlink, missing_ok=True)
    if not (dist / "tpe-guide").is_dir():
        raise Refused("there is no bundle in dist/tpe-guide.")
    shutil.make_archive(str(packed), kind, dist, "tpe-guide")
    for path in (wheel, archive):
        if not path.is_file():
            raise Refused(f"{path.name} was not built.")
    return [wheel, archive]


def write_sums(dist: Path, built: Sequence[Path], undo: ExitStack) -> None:
    """A file that ``sha256sum --check`` reads, about each file *built*."""
    sums = dist / SUMS
    undo.callback(sums.unlink, missing_ok=True)
    lines = []
    for path in built:
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    sums.write_text("".join(lines), encoding="ascii")
    for line in lines:
        print(line, end="")


def commit_and_tag(root: Path, version: str, told: str, undo: ExitStack) -> None:
    """The release as a commit, and a tag that says what is new."""
    undo.callback(git, root, "reset", "--quiet", git(root, "rev-parse", "HEAD"))
    git(root, "add", str(VERSION_FILE), str(CHANGELOG))
    why = "All that was told under Unreleased has its number and date: who asks for this version finds what it brought."
    git(root, "commit", "--quiet", "--message", f"Release {version}", "--message", why)
    words = f"tpe-guide {version}\n\n{told}\n"
    git(root, "tag", "--annotate", f"v{version}", "--cleanup=whitespace", "--file=-", words=words)


def unreleased(root: Path) -> str:
    """What CHANGELOG.md tells of that no version has yet."""
    text = (root / CHANGELOG).read_text(encoding="utf-8")
    _before, heading, after = text.partition(UNRELEASED)
    if not heading:
        raise Refused(f"{CHANGELOG} has no line “{UNRELEASED.strip()}”.")
    return re.split(r"(?m)^## ", after, maxsplit=1)[0].strip()


def version_of(root: Path) -> str:
    """The version that the code says it is."""
    found = re.search(r'^__version__ = "([\d.]+)"$', (root / VERSION_FILE).read_text(encoding="utf-8"), re.M)
    if found is None:
        raise Refused(f"{VERSION_FILE} says no version.")
    return found[1]


def numbers(version: str) -> tuple[int, ...]:
    """*version* as it is compared."""
    return tuple(map(int, version.split(".")))


def replace(path: Path, old: str, new: str) -> None:
    """*new* in place of *old*, which stands there once; the ends of lines stay as they are."""
    data = path.read_bytes()
    path.write_bytes(data.replace(old.encode(), new.encode(), 1))


def in_folder(root: Path) -> Run:
    """Runs commands in *root*, with their words on this terminal."""
    # Started by make, another make would take over its variables: VERSION, and ARGS as options for the tests.
    taken_over = ("MAKEFLAGS", "MFLAGS", "VERSION", "ARGS")
    environment = {name: value for name, value in os.environ.items() if name not in taken_over}

    def run(command: Sequence[str]) -> None:
        if subprocess.run(command, cwd=root, env=environment, check=False).returncode:
            raise Refused(f"“{' '.join(command[-6:])}” failed; see above.")

    return run


def git(root: Path, *arguments: str, words: str | None = None) -> str:
    """What git says to *arguments*, told *words* on its standard input. Raises Refused."""
    done = subprocess.run(
        ["git", *arguments], cwd=root, input=words, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise Refused(f"git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout.rstrip("\n")


def tell(words: str) -> None:
    """One short line about what comes."""
    print(f"release: {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
