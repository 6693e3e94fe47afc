"""How a name that somebody typed is told back: what it may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from tpe_guide.i18n import _


def nearest(name: str, known: Iterable[str]) -> str:
    """The one of *known* that *name* is most like; empty if it is like none."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name[:80], list(known), n=1, cutoff=0.6)), "")


def one_of(name: str, known: Iterable[str]) -> str:
    """What was expected in the place of *name*, as a short phrase."""
    known = list(known)
    near = nearest(name, known)
    if near:
        return _("a name that is known; the nearest is “{near}”").format(near=near)
    return _("one of {keys}").format(keys=", ".join(known))
