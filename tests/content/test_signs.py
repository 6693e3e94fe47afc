"""One sign, one answer: whoever names a sign of the table says the same call and the same first aid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import pytest

from tpe_guide.authoring.effects import urgent_listed
from tpe_guide.authoring.search.texts import urgent_texts
from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.guide.library import Library, load_compiled
from tpe_guide.guide.model import BulletList, Callout, Spans
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.summary.access_sheet import access_sheet
from tpe_guide.vocabulary.signs import TIERS, UrgentSign, signs_of
from tpe_guide.vocabulary.terms import ACCESSES, ACCESSES_SAID, WARNING_SIGNS


class Said(NamedTuple):
    """What *who* says under *heading*."""

    who: str
    heading: str
    words: str


def urgent_help() -> Iterator[Said]:
    catalogue = Catalogue.load("en")
    for card in map(catalogue.urgent.tier, TIERS):
        yield from (Said("urgent help", card.heading, catalogue.filled(row, {})) for row in card.signs)


def tiles() -> Iterator[Said]:
    catalogue = Catalogue.load("en")
    for tile in WARNING_SIGNS:
        for access in ACCESSES:
            for advice in catalogue.advice(tile, access, {}):
                yield from (Said(f"tile {tile}, {access}", advice.heading, line) for line in advice.lines)


def search() -> Iterator[Said]:
    texts = urgent_texts(urgent_listed(load_compiled("effects", "en")))
    for text in texts[1:]:
        __, heading, sign = text.passages
        yield Said("search", heading.text, sign.text)


def body_on_screen_and_paper() -> Iterator[Said]:
    words = AccessWords(load_compiled("access", "en"))
    for access in ACCESSES_SAID:
        for tier in words.tiers(access):
            yield from (Said(f"body, {access}", tier.heading, sign) for sign in tier.signs)
        for shown in cast("list[dict[str, Any]]", access_sheet(words, access, "", "en").words["tiers"]):
            yield from (Said(f"sheet, {access}", shown["heading"], sign) for sign in shown["signs"])


def page() -> Iterator[Said]:
    shown = Library.load("en").page("warning-signs")
    for card in (block for block in (*shown.minute, *shown.full) if isinstance(block, Callout)):
        for block in (block for block in card.blocks if isinstance(block, BulletList)):
            yield from (Said("page", card.title, _words(item)) for item in block.items)


def rehearsal() -> Iterator[Said]:
    for moment in load_compiled("rehearsal", "en")["moments"]:
        for entry in moment["happens"]:
            first, __, heading = entry["text"].removesuffix(".").rpartition(". ")
            yield Said("rehearsal", heading, first)


CONSUMERS = (urgent_help, tiles, search, body_on_screen_and_paper, page, rehearsal)


@pytest.fixture(scope="module")
def signs() -> list[UrgentSign]:
    return list(signs_of(load_compiled("effects", "en")).values())


@pytest.fixture(scope="module")
def said() -> list[Said]:
    return [each for consumer in CONSUMERS for each in consumer()]


def test_whoever_names_a_sign_says_its_call_and_its_first_aid(signs: list[UrgentSign], said: list[Said]) -> None:
    catalogue = Catalogue.load("en")
    for sign in signs:
        heading = catalogue.urgent.tier(sign.tier).heading
        row = catalogue.filled(sign.row, {}).removesuffix(".")
        for each in (each for each in said if each.words.startswith(sign.text)):
            assert each.words.startswith(row), each
            assert each.heading == heading, each


@pytest.mark.parametrize("who", ["urgent help", "search", "page"])
def test_every_sign_is_said(signs: list[UrgentSign], said: list[Said], who: str) -> None:
    words = [each.words for each in said if each.who == who]
    assert len(words) == len(signs)
    assert sorted(signs, key=lambda sign: sign.text) == [
        next(sign for sign in signs if each.startswith(sign.text)) for each in sorted(words)
    ]


def test_the_others_name_signs_of_the_table_and_nothing_else(signs: list[UrgentSign], said: list[Said]) -> None:
    for each in (each for each in said if each.who.startswith(("tile", "body", "sheet"))):
        assert any(each.words.startswith(sign.text) for sign in signs), each
    assert sum(each.words.startswith(sign.text) for each in said if each.who == "rehearsal" for sign in signs) == 2


def test_no_two_signs_begin_alike_so_that_one_can_be_told_from_the_other(signs: list[UrgentSign]) -> None:
    assert not [
        (one.id, other.id) for one in signs for other in signs if one != other and other.text.startswith(one.text)
    ]


def test_a_line_that_is_out_comes_with_what_to_do_first(said: list[Said]) -> None:
    tile = "tile line-problem, neck-line"
    for who in ("urgent help", tile, "search", "body, neck-line", "sheet, groin-line", "page"):
        (row,) = {each.words for each in said if each.who == who and each.words.startswith("A line that is out")}
        assert "Lie flat. Press on the place, or close the clamp" in row


@pytest.mark.parametrize("access", ["neck-line", "chest-line", "groin-line", "other", "unknown"])
def test_bleeding_where_there_may_be_a_line_is_an_emergency(access: str) -> None:
    first, *__ = Catalogue.load("en").advice("bleeding", access, {})
    assert first.tier == "emergency"
    assert any(line.startswith("Bleeding from a neck, chest or groin line") for line in first.lines)
    assert all("pressing" in line for line in first.lines)


def test_a_needle_place_in_an_arm_that_was_pressed_is_for_the_unit_and_heavy_bleeding_is_not() -> None:
    first, second = Catalogue.load("en").advice("bleeding", "arm-veins", {})
    assert first.tier == "emergency"
    assert first.lines == ("Heavy bleeding from any place. Press firmly, and keep pressing.",)
    assert second.tier == "now"
    assert second.lines[0].startswith("Bleeding from a needle place in an arm that does not stop when you press.")


def _words(spans: Spans) -> str:
    return "".join(span.text for span in spans if span.kind != "cite").strip()
