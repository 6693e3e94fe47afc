"""The steps of the machine, told."""

from __future__ import annotations

from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.pictures.shown import ShownStop, words_of
from tpe_guide.eyes_rest.world import World
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.vocabulary.terms import shown_as


def tell(rest: EyesRest, world: World) -> Stop:
    """What it shows."""
    words = CircuitWords(words_of(world, "circuit"))
    variant = Variant().with_option(shown_as(world.access()) or Variant().access)
    rows = [Row(step.spoken) for step in words.steps(variant)]
    return ShownStop(rest, PICTURES["circuit"].title(), words.picture(variant), rows, counts=False)
