"""Two ways to paper, side by side: print, or save as PDF."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.printing.sheet_service import SheetService


class PaperButtons(QWidget):
    """For the sheet of *sheet*. *what* says what is printed (“Print this table”)."""

    def __init__(self, theme: Theme, sheet: SheetService, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet = sheet
        buttons = []
        for name, words, icon, act in (
            ("print-sheet", what, "printer", self._print),
            ("save-sheet", _("Save as PDF"), "file-down", self._save),
        ):
            button = Button(theme, words, "secondary", icon=icon, size="small", padding=12, icon_size=26)
            button.setObjectName(name)
            button.clicked.connect(act)
            buttons.append(button)
        column = tight(QVBoxLayout(self))
        column.addWidget(Flow(theme, buttons, least=200, most=2, gap=12))
        self.setMaximumWidth(theme.px(560))

    def _print(self) -> None:
        self._sheet.print(self)

    def _save(self) -> None:
        self._sheet.save(self.window(), self._theme)
