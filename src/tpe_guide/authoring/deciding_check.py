"""*What matters to me* (``what-matters.yaml``), as its authors wrote it: no fact, no number, no score."""

from __future__ import annotations

from collections.abc import Iterator, Set

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data
from tpe_guide.authoring.stated import Stated
from tpe_guide.guide.deciding import Ready
from tpe_guide.i18n import _


def check_deciding(data: Data, pages: Set[str], faults: Faults) -> None:
    """Note every fault in *data* (``what-matters.yaml``); *pages* are the ids of all pages."""
    values, ready = data.at("values"), data.at("ready")
    if not isinstance(values, list) or not values or not all(_is_words(value) for value in values):
        faults.add(data.line("values"), "WHAT-MATTERS", _("“{key}” must be a list of sentences").format(key="values"))
    if not isinstance(ready, list) or not ready:
        faults.add(data.line("ready"), "WHAT-MATTERS", _("“{key}” must be a list").format(key="ready"))
        return
    for index, one in enumerate(ready):
        if not isinstance(one, dict) or set(one) != set(Ready._fields) or not all(map(_is_words, one.values())):
            message = _("a question needs: {keys}").format(keys=", ".join(Ready._fields))
            faults.add(data.line("ready", index), "WHAT-MATTERS", message)
        elif one["page"] not in pages:
            message = _("there is no page “{id}”").format(id=one["page"])
            faults.add(data.line("ready", index, "page"), "BROKEN-LINK", message)


def stated(data: Data) -> Iterator[Stated]:
    """The words of *data*, which has no fault. No fact stands behind them, so they hold no number."""
    for index, value in enumerate(data.at("values")):
        yield Stated(value, data.line("values", index))
    for index, one in enumerate(data.at("ready")):
        for key in ("question", "ask"):
            yield Stated(one[key], data.line("ready", index, key))


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
