"""A process of one visit ends once what the visit left elsewhere is taken back, or when that takes too long."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tpe_guide.kiosk.supervisor import END_SECONDS
from tpe_guide.ui.kiosk import part
from tpe_guide.ui.kiosk.part import VisitPart


@pytest.mark.parametrize("looks", [0, 3, 10_000], ids=["nothing left", "a moment", "for ever"])
def test_it_waits_for_the_printer_and_never_for_long(looks: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[str] = []
    left = [looks]

    def is_leaving() -> bool:
        left[0] -= 1
        return left[0] >= 0

    monkeypatch.setattr(part, "_end", lambda application: happened.append("ended"))
    monkeypatch.setattr(part, "_LEAVE_LOOK_MS", 0)
    visit: Any = QObject()
    visit._application = None
    visit._kiosk = SimpleNamespace(is_leaving=is_leaving, give_up=lambda: happened.append("gave up"))
    visit._leave = partial(VisitPart._leave, visit)
    visit._leave(part._LEAVE_LOOKS)
    qtbot.waitUntil(lambda: "ended" in happened)
    assert happened == ["gave up", "ended"]


def test_it_has_ended_before_its_parent_would_kill_it() -> None:
    assert part._LEAVE_LOOKS * part._LEAVE_LOOK_MS / 1000 < END_SECONDS - 0.5


# A screen that changes its size


def changed_screen(monkeypatch: pytest.MonkeyPatch, *, shown: bool, waits: bool) -> list[str]:
    happened: list[str] = []
    monkeypatch.setattr(part, "_wanted_factor", lambda application: 2.0)
    visit: Any = QObject()
    visit._application, visit._done = None, False
    visit._kiosk = SimpleNamespace(
        isVisible=lambda: shown, waits=lambda: waits, be_relieved=lambda: happened.append("relieved")
    )
    visit._front = SimpleNamespace(rest=lambda: None)
    visit._line = SimpleNamespace(say=happened.append)
    visit._remeasure = SimpleNamespace(start=lambda: happened.append("looks again"))
    VisitPart._measure_again(visit)
    return happened


def test_where_nobody_reads_another_draws_for_the_new_size(monkeypatch: pytest.MonkeyPatch) -> None:
    for shown, waits in ((True, True), (False, True)):
        happened = changed_screen(monkeypatch, shown=shown, waits=waits)
        assert happened == ["relieved", "scale 2.0"]


def test_a_visit_is_not_broken_off_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert changed_screen(monkeypatch, shown=True, waits=False) == ["looks again"]
