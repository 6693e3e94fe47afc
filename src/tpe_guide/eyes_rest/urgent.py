"""Urgent help, and the help of every list, whose first row it is: two presses from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tpe_guide.diary.catalogue import Advice, UrgentTier
from tpe_guide.eyes_rest.digits import digit_by_digit
from tpe_guide.eyes_rest.machine import Both, EyesRest, Row, Stop, how_to
from tpe_guide.eyes_rest.world import World
from tpe_guide.guide.slots import OUT_OF_HOURS, PHONE
from tpe_guide.i18n import _, _n


class UrgentStop(Stop):
    """The numbers first; then the signs, and what cannot wait for the call. All in the guide’s own words."""

    def __init__(self, rest: EyesRest, world: World) -> None:
        self._urgent = world.catalogue().urgent
        super().__init__(rest, self._urgent.title, self._urgent.title)
        self._world = world

    def rows(self) -> Sequence[Row]:
        """Whom to call, then when."""
        urgent, own = self._urgent, self._world.unit()
        rows = [call_row(urgent.emergency.heading, urgent.emergency.number, urgent.emergency.lead)]
        rows.append(call_row(urgent.now.heading, own.get(PHONE) or _("the number your unit gave you")))
        if night := own.get(OUT_OF_HOURS):
            rows.append(call_row(_("At night and at weekends"), night))
        rows.append(Row(urgent.lead))
        rows += [self._signs(tier) for tier in (urgent.emergency, urgent.now, urgent.today)]
        if urgent.first is not None:
            for sign in urgent.first.signs:
                rows.append(Row(_together(sign.to_tell, urgent.first.then)))
        return (*rows, Row(urgent.note))

    def _signs(self, tier: UrgentTier) -> Row:
        count = _n("{count} sign.", "{count} signs.", len(tier.signs)).format(count=len(tier.signs))
        words = _("When to do this: {heading}. {count}").format(heading=tier.heading, count=count)
        return Row(words, partial(self._hear, tier))

    def _hear(self, tier: UrgentTier) -> None:
        self.rest.enter(SignsStop(self.rest, self._world, tier))


class SignsStop(Stop):
    """The signs of one call, one at a time."""

    def __init__(self, rest: EyesRest, world: World, tier: UrgentTier) -> None:
        super().__init__(rest, tier.heading, tier.heading)
        own, catalogue = world.unit(), world.catalogue()
        self._rows = [Row(catalogue.filled(words, own)) for words in tier.signs]

    def rows(self) -> Sequence[Row]:
        """A sign each."""
        return self._rows


class HelpStop(Stop):
    """What can be done, wherever one is."""

    def __init__(self, rest: EyesRest, about: Stop) -> None:
        super().__init__(rest, _("Help"), _("Help. You are here: {place}.").format(place=rest.where()))
        self._about = about

    def rows(self) -> Sequence[Row]:
        """Urgent help first; then what this list has besides."""
        rest = self.rest
        return (
            Row(_("Urgent help: choose this for the numbers to call."), self._urgent),
            Row(_("Go back to where you were."), rest.close),
            Row(_("Go out of that list."), self._out),
            *self._about.more(),
            Row(how_to()),
            Row(_("One thing back: tap at the left edge, or press Up.")),
            Row(_("Out of a list: tap with two fingers, or press Escape.")),
            Row(_("Help: hold at the left edge, or hold two fingers, or press F1.")),
            Row(_("On the number pad: 2 next, 8 one back, 5 choose, 4 out, 0 help.")),
            Row(_("Urgent help has a key of its own: F9.")),
            Row(_("Whoever is near hears it, too. Headphones keep it to yourself.")),
            Row(_("Go to the first list."), rest.home),
            Row(_("Leave eyes-rest. The key F12 does it, too."), rest.leave),
        )

    def _out(self) -> None:
        self.rest.stops.pop()
        self.rest.order("back")

    def _urgent(self) -> None:
        self.rest.stops.pop()
        self.rest.order("urgent")


def said_of(advice: Sequence[Advice]) -> Both:
    """What to do about a warning sign, as the form has it."""
    shown: list[str] = []
    spoken: list[str] = []
    for part in advice:
        lines = _together(*part.lines, part.lead)
        for words, number in ((shown, part.number), (spoken, digit_by_digit(part.number))):
            words.append(" ".join(filter(None, (part.condition, f"{part.heading}: {number}.", lines))))
    return Both(" ".join(shown), " ".join(spoken))


def call_row(heading: str, number: str, lead: str = "") -> Row:
    """Whom to call, and the number."""
    words = _("{heading}: {number}")
    shown, spoken = (words.format(heading=heading, number=each) for each in (number, digit_by_digit(number)))
    return Row(_together(shown, lead), spoken=_together(spoken, lead))


def _together(*sentences: str) -> str:
    return " ".join(f"{words.removesuffix('.')}." for words in sentences if words)
