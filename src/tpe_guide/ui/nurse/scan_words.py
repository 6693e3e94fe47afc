"""What a nurse is told of each scan: one plain sentence for what went wrong, and how far the page has come."""

from __future__ import annotations

from tpe_guide.diary.scanned import Collector, Heard
from tpe_guide.errors import FromNewerVersion, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.summary import phrases


def trouble(heard: Heard) -> str:
    """What was wrong with a scan, and what helps; empty where it was right."""
    match heard.kind:
        case "other":
            return _("That square is of another page. It was left out. To begin with that page, press Clear.")
        case "spoilt":
            return _("That square was not read right. Please scan it again.")
        case "cut":
            return _("That scan broke off. Please scan the same square again.")
        case "none":
            return _("That was no square of this guide, or not all of it. Please scan again.")
        case "newer":
            return _("That page is from a newer guide. Please update this one first.")
        case "unfit":
            return _("The squares do not fit together. Please scan all of them again.")
    return ""


def not_understood(error: TpeGuideError) -> str:
    """All squares were read, and still this is no diary that can be shown."""
    if isinstance(error, FromNewerVersion):
        return trouble(Heard("newer"))
    return _("The squares were read. But this guide does not understand the diary in them.")


def progress(collector: Collector, heard: Heard | None) -> str:
    """``2 of 4 read; missing 3 and 4.``"""
    if not collector.count:
        return _("Nothing is read yet.")
    if not collector.missing:
        said = _("All {count} read.").format(count=collector.count)
    else:
        missing = phrases.join([str(number) for number in collector.missing])
        words = _("{read} of {count} read; missing {missing}.")
        said = words.format(read=collector.read, count=collector.count, missing=missing)
    if heard is not None and heard.kind == "again":
        before = _("Square {number} was read before.").format(number=heard.number)
        return f"{before} {said}"
    return said
