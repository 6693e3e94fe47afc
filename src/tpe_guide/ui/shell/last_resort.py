"""What is shown where what should be shown cannot be made: plain parts of Qt and fixed words, with little to break."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from tpe_guide.i18n import _
from tpe_guide.policy import Policy

EMERGENCY_NUMBERS = "112, 911 or 999"
"""As the guide's own words have them, for where those cannot be read."""


class LastResort(QPlainTextEdit):
    """*words* to be read, in letters of *height* px, in place of Urgent help."""

    def __init__(self, words: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _enlarge(self, height)
        self.document().setDocumentMargin(height)
        self.setPlainText(words)
        self.setReadOnly(True)
        self.setAccessibleName(words)
        self.setObjectName("last-resort")

    def first_focus(self) -> QWidget:
        """Here: a screen reader reads it, the arrow keys scroll it."""
        return self


class PlainBar(QWidget):
    """Home and Urgent help, in letters of *height* px, in place of the top bar."""

    def __init__(self, go_home: Callable[[], None], go_to_urgent: Callable[[], None], height: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        for name, words, go in (("home", _("Home"), go_home), ("urgent", _("Urgent help"), go_to_urgent)):
            button = QPushButton(words)
            button.setAutoDefault(True)  # Enter presses it, too
            button.setObjectName(name)
            _enlarge(button, height)
            button.setMinimumHeight(2 * height)
            button.clicked.connect(go)
            row.addWidget(button)


def last_words(policy: Policy, emergency: Callable[[], str], unit: Callable[[], str]) -> str:
    """Whom to call; *emergency* and *unit* look up numbers, and may fail at it."""
    if not policy.dials:
        told = [_("Tell the staff now. They are here to help.")]
    else:
        number = _found(unit)
        told = [
            _("Call your emergency number: {number}.").format(number=_found(emergency) or EMERGENCY_NUMBERS),
            _("Your unit: {number}").format(number=number) if number else _("Or call the number your unit gave you."),
        ]
    return "\n\n".join((*told, _("The rest of this page cannot be shown.")))


def _enlarge(widget: QWidget, height: int) -> None:
    font = QFont(widget.font())
    font.setPixelSize(height)
    widget.setFont(font)


def _found(number: Callable[[], str]) -> str:
    try:
        return number()
    except Exception:  # whatever is wrong with it, there are other words to show
        return ""
