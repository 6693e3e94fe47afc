"""Forms that are half filled in, but for an entry (see ``draft``): fit for the disk, so that no window loses them.

What stands in a field is kept also where it is longer than the diary takes: it is refused there, and not cut.
"""

# Without "from __future__ import annotations": what is declared here is also read here, as in ``model``.

import json
from dataclasses import dataclass, field, fields, replace
from typing import Annotated, Any

from tpe_guide.diary.kinds import FaultError, UnfitError
from tpe_guide.diary.model import ID, ExchangeSession
from tpe_guide.diary.pick import Typed
from tpe_guide.diary.record import record_of


@dataclass(slots=True)
class Formed:
    """A session that is being changed, or added, at *place*; its *note* stands apart, however long it is."""

    place: Annotated[str, ID]
    session: ExchangeSession
    note: Typed = ""
    was: ExchangeSession | None = None
    """What stood in the form before anything was changed in it."""
    along: bool = False
    """Those planned after it are to be moved as it is."""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Rewording:
    """Other *words* for a question, which *was* something else."""

    was: Typed
    words: Typed = ""
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Forms:
    """All of them."""

    sessions: tuple[Formed, ...] = ()
    question: Typed = ""
    rewordings: tuple[Rewording, ...] = ()
    value: Typed = ""
    """Something that matters to the person."""
    step: Typed = ""
    """Something to have ready before the next session."""
    extra: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """All of it, for ``from_json``."""
        return json.dumps(record_of(Forms).write(self), ensure_ascii=True)

    @staticmethod
    def from_json(body: str) -> "Forms | None":
        """The forms in *body*; None where that is none, or damaged."""
        try:
            return record_of(Forms).read(json.loads(body))
        except (UnfitError, FaultError, ValueError, RecursionError):
            return None


def formed(place: str, session: ExchangeSession, was: ExchangeSession | None = None, *, along: bool = False) -> Formed:
    """*session*, half filled in at *place*."""
    return Formed(place, replace(session, note=""), session.note, was, along)


def session_of(one: Formed) -> ExchangeSession:
    """What ``formed`` was given."""
    return replace(one.session, note=one.note)


def caught_up(half: ExchangeSession, was: ExchangeSession, now: ExchangeSession) -> ExchangeSession:
    """*half*, begun when the session *was* that, for the session as it is *now*.

    What was put right elsewhere meanwhile holds, but for what was changed in the form.
    """
    names = (one.name for one in fields(half))
    mine: dict[str, Any] = {name: getattr(half, name) for name in names if getattr(half, name) != getattr(was, name)}
    return replace(now, **mine)
