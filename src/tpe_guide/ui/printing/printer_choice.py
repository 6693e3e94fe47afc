"""Which printer? One press on its name prints. Our own, since the system's dialogs wait for the print system."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.fitted_text import BREAK
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.scrolling import scrolling
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.printing.cups import Printers
from tpe_guide.ui.shell.actions import ACTIONS

_RUN = re.compile(r"_|[^\W_]{8}")
"""Where a line may end: names of printers have no spaces, and may be wider than a window."""
_WIDTH = 520
_NARROW = 400
"""px at 100 %: below it the words take all the room."""
_MARGIN = 24


class PrinterChoice(QDialog):
    """Offers *printers*, and of several pages all or the one that is *looked_at*, from 1."""

    picked = Signal(str, int)
    """The name of a printer, and the one page that is wanted; 0: all."""
    urgent_help = Signal()
    """Its key was pressed: the choice is closed, and nothing is printed. The window’s own keys rest meanwhile."""

    def __init__(self, theme: Theme, printers: Printers, pages: int, looked_at: int, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("printer-choice")
        self.setWindowTitle(_("Which printer?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setPalette(theme.palette)
        self._theme = theme
        self._looked_at = looked_at
        self._only: Chip | None = None
        inside = QWidget()
        column = QVBoxLayout(inside)
        narrow = window.width() < theme.px(_NARROW)
        pad = theme.of_bars.px(12) if narrow else theme.px(20)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(10))
        column.addWidget(Label(theme, _("Which printer?"), "h2"))
        if pages > 1:
            column.addWidget(self._which_pages(pages))
        names = sorted(printers.names, key=lambda name: (name != printers.usual, name.casefold()))
        buttons = [self._printer(name, usual=name == printers.usual) for name in names]
        for button in buttons:
            button.set_bare(narrow)
            column.addWidget(button)
        self._first = buttons[0]
        cancel = Button(theme, _("Do not print"), "secondary", icon="x", size="small")
        cancel.setObjectName("print-nowhere")
        cancel.clicked.connect(self.reject)
        column.addSpacing(theme.px(8))
        column.addWidget(cancel)
        column.addStretch(1)
        tight(QVBoxLayout(self), 0).addWidget(scrolling(theme, inside))
        self._take_room(window, inside)
        for keys in next(action.keys for action in ACTIONS if action.id == "urgent"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._leave_for_urgent_help)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the printer that one most likely wants."""
        super().showEvent(event)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _which_pages(self, pages: int) -> QWidget:
        question = _("Which pages?")
        every = Chip(self._theme, _("All {count} pages").format(count=pages), height=52)
        every.setObjectName("print-all")
        self._only = Chip(self._theme, _("Only page {page}").format(page=self._looked_at), height=52)
        self._only.setObjectName("print-only")
        chips = (every, self._only)
        group = QButtonGroup(self)
        for chip in chips:
            group.addButton(chip)
        every.setChecked(True)
        flow = Flow(self._theme, chips, least=150, most=2)
        make_choice(flow, question, chips)
        return flow

    def _printer(self, name: str, *, usual: bool) -> Button:
        words = _RUN.sub(rf"\g<0>{BREAK}", name)
        button = Button(self._theme, words, "primary" if usual else "secondary", icon="printer", size="small")
        button.setObjectName("printer")
        button.setAccessibleName(_("Print on {printer}").format(printer=name))
        button.clicked.connect(partial(self._pick, name))
        return button

    def _pick(self, name: str, *_pressed: object) -> None:
        only = self._only is not None and self._only.isChecked()
        self.picked.emit(name, self._looked_at if only else 0)
        self.accept()

    def _leave_for_urgent_help(self) -> None:
        self.reject()
        self.urgent_help.emit()

    def _take_room(self, window: QWidget, inside: QWidget) -> None:
        """As much as the words need, within the window."""
        room = window.size().shrunkBy(self.contentsMargins())
        width = min(self._theme.px(_WIDTH), room.width() - _MARGIN)
        height = inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
        self.resize(width, min(height + 2, room.height() - _MARGIN))
