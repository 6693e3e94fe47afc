"""What was typed back from paper, all in words, before it is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.diary.sheet import Sheet
from tpe_guide.diary.sheet_steps import DAY, MOMENT, NOTHING, ONSET, REPORTER, Step, part_names
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.ui.diary.type_back.page import sheet_of
from tpe_guide.ui.diary.type_back.sheet_row import SheetRow
from tpe_guide.ui.diary.type_back.warnings import SheetWarnings
from tpe_guide.ui.diary.type_back.words import row_words
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.heading import Heading
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words


class LookOverPage(Screen):
    """Shows the sheet in the draft of *diary_session*; Save makes an entry of it."""

    saved = Signal()
    row_asked_for = Signal()
    """It is to be typed on, where the sheet stands now."""
    urgent_asked_for = Signal()

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        catalogue: Catalogue,
        advise: Callable[[str, str], Sequence[Advice]],
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        self._say = say
        self._sheet = sheet_of(diary_session, catalogue)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setSpacing(theme.px(10))
        lead = _("Look at the paper once more. Press a row to change it.")
        self._title = Heading(theme, _("Is this what the paper says?"), lead)
        self._column.addWidget(self._title)
        self._column.addWidget(Label(theme, lead, "small", color="ink2"))
        warnings = SheetWarnings(theme, self._sheet, catalogue, advise)
        warnings.urgent_asked_for.connect(self.urgent_asked_for)
        self._column.addWidget(warnings)
        warnings.refresh(diary_session.access_of(self._sheet.session))
        self._column.addWidget(self._what_it_becomes())
        for part, name in enumerate(part_names()):
            self._add_part(part, name)
        self._column.addStretch(1)
        self._set_up(body, self._bottom())

    def first_focus(self) -> QWidget:
        """Save; where something is missing, what that is."""
        return self._save_button if self._save_button.isEnabled() else self._mend

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins of the log."""
        side = self._side(83)
        self._column.setContentsMargins(side, self._theme.px(12), side, self._theme.px(16))
        self._fit_title(self._title)

    # --- building -----------------------------------------------------------------------------------------

    def _what_it_becomes(self) -> QWidget:
        """The session in full, and what is kept of rows without a ring."""
        theme, sheet = self._theme, self._sheet
        card = Card(theme, fill="straw50", edge="straw600", radius=14)
        column = QVBoxLayout(card)
        side = theme.of_bars.px(14)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(6))
        missing = self._missing_words()
        column.addWidget(Label(theme, missing or _becomes(sheet), "strong"))
        for line in _kept_as(sheet):
            column.addWidget(Label(theme, line, "small"))
        self._mend = Button(theme, _("Go there"), "secondary", icon="pencil", size="tool")
        self._mend.setObjectName("mend")
        self._mend.clicked.connect(self._on_mend)
        column.addWidget(self._mend)
        self._mend.setHidden(not missing)
        return card

    def _add_part(self, part: int, name: str) -> None:
        rows = [row for row in self._sheet.rows if row.part == part]
        said = [row for row in rows if self._sheet.said.get(row.id, "").strip()]
        self._column.addWidget(Label(self._theme, name, "h3"))
        if said:
            self._column.addWidget(Flow(self._theme, [*map(self._row, said)], least=420, most=2, gap=2))
        empty = [row.code for row in rows if row not in said]
        if empty:
            words = _("No ring, or empty: {boxes}").format(boxes=", ".join(empty))
            self._column.addWidget(Label(self._theme, words, "small", color="ink2"))

    def _row(self, row: Step) -> SheetRow:
        shown = SheetRow(self._theme)
        shown.show_row(row.id, row.code, row.name, row_words(self._sheet, row))
        shown.clicked.connect(self._on_row)
        return shown

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        change = Button(theme, _("Type on"), "secondary", icon="arrow-left", size="inner")
        change.setObjectName("type-on")
        change.clicked.connect(self._on_type_on)
        self._save_button = Button(theme, _("Save this entry"), icon_after="check", short=_("Save"), size="inner")
        self._save_button.setObjectName("save")
        self._save_button.clicked.connect(self._save)
        missing = self._missing_words()
        self._save_button.setEnabled(not missing)
        self._save_button.setAccessibleDescription(missing)
        return BottomBar(self._theme, change, None, self._save_button)

    def _missing_words(self) -> str:
        step = self._sheet.missing
        if step is not None and step.id == DAY:
            return _("To save: type the day, box 02.")
        if step is not None and step.kind == "words":
            return _("To save: make your words in box {number} shorter.").format(number=step.code)
        if step is not None:
            return _("To save: answer this first. {question}").format(question=step.ask)
        if not self._sheet.says_something:
            return _("To save: type what you noticed, or that nothing was new.")
        return ""

    # --- what is pressed ----------------------------------------------------------------------------------

    def _save(self) -> None:
        """“Saved” is shown only after the entry is on disk; when it cannot be, all that was typed stays."""
        draft = self._diary_session.drafts.draft
        self._sheet.fill(draft)
        try:
            self._diary_session.save()
        except TpeGuideError as error:
            self._say(error)
            return
        self.saved.emit()

    def _on_mend(self) -> None:
        missing = self._sheet.missing
        self._type_at(missing.id if missing is not None else NOTHING)

    def _on_row(self) -> None:
        self._type_at(self.sender().property("row"))

    def _on_type_on(self) -> None:
        self._type_at(self._sheet.step.id)

    def _type_at(self, step_id: str) -> None:
        self._sheet.go_to(step_id)
        self.row_asked_for.emit()


def _becomes(sheet: Sheet) -> str:
    """“Session 3, Friday 8 May 2026.”"""
    session = sheet.session
    if session is None:
        assert sheet.day is not None
        return _("About no session. {day}.").format(day=day_words(sheet.day))
    return _("{session}, {day}.").format(session=session_words(session), day=day_words(session.day))


def _kept_as(sheet: Sheet) -> list[str]:
    """What the diary keeps where the paper has no ring, and must keep something."""
    said = sheet.said
    lines = []
    if not said.get(MOMENT):
        lines.append(_("When it was has no ring. It is kept as “Later”."))
    if not said.get(REPORTER):
        lines.append(_("Who writes has no ring. It is kept as written by you."))
    if sheet.ringed and not said.get(ONSET):
        lines.append(_("When it began has no ring. It is kept as “I don’t know”."))
    return lines
