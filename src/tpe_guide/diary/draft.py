"""An entry while it is being tapped together: three taps at most and it can be saved.

Kept apart from the screen, so that a change of text size or a look at another page loses nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from tpe_guide.diary.calendar import meant_day, moment_for
from tpe_guide.diary.model import EffectReport, Entry, ExchangeSession, new_id
from tpe_guide.vocabulary.terms import FUNCTION_RANGE, Onset

TAPS_NEEDED = 3


@dataclass(slots=True)
class Draft:
    """What has been tapped so far. *effect*, *severity* and *began* are the report in hand; *reports* are finished."""

    session: ExchangeSession | None = None
    """The session it belongs to: one of the diary's, or a new one that is kept when the entry is; None: to none."""
    session_said: bool = False
    """The person has said which session that is, or that there is none."""
    effect: str = ""
    severity: int | None = None
    began: Onset | None = None
    told_staff: bool | None = None
    words: str = ""
    reports: list[EffectReport] = field(default_factory=list)
    none_noticed: bool = False
    function: dict[str, int | None] = field(default_factory=dict)
    note: str = ""

    @property
    def knows_session(self) -> bool:
        """Nothing need be asked about the session: the person has said it, or the days do."""
        return self.session_said or self.session is not None

    @property
    def taps(self) -> int:
        """How many of the three answers of the report in hand are given."""
        if self.none_noticed:
            return TAPS_NEEDED
        return sum((bool(self.effect), self.severity is not None, self.began is not None))

    @property
    def in_hand(self) -> EffectReport | None:
        """The report in hand, once all of its answers are given; what was not there began at no time."""
        if not self.effect or self.severity is None:
            return None
        if self.severity == 0:
            return EffectReport(self.effect, 0, told_staff=self.told_staff, words=self.words.strip())
        if self.began is None:
            return None
        return EffectReport(self.effect, self.severity, self.began, self.told_staff, self.words.strip())

    @property
    def ready(self) -> bool:
        """It can be saved: nothing is half answered, and something was answered."""
        if self.effect:
            return self.in_hand is not None
        return self.none_noticed or bool(self.reports)

    @property
    def is_empty(self) -> bool:
        """Nothing would be lost by leaving."""
        return not (self.effect or self.reports or self.none_noticed or self.note.strip() or self.function)

    def pick(self, effect: str) -> None:
        """Choose *effect*; choosing another one keeps the answers already given, tapping it again lets it go."""
        self.none_noticed = False
        self.effect = "" if effect == self.effect else effect
        self._let_go_of_answers_without_effect()

    def pick_nothing(self) -> None:
        """Nothing new was noticed (or was, after all)."""
        self.none_noticed = not self.none_noticed
        if self.none_noticed:
            self.effect = ""
            self.reports.clear()
            self._let_go_of_answers_without_effect()

    def set_function(self, name: str, value: int | None) -> None:
        """Function *name* is *value* (0 worst to 10 best); None: not answered."""
        if value is None:
            self.function.pop(name, None)
        elif value in FUNCTION_RANGE:
            self.function[name] = value

    def add_another(self) -> None:
        """Put the report in hand aside and take up the next one. An effect reported twice keeps its last report."""
        if self.in_hand is None:
            return
        self.reports = self._all_reports()
        self.effect = ""
        self._let_go_of_answers_without_effect()

    def remove(self, effect: str) -> None:
        """Let go of the finished report of *effect*."""
        self.reports = [report for report in self.reports if report.effect != effect]

    def entry(self, now: dt.datetime) -> Entry:
        """The entry to save. *now* is the instant with its offset; its day is the one the person means by it."""
        return Entry(
            id=new_id(),
            session=self.session.id if self.session else None,
            day=meant_day(now),
            recorded_at=now,
            moment=moment_for(self.session.day, now) if self.session else "later",
            effects=tuple(self._all_reports()),
            none_noticed=self.none_noticed,
            function=dict(self.function),
            note=self.note.strip(),
        )

    def _all_reports(self) -> list[EffectReport]:
        report = self.in_hand
        if report is None:
            return list(self.reports)
        return [*(old for old in self.reports if old.effect != report.effect), report]

    def _let_go_of_answers_without_effect(self) -> None:
        if not self.effect:
            self.severity = self.began = self.told_staff = None
            self.words = ""
