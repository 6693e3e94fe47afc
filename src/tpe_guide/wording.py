"""Errors in plain words, one sentence each: for a screen, and for one line on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tpe_guide import errors
from tpe_guide.i18n import _


def describe(error: errors.TpeGuideError) -> str:
    """One clear sentence for a person: what happened, where, and what was expected."""
    match error:
        case errors.BadInput(source, "", expected):
            return _("{source}: expected {expected}.").format(source=source, expected=expected)
        case errors.BadInput(source, place, expected):
            return _("{source}: {place}: expected {expected}.").format(source=source, place=place, expected=expected)
        case errors.FromNewerVersion(source, found, known):
            return _(
                "{source}: this file is from a newer version (format {found}; this program knows {known}). "
                "Nothing was changed."
            ).format(source=source, found=found, known=known)
        case errors.WrongPasscode():
            return _("That passcode does not open this diary.")
        case errors.DiaryDamaged(path, reason):
            return _("The diary at {path} cannot be opened: {reason}. Nothing was changed.").format(
                path=path, reason=reason
            )
        case errors.DiaryInUse(path):
            return _("The diary at {path} is open in another window of this program.").format(path=path)
        case errors.CannotWrite(path, reason):
            return _("{path} cannot be written: {reason}.").format(path=path, reason=reason)
        case errors.NoSuchPage(page):
            return _("There is no page called “{page}”.").format(page=page)
        case errors.CannotRunHere(missing):
            return missing
        case errors.WrongUsage(what):
            return what
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


def _of_choices(path: Path, kept: Path | None) -> Iterator[str]:
    yield _("Some of your choices could not be read and are as at the start.")
    if kept is not None:
        yield _("They stood in {path}. It is kept as {kept}.").format(path=path, kept=kept.name)
    else:
        yield _("They stand in {path}.").format(path=path)


def _of_a_bug(report: str, typed: bool) -> Iterator[str]:
    yield _("Something in this guide did not work. What you saved is safe.")
    if report:
        yield _("A report with none of your words in it is in {path}.").format(path=report)
    else:
        yield _("There is no report of it.")
    if typed:
        yield _("What you typed is still on the screen. If this happens again, save it, then open the guide anew.")
    else:
        yield _("You can go on. If this happens again, close the guide and open it anew.")
