"""The facts that the guide may state, and the sources that stand behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tpe_guide.authoring.counts import Count, read_counts
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data, check_hash, read_yaml
from tpe_guide.i18n import _

REFUTED = frozenset({"wrong", "outdated", "overclaim", "anecdote", "marketing", "out-of-scope", "hostile"})
"""Verdicts on a seed fact that keep it from being stated as true."""
MEMORY = "memory"
"""Stands among the sources of some facts for what nobody has read. It is no source, and is never shown as one."""
LOW = "low"
"""Grade of a source that nobody should lean on alone: an advertisement, a web copy without an author."""
_NEEDED = ("id", "claim", "kind", "sources", "status", "certainty")
_READ = ("full text", "leaflet", "abstract", "excerpt", "report", "this guide")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a source says. *figure* is read together with its *population*."""

    id: str
    claim: str
    kind: str
    sources: tuple[str, ...]
    status: str
    """``seed`` (from the five seed documents) or ``literature``."""
    certainty: str
    """``seen`` in the source, or ``memory``: then it never reaches a reader."""
    verdict: str = ""
    note: str = ""
    figure: str = ""
    population: str = ""
    derived: str = ""
    """What we worked out from the figure, and how: a complement, a sum, an interval."""
    show_in_app: str = ""
    """What the evidence file says of showing it: ``no``, ``yes``, ``words only`` …"""
    read: str = ""
    """How the source of a fact that an author added was read, such as ``abstract``."""
    checked: str = ""
    """Who or what has confirmed such a fact since, or that nobody could."""
    counts: dict[str, Count] = field(default_factory=dict)
    """What pictures may show of it, by name; see ``guide.counts``."""

    @property
    def from_memory(self) -> bool:
        """Nobody has read this in a source."""
        return self.certainty != "seen" or not self.sources

    @property
    def refuted(self) -> bool:
        """May only be shown as what one source says, beside what others say."""
        return self.verdict in REFUTED

    @property
    def held_back(self) -> bool:
        """The evidence file keeps this from readers."""
        return bool(re.match(r"(?:no|avoid|clinician note)\b", self.show_in_app))

    @property
    def wording(self) -> str:
        """All that the fact says, in one string."""
        return "\n".join((self.claim, self.figure, self.derived, self.population, self.note))


class Reason(NamedTuple):
    """Why a fact is left out, or shown all the same, and the line that says so."""

    text: str
    line: int


