"""A booklet made to order: what ``tpe-guide handout`` and the window's *Save the guide* do."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide.clinic_pack.clinic import Clinic
from tpe_guide.diary import catalogue, folder
from tpe_guide.errors import NoHomeFolder, WrongUsage
from tpe_guide.guide.library import Library
from tpe_guide.handout.booklet import Booklet, Wish, build
from tpe_guide.i18n import _
from tpe_guide.paths import data_dir
from tpe_guide.vocabulary.terms import USUAL_ACCESS

if TYPE_CHECKING:
    from tpe_guide.summary.papers import Paper

STREAM = Path("-")
"""Standard output as OUT."""
FORMATS = ("pdf", "epub")
"""By the word for it on the command line, which is also how its files end; the first where nothing says which."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is, and of how much; 0 of 0: that is not known."""


class Order(NamedTuple):
    """What is asked for."""

    to: str
    """One of ``FORMATS``."""
    wish: Wish = Wish()
    paper: Paper = "a4"
    large: bool = False


class Unit(NamedTuple):
    """What the unit says: its words by slot, and needles or a line."""

    words: Mapping[str, str]
    access: str


def target_of(words: str, to: str | None, formats: Sequence[str] = FORMATS) -> tuple[Path, str]:
    """The file that a person named as OUT, and the one of *formats* that it asks for, or *to*. Raises WrongUsage."""
    out = Path(words)
    if out != STREAM and (words.endswith(("/", os.sep)) or out.is_dir()):
        raise WrongUsage(_("“{out}” is a folder: name a file in it as OUT.").format(out=words))
    folder.refuse_part_of(out)
    if to is not None:
        return out, to
    if out == STREAM:
        return out, formats[0]
    for name in formats:
        if out.suffix.lower() == f".{name}":
            return out, name
    if len(formats) == 1:
        raise WrongUsage(_("{out}: this makes a PDF: end its name in .pdf.").format(out=out))
    said = _("{out}: which format is this? End its name in .pdf or .epub, or say --to pdf or --to epub.")
    raise WrongUsage(said.format(out=out))


def unit_of(library: Library, data_folder: Path | None, given: Path | None) -> Unit:
    """What is filled in on this computer and in the clinic's file *given*.

    Raises what is wrong with either: a booklet without the unit's numbers must not pass for one with them.
    """
    try:
        clinic = Clinic(data_dir(data_folder), library.slots, given)
    except NoHomeFolder:
        clinic = Clinic(Path(), library.slots, given, own=False)
    if clinic.problems:
        raise clinic.problems[0]
    return Unit(clinic.words, clinic.session.access or USUAL_ACCESS)


def made(library: Library, unit: Mapping[str, str], order: Order, now: dt.datetime, progress: Progress) -> bytes:
    """The booklet as a file. Raises NoSuchPage, CannotRunHere."""
    words = catalogue.load(library.language)
    booklet = build(library, words, unit, order.wish, now)
    if order.to == "epub":
        from tpe_guide.handout.epub import to_epub

        return to_epub(booklet, lambda number, count: progress(_("Writing pages"), number, count))
    return _on_paper(booklet, order, progress)


def _on_paper(booklet: Booklet, order: Order, progress: Progress) -> bytes:
    from tpe_guide.handout.typeset import Print, to_pdf

    progress(_("Setting the pages"), 0, 0)
    return to_pdf(booklet, Print(order.paper, order.large))
