"""The screen *How this app helps you*."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.policy import Policy
from tpe_guide.ui.helps.document import build_helps
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.measure import measure_for
from tpe_guide.ui.reading.reading_view import ReadingView


class HelpsPage(QWidget):
    """One page to read with keys, by touch or by ear, that leads to each setting."""

    chosen = Signal(Locator)

    def __init__(self, theme: Theme, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._policy = theme, policy
        self._view = ReadingView(theme, selectable=policy.typing)
        self._view.setObjectName("helps")
        self._view.followed.connect(self._follow)
        self._view.width_changed.connect(self._show)
        tight(QVBoxLayout(self), 0).addWidget(self._view)

    def first_focus(self) -> QWidget:
        """The text."""
        return self._view

    def _show(self, width: int) -> None:
        """Write it at the width there is."""
        place = self._view.place
        document = build_helps(self._policy, self._theme, measure_for(width, self._theme))
        self._view.show_document(document, place)

    def _follow(self, link: Link) -> None:
        self.chosen.emit(Locator(cast(ScreenId, link.target), link.part))
