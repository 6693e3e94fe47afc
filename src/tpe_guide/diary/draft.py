"""An entry while it is being tapped together. Every tap can be taken back, and nothing typed is ever cut.

Kept apart from the screen, so that a change of text size or a look at another page loses nothing; and fit to be kept
on disk as JSON, so that a window that closes loses nothing either.
"""

# Without "from __future__ import annotations": what is declared here is also read here, as in ``model``.

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, NamedTuple, Self

from tpe_guide.diary.calendar import current_session, meant_day, moment_on
from tpe_guide.diary.kinds import FaultError, UnfitError
from tpe_guide.diary.model import ID, LEVEL, EffectReport, Entry, ExchangeSession, new_id
from tpe_guide.diary.pick import TYPED, Filled, Pick, Typed
from tpe_guide.diary.record import Named, record_of
from tpe_guide.diary.sheet_steps import KEPT_BESIDE, NAMES
from tpe_guide.diary.typed import celsius, over
from tpe_guide.vocabulary.terms import (
    FUNCTION_RANGE,
    FUNCTIONS,
    OTHER,
    Moment,
    Onset,
    Reporter,
)

FilledBy = Literal["", "same", "nothing"]
What = Literal["effect", "level", "when", "words", "temperature", "note", "session", "day"]


class Missing(NamedTuple):
    """What an entry cannot be saved without; *pick*: of which effect."""

    what: What
    pick: Pick | None = None


