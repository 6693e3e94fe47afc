"""The words of the moving picture of the machine (``circuit.yaml``).

Words that differ by choice are written ``{choice: words}``; a sentence that holds for one choice names it in ``when``.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures.entries import amiss, is_words, mappings, need, need_list
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.i18n import _
from tpe_guide.pictures.circuit.variant import OPTIONS

STEPS = ("out", "thin", "part", "away", "in", "back")
_CHOICE_OF = {option: choice for choice, options in OPTIONS.items() for option in options}
_WORDS = ("label", "title")
_KEY = ("cells", "plasma", "antibodies", *OPTIONS["fluid"])


def targets(data: Data) -> Collection[str]:
    """Where a ``circuit:`` link may lead: to the picture as it was last seen, or as one choice has it."""
    return tuple(_CHOICE_OF)


def check(data: Data, evidence: Evidence, faults: Faults) -> None:
    """Note what is missing."""
    ids = tuple(data.at("steps", index, "id") for index in range(len(STEPS)))
    if ids != STEPS or data.at("steps", len(STEPS)) is not None:
        amiss(data, ("steps",), _("the steps are: {ids}").format(ids=", ".join(STEPS)), faults)
        return
    need(data, (), ("title",), faults)
    need(data, ("not_together",), ("text",), faults)
    need_list(data, ("picture",), ("text",), faults)
    for choice, options in OPTIONS.items():
        need(data, ("choices", choice), ("name", *options), faults)
    need(data, ("key",), _KEY, faults)
    for name in ("cells", "plasma"):
        _check_words(data, ("callouts", name), ("label", "hint"), faults)
    for index in range(len(STEPS)):
        optional = ("hint",) if data.at("steps", index, "hint") is not None else ()
        _check_words(data, ("steps", index), (*_WORDS, *optional), faults)
        if need_list(data, ("steps", index, "says"), ("text",), faults):
            _check_says(data, ("steps", index, "says"), faults)
    for place, entry in mappings(data):
        when = entry.get("when")
        if when is not None and not (is_words(when) and when in _CHOICE_OF):
            message = _("“when” is one of: {options}").format(options=", ".join(_CHOICE_OF))
            amiss(data, (*place, "when"), message, faults)


def _check_says(data: Data, place: Keys, faults: Faults) -> None:
    """Every circuit is told something."""
    whens = [entry.get("when") for entry in data.at(*place)]
    for circuit in product(*OPTIONS.values()):
        if not any(when is None or when in circuit for when in whens):
            amiss(data, place, _("nothing is said here of: {options}").format(options=", ".join(circuit)), faults)
            return


def _check_words(data: Data, place: Keys, needed: tuple[str, ...], faults: Faults) -> None:
    """Words, or words for each option of one choice: none may be left out."""
    for key in needed:
        value = data.at(*place, key)
        if is_words(value):
            continue
        options = OPTIONS.get(_CHOICE_OF.get(next(iter(value), ""), ""), ()) if isinstance(value, dict) else ()
        if not options:
            amiss(data, place, _("“{id}” needs: {keys}").format(id=place[-1], keys=key), faults)
        else:
            need(data, (*place, key), options, faults)
