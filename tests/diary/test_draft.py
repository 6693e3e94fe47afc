"""An entry while it is tapped together, without a screen."""

from __future__ import annotations

import datetime as dt
import json
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diary.strategies import days, entries, instants, levels, sessions, texts
from tpe_guide.diary.draft import Draft, Missing
from tpe_guide.diary.kinds import TEXT_LIMIT
from tpe_guide.diary.model import EffectReport, Entry, ExchangeSession
from tpe_guide.diary.pick import Filled, Pick
from tpe_guide.diary.sheet_steps import NAMES
from tpe_guide.diary.typed import over
from tpe_guide.vocabulary import terms

NOW = dt.datetime(2026, 5, 8, 19, 40, tzinfo=dt.timezone(dt.timedelta(hours=2)))
SESSION = ExchangeSession("s3", 3, NOW.date())
LAST = (EffectReport("tingling", 2, "during"), EffectReport("tired", 1, "at-home"))
ZONES = ("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati", "Australia/Lord_Howe")
moments = st.datetimes(dt.datetime(1950, 1, 2), dt.datetime(2150, 1, 1), timezones=st.sampled_from(ZONES).map(ZoneInfo))

picks = st.builds(
    Pick,
    key=st.uuids().map(str),
    effect=st.sampled_from(terms.ALL_EFFECTS),
    words=texts,
    level=st.sampled_from(terms.SEVERITIES) | st.none(),
    began=st.sampled_from(terms.ONSETS) | st.none(),
    told_staff=st.booleans() | st.none(),
    unlike_usual=st.booleans() | st.none(),
)
drafts = st.builds(
    Draft,
    id=st.uuids().map(str),
    begun=instants | st.none(),
    day=days | st.none(),
    day_said=st.booleans(),
    session=sessions("s1") | st.none(),
    session_said=st.booleans(),
    moment=st.sampled_from(terms.MOMENTS) | st.none(),
    reporter=st.sampled_from(terms.REPORTERS),
    picks=st.lists(picks, max_size=3, unique_by=lambda pick: pick.key).map(tuple),
    aside=st.lists(picks, max_size=2, unique_by=lambda pick: pick.key).map(tuple),
    began=st.sampled_from(terms.ONSETS) | st.none(),
    began_each=st.booleans(),
    filled=st.lists(st.builds(Filled, st.just("tired"), st.integers(0, 3), st.booleans()), max_size=2).map(tuple),
    filled_by=st.sampled_from(["", "same", "nothing"]),
    function=st.dictionaries(st.sampled_from(terms.FUNCTIONS), levels),
    temperature=texts,
    note=texts | st.just("a" * 5000),
    changes=entries("e1", ["s1"]) | st.none(),
    sheet=st.just({}) | st.dictionaries(st.sampled_from(NAMES), texts, max_size=4),
    waiting=st.lists(texts, max_size=2).map(tuple),
)


def begun(now: dt.datetime = NOW) -> Draft:
    return Draft.begin(now, [SESSION])


def tapped(effect: str = "tingling", level: int | None = 1, began: terms.Onset | None = "during") -> Draft:
    draft = begun()
    answer(draft, effect, level)
    draft.began = began
    return draft


def answer(draft: Draft, effect: str, level: int | None) -> Pick:
    draft.pick(effect)
    pick = draft.pick_of(effect)
    assert pick is not None
    pick.level = level
    return pick


def missing(draft: Draft) -> str:
    return draft.missing.what if draft.missing else ""


