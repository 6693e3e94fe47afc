"""The blank forms by the word for each on the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tpe_guide.diary import catalogue
from tpe_guide.errors import WrongUsage
from tpe_guide.guide.library import Library
from tpe_guide.handout.form import Form
from tpe_guide.i18n import _


class Blank(NamedTuple):
    """What a form is made from."""

    library: Library
    unit: Mapping[str, str]
    """What the unit says, by slot."""
    pages: tuple[str, ...]
    """What it is to be about, if anything."""


def _diary(blank: Blank) -> Form:
    from tpe_guide.handout.diary_form import diary_form

    library = blank.library
    return diary_form(catalogue.load(library.language), blank.unit, library.language, library.version)


def _questions(blank: Blank) -> Form:
    from tpe_guide.handout.questions_form import questions_form

    return questions_form(blank.library, blank.pages)


def _board(blank: Blank) -> Form:
    from tpe_guide.handout.board import board

    return board(blank.library, catalogue.load(blank.library.language))


def _teach_back(blank: Blank) -> Form:
    from tpe_guide.guide import check_yourself
    from tpe_guide.handout.teach_back import teach_back

    return teach_back(blank.library, check_yourself.load(blank.library.language), blank.pages)


FORMS: Mapping[str, Callable[[Blank], Form]] = {
    "diary": _diary,
    "questions": _questions,
    "board": _board,
    "teach-back": _teach_back,
}
ABOUT_PAGES = ("questions", "teach-back")
"""Those that may be about pages of the guide."""


def typed_back() -> str:
    """Where a diary that was filled in on paper comes into the one of the computer."""
    return _("A diary that is filled in: press “{log}” in the guide, then “{back}”.").format(
        log=_("Log how I feel"), back=_("I filled in the paper: type it back")
    )


def made_form(name: str, blank: Blank) -> Form:
    """The form called *name*. Raises WrongUsage, NoSuchPage, CannotRunHere."""
    if blank.pages and name not in ABOUT_PAGES:
        raise WrongUsage(_("“{form}” is about no page: leave out --page.").format(form=name))
    return FORMS[name](blank)
