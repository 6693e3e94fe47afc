"""What is said of a kiosk's printer and of sheets on their way: each sentence is proven by the print system."""

from __future__ import annotations

from tpe_guide.i18n import _
from tpe_guide.ui.printing.fixed_printer import FixedPrinter, Sent, Standing


def said(printer: FixedPrinter) -> str:
    """The one sentence of this moment."""
    if printer.sent == "waits":
        return _waits(printer.standing)
    if printer.sent:
        return _of_sheets(printer.sent)
    return _of_printer(printer.standing, may_want_paper=printer.may_want_paper)


def _of_printer(standing: Standing, *, may_want_paper: bool) -> str:
    if standing == "ready" and may_want_paper:
        return _("The printer is ready. One of its trays may be out of paper.")
    return {
        "asking": _("Asking the printer …"),
        "ready": _("The printer is ready."),
        "silent": _("The printer does not answer now. Nothing can be printed."),
        "missing": _("This screen cannot find its printer now. Nothing can be printed."),
        "untold": _("This computer cannot tell how its printer stands. So nothing is printed here."),
        "stopped": _("The printer is stopped. Nothing can be printed now."),
        "paper": _("The printer is out of paper. Nothing can be printed now."),
        "unreachable": _("The printer cannot be reached. Nothing can be printed now."),
        "fault": _("Something is wrong with the printer. Nothing can be printed now."),
    }[standing]


def _of_sheets(sent: Sent) -> str:
    return {
        "": "",
        "handing": _("Handing it to the printer …"),
        "handed": _("It was handed to the printer. Please look in its tray."),
        "waits": "",
        "gone": _("Nothing of yours waits at the printer any more. Please look in its tray."),
        "refused": _("The printer did not take it. Nothing was printed."),
        "unknown": _("The printer has not answered. It may have your sheets, or not. Please tell the staff."),
    }[sent]


def _waits(standing: Standing) -> str:
    """It was handed over, and its printer has met with something."""
    return {
        "paper": _("Your sheets wait: the printer is out of paper. Please tell the staff."),
        "stopped": _("Your sheets wait: the printer is stopped. Please tell the staff."),
        "unreachable": _("Your sheets wait: the printer cannot be reached. Please tell the staff."),
    }.get(standing, _("Your sheets wait: something is wrong with the printer. Please tell the staff."))
