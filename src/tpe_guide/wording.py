"""Errors in plain words, one sentence each: for a screen, and for one line on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide import errors
from tpe_guide.i18n import _, _n
from tpe_guide.vocabulary.days import day_words

if TYPE_CHECKING:
    import datetime as dt


_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Breaks a line, turns the letters after it round, or is no letter at all: one file could pass for another."""


def said_name(file: Path) -> str:
    """The name of *file* in one line, letter by letter as it is, and never that of another in its folder."""
    return _shown(file.name)


def describe(error: errors.TpeGuideError) -> str:
    """One clear sentence for a person, in one line: what happened, where, and what was expected."""
    return _shown(_sentence(error))


def _shown(words: str) -> str:
    return _NOT_SHOWN.sub(lambda found: ascii(found[0])[1:-1], words)


def _sentence(error: errors.TpeGuideError) -> str:
    match error:
        case errors.DiaryFull(_, "sessions", _, limit):
            return _(
                "Your diary has {limit} sessions. There is no room for a new one. "
                "Choose one of them, or “Not about a session”."
            ).format(limit=limit)
        case errors.DiaryFull(_, _, _, limit):
            return _("Your diary has {limit} entries. There is no room for a new one.").format(limit=f"{limit:,}")
        case errors.OtherDiary(source):
            return _(
                "{source} was saved from another diary. "
                "It cannot be put together with yours, and nothing of it was added."
            ).format(source=source)
        case errors.BadInput(source, place, expected):
            said = error.said if isinstance(error, errors.BadDiary) else place
            words = _("{source}: {place}: expected {expected}.") if said else _("{source}: expected {expected}.")
            return words.format(source=source, place=said, expected=expected)
        case errors.FromNewerVersion(source, found, known):
            return _(
                "{source}: this file is from a newer version (format {found}; this program knows {known}). "
                "Nothing was changed."
            ).format(source=source, found=found, known=known)
        case errors.WrongPasscode():
            return _("That passcode does not open this diary.")
        case errors.TooSoon(seconds):
            return _n(
                "That was not the passcode. You can try again in {count} second.",
                "That was not the passcode. You can try again in {count} seconds.",
                seconds,
            ).format(count=seconds)
        case errors.CannotWrite(path, reason):
            return _("{path} cannot be written: {reason}.").format(path=path, reason=reason)
        case errors.NoSuchPage():
            return _of_a_page(error)
        case errors.CannotRunHere(missing):
            return missing
        case errors.WrongUsage(what):
            return what
    return _of_the_diary(error)


def _of_a_page(error: errors.NoSuchPage) -> str:
    said = _("There is no page called “{page}”.").format(page=error.page)
    if isinstance(error, errors.MisnamedPage):
        said += " " + _("The nearest is “{page}”.").format(page=error.nearest)
    return said


def _of_the_diary(error: errors.TpeGuideError) -> str:
    match error:
        case errors.SheetMisread(what):
            return what
        case errors.SheetOfAnother(mark):
            return _(
                "These words do not open this diary. They make the sheet {mark}. "
                "If your paper says so, it is of another diary. If not, a word is wrong."
            ).format(mark=mark)
        case errors.DiaryLeftAsItWas(path, reason):
            return _("The diary at {path} cannot be opened: {reason}. Nothing was changed.").format(
                path=path, reason=reason
            )
        case errors.DiaryDamaged(path, reason):
            return _("The diary at {path} cannot be read: {reason}.").format(path=path, reason=reason)
        case errors.DiaryAway(path):
            return _(
                "Your diary is not at {path}. Its key is still there, and is kept. "
                "Put the file back, and your diary opens again."
            ).format(path=path)
        case errors.DiaryInUse(path):
            return _("The diary at {path} is open in another window of this program.").format(path=path)
        case errors.EntriesMissing():
            return " ".join(_of_what_is_missing(error))
        case errors.LogPutAside(path, entries, kept):
            return _n(
                "Beside your diary lay a log that does not belong to it. It was not used, and is kept in {kept}. "
                "Your diary has {count} entry.",
                "Beside your diary lay a log that does not belong to it. It was not used, and is kept in {kept}. "
                "Your diary has {count} entries.",
                entries,
            ).format(kept=kept, count=entries)
        case errors.BackupDamaged(path, reason):
            return _("The backup {path} cannot be used: {reason}.").format(path=path, reason=reason)
        case errors.PartOfDiary(_, entries, newest):
            return " ".join(_of_a_part(entries, newest))
    return _of_this_computer(error)


