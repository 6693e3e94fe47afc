"""A session as it usually is at a unit, for the rehearsal: ``session`` in ``clinic.json``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tpe_guide.i18n import _
from tpe_guide.vocabulary.terms import ACCESSES_SAID, FLUIDS_SHOWN

MINUTES = range(30, 481)
"""On the machine."""
MOST_CHECKS = 8
ACCESSES = tuple(access for access in ACCESSES_SAID if access != "unknown")
_NOTES = ("what", "example")
"""In a template: they tell whoever fills it in, and are not read."""


class UnitSession(NamedTuple):
    """What the unit says; None or empty: nothing."""

    minutes: int | None = None
    """On the machine."""
    access: str = ""
    fluid: str = ""
    checks: tuple[int, ...] | None = None
    """When staff check, in minutes from the start."""

    @property
    def said(self) -> dict[str, Any]:
        """What was said, as the file has it."""
        values = self._asdict() | {"checks": list(self.checks) if self.checks is not None else None}
        return {key: value for key, value in values.items() if value not in (None, "")}

    def overruled_by(self, other: UnitSession) -> UnitSession:
        """What this one says where *other* says nothing; where both speak, a check may not lie past the end."""
        said = {key: value for key, value in other._asdict().items() if value not in (None, "")}
        both = self._replace(**said)
        if both.checks is not None and any(minute >= (both.minutes or MINUTES[-1]) for minute in both.checks):
            both = both._replace(checks=None)
        return both


NOTHING_SAID = UnitSession()


def template() -> dict[str, Any]:
    """The part of the file, empty, and what belongs there."""
    what = _(
        "How a session usually goes: minutes on the machine ({least} to {most}), access (one of {accesses}), fluid "
        "(one of {fluids}), and when staff check, in minutes from the start. Leave out what differs."
    )
    return {
        "what": what.format(
            least=MINUTES[0], most=MINUTES[-1], accesses=", ".join(ACCESSES), fluids=", ".join(FLUIDS_SHOWN)
        ),
        "example": {"minutes": 150, "access": ACCESSES[0], "fluid": FLUIDS_SHOWN[0], "checks": [30, 75, 120]},
        **NOTHING_SAID._asdict(),
    }


def read(value: object) -> tuple[UnitSession, list[tuple[str, str]]]:
    """What *value* says, and what is wrong with it: the key, and what was expected. Then nothing is to be used."""
    if value is None:
        return NOTHING_SAID, []
    if not isinstance(value, dict):
        return NOTHING_SAID, [("", _("minutes, access, fluid and checks in {braces}").format(braces="{ }"))]
    wrong = list(_wrong(value))
    if wrong:
        return NOTHING_SAID, wrong
    checks = value.get("checks")
    minutes, access, fluid = value.get("minutes"), value.get("access") or "", value.get("fluid") or ""
    return UnitSession(minutes, access, fluid, None if checks is None else tuple(checks)), []


def _wrong(value: dict[Any, Any]) -> Iterator[tuple[str, str]]:
    for key in value:
        if key not in (*UnitSession._fields, *_NOTES):
            yield str(key), _("no other key than {keys}").format(keys=", ".join(UnitSession._fields))
    minutes = value.get("minutes")
    if minutes is not None and not _is_minute(minutes, MINUTES):
        yield "minutes", _("a whole number from {least} to {most}").format(least=MINUTES[0], most=MINUTES[-1])
        minutes = None
    for key, options in (("access", ACCESSES), ("fluid", FLUIDS_SHOWN)):
        if value.get(key) not in (None, "", *options):
            yield key, _("one of {keys}").format(keys=", ".join(options))
    checks = value.get("checks")
    within = range(1, minutes or MINUTES[-1])
    if checks is not None and not _are_checks(checks, within):
        yield (
            "checks",
            _("at most {count} rising whole numbers below {most}").format(count=MOST_CHECKS, most=within[-1] + 1),
        )


def _are_checks(checks: object, within: range) -> bool:
    if not isinstance(checks, list) or len(checks) > MOST_CHECKS:
        return False
    return all(_is_minute(each, within) for each in checks) and checks == sorted(set(checks))


def _is_minute(value: object, within: range) -> bool:
    return type(value) is int and value in within
