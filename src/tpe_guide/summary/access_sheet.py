"""Needles or a line on one sheet of paper: for the fridge, or for whoever helps."""

from __future__ import annotations

from tpe_guide.i18n import _
from tpe_guide.pictures.access.svg import still
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.summary.sheet import Sheet


def access_sheet(words: AccessWords, access: str, unit_phone: str, language: str) -> Sheet:
    """The sheet of *access*. Where there is no *unit_phone*, there is a line to write it on."""
    return Sheet(
        "access.typ",
        language,
        words.title,
        {
            "name": words.name(access) if access not in ("", "unknown") else "",
            "svg": still(access),
            "alt": words.picture(access),
            "parts": words.parts(access),
            "topics": [{"title": topic.title, "says": topic.says} for topic in words.topics(access)],
            "warnings": words.warnings,
            "tiers": [tier._asdict() for tier in words.tiers(access)],
            "unit": _("Your unit’s number"),
            "phone": unit_phone,
        },
        words.sources(access),
    )
