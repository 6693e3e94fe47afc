"""Reads the window of a picture as a screen reader does, with the system's Python. Prints one JSON object."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyatspi

WAIT_SECONDS = 30
ENOUGH = 30
"""Things in a window that has been filled."""


def window() -> Any:
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == "tpe-guide-picture":
            for frame in application:
                return frame
    return None


def walk(thing: Any) -> Iterator[Any]:
    yield thing
    for child in thing:
        if child is not None:
            yield from walk(child)


def wait_for_picture() -> Any:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        frame = window()
        if frame is not None:
            things = list(walk(frame))
            if len(things) > ENOUGH and any(os.environ["WORDS"] in thing.name for thing in things):
                return frame
        time.sleep(0.2)
    sys.exit(f"nothing came within {WAIT_SECONDS} s")


def shown(thing: Any) -> dict[str, str]:
    return {"role": thing.getRoleName(), "name": thing.name, "description": thing.description}


def table(thing: Any) -> dict[str, Any] | None:
    try:
        found = thing.queryTable()
    except NotImplementedError:
        return None
    rows, columns = found.nRows, found.nColumns
    return {
        "columns": [found.getColumnHeader(column).name for column in range(columns)],
        "rows": [found.getRowHeader(row).name for row in range(rows)],
        "cells": [[found.getAccessibleAt(row, column).name for column in range(columns)] for row in range(rows)],
    }


def main() -> None:
    frame = wait_for_picture()
    time.sleep(1)  # what is laid out once more is there then
    things = [thing for thing in walk(frame) if thing.getState().contains(pyatspi.STATE_VISIBLE)]
    tables = [found for found in map(table, things) if found]
    print(json.dumps({"things": [shown(thing) for thing in things], "tables": tables}))


main()
