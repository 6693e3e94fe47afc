"""The words of the moving picture of the machine (``circuit.yaml``).

Words that differ by choice are written ``{choice: words}``; a sentence that holds for one choice names it in ``when``.
"""

from __future__ import annotations

from collections.abc import Collection

from tpe_guide.guide.evidence import Evidence
from tpe_guide.guide.fault import Faults
from tpe_guide.guide.pictures.entries import amiss, is_words, mappings, need
from tpe_guide.guide.source import Data, Keys
from tpe_guide.i18n import _

NAME = "circuit"
STEPS = ("out", "thin", "part", "away", "in", "back")
CHOICES = {
    "access": ("arms", "line", "one-needle"),
    "machine": ("spin", "filter"),
    "fluid": ("albumin", "donor-plasma"),
}
"""As ``circuit.variant`` has them; a test holds the two together."""
_OPTIONS = {option: choice for choice, options in CHOICES.items() for option in options}
_WORDS = ("label", "title")
_KEY = ("cells", "plasma", "antibodies", *CHOICES["fluid"])


def targets(data: Data) -> Collection[str]:
    """Where a ``circuit:`` link may lead: to the picture as it was last seen, or as one choice has it."""
    return tuple(_OPTIONS)


def check(data: Data, evidence: Evidence, faults: Faults) -> None:
    """Note what is missing."""
    ids = tuple(data.at("steps", index, "id") for index in range(len(STEPS)))
    if ids != STEPS or data.at("steps", len(STEPS)) is not None:
        amiss(data, ("steps",), _("the steps are: {ids}").format(ids=", ".join(STEPS)), faults)
        return
    need(data, ("not_together",), ("text",), faults)
    for choice, options in CHOICES.items():
        need(data, ("choices", choice), ("name", *options), faults)
    need(data, ("key",), _KEY, faults)
    for name in ("cells", "plasma"):
        _check_words(data, ("callouts", name), ("label", "hint"), faults)
    for index in range(len(STEPS)):
        _check_words(data, ("steps", index), _WORDS, faults)
    for place, entry in mappings(data):
        if entry.get("when") not in (None, *_OPTIONS):
            message = _("“when” is one of: {options}").format(options=", ".join(_OPTIONS))
            amiss(data, (*place, "when"), message, faults)


def _check_words(data: Data, place: Keys, needed: tuple[str, ...], faults: Faults) -> None:
    """Words, or words for each option of one choice: none may be left out."""
    for key in needed:
        value = data.at(*place, key)
        if is_words(value):
            continue
        options = CHOICES.get(_OPTIONS.get(next(iter(value), ""), ""), ()) if isinstance(value, dict) else ()
        if not options:
            amiss(data, place, _("“{id}” needs: {keys}").format(id=place[-1], keys=key), faults)
        else:
            need(data, (*place, key), options, faults)
