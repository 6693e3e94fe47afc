"""The print system where it has no commands of its own, such as Windows: through Qt, in a process beside the window.

Qt waits for it as long as it takes and holds all of Python meanwhile, in whatever thread: three minutes, measured with
a server that accepts and stays silent. A process can be ended instead. What it answers is read here; what it does is in
``qt_process``.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tpe_guide import paths
from tpe_guide.ui.printing.cups import Printers

if TYPE_CHECKING:
    from tpe_guide.summary.papers import Paper

FLAG = "--through-qt"
"""Makes such a process of this program. It is not for people, so no help tells of it."""
ASK_SECONDS = 10
"""A slow computer takes a while to start a process."""
SEND_SECONDS = 60
_LENGTH = struct.Struct(">Q")


def ask() -> tuple[str, ...]:
    """Asks for the printers; ``printers_in`` reads the answer."""
    return (*paths.this_program(), FLAG, "printers")


def send(printer: str, paper: Paper, title: str) -> tuple[str, ...]:
    """Gives the pages on standard input, see ``packed``, to *printer*. It ends with 0 where none was refused."""
    return (*paths.this_program(), FLAG, "print", printer, paper, title)


def environment() -> dict[str, str]:
    """What the process runs in: it shows nothing."""
    hidden = {} if sys.platform in ("win32", "darwin") else {"QT_QPA_PLATFORM": "offscreen"}
    return os.environ | hidden


def printers_in(code: int, answer: str) -> Printers | None:
    """The printers in the answer to ``ask``, first the usual one, then all; None where *code* tells of a fault."""
    if code:
        return None
    usual, *names = answer.splitlines() or [""]
    return Printers(usual if usual in names else "", tuple(names))


def printers_told(printers: Printers) -> str:
    """What ``printers_in`` reads."""
    return "\n".join((printers.usual, *printers.names)) + "\n"


def packed(pages: Sequence[bytes]) -> bytes:
    """*pages*, pictures as files, in one piece."""
    return b"".join(_LENGTH.pack(len(page)) + page for page in pages)


def unpacked(data: bytes) -> Iterator[bytes]:
    """The pages in what ``packed`` made."""
    at = 0
    while at < len(data):
        start = at + _LENGTH.size
        at = start + _LENGTH.unpack_from(data, at)[0]
        yield data[start:at]
