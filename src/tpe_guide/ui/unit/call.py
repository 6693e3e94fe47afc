"""Whom to call, and the number: the head of a card of *Urgent help*."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Role, Theme, Type
from tpe_guide.ui.unit.number_field import NumberField
from tpe_guide.ui.unit.unit_state import OUT_OF_HOURS, PHONE, UnitState

LARGE = Type(38, 1.2, 700)
"""A number to be read off and dialled."""


class Call(QWidget):
    """*heading* says what to do, *number* whom to call, *lead* what to do besides; the last two may be empty.

    What is only read is one stop for the keyboard.
    """

    def __init__(
        self,
        theme: Theme,
        heading: str,
        icon: str,
        *,
        number: str = "",
        lead: str = "",
        strong: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._heading, self._lead = theme, heading, lead
        self._column = tight(QVBoxLayout(self), theme.px(10))
        self.said = QWidget()
        """What is read as one."""
        self._lines = tight(QVBoxLayout(self.said), theme.px(4))
        color, tile = ("on-red", "red") if strong else ("ink", "straw100")
        head = tight(QHBoxLayout(), theme.px(14))
        self._symbol = Icon(theme, icon, 26, color=color, tile=tile, tile_size=48, round_tile=strong)
        head.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(theme.of_words, heading, "h3", color="red" if strong else "ink"), 1)
        self._lines.addLayout(head)
        self._numbers = QWidget()
        self._number_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, self._numbers), theme.px(8))
        self._number = Label(theme, "", LARGE)
        self._number_row.addWidget(self._number, 1)
        self._lines.addWidget(self._numbers)
        self._add_lines()
        if lead:
            self._lines.addWidget(Label(theme.of_words, lead, "body"))
        self._column.addWidget(self.said)
        make_stop(self.said, heading)
        self._show(number)
        self.arrange(beside=False, low=False)

    def arrange(self, *, beside: bool, low: bool) -> None:
        """*beside*: with room for something beside the words; else the icon goes, and what can be pressed stands below.
        *low*: on a screen of a few lines, the number comes before what is said of it."""
        self._lines.insertWidget(0 if low else 1, self._numbers)
        self._symbol.setVisible(beside)
        self._number_row.setDirection(beside_if(beside))

    def _add_lines(self) -> None:
        """What else stands below the number."""

    def _show(self, number: str, *more: str, role: Role = LARGE) -> None:
        """Show *number*; *more* is said with it."""
        is_words = role == "strong"
        self._number.setFont((self._theme.of_words if is_words else self._theme).font(role))
        self._number.setText(number)
        self._numbers.setVisible(bool(number))
        self.said.setAccessibleName(". ".join(filter(None, (self._heading, number, *more, self._lead))))


class UnitCall(Call):
    """The same with the numbers of the person's own unit, as *unit* says them now.

    *policy* and the clinic's own file say whether the number may be written in here. *smaller*: the number was there
    before.
    """

    to_be_seen = Signal(QWidget)
    """What somebody asked for is here: perhaps below the edge of the window."""

    def __init__(
        self,
        theme: Theme,
        heading: str,
        icon: str,
        unit: UnitState,
        policy: Policy,
        *,
        lead: str = "",
        smaller: bool = False,
        strong: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._unit, self._keeps = unit, policy.remembers
        self._outcome = ""
        """What came of the last press of Save."""
        self._role: Role = "h2" if smaller else LARGE
        self._night = Label(theme, "", "strong")
        self._writable = policy.typing and not smaller and PHONE in unit.clinic.slots
        self._is_given = unit.clinic.is_given(PHONE)
        self._field: NumberField | None = None
        self._ways: tuple[Button, ...] = ()
        super().__init__(theme, heading, icon, lead=lead, strong=strong, parent=parent)
        if self._writable:
            self._add_ways_to_write()
            if unit.half_typed is not None and not self._is_given:
                self._open_field(unit.half_typed)
        self._show_unit()
        unit.changed.connect(self._show_unit)

    @property
    def begun(self) -> QWidget | None:
        """Where somebody was writing when the page went; None: nothing is waiting to be saved."""
        field = self._field
        return field.editor if field is not None and field.written != self._unit.word(PHONE) else None

    def arrange(self, *, beside: bool, low: bool) -> None:
        """What can be pressed gives up its icon as well."""
        super().arrange(beside=beside, low=low)
        for way in self._ways:
            way.set_bare(not beside)

    def _add_lines(self) -> None:
        self._lines.addWidget(self._night)

    def _add_ways_to_write(self) -> None:
        theme = self._theme
        self._status = Label(theme.of_words, "", "small-strong")
        self._column.addWidget(self._status)
        self._add = Button(theme, _("Add the number"), "secondary", icon="plus", size="low", padding=20)
        self._add.setObjectName("add-unit-phone")
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._change = Button(theme, _("Change"), "text", icon="pencil", size="small", padding=8)
        self._change.setObjectName("change-unit-phone")
        self._change.setAccessibleName(_("Change the number of my unit"))
        self._number_row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        self._ways = (self._add, self._change)
        for way in self._ways:
            way.clicked.connect(self._write)

    def _show_unit(self) -> None:
        phone, night = self._unit.word(PHONE), self._unit.word(OUT_OF_HOURS)
        at_night = _("At night and at weekends: {number}").format(number=night) if night else ""
        self._night.setText(at_night)
        self._night.setVisible(bool(at_night))
        self._show(phone or _("The number your unit gave you"), at_night, role=self._role if phone else "strong")
        if self._writable:
            free = not self._is_given and self._field is None
            self._add.setVisible(free and not phone)
            self._change.setVisible(free and bool(phone))
            self._show_status()

    def _show_status(self) -> None:
        """Not saved is said for as long as it is true."""
        status = _("Filled in by your clinic.") if self._is_given else self._outcome
        if not self._is_given:
            status = self._unit.unsaved(PHONE) or status
        self._status.setText(status)
        self._status.setVisible(bool(status))

    def _write(self) -> None:
        """One field, in place of what asked for it."""
        field = self._open_field(self._unit.word(PHONE))
        self._show_unit()
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_be_seen.emit(field)

    def _open_field(self, words: str) -> NumberField:
        unit = self._unit
        self._outcome = ""
        self._field = field = NumberField(
            self._theme,
            unit.clinic.slots[PHONE],
            unit.word(PHONE),
            words,
            unit.fill_in,
            keeps=self._keeps,
            kept=unit.is_saved(PHONE),
        )
        unit.half_typed = words
        field.typed.connect(self._on_typed)
        field.done.connect(self._on_written)
        field.cancelled.connect(self._on_cancelled)
        field.to_be_seen.connect(self.to_be_seen)
        self._column.addWidget(field)
        QWidget.setTabOrder(self._add, field)
        return field

    def _on_typed(self) -> None:
        if self._field is not None:
            self._unit.half_typed = self._field.written

    def _on_written(self, status: str) -> None:
        """The number stands in the card, or stays as it was; whoever hears the guide is told."""
        self._outcome = status if self._unit.is_saved(PHONE) else ""
        self._close_field(self.said)
        announce(self, status)
        self.to_be_seen.emit(self.said)

    def _on_cancelled(self) -> None:
        """The keyboard goes back to what opened the field."""
        self._close_field(self._change if self._unit.word(PHONE) else self._add)
        self.to_be_seen.emit(self.said)

    def _close_field(self, then: QWidget) -> None:
        """Give the keyboard to *then*, before the field goes with it."""
        field, self._field = self._field, None
        self._unit.half_typed = None
        self._show_unit()
        then.setFocus(Qt.FocusReason.OtherFocusReason)
        if field is not None:
            field.hide()
            field.deleteLater()
