"""The words for readers that stand in files of their own, beside the pages: effects, pictures, questions.

They are taken from whatever is there, sound or not and of whatever age, so that two versions can be compared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures.signs import LISTED, SignTable, with_signs
from tpe_guide.authoring.slot_list import read_slots
from tpe_guide.authoring.source import read_yaml
from tpe_guide.guide.readability import sentences
from tpe_guide.guide.statements import Statements, passage
from tpe_guide.pictures.registry import PICTURES

FILES = ("effects", "check-yourself", "what-matters", "drawings", "my-session", *PICTURES)
_NO_WORDS = frozenset(("facts", "sources", "count", "red_flag", "slots", "format", "language", "version"))
"""Keys whose values no reader sees, or sees as words of another file."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Of an entry, an icon, an option: no words."""


def words_in_folder(content: Path, language: str) -> dict[str, Statements]:
    """What each file in the content folder *content* says; nothing of a file that is not there."""
    folder, faults = content / language, Faults(content)
    effects = read_yaml(folder / "effects.yaml", faults) if (folder / "effects.yaml").is_file() else None
    slots = read_slots(folder / "slots.yaml", faults)
    said = {}
    for name in FILES:
        path = folder / f"{name}.yaml"
        if not path.is_file():
            continue
        data = read_yaml(path, faults)
        if effects and name in PICTURES and (isinstance(data.at(*LISTED), list) or "warnings" not in data.value):
            with_signs(data, SignTable(effects, {slot.id: slot.neutral for slot in slots.values()}), faults)
        said[name] = _statements(path.name, data.value)
    return said


def words_compiled(guide: Path, language: str) -> dict[str, Statements]:
    """What each compiled file beside the compiled *guide* says; nothing of one that is not there or is damaged."""
    said = {}
    for name in FILES:
        try:
            data = json.loads((guide.parent / f"{name}.{language}.json").read_bytes())
        except (OSError, ValueError):
            continue
        said[name] = _statements(f"{name}.yaml", data)
    return said


def _statements(title: str, data: object) -> Statements:
    texts = (tuple(sentences(" ".join(text.split()))) for text in _texts(data))
    return Statements(title, tuple(passage(text) for text in texts if text))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in _NO_WORDS:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            if not _lists_sources(part):
                yield from _texts(part)
    elif isinstance(value, str) and not _NAME.fullmatch(value):
        yield value


def _lists_sources(part: object) -> bool:
    """Whether *part*, which stands in a list, is the list of sources that a compiled answer ends with."""
    return isinstance(part, list) and all(isinstance(label, str) for label in part)
