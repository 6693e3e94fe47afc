"""A visit to the kiosk, begun as a stranger begins it."""

from __future__ import annotations

from tpe_guide.ui.kiosk.kiosk_attract import AttractPage
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
from tpe_guide.ui.shell.main_window import MainWindow


def begun(kiosk: KioskWindow) -> MainWindow:
    """The guide, in English, after a touch of what invites to it."""
    attract = kiosk.findChild(AttractPage)
    assert attract is not None
    attract.begun.emit("en")
    guide = kiosk.findChild(MainWindow)
    assert guide is not None
    return guide
