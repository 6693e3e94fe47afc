"""What has been tapped so far, in words; and what may be added to it by who wants to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.kinds import TEXT_LIMIT
from tpe_guide.diary.model import EffectReport
from tpe_guide.i18n import _, _n
from tpe_guide.ui.diary.stepper import Stepper
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.field import Line, field_style, note_field
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.terms import OTHER
from tpe_guide.vocabulary.words import functions, onsets, severities

FUNCTIONS_ASKED = ("vision", "walking", "energy")
_NAME_WIDTH = 96
_LARGE = 1.5
"""From this text size on names stand above what they name."""


class EntryCard(Card):
    """Stands beside the questions and writes its own answers into *draft*."""

    changed = Signal()
    """The draft is another one now: show it everywhere."""

    def __init__(self, theme: Theme, draft: Draft, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._draft = draft
        self._catalogue = catalogue
        column = QVBoxLayout(self)
        pad = theme.px(14 if theme.chrome >= _LARGE else 24)
        column.setContentsMargins(pad, theme.px(16), pad, theme.px(20))
        column.setSpacing(theme.px(10))
        column.addLayout(self._tap_line())
        self._rows = QWidget()
        self._rows_column = QVBoxLayout(self._rows)
        self._rows_column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._rows_column.setSpacing(theme.px(8))
        column.addWidget(self._rows)
        self._add_own_words(column)
        self._told = Chip(theme, _("I told the staff"), "message-circle", height=52)
        self._told.setObjectName("told-staff")
        self._told.clicked.connect(self._on_told)
        column.addWidget(self._told)
        self._another = self._button(_("Add another effect"), "plus", "add-another")
        self._another.clicked.connect(self._on_another)
        column.addWidget(self._another)
        self._add_functions(column)
        self._add_note(column)

    def refresh(self) -> None:
        """Show the draft as it stands."""
        draft = self._draft
        self._words.setVisible(draft.effect == OTHER)
        if self._words.text() != draft.words:
            self._words.setText(draft.words)
        self._told.setVisible(bool(draft.effect) and draft.severity != 0)
        self._told.setChecked(bool(draft.told_staff))
        self._another.setVisible(draft.in_hand is not None)
        self._taps.setText(str(draft.taps))
        self._taps_words.setText(_n("tap so far", "taps so far", draft.taps))
        self._taps_hint.setText(_("That is all you need.") if draft.ready else _("Three are all you need."))
        self._refresh_rows()

    # --- building -----------------------------------------------------------------------------------------

    def _tap_line(self) -> QBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        self._taps = Label(theme, "0", "display", wrap=False)
        row.addWidget(self._taps)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._taps_words = Label(theme, "", "strong")
        self._taps_hint = Label(theme, "", "small", color="ink2")
        words.addStretch(1)
        words.addWidget(self._taps_words)
        words.addWidget(self._taps_hint)
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _button(self, words: str, icon: str, name: str) -> Button:
        button = Button(self._theme, words, "secondary", icon=icon, size="tool")
        button.setObjectName(name)
        return button

    def _add_own_words(self, column: QVBoxLayout) -> None:
        theme = self._theme
        self._words = Line(self._draft.words)
        self._words.setFont(theme.font("body"))
        self._words.setStyleSheet(field_style(theme))
        self._words.setMinimumHeight(theme.px(52))
        self._words.setMaxLength(TEXT_LIMIT)
        self._words.setPlaceholderText(_("What was it?"))
        self._words.setAccessibleName(_("What was it, in your own words?"))
        self._words.setObjectName("own-words")
        self._words.textEdited.connect(self._on_words)
        column.addWidget(self._words)

    def _add_functions(self, column: QVBoxLayout) -> None:
        theme = self._theme
        self._show = self._button(_("Add seeing, walking, energy"), "chevron-down", "show-functions")
        self._show.clicked.connect(self._show_functions)
        column.addWidget(self._show)
        self._functions = QWidget()
        inside = tight(QVBoxLayout(self._functions), theme.px(8))
        inside.addWidget(Label(theme, _("Today, from 0 (worst) to 10 (best)"), "small", color="ink2"))
        for name in FUNCTIONS_ASKED:
            stepper = Stepper(theme, name, functions()[name].own, self._draft.function.get(name))
            stepper.changed.connect(self._draft.set_function)
            inside.addWidget(stepper)
        column.addWidget(self._functions)
        self._functions.setVisible(bool(self._draft.function))
        self._show.setVisible(not self._draft.function)

    def _add_note(self, column: QVBoxLayout) -> None:
        theme = self._theme
        column.addWidget(Label(theme, _("Note (if you like)"), "small-strong"))
        self._note = note_field(theme, _("Note, if you like"), lines=2)
        self._note.setObjectName("note")
        self._note.setPlainText(self._draft.note)
        self._note.textChanged.connect(self._on_note)
        column.addWidget(self._note, 1)

    # --- what is answered here ------------------------------------------------------------------------------

    def _on_words(self, words: str) -> None:
        self._draft.words = words

    def _on_told(self, told: bool) -> None:
        self._draft.told_staff = told or None

    def _on_another(self) -> None:
        self._draft.add_another()
        self.changed.emit()

    def _on_remove(self) -> None:
        self._draft.remove(self.sender().property("effect"))
        self.changed.emit()

    def _show_functions(self) -> None:
        self._show.hide()
        self._functions.show()

    def _on_note(self) -> None:
        text = self._note.toPlainText()
        if len(text) > TEXT_LIMIT:
            self._note.setPlainText(text[:TEXT_LIMIT])
            return
        self._draft.note = text

    # --- what is tapped, in words ---------------------------------------------------------------------------

    def _refresh_rows(self) -> None:
        while (item := self._rows_column.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        draft = self._draft
        for report in draft.reports:
            self._rows_column.addWidget(self._finished(report))
        if draft.effect:
            self._add_row(_("Effect"), self._catalogue.name(draft.effect))
        if draft.severity is not None:
            words = _("{word} ({level} of 3)").format(word=severities()[draft.severity], level=draft.severity)
            self._add_row(_("How bad"), words)
        if draft.began is not None:
            self._add_row(_("Began"), onsets()[draft.began].own)
        self._rows.setVisible(self._rows_column.count() > 0)

    def _add_row(self, name: str, words: str) -> None:
        theme = self._theme
        box = QWidget()
        large = theme.chrome >= _LARGE
        row = tight(QBoxLayout(beside_if(not large), box), 0 if large else theme.px(8))
        label = Label(theme, name, "small", color="ink2", wrap=False)
        if not large:
            label.setMinimumWidth(theme.px(_NAME_WIDTH))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, words, "small-strong"), 1)
        self._rows_column.addWidget(box)

    def _finished(self, report: EffectReport) -> QWidget:
        """A report put aside, and a way to take it out again."""
        theme = self._theme
        name = self._catalogue.name(report.effect)
        box = QWidget()
        row = tight(QHBoxLayout(box), theme.px(10))
        row.addWidget(Icon(theme, "check", 22))
        words = _("{effect}: {severity}").format(effect=name, severity=severities()[report.severity])
        row.addWidget(Label(theme, words, "small-strong"), 1)
        remove = Button(
            theme, _("Take out: {effect}").format(effect=name), "tool", icon="x", icon_only=True, size="fine"
        )
        remove.setObjectName(f"take-out-{report.effect}")
        remove.setProperty("effect", report.effect)
        remove.clicked.connect(self._on_remove)
        row.addWidget(remove)
        return box
