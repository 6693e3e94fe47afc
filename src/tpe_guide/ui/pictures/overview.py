"""See it instead of reading it: the way to each picture that has a screen of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.pictures.registry import PICTURES, PictureRecord
from tpe_guide.ui.kit.centred import side_margin
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.scrolling import scrolling
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.picture_door import PictureDoor

WIDTH = 1240


class PicturesPage(QWidget):
    """A door to each, in the order to see them."""

    chosen = Signal(Locator)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._doors = [self._door(picture) for picture in PICTURES.values()]
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(4))
        title = Label(theme, _("See it in pictures"), "h1")
        title.setObjectName("page-title")
        self._column.addWidget(title)
        self._column.addWidget(Label(theme, _("Look at one, or at all of them in this order."), "body", color="ink2"))
        self._column.addSpacing(theme.px(16))
        self._column.addWidget(Flow(theme, self._doors, least=420, most=2, gap=20))
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(theme, inside))

    def first_focus(self) -> QWidget:
        """The first of them."""
        return self._doors[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A column that is good to look at."""
        theme = self._theme
        side = side_margin(theme, self.width(), WIDTH)
        self._column.setContentsMargins(side, theme.px(24), side, theme.px(16))

    def _door(self, picture: PictureRecord) -> PictureDoor:
        door = PictureDoor(self._theme, picture.title(), picture.line(), f"see-{picture.id}")
        door.setObjectName(f"see-{picture.id}")
        door.setProperty("locator", Locator(picture.id))
        door.clicked.connect(self._choose)
        return door

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))