def _of_this_computer(error: errors.TpeGuideError) -> str:
    match error:
        case errors.CannotWriteOutput(reason):
            return _("The output cannot be written: {reason}.").format(reason=reason)
        case errors.SystemRefused("", reason):
            return _("This computer refused: {reason}.").format(reason=reason)
        case errors.SystemRefused(what, reason):
            return _("{what}: this computer refused: {reason}.").format(what=what, reason=reason)
        case errors.NoHomeFolder():
            return _("This account has no home folder, so nothing can be kept. A folder can be named with --data-dir.")
        case errors.NoSuchHome(folder):
            return _("{folder}: nobody of that name has a home folder here.").format(folder=folder)
        case errors.SetAside(path, kept):
            return _("{path} could not be read. It is kept as {kept}; the guide goes on without it.").format(
                path=path, kept=kept.name
            )
        case errors.ChoicesUnread(path, kept):
            return " ".join(_of_choices(path, kept))
        case errors.OutOfReach(path, reason):
            return _("{path} cannot be read: {reason}. It was left as it is.").format(path=path, reason=reason)
        case errors.ProgramFailed(report, typed):
            return " ".join(_of_a_bug(report, typed))
    return str(error)


def describe_unsaved(error: errors.TpeGuideError) -> str:
    """Why an entry could not be saved, after what matters more."""
    return _("Your entry is not saved. It is still on the screen. {why}").format(why=describe(error))


def _of_what_is_missing(found: errors.EntriesMissing) -> Iterator[str]:
    if found.missing:
        told = _of_days(found.missing, found.days)
        yield _n("{told} is missing from your diary.", "{told} are missing from your diary.", found.missing).format(
            told=told
        )
    if found.back:
        told = _of_days(found.back, found.back_days)
        yield _n(
            "{told} that you removed is there again.", "{told} that you removed are there again.", found.back
        ).format(told=told)
    if found.changes:
        yield _n(
            "The last change to your diary is missing: something you changed or removed may be as it was before.",
            "The last {count} changes to your diary are missing: what you changed or removed may be as it was before.",
            found.changes,
        ).format(count=found.changes)
    yield _n("It has {count} entry now.", "It has {count} entries now.", found.entries).format(count=found.entries)
    if found.kept is not None:
        yield _("All that was found is kept in {kept}.").format(kept=found.kept)


def _of_days(missing: int, days: tuple[tuple[dt.date, int], ...]) -> str:
    """“2 entries of Saturday 9 May 2026”, “12 entries, the newest of …”."""
    if not days:
        return _n("{count} entry", "{count} entries", missing).format(count=missing)
    first, last = days[0][0], days[-1][0]
    known = sum(count for _day, count in days)
    if first == last and known == missing:
        return _n("{count} entry of {day}", "{count} entries of {day}", missing).format(
            count=missing, day=day_words(last)
        )
    if known == missing:
        return _("{count} entries of {days} days, {first} to {last},").format(
            count=missing, days=len(days), first=day_words(first), last=day_words(last)
        )
    return _("{count} entries, the newest of {day},").format(count=missing, day=day_words(last))


def _of_a_part(entries: int, newest: dt.date | None) -> Iterator[str]:
    yield _("This diary was copied while it was open, or a part of it was lost.")
    if newest is None:
        yield _("There is no entry in it.")
    else:
        yield _n("It has {count} entry, of {day}.", "It has {count} entries, the newest of {day}.", entries).format(
            count=entries, day=day_words(newest)
        )
    yield _("Entries that came later may be missing.")


def _of_choices(path: Path, kept: Path | None) -> Iterator[str]:
    yield _("Some of your choices could not be read and are as at the start.")
    if kept is not None:
        yield _("They stood in {path}. It is kept as {kept}.").format(path=path, kept=kept.name)
    else:
        yield _("They stand in {path}.").format(path=path)


def _of_a_bug(report: str, typed: bool) -> Iterator[str]:
    yield _("Something in this guide did not work.")
    if report:
        yield _("A report with none of your words in it is in {path}.").format(path=report)
    else:
        yield _("There is no report of it.")
    if typed:
        yield _("What you typed is still on the screen. If this happens again, save it, then open the guide anew.")
    else:
        yield _("You can go on. If this happens again, close the guide and open it anew.")
