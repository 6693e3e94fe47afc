"""What the words of all pictures have in common: sentences with their facts, counts, and where each stands.

In the file of a picture a mapping with ``text`` (words, or words for each option) states something and names its
``facts`` (or ``"-"`` if it states nothing). Shorter words beside it (a title, a label) rest on the facts of the
nearest mapping around them. ``count: L-S35.any`` stands for the numbers of that fact: see ``guide.counts``. Below
``picture`` stand words that say what is drawn: they are there to be seen, so no fact stands behind them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tpe_guide.authoring.evidence import Evidence, Fact
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import NO_CLAIM
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.authoring.stated import Stated
from tpe_guide.i18n import _

DRAWN = "picture"
NOT_WORDS = frozenset(
    ("id", "when", "facts", "count", "page", "icon", "shows", "body", "circuit", "at", "mark", "kind")
)
"""Keys whose values no reader sees."""


def check_entries(data: Data, evidence: Evidence, faults: Faults) -> None:
    """Note what is empty, each sentence without a fact, each fact that must not be shown, each count there is not."""
    message = _("“{key}” is empty; words that hold a comma stand in quotation marks")
    for place, entry in mappings(data):
        for key in (key for key, part in entry.items() if part is None):
            faults.add(data.line(*place, key), "EMPTY", message.format(key=key))
        if "text" in entry and DRAWN not in place:
            _check_said(data, place, entry, evidence, faults)
        if "count" in entry:
            _check_count(str(entry["count"]), data.line(*place, "count"), evidence, faults)


def stated(data: Data, evidence: Evidence) -> Iterator[Stated]:
    """Each run of words, its line, and the facts behind it."""
    for place, words in _strings(data.value, ()):
        yield Stated(words, data.line(*place), list(_behind(data, place, evidence)))


def sentences(data: Data) -> Iterator[str]:
    """All that is said, for a measure of how hard it is to read."""
    return (words for __, entry in mappings(data) if "text" in entry for __, words in _strings(entry["text"], ()))


def pages_named(data: Data) -> Iterator[tuple[str, int]]:
    """Each page that the picture leads to, and the line that says so."""
    for place, entry in mappings(data):
        if "page" in entry:
            yield str(entry["page"]), data.line(*place, "page")


def compiled(data: Data, evidence: Evidence) -> dict[str, Any]:
    """The words as the program reads them: labels of sources in place of facts, numbers in place of counts."""

    def finished(value: Any) -> Any:  # noqa: ANN401 - YAML holds anything
        if isinstance(value, list):
            return [finished(part) for part in value]
        if not isinstance(value, dict):
            return value
        done = {key: finished(part) for key, part in value.items() if key not in ("facts", "count")}
        names = [str(name) for name in value.get("facts") or () if name != NO_CLAIM]
        if "count" in value and (count := evidence.count(str(value["count"]))):
            done["count"] = count._asdict()
            names.append(str(value["count"]).partition(".")[0])
        if names or "facts" in value:
            done["sources"] = sources_of(names, evidence)
        return done

    whole: dict[str, Any] = finished(data.value)
    return whole


def sources_of(names: list[str], evidence: Evidence) -> list[str]:
    """The labels of the sources behind the facts *names*, each once."""
    facts = [evidence.facts[name] for name in names if name in evidence.facts]
    return list(dict.fromkeys(evidence.sources[source] for fact in facts for source in fact.sources))


def need(data: Data, place: Keys, keys: tuple[str, ...], faults: Faults) -> bool:
    """Note a fault unless the mapping at *place* holds words at all *keys*."""
    if all(is_words(data.at(*place, key)) for key in keys):
        return True
    message = _("“{id}” needs: {keys}").format(id=place[-1] if place else "", keys=", ".join(keys))
    amiss(data, place, message, faults)
    return False


def need_list(data: Data, place: Keys, keys: tuple[str, ...], faults: Faults) -> bool:
    """Note a fault unless a list stands at *place*, and each mapping in it holds words at all *keys*."""
    entries = data.at(*place)
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        amiss(data, place, _("“{key}” must be a list of entries").format(key=place[-1]), faults)
        return False
    sound = [need(data, (*place, index), keys, faults) for index in range(len(entries))]
    return all(sound)


def amiss(data: Data, place: Keys, message: str, faults: Faults) -> None:
    """Note that what stands at *place* is not as the picture needs it."""
    faults.add(data.line(*place), "PICTURE-WORDS", message)


def is_words(value: object) -> bool:
    """Some words."""
    return isinstance(value, str) and bool(value.strip())


def mappings(data: Data) -> Iterator[tuple[Keys, dict[str, Any]]]:
    """Each mapping below the whole, outermost first, and where it stands."""

    def within(value: object, place: Keys) -> Iterator[tuple[Keys, dict[str, Any]]]:
        if isinstance(value, dict):
            if place:
                yield place, value
            for key, part in value.items():
                yield from within(part, (*place, key))
        elif isinstance(value, list):
            for index, part in enumerate(value):
                yield from within(part, (*place, index))

    return within(data.value, ())


def _check_said(data: Data, place: Keys, entry: dict[str, Any], evidence: Evidence, faults: Faults) -> None:
    names = entry.get("facts")
    texts = entry["text"].values() if isinstance(entry["text"], dict) else [entry["text"]]
    if not (texts and all(map(is_words, texts))):
        faults.add(data.line(*place), "EMPTY", _("“{key}” is empty").format(key="text"))
    if not isinstance(names, list) or not (names or "count" in entry):
        message = _("no fact stands behind this: “{text}”").format(text=str(entry["text"])[:40])
        faults.add(data.line(*place), "NO-FACT", message)
        return
    for name in (str(name) for name in names if name != NO_CLAIM):
        _check_fact(name, data.line(*place, "facts"), evidence, faults)


def _check_fact(name: str, line: int, evidence: Evidence, faults: Faults) -> None:
    evidence.check(name, line, faults)
    if name in evidence.facts and (unfit := evidence.unfit(evidence.facts[name])):
        faults.add(line, unfit.code, unfit.message)


def _check_count(name: str, line: int, evidence: Evidence, faults: Faults) -> None:
    if evidence.count(name) is None:
        faults.add(line, "COUNT", _("no fact holds the count “{name}”").format(name=name))
    else:
        _check_fact(name.partition(".")[0], line, evidence, faults)


def _strings(value: object, place: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in NOT_WORDS:
                yield from _strings(part, (*place, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _strings(part, (*place, index))
    elif isinstance(value, str):
        yield (place, value)


def _behind(data: Data, place: Keys, evidence: Evidence) -> Iterator[Fact]:
    """The facts in the nearest part around the words at *place* that names any; never those of the whole file."""
    for depth in range(len(place) - 1, 0, -1):
        names = list(dict.fromkeys(_named(data.at(*place[:depth]))))
        if names:
            facts = (evidence.facts[name] for name in names if name in evidence.facts)
            yield from (fact for fact in facts if not evidence.unfit(fact))  # which is told at the entry
            return


def _named(value: object) -> Iterator[str]:
    """The facts that *value* and all in it name, ``"-"`` among them."""
    if isinstance(value, dict):
        names = value.get("facts")
        yield from map(str, names if isinstance(names, list) else ())
        if "count" in value:
            yield str(value["count"]).partition(".")[0]
        for part in value.values():
            yield from _named(part)
    elif isinstance(value, list):
        for part in value:
            yield from _named(part)
