"""Check yourself: one kind question a chapter. Every answer may be tried, all of them teach, nothing is counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.guide.check_yourself import Check
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Chapter
from tpe_guide.i18n import _
from tpe_guide.navigation import HOME, Locator
from tpe_guide.ui.kit.answers import Answers
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme

WIDTH = 780


class CheckPage(Screen):
    """The question at the end of *chapter*."""

    chosen = Signal(Locator)

    def __init__(
        self, theme: Theme, library: Library, chapter: Chapter, check: Check, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.heard_as = _("Check yourself")  # the question is heard with its answers
        self._library = library
        self._chapter = chapter
        self._check = check
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        number = library.chapters.index(chapter) + 1
        where = _("Check yourself · Chapter {number}: {title}").format(number=number, title=chapter.title)
        column.addWidget(Label(theme, where, "small-strong", color="straw800"))
        title = Label(theme, check.question, "h1")
        title.setObjectName("page-title")
        column.addWidget(title)
        kind = _("Try any answer, as often as you like. Nobody counts, and nothing is kept.")
        column.addWidget(Label(theme, kind, "body", color="ink2"))
        column.addSpacing(theme.px(8))
        self._answers = Answers(theme, check.question, check.answers)
        column.addWidget(self._answers)
        column.addSpacing(theme.px(8))
        read = Button(
            theme, library.page_title(check.page), "secondary", icon="book-open", hint=_("Read about it"), size="medium"
        )
        read.setObjectName("read-about-it")
        read.clicked.connect(self._read)
        column.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        self._set_up(centred(theme, body, WIDTH), self._bottom())

    def first_focus(self) -> QWidget:
        """The first answer."""
        return self._answers.first_focus()

    def _bottom(self) -> BottomBar:
        theme, library = self._theme.of_bars, self._library
        last = self._chapter.pages[-1]
        self._after = library.neighbours(last)[1]
        back = Button(theme, library.page_title(last), "secondary", icon="arrow-left", hint=_("Previous page"))
        back.setObjectName("back")
        back.clicked.connect(lambda: self.chosen.emit(Locator("page", last)))
        words = library.page_title(self._after) if self._after else _("Home")
        on = Button(theme, words, icon_after="arrow-right", hint=_("Next page"))
        on.setObjectName("next")
        on.clicked.connect(lambda: self.chosen.emit(Locator("page", self._after) if self._after else HOME))
        return BottomBar(self._theme, back, None, on)

    def _read(self) -> None:
        self.chosen.emit(Locator("page", self._check.page))
