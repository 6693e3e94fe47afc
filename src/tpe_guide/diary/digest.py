"""What entries say of their sessions, taken together: how bad each effect was at the worst, the last answer to each
question about function.

It is made of rows as they stand in the store, which are read many at a time.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from tpe_guide.vocabulary.terms import OTHER


class Noticed(NamedTuple):
    """The worst level of an effect in all entries about a session; *words*: the person's own name for it."""

    session: str
    effect: str
    words: str
    severity: int


class Rated(NamedTuple):
    """The last answer about a function in the entries about a session."""

    session: str
    function: str
    value: int


class Digest(NamedTuple):
    """What the entries about some sessions say."""

    written: frozenset[str]
    """The sessions that an entry is about."""
    nothing_new: frozenset[str]
    """Those with an entry that says that nothing new was noticed."""
    noticed: tuple[Noticed, ...]
    rated: tuple[Rated, ...]


class Sum:
    """The entries about one session, taken together one by one. Raises KeyError, TypeError, ValueError for no entry."""

    def __init__(self, kept: str | None = None) -> None:
        data: list[Any] = json.loads(kept) if kept is not None else [0, 0, [], {}]
        self.entries: int = data[0]
        self._nothing: int = data[1]
        self._rated: dict[str, list[Any]] = data[3]
        self._worst: dict[tuple[str, str], int] = {(effect, words): level for effect, words, level in data[2]}

    def add(self, body: str) -> None:
        """Take in the entry that is *body* in a row."""
        entry: dict[str, Any] = json.loads(body)
        self.entries += 1
        self._nothing |= bool(entry.get("none_noticed"))
        for report in entry.get("effects", ()):
            effect = report["effect"]
            key = (effect, report.get("words", "") if effect == OTHER else "")
            self._worst[key] = max(report["severity"], self._worst.get(key, 0))
        said = [(name, value) for name, value in entry.get("function", {}).items() if value is not None]
        if said:
            at = [entry["day"], dt.datetime.fromisoformat(entry["recorded_at"]).timestamp()]
            for name, value in said:
                if at >= self._rated.get(name, at)[:2]:
                    self._rated[name] = [*at, value]

    def body(self) -> str:
        """As it is kept."""
        worst = [[effect, words, level] for (effect, words), level in self._worst.items()]
        return json.dumps([self.entries, self._nothing, worst, self._rated], ensure_ascii=False)

    def noticed(self, session: str) -> Iterable[Noticed]:
        """Each effect that was asked about."""
        return (Noticed(session, effect, words, level) for (effect, words), level in self._worst.items())

    def rated(self, session: str) -> Iterable[Rated]:
        """Each function that was answered."""
        return (Rated(session, name, value) for name, (_day, _at, value) in self._rated.items())

    @property
    def says_nothing_new(self) -> bool:
        """One of them does."""
        return bool(self._nothing)


def digest(sums: dict[str, Sum]) -> Digest:
    """What *sums*, by session, say."""
    return Digest(
        frozenset(session for session, one in sums.items() if one.entries),
        frozenset(session for session, one in sums.items() if one.says_nothing_new),
        tuple(found for session, one in sums.items() for found in one.noticed(session)),
        tuple(found for session, one in sums.items() for found in one.rated(session)),
    )
