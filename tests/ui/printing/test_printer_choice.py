"""The choice of a printer has room for every word, from the largest window to the narrowest and the largest letters."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.printing.cups import Printers
from tpe_guide.ui.printing.printer_choice import PrinterChoice

LONG = "HP_LaserJet_Pro_MFP_M428fdw_NeurologyDayCentre_2nd_floor_at_the_lift"


@pytest.mark.parametrize("percent", [100, 200, 400])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1366, 728), (480, 800), (360, 640)])
def test_nothing_is_cut_and_everything_is_large_enough(
    qapp: QApplication, qtbot: QtBot, width: int, height: int, percent: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    choice = PrinterChoice(Theme("light", percent), Printers("WARD-3", ("FLOOR2", LONG, "WARD-3")), 3, 2, window)
    choice.open()
    qapp.processEvents()
    assert choice.width() <= width
    assert choice.height() <= height
    area = choice.findChild(QScrollArea)
    assert area is not None
    assert area.widget().width() <= area.viewport().width()
    for button in choice.findChildren(QAbstractButton):
        assert button.height() >= max(52, button.heightForWidth(button.width()))
        assert button.width() >= button.minimumSizeHint().width()


def test_the_name_of_a_printer_is_heard_as_it_is(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    choice = PrinterChoice(Theme(), Printers("", (LONG,)), 1, 1, window)
    (button,) = choice.findChildren(QAbstractButton, "printer")
    assert button.accessibleName() == f"Print on {LONG}"
    with qtbot.waitSignal(choice.picked) as picked:
        button.click()
    assert picked.args == [LONG, 0]
