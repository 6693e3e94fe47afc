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
