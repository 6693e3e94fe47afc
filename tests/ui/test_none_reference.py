"""PySide6 6.12 on Python < 3.12 loses a reference to ``None`` per void Qt call, and aborts at about 7,000."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_none_survives_five_hundred_void_calls(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for number in range(500):
        label.setText(str(number))

    # Other work may free a few; the bug costs all five hundred. (From Python 3.12 on None is immortal.)
    assert sys.getrefcount(None) > before - 100