class TestThreeTaps:
    def test_three_answers_make_an_entry(self) -> None:
        entry = tapped().entry(NOW)
        assert (entry.session, entry.day, entry.moment) == ("s3", NOW.date(), "evening")
        assert entry.effects == (EffectReport("tingling", 1, "during"),)

    def test_two_do_not_and_it_says_which_is_missing(self) -> None:
        assert missing(begun()) == "effect"
        assert tapped(level=None).missing == Missing("level", Pick("tingling", "tingling"))
        assert missing(tapped(began=None)) == "when"
        assert tapped().ready

    def test_what_was_not_there_began_at_no_time(self) -> None:
        draft = tapped(level=0, began=None)
        assert draft.ready
        assert draft.entry(NOW).effects == (EffectReport("tingling", 0, "unknown"),)

    def test_which_session_is_known_by_the_days_or_once_it_is_said(self) -> None:
        draft = Draft.begin(NOW, [])
        draft.note = "a word"
        assert missing(draft) == "session"
        draft.say_session(None)
        assert draft.ready
        assert draft.entry(NOW).session is None

    def test_making_an_entry_changes_nothing_so_that_a_failed_save_can_be_tried_again(self) -> None:
        draft = tapped()
        before = draft.to_json()
        assert draft.entry(NOW) == draft.entry(NOW), "the same entry, should both have been written"
        assert draft.to_json() == before

    @pytest.mark.parametrize(
        "alone", [{"note": "I slept badly."}, {"temperature": "38,2"}, {"function": {"walking": 4}}]
    )
    def test_a_note_a_temperature_or_a_function_alone_is_enough(self, alone: dict[str, object]) -> None:
        draft = begun()
        for name, value in alone.items():
            setattr(draft, name, value)
        assert draft.ready
        assert not draft.is_empty
        entry = draft.entry(NOW)
        assert (entry.effects, entry.none_noticed) == ((), False)


class TestSeveral:
    def test_each_has_its_level_and_one_beginning_holds_for_all(self) -> None:
        draft = tapped()
        answer(draft, "tired", 3)
        assert [(one.severity, one.began) for one in draft.entry(NOW).effects] == [(1, "during"), (3, "during")]

    def test_unless_it_is_not_the_same_for_all(self) -> None:
        draft = tapped()
        tired = answer(draft, "tired", 3)
        draft.set_began_each(True)
        tired.began = "next-day"
        assert [one.began for one in draft.entry(NOW).effects] == ["during", "next-day"]
        draft.set_began_each(False)
        assert [one.began for one in draft.entry(NOW).effects] == ["during", "during"]
        draft.set_began_each(True)
        assert [one.began for one in draft.entry(NOW).effects] == ["during", "next-day"]

    def test_own_words_are_as_many_as_there_are(self) -> None:
        draft = begun()
        for words in ("a buzz in my ears", "my scarf felt heavy"):
            draft.pick_other()
            draft.picks[-1].words = words
            draft.picks[-1].level = 2
        draft.pick("tired")
        draft.pick("tired")
        draft.began = "at-home"
        assert [one.words for one in draft.entry(NOW).effects] == ["a buzz in my ears", "my scarf felt heavy"]

    def test_something_else_pressed_by_slip_is_gone_with_a_second_press(self) -> None:
        draft = begun()
        draft.pick_other()
        draft.pick_other()
        assert draft.is_empty

    def test_what_the_person_named_before_is_one_tap(self) -> None:
        draft = begun()
        draft.pick_own("a buzz")
        draft.picks[0].level = 2
        draft.pick_own("a buzz")
        assert not draft.picks
        draft.pick_own("a buzz")
        assert [(pick.effect, pick.words, pick.level) for pick in draft.picks] == [("other", "a buzz", 2)]

    def test_whether_staff_was_told_is_said_of_each_or_of_none(self) -> None:
        draft = tapped()
        answer(draft, "tired", 3).told_staff = True
        answer(draft, "cold", 2).told_staff = False
        assert [one.told_staff for one in draft.entry(NOW).effects] == [None, True, False]


class TestEveryTapCanBeTakenBack:
    @given(drafts, st.sampled_from(terms.EFFECTS))
    def test_a_chip_pressed_twice_leaves_the_entry_as_it_was(self, draft: Draft, effect: str) -> None:
        known = {pick.key for pick in draft.picks}
        before = draft.entry(NOW).effects
        draft.pick(effect)
        draft.pick(effect)
        after = draft.entry(NOW).effects
        assert sorted(map(str, after)) == sorted(map(str, before)) or effect in known

    def test_a_chip_taken_out_and_up_again_has_all_its_answers(self) -> None:
        draft = tapped()
        draft.pick("tingling")
        assert not draft.picks
        draft.pick("tingling")
        assert draft.picks[0].level == 1

    def test_own_words_taken_out_are_not_lost(self) -> None:
        draft = begun()
        draft.pick_other()
        draft.picks[0].words = "a buzz"
        draft.take_out(draft.picks[0].key)
        assert not draft.is_empty
        draft.put_back(draft.aside[0].key)
        assert [pick.words for pick in draft.picks] == ["a buzz"]

    @given(drafts, st.sampled_from(["same", "nothing"]))
    def test_so_can_same_as_last_time_and_nothing_new(self, draft: Draft, by: str) -> None:
        draft.filled, draft.filled_by = (), ""
        fill = draft.fill_same if by == "same" else draft.fill_nothing
        before = draft.entry(NOW)
        fill(LAST)
        fill(LAST)
        assert draft.entry(NOW) == before


