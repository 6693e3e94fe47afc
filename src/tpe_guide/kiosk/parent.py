"""The kiosk's parent as a process: signals, threads that listen, and the loop that the supervisor is told by."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import FrameType

from tpe_guide import terminal
from tpe_guide.errors import CannotRunHere, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.kiosk import confine, exit_pin, folder, scale
from tpe_guide.kiosk.alone import alone
from tpe_guide.kiosk.child import Child
from tpe_guide.kiosk.exit_pin import PinDoor
from tpe_guide.kiosk.health import Health
from tpe_guide.kiosk.log import Log
from tpe_guide.kiosk.part_options import READABLE_VARIABLE, Options
from tpe_guide.kiosk.supervisor import VISIT, Supervisor
from tpe_guide.paths import this_program, xdg_folder

DONE, INTERRUPTED = 0, 130
HIDDEN = "--kiosk-part"
"""What the command line of a process of the kiosk begins with: see ``part_options``."""
_POLITE = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")

Event = tuple[Child, str] | int


def run(*, language: str = "", data_dir: Path | None = None, clinic: Path | None = None, unlocked: bool = False) -> int:
    """Show strangers the guide until staff or the system end it. Returns the exit code.

    Raises CannotRunHere where a kiosk is running already, or, unless it is *unlocked*, where no way out is proven.
    """
    door = None if unlocked else _proven(data_dir)
    kept = folder.writable(data_dir)
    with alone(xdg_folder("XDG_RUNTIME_DIR") or kept):
        confine.leave_no_core()
        if os.environ.get(READABLE_VARIABLE):
            confine.end_with(os.getppid())  # such a kiosk is there for its certificate alone
        options = Options(VISIT, language, data_dir, clinic, unlocked).words()
        return _supervised(options, PinDoor(door, kept), kept, str(clinic or ""))


def command_of(part: str, options: Sequence[str] = ()) -> list[str]:
    """What starts a process of the kiosk that is to be *part*."""
    return [*this_program(), HIDDEN, part, str(os.getpid()), *options]


def _proven(data_dir: Path | None) -> exit_pin.ExitPin:
    settled = folder.settled(data_dir)
    pin = exit_pin.read(settled) if settled is not None else None
    if pin is None or not pin.proven:
        words = _(
            "The kiosk does not start locked before its way out is proven: {pin}. To try it without a lock: {try_it}"
        )
        raise CannotRunHere(words.format(pin="tpe-guide kiosk pin", try_it="tpe-guide kiosk --unlocked"))
    return pin


def _supervised(options: Sequence[str], door: PinDoor, kept: Path, pack: str) -> int:
    events: SimpleQueue[Event] = SimpleQueue()

    def start(part: str) -> Child:
        return Child(command_of(part, options), lambda child, words: events.put((child, words)))

    def check(digits: str) -> int:
        try:
            return door.wait_after(digits)
        except TpeGuideError as error:
            from tpe_guide.wording import describe

            terminal.complain(describe(error))
            return 1

    log = Log(kept)
    supervisor = Supervisor(
        start, time.monotonic, Health(kept, pack), check, log.say, lambda factor: scale.take(factor, os.environ)
    )
    _hear_signals(events)
    log.say("started")
    supervisor.begin()
    while (code := supervisor.exit_code) is None:
        try:
            event = events.get(timeout=supervisor.next_wake())
        except Empty:
            supervisor.tick()
            continue
        if isinstance(event, int):
            supervisor.close(INTERRUPTED if event == signal.SIGINT else DONE)
        else:
            supervisor.hear(*event)
    supervisor.tell_health()
    log.say(f"ended with {code}")
    return code


def _hear_signals(events: SimpleQueue[Event]) -> None:
    def put(number: int, _frame: FrameType | None) -> None:
        events.put(number)

    for name in _POLITE:
        if (number := getattr(signal, name, None)) is not None:
            with suppress(OSError, ValueError):
                signal.signal(number, put)
    if sys.platform != "win32":
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
