"""How blood goes out and in, told."""

from __future__ import annotations

from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.pictures.shown import ShownStop, words_of
from tpe_guide.eyes_rest.urgent import call_row
from tpe_guide.eyes_rest.world import World
from tpe_guide.guide.slots import PHONE
from tpe_guide.i18n import _
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.pictures.registry import PICTURES


def tell(rest: EyesRest, world: World) -> Stop:
    """What it shows."""
    words, access = AccessWords(words_of(world, "access")), world.access()
    rows = [Row(f"{words.name(access)}. {words.picture(access)}".strip())]
    rows += [Row(f"{topic.title}: {' '.join(topic.says)}") for topic in words.topics(access) if topic.says]
    unit = world.unit().get(PHONE) or _("the number your unit gave you")
    for tier in words.tiers(access):
        if tier.signs:
            rows.append(call_row(tier.heading, tier.number or unit))
            rows += [Row(sign) for sign in tier.signs]
    return ShownStop(rest, PICTURES["access"].title(), "", rows)
