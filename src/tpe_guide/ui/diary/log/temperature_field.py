"""A temperature in °C: typed, or by minus and plus. What is no temperature of a body is refused here, and not lost."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.typed import COLDEST, WARMEST, celsius
from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.field import Problem, field_style
from tpe_guide.ui.kit.kept_line import History, KeptLine
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

START, STEP = 37.0, 0.1
_HALF_TYPED = re.compile(r"\s*\d{0,2}([.,]\d*)?\s*")
_ENDLESS = 1_000_000


class TemperatureField(QWidget):
    """Emits what stands in it at each change. Its way back (Ctrl+Z), by *history*, outlives a change of look."""

    changed = Signal(str)

    def __init__(self, theme: Theme, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = tight(QVBoxLayout(self), theme.px(6))
        self.line = KeptLine(history, self._on_typed)
        self.line.setObjectName("temperature")
        self.line.setFont(theme.font("body"))
        self.line.setMaxLength(_ENDLESS)
        self.line.setMinimumHeight(theme.px(52))
        self.line.setFixedWidth(theme.px(96))
        self.line.setAccessibleName(_("Temperature in °C"))
        self.line.editingFinished.connect(self._check)
        less, more = self._step("minus", _("Temperature: less"), -STEP), self._step("plus", _("More"), STEP)
        label = Label(theme, _("Temperature"), "small-strong", wrap=False)
        unit = Label(theme, _("°C"), "small", wrap=False)
        for words in (label, unit):
            words.setMinimumHeight(theme.px(52))
        measured = QWidget()
        row = tight(QHBoxLayout(measured), theme.px(6))
        row.addWidget(self.line)
        row.addWidget(unit)
        column.addWidget(Wrap(theme, (label, less, measured, more), gap=6, row_gap=6))
        self._problem = Problem(theme)
        column.addWidget(self._problem)
        self._show("")
        self._check()

    def set_text(self, text: str) -> None:
        """Show *text*, which was said elsewhere."""
        if text != self.line.text():
            self.line.say(text)
            self._check()

    def _step(self, icon: str, name: str, step: float) -> Button:
        button = Button(self._theme, name, "quiet", icon=icon, icon_only=True, size="tool")
        button.setObjectName(f"temperature-{icon}")
        button.repeats = True
        button.clicked.connect(lambda: self._on_step(step))
        return button

    def _on_step(self, step: float) -> None:
        value = celsius(self.line.text())
        value = START if value is None else min(WARMEST, max(COLDEST, value + step))
        self.line.say(f"{value:.1f}")
        self._check()
        self.changed.emit(self.line.text())

    def _on_typed(self, text: str) -> None:
        self._show("" if _HALF_TYPED.fullmatch(text) or celsius(text) is not None else self._refusal())
        self.changed.emit(text)

    def _check(self) -> None:
        """All that is typed is there."""
        text = self.line.text().strip()
        self._show(self._refusal() if text and celsius(text) is None else "")

    def _refusal(self) -> str:
        return _("Please write a number from 30 to 45, in °C. For example 38.2.")

    def _show(self, sentence: str) -> None:
        self._problem.setVisible(bool(sentence))
        if sentence == self._problem.sentence and self.line.styleSheet():
            return
        self._problem.say(sentence)
        self.line.setStyleSheet(field_style(self._theme, wrong=bool(sentence)))
        self.line.setAccessibleDescription(sentence)
