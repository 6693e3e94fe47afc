"""What can be found in the window from outside: by names and roles, over the accessibility bus.

Read by the system's Python, which has pyatspi; nothing of the program is imported.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

import pyatspi

APPLICATION = "tpe-guide"
PAGE = "document frame"
PATIENCE_SECONDS = 20
AGAIN_SECONDS = 0.05
Thing = TypeVar("Thing")


class Box(NamedTuple):
    """A place on the screen, in px."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, other: Box) -> bool:
        """Whether all of *other* is inside."""
        right, below = other.x + other.width, other.y + other.height
        return self.x <= other.x and self.y <= other.y and right <= self.x + self.width and below <= self.bottom

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[int, int]:
        """Where it is pressed."""
        return self.x + self.width // 2, self.y + self.height // 2


def wait_for(find: Callable[[], Thing | None], what: str, seconds: float = PATIENCE_SECONDS) -> Thing:
    """What *find* finds, once it does. Ends the driver, saying *what* did not come, when it never does."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = find()
        if found:
            return found
        time.sleep(AGAIN_SECONDS)
    sys.exit(f"{what}: not within {seconds:.0f} s. There is: {[*shown_words()]}")


def window() -> Any:
    """The window of the program; None while it has none."""
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == APPLICATION:
            for frame in application:
                return frame
    return None


def walk(thing: Any, *, page: bool = False) -> Iterator[Any]:
    """*thing* and all in it that is shown, and of a *page* what is scrolled out of sight."""
    if thing is None or not (page or has(thing, pyatspi.STATE_VISIBLE)):
        return
    yield thing
    page = page or thing.getRoleName() == PAGE
    for child in thing:
        yield from walk(child, page=page)


def everything() -> Iterator[Any]:
    """All that is shown in the window, in order, as far as it lives while it is looked at."""
    try:
        yield from walk(window())
    except Exception as gone:  # pyatspi has no type of its own for what went away meanwhile
        if "atspi_error" not in repr(gone) and "GLib" not in type(gone).__module__ and "gi." not in repr(type(gone)):
            raise


def has(thing: Any, state: int) -> bool:
    """Whether *thing* is in that *state*."""
    thing.clear_cache()
    return bool(thing.getState().contains(state))


def find(name: str, *roles: str) -> Any:
    """The first that is shown of these *roles* whose name begins with *name*; None: there is none."""
    for thing in everything():
        if thing.name.startswith(name) and (not roles or thing.getRoleName() in roles):
            return thing
    return None


def says(words: str) -> Any:
    """What is shown, or told as a notification, with *words* in its name; None: nothing."""
    return next((thing for thing in everything() if words in thing.name), None)


def focused() -> Any:
    """What has the keyboard: the innermost, as a page has it together with what is read in it."""
    found = None
    for thing in everything():
        if has(thing, pyatspi.STATE_FOCUSED):
            found = thing
    return found


def box(thing: Any) -> Box:
    """Where *thing* is on the screen."""
    place = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return Box(place.x, place.y, place.width, place.height)


def is_whole(thing: Any) -> bool:
    """Whether all of *thing* is in the window, and nothing lies over its middle or its corners."""
    place = box(thing)
    if not box(window()).holds(place) or place.height <= 0:
        return False
    inside = [place.middle, (place.x + 2, place.y + 2), (place.x + place.width - 3, place.bottom - 3)]
    return all(_lies_there(thing, at) for at in inside)


def _lies_there(thing: Any, at: tuple[int, int]) -> bool:
    """Whether *thing*, or what it holds, is what is met at that place of the screen."""
    met = window()
    while met is not None:
        if met == thing:
            return True
        inner = met.queryComponent().getAccessibleAtPoint(*at, pyatspi.DESKTOP_COORDS)
        if inner is None or inner == met:
            return False
        met = inner
    return False


def shown_words() -> Iterator[str]:
    """The names of all that is shown, for whoever asks why something was not."""
    return (thing.name for thing in everything() if thing.name)
