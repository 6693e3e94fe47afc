"""What people type, and which words of the guide are meant: ``content/<language>/lay-words.yaml``.

All that a search knows about one language stands in that file; the code knows none.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data, Keys, read_yaml
from tpe_guide.i18n import _
from tpe_guide.search.fold import folded_phrase

CODE = "LAY-WORDS"


@dataclass(frozen=True, slots=True)
class LayWords:
    """How people search in one language."""

    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What they type → ids of terms, or words as the guide has them."""
    small: tuple[str, ...] = ()
    """Words so common that a search for others passes over them."""
    endings: tuple[str, ...] = ()
    """Endings in which forms of one word differ (``-s``, ``-ing``)."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Letters → other letters for the same sound (``haem`` → ``hem``); either way round."""
    data: Data = field(default_factory=Data)


def read_lay_words(path: Path, faults: Faults) -> LayWords:
    """The lay words in *path*; none if there is no such file."""
    if not path.is_file():
        return LayWords()
    data = read_yaml(path, faults)
    for key in data.value:
        if key not in ("phrases", "small-words", "endings", "spellings"):
            faults.add(data.line(key), "UNKNOWN-KEY", _("unknown key “{key}”").format(key=key))
    return LayWords(
        phrases=dict(_phrases(data, faults)),
        small=tuple(_words(data, ("small-words",), faults)),
        endings=tuple(_words(data, ("endings",), faults)),
        spellings=dict(_spellings(data, faults)),
        data=data,
    )


def check_targets(lay: LayWords, terms: Container[str], written: str, faults: Faults) -> None:
    """Note each target that is neither the id of one of the *terms* nor stands in *written*, all texts folded."""
    for phrase, targets in lay.phrases.items():
        for index, target in enumerate(targets):
            if target not in terms and f" {folded_phrase(target)} " not in written:
                message = _("“{target}” is neither a glossary term nor written anywhere in the guide")
                faults.add(lay.data.line("phrases", phrase, index), CODE, message.format(target=target))


def _phrases(data: Data, faults: Faults) -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: set[str] = set()
    for phrase in _mapping(data, "phrases", faults):
        place = ("phrases", phrase)
        folded = folded_phrase(phrase) if isinstance(phrase, str) else ""
        targets = tuple(_words(data, place, faults))
        if not folded:
            faults.add(data.line(*place), CODE, _("“{phrase}” has no letters; put it in quotes").format(phrase=phrase))
        elif folded in seen:
            faults.add(data.line(*place), CODE, _("“{phrase}” stands here twice").format(phrase=phrase))
        elif targets:
            yield phrase, targets
        seen.add(folded)


def _spellings(data: Data, faults: Faults) -> Iterator[tuple[str, str]]:
    for ours, theirs in _mapping(data, "spellings", faults).items():
        if isinstance(ours, str) and isinstance(theirs, str) and folded_phrase(ours) and folded_phrase(theirs):
            yield folded_phrase(ours), folded_phrase(theirs)
        else:
            message = _("a spelling is “letters: other letters”")
            faults.add(data.line("spellings", ours), CODE, message)


def _mapping(data: Data, key: str, faults: Faults) -> dict[Any, Any]:
    value = data.value.get(key)
    if isinstance(value, dict):
        return value
    if value is not None:
        faults.add(data.line(key), CODE, _("“{key}” must be a list of “key: value” lines").format(key=key))
    return {}


def _words(data: Data, place: Keys, faults: Faults) -> Iterator[str]:
    value = data.at(*place)
    if not isinstance(value, list) or not value:
        if value is not None or len(place) > 1:
            faults.add(data.line(*place), CODE, _("“{key}” needs a list of words: [one, two]").format(key=place[-1]))
        return
    for index, word in enumerate(value):
        if isinstance(word, str) and folded_phrase(word):
            yield word
        else:
            message = _("“{word}” is no word; put it in quotes if it is meant as one").format(word=word)
            faults.add(data.line(*place, index), CODE, message)
