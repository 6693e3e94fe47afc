"""The paths through the guide (``paths`` in ``guide.yaml``), as their authors wrote them: no fact, no number.

There need not be any. Where there is one, *Today* leads to it, so it is one of ``WALKS`` and has an end in sight.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.authoring.stated import Stated
from tpe_guide.guide.model import Step, Walk
from tpe_guide.i18n import _
from tpe_guide.pictures.registry import PICTURES

WALKS = ("deciding", "coming-up")
"""Those to which *Today* has a door."""
OWN = ("questions", "matters")
"""Screens of the person's own that a step may lead to."""
STEPS = 5
TITLE_LENGTH, LINE_LENGTH = 24, 48
"""Letters: five titles stand beside one another above a step, and each line beside what is said of it."""
_KEYS, _NOTE, _STEP_KEYS = ("id", "title", "line", "end", "steps"), "note", ("title", "line", "to")


def read_walks(data: Data, pages: Set[str], faults: Faults) -> list[Walk]:
    """The sound ones in *data* (``guide.yaml``); *pages* are the ids of all that it lists. Each fault is noted."""
    entries = data.value.get("paths", [])
    if not isinstance(entries, list):
        _add(data, ("paths",), _("“{key}” must be a list").format(key="paths"), faults)
        return []
    walks: list[Walk] = []
    for index in range(len(entries)):
        walk = _walk(data, index, pages, faults)
        if walk and any(other.id == walk.id for other in walks):
            _add(data, ("paths", index), _("path “{id}” stands here twice").format(id=walk.id), faults)
        elif walk:
            walks.append(walk)
    return walks


def words_on(walk: Walk) -> Iterator[str]:
    """All that is said on *walk*, in the order of its screen."""
    yield from walk[1:-1]
    for step in walk.steps:
        yield from (step.title, step.line)


def stated_on(walk: Walk, data: Data) -> Iterator[Stated]:
    """The words of *walk*, each with its line in *data*. No fact stands behind them, so they hold no number."""
    index = [entry.get("id") if isinstance(entry, dict) else None for entry in data.at("paths")].index(walk.id)
    for key in ("title", "line", _NOTE, "end"):
        yield Stated(getattr(walk, key), data.line("paths", index, key))
    for number, step in enumerate(walk.steps):
        yield Stated(step.title, data.line("paths", index, "steps", number, "title"))
        yield Stated(step.line, data.line("paths", index, "steps", number, "line"))


def _walk(data: Data, index: int, pages: Set[str], faults: Faults) -> Walk | None:
    place: Keys = ("paths", index)
    entry = data.at(*place)
    if not (isinstance(entry, dict) and set(_KEYS) <= set(entry) <= {*_KEYS, _NOTE} and _are_words(entry, "steps")):
        message = _("a path needs: {keys}; it may have: {more}").format(keys=", ".join(_KEYS), more=_NOTE)
        _add(data, place, message, faults)
        return None
    if entry["id"] not in WALKS:
        message = _("no door leads to path “{id}”; it is one of: {options}")
        _add(data, (*place, "id"), message.format(id=entry["id"], options=", ".join(WALKS)), faults)
        return None
    if not isinstance(entry["steps"], list) or len(entry["steps"]) != STEPS:
        message = _("a path has {count} steps, so that its end is in sight").format(count=STEPS)
        _add(data, (*place, "steps"), message, faults)
        return None
    known = len(faults)
    steps = [_step(data, (*place, "steps", number), pages, faults) for number in range(STEPS)]
    _check_lengths(data, place, "title", TITLE_LENGTH, faults)
    sound = [step for step in steps if step is not None]
    for number, step in enumerate(sound):
        if step.id in {other.id for other in sound[:number]}:
            _add(data, (*place, "steps", number), _("two steps lead to “{id}”").format(id=step.id), faults)
    if len(faults) > known:
        return None
    return Walk(entry["id"], entry["title"], entry["line"], entry.get(_NOTE, ""), entry["end"], tuple(sound))


def _step(data: Data, place: Keys, pages: Set[str], faults: Faults) -> Step | None:
    entry = data.at(*place)
    if not (isinstance(entry, dict) and set(entry) == set(_STEP_KEYS) and _are_words(entry)):
        _add(data, place, _("a step needs: {keys}").format(keys=", ".join(_STEP_KEYS)), faults)
        return None
    _check_lengths(data, place, "title", TITLE_LENGTH, faults)
    _check_lengths(data, place, "line", LINE_LENGTH, faults)
    goal = entry["to"]
    if goal in pages:
        return Step(entry["title"], entry["line"], "page", goal)
    if goal in PICTURES or goal in OWN:
        return Step(entry["title"], entry["line"], goal)
    message = _("a step leads to a page or to one of: {options}; there is no “{id}”")
    faults.add(data.line(*place, "to"), "BROKEN-LINK", message.format(id=goal, options=", ".join((*PICTURES, *OWN))))
    return None


def _check_lengths(data: Data, place: Keys, key: str, most: int, faults: Faults) -> None:
    count = len(data.at(*place, key))
    if count > most:
        message = _("“{key}” has {count} letters; at most {limit}").format(key=key, count=count, limit=most)
        _add(data, (*place, key), message, faults)


def _are_words(entry: dict[str, object], *others: str) -> bool:
    """All values are words, but for those of the keys *others*."""
    return all(isinstance(value, str) and value.strip() for key, value in entry.items() if key not in others)


def _add(data: Data, place: Keys, message: str, faults: Faults) -> None:
    faults.add(data.line(*place), "PATHS", message)
