"""Which picture of how often: a chip for each. Each part begins a row, so that harm and benefit stand apart."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.odds.words import Picture
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme

_LEAST = 170
_HEIGHT = 54


class Chooser(QWidget):
    """Asks for one of *pictures*, by finger, arrow keys or digits."""

    picked = Signal(str)
    """Its id."""

    def __init__(
        self, theme: Theme, pictures: tuple[Picture, ...], shown: Picture, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._at = 0
        self._group = QButtonGroup(self)
        for index, picture in enumerate(pictures):
            chip = Chip(theme, picture.name, height=_HEIGHT)
            chip.setObjectName(f"odds-{picture.id}")
            name = _("{part}. Picture {number} of {count}: {name}").format(
                part=picture.part, number=index + 1, count=len(pictures), name=picture.name
            )
            chip.setAccessibleName(name)
            chip.setAccessibleDescription(picture.spoken)
            chip.installEventFilter(self)
            self._group.addButton(chip, index)
        self._group.idClicked.connect(self._pick)
        column = tight(QVBoxLayout(self), theme.px(8))
        chips = zip(pictures, self._group.buttons(), strict=True)
        for _part, offered in groupby(chips, key=lambda each: each[0].part):
            column.addWidget(Flow(theme, [chip for _picture, chip in offered], least=_LEAST, most=len(pictures), gap=8))
        self.show_picked(shown)

    def show_picked(self, shown: Picture) -> None:
        """Show *shown* as picked."""
        self._at = self._pictures.index(shown)
        self._group.button(self._at).setChecked(True)

    def first_focus(self) -> QWidget:
        """The chip picked."""
        return self._group.button(self._at)

    def turn(self, by: int) -> None:
        """Go on by so many pictures, round and round."""
        self._pick((self._at + by) % len(self._pictures))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and digits pick: a group of buttons would go to whichever lies there."""
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.take_key(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key of *event* picks a picture, which is then done."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        digit = event.key() - Qt.Key.Key_1
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.turn(step if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -step)
        elif 0 <= digit < len(self._pictures):
            self._pick(digit)
        else:
            return False
        return True

    def _pick(self, index: int) -> None:
        had_keyboard = self._group.button(self._at).hasFocus()
        self.show_picked(self._pictures[index])
        if had_keyboard:
            self._group.button(index).setFocus(Qt.FocusReason.OtherFocusReason)
        self.picked.emit(self._pictures[index].id)
