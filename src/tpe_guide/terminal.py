"""What is said on a terminal or into a pipe, also where the standard streams are closed, full, or read by nobody."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

from tpe_guide.errors import CannotWriteOutput

CLOSED = "it is closed"
_BAR = 24


def hold_closed_streams() -> None:
    """Give standard streams that are closed to the null device. To be called once, before any file is opened.

    Else the next file that is opened would take the place of one, and get what others say there. Errors have
    nowhere to go then: with no standard error, ``print`` would put them into what is piped.
    """
    if sys.stdin is not None and sys.stdout is not None and sys.stderr is not None:
        return
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for as long as the process lives


def say(words: str) -> None:
    """*words* in one line on standard output; nothing where that is closed. Raises CannotWriteOutput."""
    if sys.stdout is not None:
        try:
            _write_line(words, sys.stdout)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotWriteOutput(_reason(error)) from error


def say_lines(text: str) -> None:
    """As ``say``, each line of *text*."""
    for line in text.splitlines():
        say(line)


def give(text: str) -> None:
    """*text*, which is all that was asked for, line by line on standard output. Raises CannotWriteOutput."""
    if sys.stdout is None:
        raise CannotWriteOutput(CLOSED)
    say_lines(text)


def give_bytes(data: bytes) -> None:
    """*data*, which is all that was asked for, on standard output as it is. Raises CannotWriteOutput."""
    if sys.stdout is None:
        raise CannotWriteOutput(CLOSED)
    try:
        sys.stdout.buffer.write(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotWriteOutput(_reason(error)) from error


def flush() -> None:
    """Be sure that what was said has arrived. Raises CannotWriteOutput."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CannotWriteOutput(_reason(error)) from error


def complain(words: str) -> None:
    """*words* in one line on standard error. Never fails: nothing is undone because nobody can be told of it."""
    if sys.stderr is None:
        return
    try:
        _write_line(words, sys.stderr)
        sys.stderr.flush()
    except (OSError, ValueError):
        forget(sys.stderr)


def pass_by(words: str) -> None:
    """Show *words* on a terminal until something else is said; nowhere else."""
    _on_the_terminal(f"{words}  \r")


def show_progress(part: float, words: str) -> None:
    """On a terminal, a bar for the *part* (0 to 1) of long work that is done, and *words*.

    What is said next takes its place. Nothing where standard error is no terminal, or has gone.
    """
    bar = "#" * int(_BAR * part)
    _on_the_terminal(f"[{bar:.<{_BAR}}] {words} \r")


def clear_progress() -> None:
    """Make room for what is said next, which may be shorter."""
    _on_the_terminal(" " * (_BAR + 24) + "\r")


def _on_the_terminal(words: str) -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        with suppress(OSError, ValueError):
            sys.stderr.write("\r" + words)
            sys.stderr.flush()


def forget(stream: TextIO | None) -> None:
    """What *stream* still holds goes nowhere: Python flushes once more when it ends, and would complain then."""
    if stream is None:
        return
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _write_line(words: str, stream: TextIO) -> None:
    """*words* in one line, whatever file name is in them, on a terminal of whatever encoding."""
    line = "".join(c if c.isprintable() else "?" for c in words)
    encoding = stream.encoding or "ascii"
    stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
