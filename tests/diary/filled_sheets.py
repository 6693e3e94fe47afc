"""Filled sheets of the diary on paper: what is ringed and written on one, and the entry that it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tpe_guide.diary.model import EffectReport, Entry, ExchangeSession
from tpe_guide.diary.paper_form import OWN_ROWS
from tpe_guide.diary.sheet import Sheet
from tpe_guide.diary.sheet_steps import DAY_ASKED, LEVEL_ROWS, NOTHING_ASKED, SESSION_ASKED
from tpe_guide.vocabulary.terms import (
    EFFECTS,
    FUNCTION_RANGE,
    FUNCTIONS,
    MOMENTS,
    ONSETS,
    OTHER,
    REPORTERS,
    SEVERITIES,
    WARNING_SIGNS,
    Moment,
    Onset,
    Reporter,
)

NOW = dt.datetime(2026, 5, 14, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
TODAY = NOW.date()
SESSIONS = tuple(ExchangeSession(f"s{number}", number, dt.date(2026, 5, 2 + 2 * number)) for number in (1, 2, 3))
_WORDS = st.text("abcdefg hij", min_size=1, max_size=12).filter(str.strip)
_ORDER = (*EFFECTS, *OWN_ROWS, *WARNING_SIGNS)
BOXES = 44


@dataclass
class Filled:
    """What stands on one sheet; None, or absent: no ring, an empty box."""

    session: ExchangeSession = SESSIONS[2]
    moment: Moment | None = "evening"
    reporter: Reporter | None = "self"
    tenths: int | None = None
    nothing: bool = False
    levels: dict[str, int] = field(default_factory=dict)
    told: dict[str, bool] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    unlike: bool | None = None
    onset: Onset | None = None
    functions: dict[str, int] = field(default_factory=dict)
    note: str = ""

    @property
    def noticed(self) -> bool:
        """Something was there."""
        return any(self.levels.values())

    @property
    def entry(self) -> Entry:
        """The entry, made without typing."""
        moment = self.moment or "later"
        return Entry(
            "e",
            self.session.id,
            day=self.session.day + dt.timedelta(days=int(moment == "next-day")),
            moment=moment,
            recorded_at=NOW,
            reporter=self.reporter or "self",
            effects=tuple(self._report(row) for row in _ORDER if row in self.levels),
            none_noticed=self.nothing and not self.noticed,
            function={name: self.functions[name] for name in FUNCTIONS if name in self.functions},
            temperature_c=None if self.tenths is None else self.tenths / 10,
            note=self.note.strip(),
        )

    def _report(self, row: str) -> EffectReport:
        level = self.levels[row]
        is_own = row in OWN_ROWS
        return EffectReport(
            OTHER if is_own else row,
            level,
            (self.onset or "unknown") if level else "unknown",
            self.told.get(row),
            self.words.get(row, "").strip(),
            unlike_usual=self.unlike if row == "tingling" and level else None,
        )

    def said_at(self, step_id: str) -> str:
        """What the sheet says at a step: digits or words; empty: nothing."""
        row, __, more = step_id.partition(".")
        if step_id in (DAY_ASKED, SESSION_ASKED, NOTHING_ASKED):
            return "1"
        if more == "told":
            return {True: "1", False: "2"}.get(self.told[row], "") if row in self.told else ""
        if more == "words":
            return self.words.get(row, "")
        if row in LEVEL_ROWS:
            return str(self.levels.get(row, ""))
        if row in FUNCTIONS:
            return f"{self.functions[row]:02}" if row in self.functions else ""
        return {
            "session": f"{self.session.number:02}",
            "day": f"{self.session.day:%d%m}",
            "moment": str(MOMENTS.index(self.moment) + 1) if self.moment else "",
            "reporter": str(REPORTERS.index(self.reporter) + 1) if self.reporter else "",
            "temperature": "" if self.tenths is None else str(self.tenths),
            "none-noticed": "1" if self.nothing else "",
            "unlike-usual": {True: "1", False: "2", None: ""}[self.unlike],
            "onset": str(ONSETS.index(self.onset) + 1) if self.onset else "",
            "note": self.note,
        }[row]

    @property
    def digits(self) -> int:
        """How many there are on it."""
        rows = [*LEVEL_ROWS, *FUNCTIONS, *(f"{row}.told" for row in LEVEL_ROWS)]
        rows += ["session", "day", "moment", "reporter", "temperature", "none-noticed", "unlike-usual", "onset"]
        return sum(len(self.said_at(row)) for row in rows)

    def typing(self, sheet: Sheet) -> Iterator[str]:
        """Key by key, as *sheet* asks for them: a digit, “enter” or “back”, or words to write; until all is typed."""
        while not sheet.at_end:
            step = sheet.step
            said = self.said_at(step.id)
            if step.kind == "words":
                yield from ([f"words:{said}"] if said else [])
                yield "enter"
                continue
            yield from said or ["enter"]
            if said == "0" and step.row in self.told and step.is_first:  # hardly ever: one goes there by hand
                yield from ("back", "enter", *self.said_at(f"{step.row}.told"))


filled_sheets = st.builds(
    Filled,
    session=st.sampled_from(SESSIONS),
    moment=st.sampled_from(MOMENTS) | st.none(),
    reporter=st.sampled_from(REPORTERS) | st.none(),
    tenths=st.integers(300, 450) | st.none(),
    nothing=st.booleans(),
    levels=st.dictionaries(st.sampled_from(_ORDER), st.sampled_from(SEVERITIES)),
    unlike=st.booleans() | st.none(),
    onset=st.sampled_from(ONSETS) | st.none(),
    functions=st.dictionaries(st.sampled_from(FUNCTIONS), st.sampled_from(FUNCTION_RANGE)),
    note=st.just("") | _WORDS,
).flatmap(
    lambda filled: st.builds(
        lambda told, words: _with(filled, told, words),
        st.dictionaries(st.sampled_from(sorted(filled.levels)), st.booleans()) if filled.levels else st.just({}),
        st.fixed_dictionaries({row: st.just("") | _WORDS for row in OWN_ROWS if row in filled.levels}),
    )
)


def _with(filled: Filled, told: dict[str, bool], words: dict[str, str]) -> Filled:
    filled.told, filled.words = told, words
    return filled


PLAIN = Filled(
    levels={**dict.fromkeys(EFFECTS, 0), "tingling": 2, "tired": 1},
    told={"tingling": True},
    unlike=False,
    onset="at-home",
    functions=dict.fromkeys(FUNCTIONS, 7),
)
"""As most are: no warning sign, and no words."""
FULL = Filled(
    moment="next-day",
    reporter="helper",
    tenths=382,
    levels=dict.fromkeys(_ORDER, 3),
    told=dict.fromkeys(_ORDER, True),
    words=dict.fromkeys(OWN_ROWS, "cold feet"),
    unlike=True,
    onset="during",
    functions=dict.fromkeys(FUNCTIONS, 10),
    note="It was a long night",
)
"""Something in each box."""
