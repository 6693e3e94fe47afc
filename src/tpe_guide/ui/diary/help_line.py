"""The fixed line that leads from a severe effect to Urgent help. It stands in the page and never blocks Save."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary import catalogue
from tpe_guide.diary.model import EffectReport
from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme


def leads_to_help(line: catalogue.HelpLine, reports: Iterable[EffectReport]) -> bool:
    """Whether *line* stands beside any of *reports*."""
    return any(line.is_for(report.effect, report.severity, report.began) for report in reports)


class HelpLine(Card):
    """Says *line*, and has the way to Urgent help."""

    urgent_pressed = Signal()

    def __init__(self, theme: Theme, line: catalogue.HelpLine, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="red-tint", edge="red", edge_width=2, parent=parent)
        self.setObjectName("help-line")
        make_stop(self, f"{line.heading}. {line.words}")
        column = QVBoxLayout(self)
        side = theme.px(18)
        column.setContentsMargins(side, theme.px(10), side, theme.px(12))
        column.setSpacing(theme.px(4))
        column.addWidget(Label(theme.of_words, line.heading, "h3", color="red"))
        column.addWidget(Label(theme.of_words, line.words, "small"))
        column.addSpacing(theme.px(4))
        urgent = Button(theme, _("Urgent help"), "urgent-outline", icon="phone-call", size="link")
        urgent.setObjectName("help-line-urgent")
        urgent.clicked.connect(self.urgent_pressed)
        column.addWidget(urgent, 0, Qt.AlignmentFlag.AlignLeft)

    def announce(self) -> None:
        """Have a screen reader say it, once the line is on screen."""
        announce(self, self.accessibleName())
