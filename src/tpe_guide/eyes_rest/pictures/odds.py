"""How often, told."""

from __future__ import annotations

from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.pictures.shown import ShownStop, reads, words_of
from tpe_guide.eyes_rest.world import World
from tpe_guide.pictures.odds.words import OddsWords
from tpe_guide.pictures.registry import PICTURES


def tell(rest: EyesRest, world: World) -> Stop:
    """What it shows."""
    rows = []
    for picture in OddsWords(words_of(world, "odds")).pictures:
        about = " ".join(f"{each.name}: {each.text}" for each in picture.about)
        rows.append(Row(f"{picture.spoken} {about}", reads(rest, world, picture.page)))
    return ShownStop(rest, PICTURES["odds"].title(), "", rows)
