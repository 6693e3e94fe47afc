from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tpe_guide.diary import catalogue
from tpe_guide.guide.library import Library
from tpe_guide.handout.booklet import Booklet, Wish, build

MADE_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)
MakeBooklet = Callable[..., Booklet]


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()


@pytest.fixture(scope="session")
def booklet(library: Library) -> MakeBooklet:
    """``booklet("tingling", depth="facts", own={…})``; without a page the whole guide."""

    def make(*pages: str, own: Mapping[str, str] | None = None, **wish: Any) -> Booklet:
        return build(library, catalogue.load("en"), own or {}, Wish(pages, **wish), MADE_AT)

    return make
