"""What is asked to know the printers of this computer, of whatever print system it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tpe_guide.ui.printing import cups, through_qt
from tpe_guide.ui.printing.cups import Printers


class Question(NamedTuple):
    """A *command* in its *environment*, which may take so many *seconds*."""

    command: Sequence[str]
    environment: Mapping[str, str]
    seconds: float
    read: Callable[[int, str], Printers | None]
    """The printers in its exit code and what it wrote; None where the print system does not run."""


def question() -> Question:
    """By the print system's own command where there is one; else through Qt."""
    if cups.is_there():
        return Question(cups.LIST, cups.environment(), cups.ASK_SECONDS, cups.printers_in)
    return Question(through_qt.ask(), through_qt.environment(), through_qt.ASK_SECONDS, through_qt.printers_in)


def answer() -> Printers | None:
    """Ask, and wait: for the command line, never for a window. None where the print system does not answer."""
    import subprocess

    command, environment, seconds, read = question()
    # Waited for without an end, a print system that accepts and never answers takes a minute and more.
    try:
        asked = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    return read(asked.returncode, asked.stdout.decode("utf-8", "replace"))
