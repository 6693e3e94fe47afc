"""The page as a PDF on disk, and what is said of it. No Qt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from tpe_guide.errors import CannotWrite, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.printing.pdf_file import write_pdf
from tpe_guide.wording import describe

if TYPE_CHECKING:
    from tpe_guide.diary.model import Diary
    from tpe_guide.summary.papers import Paper
    from tpe_guide.summary.report import Report

Source = Literal["diary", "file", "example", "scan"]
"""What a page is made from."""


class Saved(NamedTuple):
    """A PDF that was written."""

    path: Path
    with_diary: bool


def write_page(path: str, report: Report, paper: Paper, diary: Diary | None, now: dt.datetime) -> Saved:
    """Beside the window: *report* as a PDF that carries *diary*, if there is one to carry and it can be."""
    from tpe_guide.summary.carried import data_of
    from tpe_guide.summary.typeset import to_pdf

    carried = data_of(diary, now) if diary else ()
    return Saved(write_pdf(path, to_pdf(report, paper, carried)), bool(carried))


def what_became(outcome: Saved | TpeGuideError, source: Source, file: str, *, named: bool) -> str:
    """Where it is, and what is in it; or why it is not. Of somebody’s page it is said of which *file*.

    Not *named*: the nurse has left, and whoever is at the window now must not read whose file that was.
    """
    if file and not named:
        return _without_a_name(outcome)
    return _saved_words(outcome, source, file) if isinstance(outcome, Saved) else describe(outcome)


def _without_a_name(outcome: Saved | TpeGuideError) -> str:
    if isinstance(outcome, Saved):
        return _("Saved the page.")
    if isinstance(outcome, CannotWrite):
        return _("The page could not be saved: {reason}.").format(reason=outcome.reason)
    return describe(outcome)


def _saved_words(saved: Saved, source: Source, file: str) -> str:
    if file:
        said = [_("Saved the page of {file} as {path}.").format(file=file, path=saved.path)]
    else:
        said = [_("Saved as {path}.").format(path=saved.path)]
    if saved.with_diary:
        said.append(_("Your diary is in it.") if source == "diary" else _("The diary is in it."))
    elif source != "example":
        said.append(_("It has this page only, not the diary."))
    return " ".join([*said, _("Anyone who opens this file can read it.")])
