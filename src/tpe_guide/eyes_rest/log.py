"""Log how I feel, by ear: the same draft, the same words and the same Save as the form on the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from tpe_guide.diary import offers
from tpe_guide.diary.calendar import current_session, meant_day
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import EffectReport, ExchangeSession
from tpe_guide.diary.which_session import NEW, NEW_TODAY, NEW_YESTERDAY, NONE, choices
from tpe_guide.errors import TpeGuideError
from tpe_guide.eyes_rest.answers import AnswersStop
from tpe_guide.eyes_rest.extras import FunctionsStop, ToldStop
from tpe_guide.eyes_rest.feelings import FeelingsStop, OnsetsStop, level_of, name_of, onset_question, told_question
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop, Words
from tpe_guide.eyes_rest.saved import SavedStop
from tpe_guide.eyes_rest.world import World
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import day_words
from tpe_guide.vocabulary.words import functions, onsets
from tpe_guide.wording import describe


def log(rest: EyesRest, world: World) -> Stop:
    """What is asked first: of which night it is, what becomes of an entry that was begun, or what was felt."""
    diary = world.diary
    drafts, sessions = diary.drafts, diary.store.sessions()
    drafts.turn_to(paper=False)
    night = drafts.asks_last_night(sessions)
    if night is not None:
        return _night(rest, world, night)
    drafts.get_ready(sessions)
    diary.expect_change()
    if drafts.asks_day or drafts.was_left:
        return LeftStop(rest, world)
    return LogStop(rest, world)


def _night(rest: EyesRest, world: World, session: ExchangeSession) -> Stop:
    """Just after midnight: for last night, or for the new day?"""
    today = world.diary.now().date()
    last = _("Yes, last night: {day}").format(day=day_words(session.day, today))
    new = _("No, a new day: {day}").format(day=day_words(today, today))

    def take(day: dt.date) -> None:
        world.diary.drafts.say_night(session, day)
        rest.replace(log(rest, world))

    return AnswersStop(rest, _("Is this for last night?"), [(last, session.day), (new, today)], take)


class LeftStop(Stop):
    """An entry was begun before: nothing of it goes unasked."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        self._world = world
        self._today = meant_day(world.diary.now())
        draft = world.diary.drafts.draft
        super().__init__(rest, _("Log how I feel"), _begun(draft, self._today))

    def rows(self) -> Sequence[Row]:
        """Go on with it, for its own day or for today; or begin anew."""
        drafts = self._world.diary.drafts
        anew = Row(_("Begin anew. What you had begun is put away."), self._begin_anew)
        if drafts.asks_day and drafts.draft.day is not None:
            its, now = day_words(drafts.draft.day, self._today), day_words(self._today, self._today)
            return (
                Row(_("It is for {day}.").format(day=its), partial(self._go_on, for_today=False)),
                Row(_("It is for today, {day}.").format(day=now), partial(self._go_on, for_today=True)),
                anew,
            )
        return (Row(_("Go on with it."), partial(self._go_on, for_today=False)), anew)

    def _go_on(self, *, for_today: bool) -> None:
        drafts, known = self._world.diary.drafts, self._world.diary.store.sessions()
        draft = drafts.draft
        if for_today and not draft.session_said:
            draft.session = current_session(known, self._today)
        if for_today or draft.day is None:
            draft.say_day(self._today)
        draft.day_said = True
        drafts.go_on()
        drafts.touch()
        self.rest.replace(LogStop(self.rest, self._world))

    def _begin_anew(self) -> None:
        rest, diary = self.rest, self._world.diary
        diary.throw_away()
        diary.drafts.get_ready(diary.store.sessions())
        rest.replace(LogStop(rest, self._world), _("You begin anew."))