class Unfit(NamedTuple):
    """Why words may not rest on a fact: the code of the fault and its message."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Facts by id, source labels by source id, and where the facts stand in their file."""

    folder: Path = Path()
    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    low_grade: frozenset[str] = frozenset()
    """The sources of the lowest grade."""
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each fact in ``facts.yaml``."""
    excluded: dict[str, Reason] = field(default_factory=dict)
    """Seed facts that no page will cite."""
    exceptions: dict[tuple[str, str], Reason] = field(default_factory=dict)
    """(page, fact) that a page may state all the same."""

    def count(self, name: str) -> Count | None:
        """The count that *name* (``L-S35.any``) stands for; None if there is none."""
        fact, __, key = name.partition(".")
        return self.facts[fact].counts.get(key) if fact in self.facts else None

    def leans_low(self, fact: Fact) -> bool:
        """Only sources of the lowest grade say so, and the literature does not bear it out."""
        return fact.verdict != "ok" and bool(fact.sources) and set(fact.sources) <= self.low_grade

    def unfit(self, fact: Fact) -> Unfit | None:
        """Why no words may rest on *fact*; None if they may."""
        if fact.held_back:
            message = _("fact “{id}” is not for readers: exceptions.yaml may say why it is shown here")
            return Unfit("HELD-BACK", message.format(id=fact.id))
        if fact.refuted:
            message = _("fact “{id}” is marked {verdict}: only “Sources differ” may show it")
            return Unfit("REFUTED-FACT", message.format(id=fact.id, verdict=fact.verdict))
        if self.leans_low(fact):
            message = _("only a poor source says “{id}”: find a better fact, or show it in “Sources differ”")
            return Unfit("LOW-GRADE", message.format(id=fact.id))
        return None

    def check(self, fact: str, line: int, faults: Faults) -> None:
        """Note a fault if *fact*, cited in *line*, must not reach a reader."""
        if fact not in self.facts:
            faults.add(line, "UNKNOWN-FACT", _("there is no fact “{id}”").format(id=fact))
        elif self.facts[fact].from_memory:
            message = _("fact “{id}” is from memory: nobody has seen it in a source").format(id=fact)
            faults.add(line, "MEMORY-FACT", message)


def read_evidence(folder: Path, faults: Faults) -> Evidence:
    """The evidence in *folder*: ``facts.yaml``, ``sources.yaml``, perhaps ``excluded.yaml``, ``exceptions.yaml``."""
    sources = read_yaml(folder / "sources.yaml", faults.of(folder / "sources.yaml"))
    labels = _labels(sources, faults.of(folder / "sources.yaml"))
    data = read_yaml(folder / "facts.yaml", faults.of(folder / "facts.yaml"))
    facts, lines = _read_facts(data, labels, faults.of(folder / "facts.yaml"))
    return Evidence(
        folder,
        facts,
        labels,
        frozenset(source for source in labels if sources.at(source, "grade") == LOW),
        lines,
        _read_excluded(folder / "excluded.yaml", facts, faults),
        _read_exceptions(folder / "exceptions.yaml", facts, faults),
    )


def _labels(data: Data, faults: Faults) -> dict[str, str]:
    labels: dict[str, str] = {}
    for source, entry in data.value.items():
        label = entry.get("label") if isinstance(entry, dict) else None
        labels[source] = label.strip() if isinstance(label, str) else ""
        if not labels[source]:
            faults.add(data.line(source), "SOURCE", _("source “{id}” has no label").format(id=source))
        check_hash(labels[source], data.line(source, "label"), faults)
        if data.at(source, "grade") not in (None, LOW):
            faults.add(data.line(source, "grade"), "SOURCE", _("“grade” is “low”, or is left out"))
    return labels


def _read_facts(data: Data, sources: dict[str, str], faults: Faults) -> tuple[dict[str, Fact], dict[str, int]]:
    facts: dict[str, Fact] = {}
    lines: dict[str, int] = {}
    entries = data.value.get("facts", [])
    if not isinstance(entries, list):
        faults.add(data.line("facts"), "FACT", _("“facts” must be a list"))
        return facts, lines
    for index, entry in enumerate(entries):
        line = data.line("facts", index)
        fact = _fact(entry, line, faults)
        if fact is None:
            continue
        if fact.id in facts:
            faults.add(line, "FACT", _("fact “{id}” stands here twice").format(id=fact.id))
        for source in (source for source in fact.sources if source not in sources):
            message = _("fact “{id}” names a source that does not exist: “{source}”")
            faults.add(
                data.line("facts", index, "sources"),
                "UNKNOWN-SOURCE",
                message.format(id=fact.id, source=source),
            )
        facts[fact.id] = fact
        lines[fact.id] = line
    return facts, lines


def _fact(entry: object, line: int, faults: Faults) -> Fact | None:
    if not isinstance(entry, dict):
        faults.add(line, "FACT", _("a fact is a list of “key: value” lines"))
        return None
    missing = [key for key in _NEEDED if not entry.get(key)]
    if missing or not isinstance(entry["sources"], list):
        faults.add(line, "FACT", _("a fact needs: {keys}").format(keys=", ".join(missing or ["sources"])))
        return None
    if entry.get("read", _READ[0]) not in _READ:
        faults.add(line, "FACT", _("“read” is one of: {ways}").format(ways=", ".join(_READ)))
    words = {key: str(entry.get(key) or "") for key in Fact.__dataclass_fields__ if key not in ("sources", "counts")}
    sources = tuple(str(source) for source in entry["sources"] if source != MEMORY)
    fact = Fact(sources=sources, **words)  # type: ignore[arg-type] # the names of the fields that hold words
    fact.counts.update(read_counts(entry.get("counts"), fact.wording, line, faults))
    return fact


def _read_excluded(path: Path, facts: dict[str, Fact], faults: Faults) -> dict[str, Reason]:
    if not path.is_file():
        return {}
    faults = faults.of(path)
    data = read_yaml(path, faults)
    reasons = ((fact, _reason(data, (fact,), facts, "EXCLUDED", faults)) for fact in data.value)
    return {fact: reason for fact, reason in reasons if reason}


def _read_exceptions(path: Path, facts: dict[str, Fact], faults: Faults) -> dict[tuple[str, str], Reason]:
    if not path.is_file():
        return {}
    faults = faults.of(path)
    data = read_yaml(path, faults)
    exceptions: dict[tuple[str, str], Reason] = {}
    for page, entries in data.value.items():
        if not isinstance(entries, dict):
            faults.add(data.line(page), "EXCEPTION", _("a page is followed by its facts, each with a reason"))
            continue
        for fact in entries:
            if reason := _reason(data, (page, fact), facts, "EXCEPTION", faults):
                exceptions[page, fact] = reason
    return exceptions


def _reason(data: Data, place: tuple[str, ...], facts: dict[str, Fact], code: str, faults: Faults) -> Reason | None:
    fact, line, words = place[-1], data.line(*place), data.at(*place)
    if fact not in facts:
        faults.add(line, "UNKNOWN-FACT", _("there is no fact “{id}”").format(id=fact))
    elif not (isinstance(words, str) and words.strip()):
        faults.add(line, code, _("fact “{id}” needs a reason").format(id=fact))
    else:
        return Reason(words, line)
    return None
