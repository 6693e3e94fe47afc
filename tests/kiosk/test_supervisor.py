"""The parent of the kiosk, with processes that are only names: who is on show, who is warm, and what ends whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tpe_guide.kiosk.health import Health
from tpe_guide.kiosk.restarts import LONGEST, PATIENT
from tpe_guide.kiosk.supervisor import (
    CLOSE_SECONDS,
    END_SECONDS,
    HUNG_SECONDS,
    MOST_REFUSALS,
    MOST_SCALES,
    PING_SECONDS,
    REST,
    SHOW_SECONDS,
    VISIT,
    Supervisor,
)


@dataclass(eq=False)
class Fake:
    part: str
    number: int
    code: int | None = None
    told: list[str] = field(default_factory=list)
    killed: bool = False

    def tell(self, words: str) -> None:
        self.told.append(words)

    def kill(self) -> None:
        self.killed = True


class World:
    """A supervisor, its processes in the order of their start, and a clock."""

    def __init__(self, folder: Path, wait: int = 0) -> None:
        self.now = 1000.0
        self.started: list[Fake] = []
        self.health = Health(folder)
        self.said: list[str] = []
        self.asked: list[str] = []
        self.scales: list[str] = []
        self.wait = wait
        self.refuses = False
        self.kiosk = Supervisor(
            self.start, lambda: self.now, self.health, self.check, self.said.append, self.scales.append
        )
        self.kiosk.begin()

    def start(self, part: str) -> Fake:
        if self.refuses:
            raise BlockingIOError("no room for one more process")
        self.started.append(Fake(part, len(self.started) + 1))
        return self.started[-1]

    def check(self, digits: str) -> int:
        self.asked.append(digits)
        return self.wait

    def hear(self, process: Fake, *words: str) -> None:
        for each in words:
            self.kiosk.hear(process, each)

    def passes(self, seconds: float) -> None:
        self.now += seconds
        self.kiosk.tick()

    def crash(self, process: Fake, code: int = -11) -> None:
        process.code = code
        self.hear(process, "")

    def on_show_and_warm(self) -> tuple[Fake, Fake]:
        first = self.started[0]
        self.hear(first, "ready", "shown")
        second = self.started[1]
        self.hear(second, "ready")
        return first, second


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_the_first_shows_itself_once_it_is_ready_and_the_next_warms_up_behind_it(world: World) -> None:
    (first,) = world.started
    assert (first.part, first.told) == (VISIT, [])
    world.hear(first, "ready")
    assert first.told == ["show"]
    assert len(world.started) == 1, "two at once would make each of them slower"
    world.hear(first, "shown")
    assert [each.part for each in world.started] == [VISIT, VISIT]
    world.hear(world.started[1], "ready")
    assert world.started[1].told == [], "it waits for its turn"


def test_after_a_visit_the_old_one_ends_only_once_the_new_one_is_shown(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.hear(first, "done")
    assert second.told == ["show after"]
    assert "end" not in first.told
    world.hear(second, "shown")
    assert first.told[-1] == "end"
    assert world.health.facts["visits_wiped"] == 1
    assert len(world.started) == 3


def test_a_visit_that_ends_before_the_next_is_warm_waits_for_it(world: World) -> None:
    first = world.started[0]
    world.hear(first, "ready", "shown", "done")
    assert "end" not in first.told
    world.hear(world.started[1], "ready")
    assert world.started[1].told == ["show after"]


def test_a_touch_between_two_processes_is_not_lost(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.hear(first, "done", "begin de")
    world.hear(second, "shown")
    assert second.told == ["show after", "begin de"]
    world.hear(second, "done")
    world.hear(world.started[2], "ready", "shown")
    assert world.started[2].told == ["show after"], "it was one touch"


def test_who_is_not_done_passes_nothing_on(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.hear(first, "begin de", "done")
    world.hear(second, "shown")
    assert second.told == ["show after"]


def test_that_all_is_erased_is_said_once_the_process_of_the_visit_has_ended(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.hear(first, "done")
    world.hear(second, "shown")
    assert "erased" not in second.told, "its memory is not the system's yet"
    world.crash(first, 0)
    assert second.told == ["show after", "erased"]


def test_of_one_that_must_be_killed_it_is_said_only_then(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.hear(first, "done")
    world.hear(second, "shown")
    world.passes(END_SECONDS + 0.1)
    assert first.killed
    assert "erased" not in second.told
    world.crash(first, -9)
    assert second.told[-1] == "erased"


def test_one_that_does_not_end_is_killed(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.hear(first, "done")
    world.hear(second, "shown")
    world.passes(END_SECONDS - 0.1)
    assert not first.killed
    world.passes(0.2)
    assert first.killed


def test_where_the_one_on_show_crashes_the_warm_one_is_there_at_once(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.crash(first)
    assert second.told == ["show"]
    world.hear(second, "shown")
    assert len(world.started) == 2, "the next one waits a second"
    world.passes(1.0)
    assert len(world.started) == 3
    assert (world.health.facts["crashes"], world.health.facts["last_crash_code"]) == (1, -11)


def test_each_crash_in_a_row_is_waited_for_longer(world: World) -> None:
    waits = []
    for _crash in range(8):
        count = len([each for each in world.started if each.part == VISIT])
        world.crash([each for each in world.started if each.part == VISIT][-1])
        begun = world.now
        while len([each for each in world.started if each.part == VISIT]) == count:
            world.passes(0.5)
        waits.append(world.now - begun)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_where_nothing_is_left_to_show_a_calm_page_stands_there_until_one_is_well(world: World) -> None:
    for _crash in range(PATIENT):
        world.crash([each for each in world.started if each.part == VISIT][-1])
        world.passes(LONGEST)
    (rest,) = [each for each in world.started if each.part == REST]
    assert world.health.facts["state"] == "resting"
    well = [each for each in world.started if each.part == VISIT][-1]
    world.hear(rest, "shown")
    world.hear(well, "ready", "shown")
    assert rest.told == ["end"]
    assert world.health.facts["state"] == "on show"


def test_a_visit_that_went_well_makes_the_next_crash_a_first_one(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.crash(first)
    world.hear(second, "shown")
    world.passes(1)
    world.hear(second, "done")
    world.hear(world.started[2], "ready", "shown")
    world.crash(world.started[3])
    world.passes(1)
    assert len(world.started) == 5


def test_a_calm_page_that_crashes_is_not_tried_at_once(world: World) -> None:
    for _crash in range(PATIENT):
        world.crash([each for each in world.started if each.part == VISIT][-1])
        world.passes(LONGEST)
    rests = [each for each in world.started if each.part == REST]
    world.crash(rests[0])
    world.passes(1)
    assert [each for each in world.started if each.part == REST] == rests


def test_one_that_does_not_answer_is_taken_for_dead(world: World) -> None:
    first, _second = world.on_show_and_warm()
    world.passes(PING_SECONDS)
    assert first.told[-1] == "ping"
    world.hear(first, "pong")
    for _quarter in range(int(HUNG_SECONDS // PING_SECONDS)):
        world.passes(PING_SECONDS)
    assert not first.killed
    world.passes(PING_SECONDS)
    assert first.killed


def test_one_that_does_not_show_itself_when_its_turn_comes_is_replaced_soon(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.hear(first, "done")
    assert world.kiosk.next_wake() <= SHOW_SECONDS < PING_SECONDS
    world.passes(SHOW_SECONDS - 0.1)
    assert not second.killed
    world.passes(0.1)
    assert second.killed


def test_a_warm_one_may_wait_all_night(world: World) -> None:
    first, second = world.on_show_and_warm()
    for _quarter in range(4000):
        world.passes(PING_SECONDS)
        world.hear(first, "pong")
    assert not second.killed
    world.hear(first, "done")
    world.passes(1)
    assert not second.killed


def test_where_nothing_can_be_shown_it_is_said_and_not_tried_for_ever(world: World) -> None:
    world.crash(world.started[0], code=3)
    assert world.kiosk.exit_code == 3


def test_the_right_code_ends_all_and_a_wrong_one_says_how_long_to_wait(tmp_path: Path) -> None:
    world = World(tmp_path, wait=4)
    first, second = world.on_show_and_warm()
    world.hear(first, "pin 111222")
    assert first.told[-1] == "pin no 4"
    assert world.kiosk.exit_code is None
    world.wait = 0
    world.hear(first, "pin 480516")
    assert first.told[-2:] == ["pin yes", "closing"]
    assert second.told[-1] == "end"
    world.hear(first, "")
    world.hear(second, "")
    assert world.kiosk.exit_code == 0
    assert "480516" not in str(world.said) + str(world.health.facts)


def test_only_the_one_on_show_is_asked_for_a_code(world: World) -> None:
    _first, second = world.on_show_and_warm()
    world.hear(second, "pin 480516", "left", "done")
    assert world.asked == []
    assert world.kiosk.exit_code is None


def test_closing_waits_for_the_last_word_and_then_no_longer(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.kiosk.close(130)
    assert (first.told[-1], second.told[-1]) == ("closing", "end")
    world.hear(second, "")
    assert world.kiosk.exit_code is None
    world.passes(CLOSE_SECONDS)
    assert first.killed
    world.hear(first, "")
    assert world.kiosk.exit_code == 130


def test_a_large_screen_gets_another_process_that_draws_larger_and_that_is_no_crash(world: World) -> None:
    (first,) = world.started
    world.hear(first, "scale 2.0")
    world.crash(first, 0)

    assert world.scales == ["2.0"]
    assert [each.part for each in world.started] == [VISIT, VISIT]
    assert not any("ended with" in each for each in world.said)
    world.hear(world.started[1], "ready")
    assert world.started[1].told == ["show"]


def test_a_screen_that_is_never_content_is_taken_as_a_crash(world: World) -> None:
    for number in range(MOST_SCALES + 1):
        one = world.started[-1]
        world.hear(one, f"scale {number}")
        world.crash(one, 0)

    assert len(world.scales) == MOST_SCALES
    assert any("ended with" in each for each in world.said)


def test_once_the_screen_has_gone_it_ends_so_that_the_kiosk_of_a_new_one_can_begin(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.crash(first, -6)
    world.crash(second, -6)
    while world.kiosk.exit_code is None and len(world.started) < 9:
        world.passes(60)
        for each in [each for each in world.started if each.code is None]:
            world.crash(each, 3)

    assert world.kiosk.exit_code == 3
    assert len([each for each in world.started if each.part == VISIT]) == 2 + MOST_REFUSALS


def test_a_next_one_that_cannot_run_ends_no_visit(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.crash(second, 3)
    for _again in range(MOST_REFUSALS):
        world.passes(60)
        world.crash(world.started[-1], 3)

    assert world.kiosk.exit_code is None
    assert not {"end", "closing"} & {*first.told}


def test_a_screen_that_changes_gets_a_first_page_of_its_size_and_no_touch_is_lost(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.hear(first, "scale 1.0")
    assert world.scales == ["1.0"]
    assert "end" in second.told, "it was made for the screen as it was"
    third = world.started[2]
    world.hear(first, "begin en")
    assert "end" not in first.told, "the screen is never empty"

    world.hear(third, "ready")
    assert third.told == ["show"], "nothing was wiped, so nothing is said of that"
    world.hear(third, "shown")
    assert third.told == ["show", "begin en"]
    assert "end" in first.told
    world.crash(first, 0)
    assert "erased" not in third.told
    assert world.health.facts["crashes"] == 0


def test_a_warm_one_for_which_the_screen_changes_is_made_anew_behind_the_visit(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.hear(second, "scale 1.0")
    world.crash(second, 0)
    assert "end" not in first.told
    assert len(world.started) == 3
    assert world.health.facts["crashes"] == 0


# A machine that can start no process just now: no memory, no room for one more


def test_what_cannot_be_started_is_tried_again_and_the_one_on_show_stays(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.refuses = True
    world.crash(second)
    world.passes(1.0)
    assert not world.said[-1].startswith("closing")
    world.passes(2.0)
    world.refuses = False
    world.passes(4.0)
    assert len(world.started) == 3
    assert world.health.facts["processes"] == {"on show": first.number, "warm": 3}


def test_where_not_even_the_calm_page_can_be_started_the_kiosk_goes_on_trying(world: World) -> None:
    first, second = world.on_show_and_warm()
    world.refuses = True
    world.crash(second)
    world.crash(first)
    world.passes(LONGEST)
    world.refuses = False
    world.passes(LONGEST)
    assert world.kiosk.exit_code is None
    assert VISIT in [each.part for each in world.started[2:]]


def test_whoever_finishes_does_not_wait_for_a_start_that_was_put_off(world: World) -> None:
    first, _second = world.on_show_and_warm()
    for _crash in range(4):
        world.crash(world.started[-1])
        world.passes(LONGEST)
    world.crash(world.started[-1])
    before = len(world.started)
    world.hear(first, "done")
    assert len(world.started) == before + 1
