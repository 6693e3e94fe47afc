"""The hands of whoever sits at the window, as they chose in the settings: see ``ui.touch``."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.touch.steady import SteadyHand, Tuning


def steady(window: QWidget, session: Session) -> None:
    """Filter what hands do to *window* from now on."""

    def tuned() -> Tuning:
        return Tuning(session.settings.touch_reach, session.settings.touch_wait / 1000)

    SteadyHand(window, lambda: session.theme, tuning=tuned, moves=lambda: not session.keeps_still)