class LogStop(Stop):
    """What an entry says so far. One opens at what is not said yet."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        lead = _("Log how I feel.")
        if not world.diary.drafts.can_be_kept:
            lead = _("Your diary can only be read here. What you write now is gone when you close the guide.")
        super().__init__(rest, _("Log how I feel"), lead)
        self._world = world
        self._before: tuple[tuple[str, str | None], tuple[EffectReport, ...]] | None = None
        self.at = 0 if self._draft.session is None and not self._draft.session_said else 1

    def rows(self) -> Sequence[Row]:
        """The questions, then Save."""
        draft = self._draft
        rows = [Row(self._session_words(), self._ask_session), Row(self._felt_words(), self._ask_felt)]
        felt = [pick for pick in draft.picks if pick.level != 0]
        if felt:
            rows.append(Row(self._when_words(), self._ask_when))
            rows.append(Row(self._told_words(), self._ask_told))
        if draft.filled_by:
            rows.append(Row(_("Take back what was filled in."), self._take_back))
        elif not draft.picks:
            rows.append(Row(_("Nothing new to tell."), self._nothing_new))
            if self._last():
                rows.append(Row(_("The same as last time."), self._same))
        rows.append(Row(_("Save this entry."), self._save))
        rows.append(Row(self._functions_words(), self._ask_functions))
        rows.append(Row(_("A note or a temperature needs the screen and a keyboard. You can add them later.")))
        if not draft.is_empty:
            rows.append(Row(_("Throw this entry away."), self._throw_away))
        return rows

    def left(self) -> str:
        """Nothing of it is lost."""
        drafts = self._world.diary.drafts
        drafts.leave()
        if not drafts.was_left:
            return ""
        if drafts.is_on_disk:
            return _("What you began is kept in your diary. You can go on with it later.")
        return _("What you began stays until you close the guide. It could not be kept.")

    @property
    def _draft(self) -> Draft:
        return self._world.diary.drafts.draft

    # --- what is said so far ------------------------------------------------------------------------------------

    def _session_words(self) -> str:
        draft = self._draft
        if draft.session is None and not draft.session_said:
            return _("Which session is this about? Choose to say it.")
        return _("It is about: {session}.").format(session=_session_words(draft.session, "", self._today))

    def _felt_words(self) -> str:
        draft, catalogue = self._draft, self._world.catalogue()
        if draft.none_noticed:
            return _("Nothing new noticed. Choose to say what you felt.")
        if not draft.picks:
            return _("What did you feel? Choose to hear the list.")
        felt = "; ".join(level_of(pick, catalogue) for pick in draft.picks)
        return _("What you felt: {effects}.").format(effects=felt)

    def _when_words(self) -> str:
        draft = self._draft
        asked = [pick for pick in draft.picks if pick.level != 0]
        if draft.began_each:
            left = [pick for pick in asked if pick.began is None]
            return _("When it began: said of each.") if not left else _("When did it begin? Not said of all.")
        if draft.began is None:
            return _("When did it begin? Choose to say it.")
        return _("When it began: {when}.").format(when=onsets()[draft.began].own)

    def _told_words(self) -> str:
        asked = [pick for pick in self._draft.picks if pick.level != 0]
        said = [pick for pick in asked if pick.told_staff is not None]
        if not said:
            return _("Did you tell the staff? You can leave this out.")
        told = sum(bool(pick.told_staff) for pick in said)
        return _("You told the staff of {told} of {count}.").format(told=told, count=len(asked))

    def _functions_words(self) -> str:
        said = {name: value for name, value in self._draft.function.items() if value is not None}
        if not said:
            return _("How well did it go: seeing, walking and more? You can leave this out.")
        own = functions()
        values = (_("{name}: {value} of 10").format(name=own[name].own, value=value) for name, value in said.items())
        return "; ".join(values) + "."

    # --- what is asked ------------------------------------------------------------------------------------------

    @property
    def _today(self) -> dt.date:
        return meant_day(self._world.diary.now())

    def _ask_session(self) -> None:
        diary = self._world.diary
        offered = choices(self._draft, diary.store.sessions(), self._today, diary.access)
        answers = [(_session_words(session, name, self._today), name) for name, session in offered.items()]
        now = next((name for name, session in offered.items() if session == self._draft.session), None)

        def take(name: str) -> Words:
            self._draft.say_session(offered[name])
            diary.drafts.touch()
            return self._session_words()

        question = _("Which session is this about?")
        self.rest.enter(AnswersStop(self.rest, question, answers, take, now=now if self._draft.session_said else None))

    def _ask_felt(self) -> None:
        self.rest.enter(FeelingsStop(self.rest, self._world))

    def _ask_when(self) -> None:
        asked = [pick for pick in self._draft.picks if pick.level != 0]
        if self._draft.began_each:
            self.rest.enter(OnsetsStop(self.rest, self._world))
        else:
            self.rest.enter(onset_question(self.rest, self._world, None, may_differ=len(asked) > 1))

    def _ask_told(self) -> None:
        asked = [pick for pick in self._draft.picks if pick.level != 0]
        if len(asked) == 1:
            self.rest.enter(told_question(self.rest, self._world, asked[0].key))
        else:
            self.rest.enter(ToldStop(self.rest, self._world))

    def _ask_functions(self) -> None:
        self.rest.enter(FunctionsStop(self.rest, self._world))

    def _last(self) -> tuple[EffectReport, ...]:
        """The effects of the entry before: read once for a session, not at each press."""
        draft = self._draft
        about = (draft.id, draft.session.id if draft.session else None)
        if self._before is None or self._before[0] != about:
            self._before = about, offers.last_reports(self._world.diary.store, draft)
        return self._before[1]

    def _nothing_new(self) -> None:
        self._draft.fill_nothing(self._last())
        self._filled(_("Nothing new. Choose Save to keep that."))

    def _same(self) -> None:
        self._draft.fill_same(self._last())
        self._filled(_("As last time."))

    def _take_back(self) -> None:
        """A second time, each takes back what it filled in; what the person has said themselves stays."""
        draft = self._draft
        (draft.fill_same if draft.filled_by == "same" else draft.fill_nothing)(())
        self._filled(_("Taken back."))

    def _filled(self, words: str) -> None:
        self._world.diary.drafts.touch()
        self.at = 1
        self.rest.tell(words)

    def _throw_away(self) -> None:
        diary = self._world.diary
        diary.throw_away()
        self.rest.replace(ThrownStop(self.rest, self._world))

    # --- saving -------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        """*Saved* is said only once the entry is on disk."""
        rest, diary = self.rest, self._world.diary
        if diary.drafts.asks_day:
            rest.replace(LeftStop(rest, self._world), _("It is another day by now."))
            return
        if self._draft.missing is not None:
            self._ask_missing()
            return
        try:
            entry = diary.save()
        except TpeGuideError as error:
            words = _("Your entry is not saved. What you said is still here. {why}")
            rest.tell(words.format(why=describe(error)))
            return
        rest.replace(SavedStop(rest, self._world, entry, partial(log, rest, self._world)))

    def _ask_missing(self) -> None:
        missing = self._draft.missing
        assert missing is not None
        match missing.what:
            case "effect":
                self._go_to(1, _("It is not saved yet: it says nothing so far."))
            case "level" if missing.pick is not None:
                name = name_of(missing.pick, self._world.catalogue())
                self._go_to(1, _("It is not saved yet. Please say how bad this was: {effect}.").format(effect=name))
            case "when":
                self._go_to(2, _("It is not saved yet. Please say when it began."))
            case "session":
                self._go_to(0, _("It is not saved yet. Please say which session it is about."))
            case _:
                self.rest.tell(_("It is not saved yet. Something you typed needs another look, on the screen."))

    def _go_to(self, row: int, words: str) -> None:
        self.at = row
        self.rest.tell(words)


class ThrownStop(Stop):
    """What was written is put away; it can be brought back."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("Log how I feel"), _("What you had begun is put away."))
        self._world = world

    def rows(self) -> Sequence[Row]:
        """Bring it back, or not."""
        return (
            Row(_("Bring it back."), self._bring_back),
            Row(_("Begin another entry."), self._begin),
            Row(_("Go to the first list."), self.rest.home),
        )

    def _bring_back(self) -> None:
        self._world.diary.bring_back()
        self.rest.replace(LogStop(self.rest, self._world), _("It is back."))

    def _begin(self) -> None:
        self.rest.replace(log(self.rest, self._world))


def _session_words(session: ExchangeSession | None, name: str, today: dt.date) -> str:
    match name:
        case _ if name == NEW_TODAY:
            return _("A new session, today")
        case _ if name == NEW_YESTERDAY:
            return _("A new session, yesterday")
        case _ if name == NONE or session is None:
            return _("Not about a session")
    day = day_words(session.day, today)
    if name == NEW:
        return _("A new session, {day}").format(day=day)
    return _("Session {number}, {day}").format(number=session.number, day=day)


def _begun(draft: Draft, today: dt.date) -> str:
    if draft.begun is None:
        return _("You began this before.")
    day, time = day_words(draft.begun.date(), today), f"{draft.begun:%H:%M}"
    if draft.changes is not None:
        return _("You began to change an entry of {day}, {time}.").format(day=day, time=time)
    return _("You began this on {day} at {time}.").format(day=day, time=time)
