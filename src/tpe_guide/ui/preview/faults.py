"""All faults of a folder of content, each with what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.authoring.fault import Fault, shown
from tpe_guide.i18n import _, _n
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme

WIDEST = 960
MOST = 100
"""Faults shown at once; the rest follow once these are mended."""


class FaultsPage(Screen):
    """*remedies*: what to do, by code. *pages*: those that can be shown."""

    chosen = Signal(str)
    """The id of a page to look at."""

    def __init__(
        self,
        theme: Theme,
        faults: Sequence[Fault],
        remedies: Mapping[str, str],
        pages: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._remedies = remedies
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(14))
        title = _n("{count} fault to mend", "{count} faults to mend", len(faults)).format(count=len(faults))
        self._column.addWidget(Label(theme, title if faults else _("No faults"), "h1"))
        lead = _("Save the file when you have mended one: this list follows by itself.")
        self._column.addWidget(Label(theme, lead, color="ink2"))
        for fault in faults[:MOST]:
            self._column.addWidget(self._card(fault, pages))
        if len(faults) > MOST:
            more = _("These are the first {count}.").format(count=MOST)
            self._column.addWidget(Label(theme, more, color="ink2"))
        self._column.addStretch(1)
        self._set_up(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In the middle, no wider than is good to read."""
        theme, width = self._theme, self.width()
        side = max(theme.px(40 if width >= theme.px(900) else 16), (width - theme.px(WIDEST)) // 2)
        self._column.setContentsMargins(side, theme.px(32), side, theme.px(32))

    def _card(self, fault: Fault, pages: Sequence[str]) -> Card:
        theme = self._theme
        card = Card(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(18))
        column.setSpacing(theme.px(4))
        place = _("{file}:{line}: {code}").format(file=shown(fault.path), line=fault.line, code=fault.code)
        column.addWidget(Label(theme, place, "small-strong", color="straw800"))
        column.addWidget(Label(theme, fault.message))
        if remedy := self._remedies.get(fault.code):
            words = _("What to do: {remedy}.").format(remedy=remedy)
            column.addWidget(Label(theme, words, "small", color="ink2"))
        if fault.path.suffix == ".md" and fault.path.stem in pages:
            column.addWidget(self._to_page(fault.path.stem), 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _to_page(self, page: str) -> Button:
        button = Button(self._theme, _("Show this page"), "text", icon_after="arrow-right", size="link")
        button.setObjectName(f"show-{page}")
        button.setProperty("page", page)
        button.clicked.connect(self._on_page)
        return button

    def _on_page(self) -> None:
        self.chosen.emit(self.sender().property("page"))
