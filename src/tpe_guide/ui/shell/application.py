"""The one QApplication of a process, as each of our programs needs it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget

from tpe_guide import __version__
from tpe_guide.errors import CannotRunHere
from tpe_guide.i18n import _
from tpe_guide.ui.kit.several_bases import settle
from tpe_guide.ui.kit.theme import load_fonts, make_font
from tpe_guide.ui.shell.display import no_window_is_an_error


def make_application() -> QApplication:
    """The one QApplication, with our fonts and a style that looks the same everywhere."""
    # As an argument: setStyle() would hand the style back to Python, and making its class costs 4 ms.
    with no_window_is_an_error():
        application = QApplication([*sys.argv[:1], "-style", "fusion"])
        if application.primaryScreen() is None:
            raise CannotRunHere(_("The window cannot open here: there is no screen."))
    settle(QWidget)
    application.setApplicationName("tpe-guide")
    application.setApplicationDisplayName(_("TPE Guide"))
    application.setApplicationVersion(__version__)
    load_fonts()
    application.setFont(make_font(18))
    return application
