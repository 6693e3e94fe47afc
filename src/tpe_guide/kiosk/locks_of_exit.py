"""Whether the kiosk's way out is the staff's alone."""

from __future__ import annotations

from pathlib import Path

from tpe_guide.errors import CannotRunHere
from tpe_guide.i18n import _
from tpe_guide.kiosk import exit_pin, folder
from tpe_guide.kiosk.locks import Lock, judged
from tpe_guide.wording import describe


def look(data_dir: Path | None) -> Lock:
    """The lock of the exit code that is kept in *data_dir*, or where it is kept if no folder is named."""
    settled = folder.settled(data_dir)
    try:
        pin = exit_pin.read(settled) if settled is not None else None
    except CannotRunHere as error:
        return judged("exit_code", False, "", _("exit code: {reason}").format(reason=describe(error)))
    on = _("exit code: chosen, and proven on the screen")
    if pin is None:
        off = _("exit code: none; choose one: tpe-guide kiosk pin")
    elif exit_pin.is_reset(pin):
        off = _("exit code: any digits lead out while {file} is there; choose a new code").format(file=exit_pin.RESET)
    else:
        off = _("exit code: not proven; at the kiosk’s screen: tpe-guide kiosk pin --prove")
    return judged("exit_code", pin is not None and pin.proven and not exit_pin.is_reset(pin), on, off)
