"""Prints all that a screen reader could still read on the bus, with the system's Python and pyatspi."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pyatspi


def tell(thing: Any) -> None:
    """Print the name, the description and the text of *thing* and of all within it."""
    if thing is None:
        return
    print(thing.name, thing.description)
    with suppress(NotImplementedError):
        print(thing.queryText().getText(0, -1))
    for child in thing:
        tell(child)


tell(pyatspi.Registry.getDesktop(0))
