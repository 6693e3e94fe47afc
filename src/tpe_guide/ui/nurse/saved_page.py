"""The page as a PDF on disk, and what is said of it. No Qt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from tpe_guide.i18n import _
from tpe_guide.ui.printing.pdf_file import write_pdf

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


def saved_words(saved: Saved, source: Source, file: Path | None) -> str:
    """Where it is, and what is in it. Of somebody’s *file* it is said whose page this is."""
    if source == "file" and file is not None:
        said = [_("Saved the page of {file} as {path}.").format(file=file.name, path=saved.path)]
    else:
        said = [_("Saved as {path}.").format(path=saved.path)]
    if saved.with_diary:
        said.append(_("Your diary is in it.") if source == "diary" else _("The diary is in it."))
    elif source != "example":
        said.append(_("It has this page only, not the diary."))
    return " ".join([*said, _("Anyone who opens this file can read it.")])
