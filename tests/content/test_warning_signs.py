"""The page on warning signs and Urgent help are two ways to one list: they never say different things."""

from __future__ import annotations

import pytest

from tpe_guide.authoring.effects import urgent_listed
from tpe_guide.guide.library import Library, load_compiled
from tpe_guide.guide.model import BulletList, Callout, Page, Spans


@pytest.fixture(scope="module")
def page() -> Page:
    return Library.load("en").page("warning-signs")


@pytest.mark.parametrize("tier", ["emergency", "now", "today"])
def test_the_page_lists_the_signs_of_urgent_help_word_for_word(page: Page, tier: str) -> None:
    urgent = urgent_listed(load_compiled("effects", "en"))[tier]
    cards = {block.title: block for block in (*page.minute, *page.full) if isinstance(block, Callout)}
    assert _items(cards[urgent["heading"]]) == urgent["signs"]


def test_what_is_urgent_is_on_the_page_before_what_can_wait(page: Page) -> None:
    urgent = load_compiled("effects", "en")["urgent"]
    shown = [block.title for block in (*page.minute, *page.full) if isinstance(block, Callout)]
    assert shown[:3] == [urgent[tier]["heading"] for tier in ("emergency", "now", "today")]
    assert urgent["emergency"]["heading"] in [block.title for block in page.minute if isinstance(block, Callout)]


def _items(card: Callout) -> list[str]:
    return [_words(item) for block in card.blocks if isinstance(block, BulletList) for item in block.items]


def _words(spans: Spans) -> str:
    return "".join(span.text for span in spans if span.kind != "cite").strip()
