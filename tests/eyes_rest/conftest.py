"""Who listens has a folder for a diary, and none in it yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.eyes_rest.listening import Listener


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Listener]:
    listener = Listener(tmp_path)
    yield listener
    listener.diary.close()


@pytest.fixture
def logging(anna: Listener) -> Listener:
    """In the log, a session today said, nothing felt yet."""
    anna.begin_diary()
    anna.choose("Log how I feel", "Which session", "A new session, today")
    return anna
