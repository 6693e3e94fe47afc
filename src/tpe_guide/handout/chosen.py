"""Which pages of the guide were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from tpe_guide.errors import MisnamedPage
from tpe_guide.guide.library import Library


def chosen_pages(library: Library, pages: Sequence[str]) -> tuple[str, ...]:
    """The ids in *pages*, each once, as they stand in the guide; all where none is named.

    Raises MisnamedPage, with the id that is most like it.
    """
    for page in pages:
        if page not in library.order:
            raise MisnamedPage(page, nearest(page, library.order))
    return tuple(page for page in library.order if page in pages or not pages)


def nearest(page: str, known: Sequence[str]) -> str:
    """The one of *known* that is most like *page*: one that has it as a part comes first."""
    slug = "-".join(page.casefold().split())
    within = [each for each in known if slug and (slug in each or each in slug)]
    return get_close_matches(slug, within or known, n=1, cutoff=0)[0]
