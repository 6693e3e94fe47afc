"""The data that a PDF of the nurse's page carries, so that paper and data cannot drift apart or be mixed up.

``diary.in_pdf`` reads the diary back; FHIR is made from it again, and stands in the PDF for other programs.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from tpe_guide.diary import exchange
from tpe_guide.diary.model import FILE_LIMIT, Diary
from tpe_guide.i18n import _

FHIR_LIMIT = 4_000
"""Reports of effects. A diary with more is carried without FHIR, which would be a hundred times the page's size."""


class Carried(NamedTuple):
    """One file in a PDF."""

    name: str
    mime: str
    relationship: Literal["source", "data"]
    """What it is to the page: what it was made from, or the same as data."""
    description: str
    text: str


def data_of(diary: Diary, now: dt.datetime) -> tuple[Carried, ...]:
    """*diary* as an exchange file and as FHIR, as of *now*; nothing where it is too large to be read back.

    *diary* is to be what the page shows: of a page with chosen days or parts, no more may go along than was chosen.
    """
    from tpe_guide.fhir.bundle import to_fhir

    data = exchange.dumps(diary, exported_at=now)
    if len(data) > FILE_LIMIT:
        return ()
    name = f"diary{exchange.SUFFIX}"
    files = [Carried(name, "application/json", "source", _("The diary, to be opened with tpe-guide"), data.decode())]
    if sum(len(entry.effects) for entry in diary.entries) <= FHIR_LIMIT:
        words = _("The same diary as FHIR R4, for a hospital’s systems")
        bundle = to_fhir(diary, now).decode()
        files.append(Carried("diary.fhir.json", "application/fhir+json", "data", words, bundle))
    return tuple(files)
