"""What stands about a picture that has a screen of its own: its chapter and title above, the way on below."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.pictures.registry import PICTURES, PictureId
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.docking import Dock
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import Holder, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.shell.steps import Way, steps_at

LAST_PAGE = "questions-to-ask"
"""Whoever has seen all pictures goes on there."""
BESIDE_FROM, WIDE_FROM, TALL_FROM = 920, 1280, 780
"""px at 100 %: from there on two things stand side by side; there is room for all; the title is large."""
TIGHT_BELOW = 220
_FITS_AT_MOST = 3
"""Times in a row: two sizes may each lead to the other."""


class PictureFrame(QWidget):
    """About *picture*. The bar below leads along the path that is walked, or else along the pictures.

    A picture adds its parts to ``column``, calls ``add_bar`` once, and lays them out in ``arrange``. Esc goes back.
    """

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        picture: PictureId,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.library = library
        self.session = session
        self._is_fitting = False
        self._picture = PICTURES[picture]
        inside = Holder()
        self.column = QVBoxLayout(inside)
        self.head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.head.setSpacing(theme.px(16))
        self._titles = QVBoxLayout()
        self._titles.setSpacing(theme.px(2))
        if self._picture.page in library.order:  # a guide of somebody else's may lack it
            chapter = library.chapter_of(self._picture.page)
            self._titles.addWidget(Label(theme, chapter.title, "small-strong", color="straw800"))
        self.title = Label(theme, title, "h1")
        self.title.setObjectName("page-title")
        self._titles.addWidget(self.title)
        self.head.addLayout(self._titles, 1)
        self.column.addLayout(self.head)
        self._whole = tight(QVBoxLayout(self), 0)
        self._dock = Dock(theme, self._whole, inside)
        self._dock.moved.connect(self.bar_moved)
        self.area = self._dock.area
        self.area.installEventFilter(self)

    @property
    def beside(self) -> bool:
        """There is room for two things side by side."""
        return self.width() >= self.theme.px(BESIDE_FROM)

    @property
    def wide(self) -> bool:
        """There is room for all."""
        return self.width() >= self.theme.px(WIDE_FROM)

    @property
    def roomy(self) -> bool:
        """It is high as well."""
        return self.wide and self.height() >= self.theme.px(TALL_FROM)

    @property
    def tight(self) -> bool:
        """There is room for words only: icons beside them go."""
        return self.width() < self.theme.px(TIGHT_BELOW)

    @property
    def side(self) -> int:
        """px left and right of the column."""
        return self.theme.px(32) if self.beside else self.theme.of_bars.px(12)

    def add_bar(self, middle: QWidget | None = None) -> None:
        """Put the bar below, with *middle* in it."""
        self.column.addStretch(1)
        before, after = self.neighbours()
        bars = self.theme.of_bars
        self.back = Button(bars, before.words, "secondary", icon="arrow-left", hint=before.hint)
        self.onward = Button(bars, after.words, icon_after="arrow-right", hint=after.hint)
        for button, name, way, slot in (
            (self.back, "back", before, self.go_back),
            (self.onward, "next", after, self.go_on),
        ):
            button.setObjectName(name)
            button.setProperty("locator", way.locator)
            button.clicked.connect(slot)
        self.bar = BottomBar(self.theme, self.back, middle, self.onward, keep_middle=middle is not None)
        self._dock.hold(self.bar)

    def neighbours(self) -> tuple[Way, Way]:
        """What comes before and after this picture: along the path that is walked, or else along the pictures."""
        if steps := steps_at(self.library, self.session):
            return steps.before, steps.after
        pictures = list(PICTURES.values())
        at = pictures.index(self._picture)
        before, after = (Locator("contents"), _("Contents")), (Locator("pictures"), _("All pictures"))
        if LAST_PAGE in self.library.order:
            after = (Locator("page", LAST_PAGE), self.library.page_title(LAST_PAGE))
        if at:
            before = (Locator(pictures[at - 1].id), pictures[at - 1].title())
        if at + 1 < len(pictures):
            after = (Locator(pictures[at + 1].id), pictures[at + 1].title())
        return Way(*before, hint=_("Previous picture")), Way(*after, hint=_("Next picture"))

    def go_back(self) -> None:
        """To the picture before."""
        self.session.go(cast(Locator, self.back.property("locator")))

    def go_on(self) -> None:
        """To the next picture."""
        self.session.go(cast(Locator, self.onward.property("locator")))

    def next_page(self) -> None:
        """By keys, as from any page."""
        self.go_on()

    def previous_page(self) -> None:
        """By keys, as from any page."""
        self.go_back()

    def bar_moved(self, docked: bool) -> None:
        """The bar is *docked* below the picture now, or stands at its end."""

    def arrange(self) -> None:
        """Lay out what the picture is made of, for the width there is."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Margins and title fit the room there is above the bar; then the picture arranges itself."""
        if watched is self.area and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """What is shown has Qt lay all out at once, which may end here again: one time after the other, then."""
        if self._is_fitting:
            return
        self._is_fitting = True
        try:
            for __ in range(_FITS_AT_MOST):
                size = self.area.size()
                self._fit_margins()
                self.arrange()
                if self.area.size() == size:
                    break
        finally:
            self._is_fitting = False

    def _fit_margins(self) -> None:
        theme, roomy = self.theme, self.roomy
        self.title.setFont(theme.font("h1" if roomy else "h2"))
        for layout in (self._titles, self.head):
            layout.invalidate()  # what is arranged below asks at once how high it is
        self.column.setContentsMargins(self.side, theme.px(18 if roomy else 10), self.side, theme.px(24))
        self.column.setSpacing(theme.px(14 if roomy else 10))

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange once more, now that each part knows how wide it is."""
        super().showEvent(event)
        self._whole.activate()
        self.column.activate()
        self.arrange()
        self.column.activate()
        self._dock.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back the way one came."""
        if event.key() == Qt.Key.Key_Escape:
            self.session.back()
        else:
            super().keyPressEvent(event)
