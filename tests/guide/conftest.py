from __future__ import annotations

from pathlib import Path

import pytest

from .small_guide import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)
