"""What is said of backups and files of a diary, before and after: on the screen and on the command line the same."""

from __future__ import annotations

from collections.abc import Iterator

from tpe_guide.diary.backup_file import Backup
from tpe_guide.diary.courses import Earlier
from tpe_guide.diary.incoming import Imported
from tpe_guide.diary.restore import Restore
from tpe_guide.diary.rows import Rows
from tpe_guide.i18n import _, _n
from tpe_guide.vocabulary.days import day_words, span_words
from tpe_guide.wording import describe


def checked(read: Backup) -> str:
    """The backup *read*, in one line."""
    if read.newest is None:
        return _("{path}: no entries, checked.").format(path=read.path)
    return _n(
        "{path}: {count} entry, of {day}, checked.",
        "{path}: {count} entries, the newest of {day}, checked.",
        read.entries,
    ).format(path=read.path, count=read.entries, day=day_words(read.newest))


def of_a_restore(what: Restore) -> Iterator[str]:
    """What would differ, a line each."""
    yield _("Backup: {told}").format(told=checked(what.backup))
    if what.here is None and what.problem is None:
        yield _("There is no diary in {folder} now.").format(folder=what.where)
        if what.is_other:
            yield _("The backup is of another diary than the one that was there.")
        return
    if what.problem is not None:
        yield describe(what.problem)
    if what.here is None:
        yield _("So nobody can count what would go. All of it would be kept aside.")
        if what.is_other:
            yield _("The backup is of another diary than the one here.")
        return
    words = _n("The diary has {count} entry now.", "The diary has {count} entries now.", len(what.here.entries))
    yield words.format(count=len(what.here.entries))
    for told, kind in (
        (_("Would come back: {what}."), "come"),
        (_("Would go: {what}."), "go"),
        (_("Would be as they were then: {what}."), "change"),
    ):
        counts = [getattr(each, kind) for each in (what.entries, what.sessions, what.questions)]
        if any(counts):
            yield told.format(what=_these(*counts))
    if what.moves_course == "back":
        yield _("The backup is from before your new course. The one before it would be your course again.")
    elif what.moves_course == "on":
        yield _("In the backup your course here is an earlier one. A new one had begun after it.")
    elif _of_the_person(what.here) != _of_the_person(what.backup.rows):
        yield _("Your course of sessions, and what matters to you, would be as they were then.")
    if what.other_course is not None:
        there, here = what.other_course
        yield _("The backup is of another course ({there}) than the diary ({here}).").format(there=there, here=here)


def _of_the_person(rows: Rows) -> tuple[object, ...]:
    """What was said of the course; not what is known of the recovery sheet, which a restore leaves alone."""
    return rows.without_sheet().about, rows.courses


def of_earlier(one: Earlier) -> str:
    """“Earlier course: 4 to 18 May 2026, 7 sessions, 31 entries”."""
    counts = _("{sessions}, {entries}").format(
        sessions=_n("{count} session", "{count} sessions", one.sessions).format(count=one.sessions),
        entries=_n("{count} entry", "{count} entries", one.entries).format(count=f"{one.entries:,}"),
    )
    if one.first is None or one.last is None:
        return _("Earlier course: {counts}").format(counts=counts)
    return _("Earlier course: {days}, {counts}").format(days=span_words(one.first, one.last), counts=counts)


def left_out(done: Imported) -> Iterator[str]:
    """What of the file the diary did not take, and why."""
    if done.earlier:
        yield _("The file is of an earlier course, and goes there.")
    if done.other_course:
        yield _("The file is of another course than the diary. Please check that both are yours.")
    if done.kept_yours:
        yield _("Other words in the diary, which were kept: {count}.").format(count=done.kept_yours)
    if done.other_ticks:
        yield _n(
            "{count} question is ticked otherwise in the file. The diary keeps its own tick.",
            "{count} questions are ticked otherwise in the file. The diary keeps its own ticks.",
            done.other_ticks,
        ).format(count=done.other_ticks)
    if done.course:
        what = ", ".join(_of_the_course()[name] for name in done.course)
        yield _("The file says something else of the course: {what}. The diary keeps its own.").format(what=what)
    if done.matters:
        yield _("The file says something else of what matters to you. The diary keeps its own.")
    if done.kept_unknown:
        yield _("Kept, but not known to this version: {places}").format(places=", ".join(done.kept_unknown))
    if done.not_understood:
        yield _("Not understood and not kept: {places}").format(places=", ".join(done.not_understood))


def _these(entries: int, sessions: int, questions: int) -> str:
    """“3 entries, 1 question”: those that there are."""
    words = (
        (entries, _n("{count} entry", "{count} entries", entries)),
        (sessions, _n("{count} session", "{count} sessions", sessions)),
        (questions, _n("{count} question", "{count} questions", questions)),
    )
    return ", ".join(each.format(count=count) for count, each in words if count)


def _of_the_course() -> dict[str, str]:
    """What its fields are about."""
    return {
        "started": _("when it began"),
        "planned_sessions": _("how many sessions"),
        "access": _("needles or line"),
        "prepared": _("what is ready for the next session"),
        "own_steps": _("your own steps before it"),
        "own_effects": _("effects you named yourself"),
        "finished": _("whether it is done"),
        "followed_by": _("which course came after it"),
    }
