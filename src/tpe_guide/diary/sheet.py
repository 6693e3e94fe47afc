"""A filled sheet of the diary on paper while it is typed back: digits go in, and the next row comes by itself.

What is typed stands in a dict that lies in the draft, and goes to disk with it: by step, as it was typed, empty where
the sheet has no ring. Nothing here is a guess: what a row does not take, it refuses and keeps in sight.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tpe_guide.diary import sheet_session
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.paper_form import YES_NO_CODES, Answer, PaperForm
from tpe_guide.diary.sheet_entry import fill, ringed
from tpe_guide.diary.sheet_session import CHANGE, Match
from tpe_guide.diary.sheet_steps import (
    AT,
    DAY,
    DAY_ASKED,
    END,
    HALF,
    LEVEL_ROWS,
    NOTE,
    NOTHING,
    NOTHING_ASKED,
    ON,
    PAPER,
    QUESTION,
    RINGED,
    SESSION,
    SESSION_ASKED,
    TEMPERATURE,
    TOLD,
    UNLIKE,
    Step,
    steps_of,
)
from tpe_guide.diary.typed import over
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import day_words, month_name
from tpe_guide.vocabulary.terms import FUNCTIONS, Access

_MONTH_DIGITS = 4
_YES = YES_NO_CODES[True]
_MONTHS = frozenset(f"{number:02}" for number in range(1, 13))
_DAYS = frozenset(f"{number:02}" for number in range(1, 32))


class Sheet:
    """What is typed of one sheet, in *said*. *known*: the sessions of the diary; *access*: of one that is added."""

    def __init__(
        self,
        said: dict[str, str],
        form: PaperForm,
        known: Sequence[ExchangeSession],
        today: dt.date,
        access: Access = "unknown",
    ) -> None:
        self.said = said
        self.said[PAPER] = RINGED
        self.problem = ""
        """Why what was typed last was not taken; empty: it was, or is not whole yet."""
        self._known = tuple(known)
        self._today = today
        self._access: Access = access
        self._all = steps_of(form)
        self._by_id = {step.id: step for step in self._all}
        self._place = {step.id: at for at, step in enumerate(self._all)}
        self._matched: tuple[tuple[str, str], Match] | None = None
        if self.said.get(AT) not in (*self._by_id, END):
            self.said[AT] = self._all[0].id

    # --- where one is -------------------------------------------------------------------------------------

    @property
    def at_end(self) -> bool:
        """All rows were gone through: it can be looked over."""
        return self.said[AT] == END

    @property
    def step(self) -> Step:
        """What is asked now; at the end, the last that was."""
        return self.filled(self._all[-2] if self.at_end else self._by_id[self.said[AT]])

    @property
    def steps(self) -> tuple[Step, ...]:
        """All that is asked of this sheet, as far as it is typed."""
        return tuple(step for step in self._all if self._is_asked(step))

    @property
    def rows(self) -> tuple[Step, ...]:
        """The first step of each row, in the order of the paper."""
        return tuple(step for step in self._all if step.is_first)

    def filled(self, step: Step) -> Step:
        """*step*, with the question and the answers that it has for this sheet."""
        if step.id == DAY_ASKED and (day := self.day) is not None:
            words = _("That is {day}, {count} days ago. Is that right?")
            ask = words.format(day=day_words(day), count=(self._today - day).days)
            return _with_answers(step, ask, (_("Yes"), _("No, change what I typed")))
        if step.id == SESSION_ASKED:
            match = self.match
            return _with_answers(step, match.question, tuple(choice.words for choice in match.choices))
        if step.id == NOTHING_ASKED:
            ask = _("“Nothing new” is ringed, and so is something you noticed. Which is right?")
            return _with_answers(step, ask, (_("What I noticed"), _("Look at Nothing new again")))
        return step

    @property
    def typed(self) -> str:
        """Digits that are no answer yet, or were refused."""
        return self.said.get(HALF, "")

    @property
    def left_off(self) -> Step | None:
        """The first row that was not gone through yet; None: all were."""
        return next((step for step in self.steps if not self._comes_by_hand(step) and not self._passed(step)), None)

    # --- what is typed ------------------------------------------------------------------------------------

    def press(self, digit: str) -> bool:
        """Type *digit*; tells whether another row comes. What the row does not take stays, and is told."""
        typed = digit if self.problem else self.typed + digit
        self.problem = ""
        self.said[HALF] = typed
        codes = self.step.codes
        if typed in codes:
            return self._take(typed)
        if any(code.startswith(typed) for code in codes):
            return False
        if (whole := _completed(self.step, typed)) in codes:  # 7 can only be 07
            return self._take(whole)
        self.problem = self._refusal(typed)
        return False

    def choose(self, code: str) -> bool:
        """Give *code*, one of those of this row, as a whole. Tells whether another row comes."""
        self.said[HALF], self.problem = "", ""
        return self._take(code)

    def enter(self) -> bool:
        """Go on: with what is typed or stands there; else the sheet is empty there. Tells whether another row comes."""
        step, typed = self.step, self.typed
        if step.kind == "words":
            return self._finish_words(step)
        if typed and not self.problem and (whole := _completed(step, typed)) in step.codes:
            return self._take(whole)
        if typed:
            self.problem = self._refusal(typed)
            return False
        return self.leave_empty() if not self.said.get(step.id) else self._go(self._next(step, by_hand=True))

    def leave_empty(self) -> bool:
        """The sheet has no ring here, or an empty box."""
        step = self.step
        if not step.may_be_empty:
            self.problem = step.refusal
            return False
        return self._take("")

    def rub_out(self) -> bool:
        """One digit back; where none is typed, one step back. Tells whether another row comes."""
        if self.typed:
            self.said[HALF], self.problem = self.typed[:-1], ""
            return False
        return self.back()

    def back(self) -> bool:
        """One step back: it shows what was typed."""
        before = [step for step in self._before(self.step) if not self._comes_by_hand(step)]
        return self._go(before[-1].id) if before else False

    def down(self) -> bool:
        """One step on, and nothing is said here."""
        return self._go(self._next(self.step, by_hand=True)) if not self.typed else self.enter()

    def skip_part(self) -> bool:
        """What is left of this part is not asked: on to the next one, or to what cannot be left out."""
        if self.typed:
            return self.enter()
        part = self.step.part
        while True:
            rest = self._from(self.step, part)
            first = next((step for step in rest if not self._passed(step)), None)
            if first is None:
                later = next((step for step in self.steps if step.part > part), None)
                return self._go(later.id if later else END)
            if not first.may_be_empty:
                moved = self._go(first.id)
                self.problem = "" if moved else self.step.refusal
                return moved
            self.said[first.id] = ""

    def jump(self, code: str) -> bool:
        """To the box with the number *code*."""
        row = next((step for step in self.rows if step.code == code), None)
        if row is None:
            self.problem = _("There is no box {number} on the sheet.").format(number=code)
            return False
        self.go_to(row.id)
        return True

    def go_to(self, step_id: str) -> None:
        """To a step."""
        if step_id in self._by_id:
            self._go(step_id)

    def go_on(self) -> bool:
        """To the row where one left off, or to the end."""
        left = self.left_off
        return self._go(left.id if left else END)

    def go_to_part(self, part: int) -> None:
        """To the first row of *part* that was not gone through, or to its first."""
        rows = [step for step in self.steps if step.part == part and not self._comes_by_hand(step)]
        self._go(next((step for step in rows if not self._passed(step)), rows[0]).id)

    def write(self, words: str) -> None:
        """*words* stand in the field of this step."""
        self.said[self.step.id] = words

    # --- what it says -------------------------------------------------------------------------------------

    @property
    def day(self) -> dt.date | None:
        """Day and month as typed, with the year."""
        return dt.date.fromisoformat(self.said[ON]) if self.said.get(ON) else None

    @property
    def match(self) -> Match:
        """The session that it is about, or what must be asked first."""
        key = self.said.get(SESSION, ""), self.said.get(ON, "")
        if self._matched is None or self._matched[0] != key:
            number, day = key
            found = Match()
            if day:
                of_day = dt.date.fromisoformat(day)
                found = sheet_session.match(
                    int(number) if number else None, of_day, self._known, self._access, self._today
                )
            self._matched = (key, found)
        return self._matched[1]

    @property
    def session(self) -> ExchangeSession | None:
        """The session that it is about, as answered."""
        match = self.match
        if not match.question:
            return match.session
        code = self.said.get(SESSION_ASKED, "") if self._passed(self._by_id[SESSION_ASKED]) else ""
        means = match.choices[int(code) - 1].means if code else None
        return means if isinstance(means, ExchangeSession) else None

    @property
    def ringed(self) -> tuple[str, ...]:
        """The rows of what was there: ringed from 1 on."""
        return ringed(self.said)

    @property
    def missing(self) -> Step | None:
        """What must be said before it can be saved; None: it can be."""
        if self.day is None:
            return self._by_id[DAY]
        wanted = (step for step in self.steps if self._is_too_long(step) or self._waits_for_answer(step))
        return next(map(self.filled, wanted), None)

    @property
    def says_something(self) -> bool:
        """There is something to save besides when and who."""
        rows = (*LEVEL_ROWS, *FUNCTIONS, TEMPERATURE, NOTE, NOTHING)
        return any(self.said.get(row, "").strip() for row in rows)

    def fill(self, draft: Draft) -> None:
        """Put all that it says into *draft*, as if it had been tapped. Only without anything ``missing``."""
        if self.day is not None:
            fill(draft, self.said, self.day, self.session)

    # --- going on -----------------------------------------------------------------------------------------

    def _take(self, code: str) -> bool:
        step = self.step
        if step.id == DAY and code:
            day = sheet_session.newest_day(code, self._today)
            if day is None:
                self.problem = step.refusal
                return False
            if self.said.get(ON) != day.isoformat():
                self.said.pop(DAY_ASKED, None)
            self.said[ON] = day.isoformat()
        self.said[HALF] = ""
        if step.kind == "asked":
            return self._answer(step, code)
        self.said[step.id] = code
        return self._go(self._next(step, by_hand=False))

    def _answer(self, step: Step, code: str) -> bool:
        """What was not clear is answered, or is to be typed anew."""
        again = {DAY_ASKED: DAY, NOTHING_ASKED: NOTHING, SESSION_ASKED: SESSION}[step.id]
        if step.id == SESSION_ASKED:
            wants_again = self.match.choices[int(code) - 1].means == CHANGE
            self.said[QUESTION] = step.ask
        else:
            wants_again = code != _YES
        if wants_again:
            self.said.pop(step.id, None)
            return self._go(again)
        self.said[step.id] = code
        return self._go(self._next(step, by_hand=False))

    def _finish_words(self, step: Step) -> bool:
        words = self.said.get(step.id, "")
        if over(words):
            self.problem = _("This is too long to save. Please make it shorter. Nothing was cut.")
            return False
        self.said[step.id] = words
        return self._go(self._next(step, by_hand=True))

    def _next(self, step: Step, *, by_hand: bool) -> str:
        after = self._all[self._index(step) + 1 :]
        on = (each for each in after if self._is_asked(each) and (by_hand or not self._comes_by_hand(each)))
        return next((each.id for each in on), END)

    def _go(self, step_id: str) -> bool:
        moved = self.said[AT] != step_id
        self.said[AT], self.said[HALF], self.problem = step_id, "", ""
        return moved

    def _before(self, step: Step) -> list[Step]:
        end = len(self._all) if self.at_end else self._index(step)
        return [each for each in self._all[:end] if self._is_asked(each)]

    def _from(self, step: Step, part: int) -> list[Step]:
        rest = self._all[self._index(step) :]
        return [each for each in rest if each.part == part and self._is_asked(each) and not self._comes_by_hand(each)]

    def _index(self, step: Step) -> int:
        return self._place[step.id]

    def _is_asked(self, step: Step) -> bool:
        """What has been typed asks for it."""
        said = self.said.get
        if step.id == DAY_ASKED:
            return self.day is not None and sheet_session.is_long_ago(self.day, self._today)
        if step.id == SESSION_ASKED:
            return bool(self.match.question)
        if step.id == NOTHING_ASKED:
            return bool(said(NOTHING) and self.ringed)
        return step.is_first or bool(said(step.row))

    def _comes_by_hand(self, step: Step) -> bool:
        """It is hardly ever ringed: only who goes there by hand is asked."""
        if step.id == UNLIKE:
            return self.said.get("tingling", "") in ("", "0")
        return step.id.endswith(TOLD) and self.said.get(step.row) == "0"

    def _passed(self, step: Step) -> bool:
        """It was answered, also by an empty box; an answer to another question does not count."""
        if step.id == SESSION_ASKED and self.said.get(QUESTION) != self.match.question:
            return False
        return step.id in self.said and (step.may_be_empty or bool(self.said[step.id]))

    def _waits_for_answer(self, step: Step) -> bool:
        return step.kind == "asked" and not self._passed(step)

    def _is_too_long(self, step: Step) -> bool:
        return step.kind == "words" and over(self.said.get(step.id, "")) > 0

    def _refusal(self, typed: str) -> str:
        step = self.step
        if step.id == DAY and len(typed) == _MONTH_DIGITS and typed[2:] in _MONTHS and typed[:2] in _DAYS:
            there_is_none = _("There is no {day} {month}.").format(day=int(typed[:2]), month=month_name(int(typed[2:])))
            return f"{there_is_none} {step.refusal}"
        return step.refusal


def _completed(step: Step, typed: str) -> str:
    """What is meant by fewer digits than there is room for, where that is clear."""
    if step.id == TEMPERATURE:
        return typed.ljust(step.length, "0") if len(typed) == step.length - 1 else typed
    return typed if step.id == DAY else typed.zfill(step.length)


def _with_answers(step: Step, ask: str, words: Sequence[str]) -> Step:
    answers = tuple(Answer(str(number), number, each) for number, each in enumerate(words, 1))
    codes = frozenset(answer.code for answer in answers)
    return step._replace(ask=ask, answers=answers, codes=codes)
