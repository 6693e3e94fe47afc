"""A link is one value: written into the text as an address, and read from it the same."""

from __future__ import annotations

from typing import get_args

import pytest

from tpe_guide.guide.model import Span
from tpe_guide.ui.reading.link import Link, LinkKind

LINKS = {
    Link("word", "citrate"): "word:citrate",
    Link("page", "the-machine"): "page:the-machine",
    Link("see", "circuit", "one-needle"): "see:circuit:one-needle",
    Link("cite", "S1-01 S1-02"): "cite:S1-01 S1-02",
    Link("sources", "minute"): "go:sources:minute",
    Link("depth", "full"): "go:depth:full",
    Link("unit", "unit-phone"): "go:unit:unit-phone",
    Link("question"): "go:question",
    Link("check", "how-it-works"): "go:check:how-it-works",
    Link("seen", "tingling"): "go:seen:tingling",
    Link("changed"): "go:changed",
    Link("questions"): "go:questions",
    Link("matters"): "go:matters",
    Link("place", "look", "spacing"): "go:place:look:spacing",
}


def test_every_kind_is_here() -> None:
    assert {link.kind for link in LINKS} == set(get_args(LinkKind))


@pytest.mark.parametrize(("link", "href"), LINKS.items())
def test_its_address_says_all_of_it(link: Link, href: str) -> None:
    assert link.href == href
    assert Link.read(href) == link


@pytest.mark.parametrize("link", LINKS)
def test_words_that_carry_it_lead_there(link: Link) -> None:
    span = link.on("See more")
    assert span.text == "See more"
    assert Link.of(span) == link


def test_what_authors_write_is_read() -> None:
    assert Link.of(Span("the machine", "see", "circuit:start")) == Link("see", "circuit", "start")
    assert Link.of(Span("1, 3", "cite", "F-1 F-2")) == Link("cite", "F-1 F-2")
