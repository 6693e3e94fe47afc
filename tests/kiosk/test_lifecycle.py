"""The kiosk's promise, told as stories and then tried with anything a stranger might do."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tpe_guide.kiosk.lifecycle import (
    COUNTDOWN_SECONDS,
    ERASED_SECONDS,
    LONGEST_IDLE,
    LONGEST_NAP,
    MOST_PATIENCE,
    READING_SPARE,
    SETTLE_SECONDS,
    AskStillThere,
    AskToFinish,
    AskWhetherFinished,
    Begin,
    Command,
    Erased,
    Event,
    Finish,
    Input,
    Lifecycle,
    MoreTime,
    Phase,
    Ponder,
    Reading,
    ReturnToGuide,
    ShowAttract,
    ShowErased,
    Shown,
    StartGuide,
    Succeed,
    Tick,
    Wipe,
)
from tpe_guide.policy import KIOSK

IDLE = KIOSK.idle_seconds or 0
FORGET = [Wipe(), ShowErased()]
RENEW = [Wipe(), ShowAttract()]


@dataclass
class Kiosk:
    """A kiosk whose timer rings when it was asked to, at a clock that only a test moves."""

    now: float = 1_000.0
    state: Lifecycle = field(default_factory=lambda: Lifecycle(seen=1_000.0, idle_limit=IDLE))
    obeyed: list[Command] = field(default_factory=list)
    wiped_at: float | None = None

    def hears(self, event: Event) -> list[Command]:
        self.state, commands = self.state.after(event, self.now)
        self.obeyed += commands
        if Wipe() in commands:
            self.wiped_at = self.now
        return list(commands)

    def waits(self, seconds: float) -> list[Command]:
        """Let time pass, waking whenever the machine asked for it; what it said meanwhile."""
        said, end = [], self.now + seconds
        while (wake := self.rings_in()) is not None and self.now + wake <= end:
            self.now += wake
            said += self.hears(Tick())
        self.now = end
        return said

    def rings_in(self) -> float | None:
        """The next wake in whole milliseconds, as a real timer counts."""
        wake = self.state.next_wake(self.now)
        return None if wake is None else max(1, ceil(wake * 1000 - 1e-6)) / 1000


@pytest.fixture
def kiosk() -> Kiosk:
    return Kiosk()


@pytest.fixture
def reading(kiosk: Kiosk) -> Kiosk:
    kiosk.hears(Begin("en"))
    return kiosk


def test_an_untouched_attract_screen_never_wakes(kiosk: Kiosk) -> None:
    assert kiosk.state.next_wake(kiosk.now) is None
    assert kiosk.waits(1_000_000) == []


def test_begin_opens_a_guide_in_the_language_that_was_picked(kiosk: Kiosk) -> None:
    assert kiosk.hears(Begin("es")) == [StartGuide("es")]
    assert kiosk.state.phase is Phase.IN_USE


def test_a_minute_without_touch_asks_then_counts_every_second_then_forgets(reading: Kiosk) -> None:
    assert reading.waits(IDLE - 0.001) == []
    assert reading.waits(0.001) == [AskStillThere(30)]
    assert reading.waits(COUNTDOWN_SECONDS - 0.001) == [AskStillThere(left) for left in range(29, 0, -1)]
    assert reading.waits(0.002) == FORGET
    assert reading.waits(ERASED_SECONDS) == [ShowAttract()]
    assert reading.state.next_wake(reading.now) is None


def test_every_touch_starts_the_minute_anew(reading: Kiosk) -> None:
    for __ in range(5):
        reading.waits(IDLE - 1)
        assert reading.hears(Input()) == []
    assert reading.obeyed == [StartGuide("en")]


def test_a_touch_in_the_last_second_keeps_the_visit(reading: Kiosk) -> None:
    reading.waits(IDLE + COUNTDOWN_SECONDS - 0.01)
    assert reading.hears(Input()) == [ReturnToGuide()]
    assert reading.waits(IDLE - 0.01) == []


def test_the_touch_that_says_yes_presses_nothing_beneath(reading: Kiosk) -> None:
    reading.waits(IDLE + 5)
    reading.hears(Input())
    assert reading.state.swallows(reading.now)
    assert reading.state.swallows(reading.now + SETTLE_SECONDS - 0.01)
    assert not reading.state.swallows(reading.now + SETTLE_SECONDS)


def test_a_second_tap_on_begin_presses_nothing_in_a_guide_that_was_slow_to_build(kiosk: Kiosk) -> None:
    kiosk.hears(Begin("en"))
    kiosk.now += 2 * SETTLE_SECONDS
    kiosk.hears(Shown())
    assert kiosk.state.swallows(kiosk.now)


def test_a_touch_just_as_the_question_appears_was_not_meant_for_it(reading: Kiosk) -> None:
    reading.waits(IDLE)
    assert reading.state.swallows(reading.now)


def test_i_am_done_wipes_at_once_from_anywhere(kiosk: Kiosk) -> None:
    assert kiosk.hears(Finish()) == RENEW
    kiosk.hears(Begin("en"))
    assert kiosk.hears(Finish()) == FORGET
    assert kiosk.hears(Finish()) == [ShowAttract()]
    kiosk.hears(Begin("en"))
    kiosk.waits(IDLE + 3)
    assert kiosk.hears(Finish()) == FORGET


def test_that_all_is_erased_stands_until_somebody_touches_it(reading: Kiosk) -> None:
    reading.hears(Finish())
    assert reading.waits(ERASED_SECONDS - 0.01) == []
    assert reading.state.swallows(reading.now - ERASED_SECONDS + 0.1), "the tap that ended the visit was no other"
    assert reading.hears(Input()) == [ShowAttract()]
    assert reading.state.swallows(reading.now), "what invites was not what the finger met"
    assert reading.state.phase is Phase.ATTRACT
    assert not reading.state.touched


class TestAfterAnotherProcess:
    """Each visit has a process of its own: the next says that all is erased, once that of the visit has ended."""

    def test_it_says_so_when_that_is_proven_and_stays_as_long_from_then_on(self, kiosk: Kiosk) -> None:
        assert kiosk.hears(Succeed()) == [ShowErased()]
        assert kiosk.waits(ERASED_SECONDS - 1) == []
        assert kiosk.hears(Erased()) == [ShowErased(proven=True)]
        assert kiosk.waits(ERASED_SECONDS - 0.01) == []
        assert kiosk.waits(0.02) == [ShowAttract()]

    def test_whoever_does_not_wait_for_it_begins(self, kiosk: Kiosk) -> None:
        kiosk.hears(Succeed())
        assert kiosk.hears(Input()) == [ShowAttract()]
        assert kiosk.hears(Erased()) == [], "it is nobody's business any more"
        assert kiosk.hears(Begin("en")) == [StartGuide("en")]

    def test_a_visitor_who_began_in_the_process_before_is_not_asked_to_begin_again(self, kiosk: Kiosk) -> None:
        kiosk.hears(Succeed())
        assert kiosk.hears(Begin("es")) == [StartGuide("es")]

    def test_it_disturbs_no_visit(self, reading: Kiosk) -> None:
        assert reading.hears(Succeed()) == []
        assert reading.hears(Erased()) == []


def test_finishing_asks_once_and_goes_on_if_that_was_not_meant(reading: Kiosk) -> None:
    assert reading.hears(AskToFinish()) == [AskWhetherFinished()]
    assert reading.hears(Input()) == [ReturnToGuide()]
    assert reading.state.phase is Phase.IN_USE
    reading.hears(AskToFinish())
    assert reading.hears(Finish()) == FORGET


def test_whoever_leaves_that_question_open_is_asked_whether_they_are_there(reading: Kiosk) -> None:
    reading.hears(AskToFinish())
    assert reading.waits(IDLE - 1) == []
    assert reading.hears(Ponder()) == [], "a key that moves between the answers"
    assert reading.waits(IDLE + COUNTDOWN_SECONDS)[:1] == [AskStillThere(COUNTDOWN_SECONDS)]
    assert reading.state.phase is Phase.ERASED


class TestPatience:
    """Nobody is asked in the middle of a page, nor so often after they have said that they still read."""

    def test_a_page_of_two_minutes_is_not_interrupted_after_one(self, reading: Kiosk) -> None:
        reading.hears(Reading(120))
        assert reading.waits(120 * READING_SPARE - 0.01) == []
        assert reading.waits(0.02) == [AskStillThere(COUNTDOWN_SECONDS)]

    def test_a_short_page_gives_the_time_that_any_page_gives(self, reading: Kiosk) -> None:
        reading.hears(Reading(120))
        reading.hears(Reading(5))
        assert reading.waits(IDLE) == [AskStillThere(COUNTDOWN_SECONDS)]

    def test_more_time_is_remembered_in_that_visit_and_not_in_the_next(self, reading: Kiosk) -> None:
        reading.waits(IDLE)
        assert reading.hears(MoreTime()) == [ReturnToGuide()]
        assert reading.waits(2 * IDLE - 0.01) == []
        assert reading.waits(0.02) == [AskStillThere(COUNTDOWN_SECONDS)]
        reading.hears(Finish())
        reading.hears(Input())
        reading.hears(Begin("en"))
        assert reading.waits(IDLE) == [AskStillThere(COUNTDOWN_SECONDS)]

    def test_there_is_an_end_to_it(self, reading: Kiosk) -> None:
        reading.hears(Reading(60))
        for __ in range(9):
            reading.hears(MoreTime())
        assert reading.state.patience_seconds == 60 * READING_SPARE * MOST_PATIENCE
        reading.hears(Reading(100_000))
        assert reading.state.patience_seconds == LONGEST_IDLE

    def test_a_clinic_may_want_more_than_that(self) -> None:
        assert Lifecycle(seen=0, idle_limit=900, phase=Phase.IN_USE).patience_seconds == 900


def test_choosing_with_keys_gives_the_countdown_its_time_again(reading: Kiosk) -> None:
    reading.waits(IDLE + 20)
    assert reading.hears(Ponder()) == [AskStillThere(30)]
    assert reading.waits(COUNTDOWN_SECONDS - 0.01)[-1] == AskStillThere(1)
    assert reading.waits(0.02) == FORGET


def test_an_attract_screen_that_was_touched_and_left_becomes_as_new(kiosk: Kiosk) -> None:
    kiosk.hears(Input())
    assert kiosk.waits(IDLE) == RENEW
    assert kiosk.state.next_wake(kiosk.now) is None


def test_a_late_timer_still_asks_with_the_time_that_is_really_left(reading: Kiosk) -> None:
    reading.now += IDLE + 12.5
    assert reading.hears(Tick()) == [AskStillThere(18)]


def test_a_touch_before_a_late_timer_could_ask_is_simply_a_touch(reading: Kiosk) -> None:
    reading.now += IDLE + 12.5
    assert reading.hears(Input()) == []
    assert not reading.state.swallows(reading.now)


@pytest.mark.parametrize(
    "event", [Tick(), Input(), Ponder(), MoreTime(), Reading(60), AskToFinish(), Begin("en"), Finish(), Shown()]
)
def test_after_a_night_asleep_whoever_opens_the_lid_sees_nothing_of_the_visit(reading: Kiosk, event: Event) -> None:
    reading.now += 8 * 3600
    assert reading.state.next_wake(reading.now) == 0
    assert reading.hears(event) == FORGET
    assert reading.state.phase is Phase.ERASED
    assert reading.state.swallows(reading.now)


def test_a_clock_set_back_undoes_no_more_than_one_nap(reading: Kiosk) -> None:
    reading.waits(IDLE - LONGEST_NAP)
    reading.now -= 5_000
    assert reading.hears(Tick()) == []
    assert reading.state.next_wake(reading.now) == pytest.approx(LONGEST_NAP)
    assert reading.waits(LONGEST_NAP + 0.001) == [AskStillThere(30)]


# Anything a stranger might do

INPUTS = st.sampled_from([Input(), Ponder(), AskToFinish(), Begin("en"), Begin("es")])
PATIENT = st.sampled_from([MoreTime(), Reading(30), Reading(120), Reading(1e6)])
EVENTS = st.one_of(INPUTS, st.sampled_from([Tick(), Finish(), Shown()]))
PAUSES = st.one_of(
    st.floats(0, 0.6), st.floats(0, 130), st.sampled_from([0.0, 1.0, 30.0, 59.999, 60.0, 89.999, 90.0, 1e6])
)
DAYS = st.lists(st.tuples(PAUSES, EVENTS), max_size=60)
PATIENT_DAYS = st.lists(st.tuples(PAUSES, st.one_of(EVENTS, PATIENT)), max_size=60)
IS_INPUT = (Input, Ponder, AskToFinish, Begin, MoreTime, Reading)


@settings(deadline=None)
@given(PATIENT_DAYS)
def test_what_is_wiped_is_said_to_be_and_a_guide_only_ever_follows_begin(
    day: list[tuple[float, Event]],
) -> None:
    kiosk = Kiosk()
    for pause, event in day:
        kiosk.waits(pause)
        kiosk.hears(event)
    kiosk.waits(LONGEST_IDLE + 1_000)
    on_screen: Command = ShowAttract()
    for at, command in enumerate(kiosk.obeyed):
        match command:
            case Wipe():
                wanted = ShowAttract() if on_screen == ShowAttract() else ShowErased()
                assert kiosk.obeyed[at + 1] == wanted
            case ShowErased():
                assert kiosk.obeyed[at - 1] == Wipe()
            case ShowAttract():
                assert kiosk.obeyed[at - 1] == Wipe() or on_screen == ShowErased()
            case StartGuide():
                assert on_screen in (ShowAttract(), ShowErased()), "or what was begun in the process before"
            case AskWhetherFinished():
                assert isinstance(on_screen, StartGuide | ReturnToGuide)
            case ReturnToGuide():
                assert isinstance(on_screen, AskStillThere | AskWhetherFinished)
            case AskStillThere(left):
                assert 1 <= left <= COUNTDOWN_SECONDS
                assert on_screen not in (ShowAttract(), ShowErased())
        on_screen = command if not isinstance(command, Wipe) else on_screen
    assert kiosk.state.phase is Phase.ATTRACT
    assert not kiosk.state.touched


@given(DAYS)
def test_no_visit_outlives_its_last_input_by_more_than_ninety_seconds(day: list[tuple[float, Event]]) -> None:
    outlives(IDLE + COUNTDOWN_SECONDS, day)


@settings(deadline=None)
@given(PATIENT_DAYS)
def test_nor_by_more_than_the_longest_patience(day: list[tuple[float, Event]]) -> None:
    outlives(LONGEST_IDLE + COUNTDOWN_SECONDS, day)


def outlives(longest: float, day: list[tuple[float, Event]]) -> None:
    kiosk, last_input = Kiosk(), 1_000.0
    for pause, event in day:
        kiosk.waits(pause)
        if kiosk.now - last_input > longest + 1e-6:
            assert kiosk.state.phase in (Phase.ATTRACT, Phase.ERASED)
            assert not kiosk.state.touched
        kiosk.hears(event)
        if isinstance(event, IS_INPUT):
            last_input = kiosk.now


@given(DAYS)
def test_an_input_in_time_never_loses_the_visit(day: list[tuple[float, Event]]) -> None:
    kiosk = Kiosk()
    kiosk.hears(Begin("en"))
    for pause, event in day:
        kiosk.waits(min(pause, IDLE + COUNTDOWN_SECONDS - 0.001))
        kiosk.hears(Input() if isinstance(event, Finish) else event)
        kiosk.hears(Input())
        assert kiosk.state.phase is Phase.IN_USE
    assert Wipe() not in kiosk.obeyed


@settings(deadline=None)
@given(PATIENT_DAYS)
def test_the_timer_always_moves_on(day: list[tuple[float, Event]]) -> None:
    """Asking to be woken and having nothing to do would keep the processor busy for ever."""
    kiosk = Kiosk()
    for pause, event in day:
        kiosk.now += pause
        kiosk.hears(event)
        naps = 0
        while (wake := kiosk.state.next_wake(kiosk.now)) is not None and wake < 1e-9:
            kiosk.now += 0.001
            kiosk.hears(Tick())
            naps += 1
            assert naps < 3


@given(st.lists(st.tuples(st.floats(-1e4, 200), EVENTS), max_size=40), st.floats(90.001, 1e4))
def test_a_clock_that_jumps_about_never_leaves_a_wipe_undone(day: list[tuple[float, Event]], quiet: float) -> None:
    kiosk = Kiosk()
    for jump, event in day:
        kiosk.now += jump
        kiosk.hears(event)
    kiosk.waits(quiet)
    kiosk.waits(ERASED_SECONDS + 1e-3)
    assert kiosk.state.phase is Phase.ATTRACT
    assert not kiosk.state.touched
