"""The place of the files beside the page: their list, or all of them at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.all_card import AllCard
from tpe_guide.ui.nurse.files_card import FilesCard
from tpe_guide.ui.nurse.summary_state import SummaryState


class FilesPanel(QWidget):
    """There are never both."""

    def __init__(self, theme: Theme, summary: SummaryState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = summary
        column = tight(QVBoxLayout(self), 0)
        self._list = FilesCard(theme, summary)
        self._all = AllCard(theme, summary)
        column.addWidget(self._list)
        column.addWidget(self._all)
        self.save_all, self.print_all = self._all.save_asked, self._all.print_asked
        self.all_opened = self._list.all_asked
        self.tapped = self._list.tapped
        self.show_printer = self._all.show_printer
        self._list.all_asked.connect(self._open_all)
        self._all.done.connect(self._close_all)
        self._all.setVisible(summary.all.stage != "offered")
        self._list.setHidden(summary.all.stage != "offered")
        summary.files.changed.connect(self._on_files)

    def show_chosen(self) -> None:
        """Turn to the file that is chosen."""
        self._list.show_chosen()

    def _open_all(self) -> None:
        self._list.hide()
        self._all.refresh()
        self._all.show()
        self._all.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_all(self) -> None:
        self._summary.all.forget()
        self._all.hide()
        self._list.show()
        self._list.focus_all()

    def _on_files(self) -> None:
        """Where more came, they are to be seen; a run that is over goes on being told."""
        if self._summary.all.stage == "offered" and self._summary.files.busy:
            self._all.hide()
            self._list.show()
