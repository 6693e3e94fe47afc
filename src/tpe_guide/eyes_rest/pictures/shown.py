"""What the pictures show, in words: the same that a voice is given of them on their screens. A module for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Protocol, cast

from tpe_guide.eyes_rest.guide import PageStop
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.world import World
from tpe_guide.guide.library import load_compiled
from tpe_guide.i18n import _
from tpe_guide.pictures.registry import PICTURES, PictureId


class Teller(Protocol):
    """A module that is named after its picture."""

    def tell(self, rest: EyesRest, world: World) -> Stop:
        """What it shows."""


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
    teller = cast(Teller, import_module(f"tpe_guide.eyes_rest.pictures.{name}"))
    rest.enter(teller.tell(rest, world))


def reads(rest: EyesRest, world: World, page: str) -> Callable[[], None]:
    """The way to the page about it."""
    return lambda: rest.enter(PageStop(rest, world, page))


def words_of(world: World, name: PictureId) -> dict[str, object]:
    """The words of the picture *name*, as they are compiled."""
    return load_compiled(name, world.reading.library.language)
