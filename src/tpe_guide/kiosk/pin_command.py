"""``tpe-guide kiosk pin``: a code is chosen on the terminal, where nobody sees it, and proven on the kiosk's screen."""

from __future__ import annotations

import sys
from pathlib import Path
from queue import SimpleQueue

from tpe_guide import terminal
from tpe_guide.errors import BadInput, CannotRunHere
from tpe_guide.i18n import _
from tpe_guide.kiosk import exit_pin, folder
from tpe_guide.kiosk.child import Child
from tpe_guide.kiosk.exit_pin import ExitPin
from tpe_guide.kiosk.parent import command_of
from tpe_guide.kiosk.supervisor import PROVE
from tpe_guide.kiosk.words import END, GONE, LEFT, PIN

DONE, NOT_PROVEN = 0, 1


def run(data_dir: Path | None, *, only_prove: bool = False) -> int:
    """Choose a code and prove it; *only_prove*: the one that is there. Returns the exit code.

    Raises BadInput, CannotWrite, CannotRunHere.
    """
    where = folder.settled(data_dir)
    if where is None:
        raise CannotRunHere(_("This account has no home folder. Name one: --data-dir DIR"))
    before = exit_pin.read(where)
    if only_prove:
        if before is None:
            raise CannotRunHere(_("There is no exit code yet. Choose one: {pin}").format(pin="tpe-guide kiosk pin"))
        return _prove(where, before)
    if before is not None and not exit_pin.is_reset(before):
        _check_old(before)
    return _prove(where, exit_pin.choose(where, _chosen()))


def _check_old(pin: ExitPin) -> None:
    if not exit_pin.is_right(pin, _asked(_("The code as it is now: "))):
        words = _("the code that is chosen now; if it is lost, an administrator makes the file {reset}")
        raise BadInput(_("the exit code"), "", words.format(reset=exit_pin.RESET))


def _chosen() -> str:
    terminal.say(_("The code ends the kiosk. It has at least {count} digits.").format(count=exit_pin.LEAST))
    digits = _asked(_("New code: "))
    if (wrong := exit_pin.problem(digits)) is not None:
        raise BadInput(_("the exit code"), "", wrong)
    if _asked(_("The same again: ")) != digits:
        raise BadInput(_("the exit code"), "", _("the same digits twice"))
    return digits


def _asked(question: str) -> str:
    """A line, not shown while it is typed; from a pipe for whoever sets up many kiosks."""
    if sys.stdin is None:
        raise CannotRunHere(_("There is no terminal to type the code on."))
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    import getpass

    try:
        return getpass.getpass(question).strip()
    except EOFError:
        raise CannotRunHere(_("There is no terminal to type the code on.")) from None


def _prove(where: Path, pin: ExitPin) -> int:
    """Show the pad on the screen of the kiosk: who can leave by the code there has proven it."""
    terminal.say(_("Now type the code on the screen, once. It proves that staff can leave."))
    heard: SimpleQueue[str] = SimpleQueue()
    child = Child(command_of(PROVE), lambda _child, words: heard.put(words))
    while (words := heard.get()) != GONE:
        word, _blank, digits = words.partition(" ")
        if word == PIN and exit_pin.is_right(pin, digits):
            exit_pin.prove(where, pin)
            child.tell(f"{PIN} yes")
            terminal.say(_("Proven. To start the kiosk, locked: {command}").format(command="tpe-guide kiosk"))
            return DONE
        if word == PIN:
            child.tell(f"{PIN} no 1")
        elif word == LEFT:
            child.tell(END)
    again = "tpe-guide kiosk pin --prove"
    terminal.complain(_("The code is kept, but not proven. At the kiosk's screen: {command}").format(command=again))
    return NOT_PROVEN