@dataclass(slots=True)
class Draft:
    """What has been tapped and typed so far."""

    id: Annotated[str, ID] = field(default_factory=new_id)
    """Of the entry that it becomes: saved twice, it is one entry all the same."""
    begun: dt.datetime | None = None
    day: dt.date | None = None
    """The day it is for: the one on which it was begun, until the person says another."""
    day_said: bool = False
    session: ExchangeSession | None = None
    """The session it belongs to: one of the diary's, or a new one that is kept when the entry is; None: to none."""
    session_said: bool = False
    """The person has said which session that is, or that there is none."""
    moment: Moment | None = None
    """When in the course of that session, if the person has said so."""
    reporter: Reporter = "self"
    picks: tuple[Pick, ...] = ()
    aside: tuple[Pick, ...] = ()
    """What was taken out: taken up again, it has all its answers."""
    began: Onset | None = None
    began_each: bool = False
    """It is not the same for all."""
    filled: tuple[Filled, ...] = ()
    filled_by: FilledBy = ""
    function: Annotated[dict[str, int | None], Named(FUNCTIONS, LEVEL)] = field(default_factory=dict)
    temperature: Typed = ""
    note: Typed = ""
    changes: Entry | None = None
    """The entry that it replaces; None: it becomes a new one."""
    sheet: Annotated[dict[str, str], Named(NAMES, TYPED)] = field(default_factory=dict)
    """What is typed back of a sheet of the diary on paper (see ``sheet``); empty: it is tapped, not typed back."""
    waiting: tuple[Typed, ...] = ()
    """What was being written when that was taken up, the last first: each as ``to_json`` has it, with none waiting."""
    extra: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def begin(cls, now: dt.datetime, sessions: Iterable[ExchangeSession]) -> Self:
        """Nothing yet, at *now*: for this day, and about the session of today or yesterday if there was one."""
        today = meant_day(now)
        return cls(begun=now, day=today, session=current_session(sessions, today))

    @classmethod
    def of(cls, entry: Entry, session: ExchangeSession | None) -> Self:
        """What *entry* says, to be changed; *session* is the one that it is about."""
        picks = [
            Pick(
                key=report.effect if report.effect != OTHER else f"own-{number}",
                effect=report.effect,
                words=report.words,
                level=report.severity,
                began=report.began if report.severity else None,
                told_staff=report.told_staff,
                unlike_usual=report.unlike_usual,
                extra=report.extra,
            )
            for number, report in enumerate(entry.effects)
        ]
        onsets = {pick.began for pick in picks if pick.began is not None}
        return cls(
            id=entry.id,
            begun=entry.recorded_at,
            day=entry.day,
            day_said=True,
            session=session,
            session_said=True,
            moment=entry.moment,
            reporter=entry.reporter,
            picks=tuple(picks),
            began=next(iter(onsets)) if len(onsets) == 1 else None,
            began_each=len(onsets) > 1,
            filled_by="nothing" if entry.none_noticed else "",
            function=dict(entry.function),
            temperature="" if entry.temperature_c is None else str(entry.temperature_c),
            note=entry.note,
            changes=entry,
        )

    # --- on disk ------------------------------------------------------------------------------------------

    def to_json(self) -> str:
        """All of it, for ``from_json``."""
        return json.dumps(record_of(Draft).write(self), ensure_ascii=True)

    @staticmethod
    def from_json(body: str) -> "Draft | None":
        """The draft in *body*; None where that is none, or damaged."""
        try:
            draft = record_of(Draft).read(json.loads(body))
        except (UnfitError, FaultError, ValueError, RecursionError):
            return None
        keys = [pick.key for pick in (*draft.picks, *draft.aside)]
        return draft if len(set(keys)) == len(keys) else None

    # --- what is known ------------------------------------------------------------------------------------

    @property
    def none_noticed(self) -> bool:
        """Nothing new was noticed, and there was nothing to say that of by name."""
        if self.filled_by != "nothing" or self.filled:
            return False
        said_before = bool(self.sheet) or (self.changes is not None and self.changes.none_noticed)
        return not self.picks or (said_before and all(pick.level == 0 for pick in self.picks))

    @property
    def is_empty(self) -> bool:
        """Nothing would be lost by leaving. An entry that is being changed may be emptied on the way."""
        said = self.picks or self.none_noticed or self._says_more or any(pick.words for pick in self.aside)
        said = said or any(typed for name, typed in self.sheet.items() if name not in KEPT_BESIDE)
        return self.changes is None and not said

    @property
    def changes_nothing(self) -> bool:
        """It is an entry, taken up to be changed, as that was."""
        return self.changes is not None and replace(self, waiting=()) == Draft.of(self.changes, self.session)

    @property
    def temperature_c(self) -> float | None:
        """°C as typed; None where nothing is, or no temperature of a body."""
        return celsius(self.temperature)

    @property
    def missing(self) -> Missing | None:
        """The first thing without which it cannot be saved; None: it can be."""
        return next(self._all_missing(), None)

    @property
    def ready(self) -> bool:
        """It can be saved."""
        return self.missing is None

    @property
    def meant(self) -> dt.date | None:
        """The day that the entry is for."""
        session, old = self.session, self.changes
        if session is not None and old is not None and (old.session, old.moment) == (session.id, self.moment):
            return self.day  # as it was said then
        if session is not None and self.moment in ("during", "evening"):
            return session.day
        if session is not None and self.moment == "next-day":
            return session.day + dt.timedelta(days=1)
        return self.day

    @property
    def meant_moment(self) -> Moment:
        """When in the course of its session: as said, or as the days say it."""
        if self.session is None:
            before = self.changes.moment if self.changes and self.changes.session is None else None
            return before or self.moment or "later"
        if self.day is None or self.begun is None:
            return "later"
        return self.moment or moment_on(self.session.day, self.day, self.begun)

    def pick_of(self, key: str) -> Pick | None:
        """The effect called *key*, if it is picked."""
        return next((pick for pick in self.picks if pick.key == key), None)

    def own(self, words: str) -> Pick | None:
        """The effect that the person calls *words*, if it is picked."""
        return next((pick for pick in self.picks if pick.is_own and pick.words.strip() == words), None)

    def began_of(self, pick: Pick) -> Onset | None:
        """When *pick* began, as far as that is said."""
        return pick.began if self.began_each else self.began

    def is_for_another_day(self, now: dt.datetime) -> bool:
        """It was begun for a day that is over at *now*, and the person has not said that it is for that."""
        return not self.day_said and self.day is not None and self.day != meant_day(now)

    # --- what is tapped -----------------------------------------------------------------------------------

    def pick(self, effect: str) -> None:
        """Take *effect* up; once more, and it is taken out, with its answers kept for the next time."""
        self._toggle(Pick(effect, effect))

    def pick_own(self, words: str) -> None:
        """The same for one that the person has named *words*."""
        known = (pick for pick in (*self.picks, *self.aside) if pick.is_own and pick.words.strip() == words)
        self._toggle(next(known, None) or Pick(self._new_key(), OTHER, words))

    def pick_other(self) -> None:
        """Take up one that is still to be named; one that nothing has been said of goes again."""
        blank = next((pick for pick in self.picks if pick == Pick(pick.key, OTHER)), None)
        if blank is not None:
            self.picks = tuple(pick for pick in self.picks if pick is not blank)
        else:
            self._toggle(Pick(self._new_key(), OTHER))

    def take_out(self, key: str) -> None:
        """Take the effect called *key* out; ``put_back`` undoes it."""
        pick = self.pick_of(key)
        if pick is not None:
            self._toggle(pick)

    def put_back(self, key: str) -> None:
        """Take up again what was taken out."""
        for pick in self.aside:
            if pick.key == key:
                self._toggle(pick)

    def fill_same(self, last: Iterable[EffectReport]) -> None:
        """Fill in the effects and levels of the entry before; once more, and that is taken back."""
        self._fill("same", ((report, report.severity) for report in last))

    def fill_nothing(self, last: Iterable[EffectReport]) -> None:
        """Nothing new: none of the effects of the entry before; once more, and that is taken back."""
        self._fill("nothing", ((report, 0) for report in last))

    def set_began_each(self, each: bool) -> None:
        """Ask when it began for each effect; what was said of all is said of each, until it is said otherwise."""
        self.began_each = each
        for pick in self.picks:
            if each and pick.began is None:
                pick.began = self.began

    def set_function(self, name: str, value: int | None) -> None:
        """Function *name* is *value* (0 worst to 10 best); None: not answered."""
        if value is None:
            self.function.pop(name, None)
        elif value in FUNCTION_RANGE:
            self.function[name] = value

    def say_session(self, session: ExchangeSession | None) -> None:
        """It is about *session*, or about none."""
        self.session, self.session_said, self.moment = session, True, None

    def say_day(self, day: dt.date) -> None:
        """It is for *day*."""
        self.day, self.day_said, self.moment = day, True, None

    def heed(self, session_id: str, now_is: ExchangeSession | None) -> None:
        """That session was put right elsewhere, or removed (None): asked anew, where the two do not agree."""
        mine = self.session
        if mine is None or mine.id != session_id:
            return
        if now_is is None or now_is.state != mine.state:
            self.session, self.session_said, self.moment = None, False, None
        else:
            self.session = replace(now_is, access=mine.access) if now_is.access == "unknown" else now_is

    def entry(self, now: dt.datetime) -> Entry:
        """The entry to save at *now*, the instant with its offset. Only what is ``ready`` makes one."""
        made = self.changes or Entry(self.id, day=meant_day(now), recorded_at=now)
        return replace(
            made,
            session=self.session.id if self.session else None,
            day=self.meant or made.day,
            moment=self.meant_moment,
            reporter=self.reporter,
            effects=tuple(self._report(pick) for pick in self.picks),
            none_noticed=self.none_noticed,
            function=dict(self.function),
            temperature_c=self.temperature_c,
            note=self.note.strip(),
        )

    @property
    def _says_more(self) -> bool:
        return bool(self.note.strip() or self.temperature.strip() or self.function)

    def _all_missing(self) -> Iterator[Missing]:
        if not (self.picks or self.none_noticed or self._says_more):
            yield Missing("effect")
        yield from (Missing("level", pick) for pick in self.picks if pick.level is None)
        yield from (Missing("when", pick) for pick in self.picks if pick.level and self.began_of(pick) is None)
        yield from (Missing("words", pick) for pick in self.picks if over(pick.words))
        if self.temperature.strip() and self.temperature_c is None:
            yield Missing("temperature")
        if over(self.note):
            yield Missing("note")
        if self.session is None and not self.session_said:
            yield Missing("session")

    def _toggle(self, wanted: Pick) -> None:
        there = self.pick_of(wanted.key)
        if there is not None:
            self.picks = tuple(pick for pick in self.picks if pick is not there)
            self.aside = (*self.aside, there)
            return
        known = next((pick for pick in self.aside if pick.key == wanted.key), None)
        self.aside = tuple(pick for pick in self.aside if pick is not known)
        self._add(known or wanted)

    def _add(self, pick: Pick) -> None:
        if self.began_each and pick.began is None:
            pick.began = self.began
        self.picks = (*self.picks, pick)

    def _fill(self, by: FilledBy, answers: Iterable[tuple[EffectReport, int]]) -> None:
        before = self.filled_by
        self._take_back_filled()
        if before == by:
            return
        self.filled_by = by
        for report, level in answers:
            pick = self._like(report)
            if pick is not None and pick.level is not None:
                continue  # what the person has said themselves is not overwritten
            added = pick is None
            if pick is None:
                self._take_up(report)
                pick = self.picks[-1]
            pick.level = level
            self.filled = (*self.filled, Filled(pick.key, level, added))

    def _like(self, report: EffectReport) -> Pick | None:
        return self.own(report.words.strip()) if report.effect == OTHER else self.pick_of(report.effect)

    def _take_up(self, report: EffectReport) -> None:
        if report.effect == OTHER:
            self.pick_own(report.words.strip())
        else:
            self.pick(report.effect)

    def _take_back_filled(self) -> None:
        for one in self.filled:
            pick = self.pick_of(one.key)
            if pick is None or pick.level != one.level:
                continue
            pick.level = None
            if one.added:
                self.picks = tuple(each for each in self.picks if each is not pick)
        self.filled, self.filled_by = (), ""

    def _new_key(self) -> str:
        taken = {pick.key for pick in (*self.picks, *self.aside)}
        return next(key for number in range(len(taken) + 1) if (key := f"own-{number}") not in taken)

    def _report(self, pick: Pick) -> EffectReport:
        return EffectReport(
            pick.effect,
            pick.level or 0,
            (pick.level and self.began_of(pick)) or "unknown",
            pick.told_staff,
            pick.words.strip(),
            unlike_usual=pick.unlike_usual if pick.level else None,
            extra=pick.extra,
        )
