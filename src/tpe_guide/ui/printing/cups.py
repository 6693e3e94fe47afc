"""The print system of Linux and macOS as its own commands tell of it: no Qt, nothing waited for here.

``lp`` names the job that it was given, which QPrinter does not: only that proves that a page was sent. The commands
were chosen over a library: they are there wherever CUPS is used, need no compiler, find the server as everything else
does, and can be ended when it stays silent.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

ASK_SECONDS = 3
"""So long a question to the print system may take."""
SEND_SECONDS = 20

Trouble = Literal["", "stopped", "paper", "unreachable", "fault"]
"""What keeps a printer from printing, as far as the print system says."""

_NAME = re.compile(r"[^\s\x00-\x20\x7f/?#]+(?:/[^\s\x00-\x20\x7f/?#]+)?")
"""What CUPS lets a printer be called, and a set of options after it."""
_OUT_OF_REACH = re.compile(r"may not exist|unavailable|[Uu]nable to (?:connect|locate|contact)|not responding")
# RFC 8011, 5.4.12, and the CUPS keywords; a suffix -report, -warning or -error may follow. A warning stops nothing:
# of two trays, one may be empty.
_OF_PAPER = ("media-empty", "media-needed", "input-tray-missing")
_KEYWORDS: tuple[tuple[Trouble, tuple[str, ...]], ...] = (
    ("paper", _OF_PAPER),
    ("unreachable", ("offline", "shutdown", "timed-out", "connecting-to-device")),
    ("stopped", ("paused", "moving-to-paused", "stopping", "stopped-partly", "hold-new-jobs")),
)


class Printers(NamedTuple):
    """The printers there are, and the one that is taken unless another is named; empty without one."""

    usual: str
    names: tuple[str, ...]


class Queue(NamedTuple):
    """Where a printer stands, and which jobs it has not finished."""

    trouble: Trouble
    jobs: frozenset[str]
    may_want_paper: bool = False
    """It warns of a tray without paper, and does not say that it waits for any."""


def is_there() -> bool:
    """Whether this computer prints through CUPS, and its commands are installed."""
    return sys.platform != "win32" and all(map(shutil.which, ("lp", "lpstat")))


def environment() -> dict[str, str]:
    """What the commands run in: answers in English, and the system's own libraries."""
    found = {name: value for name, value in os.environ.items() if name not in ("LANGUAGE", "LD_LIBRARY_PATH")}
    # A frozen program points at its own libraries; what stood there before belongs to the commands.
    if "LD_LIBRARY_PATH_ORIG" in found:
        found["LD_LIBRARY_PATH"] = found.pop("LD_LIBRARY_PATH_ORIG")
    elif not getattr(sys, "frozen", False) and "LD_LIBRARY_PATH" in os.environ:
        found["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return found | {"LC_ALL": "C.UTF-8"}


LIST = ("lpstat", "-r", "-d", "-e")
"""Asks whether the print system runs, and for the printers; ``printers_in`` reads the answer.

Without ``-r`` a print system that does not run is answered for as one without printers, with exit code 0.
"""


def printers_in(code: int, answer: str) -> Printers | None:
    """The printers in the answer to ``LIST``, which ended with *code*; None where the print system does not run.

    The first line tells that, the second ends in the usual printer after a colon, and the others are names. macOS
    answers in the language of the desktop, whatever it is asked for; there the print system starts when it is asked.
    """
    runs, *lines = [line.strip() for line in answer.splitlines()] or [""]
    if code or runs == "scheduler is not running" or (sys.platform != "darwin" and runs != "scheduler is running"):
        return None
    names = tuple(line for line in lines[1:] if _NAME.fullmatch(line))
    usual = re.split("[:：]", lines[0])[-1].strip() if lines else ""
    return Printers(usual if usual in names else "", names)


def look_at(printer: str) -> tuple[str, ...]:
    """Asks where *printer* stands; ``queue_in`` reads the answer."""
    queue = printer.partition("/")[0]  # what follows names a set of options
    return ("lpstat", "-l", "-p", queue, "-o", queue)


def queue_in(answer: str) -> Queue:
    """Where the printer stands after the answer to ``look_at``."""
    jobs, reasons, stopped, printing, begins = set[str](), "", False, False, False
    for line in answer.splitlines():
        if begins and printing and _OUT_OF_REACH.search(line):
            # What the printer said last: CUPS raises no alert while it tries again and again. What stands beside the
            # job is the worst that ever was, and stays there while it prints.
            reasons = "connecting-to-device"
        begins = line.startswith("printer ")
        if begins:
            stopped, printing = " disabled since " in line, " now printing " in line
        elif line.startswith("\tAlerts: ") and reasons in ("", "connecting-to-device"):
            reasons += " " + line.removeprefix("\tAlerts: ")  # the printer's own come before those of its jobs
        elif line[:1].strip():
            jobs.add(line.split()[0])
    told = reasons.split()
    trouble = _trouble(told, stopped=stopped)
    warned = not trouble and any(reason.startswith(_OF_PAPER) for reason in told)
    return Queue(trouble, frozenset(jobs), may_want_paper=warned)


def send(printer: str, title: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """Hands the PDF on standard input to *printer*; ``job_in`` reads the answer."""
    told = (part for name, value in options.items() for part in ("-o", f"{name}={value}"))
    return ("lp", "-d", printer, "-t", title, "-o", "document-format=application/pdf", *told)


def take_back(job: str) -> tuple[str, ...]:
    """Takes *job* out of its queue. Its file goes only where the print system is set to keep none."""
    return ("cancel", "-x", job)


def job_in(answer: str, printer: str) -> str:
    """The id of the job that *printer* has taken, in the answer to ``send``; empty where it has taken none."""
    found = re.search(rf"(?<!\S){re.escape(printer.partition('/')[0])}-\d+(?!\S)", answer)
    return found[0] if found else ""


def _trouble(reasons: Sequence[str], *, stopped: bool) -> Trouble:
    pressing = [reason for reason in reasons if reason != "none" and not reason.endswith("-warning")]
    for trouble, keywords in _KEYWORDS:
        if any(reason.startswith(keywords) for reason in pressing):
            return trouble
    if stopped:
        return "stopped"
    return "fault" if any(reason.endswith("-error") for reason in pressing) else ""