class TestNothingNew:
    def test_it_says_none_of_what_the_entry_before_named_and_of_nothing_else(self) -> None:
        draft = begun()
        draft.fill_nothing(LAST)
        assert draft.ready
        entry = draft.entry(NOW)
        assert [(one.effect, one.severity) for one in entry.effects] == [("tingling", 0), ("tired", 0)]
        assert not entry.none_noticed

    def test_with_none_to_name_it_is_an_answer_of_its_own(self) -> None:
        draft = begun()
        draft.fill_nothing(())
        assert draft.ready
        assert (draft.entry(NOW).none_noticed, draft.entry(NOW).effects) == (True, ())

    def test_pressed_by_slip_it_destroys_nothing(self) -> None:
        draft = tapped(level=3)
        answer(draft, "cold", 2)
        draft.fill_nothing(LAST)
        assert [(pick.effect, pick.level) for pick in draft.picks] == [("tingling", 3), ("cold", 2), ("tired", 0)]
        draft.fill_nothing(LAST)
        assert [(pick.effect, pick.level) for pick in draft.picks] == [("tingling", 3), ("cold", 2)]

    def test_what_was_noticed_after_all_is_not_nothing(self) -> None:
        draft = begun()
        draft.fill_nothing(())
        answer(draft, "tired", 2)
        assert not draft.none_noticed
        draft.pick("tired")
        assert draft.none_noticed


class TestSameAsLastTime:
    def test_it_fills_effects_and_levels_and_is_not_yet_an_answer_to_when(self) -> None:
        draft = begun()
        draft.fill_same(LAST)
        assert [(pick.effect, pick.level) for pick in draft.picks] == [("tingling", 2), ("tired", 1)]
        assert missing(draft) == "when"

    def test_what_was_said_before_stays(self) -> None:
        draft = tapped(level=3)
        draft.fill_same(LAST)
        assert [pick.level for pick in draft.picks] == [3, 1]

    def test_what_was_changed_since_is_not_taken_back(self) -> None:
        draft = begun()
        draft.fill_same(LAST)
        draft.picks[0].level = 3
        draft.fill_same(LAST)
        assert [(pick.effect, pick.level) for pick in draft.picks] == [("tingling", 3)]

    def test_own_words_come_along(self) -> None:
        draft = begun()
        draft.fill_same([EffectReport("other", 1, words="a buzz"), EffectReport("other", 2, words="a hum")])
        assert [(pick.words, pick.level) for pick in draft.picks] == [("a buzz", 1), ("a hum", 2)]


class TestTheDayThatIsMeant:
    def test_it_is_the_day_on_which_it_was_begun_however_late_it_is_saved(self) -> None:
        draft = begun(NOW.replace(hour=23, minute=50))
        draft.note = "a word"
        late = NOW + dt.timedelta(days=3)
        assert draft.entry(late).day == NOW.date()
        assert draft.is_for_another_day(late)
        assert not draft.is_for_another_day(NOW.replace(hour=23, minute=59))

    def test_once_it_is_said_it_is_not_asked_again(self) -> None:
        draft = begun()
        draft.say_day(NOW.date())
        assert not draft.is_for_another_day(NOW + dt.timedelta(days=3))

    def test_last_night_is_the_evening_of_the_session(self) -> None:
        after_midnight = dt.datetime(2026, 5, 9, 0, 40, tzinfo=NOW.tzinfo)
        draft = begun(after_midnight)
        draft.say_day(NOW.date())
        entry = draft.entry(after_midnight)
        assert (entry.day, entry.moment, entry.recorded_at) == (NOW.date(), "evening", after_midnight)
        draft.say_day(after_midnight.date())
        assert (draft.entry(after_midnight).day, draft.meant_moment) == (after_midnight.date(), "next-day")

    @pytest.mark.parametrize(
        ("moment", "day"), [("during", "05-08"), ("evening", "05-08"), ("next-day", "05-09"), ("later", "05-12")]
    )
    def test_a_moment_that_is_said_takes_its_day_along(self, moment: terms.Moment, day: str) -> None:
        late = NOW + dt.timedelta(days=4)
        draft = begun(late)
        draft.say_session(SESSION)
        assert draft.meant_moment == "later"
        draft.moment = moment
        entry = draft.entry(late)
        assert (entry.moment, entry.day) == (moment, dt.date.fromisoformat(f"2026-{day}"))

    @given(moments, st.timedeltas(dt.timedelta(days=-400), dt.timedelta(days=400)))
    def test_neither_zone_nor_clock_moves_it_afterwards(self, now: dt.datetime, later: dt.timedelta) -> None:
        # Over midnight, the change of clocks, leap days, year ends, and a clock that is set back.
        draft = Draft.begin(now, [])
        draft.note = "a word"
        behind = (now.date() - draft.entry(now + later).day).days
        assert behind == (1 if now.hour < 4 else 0)
        again = Draft.from_json(draft.to_json())
        assert again is not None
        assert again.entry(now + later).day == draft.entry(now).day

    @given(moments, st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)))
    def test_a_day_that_is_said_is_the_day(self, now: dt.datetime, day: dt.date) -> None:
        draft = Draft.begin(now, [ExchangeSession("s1", 1, now.date())])
        draft.say_day(day)
        assert draft.entry(now).day == day


