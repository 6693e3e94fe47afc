"""Reading content files so that every fault can name its line: text, YAML and front matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tpe_guide.guide.fault import Faults
from tpe_guide.i18n import _

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader reads the facts ten times faster
_FENCE = "---"
SIZE_LIMIT = 2 * 1024 * 1024
"""Bytes. The largest honest content file (the facts) is a twentieth of this."""


@dataclass(frozen=True, slots=True)
class Data:
    """A YAML document and where its parts stand."""

    value: Any
    lines: dict[tuple[str | int, ...], int]

    def line(self, *keys: str | int) -> int:
        """The line of the value at *keys*, or of the nearest part around it that has one."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)


def read_text(path: Path, faults: Faults) -> str | None:
    """The text of *path*, its line ends as ``\\n``; None with a fault if it cannot be read as UTF-8."""
    try:
        raw = path.read_bytes() if path.stat().st_size <= SIZE_LIMIT else None
    except OSError as error:
        faults.add(1, "FILE", _("cannot be read: {reason}").format(reason=(error.strerror or "").lower()))
        return None
    if raw is None:
        faults.add(1, "FILE", _("is larger than {limit} bytes").format(limit=SIZE_LIMIT))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        faults.add(line, "ENCODING", _("is not UTF-8 text"))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(path: Path, faults: Faults) -> Data | None:
    """The mapping in the YAML file *path*; None with a fault if there is none."""
    text = read_text(path, faults)
    return None if text is None else parse_yaml(text, 1, faults)


def parse_yaml(text: str, first_line: int, faults: Faults) -> Data | None:
    """The mapping in *text*, which begins at *first_line* of its file; None with a fault if there is none."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            faults.add(first_line, "YAML", _("must be a list of “key: value” lines"))
            return None
        lines = dict(_lines_of(node, (), first_line, faults))
        return Data(loader.construct_document(node), lines)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        reason = getattr(error, "problem", None) or _("cannot be understood")
        faults.add(line, "YAML", str(reason))
        return None
    except ValueError as error:  # such as a date with a 13th month
        faults.add(first_line, "YAML", str(error))
        return None
    finally:
        loader.dispose()


def split_front_matter(text: str, faults: Faults) -> tuple[Data | None, str, int]:
    """The front matter of a page, its body, and the line at which the body begins."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        faults.add(1, "FRONT-MATTER", _("a page begins with a line of three dashes (---)"))
        return None, text, 1
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == _FENCE:
            data = parse_yaml("\n".join(lines[1 : number - 1]), 2, faults)
            return data, "\n".join(lines[number:]), number + 1
    faults.add(1, "FRONT-MATTER", _("the front matter has no closing line of three dashes (---)"))
    return None, "", len(lines)


def _lines_of(
    node: Any, keys: tuple[str | int, ...], first_line: int, faults: Faults
) -> Iterator[tuple[tuple[str | int, ...], int]]:
    line = first_line + node.start_mark.line
    yield keys, line
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _lines_of(item, (*keys, index), first_line, faults)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            place = first_line + key.start_mark.line
            if key.value in seen:
                faults.add(place, "YAML", _("“{key}” stands here twice").format(key=key.value))
            seen.add(key.value)
            yield from _lines_of(value, (*keys, key.value), first_line, faults)
            yield (*keys, key.value), place
