"""Five ways to use the program, each of which finds what it presses by its name alone.

A task (see ``tasks``) is told to a pair of hands, whatever hands those are: they press, go on to the next heading, and
tell what they perceive, each in their own way.
"""

from __future__ import annotations

import itertools
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyatspi

from tests.ways import eyes
from tests.ways.eyes import wait_for

PRESSED = ("push button", "radio button", "check box", "link")
AT_ONCE_SECONDS = 0.3
"""What a press brings has come."""
MEANT_SECONDS = 0.5
"""A press is meant that comes so long after the one before, and after what it meets has come."""
STOPS = 90
"""Of the Tab key: more than any screen has."""
DOTS_PER_MM = 96 / 25.4
RATE = 60
READ = ("label", "heading")
UP, DOWN = 4, 5
"""The wheel, as X counts the buttons of a mouse."""
STANDS = 20
"""Notches after which nothing moves any more."""
SCROLLED_SECONDS = 0.15
NEAR, FAR_NOTCHES = 1500, 6
"""px of what is scrolled to; what is further away is come to faster."""


def x_do(*commands: object) -> None:
    """Real events of keyboard and mouse, as the X server gives them to every window."""
    subprocess.run(["xdotool", *map(str, commands)], check=True)


class Hands:
    """What all have in common. *keys*: places are opened by their key; else by the button that leads there."""

    by_keys = False

    def press(self, name: str) -> None:
        """Press what has a name that begins so."""
        raise NotImplementedError

    def pick(self, question: str, name: str) -> None:
        """Give an answer to *question*: the one whose name begins so."""
        self.press(name)

    def heading(self) -> str:
        """Go on to the next heading of the page: its words."""
        raise NotImplementedError

    def turn(self) -> None:
        """Turn to the next page."""
        self.press("Next page")

    def open(self, key: str, *buttons: str) -> None:
        """Come to a place by its *key*, or by the *buttons* that lead there."""
        for button in buttons:
            self.press(button)

    def perceive(self, words: str) -> None:
        """Wait until *words* are there for this person."""
        raise NotImplementedError


class Bus(Hands):
    """What a switch, a voice or a program does for a person: it asks each thing for what it offers, and does that."""

    def __init__(self) -> None:
        self._heading = 0

    def press(self, name: str) -> None:
        thing = wait_for(lambda: eyes.find(name, *PRESSED), f"“{name}” to press")
        offered = thing.queryAction()
        offered.doAction(0)
        time.sleep(AT_ONCE_SECONDS)

    def heading(self) -> str:
        page = wait_for(lambda: eyes.find("", eyes.PAGE), "a page")
        headings = [thing for thing in eyes.walk(page) if thing.getRoleName() == "heading"]
        heading = headings[self._heading]
        self._heading += 1
        level = dict(pair.split(":", 1) for pair in heading.getAttributes())["level"]
        assert level in "123", level
        heading.queryComponent().grabFocus()
        wait_for(lambda: heading if eyes.has(heading, pyatspi.STATE_FOCUSED) else None, f"“{heading.name}” focused")
        text = heading.queryText()
        assert text.getText(0, text.characterCount) == heading.name
        return str(heading.name)

    def perceive(self, words: str) -> None:
        wait_for(lambda: eyes.says(words), f"“{words}” on the bus")


