"""Back and Next below a page, each saying where it leads, and the place in the chapter between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _, _p
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.progress import PageDots
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.steps import Steps


class PageTurner(BottomBar):
    """Turned to another page, it changes its words in place: the button under a finger stays the same button."""

    back = Signal()
    next = Signal()

    def __init__(self, theme: Theme, library: Library, parent: QWidget | None = None) -> None:
        self._library = library
        bars, theme = theme, theme.of_bars
        self._back = Button(theme, _("Home"), "secondary", icon="arrow-left", hint=_p("direction", "Back"))
        self._back.setObjectName("back")
        self._next = Button(theme, _("Home"), icon_after="arrow-right", hint=_("Next"))
        self._next.setObjectName("next")
        self._dots = PageDots(theme)
        self._place = Label(theme, "", "small", color="ink2", wrap=False)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._place, 0, Qt.AlignmentFlag.AlignHCenter)
        super().__init__(bars, self._back, middle, self._next, parent=parent)
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.next)

    def show_page(self, page: str, read: frozenset[str], steps: Steps | None = None) -> None:
        """Say where *page* stands, and where Back and Next lead from it: on a path, along its *steps*."""
        if steps is not None:
            self._show_step(steps)
            return
        before, after = self._library.neighbours(page)
        self._back.set_words(self._library.page_title(before) if before else _("Home"))
        self._next.set_words(self._library.page_title(after) if after else _("Home"))
        _chapter, number, count = self._library.position(page)
        pages = self._library.chapter_of(page).pages
        self._dots.show_place(count, number - 1, {index for index, other in enumerate(pages) if other in read})
        self._place.setText(_("Page {number} of {count}").format(number=number, count=count))
        self.fold()

    def _show_step(self, steps: Steps) -> None:
        for button, way in ((self._back, steps.before), (self._next, steps.after)):
            button.set_hint(way.hint)
            button.set_words(way.words)
        self._dots.hide()
        self._place.setText(steps.place)
        self.fold()
