"""What may be felt, told."""

from __future__ import annotations

from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.pictures.shown import ShownStop, reads, words_of
from tpe_guide.eyes_rest.world import World
from tpe_guide.pictures.feelings.cards import Cards
from tpe_guide.pictures.registry import PICTURES


def tell(rest: EyesRest, world: World) -> Stop:
    """What it shows."""
    cards = Cards(words_of(world, "feelings"))
    rows = [Row(card.spoken, reads(rest, world, card.id)) for card in cards.cards]
    at_once = f"{cards.at_once.question} {cards.at_once.answer}"
    return ShownStop(rest, PICTURES["feelings"].title(), at_once, rows)
