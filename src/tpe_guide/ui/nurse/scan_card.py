"""Above the page while paper is scanned: the field, how far it has come, and Clear."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.field import Problem
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.scan_field import ScanField
from tpe_guide.ui.nurse.summary_state import SummaryState

_BESIDE_UP_TO = 1.25
"""With larger text Clear stands below how far the scan has come."""


class ScanCard(Card):
    """It stays while the page is shown: the scanner's next Enter must find the field, not Print."""

    def __init__(self, theme: Theme, summary: SummaryState, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("scan-card")
        self._summary = summary
        column = QVBoxLayout(self)
        pad = theme.px(14 if theme.chrome >= 1.5 else 20)
        column.setContentsMargins(pad, theme.px(14), pad, theme.px(14))
        column.setSpacing(theme.px(8))
        self._lead = Label(theme, _("Scan each square of the paper. Any order will do."), "body")
        column.addWidget(self._lead)
        self.field = ScanField(theme)
        self.field.setObjectName("scan-field")
        column.addWidget(self.field)
        self._problem = Problem(theme)
        column.addWidget(self._problem)
        beside = theme.chrome <= _BESIDE_UP_TO
        row = tight(QHBoxLayout() if beside else QVBoxLayout(), theme.px(12))
        self._progress = Label(theme, "", "strong")
        self._progress.setObjectName("scan-progress")
        row.addWidget(self._progress, 1)
        self._clear = Button(theme, _("Clear"), "secondary", icon="x", size="small")
        self._clear.setObjectName("scan-clear")
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        column.addWidget(Label(theme, _("The guide keeps nothing of it."), "small", color="ink2"))
        self.field.typed.connect(self._on_typed)
        self.field.paused.connect(summary.end_scan)
        self._clear.clicked.connect(self._on_clear)
        summary.scanned.connect(self._on_scanned)
        self.told = self._progress
        """What is to be seen after each scan."""
        self.refresh()

    def refresh(self, *, aloud: bool = False) -> None:
        """Show how far the scan has come; say it, where it is new."""
        trouble, progress = self._summary.scan_trouble, self._summary.scan_progress
        self._problem.say(trouble, aloud=False)
        self._problem.setVisible(bool(trouble))
        self._progress.setText(progress)
        said = " ".join(filter(None, (trouble, progress)))
        self.field.setAccessibleDescription(said)
        self._lead.setVisible(not self._summary.available)
        self._clear.setEnabled(bool(self._summary.scan.count or trouble))
        if aloud:
            announce(self.field, said)

    def _on_typed(self, keys: str) -> None:
        self._summary.type_scan(keys)
        self.field.set_mid_square(self._summary.scan.waits)

    def _on_scanned(self) -> None:
        self.refresh(aloud=True)
        self.field.set_mid_square(self._summary.scan.waits)

    def _on_clear(self) -> None:
        self._summary.show_scan()
        self.field.set_mid_square(False)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
