"""The kiosk: while it waits, in a visit, and at its end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.tour.stage import KIOSK, Look, Shot, Stage

_SECONDS_LEFT = 24


def _kiosk(stage: Stage) -> QWidget:
    return stage.open_kiosk()


def _lowered(stage: Stage) -> QWidget:
    kiosk = _kiosk(stage)
    stage.press(kiosk, "lower")
    return kiosk


def _guide(stage: Stage) -> QWidget:
    kiosk = _kiosk(stage)
    stage.press(kiosk, "begin")
    return kiosk


def _guide_lowered(stage: Stage) -> QWidget:
    kiosk = _lowered(stage)
    stage.press(kiosk, "begin")
    return kiosk


def _take_home(stage: Stage) -> QWidget:
    kiosk = _guide(stage)
    stage.press(kiosk, "tab-take-home", "questions-0", "questions-3", "matters-0")
    return kiosk


def _phone(stage: Stage) -> QWidget:
    kiosk = _take_home(stage)
    stage.press(kiosk, "to-phone")
    return kiosk


def _still_there(stage: Stage) -> QWidget:
    from tpe_guide.kiosk.lifecycle import COUNTDOWN_SECONDS
    from tpe_guide.ui.kiosk.kiosk_still_there import StillTherePage
    from tpe_guide.ui.kit.theme import Theme

    page = StillTherePage(Theme(stage.look.theme, stage.look.percent), COUNTDOWN_SECONDS)
    page.show_seconds(_SECONDS_LEFT)
    stage.show(page)
    return page


def _finishing(stage: Stage) -> QWidget:
    kiosk = _guide(stage)
    stage.press(kiosk, "finish")
    return kiosk


def _erased(stage: Stage) -> QWidget:
    kiosk = _finishing(stage)
    stage.press(kiosk, "wipe")
    return kiosk


_LOOK = Look(KIOSK, 150)
KIOSK_SHOTS = (
    Shot("kiosk", lambda: _("The kiosk waits"), _kiosk, _LOOK),
    Shot("kiosk-lowered", lambda: _("Its buttons lowered"), _lowered, _LOOK),
    Shot("kiosk-guide", lambda: _("The guide at a kiosk"), _guide, _LOOK),
    Shot("kiosk-guide-lowered", lambda: _("The same, its buttons lowered"), _guide_lowered, _LOOK),
    Shot("kiosk-take-home", lambda: _("Take it home"), _take_home, _LOOK),
    Shot("kiosk-phone", lambda: _("For a phone, in square codes"), _phone, _LOOK),
    Shot("kiosk-still-there", lambda: _("Still there?"), _still_there, _LOOK),
    Shot("kiosk-finish", lambda: _("Finish and erase?"), _finishing, _LOOK),
    Shot("kiosk-erased", lambda: _("Everything is erased"), _erased, _LOOK),
)
