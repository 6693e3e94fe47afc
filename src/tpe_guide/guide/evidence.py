"""The facts that the guide may state, and the sources that stand behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tpe_guide.guide.fault import Faults
from tpe_guide.guide.source import read_yaml
from tpe_guide.i18n import _

REFUTED = frozenset({"wrong", "outdated", "overclaim", "anecdote", "marketing", "out-of-scope", "hostile"})
"""Verdicts on a seed fact that keep it from being stated as true."""
MEMORY = "memory"
"""Stands among the sources of some facts for what nobody has read. It is no source, and is never shown as one."""
_NEEDED = ("id", "claim", "kind", "sources", "status", "certainty")


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

    @property
    def from_memory(self) -> bool:
        """Nobody has read this in a source."""
        return self.certainty != "seen" or not self.sources

    @property
    def refuted(self) -> bool:
        """May only be shown as what one source says, beside what others say."""
        return self.verdict in REFUTED

    @property
    def wording(self) -> str:
        """All that the fact says, in one string."""
        return "\n".join((self.claim, self.figure, self.derived, self.population, self.note))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Facts by id, source labels by source id, and reasons for seed facts left out."""

    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    excluded: dict[str, str] = field(default_factory=dict)

    def check(self, fact: str, line: int, faults: Faults) -> None:
        """Note a fault if *fact*, cited in *line*, must not reach a reader."""
        if fact not in self.facts:
            faults.add(line, "UNKNOWN-FACT", _("there is no fact “{id}”").format(id=fact))
        elif self.facts[fact].from_memory:
            message = _("fact “{id}” is from memory: nobody has seen it in a source").format(id=fact)
            faults.add(line, "MEMORY-FACT", message)


def read_evidence(folder: Path, faults: Faults) -> Evidence:
    """The evidence in *folder* (``facts.yaml``, ``sources.yaml``, perhaps ``excluded.yaml``)."""
    sources = _read_sources(folder / "sources.yaml", faults)
    facts = _read_facts(folder / "facts.yaml", sources, faults)
    return Evidence(facts, sources, _read_excluded(folder / "excluded.yaml", facts, faults))


def _read_sources(path: Path, faults: Faults) -> dict[str, str]:
    faults = faults.of(path)
    data = read_yaml(path, faults)
    labels: dict[str, str] = {}
    for source, entry in data.value.items():
        label = entry.get("label") if isinstance(entry, dict) else None
        labels[source] = label.strip() if isinstance(label, str) else ""
        if not labels[source]:
            faults.add(data.line(source), "SOURCE", _("source “{id}” has no label").format(id=source))
    return labels


def _read_facts(path: Path, sources: dict[str, str], faults: Faults) -> dict[str, Fact]:
    faults = faults.of(path)
    data = read_yaml(path, faults)
    entries = data.value.get("facts", [])
    if not isinstance(entries, list):
        faults.add(data.line("facts"), "FACT", _("“facts” must be a list"))
        return {}
    facts: dict[str, Fact] = {}
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
    return facts


def _fact(entry: object, line: int, faults: Faults) -> Fact | None:
    if not isinstance(entry, dict):
        faults.add(line, "FACT", _("a fact is a list of “key: value” lines"))
        return None
    missing = [key for key in _NEEDED if not entry.get(key)]
    if missing or not isinstance(entry["sources"], list):
        faults.add(line, "FACT", _("a fact needs: {keys}").format(keys=", ".join(missing or ["sources"])))
        return None
    words = {key: str(entry.get(key) or "") for key in Fact.__dataclass_fields__ if key != "sources"}
    return Fact(sources=tuple(str(source) for source in entry["sources"] if source != MEMORY), **words)


def _read_excluded(path: Path, facts: dict[str, Fact], faults: Faults) -> dict[str, str]:
    if not path.is_file():
        return {}
    faults = faults.of(path)
    data = read_yaml(path, faults)
    excluded: dict[str, str] = {}
    for fact, reason in data.value.items():
        if fact not in facts:
            faults.add(data.line(fact), "UNKNOWN-FACT", _("there is no fact “{id}”").format(id=fact))
        elif not (isinstance(reason, str) and reason.strip()):
            faults.add(data.line(fact), "EXCLUDED", _("fact “{id}” needs a reason").format(id=fact))
        else:
            excluded[fact] = reason
    return excluded
