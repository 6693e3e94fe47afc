"""``tpe-guide diary backup|verify|restore``: what they do, and what they say of it."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from tpe_guide import paths, terminal
from tpe_guide.diary import backup, backup_file, folder
from tpe_guide.diary.backup_file import Backup
from tpe_guide.diary.commands import ask_passcode, check_is_folder, opened
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.restore import Restore, preview
from tpe_guide.diary.rotation import SUFFIX, policy
from tpe_guide.diary.told import checked, of_a_restore
from tpe_guide.diary.tries import Tries
from tpe_guide.errors import (
    BackupDamaged,
    CannotRunHere,
    DiaryInUse,
    NoHomeFolder,
    TpeGuideError,
    WrongPasscode,
    WrongUsage,
)
from tpe_guide.files import is_replaced
from tpe_guide.i18n import _, _n
from tpe_guide.wording import describe

LATEST = "latest"
"""In place of a file: the newest good backup."""

T = TypeVar("T")


class Verdict(NamedTuple):
    """One line of ``verify``, and whether what it is about is *good*; None: that was not found out."""

    words: str
    good: bool | None


def make(data_dir: Path, out: str | None, now: dt.datetime, *, replace: bool) -> str:
    """Back up the diary in *data_dir* to *out*, a file or a folder; without, where backups are kept by themselves.

    *now* is aware. Raises WrongUsage, CannotWrite, BackupDamaged and what opening a diary does.
    """
    if out is None:
        with opened(data_dir) as store:
            made = backup.back_up(store, now)
        return "\n".join([*_of_a_file(made), policy()])
    if out in ("", "-"):
        raise WrongUsage(_("Name a file or a folder as OUT."))
    path = _out(out, now)
    if not is_replaced(path):  # a device or a pipe, which would be gone
        raise WrongUsage(_("Name a file or a folder as OUT."))
    if path.exists() and not replace:
        raise WrongUsage(_("{path} is there already; name a new file, or add --replace.").format(path=path))
    folder.refuse_part_of(path)
    with opened(data_dir) as store:
        taken = backup.take(store, path.parent)
    return "\n".join(_of_a_file(backup.write(path, taken)))


def verify_file(path: Path, data_dir: Path | None) -> str:
    """Open and count the backup at *path*, perhaps one of the diary in *data_dir*, where guesses are counted.

    Raises BackupDamaged, FromNewerVersion, WrongPasscode, TooSoon.
    """
    tries = None if data_dir is None else Tries(data_dir)
    read = _with_passcode(tries, lambda passcode: backup_file.read(path, passcode=passcode))
    backup_file.check_sense(read)
    return checked(read)


def verify(data_dir: Path) -> Iterator[tuple[int, Verdict]]:
    """Open and count the diary in *data_dir* and each of its backups, newest first; each with how many there will be.

    Of a diary that cannot be read the last line names the newest good backup. Raises WrongPasscode; CannotRunHere
    where there is neither, or nobody to ask for a passcode; TooSoon.
    """
    check_is_folder(data_dir)
    there = backup.found(data_dir)
    if not there and not folder.exists(data_dir) and not folder.is_away(data_dir):
        raise CannotRunHere(_("There is neither a diary nor a backup of {folder}.").format(folder=data_dir))
    tries, passcode = Tries(data_dir), None
    if _is_guarded(data_dir):
        tries.check()
        passcode = ask_passcode()
    with tries.counted():
        known = backup.present_key(data_dir, passcode)
    if known is not None and passcode is not None:
        tries.succeeded()
    diary, is_lost = _of_the_diary(data_dir, passcode, known)
    count = 1 + len(there) + is_lost
    yield count, diary
    newest: Backup | None = None
    refused = False
    all_checked = True
    for one in there:
        try:
            read = backup_file.read(one.path, known, passcode)
            backup_file.check_sense(read)
        except WrongPasscode:
            all_checked, refused = False, True
            words = _("{path}: not checked. It is of another diary, and has a passcode of its own.")
            if known is None:
                words = _("{path}: not checked. That passcode does not open it.")
            yield count, Verdict(words.format(path=one.path), None)
        except TpeGuideError as error:
            all_checked = all_checked and isinstance(error, BackupDamaged)
            yield count, Verdict(describe(error), False)
        else:
            newest = newest or read
            yield count, Verdict(checked(read), True)
    if known is None and newest is None and refused:
        tries.failed()  # of a diary whose key file is damaged only they could tell
    if is_lost:
        yield count, Verdict(_way_back(data_dir, newest, all_checked=all_checked), None)


def restore(data_dir: Path, source: str, *, sure: bool, replace: bool, say: Callable[[str], object]) -> None:
    """Put the backup *source*, a file or “latest”, in the place of the diary in *data_dir*.

    Before that *say* is given what would differ; unless *sure*, a person at a terminal is asked. *replace*: also where
    it is of another course. Raises WrongUsage where nobody is sure, BackupDamaged, WrongPasscode, DiaryInUse,
    CannotWrite.
    """
    with contextlib.ExitStack() as held:

        def look(passcode: str | None) -> Restore:
            path = Path(source) if source != LATEST else _latest(data_dir, passcode, say)
            return held.enter_context(preview(data_dir, path, passcode))

        tries = Tries(data_dir)
        what = _with_passcode(tries, look)
        if what.known is not None:
            tries.succeeded()
        for line in of_a_restore(what):
            say(line)
        if what.takes_passcode_away:
            say(_("Your diary opens with a passcode. After this it would open without one."))
        if what.is_other and not replace:
            raise WrongUsage(
                _("This is a backup of something else than your diary. To use it all the same, add --replace.")
            )
        if what.changes_nothing:
            say(_("The diary holds just that already. Nothing was restored."))
            return
        if not sure and not _is_sure():
            say(_("Nothing was restored."))
            return
    done = what.now()
    say(
        _n(
            "Restored: the diary has {count} entry now, counted in it.",
            "Restored: the diary has {count} entries now, counted in it.",
            done.entries,
        ).format(count=done.entries)
    )
    if done.kept is not None:
        say(_("All that was there before is kept in {kept}.").format(kept=done.kept))
    say(_("Opens with: {way}").format(way=_("a passcode") if done.guarded else _("this account, no passcode")))


def _out(out: str, now: dt.datetime) -> Path:
    """The file that is meant; in a folder one of a name that nobody has there."""
    path = Path(out)
    if not out.endswith(("/", os.sep)) and not path.is_dir():
        return path
    stem = f"diary-{now.date().isoformat()}"
    names = (path / f"{stem}{number}{SUFFIX}" for number in ("", *(f"-{count}" for count in range(2, 10_000))))
    return next(name for name in names if not name.exists())


def _of_a_file(made: Backup) -> Iterator[str]:
    yield checked(made)
    if backup_file.needs_passcode(made.path):
        yield _("It opens with the passcode of the diary.")
    else:
        yield _("It has no passcode, as the diary has none: who has the file can read it.")


def _of_the_diary(data_dir: Path, passcode: str | None, known: Unlocked | None) -> tuple[Verdict, bool]:
    """What is found of it, and whether a backup would be of use: not where it is only open elsewhere."""
    path = data_dir / folder.STORE
    try:
        with opened(data_dir, passcode, known) as store:
            count, found = sum(len(one.entries) for one in store.diaries()), store.found
    except WrongPasscode:
        raise
    except TpeGuideError as error:
        return Verdict(describe(error), False), not isinstance(error, DiaryInUse)
    words = _n("{path}: {count} entry, checked.", "{path}: {count} entries, checked.", count)
    told = words.format(path=path, count=count)
    if found is None:
        return Verdict(told, True), False
    return Verdict(f"{told} {describe(found)}", False), True


def _way_back(data_dir: Path, newest: Backup | None, *, all_checked: bool) -> str:
    if newest is None and not all_checked:
        return _("No backup was found to be good, but not all of them could be checked.")
    if newest is None:
        return _("There is no good backup.")
    command = f"tpe-guide diary restore {LATEST}"
    if not _is_usual(data_dir):
        command += f" --data-dir {shlex.quote(str(data_dir))}"
    return _("The newest good backup: {told} To put it in the diary’s place: {command}").format(
        told=checked(newest), command=command
    )


def _is_usual(data_dir: Path) -> bool:
    """Whether it is the folder of which a command is that names none."""
    try:
        return data_dir == paths.data_dir()
    except NoHomeFolder:
        return False


def _latest(data_dir: Path, passcode: str | None, say: Callable[[str], object]) -> Path:
    newest = backup.newest_good(data_dir, passcode)
    if newest is None:
        raise CannotRunHere(_("There is no good backup of {folder}.").format(folder=data_dir))
    for one in backup.found(data_dir):
        if one.path == newest.path:
            break
        try:
            backup_file.read(one.path, backup.present_key(data_dir, passcode), passcode)
        except BackupDamaged as error:
            say(describe(error))
        except TpeGuideError:
            continue
    return newest.path


def _is_sure() -> bool:
    """What the person at the terminal says. Raises WrongUsage where nobody can be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUsage(_("Nothing was restored. To do it, add --yes."))
    terminal.flush()
    terminal.complain(_("Restore it? Type “yes” and press Enter."))
    return sys.stdin.readline().strip().casefold() == _("yes")


def _is_guarded(data_dir: Path) -> bool:
    """Whether the diary in *data_dir* needs a passcode; where that cannot tell, the newest backup that can."""
    with contextlib.suppress(TpeGuideError):
        return folder.needs_passcode(data_dir)
    for one in backup.found(data_dir):
        with contextlib.suppress(TpeGuideError):
            return backup_file.needs_passcode(one.path)
    return False


def _with_passcode(tries: Tries | None, run: Callable[[str | None], T]) -> T:
    """What *run* gives, without a passcode if that will do, else with the one that a person gives. Raises TooSoon."""
    try:
        return run(None)
    except WrongPasscode:
        if tries is None:
            return run(ask_passcode())
    tries.check()
    with tries.counted():
        return run(ask_passcode())
