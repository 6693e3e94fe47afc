"""Five things that people come for, each written once, and done by whatever hands there are.

    python3 tasks.py WAY TASK

Ends with 0 when it was done; else says why not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.ways import eyes
from tests.ways.hands import WAYS, Hands

HEADINGS = ["Why might I tingle?", "In short", "What you can say", "Sources differ"]
"""Of the page that is open."""
NEXT_PAGE, PAGE_AFTER_THAT = "Why might I feel light-headed?", "What if I notice a sour taste?"
NUMBER = "112, 911 or 999"


def read(hands: Hands) -> None:
    """From heading to heading. Whoever begins on the first one goes on from there."""
    found = [hands.heading()]
    while found[-1] != HEADINGS[-1]:
        found.append(hands.heading())
    assert found in (HEADINGS, HEADINGS[1:]), found


def turn(hands: Hands) -> None:
    """One page on, and not two."""
    hands.turn()
    hands.perceive(NEXT_PAGE)
    assert eyes.find(NEXT_PAGE, eyes.PAGE), [*eyes.shown_words()]
    assert not eyes.find(PAGE_AFTER_THAT, eyes.PAGE)


def log(hands: Hands) -> None:
    """That it tingled, in the session of today."""
    hands.open("ctrl+d", "My diary", "Log how I feel")
    hands.pick("Which session is this about?", "A new session, today")
    hands.press("Tingling")
    hands.pick("When did it begin?", "During the session")
    hands.pick("Tingling: how bad was it?", "Mild")
    hands.press("Save this entry")
    hands.perceive("Saved")


def print_it(hands: Hands) -> None:
    """The page for the nurse, on the usual printer."""
    hands.open("ctrl+p", "For nurses: print a summary")
    hands.press("Print")
    hands.perceive("Sent ")


def urgent(hands: Hands) -> None:
    """Whom to call, and the number."""
    hands.open("F9", "Urgent help")
    hands.perceive("Urgent help")
    hands.perceive("Call your emergency number now")
    hands.perceive(NUMBER)


TASKS: dict[str, Callable[[Hands], None]] = {"T1": read, "T2": turn, "T3": log, "T4": print_it, "T5": urgent}

if __name__ == "__main__":
    eyes.wait_for(eyes.window, "a window")
    way, task = sys.argv[1:]
    TASKS[task](WAYS[way]())
