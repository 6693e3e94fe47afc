"""Reads the sample page as a screen reader does, from another process, with the system's Python and pyatspi.

Prints one JSON object: the tree before and after its links are pressed, and the announcements that came.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import pyatspi

WAIT_SECONDS = 20


def wait_for(find: Callable[[], Any]) -> Any:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        found = find()
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"nothing came within {WAIT_SECONDS} s")


def sample() -> Any:
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == "tpe-guide-sample":
            return application
    return None


def page(title: str) -> Any:
    def is_page(thing: Any) -> bool:
        return bool(thing.getRoleName() == "document frame" and thing.name == title)

    return pyatspi.findDescendant(sample(), is_page)


def tree(thing: Any) -> dict[str, Any]:
    states = thing.getState()
    box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return {
        "role": thing.getRoleName(),
        "name": thing.name,
        "level": dict(pair.split(":", 1) for pair in thing.getAttributes()).get("level"),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "box": [box.x, box.y, box.width, box.height],
        "actions": actions(thing),
        "children": [tree(child) for child in thing],
    }


def actions(thing: Any) -> list[str]:
    try:
        action = thing.queryAction()
    except NotImplementedError:
        return []
    return [action.getName(index) for index in range(action.nActions)]


def press(within: Any, name: str) -> None:
    link = pyatspi.findDescendant(within, lambda thing: thing.getRoleName() == "link" and thing.name == name)
    link.queryAction().doAction(actions(link).index("Press"))


def main() -> None:
    wait_for(sample)
    rich = wait_for(lambda: page("Why steroids may not be enough"))
    before = tree(rich)
    press(rich, "antibodies")
    press(rich, "who plasma exchange helps")
    after = tree(wait_for(lambda: page("Who plasma exchange helps")))
    print(json.dumps({"before": before, "after": after}))


main()
