"""What the screens about keeping the diary say in numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide.i18n import _, _n
from tpe_guide.vocabulary.days import day_words

if TYPE_CHECKING:
    from tpe_guide.diary.incoming import Imported
    from tpe_guide.diary.model import Diary
    from tpe_guide.diary.rescue import Rescued


def entries(count: int) -> str:
    """“42 entries”."""
    return _n("{count} entry", "{count} entries", count).format(count=count)


def has_entries(count: int) -> str:
    """What was counted in the diary."""
    return _n("Your diary has {count} entry now.", "Your diary has {count} entries now.", count).format(count=count)


def opened_and_counted(count: int) -> str:
    """Of a backup that was read back."""
    return _n(
        "{count} entry, opened and counted in the backup.", "{count} entries, opened and counted in the backup.", count
    ).format(count=count)


def last_backup(count: int, when: dt.datetime, today: dt.date) -> str:
    """“Last backup: Tuesday 12 May, 10:12. 42 entries, opened and counted.”"""
    return _n(
        "Last backup: {day}, {time}. {count} entry, opened and counted.",
        "Last backup: {day}, {time}. {count} entries, opened and counted.",
        count,
    ).format(day=day_words(when.date(), today), time=when.strftime("%H:%M"), count=count)


def has_own_passcode(path: Path) -> str:
    """Of a backup that the key of the diary does not open."""
    return _("This backup has a passcode of its own: {path}").format(path=path)


def kept_in(folder: Path) -> str:
    """Where the old parts are."""
    return _("All that was there before is kept in {kept}.").format(kept=folder)


def damaged_kept_in(folder: Path) -> str:
    """Where the damaged parts are."""
    return _("The damaged file is kept in {kept}.").format(kept=folder)


def in_file(courses: Sequence[Diary]) -> str:
    """What a saved file holds, or several."""
    return _("In it: {sessions}, {entries}, {questions}.").format(**_counts(courses))


def not_encrypted() -> str:
    """Of a file that anybody can read."""
    return _("It is not locked. Whoever has this file can read it.")


def copies_stay() -> str:
    """What a new passcode cannot change."""
    return _("Copies that you keep elsewhere still open as they did before.")


def added(done: Imported) -> str:
    """What an import added."""
    return _("Added: {sessions}, {entries}, {questions}.").format(**_these(done.sessions, done.entries, done.questions))


def of_an_import(would: Imported, *, begins: bool, same_course: bool) -> Iterator[str]:
    """What an import would do, a line each."""
    from tpe_guide.diary.told import left_out

    yield _("It adds: {sessions}, {entries}, {questions}.").format(
        **_these(would.sessions, would.entries, would.questions)
    )
    if would.already_here:
        yield _("In your diary already: {count}. These are not added again.").format(count=would.already_here)
    if begins:
        yield _("You have no diary here yet. One begins with this file, without a passcode. You can add one after.")
    if same_course:
        yield _("It is of the same course as your diary.")
    yield from left_out(would)
    yield _("Nothing in your diary is changed or taken away.")


def of_a_rescue(rescued: Rescued) -> Iterator[str]:
    """What was read of a damaged diary, and what not."""
    known = rescued.known_entries
    if known is not None and known > rescued.entries:
        yield _("{read} of {known} entries can be read.").format(read=rescued.entries, known=known)
    else:
        yield _n("{count} entry can be read.", "{count} entries can be read.", rescued.entries).format(
            count=rescued.entries
        )
    others = _counts(rescued.diaries)
    yield _("Also: {sessions}, {questions}.").format(sessions=others["sessions"], questions=others["questions"])
    lost = _n(
        "{bad} part of {all} of the file is damaged.",
        "{bad} parts of {all} of the file are damaged.",
        rescued.lost_pages,
    )
    yield lost.format(bad=rescued.lost_pages, all=rescued.pages)
    if rescued.torn:
        yield _n(
            "{count} thing is there only in part, and is left out.",
            "{count} things are there only in part, and are left out.",
            rescued.torn,
        ).format(count=rescued.torn)
    if rescued.unlinked:
        yield _n(
            "{count} entry no longer says which session it is about.",
            "{count} entries no longer say which session they are about.",
            rescued.unlinked,
        ).format(count=rescued.unlinked)
    if rescued.may_be_old:
        yield _("Some of it may be something you had changed or removed.")
    if not rescued.proven:
        yield _("It cannot be proven that each word is as you wrote it. Please look it over.")
    yield _("The damaged file is kept, whatever you choose.")


def _counts(courses: Sequence[Diary]) -> dict[str, str]:
    parts = (sum(len(getattr(one, name)) for one in courses) for name in ("sessions", "entries", "questions"))
    return _these(*parts)


def _these(sessions: int, count: int, questions: int) -> dict[str, str]:
    return {
        "sessions": _n("{count} session", "{count} sessions", sessions).format(count=sessions),
        "entries": entries(count),
        "questions": _n("{count} question", "{count} questions", questions).format(count=questions),
    }
