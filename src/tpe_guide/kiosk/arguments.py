"""The words of ``tpe-guide kiosk`` on the command line: its options and its commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide.i18n import _

if TYPE_CHECKING:
    from argparse import ArgumentParser


def declare(parser: ArgumentParser, command: Callable[..., None]) -> None:
    """Give *parser* its options; *command* adds a command to it."""
    words = _("to try it: without the lock of an exit code; closing the window or Ctrl+C ends it")
    parser.add_argument("--unlocked", action="store_true", help=words)
    words = _("choose the code by which staff leave the kiosk, and prove it on its screen")
    command("kiosk pin", words, "tpe-guide kiosk pin", _pin)
    words = _("prove on this machine that nothing of a visit is left, and say so in a certificate")
    command("kiosk certify", words, "tpe-guide kiosk certify -o certificate.txt", _certify)


def _pin(parser: ArgumentParser) -> None:
    words = _("only prove the code that is chosen already, on the screen of the kiosk")
    parser.add_argument("--prove", action="store_true", help=words)


def _certify(parser: ArgumentParser) -> None:
    words = _("the file to write, which is replaced; without it, on standard output")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help=words)