class Keys(Hands):
    """Nothing but the keyboard, and eyes: what the keyboard is at is seen whole."""

    by_keys = True

    def press(self, name: str) -> None:
        wait_for(lambda: eyes.find(name, *PRESSED), f"“{name}” to press")
        self._come_to(name)
        thing = self._here()
        if thing.getRoleName() != "radio button" or not eyes.has(thing, pyatspi.STATE_CHECKED):
            time.sleep(MEANT_SECONDS)
            x_do("key", "space")
        time.sleep(AT_ONCE_SECONDS)

    def heading(self) -> str:
        before = self._here()
        x_do("key", "h")
        heading = wait_for(lambda: self._other_than(before), "the next heading")
        assert heading.getRoleName() == "heading", heading.getRoleName()
        self._see(heading)
        return str(heading.name)

    def turn(self) -> None:
        x_do("key", "ctrl+Next")

    def open(self, key: str, *buttons: str) -> None:
        x_do("key", key)

    def perceive(self, words: str) -> None:
        thing = wait_for(lambda: self._seen(words), f"“{words}” whole in sight")
        assert eyes.is_whole(thing)

    def _come_to(self, name: str) -> None:
        for __ in range(STOPS):
            here = self._here()
            if here is not None and here.name.startswith(name):
                self._see(here)
                return
            among = here is not None and here.getRoleName() == "radio button"
            near = among and any(other.name.startswith(name) for other in here.parent)
            x_do("key", "Right" if near else "Tab")
            wait_for(partial(self._other_than, here), f"something after {here and here.name}")
        sys.exit(f"“{name}” is not among the first {STOPS} stops of Tab")

    def _here(self) -> Any:
        return eyes.focused()

    def _other_than(self, before: Any) -> Any:
        here = self._here()
        return here if here is not None and here != before else None

    def _see(self, thing: Any) -> None:
        """It comes into sight, whole."""
        wait_for(lambda: eyes.is_whole(thing), f"“{thing.name}” whole in sight, at {eyes.box(thing)}", 3)

    def _seen(self, words: str) -> Any:
        shown = (thing for thing in eyes.everything() if thing.getRoleName() in READ)
        return next((thing for thing in shown if words in thing.name and eyes.is_whole(thing)), None)


class Ear(Hands):
    """A screen reader, and no eyes: nothing is known but what it has said to the end."""

    by_keys = True
    quiet_seconds = 1.6
    kinds = ("push button", "check box")
    tries = 6
    """Answers that a question may have."""

    def __init__(self) -> None:
        self._file = Path(os.environ["HEARD"])
        self._from = self._since = 0

    def press(self, name: str) -> None:
        words = [f"{name} {kind}" for kind in self.kinds]
        self._go_on_until(lambda said: any(each in said for each in words), name)
        self._since = len(self._all())
        self._after("space")

    def pick(self, question: str, name: str) -> None:
        """Tab comes to the question, the arrows go through its answers; those of others are left alone."""

        def is_there(said: str) -> bool:
            if question not in said:
                return False
            for __ in range(self.tries):
                if name in said:
                    return True
                said = self._after("Right")
            return name in said

        self._go_on_until(is_there, name)
        if "not selected" in self._said():
            self._after("space")

    def heading(self) -> str:
        words, level, __ = self._after("h").partition(" heading level ")
        assert level, words
        return words.removeprefix("h ")  # the key itself may be said before

    def turn(self) -> None:
        self._since = len(self._all())
        self._after("ctrl+Next")

    def open(self, key: str, *buttons: str) -> None:
        self._since = len(self._all())
        self._after(key)

    def perceive(self, words: str) -> None:
        """What was said since the last press, and is said at the stops after it."""
        heard = " ".join(self._all()[self._since :].split())
        if words in heard:
            return
        self._listen()
        self._go_on_until(lambda __: words in " ".join(self._all()[self._since :].split()), words)

    def _go_on_until(self, is_there: Callable[[str], bool], name: str) -> None:
        """Tab on until what is said is what is looked for."""
        said = self._said()
        for __ in range(STOPS):
            if is_there(said):
                return
            said = self._after("Tab")
        sys.exit(f"“{name}” was not heard at the first {STOPS} stops of Tab; heard was {self._all()}")

    def _after(self, key: str) -> str:
        self._from = len(self._all())
        x_do("key", key)
        return self._listen()

    def _listen(self) -> str:
        """What is said until it is quiet."""
        known, since = len(self._all()), time.monotonic()
        while time.monotonic() - since < self.quiet_seconds * (1 if known > self._from else 3):
            time.sleep(eyes.AGAIN_SECONDS)
            if len(self._all()) > known:
                known, since = len(self._all()), time.monotonic()
        return self._said()

    def _said(self) -> str:
        return " ".join(self._all()[self._from :].split())

    def _all(self) -> str:
        return self._file.read_text(encoding="utf-8", errors="replace")  # the voice is given Latin-1


