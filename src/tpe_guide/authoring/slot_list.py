"""``slots.yaml``: the slots that a language declares."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.numbers import uncarried
from tpe_guide.authoring.source import Data, check_hash, read_yaml
from tpe_guide.guide.slots import KINDS, Slot, SlotKind
from tpe_guide.i18n import _

LONGEST = 400
"""Characters that any slot may ask for."""
_KEYS = ("what", "neutral", "kind", "longest", "example")


def read_slots(path: Path, faults: Faults) -> dict[str, Slot]:
    """The slots in *path*, in its order; none if there is no such file. A slot with a fault is left out."""
    if not path.exists():
        return {}
    data = read_yaml(path, faults)
    slots = (_slot(data, name, faults) for name in data.value)
    return {slot.id: slot for slot in slots if slot}


def _slot(data: Data, name: str, faults: Faults) -> Slot | None:
    what, neutral, kind, longest, example = (data.at(name, key) for key in _KEYS)
    if not all(isinstance(words, str) and words.strip() for words in (what, neutral, kind, example)):
        message = _("slot “{id}” needs: {keys}").format(id=name, keys=", ".join(_KEYS))
        faults.add(data.line(name), "SLOT", message)
        return None
    known = len(faults)
    for key in data.value[name]:
        if key not in _KEYS:
            faults.add(data.line(name, key), "UNKNOWN-KEY", _("unknown key “{key}”").format(key=key))
    if kind not in KINDS:
        faults.add(data.line(name, "kind"), "SLOT", _("“kind” is one of: {kinds}").format(kinds=", ".join(KINDS)))
    if type(longest) is not int or not 0 < longest <= LONGEST:
        message = _("“longest” is a number of characters, at most {limit}").format(limit=LONGEST)
        faults.add(data.line(name, "longest"), "SLOT", message)
    elif example and len(example) > longest:
        faults.add(data.line(name, "example"), "SLOT", _("the example is longer than “longest” allows"))
    check_hash(neutral, data.line(name, "neutral"), faults)
    for quantity in uncarried(neutral, ()):
        message = _("“{number}” has no fact behind it").format(number=quantity.text)
        faults.add(data.line(name, "neutral"), "NUMBER", message)
    if len(faults) > known:
        return None
    what, neutral, example = (" ".join(words.split()) for words in (what, neutral, example))
    return Slot(str(name), what, neutral, cast(SlotKind, kind), longest, example)
