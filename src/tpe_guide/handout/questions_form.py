"""The list of questions for pen and paper: some from the guide to tick, and lines for one's own."""

from __future__ import annotations

from collections.abc import Sequence

from tpe_guide.errors import NoSuchPage
from tpe_guide.guide.depth import blocks_at
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import BulletList, Spans
from tpe_guide.handout.chosen import chosen_pages
from tpe_guide.handout.form import Form
from tpe_guide.i18n import _

USUAL = "questions-to-ask"
"""The page whose short list is printed where no page is named."""
OWN = 7
"""So many questions of one's own have room."""


def questions_form(library: Library, pages: Sequence[str]) -> Form:
    """The list with the questions of *pages*, or those for one minute. Raises NoSuchPage."""
    words = {
        "lead": _("Tick what you want to ask. Choose three: on a foggy day that is enough."),
        "guide": _("From the guide"),
        "questions": of_pages(library, pages) if pages else for_one_minute(library),
        "own": _("In my own words"),
        "rows": OWN,
        "asked": _("Asked"),
        "answer": _("Answer"),
    }
    return Form("questions_form.typ", library.language, _("My questions"), library.version, words)


def of_pages(library: Library, pages: Sequence[str]) -> list[str]:
    """The question worth asking of each of *pages* that has one; of all pages where none is named."""
    asked = [library.page(page).question for page in chosen_pages(library, pages)]
    return list(dict.fromkeys(question for question in asked if question))


def for_one_minute(library: Library) -> list[str]:
    """Those for who has only one minute. A guide that was changed may have no such page, and so none."""
    try:
        page = library.page(USUAL)
    except NoSuchPage:
        return []
    lists = (block for __, block in blocks_at(page, "minute") if isinstance(block, BulletList) and block.ordered)
    return [plain(item) for item in next(lists, BulletList(())).items]


def plain(spans: Spans) -> str:
    """The words of *spans* without the marks of sources."""
    return "".join(span.text for span in spans if span.kind != "cite")
