"""The teach-back sheet: open questions about pages that were read, to be answered in one's own words.

It looks at how well it was explained, not at the person. The last side has what the guide says, to compare.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tpe_guide.guide.check_yourself import Check
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Page
from tpe_guide.handout.chosen import chosen_pages
from tpe_guide.handout.form import Form
from tpe_guide.handout.questions_form import plain
from tpe_guide.i18n import _


def teach_back(library: Library, checks: Mapping[str, Check], pages: Sequence[str]) -> Form:
    """The sheet about *pages*, or about the page of each of *checks*, the question of a chapter.

    Raises NoSuchPage.
    """
    asked = {check.page: check.question for check in checks.values() if check.page in library.order}
    chosen = [library.page(page) for page in chosen_pages(library, pages or tuple(asked) or library.order[:1])]
    words = {
        "lead": [
            _("Say it in your own words. This is no test of you."),
            _("It shows how well we explained it. What is not clear yet, we explain again."),
        ],
        "clear": [_("Clear"), _("Please explain again")],
        "pages": [[page.title, _questions(page, asked.get(page.id, ""))] for page in chosen],
        "guide": _("What the guide says"),
        "facts": [[page.title, [plain(fact) for fact in page.in_short], plain(page.action)] for page in chosen],
        "do": _("One thing to do"),
        "open": _("What is still open:"),
    }
    return Form("teach_back.typ", library.language, _("In my own words"), library.version, words)


def _questions(page: Page, question: str) -> list[str]:
    """One about what the page tells, one about what to do: that of the chapter where it has one."""
    do = question or (_("What will you do about it?") if page.action else "")
    return [_("What would you tell a friend about this?"), *([do] if do else [])]
