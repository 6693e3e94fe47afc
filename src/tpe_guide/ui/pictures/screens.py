"""The pictures that have a screen of their own, and the states that outlive those screens.

Each is imported, and its words are read, when it is first opened.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.context import PictureContext, PictureMaker
from tpe_guide.ui.pictures.state import PictureState


class PictureScreens(QObject):
    """Makes each picture as the window asks for it, of what is in *context*."""

    def __init__(self, context: PictureContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._states: dict[str, PictureState] = {}

    def make(self, theme: Theme, locator: Locator) -> QWidget:
        """The screen of the picture at *locator*."""
        maker = cast(PictureMaker, import_module(f"tpe_guide.ui.pictures.{locator.place}.screen"))
        state = self._states.get(locator.place)
        if state is None:
            state = self._states[locator.place] = maker.state(self._context)
            state.setParent(self)
        state.come_by(locator)
        return maker.screen(theme, self._context, state)
