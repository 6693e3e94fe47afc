"""The small JSON files beside the diary, which the guide can do without: read guardedly, and set aside if spoilt.

Whatever lies in such a file's place (a folder, a pipe, a device, a loop of links, gigabytes, other people's JSON),
reading it ends soon, and either gives an object or says what is wrong.
"""

from __future__ import annotations

import errno
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from tpe_guide.errors import OutOfReach, SetAside, TpeGuideError

SPOILT = ".damaged"
"""What cannot be read is kept under this ending, for whoever can make something of it."""
KEPT = 5
"""So many are kept of one file; of the next the oldest makes room."""
DEPTH_LIMIT = 32
"""Lists and objects in each other. Python's own limit is near 1,000, and depends on who reads."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_INFINITY = float("inf")

T = TypeVar("T")
Json = dict[str, Any]
Tell = Callable[[TpeGuideError], object]


def untold(_fault: TpeGuideError) -> None:
    """For whoever has nobody to tell."""


class Fault(ValueError):
    """What is in the file is not what belongs there."""


class NotUtf8(Fault):
    """*line*, counted from 1, is not text in UTF-8."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class NotJson(Fault):
    """JSON ends to be so in *line*, counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class KeyTwice(Fault):
    """*key* stands twice in one object."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class NotAFile(Fault):
    """A folder, a pipe, a device: a pipe would be waited for, a device never ends."""


class TooLarge(Fault):
    """The file has *size* bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def load(path: Path, limit: int, read: Callable[[Json], T], nothing: T, tell: Tell) -> T:
    """What *read* makes of the object in the file *path*, which has at most *limit* bytes; *nothing* without one.

    *read* may raise ValueError, KeyError, TypeError or AttributeError for what does not belong there. A spoilt file
    is set aside and *tell* is given SetAside; one that is out of reach is left, and *tell* is given OutOfReach: then
    nothing may be written in its place.
    """
    try:
        return read(parse_object(read_bytes(path, limit)))
    except (FileNotFoundError, NotADirectoryError):
        return nothing
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    except OSError as error:
        if not _is_in_the_way(path, error):
            tell(OutOfReach(path, _reason(error)))
            return nothing
    try:
        tell(SetAside(path, set_aside(path, path.name + SPOILT)))
    except OSError as error:
        tell(OutOfReach(path, _reason(error)))
    return nothing


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of the file *path*, at most *limit*. Never waits. Raises OSError, NotAFile, TooLarge."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile
    if status.st_size > limit:
        raise TooLarge(status.st_size)
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:  # it grows, or lies about its size as files of /proc do
        raise TooLarge(len(data))
    return data


def parse_object(raw: bytes) -> Json:
    """The JSON object in *raw*, which ``encoded`` can write again. Raises a Fault."""
    data = parse(raw)
    if not isinstance(data, dict):
        raise Fault
    return data


def parse(raw: bytes) -> Any:  # noqa: ANN401 - JSON holds anything
    """The JSON in *raw*. Raises a Fault: not UTF-8, not JSON, a key twice, no real number, too deep."""
    try:
        text = raw.removeprefix(_BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError as error:
        raise NotUtf8(raw.count(b"\n", 0, error.start) + 1) from None
    try:
        data = json.loads(text, object_pairs_hook=_keys_once, parse_float=_finite, parse_constant=_no_such_number)
    except json.JSONDecodeError as error:
        raise NotJson(error.lineno) from None
    except Fault:
        raise
    except (RecursionError, ValueError):  # Python refuses to make a number of thousands of digits
        raise Fault from None
    if _is_too_deep(data) or (b"\\u" in raw and not _is_text(data)):
        raise Fault
    return data


def encoded(data: Json) -> bytes:
    """*data* as it stands in a file."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def set_aside(path: Path, name: str) -> Path:
    """Keep what is at *path* as *name* beside it. Earlier ones are kept as *name*-2, … Raises OSError."""
    return path.replace(room_for(path, name))


def room_for(path: Path, name: str) -> Path:
    """The place *name* beside *path*, where what lay there has moved on to *name*-2, … Raises OSError."""
    kept = path.with_name(name)
    names = [kept, *(kept.with_name(f"{name}-{number}") for number in range(2, KEPT + 1))]
    free = next((index for index, each in enumerate(names) if not _is_taken(each)), KEPT - 1)
    for index in range(free, 0, -1):
        names[index - 1].replace(names[index])
    return kept


def _is_in_the_way(path: Path, error: OSError) -> bool:
    """Whether it will not be read tomorrow either: a loop of links, or no permission for the file itself."""
    if isinstance(error, PermissionError):
        return _is_taken(path)
    return error.errno == errno.ELOOP


def _is_taken(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False
    return True


def _keys_once(pairs: list[tuple[str, Any]]) -> Json:
    keys: Json = {}
    for key, value in pairs:
        if key in keys:
            raise KeyTwice(key)
        keys[key] = value
    return keys


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (_INFINITY, -_INFINITY):
        raise Fault
    return number


def _no_such_number(_name: str) -> float:
    raise Fault


def _is_too_deep(data: object) -> bool:
    level = [data]
    for _depth in range(DEPTH_LIMIT):
        level = [child for each in level for child in _children(each)]
        if not level:
            return False
    return True


def _children(data: object) -> list[Any]:
    if isinstance(data, dict):
        return list(data.values())
    return data if isinstance(data, list) else []


def _is_text(data: object) -> bool:
    """Half of a surrogate pair can be written in JSON, and nowhere else."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except ValueError:
        return False
    return True


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
