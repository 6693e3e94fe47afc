"""``tpe-guide diary recover``: a diary opened by the words of its sheet, from a terminal or a script."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tpe_guide import terminal
from tpe_guide.diary import by_sheet, keys, recovery
from tpe_guide.diary.commands import PASSCODE_VARIABLE, check_is_folder
from tpe_guide.diary.recovery import WORDS
from tpe_guide.diary.tries import Tries
from tpe_guide.errors import CannotRunHere, WrongUsage
from tpe_guide.i18n import _, _n

_LONGEST = 64 * 1024
"""So much is read of standard input: the words are some 200 letters."""


def recover(data_dir: Path, *, without_passcode: bool) -> str:
    """Open the diary in *data_dir* by the words that a person gives, under a new passcode or *without_passcode*.

    Raises SheetMisread, SheetOfAnother, BadInput for an unfit passcode, WrongUsage, CannotRunHere, DiaryInUse,
    DiaryDamaged, FromNewerVersion, CannotWrite.
    """
    check_is_folder(data_dir)
    key = recovery.key_of(_given_words())
    by_sheet.prove(data_dir, key)
    passcode = None if without_passcode else _new_passcode()
    done = by_sheet.recover(data_dir, keys.wrapped(key, passcode))
    with done.store as store:
        count = len(store.entries())
    Tries(data_dir).succeeded()
    words = _n(
        "The diary is open again: {count} entry, read just now.",
        "The diary is open again: {count} entries, read just now.",
        count,
    )
    way = _("this account, no passcode") if passcode is None else _("the new passcode")
    lines = [words.format(count=count), _("Opens with: {way}").format(way=way)]
    if done.kept is not None:
        lines.append(_("The key file from before is kept as {path}.").format(path=done.kept))
    return "\n".join(lines)


def _given_words() -> str:
    """All of standard input; at a terminal until all words are there, or an empty line."""
    if sys.stdin is None:
        raise CannotRunHere(_("Give the words of the sheet on standard input, or run this in a terminal."))
    if not sys.stdin.isatty():
        return sys.stdin.buffer.read(_LONGEST).decode("utf-8", "replace")
    terminal.flush()
    terminal.complain(_("Type the {count} words of the recovery sheet, with Enter at the end.").format(count=WORDS))
    lines = list[str]()
    while recovery.understood(" ".join(lines)) < WORDS:
        line = sys.stdin.readline()
        if not line.strip():
            break
        lines.append(line)
    return " ".join(lines)


def _new_passcode() -> str:
    """From the environment, or typed unseen, twice. Raises WrongUsage, CannotRunHere, BadInput."""
    given = os.environ.get(PASSCODE_VARIABLE)
    if given is None:
        if not sys.stdin.isatty():
            words = _("Set {variable} to the new passcode, or add --no-passcode.")
            raise CannotRunHere(words.format(variable=PASSCODE_VARIABLE))
        import getpass

        try:
            given = getpass.getpass(_("New passcode: "))
            again = getpass.getpass(_("The same again: "))
        except EOFError:  # Ctrl+D, or a terminal that has gone
            raise WrongUsage(_("Nothing was changed.")) from None
        if again != given:
            raise WrongUsage(_("The two are not the same. Nothing was changed."))
    keys.check_passcode(given)
    return given
