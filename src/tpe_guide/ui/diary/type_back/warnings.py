"""What the ringed warning signs need: said at once, the newest first, and there until the sheet is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.diary.paper_form import ONSET_CODES
from tpe_guide.diary.sheet import Sheet
from tpe_guide.diary.sheet_entry import meant
from tpe_guide.diary.sheet_steps import ONSET
from tpe_guide.ui.diary.help_line import HelpLine
from tpe_guide.ui.diary.warning_panel import WarningPanel
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme


class SheetWarnings(QWidget):
    """One panel for each sign of *sheet* that is ringed from 1 on. *advise*: what to do about it, for an *access*."""

    urgent_asked_for = Signal()

    def __init__(
        self, theme: Theme, sheet: Sheet, catalogue: Catalogue, advise: Callable[[str, str], Sequence[Advice]]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._sheet = sheet
        self._catalogue = catalogue
        self._advise = advise
        self._column = tight(QVBoxLayout(self), theme.px(8))
        self._panels: dict[str, WarningPanel] = {}
        self._help_line = HelpLine(theme, catalogue.help_line)
        self._help_line.urgent_pressed.connect(self.urgent_asked_for)
        self._help_line.hide()
        self._column.addWidget(self._help_line)
        self.hide()

    def refresh(self, access: str) -> WarningPanel | HelpLine | None:
        """Show what is needed now; what came just now is said, and returned."""
        signs = [row for row in self._sheet.ringed if self._catalogue.is_warning(row)]
        for gone in [sign for sign in self._panels if sign not in signs]:
            panel = self._panels.pop(gone)
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        new: WarningPanel | HelpLine | None = None
        for sign in signs:
            if sign not in self._panels:
                new = self._panels[sign] = WarningPanel(self._theme, self._advise(sign, access))
                self._column.insertWidget(0, new)
        needs_line, had_line = self._needs_help_line(), not self._help_line.isHidden()
        self._help_line.setVisible(needs_line)
        if needs_line and not had_line:
            new = new or self._help_line
        self.setVisible(bool(signs) or needs_line)
        if new is not None:
            new.show()
            new.announce()
        return new

    def _needs_help_line(self) -> bool:
        line, said = self._catalogue.help_line, self._sheet.said
        began = meant(ONSET_CODES, said.get(ONSET))
        return any(line.is_for(row, int(said[row]), began) for row in self._sheet.ringed)
