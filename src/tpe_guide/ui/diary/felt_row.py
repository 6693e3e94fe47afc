"""One effect as it was reported: how bad, when it began, whether the staff was told."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import EffectReport
from tpe_guide.diary.overview import Cell
from tpe_guide.i18n import _
from tpe_guide.ui.diary.level_mark import LevelMark
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.terms import OTHER, WARNING_SIGNS
from tpe_guide.vocabulary.words import onsets, severities

_BESIDE_FROM, _NAME, _LEVEL, _TOLD, _NARROW, _MARK_FROM = 640, 220, 100, 140, 300, 200
_FEVER = "fever-chills"


class FeltRow(QWidget):
    """*report* in a line, or in a few where there is little room. *temperature*: of the entry, in °C."""

    def __init__(
        self,
        theme: Theme,
        report: EffectReport,
        catalogue: Catalogue,
        temperature: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        name = report.words if report.effect == OTHER and report.words else catalogue.name(report.effect)
        level, when, told = severities()[report.severity], began_words(report, temperature), told_words(report)
        warns = report.effect in WARNING_SIGNS and report.severity > 0
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, theme.px(11), 0, theme.px(11))
        self._row.setSpacing(theme.px(6))
        lead = QWidget()
        named = tight(QHBoxLayout(lead), theme.px(10))
        self._icon = Icon(theme, catalogue.kind(report.effect).icon, 24)
        named.addWidget(self._icon)
        named.addWidget(Label(theme, name, "strong"), 1)
        bad = QWidget()
        self._how = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, bad), theme.px(14))
        self._how.addWidget(LevelMark(theme, Cell("level", report.severity, warns=warns)))
        self._how.addWidget(Label(theme, level, "small"), 1)
        self._fixed = ((lead, _NAME), (bad, _LEVEL + 84))
        for part, __ in self._fixed:
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self._row.addWidget(part)
        self._row.addWidget(Label(theme, when, "small", color="ink2"), 1)
        self._told = Label(theme, told, "small", color="ink2")
        self._row.addWidget(self._told)
        said = [f"{name}: {level}", _("warning sign") if warns else "", when.rstrip("."), told]
        make_stop(self, ". ".join(filter(None, said)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same columns in each row, or one below the other."""
        theme, width = self._theme, self.width()
        beside = width >= theme.px(_BESIDE_FROM)
        self._row.setDirection(beside_if(beside))
        for part, wide in self._fixed:
            part.setMinimumWidth(theme.px(wide) if beside else 0)
            part.setMaximumWidth(theme.px(wide) if beside else NO_LIMIT)
        self._told.setMinimumWidth(theme.px(_TOLD) if beside else 0)
        self._told.setAlignment(
            (Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        )
        self._how.setDirection(beside_if(width >= theme.px(_MARK_FROM)))
        self._icon.setVisible(width >= theme.px(_NARROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line above."""
        paint_area(QPainter(self), QRectF(0, 0, self.width(), self._theme.border()), self._theme.color("line"))


def began_words(report: EffectReport, temperature: float | None = None) -> str:
    """When it began, and with a fever its temperature, as a fact."""
    parts = [onsets()[report.began].own if report.began != "unknown" else _("When it began: not said")]
    if report.severity == 0:
        parts = []
    if temperature is not None and report.effect == _FEVER:
        parts.append(_("{degrees} °C").format(degrees=f"{temperature:.1f}"))
    if report.unlike_usual is not None:
        unlike = _("Not like my usual tingling") if report.unlike_usual else _("Like my usual tingling")
        parts.append(unlike)
    if report.words and report.effect != OTHER:
        parts.append(_("“{words}”").format(words=report.words))
    return ". ".join(parts)


def told_words(report: EffectReport) -> str:
    """Whether the staff was told: yes, no, or not said."""
    if report.told_staff is None:
        return _("Staff: not said")
    return _("Staff told") if report.told_staff else _("Staff not told")
