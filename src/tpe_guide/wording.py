"""Errors in plain words, one sentence each: for a screen, and for one line on a terminal."""

from __future__ import annotations

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
    return str(error)
