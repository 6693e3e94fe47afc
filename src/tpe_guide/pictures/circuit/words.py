"""The words of the circuit for one variant, out of the compiled file: what is read, and what is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tpe_guide.i18n import _
from tpe_guide.pictures.circuit.variant import OPTIONS, Variant


class Step(NamedTuple):
    """One of the six steps in words."""

    id: str
    number: int
    label: str
    """In the drawing."""
    hint: str
    title: str
    text: str
    sources: tuple[str, ...]
    spoken: str
    """All of it, for a voice."""


class Choice(NamedTuple):
    """A question about the circuit: its words and those of each option by id."""

    id: str
    name: str
    options: tuple[tuple[str, str], ...]


class CircuitWords:
    """Reads ``circuit.<language>.json``, given as *data*."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self.title: str = data["title"]
        self.not_together: str = data["not_together"]["text"]
        """Why two options cannot be had together."""
        self.choices = tuple(
            Choice(name, data["choices"][name]["name"], tuple((each, data["choices"][name][each]) for each in options))
            for name, options in OPTIONS.items()
        )

    def steps(self, variant: Variant) -> tuple[Step, ...]:
        """The six steps of *variant*."""
        entries = self._data["steps"]
        return tuple(self._step(entry, number, len(entries), variant) for number, entry in enumerate(entries, start=1))

    def picture(self, variant: Variant) -> str:
        """What the drawing shows, for whoever does not see it."""
        return _joined(entry["text"] for entry in _holding(self._data["picture"], variant))

    def caption(self, key: str, variant: Variant) -> tuple[str, str]:
        """The words in the drawing that *key* names, and the hint below them; empty if none."""
        entries = {entry["id"]: entry for entry in self._data["steps"]} | self._data["callouts"]
        entry = entries[key]
        return _for(entry["label"], variant), _for(entry.get("hint", ""), variant)

    def key(self, variant: Variant) -> tuple[tuple[str, str], ...]:
        """What each sign in the drawing stands for."""
        names = ("cells", "plasma", "antibodies", variant.fluid)
        return tuple((name, self._data["key"][name]) for name in names)

    def chosen(self, variant: Variant) -> str:
        """The variant in a few words."""
        return " · ".join(self._data["choices"][name][option] for name, option in variant._asdict().items())

    def _step(self, entry: Mapping[str, Any], number: int, count: int, variant: Variant) -> Step:
        said = _holding(entry["says"], variant)
        title, text = _for(entry["title"], variant), _joined(each["text"] for each in said)
        sources = tuple(dict.fromkeys(source for each in said for source in each["sources"]))
        spoken = _("Step {number} of {count}. {title}. {text}").format(
            number=number, count=count, title=title, text=text
        )
        label, hint = _for(entry["label"], variant), _for(entry.get("hint", ""), variant)
        return Step(entry["id"], number, label, hint, title, text, sources, spoken)


def _for(words: str | Mapping[str, str], variant: Variant) -> str:
    """*words*, or those of them for an option of *variant*."""
    return words if isinstance(words, str) else next(words[option] for option in variant if option in words)


def _holding(entries: Iterable[Mapping[str, Any]], variant: Variant) -> list[Mapping[str, Any]]:
    return [entry for entry in entries if entry.get("when") in (None, *variant)]


def _joined(texts: Iterable[str]) -> str:
    return " ".join(" ".join(text.split()) for text in texts)
