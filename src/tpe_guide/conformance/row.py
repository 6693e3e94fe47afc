"""One row of the tables: what a standard asks for, how far it is met, and the tests that say so."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tpe_guide.i18n import _

Result = Literal["met", "in part", "not met", "none", "untested"]
"""``none``: it asks for nothing that there is here. ``untested``: it may be met, and no test shows it."""


class Row(NamedTuple):
    """What is asked for, in our own words, by its *number*."""

    number: str
    level: Literal["A", "AA", "AAA", ""]
    name: str
    result: Result
    tests: tuple[str, ...] = ()
    """``ui/test_fit::test_other_screens_fit``: in ``tests/``, each may take several cases."""
    note: str = ""
    """What is missing, or why it does not apply."""


class Chapter(NamedTuple):
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


def said(result: Result) -> str:
    """*result* in words."""
    return {
        "met": _("Met"),
        "in part": _("Met in part"),
        "not met": _("Not met"),
        "none": _("Does not apply"),
        "untested": _("Not tested"),
    }[result]
