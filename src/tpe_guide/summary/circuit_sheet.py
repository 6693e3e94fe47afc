"""The six steps of the circuit on one sheet of paper: to take along, or to talk over."""

from __future__ import annotations

from tpe_guide.i18n import _
from tpe_guide.pictures.circuit.svg import still
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.summary.sheet import Sheet


def circuit_sheet(words: CircuitWords, variant: Variant, language: str) -> Sheet:
    """The sheet of *variant*."""
    said = words.steps(variant)
    steps = [
        {"number": step.number, "title": step.title, "text": step.text, "svg": still(variant, step.number)}
        | {"alt": f"{words.picture(variant)} {step.spoken}"}
        for step in said
    ]
    key = _("Black dots: blood cells. Hatched: plasma. Small Y: antibodies. Arrows show the way it flows.")
    shown = {"chosen": words.chosen(variant), "key": key, "steps": steps}
    sources = tuple(dict.fromkeys(source for step in said for source in step.sources))
    return Sheet("circuit.typ", language, words.title, shown, sources)
