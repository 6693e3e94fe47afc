"""The questions under which the guide shows its chapters (``guide.yaml``), as its authors wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tpe_guide import paths
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.authoring.stated import Stated
from tpe_guide.guide.model import Part
from tpe_guide.i18n import _

LONGEST = 40
"""Letters of a question: it heads a column a third of a window wide."""
_KEYS = {"question", "icon", "chapters"}


def read_parts(data: Data, chapters: Sequence[str], faults: Faults) -> tuple[list[Part], list[str]]:
    """The parts that *data* (``guide.yaml``) names, and the chapters that stand below them all.

    *chapters* are the ids of all there are: each is to stand in one place. Without the key ``questions`` there are
    no parts, and that is no fault. Where something is wrong there are none either: no chapter gets lost.
    """
    before = len(faults)
    if "questions" not in data.value:
        return [], []
    entries = data.at("questions")
    if not isinstance(entries, list) or not entries:
        _add(data, ("questions",), _("“{key}” must be a list").format(key="questions"), faults)
        return [], []
    parts = [part for index in range(len(entries)) if (part := _part(data, index, faults))]
    below = data.at("below") or []
    if not _are_words(below):
        _add(data, ("below",), _("“{key}” must be a list").format(key="below"), faults)
        below = []
    if len(parts) == len(entries):
        _check_places(data, chapters, faults)
    return (parts, below) if len(faults) == before else ([], [])


def stated(data: Data, parts: Sequence[Part]) -> Iterator[Stated]:
    """The words of *parts*, which *data* holds. No fact stands behind a question, so it holds no number."""
    for index, part in enumerate(parts):
        yield Stated(part.question, data.line("questions", index, "question"))


def _part(data: Data, index: int, faults: Faults) -> Part | None:
    place = ("questions", index)
    question, icon, chapters = (data.at(*place, key) for key in ("question", "icon", "chapters"))
    entry = data.at(*place)
    whole = isinstance(entry, dict) and set(entry) == _KEYS and _are_words([question, icon]) and _are_words(chapters)
    if not whole or not chapters:
        _add(data, place, _("a question needs: {keys}").format(keys="question, icon, chapters"), faults)
        return None
    if len(question) > LONGEST:
        message = _("{count} letters in one question; at most {limit}").format(count=len(question), limit=LONGEST)
        _add(data, (*place, "question"), message, faults)
    if not (paths.assets_dir() / "icons" / f"{icon}.svg").is_file():
        _add(data, (*place, "icon"), _("there is no icon “{name}”").format(name=icon), faults)
    return Part(question, icon, tuple(chapters))


def _check_places(data: Data, chapters: Sequence[str], faults: Faults) -> None:
    """Each of *chapters* stands once, and nothing else does."""
    seen: set[str] = set()
    for place, name in _named(data):
        if name not in chapters:
            _add(data, place, _("guide.yaml has no chapter “{chapter}”").format(chapter=name), faults)
        elif name in seen:
            _add(data, place, _("chapter “{chapter}” stands here twice").format(chapter=name), faults)
        seen.add(name)
    for name in (name for name in chapters if name not in seen):
        _add(data, ("questions",), _("no question has the chapter “{chapter}”").format(chapter=name), faults)


def _named(data: Data) -> Iterator[tuple[Keys, str]]:
    for index, entry in enumerate(data.at("questions")):
        for number, name in enumerate(entry["chapters"]):
            yield ("questions", index, "chapters", number), name
    for number, name in enumerate(data.at("below") or ()):
        yield ("below", number), name


def _are_words(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) and value.strip() for value in values)


def _add(data: Data, place: Keys, message: str, faults: Faults) -> None:
    faults.add(data.line(*place), "CHAPTERS", message)
