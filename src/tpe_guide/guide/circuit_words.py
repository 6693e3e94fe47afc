"""The words of the moving picture of the machine (``circuit.yaml``): each with its facts, checked and compiled.

Words that differ by choice are written ``{choice: words}``; a sentence that holds for one choice names it in ``when``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tpe_guide.guide.evidence import Evidence, Fact
from tpe_guide.guide.fault import Faults
from tpe_guide.guide.inline import NO_CLAIM
from tpe_guide.guide.source import Data, Keys, read_yaml
from tpe_guide.guide.stated import Stated
from tpe_guide.i18n import _

STEPS = ("out", "thin", "part", "away", "in", "back")
CHOICES = {
    "access": ("arms", "line", "one-needle"),
    "machine": ("spin", "filter"),
    "fluid": ("albumin", "donor-plasma"),
}
"""As ``circuit.variant`` has them; a test holds the two together."""
_OPTIONS = {option: choice for choice, options in CHOICES.items() for option in options}
CIRCUIT_TARGETS = ("start", *_OPTIONS)
"""Where a ``circuit:`` link may lead: to the picture as it was last seen, or as one choice has it."""
_WORDS = ("label", "title")
_KEY = ("cells", "plasma", "antibodies", *CHOICES["fluid"])


def read_circuit(path: Path, evidence: Evidence, faults: Faults) -> Data:
    """``circuit.yaml`` as written; empty without a fault where there is none, and with one if it cannot be read."""
    data = read_yaml(path, faults) if path.is_file() else Data()
    if not data.value:
        return data
    ids = [data.at("steps", index, "id") for index in range(len(data.at("steps") or ()))]
    if ids != list(STEPS):
        _fault(faults, data, ("steps",), _("the steps are: {ids}").format(ids=", ".join(STEPS)))
        return data
    for choice, options in CHOICES.items():
        _need(data, ("choices", choice), ("name", *options), faults)
    _need(data, ("key",), _KEY, faults)
    for name in ("cells", "plasma"):
        _check_words(data, ("callouts", name), ("label", "hint"), faults)
    for index in range(len(STEPS)):
        _check_words(data, ("steps", index), _WORDS, faults)
    for place in _said(data):
        _check_said(data, place, evidence, faults)
    return data


def circuit_stated(data: Data, evidence: Evidence) -> Iterator[Stated]:
    """Each run of words, its line, the facts behind it: those of a step stand behind its title and label too."""
    said = list(_said(data))
    for place in said:
        yield Stated(str(data.at(*place, "text")), data.line(*place, "text"), _facts(data, place, evidence))
    for index, step in enumerate(data.at("steps") or ()):
        behind = [fact for place in said if place[:2] == ("steps", index) for fact in _facts(data, place, evidence)]
        for key in (key for key in step if key in (*_WORDS, "hint")):
            for text, place in _by_choice(data, ("steps", index, key)):
                yield Stated(text, data.line(*place), behind)


def sentences_said(data: Data) -> Iterator[str]:
    """All that is said, for a measure of how hard it is to read."""
    return (str(data.at(*place, "text")) for place in _said(data))


def compiled(data: Data, evidence: Evidence) -> dict[str, Any]:
    """The words, with the labels of the sources behind each sentence in place of its facts."""

    def finished(value: Any, key: str = "") -> Any:  # noqa: ANN401 - YAML holds anything
        if isinstance(value, dict):
            return {("sources" if name == "facts" else name): finished(part, name) for name, part in value.items()}
        if key == "facts":
            facts = [evidence.facts[name] for name in value if name in evidence.facts]
            return list(dict.fromkeys(evidence.sources[source] for fact in facts for source in fact.sources))
        return [finished(part) for part in value] if isinstance(value, list) else value

    words: dict[str, Any] = finished(data.value)
    return words


def _said(data: Data) -> Iterator[Keys]:
    """Where each sentence stands that states something, and the words of the picture."""
    for index in range(len(data.at("steps") or ())):
        for number in range(len(data.at("steps", index, "says") or ())):
            yield "steps", index, "says", number
    for number in range(len(data.at("picture") or ())):
        yield "picture", number
    yield ("not_together",)


def _check_said(data: Data, place: Keys, evidence: Evidence, faults: Faults) -> None:
    text, when, names = (data.at(*place, key) for key in ("text", "when", "facts"))
    if not (isinstance(text, str) and text.strip()):
        _fault(faults, data, place, _("“{id}” needs: {keys}").format(id=place[0], keys="text"))
    if when is not None and when not in _OPTIONS:
        _fault(faults, data, (*place, "when"), _("“when” is one of: {options}").format(options=", ".join(_OPTIONS)))
    if place[0] == "picture":  # it says what is drawn, which is there to be seen
        return
    if not isinstance(names, list) or not names:
        message = _("no fact stands behind this: “{text}”").format(text=str(text)[:40])
        faults.add(data.line(*place), "NO-FACT", message)
        return
    for name in (name for name in names if name != NO_CLAIM):
        evidence.check(str(name), data.line(*place, "facts"), faults)
        if (fact := evidence.facts.get(str(name))) and fact.refuted:
            message = _("fact “{id}” is marked {verdict}: only “Sources differ” may show it")
            faults.add(data.line(*place, "facts"), "REFUTED-FACT", message.format(id=fact.id, verdict=fact.verdict))


def _check_words(data: Data, place: Keys, needed: tuple[str, ...], faults: Faults) -> None:
    """Words, or words for each option of one choice: none may be left out."""
    for key in needed:
        value = data.at(*place, key)
        if isinstance(value, str) and value.strip():
            continue
        options = CHOICES.get(_OPTIONS.get(next(iter(value), ""), ""), ()) if isinstance(value, dict) else ()
        if not options:
            _fault(faults, data, place, _("“{id}” needs: {keys}").format(id=place[-1], keys=key))
        else:
            _need(data, (*place, key), options, faults)


def _need(data: Data, place: Keys, keys: tuple[str, ...], faults: Faults) -> None:
    if not all(isinstance(data.at(*place, key), str) and str(data.at(*place, key)).strip() for key in keys):
        _fault(faults, data, place, _("“{id}” needs: {keys}").format(id=place[-1], keys=", ".join(keys)))


def _by_choice(data: Data, place: Keys) -> Iterator[tuple[str, Keys]]:
    value = data.at(*place)
    if isinstance(value, dict):
        yield from ((str(words), (*place, option)) for option, words in value.items())
    elif isinstance(value, str):
        yield value, place


def _facts(data: Data, place: Keys, evidence: Evidence) -> list[Fact]:
    names = data.at(*place, "facts")
    return [evidence.facts[name] for name in names or () if name in evidence.facts]


def _fault(faults: Faults, data: Data, place: Keys, message: str) -> None:
    faults.add(data.line(*place), "CIRCUIT", message)
