"""What is written down when the program itself has failed: where in its code, and on what it ran.

Never a value, a message of an exception, a person's words, or the name of their home: those stay with the person.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from types import TracebackType
from typing import NamedTuple

from tpe_guide import __version__
from tpe_guide.errors import CannotWrite
from tpe_guide.files import make_private_folder, write_whole

FOLDER = "reports"
"""In the data folder."""
KEPT = 5
"""The newest; each has at most ``LONGEST`` lines."""
LONGEST = 60
_NAME = "failure-*.txt"
_HEAD = "tpe-guide failure report. It holds places in the code and versions: no words, no names, no values."
_LIBRARIES = ("site-packages", "dist-packages")
_QT_NAME = re.compile(r"Q[A-Za-z0-9]+(::[A-Za-z0-9_]+)*|qt\.[a-z.]+")


class Failure(NamedTuple):
    """*kind* is the name of a type; *places* are ``file:line function``, the one where it happened last."""

    kind: str
    places: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where it happened."""
        return self.places[-1] if self.places else "?"


def failure_of(error: BaseException) -> Failure:
    """Where *error* came from, with the errors that it came from first."""
    chain = list(_chain(error))
    places = [place for each in reversed(chain) for place in (f"[{type(each).__name__}]", *_places(each.__traceback__))]
    return Failure(type(error).__name__, tuple(places[1:] if len(chain) == 1 else places))


def failure_of_qt(level: str, message: str) -> Failure:
    """What Qt said, as far as it is a name of its own: the rest may be a file name, or what is on screen."""
    said = _QT_NAME.match(message)
    return Failure(f"Qt {level}", (said[0],) if said else ())


def save(folder: Path, failure: Failure, surroundings: Mapping[str, str]) -> Path | None:
    """Write a report into the data *folder*, where the newest few are kept. None where none can be written."""
    reports = folder / FOLDER
    moment = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
    path = reports / f"failure-{moment}-{os.urandom(2).hex()}.txt"
    try:
        make_private_folder(reports)
        write_whole(path, "\n".join(_lines(failure, surroundings)).encode(errors="replace"), private=True)
    except CannotWrite:
        return None
    _drop_old(folder, path)
    return path


def kept(folder: Path) -> list[Path]:
    """The reports in the data *folder*, the oldest first."""
    try:
        return sorted((folder / FOLDER).glob(_NAME))
    except OSError:
        return []


def _drop_old(folder: Path, new: Path) -> None:
    others = [path for path in kept(folder) if path != new]
    for path in others[: max(0, len(others) - (KEPT - 1))]:
        try:
            path.unlink()
        except OSError:
            return


def _lines(failure: Failure, surroundings: Mapping[str, str]) -> list[str]:
    facts = {"when": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()), **_versions(), **surroundings}
    places = [f"  {place}" for place in failure.places]
    if len(places) > LONGEST:  # such as of a recursion: how it began, and where it ended
        places = [*places[: LONGEST // 3], "  …", *places[-LONGEST * 2 // 3 :]]
    return [_HEAD, *(f"{name}: {fact}" for name, fact in facts.items()), f"failed: {failure.kind}", *places, ""]


def _versions() -> dict[str, str]:
    import platform

    return {
        "tpe-guide": __version__ + (" (bundle)" if getattr(sys, "frozen", False) else ""),
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
    }


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{_shown(code.co_filename)}:{trace.tb_lineno} {code.co_qualname}"
        trace = trace.tb_next


def _shown(file: str) -> str:
    """*file* from its package on, else only its name: what is before that may be a home folder."""
    parts = PurePath(file).parts
    begins = [index for index, part in enumerate(parts) if part == "tpe_guide"]
    begins += [index + 1 for index, part in enumerate(parts) if part in _LIBRARIES]
    return "/".join(parts[max(begins, default=-1) :])
