"""The words of how often, with their numbers in place, out of the compiled file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tpe_guide.pictures.odds.array import COUNTED, REST, Array


class Row(NamedTuple):
    """What one kind of mark says. The words stand beside a mark of that kind."""

    kind: str
    text: str


class Group(NamedTuple):
    """One array and its words: *head* and *text* read as one sentence, *rows* say the rest of it.

    *band*: how low and how high the true number may be; empty where that is not said.
    """

    name: str
    array: Array
    head: str
    text: str
    rows: tuple[Row, ...]
    band: str
    sources: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """All that the array shows, for whoever does not see it."""
        said = (f"{self.name}: {self.head} {self.text}", *(row.text for row in self.rows), self.band)
        return " ".join(filter(None, said))


class About(NamedTuple):
    """Who was counted, when, or what."""

    name: str
    text: str


class Picture(NamedTuple):
    """One or two groups of the same whole. *mark*: what stands for one of them; see ``odds.marks``."""

    id: str
    part: str
    """The view that it is part of: what can go wrong, or how often it helped."""
    name: str
    title: str
    mark: str
    each: str
    groups: tuple[Group, ...]
    about: tuple[About, ...]
    caution: str
    caution_lead: str
    """The first words of *caution*, which weigh more; perhaps none."""
    page: str
    sources: tuple[str, ...]

    @property
    def is_small(self) -> bool:
        """It is about a small trial: the true numbers may lie far from those counted."""
        return any(group.array.low is not None for group in self.groups)

    @property
    def spoken(self) -> str:
        """All of it, for a voice or a screen reader."""
        return " ".join((self.title, *(group.spoken for group in self.groups), self.caution))


class OddsWords:
    """Reads ``odds.<language>.json``, given as *data*."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.pictures = tuple(map(_picture, data["pictures"]))
        self.how: str = data["how"]["title"]
        self.steps = tuple(str(each["text"]) for each in data["how"]["says"])
        """How it was worked out."""
        self.urgent: str = data["urgent"]["title"]
        self.urgent_text: str = data["urgent"]["text"]

    def picture(self, name: str) -> Picture | None:
        """The picture of that id, if there is one."""
        return next((picture for picture in self.pictures if picture.id == name), None)

    @property
    def parts(self) -> tuple[str, ...]:
        """The views: harm and benefit are never seen in one."""
        return tuple(dict.fromkeys(picture.part for picture in self.pictures))

    def in_part(self, part: str) -> tuple[Picture, ...]:
        """The pictures of one view."""
        return tuple(picture for picture in self.pictures if picture.part == part)


def _picture(entry: Mapping[str, Any]) -> Picture:
    groups = tuple(map(_group, entry["arrays"]))
    about = tuple(About(each["name"], _joined(each["text"])) for each in entry["about"])
    sources = [source for group in groups for source in group.sources]
    caution = entry["caution"]
    sources += [source for each in (*entry["about"], caution) for source in each["sources"]]
    lead = _joined(caution.get("lead", ""))
    return Picture(
        entry["id"],
        entry["part"],
        entry["name"],
        entry["title"],
        entry["mark"],
        entry["each"],
        groups,
        about,
        f"{lead} {_joined(caution['text'])}".strip(),
        lead,
        entry["page"],
        tuple(dict.fromkeys(sources)),
    )


def _group(entry: Mapping[str, Any]) -> Group:
    count, parts = entry["count"], entry.get("parts", ())
    kinds = tuple((part["kind"], part["count"]["n"]) for part in parts) or ((COUNTED, count["n"]),)
    array = Array(count["of"], kinds, count["low"], count["high"])
    rows = [Row(REST, _filled(entry["rest"], count))]
    rows += [Row(part["kind"], _filled(part["text"], part["count"])) for part in parts]
    band = " ".join(_filled(entry[key], count) for key in ("low", "high")) if array.low is not None else ""
    sources = [source for each in (entry, *parts) for source in each["sources"]]
    head, text = _filled(entry["head"], count), _filled(entry["text"], count)
    return Group(_filled(entry["group"], count), array, head, text, tuple(rows), band, tuple(dict.fromkeys(sources)))


def _filled(words: str, count: Mapping[str, Any]) -> str:
    """*words* with the numbers of *count*."""
    n, of = count["n"], count["of"]
    seen, seen_of = count["seen"] or ("", "")
    numbers = {"n": n, "of": of, "rest": of - n, "low": count["low"], "high": count["high"]}
    written = {name: "" if value is None else f"{value:,}" for name, value in numbers.items()}
    return _joined(words).format(**written, seen=seen, seen_of=seen_of)


def _joined(words: str) -> str:
    return " ".join(words.split())