class TestChanging:
    @given(entries("e1", ["s1"]), days, instants)
    def test_what_is_not_touched_stays_as_it_is(self, entry: Entry, day: dt.date, now: dt.datetime) -> None:
        session = ExchangeSession("s1", 1, day) if entry.session else None
        changed = Draft.of(entry, session).entry(now)
        assert (changed.id, changed.recorded_at, changed.extra) == (entry.id, entry.recorded_at, entry.extra)
        assert (changed.day, changed.moment, changed.reporter, changed.temperature_c) == (
            entry.day,
            entry.moment,
            entry.reporter,
            entry.temperature_c,
        )
        assert [(one.effect, one.severity, one.extra) for one in changed.effects] == [
            (one.effect, one.severity, one.extra) for one in entry.effects
        ]
        assert (changed.note, changed.none_noticed) == (entry.note.strip(), entry.none_noticed)

    def test_a_change_is_a_change_of_that_entry(self) -> None:
        entry = tapped().entry(NOW)
        draft = Draft.of(entry, SESSION)
        draft.picks[0].level = 3
        assert draft.entry(NOW + dt.timedelta(hours=1)) == Draft.of(entry, SESSION).entry(NOW).__class__(
            **{
                **{name: getattr(entry, name) for name in entry.__slots__},
                "effects": (EffectReport("tingling", 3, "during"),),
            }
        )


class TestOnDisk:
    @given(drafts)
    def test_it_comes_back_as_it_was(self, draft: Draft) -> None:
        taken = {pick.key for pick in draft.picks}
        draft.aside = tuple(pick for pick in draft.aside if pick.key not in taken)
        assert Draft.from_json(draft.to_json()) == draft

    @given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
    def test_what_is_damaged_is_none(self, body: str) -> None:
        assert Draft.from_json(body) is None

    @given(drafts, st.integers(0, 10_000), st.characters())
    def test_a_flipped_character_is_a_draft_or_none(self, draft: Draft, place: int, character: str) -> None:
        body = draft.to_json()
        place %= len(body)
        found = Draft.from_json(body[:place] + character + body[place + 1 :])
        assert found is None or isinstance(found, Draft)

    def test_what_a_newer_version_keeps_in_it_stays(self) -> None:
        body = json.dumps(json.loads(begun().to_json()) | {"x-new": 1})
        found = Draft.from_json(body)
        assert found is not None
        assert json.loads(found.to_json())["x-new"] == 1


class TestTyped:
    def test_one_that_is_none_is_not_saved_and_not_lost(self) -> None:
        draft = tapped()
        draft.temperature = "101"
        assert missing(draft) == "temperature"
        assert not draft.is_empty

    def test_a_text_over_the_limit_waits_whole(self) -> None:
        draft = tapped()
        draft.note = "a" * (TEXT_LIMIT + 1)
        assert missing(draft) == "note"
        assert over(draft.note) == 1
        found = Draft.from_json(draft.to_json())
        assert found is not None
        assert found.note == draft.note

    def test_how_the_person_functions_is_kept_within_its_range(self) -> None:
        draft = begun()
        draft.set_function("vision", 11)
        draft.set_function("walking", 0)
        assert draft.function == {"walking": 0}
        draft.set_function("walking", None)
        assert draft.is_empty
