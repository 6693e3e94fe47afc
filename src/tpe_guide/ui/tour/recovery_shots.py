"""The pictures of the recovery sheet: offered, tried, and used."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tpe_guide.diary import recovery
from tpe_guide.diary.folder import KEY
from tpe_guide.diary.recovery import Sheet
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.diary.recovery.state import RecoveryState
from tpe_guide.ui.diary.recovery.steps import take_key
from tpe_guide.ui.tour.stage import NOW, PHONE, Look, Shot, Stage, child

_ASKED = (4, 11, 19)
_TYPED = ("tabel", "zebra", "zebra")
_SO_FAR = 17


def _offer(stage: Stage) -> QWidget:
    """As it stands before a diary that was just begun with a passcode."""
    program = stage.open("open", "diary")
    diary = program.diary.diary_session
    diary.guarded = diary.offers_sheet = True
    program.session.go(Locator("urgent"))
    program.session.go(Locator("diary"))
    stage.settle()
    return program.window


def _card(stage: Stage) -> tuple[QWidget, RecoveryState]:
    program = stage.open("open", "keeping")
    program.diary.keeping.finish(10)
    state = program.diary.recovery
    state.diary_session.guarded = True
    program.diary.keeping.offer_sheet()
    state.asked = _ASKED
    stage.settle()
    return program.window, state


def _try(stage: Stage) -> QWidget:
    """Printed, and three words typed, one of them with a slip."""
    window, state = _card(stage)
    state.diary_session.store.keep_sheet(Sheet(made=NOW.date()))
    state.changed.emit()
    stage.settle()
    for number, word in zip(_ASKED, _TYPED, strict=True):
        child(window, QLineEdit, f"sheet-word-{number}").setText(word)
    stage.press(window, "sheet-check")
    return window


def _works(stage: Stage) -> QWidget:
    window, state = _card(stage)
    state.works = True
    state.changed.emit()
    stage.settle()
    return window


def _by_sheet(stage: Stage) -> QWidget:
    """So many words are typed."""
    window = stage.open("locked", "diary").window
    stage.press(window, "use-sheet")
    words = recovery.words_of(bytes(range(32)))[:_SO_FAR]
    child(window, QPlainTextEdit, "sheet-words").setPlainText(" ".join(words))
    stage.settle()
    return window


def _new_passcode(stage: Stage) -> QWidget:
    program = stage.open("locked", "diary")
    take_key(program.diary.diary_session, bytes(32))
    stage.settle()
    return program.window


def _no_key(stage: Stage) -> QWidget:
    program = stage.open("locked", "home")
    (program.diary.diary_session.folder / KEY).unlink()
    program.session.go(Locator("diary"))
    program.diary.keeping.finish(10)
    stage.settle(0.2)
    return program.window


RECOVERY_SHOTS = (
    Shot("sheet-offer", lambda: _("The recovery sheet is offered"), _offer),
    Shot("sheet-try", lambda: _("The recovery sheet is tried"), _try),
    Shot("sheet-works", lambda: _("The recovery sheet works"), _works),
    Shot("sheet-words", lambda: _("A diary is opened by its sheet"), _by_sheet),
    Shot("sheet-passcode", lambda: _("Then a new passcode"), _new_passcode),
    Shot("diary-no-key", lambda: _("The key file is missing"), _no_key),
)
RECOVERY_VARIANTS = (
    Shot("sheet-try-narrow", lambda: _("The sheet is tried, narrow"), _try, Look(PHONE)),
    Shot("sheet-words-dark", lambda: _("By its sheet, dark"), _by_sheet, Look(PHONE, theme="dark")),
)
