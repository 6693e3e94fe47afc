"""``tpe-guide diary …``: a diary from the command line. Each function returns what to print."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tpe_guide import terminal
from tpe_guide.diary import exchange, folder
from tpe_guide.diary.incoming import preview
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.model import Course, Diary, new_id
from tpe_guide.diary.store import DiaryStore
from tpe_guide.diary.told import left_out, of_earlier
from tpe_guide.diary.tries import Tries
from tpe_guide.errors import CannotRunHere, DiaryAway, WrongPasscode
from tpe_guide.files import write_out
from tpe_guide.i18n import _, _n
from tpe_guide.wording import describe

PASSCODE_VARIABLE = "TPE_GUIDE_PASSCODE"
STREAM = Path("-")
"""Standard output as OUT."""


def info(data_dir: Path) -> str:
    """What the diary in *data_dir* holds, in numbers and never in its own words.

    Raises WrongPasscode, DiaryInUse, DiaryDamaged and the like.
    """
    with opened(data_dir) as store:
        diary, read_only, found = store.diary(), store.read_only, _told(store)
        earlier = [of_earlier(one) for one in store.earlier()]
    guarded = folder.needs_passcode(data_dir)
    lines = [
        _("Diary: {path}").format(path=data_dir / folder.STORE),
        _("Opens with: {way}").format(way=_("a passcode") if guarded else _("this account, no passcode")),
        *_counts(diary),
        *earlier,
        *found,
    ]
    if read_only:
        lines.append(_("The folder cannot be written: the diary can only be read."))
    return "\n".join(lines)


def export(data_dir: Path, out: Path, now: dt.datetime) -> str:
    """Write the diary in *data_dir* to *out*: as CSV where the name ends so, else as an exchange file.

    The file is not encrypted; only its owner may read it. Of earlier courses each is a file of its own, after that of
    the present one. Into standard output goes the present course alone: what else is to be said is an error there.
    *now* is aware. Raises CannotWrite, CannotWriteOutput, WrongUsage and what ``info`` does.
    """
    folder.refuse_part_of(out)
    with opened(data_dir) as store:
        found, earlier = _told(store), store.earlier()
        courses = [store.diary()] if out == STREAM else [*store.diaries()]
    if out.suffix.lower() == ".csv":
        files = [exchange.to_csv(one) for one in courses]
    else:
        files = exchange.in_files(*courses, exported_at=now)
    if out == STREAM:
        if len(files) > 1:
            raise CannotRunHere(_("This diary is too large for one file. Name a file: it is written as several."))
        terminal.give_bytes(files[0])
        others = [_("Not in it: {course}. Name a file to have all.").format(course=of_earlier(one)) for one in earlier]
        for words in (*others, *found):
            terminal.complain(words)
        return ""
    paths = exchange.places(out, files)
    for path, data in zip(paths, files, strict=True):
        write_out(path, data, private=True)
    wrote = [_("Wrote {path}. It is not encrypted.").format(path=path) for path in paths]
    if len(files) > 1:
        wrote.append(_("The diary takes several files. Import them all to have all of it."))
    return "\n".join([*wrote, *_counts(courses[0]), *map(of_earlier, earlier), *found])


def import_file(data_dir: Path, source: Path) -> str:
    """Add what the exchange file *source* has to the diary in *data_dir*: all of it or nothing.

    Where there is none, one is begun with it. Raises BadInput, FromNewerVersion and what ``info`` does.
    """
    diary = exchange.read(source)
    begins = not folder.exists(data_dir) and not folder.is_away(data_dir)
    if begins:
        check_is_folder(data_dir)
    with begun_with(data_dir, diary, str(source)) if begins else opened(data_dir) as store:
        done, found = store.import_diary(diary, str(source)), _told(store)
    lines = [
        *([_("A new diary was begun in {folder}. It has no passcode.").format(folder=data_dir)] if begins else []),
        _("Added: {sessions} sessions, {entries} entries, {questions} questions.").format(
            sessions=done.sessions, entries=done.entries, questions=done.questions
        ),
        _("Already in the diary: {count}.").format(count=done.already_here),
    ]
    return "\n".join([*lines, *left_out(done), *found])


def begun_with(data_dir: Path, diary: Diary, source: str) -> DiaryStore:
    """A new diary in *data_dir*, where *diary* is known to fit in. Raises BadInput, CannotWrite, DiaryInUse."""
    preview(Diary(Course(new_id())), diary, source)
    return DiaryStore.create(data_dir, None, language=diary.language)


def schema() -> str:
    """The JSON Schema of the exchange file."""
    return exchange.schema()


def ask_passcode() -> str:
    """The passcode, from the environment or typed unseen. Raises CannotRunHere where nobody can be asked."""
    given = os.environ.get(PASSCODE_VARIABLE)
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise CannotRunHere(
            _("This diary has a passcode. Set {variable}, or run this in a terminal.").format(
                variable=PASSCODE_VARIABLE
            )
        )
    import getpass

    try:
        return getpass.getpass(_("Passcode: "))
    except EOFError:  # Ctrl+D, or a terminal that has gone
        raise WrongPasscode from None


def opened(data_dir: Path, passcode: str | None = None, known: Unlocked | None = None) -> DiaryStore:
    """The diary in *data_dir*, with *passcode*, or the one that a person gives. Raises what ``info`` does.

    *known*: what *passcode* gave a moment ago.
    """
    if folder.is_away(data_dir):
        raise DiaryAway(data_dir / folder.STORE)
    check_is_folder(data_dir)
    if not folder.exists(data_dir):
        raise CannotRunHere(_("There is no diary in {folder} yet. The app starts one.").format(folder=data_dir))
    if passcode is None and folder.needs_passcode(data_dir):
        return _opened_by(data_dir)
    return DiaryStore.open(data_dir, passcode, known)


def _opened_by(data_dir: Path) -> DiaryStore:
    """The diary, by the passcode of a person; after several wrong ones the next has to wait. Raises TooSoon."""
    with Tries(data_dir).guess():
        return DiaryStore.open(data_dir, ask_passcode())


def check_is_folder(data_dir: Path) -> None:
    """Raise CannotRunHere where *data_dir* is a file."""
    if data_dir.is_file():
        raise CannotRunHere(_("{path} is a file. Name the folder that the diary is in.").format(path=data_dir))


def _told(store: DiaryStore) -> Sequence[str]:
    """What was not right about the files of the diary, if anything."""
    return [] if store.found is None else [describe(store.found)]


def _counts(diary: Diary) -> Sequence[str]:
    done = sum(session.state == "done" for session in diary.sessions)
    lines = [
        _n("{count} session, {done} done", "{count} sessions, {done} done", len(diary.sessions)).format(
            count=len(diary.sessions), done=done
        ),
        _n("{count} entry", "{count} entries", len(diary.entries)).format(count=len(diary.entries)),
        _n("{count} question", "{count} questions", len(diary.questions)).format(count=len(diary.questions)),
    ]
    if diary.entries:
        first, last = min(entry.day for entry in diary.entries), max(entry.day for entry in diary.entries)
        lines.append(_("From {first} to {last}").format(first=first, last=last))
    return [*lines, *_unknown(diary)]


def _unknown(diary: Diary) -> Sequence[str]:
    places = exchange.unknown_keys(diary)
    if not places:
        return []
    return [_("Kept, but not known to this version: {places}").format(places=", ".join(places))]
