"""What the pictures show, in words: the same that a voice is given of them on their screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import cast

from tpe_guide.eyes_rest.guide import PageStop
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.urgent import call_row
from tpe_guide.eyes_rest.world import World
from tpe_guide.guide.library import load_compiled
from tpe_guide.guide.slots import PHONE
from tpe_guide.i18n import _
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.pictures.comparison.table import Question, Table
from tpe_guide.pictures.feelings.cards import Cards
from tpe_guide.pictures.odds.words import OddsWords
from tpe_guide.pictures.registry import PICTURES, PictureId
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.vocabulary.terms import FluidShown, shown_as


class PicturesStop(Stop):
    """All of them."""

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("What the pictures show"))
        self._world = world

    def rows(self) -> Sequence[Row]:
        """One each."""
        return [
            Row(f"{picture.title()}. {picture.line()}", partial(hear_picture, self.rest, self._world, name))
            for name, picture in PICTURES.items()
        ]


class ShownStop(Stop):
    """One picture, part by part."""

    def __init__(self, rest: EyesRest, title: str, lead: str, rows: Sequence[Row], *, counts: bool = True) -> None:
        super().__init__(rest, title, lead)
        self._rows = rows
        self.counts = counts

    def rows(self) -> Sequence[Row]:
        """As they are told."""
        return self._rows


def hear_picture(rest: EyesRest, world: World, name: PictureId) -> None:
    """Open what the picture *name* shows."""
    rest.enter(_MAKERS[name](rest, world))


def _access(rest: EyesRest, world: World) -> Stop:
    words, access = AccessWords(_data(world, "access")), world.access()
    rows = [Row(f"{words.name(access)}. {words.picture(access)}".strip())]
    rows += [Row(f"{topic.title}: {' '.join(topic.says)}") for topic in words.topics(access) if topic.says]
    unit = world.unit().get(PHONE) or _("the number your unit gave you")
    for tier in words.tiers(access):
        if tier.signs:
            rows.append(call_row(tier.heading, tier.number or unit))
            rows += [Row(sign) for sign in tier.signs]
    return ShownStop(rest, PICTURES["access"].title(), "", rows)


def _circuit(rest: EyesRest, world: World) -> Stop:
    words = CircuitWords(_data(world, "circuit"))
    variant = Variant().with_option(shown_as(world.access()) or Variant().access)
    rows = [Row(step.spoken) for step in words.steps(variant)]
    return ShownStop(rest, PICTURES["circuit"].title(), words.picture(variant), rows, counts=False)


def _rehearsal(rest: EyesRest, world: World) -> Stop:
    words, said, usual = RehearsalWords(_data(world, "rehearsal")), world.unit_session(), Plan()
    access = shown_as(world.access()) or shown_as(said.access) or usual.access
    fluid = cast(FluidShown, said.fluid) or usual.fluid
    plan = Plan(said.minutes or usual.minutes, access, fluid, said.checks)
    rows = [Row(moment.spoken) for moment in words.moments(plan)]
    return ShownStop(rest, PICTURES["rehearsal"].title(), words.note, rows)


def _feelings(rest: EyesRest, world: World) -> Stop:
    cards = Cards(_data(world, "feelings"))
    rows = [Row(card.spoken, _reads(rest, world, card.id)) for card in cards.cards]
    at_once = f"{cards.at_once.question} {cards.at_once.answer}"
    return ShownStop(rest, PICTURES["feelings"].title(), at_once, rows)


def _odds(rest: EyesRest, world: World) -> Stop:
    rows = []
    for picture in OddsWords(_data(world, "odds")).pictures:
        about = " ".join(f"{each.name}: {each.text}" for each in picture.about)
        rows.append(Row(f"{picture.spoken} {about}", _reads(rest, world, picture.page)))
    return ShownStop(rest, PICTURES["odds"].title(), "", rows)


def _comparison(rest: EyesRest, world: World) -> Stop:
    table = Table(_data(world, "comparison"))
    rows = [Row(question.name, partial(_compare, rest, table, question)) for question in table.questions]
    return ShownStop(rest, PICTURES["comparison"].title(), f"{table.no_winner} {table.certainty}", rows)


def _compare(rest: EyesRest, table: Table, question: Question) -> None:
    rest.enter(ShownStop(rest, question.name, question.name, [*_answers(table, question)]))


def _answers(table: Table, question: Question) -> Iterator[Row]:
    """What each option has to say to it."""
    for treatment in table.treatments:
        cell = table.cell(question.id, treatment.id)
        yield Row(f"{treatment.name}. {cell.words} {cell.mark}".strip())


def _reads(rest: EyesRest, world: World, page: str) -> Callable[[], None]:
    """The way to the page about it."""
    return lambda: rest.enter(PageStop(rest, world, page))


def _data(world: World, name: str) -> dict[str, object]:
    return load_compiled(name, world.reading.library.language)


_MAKERS: dict[PictureId, Callable[[EyesRest, World], Stop]] = {
    "access": _access,
    "circuit": _circuit,
    "rehearsal": _rehearsal,
    "feelings": _feelings,
    "odds": _odds,
    "comparison": _comparison,
}
