"""The numbers of the person's unit: shown where they are known, and written in where they are not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.unit.slot_field import SlotField
from tpe_guide.ui.unit.unit_state import OUT_OF_HOURS, PHONE, UnitState

_BESIDE_FROM = 340


class UnitCard(Card):
    """By day, and at night. *keeps*: on this computer, not only for now."""

    details_asked_for = Signal()

    def __init__(self, theme: Theme, unit: UnitState, *, keeps: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._unit = unit
        self._keeps = keeps
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(22), theme.px(10), theme.px(14), theme.px(10))
        self._column.setSpacing(0)
        self._head = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight))
        self._head.addWidget(Label(theme, _("My unit"), "title"), 1)
        change = self._link(_("Change"), "pencil", "unit-details")
        change.setAccessibleName(_("Change my unit’s details"))
        change.clicked.connect(self.details_asked_for)
        self._head.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._head)
        self._lines: list[QBoxLayout] = []
        self._shown: list[Callable[[], None]] = []
        unit.changed.connect(self._on_changed)
        for slot, name in ((PHONE, _("By day")), (OUT_OF_HOURS, _("At night"))):
            if slot in unit.clinic.slots:
                self._add(slot, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A number stands beside what it is for, or below it."""
        beside = self.width() >= self._theme.px(_BESIDE_FROM)
        for line in (self._head, *self._lines):
            line.setDirection(beside_if(beside))

    def _add(self, slot: str, name: str) -> None:
        theme, number = self._theme, self._unit.word(slot)
        line = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(10))
        self._lines.append(line)
        said = Label(theme, name, "body", color="ink2", wrap=False)
        said.setMinimumWidth(theme.px(84))
        line.addWidget(said)
        self._column.addLayout(line)
        if number:
            words = Label(theme, number, "h3", heading=False)
            words.setObjectName(f"number-{slot}")
            words.setMinimumHeight(theme.px(44))
            line.addWidget(words, 1)
            self._add_notice(slot)
            return
        add = self._link(_("Add the number"), "plus", f"add-{slot}")
        add.setAccessibleName(_("{when}: add the number").format(when=name))
        add.clicked.connect(lambda: self._write_in(slot, said, add))
        line.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)

    def _add_notice(self, slot: str) -> None:
        """That the number is not on the disk, for as long as that is true."""
        unit, notice = self._unit, Label(self._theme, "", "small-strong")
        notice.setObjectName(f"unsaved-{slot}")
        self._column.addWidget(notice)

        def show() -> None:
            notice.setText(unit.unsaved(slot))
            notice.setVisible(bool(notice.text()))

        show()
        self._follow(show)

    def _follow(self, show: Callable[[], None]) -> None:
        """Call *show* whenever the unit says something else, as long as this card is there."""
        self._shown.append(show)

    def _on_changed(self) -> None:
        for show in self._shown:
            show()

    def _link(self, words: str, icon: str, name: str) -> Button:
        link = Button(self._theme, words, "text", icon=icon, size="link", padding=6, icon_size=20)
        link.setObjectName(name)
        return link

    def _write_in(self, slot: str, said: Label, add: Button) -> None:
        """The one field, in place of what asked for it."""
        unit = self._unit
        field = SlotField(
            self._theme, unit.clinic.slots[slot], "", unit.fill_in, keeps=self._keeps, kept=unit.is_saved(slot)
        )
        self._follow(lambda: field.set_kept(unit.is_saved(slot)))
        self._column.addWidget(field)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (said, add):
            part.hide()
