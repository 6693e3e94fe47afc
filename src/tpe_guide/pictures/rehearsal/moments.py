"""The moments of a session in words, out of the compiled file: what happens, is felt, is said and is done, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, cast

from tpe_guide.i18n import _, _n
from tpe_guide.pictures.rehearsal.plan import Plan

LATEST_EARLY = 0.25
"""What comes soon after the start comes before this part of the time on the machine, however short that is."""


class Moment(NamedTuple):
    """One moment. *minute*: from the start of the machine; below 0: before it."""

    id: str
    minute: int
    minutes: int
    """On the machine in all."""
    label: str
    """A few words, for a mark on the timeline."""
    title: str
    happens: str
    feel: str
    say: str
    """What the person may say, without quotation marks."""
    nurse: str
    where: str
    step: str
    """The step of the circuit where this is, by id; empty: none is."""
    shows: str
    """The drawing of it, by name; empty: there is none."""
    sources: tuple[str, ...]

    @property
    def time(self) -> str:
        """When, in full words."""
        if self.minute < 0:
            return _n("{count} minute before the start", "{count} minutes before the start", -self.minute).format(
                count=-self.minute
            )
        after = self.minute - self.minutes
        if after > 0:
            return _n("{count} minute after the end", "{count} minutes after the end", after).format(count=after)
        return _n("{count} minute", "{count} minutes", self.minute).format(count=self.minute)

    @property
    def short_time(self) -> str:
        """When, for a mark on the timeline."""
        if self.minute < 0:
            return _("before")
        return _("after") if self.minute > self.minutes else _("{count} min").format(count=self.minute)

    @property
    def heading(self) -> str:
        """When, and what then."""
        return _("{time}: {title}").format(time=self.time, title=self.title)

    @property
    def spoken(self) -> str:
        """All of it, for a voice."""
        return _(
            "{heading}. What happens: {happens} What you may feel: {feel} You can say: “{say}” What the nurse does: "
            "{nurse} {where}"
        ).format(
            heading=self.heading,
            happens=self.happens,
            feel=self.feel,
            say=self.say,
            nurse=self.nurse,
            where=self.where,
        )


class Answer(NamedTuple):
    """Something to say when it tingles, and what is good to know about it."""

    words: str
    fits: bool
    feedback: str
    sources: tuple[str, ...]


class Practise(NamedTuple):
    """A turn to try it out."""

    title: str
    lead: str
    picture: str
    """What is drawn, in words."""
    answers: tuple[Answer, ...]


_SAID = ("happens", "feel", "nurse")


class RehearsalWords:
    """Reads ``rehearsal.<language>.json``, given as *data*. *at_home* says of words that hold there that they do."""

    def __init__(self, data: Mapping[str, Any], at_home: Callable[[str], str] = str) -> None:
        self._entries = [_placed(entry, at_home) for entry in data["moments"]]
        self.title: str = data["title"]
        self.note: str = data["note"]
        """That the times are an example."""
        turn = data["practise"]
        answers = (
            Answer(each["say"], each["fits"], _joined(each["says"]), tuple(_sources(each["says"])))
            for each in turn["answers"]
        )
        self.practise = Practise(turn["title"], turn["lead"], turn["picture"], tuple(answers))

    def moments(self, plan: Plan) -> tuple[Moment, ...]:
        """The moments of *plan*, in the order of their times; where those are the same, as they are written."""
        found = [moment for entry in self._entries for moment in _moments(entry, plan)]
        return tuple(sorted(found, key=lambda moment: moment.minute))


def _placed(entry: Mapping[str, Any], at_home: Callable[[str], str]) -> Mapping[str, Any]:
    """*entry* whose answers of the table of signs say where they hold."""
    said = {
        key: [{**each, "text": at_home(each["text"])} if each.get("at_home") else each for each in entry[key]]
        for key in _SAID
    }
    return {**entry, **said}


def _moments(entry: Mapping[str, Any], plan: Plan) -> Iterator[Moment]:
    minutes = _minutes(entry, plan)
    for number, minute in enumerate(minutes, start=1):
        name = entry["id"] if len(minutes) == 1 else f"{entry['id']}-{number}"
        yield _moment(entry, name, minute, plan)._replace(shows=_shown(entry.get("shows", ""), number, plan))


def _minutes(entry: Mapping[str, Any], plan: Plan) -> tuple[int, ...]:
    if "share" in entry:
        return (round(entry["share"] * plan.minutes),)
    if "after" in entry:
        return (plan.minutes + entry["after"],)
    if entry["at"] == "checks":
        return plan.check_minutes
    return (min(entry["at"], round(LATEST_EARLY * plan.minutes)),)


def _moment(entry: Mapping[str, Any], name: str, minute: int, plan: Plan) -> Moment:
    said = {key: [each for each in entry[key] if plan.holds(each.get("when"))] for key in _SAID}
    parts = [*said["happens"], *said["feel"], *said["nurse"], entry["where"]]
    return Moment(
        id=name,
        minute=minute,
        minutes=plan.minutes,
        label=_for(entry["label"], plan),
        title=_for(entry["title"], plan),
        happens=_joined(said["happens"]),
        feel=_joined(said["feel"]),
        say=entry["say"],
        nurse=_joined(said["nurse"]),
        where=_for(entry["where"]["text"], plan),
        step=entry.get("circuit", ""),
        shows="",
        sources=tuple(dict.fromkeys(_sources(parts))),
    )


def _shown(shows: str | Sequence[str] | Mapping[str, str], number: int, plan: Plan) -> str:
    """The drawing of the moment that is the *number*-th of its kind."""
    if isinstance(shows, list):
        return str(shows[min(number, len(shows)) - 1])
    return _for(cast(str | Mapping[str, str], shows), plan)


def _for(words: str | Mapping[str, str], plan: Plan) -> str:
    """*words*, or those of them that hold for *plan*."""
    return words if isinstance(words, str) else next(text for when, text in words.items() if plan.holds(when))


def _joined(entries: Iterable[Mapping[str, Any]]) -> str:
    return " ".join(" ".join(entry["text"].split()) for entry in entries)


def _sources(entries: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    return (source for entry in entries for source in entry["sources"])
