"""Any day until today, by taps or by keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.diary.month import MonthPicker
from tpe_guide.ui.kit.theme import Theme

LAST = dt.date(2026, 3, 10)


@pytest.fixture
def month(qtbot: QtBot) -> Callable[[dt.date], MonthPicker]:
    def made(picked: dt.date) -> MonthPicker:
        picker = MonthPicker(Theme(), picked, LAST, {dt.date(2026, 3, 4): "Session 2"})
        qtbot.addWidget(picker)
        picker.resize(420, 460)
        picker.show()
        picker.activateWindow()
        QCoreApplication.processEvents()
        return picker

    return made


def day(picker: MonthPicker, date: str) -> QAbstractButton:
    QCoreApplication.processEvents()
    found = picker.findChild(QAbstractButton, f"day-{date}")
    assert found is not None, date
    return found


def focused(picker: QWidget) -> str:
    widget = picker.focusWidget()
    assert widget is not None
    return widget.objectName().removeprefix("day-")


def test_a_day_is_one_tap_and_the_future_is_none(month: Callable[[dt.date], MonthPicker]) -> None:
    picker = month(LAST)
    said: list[dt.date] = []
    picker.chosen.connect(said.append)
    day(picker, "2026-03-04").click()
    day(picker, "2026-03-11").click()
    assert said == [dt.date(2026, 3, 4)]
    assert day(picker, "2026-03-04").accessibleName() == "Wednesday 4 March, Session 2"


@pytest.mark.parametrize(
    ("picked", "keys", "there"),
    [
        ("2026-03-04", [Qt.Key.Key_Right], "2026-03-05"),
        ("2026-03-04", [Qt.Key.Key_Up], "2026-02-25"),
        ("2026-03-01", [Qt.Key.Key_Left], "2026-02-28"),
        ("2024-03-01", [Qt.Key.Key_Left], "2024-02-29"),
        ("2026-01-01", [Qt.Key.Key_Left], "2025-12-31"),
        ("2025-12-31", [Qt.Key.Key_PageDown, Qt.Key.Key_PageDown], "2026-02-28"),
        ("2026-03-10", [Qt.Key.Key_Right], "2026-03-10"),
        ("1900-01-01", [Qt.Key.Key_Left], "1900-01-01"),
    ],
)
def test_keys_go_by_days_weeks_and_months(
    month: Callable[[dt.date], MonthPicker], picked: str, keys: list[Qt.Key], there: str
) -> None:
    picker = month(dt.date.fromisoformat(picked))
    picker.focus_day().setFocus(Qt.FocusReason.TabFocusReason)
    for each in keys:
        QTest.keyClick(picker.focusWidget(), each)
        QCoreApplication.processEvents()
    assert focused(picker) == there


def test_months_turn_as_far_as_there_is_a_day_to_pick(month: Callable[[dt.date], MonthPicker]) -> None:
    picker = month(LAST)
    after = picker.findChild(QAbstractButton, "month-after")
    before = picker.findChild(QAbstractButton, "month-before")
    assert after is not None
    assert before is not None
    assert not after.isEnabled()
    before.click()
    assert after.isEnabled()
    assert day(picker, "2026-02-28").isEnabled()


def test_where_a_week_has_no_room_each_day_says_which_it_is(month: Callable[[dt.date], MonthPicker]) -> None:
    picker = month(LAST)
    picker.resize(240, 900)
    QCoreApplication.processEvents()
    places = [day(picker, f"2026-03-{number:02}").geometry() for number in (1, 31)]
    assert all(place.left() >= 0 and place.right() < 240 for place in places)
