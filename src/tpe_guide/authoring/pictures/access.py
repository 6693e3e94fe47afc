"""The words of the view of the body: needles and lines (``access.yaml``).

A sentence that holds for some of them names these in ``when``; one without ``when`` holds for all.
"""

from __future__ import annotations

from collections.abc import Collection

from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures.entries import amiss, is_words, mappings, need
from tpe_guide.authoring.source import Data, Keys
from tpe_guide.i18n import _
from tpe_guide.vocabulary.signs import TIERS
from tpe_guide.vocabulary.terms import ACCESSES_SAID

TOPICS = ("looks", "washing", "sleep", "moving")
PARTS = ("dressing", "clamps", "caps", "needle", "tube", "two-tubes")
"""As ``access.scene`` names them; a test holds the two together."""
_KEYS = frozenset(("when", "text", "facts", "page"))


def targets(data: Data) -> Collection[str]:
    """Where an ``access:`` link may lead: to one of them, without saying that it is the reader's."""
    return ACCESSES_SAID


def check(data: Data, evidence: Evidence, faults: Faults) -> None:
    """Note what is missing."""
    need(data, ("ask",), ("question", "text"), faults)
    for access in ACCESSES_SAID:
        need(data, ("options", access), ("name", "hint"), faults)
    for topic in TOPICS:
        need(data, ("topics", topic), ("title",), faults)
        _check_entries(data, ("topics", topic, "says"), ACCESSES_SAID, faults)
    need(data, ("warnings",), ("title",), faults)
    for tier in TIERS:
        need(data, ("warnings", tier), ("heading",), faults)
        _check_entries(data, ("warnings", tier, "signs"), ACCESSES_SAID, faults)
    _check_entries(data, ("more",), ACCESSES_SAID, faults)
    need(data, ("picture", "parts"), PARTS, faults)
    _check_entries(data, ("picture", "shows"), ACCESSES_SAID, faults)
    for place, entry in mappings(data):
        named = entry.get("when", [])
        if not isinstance(named, list) or set(map(str, named)) - set(ACCESSES_SAID):
            message = _("“when” holds some of: {options}").format(options=", ".join(ACCESSES_SAID))
            amiss(data, (*place, "when"), message, faults)


def _check_entries(data: Data, place: Keys, accesses: Collection[str], faults: Faults) -> None:
    """Each of *accesses* has one entry or more at *place*, or it would be left without a word."""
    entries = data.at(*place)
    sound = isinstance(entries, list) and all(
        isinstance(entry, dict) and (is_words(entry.get("text")) or is_words(entry.get("page"))) for entry in entries
    )
    if not sound:
        amiss(data, place, _("“{id}” is a list of entries").format(id=place[-1]), faults)
        return
    for index, entry in enumerate(entries):
        if strange := set(entry) - _KEYS:
            message = _("“{id}” is unknown here: put words that hold a comma in quotation marks")
            amiss(data, (*place, index), message.format(id=min(map(str, strange))), faults)
    spoken_to = [entry.get("when", ACCESSES_SAID) for entry in entries]
    named = {str(access) for some in spoken_to if isinstance(some, list | tuple) for access in some}
    bare = [access for access in accesses if access not in named]
    if bare:
        amiss(data, place, _("nothing is said here for: {ids}").format(ids=", ".join(bare)), faults)
