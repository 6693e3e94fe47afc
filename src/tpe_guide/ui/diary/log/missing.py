"""What an entry still needs before it can be saved, in words."""

from __future__ import annotations

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.draft import Draft
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import pick_name


def missing_words(draft: Draft, catalogue: Catalogue, *, asks_day: bool) -> str:
    """The first thing that is missing; empty: nothing is. *asks_day*: it must first be said which day it is for."""
    if asks_day:
        return _("To save: say which day it is for, at the top.")
    missing = draft.missing
    if missing is None:
        return ""
    name = pick_name(missing.pick, catalogue) if missing.pick else ""
    match missing.what:
        case "effect":
            return _("To save: pick what you noticed, or press Nothing new.")
        case "level":
            return _("To save: pick how bad {effect} was.").format(effect=_short(name))
        case "when" if draft.began_each:
            return _("To save: tap when {effect} began.").format(effect=_short(name))
        case "when":
            return _("To save: tap when it began.")
        case "words":
            return _("To save: make your own words shorter.")
        case "temperature":
            return _("To save: look at the temperature again.")
        case "note":
            return _("To save: make your note shorter.")
    return _("To save: tap which session this is about, at the top.")


def _short(name: str) -> str:
    """Own words may be long; the field beside which they stand has all of them."""
    return name if len(name) <= _NAME_LIMIT else _("this")


_NAME_LIMIT = 24
