"""Which days and parts the nurse's page shows. Each press is seen on the page at once."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _, _n
from tpe_guide.summary.phrases import full_day, span
from tpe_guide.summary.request import PARTS, Request, part_names
from tpe_guide.ui.diary.month import MonthPicker
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.nurse.summary_state import SummaryState


class ShownCard(Card):
    """Stands in the place of the other choices while it is open."""

    done = Signal()

    def __init__(self, theme: Theme, summary: SummaryState, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._summary = summary
        self._month: MonthPicker | None = None
        self._column = QVBoxLayout(self)
        pad = theme.px(14 if theme.chrome >= 1.5 else 22)
        self._column.setContentsMargins(pad, theme.px(10), pad, theme.px(14))
        self._column.setSpacing(theme.px(6))
        self._days = self._day_chips()
        self._ends = self._day_ends()
        self._parts = self._part_boxes()
        self._squares, self._of_squares = self._squares_box()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The days that are picked."""
        return self._days.checkedButton() or self._days.buttons()[0]

    def refresh(self) -> None:
        """Show where the page stands."""
        request = self._summary.request
        for chip in self._days.buttons():
            chip.setChecked(chip.property("value") == _kind(request))
        self._ends.setVisible(request.first is not None or request.last is not None)
        for button, words, day in (
            (self._from, _("From {day}"), request.first),
            (self._until, _("Up to {day}"), request.last),
        ):
            button.setText(words.format(day=full_day(day)) if day else "")
        for part, box in zip(PARTS, self._parts, strict=True):
            box.setChecked(part in request.parts)
        self._squares.setChecked(self._summary.squares and self._summary.may_have_squares)
        self._squares.setEnabled(self._summary.may_have_squares)
        self._of_squares.setText(_about_squares(self._summary))

    # --- building -----------------------------------------------------------------------------------------

    def _day_chips(self) -> QButtonGroup:
        question = _("Which days?")
        head = tight(QHBoxLayout(), self._theme.px(8))
        head.addWidget(Label(self._theme, question, "small-strong"), 1, Qt.AlignmentFlag.AlignVCenter)
        close = Button(self._theme, _("Done"), "quiet", icon="check", size="small")
        close.setObjectName("shown-done")
        close.clicked.connect(self.done)
        head.addWidget(close)
        self._column.addLayout(head)
        group = QButtonGroup(self)
        for value, words in (
            ("all", _("All days")),
            ("last", _("Since the last session")),
            ("some", _("From … up to …")),
        ):
            chip = Chip(self._theme, words, height=52)
            chip.setObjectName(f"days-{value}")
            chip.setProperty("value", value)
            group.addButton(chip)
        group.buttonClicked.connect(self._on_days)
        chips = Flow(self._theme, group.buttons(), least=270, most=3)
        make_choice(chips, question, group.buttons())
        self._column.addWidget(chips)
        return group

    def _day_ends(self) -> QWidget:
        box = QWidget()
        self._inside = tight(QVBoxLayout(box), self._theme.px(8))
        self._from = self._end("day-from")
        self._until = self._end("day-until")
        self._inside.addWidget(Flow(self._theme, [self._from, self._until], least=270, most=2))
        self._column.addWidget(box)
        return box

    def _end(self, name: str) -> Button:
        button = Button(self._theme, "", "secondary", icon="calendar-days", size="tool")
        button.setObjectName(name)
        button.clicked.connect(self._on_end)
        return button

    def _part_boxes(self) -> list[TickBox]:
        self._column.addSpacing(self._theme.px(4))
        self._column.addWidget(Label(self._theme, _("Which parts?"), "small-strong"))
        note = _("The last session and the warning signs always stay.")
        self._column.addWidget(Label(self._theme, note, "small", color="ink2"))
        boxes = []
        names = part_names()
        for part in PARTS:
            box = TickBox(self._theme, names[part])
            box.setObjectName(f"part-{part}")
            box.clicked.connect(self._on_part)
            self._column.addWidget(box)
            boxes.append(box)
        return boxes

    def _squares_box(self) -> tuple[TickBox, Label]:
        box = TickBox(self._theme, _("Squares for a scanner, on a last page"))
        box.setObjectName("squares")
        box.clicked.connect(self._on_squares)
        about = Label(self._theme, "", "small", color="ink2")
        self._column.addWidget(box)
        self._column.addWidget(about)
        return box, about

    # --- what is pressed ------------------------------------------------------------------------------------

    def _on_days(self, chip: Chip) -> None:
        self._close_month()
        first, last = self._summary.days if chip.property("value") == "some" else (None, None)
        since_last_visit = chip.property("value") == "last"
        self._ask(self._summary.request._replace(first=first, last=last, since_last_visit=since_last_visit))

    def _on_part(self) -> None:
        ticked = frozenset(part for part, box in zip(PARTS, self._parts, strict=True) if box.isChecked())
        self._ask(self._summary.request._replace(parts=ticked))

    def _on_squares(self) -> None:
        self._summary.set_squares(self._squares.isChecked())

    def _on_end(self) -> None:
        end = self.sender()
        assert isinstance(end, Button)
        self._close_month()
        request = self._summary.request
        begins = end is self._from
        picked = request.first if begins else request.last
        latest = self._summary.days[1]
        month = self._month = MonthPicker(self._theme, picked or latest, latest, self._summary.session_days())
        month.chosen.connect(lambda day: self._on_day(day, begins=begins))
        self._inside.insertWidget(1, month)
        month.focus_day().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_day(self, day: dt.date, *, begins: bool) -> None:
        request = self._summary.request
        first, last = (day, request.last) if begins else (request.first, day)
        if first and last and first > last:
            first = last = day
        self._close_month()
        (self._from if begins else self._until).setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask(request._replace(first=first, last=last))

    def _close_month(self) -> None:
        if self._month is not None:
            self._inside.removeWidget(self._month)
            self._month.hide()
            self._month.deleteLater()
            self._month = None

    def _ask(self, request: Request) -> None:
        self._summary.set_request(request)
        self.refresh()


def in_short(summary: SummaryState) -> str:
    """``Since the last session, 2 parts left out``."""
    if summary.squares and summary.may_have_squares and not summary.too_long_for_squares:
        return _("{shown}, and squares for a scanner").format(shown=_shown_in_short(summary.request))
    return _shown_in_short(summary.request)


def _about_squares(summary: SummaryState) -> str:
    """What they hold; or why there can be none."""
    if summary.source == "example":
        return _("Not for an example.")
    if not summary.may_have_squares:
        return _("Only with all days and all parts: they hold the whole diary.")
    if summary.squares and summary.too_long_for_squares:
        return _("This diary is too long for the paper: save the PDF instead.")
    return _("They hold the whole diary. Whoever scans them can read it.")


def _shown_in_short(request: Request) -> str:
    if request.since_last_visit:
        days = _("Since the last session")
    elif request.first and request.last:
        days = span(request.first, request.last)
    else:
        days = _("All days")
    left_out = len(PARTS) - len(request.parts)
    if not left_out:
        return _("{days}, all parts").format(days=days)
    words = _n("{days}, {count} part left out", "{days}, {count} parts left out", left_out)
    return words.format(days=days, count=left_out)


def _kind(request: Request) -> str:
    if request.since_last_visit:
        return "last"
    return "some" if request.first or request.last else "all"
