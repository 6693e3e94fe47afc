"""The words of the cards “What you may feel” (``feelings.yaml``): one card for each feeling, with one denominator."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tpe_guide import paths
from tpe_guide.authoring.counts import Count
from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures.entries import amiss, need
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.i18n import _
from tpe_guide.pictures.feelings.body import places


def targets(data: Data) -> Collection[str]:
    """Where a ``feelings:`` link may lead: to one card."""
    return tuple(str(data.at(*card, "page")) for card in _cards(data))


def check(data: Data, evidence: Evidence, faults: Faults) -> None:
    """Note what is missing, and counts that cannot stand side by side."""
    for part in ("question", "answer"):
        need(data, ("at_once", part), ("text",), faults)
    if not targets(data):
        amiss(data, ("cards",), _("“{id}” needs: {keys}").format(id="cards", keys="page, icon, name, why, do"), faults)
    seen: set[str] = set()
    for card in _cards(data):
        _check_card(data, card, seen, faults)
    _check_counts(data, evidence, faults)


def _check_card(data: Data, card: Keys, seen: set[str], faults: Faults) -> None:
    if not need(data, card, ("page", "icon", "name"), faults):
        return
    name, icon = data.at(*card, "page"), data.at(*card, "icon")
    if name in seen:
        amiss(data, card, _("there are two cards “{id}”").format(id=name), faults)
    seen.add(name)
    if icon not in (file.stem for file in (paths.assets_dir() / "icons").glob("*.svg")):
        amiss(data, (*card, "icon"), _("there is no icon “{icon}”").format(icon=icon), faults)
    shows = data.at(*card, "shows")
    if shows is not None and not (paths.assets_dir() / "illustrations" / f"{shows}.svg").is_file():
        amiss(data, (*card, "shows"), _("“{key}” must be the name of a drawing").format(key="shows"), faults)
    body = data.at(*card, "body")
    if body is not None and not (isinstance(body, list) and set(map(str, body)) <= places()):
        message = _("“body” holds some of: {options}").format(options=", ".join(sorted(places())))
        amiss(data, (*card, "body"), message, faults)
    for part in ("why", "do", *(key for key in ("note", "at_home") if data.at(*card, key) is not None)):
        need(data, (*card, part), ("text",), faults)
    _check_often(data, card, faults)


def _cards(data: Data) -> Iterator[Keys]:
    cards = data.at("cards")
    yield from (("cards", index) for index in range(len(cards) if isinstance(cards, list) else 0))


def _check_often(data: Data, card: Keys, faults: Faults) -> None:
    entries = data.at(*card, "often")
    if entries is None:
        return
    if not isinstance(entries, list) or not entries:
        amiss(data, (*card, "often"), _("“{id}” needs: {keys}").format(id="often", keys="- count, text"), faults)
        return
    for index in range(len(entries)):
        need(data, (*card, "often", index), ("count", "text"), faults)
        if data.at(*card, "often", index, "to") is not None:
            need(data, (*card, "often", index, "to"), ("count",), faults)


def _check_counts(data: Data, evidence: Evidence, faults: Faults) -> None:
    """Ranges are ranges, and all bars are as long as each other."""
    whole: int | None = None
    for place in _oftens(data):
        counts = list(_counts(data, place, evidence))
        if len(counts) == 2 and (counts[0].n >= counts[1].n or counts[0].under or counts[1].under):
            amiss(data, place, _("a range goes from fewer to more, and both are known"), faults)
        for count in counts:
            whole = whole or count.of
            if count.of != whole:
                message = _("all cards count out of {whole}, not out of {of}").format(whole=whole, of=count.of)
                amiss(data, place, message, faults)


def _oftens(data: Data) -> Iterator[Keys]:
    for card in _cards(data):
        entries = data.at(*card, "often")
        yield from ((*card, "often", index) for index in range(len(entries) if isinstance(entries, list) else 0))


def _counts(data: Data, place: Keys, evidence: Evidence) -> Iterator[Count]:
    """The count of one entry, and that up to which it goes. One that is not there has its fault elsewhere."""
    for keys in (("count",), ("to", "count")):
        if count := evidence.count(str(data.at(*place, *keys))):
            yield count
