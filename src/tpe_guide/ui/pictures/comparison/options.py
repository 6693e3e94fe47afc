"""Which options stand side by side: a chip for each, two or three of them picked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.options import Refusal, refusal
from tpe_guide.pictures.comparison.table import Table, Treatment
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.choice import paint_choice
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.chips import ArrowKeys
from tpe_guide.ui.pictures.comparison.reach import reach

_HEIGHT, _LEAST = 60, 215
_PAD, _ICON = 14, 24
_NEED, _BARE_BELOW = 120, 200
"""px at 100 %: a longer word shrinks; below that width no icons stand beside words."""


class Options(QWidget):
    """All of *table*. Where there is little room they are put away, and a line says how many are picked."""

    pressed = Signal(str)
    choose = Signal()
    """Show them, or put them away."""

    def __init__(self, theme: Theme, table: Table, picked: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_("Options to compare"))
        column = tight(QVBoxLayout(self), theme.px(8))
        what = _("Pick two or three. {no_winner}").format(no_winner=table.no_winner)
        self._what = Paragraph(theme, what, "small", color="ink2")
        self._line = QWidget()
        line = tight(QHBoxLayout(self._line), theme.px(8))
        self._count = Label(theme, "", "small", color="ink2")
        self._change = Button(theme, _("Change"), "text", icon="sliders-horizontal", size=reach(theme), padding=8)
        self._change.setObjectName("change-options")
        self._change.clicked.connect(self.choose)
        line.addWidget(self._count, 1)
        line.addWidget(self._change)
        self.chips = {each.id: OptionChip(theme, each) for each in table.treatments}
        for name, chip in self.chips.items():
            chip.setProperty("named", name)
            chip.clicked.connect(self._on_clicked)
        self._flow = Flow(theme, [*self.chips.values()], least=_LEAST, most=len(self.chips), alike=True)
        self._arrows = ArrowKeys([*self.chips.values()], self)
        for part in (self._what, self._line, self._flow):
            column.addWidget(part)
        self.show_picked(picked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No icon where there is room for words only."""
        self._change.set_bare(self.width() < self._theme.px(_BARE_BELOW))

    def fold(self, *, little_room: bool, choosing: bool) -> None:
        """Show the chips, or with *little_room* only the line, unless somebody is *choosing*."""
        self._what.setVisible(not little_room)
        self._line.setVisible(little_room)
        self._flow.setVisible(choosing or not little_room)
        words, icon = (_("Done"), "check") if choosing else (_("Change"), "sliders-horizontal")
        self._change.set_words(words, icon=icon)
        self._change.setAccessibleDescription(_("Hides the options.") if choosing else _("Shows the options."))

    def show_picked(self, picked: Sequence[str]) -> None:
        """Show *picked* as picked; what was said to a press before is gone."""
        self._count.setText(_("{count} of {whole} picked").format(count=len(picked), whole=len(self.chips)))
        for name, chip in self.chips.items():
            chip.setChecked(name in picked)
            chip.show_state(refusal(picked, name))

    def refuse(self, option: str) -> None:
        """Say why *option* stays as it is, where it was pressed and for a voice."""
        for name, chip in self.chips.items():
            chip.say(heard=name == option)

    def _on_clicked(self) -> None:
        self.pressed.emit(self.sender().property("named"))


class OptionChip(Chip):
    """*treatment*, to be laid beside others. Where it must stay as it is, it says why when it is pressed."""

    def __init__(self, theme: Theme, treatment: Treatment, parent: QWidget | None = None) -> None:
        super().__init__(theme, treatment.name, treatment.icon, height=_HEIGHT, parent=parent)
        self.setObjectName(f"option-{treatment.id}")
        self._why = ""
        self._full = False
        self._told = False

    def nextCheckState(self) -> None:
        """Whether it is picked is not for the chip to say."""

    def show_state(self, why: Refusal) -> None:
        """*why* it must stay as it is, if it must. Nothing is said of it yet."""
        self._why = {"": "", "full": _("Take one out first."), "few": _("Keep two to compare.")}[why]
        self._full = why == "full"
        self._told = False
        self.setAccessibleDescription(self._why if self._full else "")
        self.update()

    def say(self, *, heard: bool) -> None:
        """Say why it stays, if this one is to be *heard*; else say nothing more."""
        self._told = heard
        if heard:
            announce(self, self._why)
        self.update()

    @property
    def told(self) -> str:
        """What it says below its name."""
        return self._why if self._told else ""

    def minimumSizeHint(self) -> QSize:
        """Where its longest word has no room, it shrinks: it must not make all that stands about it too wide."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), self._theme.px(_NEED)), least.height())

    def heightForWidth(self, width: int) -> int:
        """There is always room for a tick and for what it may say, so that nothing moves when they come."""
        room = max(1, width - super()._left() - self._theme.px(10))
        words = self._words().shrunk_to(room).height_in(room)
        return max(self._least, words + self._note().line_height + self._theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, edge, icon or tick, name; below it what was said."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, theme, dashed=self._full)
        size, room = theme.px(_ICON), self._room(self.width())
        place = self._mirrored(QRect(theme.px(_PAD), (self.height() - size) // 2, size, size))
        color = theme.color("ink2" if self._full else "ink")
        name, line = ("check", 2.8) if self.isChecked() else (self._icon, None)
        if not self._is_bare:
            draw_icon(painter, name, QRectF(place), color, line=line)
        words = self._words().shrunk_to(room)
        height = words.height_in(room)
        note = self._note().in_one_line(room)
        top = (self.height() - height - (note.line_height if self._told else 0)) // 2
        painter.setPen(color)
        words.paint(painter, self._mirrored(QRect(self._left(), top, room, height)), self._start)
        if self._told:
            below = QRect(self._left(), top + height, room, note.line_height)
            painter.setPen(theme.color("ink"))
            painter.setFont(note.font)
            painter.drawText(self._mirrored(below), self._start | Qt.AlignmentFlag.AlignVCenter, note.words)

    @property
    def _is_bare(self) -> bool:
        """There is room for words only. The tick stays: colour never speaks alone."""
        return not self.isChecked() and self.width() < self._theme.px(_BARE_BELOW)

    def _left(self) -> int:
        return self._theme.px(_PAD) if self._is_bare else super()._left()

    def _note(self) -> FittedText:
        return FittedText(self._why, self._theme.font("floor-strong"))
