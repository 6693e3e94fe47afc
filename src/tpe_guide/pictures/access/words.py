"""The words of the view of the body, for one way in, out of the compiled file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tpe_guide.pictures.access.scene import PARTS, scene
from tpe_guide.vocabulary.signs import TIERS


class Topic(NamedTuple):
    """One thing that it means for a day: washing, sleep."""

    id: str
    title: str
    says: tuple[str, ...]


class Tier(NamedTuple):
    """Warning signs, and whom to call about them. *number* is empty where it is the unit's."""

    id: str
    heading: str
    number: str
    signs: tuple[str, ...]


class AccessWords:
    """Reads ``access.<language>.json``, given as *data*. An *access* that is not known is said as ``unknown``."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self.title: str = data["title"]
        self.question: str = data["ask"]["question"]
        self.why: str = data["ask"]["text"]
        self.warnings: str = data["warnings"]["title"]

    def name(self, access: str) -> str:
        """What *access* is called."""
        name: str = self._data["options"][access or "unknown"]["name"]
        return name

    def hint(self, access: str) -> str:
        """A word or two more."""
        hint: str = self._data["options"][access or "unknown"]["hint"]
        return hint

    def topics(self, access: str) -> tuple[Topic, ...]:
        """What it means, topic by topic."""
        topics = self._data["topics"].items()
        return tuple(Topic(name, topic["title"], _texts(topic["says"], access)) for name, topic in topics)

    def tiers(self, access: str) -> tuple[Tier, ...]:
        """The warning signs, the most pressing first."""
        warnings = ((name, self._data["warnings"][name]) for name in TIERS)
        return tuple(
            Tier(name, tier["heading"], tier.get("number", ""), _texts(tier["signs"], access))
            for name, tier in warnings
        )

    def parts(self, access: str) -> tuple[str, ...]:
        """What each number in the drawing stands for, from 1."""
        if access in PARTS:
            return tuple(self._data["picture"]["parts"][part] for part in scene(access).parts)
        return tuple(self.name(each) for each in scene(access).parts)

    def picture(self, access: str) -> str:
        """What the drawing shows, for whoever does not see it."""
        return " ".join(_texts(self._data["picture"]["shows"], access))

    def pages(self, access: str) -> tuple[str, ...]:
        """The pages to read more on."""
        return tuple(entry["page"] for entry in _holding(self._data["more"], access))

    def sources(self, access: str) -> tuple[str, ...]:
        """The sources behind all that is said, each once."""
        said = [entry for topic in self._data["topics"].values() for entry in topic["says"]]
        said += [entry for name in TIERS for entry in self._data["warnings"][name]["signs"]]
        return tuple(dict.fromkeys(source for entry in _holding(said, access) for source in entry["sources"]))


def _holding(entries: Iterable[Mapping[str, Any]], access: str) -> Sequence[Mapping[str, Any]]:
    return [entry for entry in entries if (access or "unknown") in entry.get("when", (access or "unknown",))]


def _texts(entries: Iterable[Mapping[str, Any]], access: str) -> tuple[str, ...]:
    return tuple(" ".join(entry["text"].split()) for entry in _holding(entries, access))
