"""The cards “What you may feel”, out of the compiled file: what is read, and what is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from tpe_guide.i18n import _
from tpe_guide.pictures.feelings.frequency import Frequency


class Card(NamedTuple):
    """One feeling. *id* is the page about it."""

    id: str
    icon: str
    drawing: str
    """A small scene of it, by name; empty: there is none, and the icon stands for it."""
    where: tuple[str, ...]
    """The places on the body where it may be felt."""
    name: str
    often: tuple[Frequency, ...]
    """The first is told first; none: there is no good count."""
    how_often: str
    notes: tuple[str, ...]
    """In how many it did not come, who was counted, what others counted, what else is known."""
    why: str
    do: str
    at_home: str
    """What to do there; may be empty."""
    sources: tuple[str, ...]

    @property
    def all_to_do(self) -> str:
        """Now, and at home."""
        return f"{self.do} {self.at_home}".rstrip()

    @property
    def spoken(self) -> str:
        """All of it, for a voice."""
        why, do = _("Why: {words}").format(words=self.why), _("Do now: {words}").format(words=self.all_to_do)
        return " ".join((f"{self.name}. {self.how_often}.", *self.notes, why, do))


class AtOnce(NamedTuple):
    """What must not wait."""

    question: str
    answer: str
    sources: tuple[str, ...]


class Cards:
    """Reads ``feelings.<language>.json``, given as *data*."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.title: str = data["title"]
        self.on_body: str = data.get("on_body", "")
        """The heading above the body; empty: there is none."""
        self.cards = tuple(_card(entry) for entry in data["cards"])
        question, answer = data["at_once"]["question"], data["at_once"]["answer"]
        sources = dict.fromkeys((*question["sources"], *answer["sources"]))
        self.at_once = AtOnce(_text(question), _text(answer), tuple(sources))

    @property
    def of(self) -> int:
        """Of how many sessions all of them tell."""
        return next((each.of for card in self.cards for each in card.often), 100)


def _card(entry: Mapping[str, Any]) -> Card:
    counted = entry.get("often") or []
    often = tuple(_frequency(each) for each in counted)
    sources = [each for part in (*counted, *_parts(entry)) for each in part["sources"]]
    return Card(
        id=entry["page"],
        icon=entry["icon"],
        drawing=entry.get("shows", ""),
        where=tuple(entry.get("body", ())),
        name=entry["name"],
        often=often,
        how_often=often[0].words if often else _("No good count yet"),
        notes=(*_counted(counted, often), *([_text(entry["note"])] if "note" in entry else [])),
        why=_text(entry["why"]),
        do=_text(entry["do"]),
        at_home=_text(entry["at_home"]) if "at_home" in entry else "",
        sources=tuple(dict.fromkeys(sources)),
    )


def _parts(entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [entry[key] for key in ("note", "why", "do", "at_home") if key in entry]


def _frequency(entry: Mapping[str, Any]) -> Frequency:
    low = entry["count"]
    high = entry["to"]["count"] if "to" in entry else low
    return Frequency(0 if low["under"] else low["n"], high["n"], low["of"], low["under"])


def _counted(counted: list[Mapping[str, Any]], often: tuple[Frequency, ...]) -> Iterator[str]:
    """In how many it did not come, who was counted; then what others counted."""
    for number, (entry, each) in enumerate(zip(counted, often, strict=True)):
        yield f"{_text(entry)} {each.words}. {each.others}" if number else f"{each.others} {_text(entry)}"


def _text(entry: Mapping[str, Any]) -> str:
    return " ".join(str(entry["text"]).split())
