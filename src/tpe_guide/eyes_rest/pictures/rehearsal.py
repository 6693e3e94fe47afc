"""The moments of a session, told."""

from __future__ import annotations

from typing import cast

from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.pictures.shown import ShownStop, words_of
from tpe_guide.eyes_rest.world import World
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.vocabulary.terms import FluidShown, shown_as


def tell(rest: EyesRest, world: World) -> Stop:
    """What it shows."""
    words, said, usual = RehearsalWords(words_of(world, "rehearsal")), world.unit_session(), Plan()
    access = shown_as(world.access()) or shown_as(said.access) or usual.access
    fluid = cast(FluidShown, said.fluid) or usual.fluid
    plan = Plan(said.minutes or usual.minutes, access, fluid, said.checks)
    rows = [Row(moment.spoken) for moment in words.moments(plan)]
    return ShownStop(rest, PICTURES["rehearsal"].title(), words.note, rows)
