"""*Urgent help* on paper: the numbers, with a line to write where one is not known, and the signs for each call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tpe_guide.diary.catalogue import Catalogue, UrgentTier
from tpe_guide.guide.slots import OUT_OF_HOURS, PHONE
from tpe_guide.i18n import _


class Number(NamedTuple):
    """A number to call, and what it is for; an empty *number* is a line to write on."""

    label: str
    number: str


class Call(NamedTuple):
    """Whom to call, and about which signs."""

    heading: str
    numbers: tuple[Number, ...]
    lead: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """Each a title, which may be empty, and its signs."""


class Urgent(NamedTuple):
    """The page."""

    title: str
    lead: str
    first: tuple[str, ...]
    """What cannot wait for the call."""
    calls: tuple[Call, ...]
    """The most urgent first."""
    note: str


def urgent_help(catalogue: Catalogue, own: Mapping[str, str]) -> Urgent:
    """The words of *catalogue*. *own*: what the unit says, by slot."""
    urgent = catalogue.urgent
    first = tuple(f"{sign.to_tell} {urgent.first.then}" for sign in urgent.first.signs) if urgent.first else ()
    unit = Number(_("Your unit"), own.get(PHONE, ""))
    night = Number(_("At night and at weekends"), own.get(OUT_OF_HOURS, ""))
    calls = (
        _call(catalogue, urgent.emergency, (Number("", urgent.emergency.number),), own),
        _call(catalogue, urgent.now, (unit, night), own),
        _call(catalogue, urgent.today, (), own),
    )
    return Urgent(urgent.title, urgent.lead, first, calls, urgent.note)


def _call(catalogue: Catalogue, tier: UrgentTier, numbers: tuple[Number, ...], own: Mapping[str, str]) -> Call:
    groups = tuple(
        (group.title, tuple(catalogue.filled(sign.row, own) for sign in group.signs)) for group in tier.groups
    )
    return Call(tier.heading, numbers, tier.lead, groups)