class Large(Keys):
    """Letters four times as large in a small window: taps, and scrolling; what is tapped is seen whole, uncut."""

    by_keys = False

    def press(self, name: str) -> None:
        thing = wait_for(lambda: eyes.find(name, *PRESSED), f"“{name}” to press")
        self._bring(thing)
        self._tap(eyes.box(thing))
        time.sleep(AT_ONCE_SECONDS)

    def heading(self) -> str:
        words = super().heading()
        self._nothing_is_cut()
        return words

    turn = Hands.turn
    open = Hands.open

    def perceive(self, words: str) -> None:
        """Scrolled to, if it is not in sight."""
        self._bring(wait_for(lambda: self._named(words), f"“{words}”"))

    def _named(self, words: str) -> Any:
        shown = (thing for thing in eyes.everything() if thing.getRoleName() in READ)
        return next((thing for thing in shown if words in thing.name), None)

    def _tap(self, place: eyes.Box) -> None:
        time.sleep(MEANT_SECONDS)
        x_do("mousemove", *place.middle, "mousedown", 1, "sleep", 0.05, "mouseup", 1)

    def _bring(self, thing: Any) -> None:
        """Scroll until all of it is in sight. What stands below the pointer, such as the preview of a page, may scroll
        first, to its end."""
        middle = eyes.box(eyes.window()).middle
        for wheel in (DOWN, UP):
            before, stood = eyes.box(thing), 0
            while stood < STANDS:  # else the end is reached
                if eyes.is_whole(thing):
                    self._nothing_is_cut()
                    return
                notches = 1 if abs(before.y - middle[1]) < NEAR and not stood else FAR_NOTCHES
                x_do("mousemove", *middle, "click", "--repeat", notches, "--delay", 20, wheel)
                time.sleep(SCROLLED_SECONDS)
                now = eyes.box(thing)
                before, stood = now, stood + 1 if now == before else 0
        sys.exit(f"“{thing.name}” never was whole in sight, at {eyes.box(thing)} in {eyes.box(eyes.window())}")

    def _nothing_is_cut(self) -> None:
        folder = Path(os.environ["LOOK"])
        seen = folder / "seen"
        seen.unlink(missing_ok=True)
        (folder / "look").touch()
        wait_for(seen.exists, "a look from within")
        faults = json.loads(seen.read_text(encoding="utf-8"))
        assert not faults, faults


Trace = Sequence[tuple[float, float]]


def shaking(hertz: float, mm: float, seconds: float, roll: tuple[float, float] = (0, 0)) -> Trace:
    """Where a finger is, in mm, that shakes *mm* to both sides and rolls off its place: as in ``ui/touch/hands``."""
    steps = max(2, round(seconds * RATE))
    return [
        (
            roll[0] * step / (steps - 1) + mm * math.sin(2 * math.pi * hertz * step / RATE),
            roll[1] * step / (steps - 1) + mm * math.sin(2 * math.pi * hertz * step / RATE) / 2,
        )
        for step in range(steps)
    ]


class Tremor(Large):
    """A hand that shakes at 3 to 5 Hz: each press rolls, shakes or is held, and comes twice."""

    TRACES = (
        shaking(4, 0, 0.15, (6, 0)),
        shaking(4, 0, 0.2, (2, 10.8)),
        shaking(5, 3, 0.4),
        shaking(3, 8, 0.6),
        shaking(4, 6, 0.5, (-3, 3)),
        shaking(4, 2, 3),
    )

    def __init__(self) -> None:
        self._traces: Iterator[Trace] = itertools.cycle(self.TRACES)
        self._headings = 0

    def heading(self) -> str:
        """Scrolled to, and pressed as a person does who points at what they read: nothing comes of that."""
        page = wait_for(lambda: eyes.find("", eyes.PAGE), "a page")
        headings = [thing for thing in eyes.walk(page) if thing.getRoleName() == "heading"]
        heading = headings[self._headings]
        self._headings += 1
        self._bring(heading)
        self._tap(eyes.box(heading))
        return str(heading.name)

    def _tap(self, place: eyes.Box) -> None:
        time.sleep(MEANT_SECONDS)
        for trace in (next(self._traces), shaking(5, 1, 0.08)):
            self._follow(place, trace)
            time.sleep(0.1)

    def _follow(self, place: eyes.Box, trace: Trace) -> None:
        x, y = place.middle
        moves: list[object] = ["mousemove", x, y, "mousedown", 1]
        for right, down in trace:
            moves += ["mousemove", round(x + right * DOTS_PER_MM), round(y + down * DOTS_PER_MM), "sleep", 1 / RATE]
        x_do(*moves, "mouseup", 1)


WAYS: dict[str, type[Hands]] = {"bus": Bus, "orca": Ear, "keyboard": Keys, "400 %": Large, "tremor": Tremor}
