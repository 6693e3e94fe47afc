"""What tests wait for of the work beside the window."""

from __future__ import annotations

import threading


def all_end() -> None:
    """Wait for whatever was begun beside the window, also for what nobody there waits for any more."""
    for thread in threading.enumerate():
        if thread.name == "beside":
            thread.join(10)
