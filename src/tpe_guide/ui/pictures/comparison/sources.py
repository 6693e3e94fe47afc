"""Where a cell comes from, in words, and the way to the page that tells more."""

from __future__ import annotations

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Cell
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.reach import reach


def sources_of(cell: Cell) -> tuple[str, ...]:
    """Where *cell* comes from; if from nowhere, that is said."""
    return cell.sources or (_("We found no source. It is a question to ask."),)


def source_labels(theme: Theme, cell: Cell) -> list[Label]:
    """Where *cell* comes from, a line each."""
    return [Label(theme, source, "small", color="ink2") for source in sources_of(cell)]


def heard_sources(cell: Cell) -> str:
    """The same, for a voice."""
    return _("Where this comes from: {sources}").format(sources="; ".join(sources_of(cell)))


def read_more(theme: Theme, library: Library, cell: Cell) -> Button:
    """A button that leads to the page of *cell*."""
    title = library.page_title(cell.page)
    words = _("Read more: {page}").format(page=title)
    button = Button(theme, words, "secondary", icon="book-open", size=reach(theme))
    button.setObjectName("read-more")
    button.setProperty("page", cell.page)
    return button
