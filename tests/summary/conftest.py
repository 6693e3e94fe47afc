from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.summary.stories import PRINTED_AT, five_sessions
from tpe_guide.diary import exchange

WriteDiary = Callable[..., Path]


@pytest.fixture
def write_diary(here: Path) -> WriteDiary:
    """Write the story of five sessions, with keys of the file changed: ``write_diary("a", version=9)``."""

    def write(name: str = "anna.tpediary.json", **changed: object) -> Path:
        data = exchange.dumps(five_sessions(), exported_at=PRINTED_AT, app="test")
        path = here / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(json.loads(data) | changed), encoding="utf-8")
        return path

    return write
