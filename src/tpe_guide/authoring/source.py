"""Reading content files so that every fault can name its line: text, YAML and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pack import TEXT_LIMIT, read_at_most
from tpe_guide.i18n import _

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader reads the facts ten times faster
_FENCE = "---"
_HTML = re.compile(r"<[a-zA-Z/!?]|&(?:[a-zA-Z]\w*|#\w+);")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]")
PAGE_LIMIT = 32 * 1024
"""Bytes. Our longest page is a fifth of this."""
DEPTH_LIMIT = 20
"""Lists and mappings inside one another. Ours are a fifth as deep."""


Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Data:
    """A YAML document and where its parts stand."""

    value: dict[str, Any] = field(default_factory=dict)
    lines: dict[Keys, int] = field(default_factory=dict)

    def at(self, *keys: str | int) -> Any:  # noqa: ANN401 - YAML holds anything
        """The value at *keys*; None where there is none."""
        value: Any = self.value
        for key in keys:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def line(self, *keys: str | int) -> int:
        """The line of the value at *keys*, or of the nearest part around it that has one."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)


def read_text(path: Path, faults: Faults) -> str | None:
    """The text of *path*, its line ends as ``\\n``; None with a fault if it cannot be read as UTF-8."""
    try:
        raw = read_at_most(path, PAGE_LIMIT if path.suffix == ".md" else TEXT_LIMIT)
    except OSError as error:
        faults.add(1, "FILE", _("cannot be read: {reason}").format(reason=(error.strerror or str(error)).lower()))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        faults.add(line, "ENCODING", _("is not UTF-8 text"))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line_text in enumerate(text.split("\n"), start=1):
        if _UNPRINTABLE.search(line_text):
            faults.add(number, "ENCODING", _("holds a character that cannot be printed"))
        if _HTML.search(line_text):
            faults.add(number, "RAW-HTML", _("HTML is not allowed here; write plain words and Markdown"))
    return _UNPRINTABLE.sub("", text)


def read_yaml(path: Path, faults: Faults) -> Data:
    """The mapping in the YAML file *path*; empty, with a fault, if there is none."""
    text = read_text(path, faults)
    return Data() if text is None else parse_yaml(text, 1, faults)


def parse_yaml(text: str, first_line: int, faults: Faults) -> Data:
    """The mapping in *text*, which begins at *first_line* of its file; empty, with a fault, if none."""
    loader = _Loader(text)
    try:
        _check_depth(text)
        node = loader.get_single_node()
        if isinstance(node, yaml.MappingNode):
            lines = dict(_lines_of(node, (), set()))
            return Data(loader.construct_document(node), {keys: first_line + line for keys, line in lines.items()})
        faults.add(first_line, "YAML", _("must be a list of “key: value” lines"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        faults.add(first_line + line, "YAML", error.problem or _("cannot be understood"))
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # such as a date with a 13th month
        faults.add(first_line, "YAML", str(error).splitlines()[0])
    finally:
        loader.dispose()
    return Data()


def split_front_matter(text: str, faults: Faults) -> tuple[Data, str, int]:
    """The front matter of a page, its body, and the line at which the body begins."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        faults.add(1, "FRONT-MATTER", _("a page begins with a line of three dashes (---)"))
        return Data(), text, 1
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == _FENCE:
            data = parse_yaml("\n".join(lines[1 : number - 1]), 2, faults)
            return data, "\n".join(lines[number:]), number + 1
    faults.add(1, "FRONT-MATTER", _("the front matter has no closing line of three dashes (---)"))
    return Data(), "", len(lines)


def words_of(data: Data, key: str, faults: Faults, *, may_be_empty: bool = False) -> str:
    """The words at *key*, in one line; a fault if they are no words, or empty. A missing key is no fault."""
    value = data.value.get(key)
    if isinstance(value, str) and value.strip():
        return " ".join(value.split())
    if value is not None and not isinstance(value, str):
        faults.add(data.line(key), "FRONT-MATTER", _("“{key}” must be words").format(key=key))
    elif key in data.value and not may_be_empty:
        faults.add(data.line(key), "EMPTY", _("“{key}” is empty").format(key=key))
    return ""


def check_hash(text: str, line: int, faults: Faults) -> None:
    """Note *text*, which a reader sees, if there is a hash in it: it is a mark of writers and machines."""
    if "#" in text:
        faults.add(line, "HASH", _("“#” stands in words for readers: write what it means"))


def _check_depth(text: str) -> None:
    """Raise yaml.MarkedYAMLError for what is nested too deep: to compose it would end the process, not the parsing."""
    loader, depth = _Loader(text), 0
    try:
        while (event := loader.get_event()) is not None:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEPTH_LIMIT:
                problem = _("nested more than {limit} deep").format(limit=DEPTH_LIMIT)
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
    finally:
        loader.dispose()


def _lines_of(node: yaml.Node, keys: Keys, seen: set[int]) -> Iterator[tuple[Keys, int]]:
    """The line of each part below *node*, counted from 0. Raises yaml.MarkedYAMLError."""
    if id(node) in seen:  # a few lines of aliases can stand for gigabytes
        raise _yaml_error(node, _("an alias (*) is not allowed here"))
    seen.add(id(node))
    yield keys, node.start_mark.line
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _lines_of(item, (*keys, index), seen)
    elif isinstance(node, yaml.MappingNode):
        yield from _lines_of_mapping(node, keys, seen)


def _lines_of_mapping(node: yaml.MappingNode, keys: Keys, seen: set[int]) -> Iterator[tuple[Keys, int]]:
    names = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _yaml_error(key, _("a key is one word"))
        if key.value in names:
            raise _yaml_error(key, _("“{key}” stands here twice").format(key=key.value))
        names.add(key.value)
        yield from _lines_of(value, (*keys, key.value), seen)
        yield (*keys, key.value), key.start_mark.line  # of the key, not of a value further down


def _yaml_error(node: yaml.Node, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
