"""Type a sheet of the paper diary back, by digits: the rows of the paper go by, and the one that is asked is large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.calendar import meant_day
from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.diary.paper_form import paper_form
from tpe_guide.diary.sheet import Sheet
from tpe_guide.diary.sheet_steps import Step, part_names
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.log.left_strip import LeftStrip
from tpe_guide.ui.diary.type_back.answer_card import AnswerCard
from tpe_guide.ui.diary.type_back.keys_card import KeysCard
from tpe_guide.ui.diary.type_back.sheet_row import HEIGHT, SheetRow
from tpe_guide.ui.diary.type_back.warnings import SheetWarnings
from tpe_guide.ui.diary.type_back.words import heard, row_words
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.rebuild import bring_into_view
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

BESIDE_FROM = 1000
"""px at 100 %: keys and warnings stand beside the rows."""
_ASIDE, _BEFORE, _AFTER = 400, 2, 5
_LOW, _REST, _GAP = 560, 300, 4
"""px at 100 %: from so high on, rows before are shown; what is no row takes of the height, besides the large one; and
what is between two rows."""


class TypeBackPage(Screen):
    """What is typed lives in the draft of *diary_session*, so leaving loses nothing."""

    left = Signal()
    typed = Signal()
    """All rows were gone through, or the person wants to look it over."""
    urgent_asked_for = Signal()

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        catalogue: Catalogue,
        advise: Callable[[str, str], Sequence[Advice]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        self._drafts = diary_session.drafts
        self._sheet = sheet_of(diary_session, catalogue)
        if self._sheet.at_end:
            self._sheet.go_to(self._sheet.step.id)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(theme.px(8))
        self._strip = LeftStrip(theme, self._drafts, meant_day(diary_session.now()), self._body)
        self._strip.go_on.connect(self._go_on_with_it)
        self._strip.begin_anew.connect(diary_session.throw_away)
        self._strip.bring_back.connect(diary_session.bring_back)
        self._title = Label(theme, _("Type the paper back"), "h2")
        self._warnings = SheetWarnings(theme, self._sheet, catalogue, advise)
        self._warnings.urgent_asked_for.connect(self.urgent_asked_for)
        self._card = AnswerCard(theme, self._sheet, self._drafts)
        self._keys = KeysCard(theme)
        self._connect()
        self._lay_out()
        self._area = self._set_up(self._body, self._bottom())
        self._beside: bool | None = None
        self._arrange()
        self._refresh(aloud=False)

    def first_focus(self) -> QWidget:
        """Where digits go in."""
        return self._card.focus()

    def said(self) -> str:
        """What is asked first."""
        return heard(self._sheet.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits count wherever the keyboard is."""
        if self._card.box is not None or not self._card.line.take(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many rows as there is room for."""
        self._arrange()
        self._show_rows()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another place, another look, or a window that closes: what is there goes to disk."""
        super().hideEvent(event)
        if not self._drafts.draft.is_empty:
            self._drafts.keep()

    # --- building -----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._card.digit.connect(lambda digit: self._after(self._sheet.press(digit)))
        self._card.chosen.connect(lambda code: self._after(self._sheet.choose(code)))
        self._card.jumped.connect(lambda code: self._after(self._sheet.jump(code)))
        self._card.command.connect(self._on_command)
        self._card.written.connect(self._on_written)

    def _lay_out(self) -> None:
        theme = self._theme
        self._before = [self._row() for __ in range(_BEFORE)]
        self._rows_after = [self._row() for __ in range(_AFTER)]
        self._parts = []
        for number, name in enumerate(part_names()):
            chip = Chip(theme, name, height=52)
            chip.setObjectName(f"part-{number}")
            chip.setProperty("part", number)
            chip.clicked.connect(self._on_part)
            self._parts.append(chip)
        self._column.addWidget(self._strip)
        self._column.addWidget(self._title)
        self._parts_row = Flow(theme, self._parts, least=190, most=4, gap=8, even=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(20))
        rows = QWidget()
        column = tight(QVBoxLayout(rows), theme.px(_GAP))
        for row in (*self._before, self._card, self._tools(), *self._rows_after):
            column.addWidget(row)
        column.addStretch(1)
        self._rows_column = column
        self._aside = QWidget()
        aside = tight(QVBoxLayout(self._aside), theme.px(12))
        aside.addWidget(self._keys)
        aside.addStretch(1)
        self._aside_column = aside
        self._columns.addWidget(rows, 1)
        self._columns.addWidget(self._aside)
        self._column.addLayout(self._columns)
        self._column.addStretch(1)

    def _row(self) -> SheetRow:
        row = SheetRow(self._theme)
        row.clicked.connect(self._on_row)
        return row

    def _tools(self) -> Wrap:
        self._back = self._tool(_("Row before"), "row-before", "arrow-up", "back")
        self._skip = self._tool(_("Skip to the next part"), "skip-part", "arrow-down-to-line", "skip")
        self._go_on = self._tool(_("Go on where I was"), "go-on-typing", "arrow-right", "go-on")
        self._tools_row = Wrap(self._theme, (self._back, self._skip, self._go_on), gap=4, row_gap=0)
        return self._tools_row

    def _tool(self, words: str, name: str, icon: str, command: str) -> Button:
        button = Button(self._theme, words, "text", icon=icon, size="tool")
        button.setObjectName(name)
        button.clicked.connect(lambda: self._on_command(command))
        return button

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        leave = Button(theme, _("Leave"), "secondary", icon="x", size="inner")
        leave.setObjectName("leave")
        leave.clicked.connect(self._on_leave)
        over = Button(theme, _("Look it over"), icon_after="arrow-right", short=_("Look"), size="inner")
        over.setObjectName("look-over")
        over.clicked.connect(self.typed)
        hint = Label(theme, _("Nothing is saved yet."), "small", color="ink2", wrap=False)
        return BottomBar(self._theme, leave, hint, over, keep_middle=True)

    # --- what is typed ------------------------------------------------------------------------------------

    def _on_command(self, command: str) -> None:
        sheet = self._sheet
        do: dict[str, Callable[[], bool]] = {
            "enter": sheet.enter,
            "empty": sheet.leave_empty,
            "rub-out": sheet.rub_out,
            "back": sheet.back,
            "down": sheet.down,
            "skip": sheet.skip_part,
            "go-on": sheet.go_on,
        }
        self._after(do[command]())

    def _on_written(self, words: str) -> None:
        self._sheet.write(words)
        self._drafts.touch()

    def _on_row(self) -> None:
        self._sheet.go_to(self.sender().property("row"))
        self._after(moved=True)

    def _on_part(self) -> None:
        self._sheet.go_to_part(self.sender().property("part"))
        self._after(moved=True)

    def _after(self, moved: bool) -> None:
        """Something was typed. *moved*: another row has come."""
        self._drafts.touch()
        if self._drafts.was_left:
            self._drafts.go_on()
            self._strip.hide()
        if self._sheet.at_end:
            self.typed.emit()
            return
        self._refresh(aloud=True)
        focus = self._card.focus()
        if self.focusWidget() is not focus:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if moved:
            announce(focus, heard(self._sheet.step))

    # --- what was begun before ----------------------------------------------------------------------------

    def _go_on_with_it(self) -> None:
        self._drafts.go_on()
        self._strip.hide()
        self._card.focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_leave(self) -> None:
        self._drafts.leave()
        self.left.emit()

    # --- showing it ---------------------------------------------------------------------------------------

    def _refresh(self, *, aloud: bool) -> None:
        self._card.refresh(aloud=aloud)
        self._show_rows()
        part = self._sheet.step.part
        for number, chip in enumerate(self._parts):
            chip.setChecked(number == part)
        left = self._sheet.left_off
        elsewhere = left is not None and self._sheet.step.id in self._sheet.said and left.id != self._sheet.step.id
        self._go_on.setVisible(elsewhere)
        new = self._warnings.refresh(self._diary_session.access_of(self._sheet.session))
        shown = new if new is not None and aloud else self._card
        QTimer.singleShot(0, self, lambda: bring_into_view(self._area, shown, self._theme.px(12)))

    def _show_rows(self) -> None:
        """Those around the row that is asked, as many as there is room for."""
        rows = self._sheet.rows
        at = next((at for at, row in enumerate(rows) if row.id == self._sheet.step.row), 0)
        earlier = rows[max(0, at - self._room_before()) : at]
        after = self._room_after(len(earlier))
        for place, shown in enumerate(self._before):
            number = place - (_BEFORE - len(earlier))
            self._fill(shown, earlier[number] if number >= 0 else None)
        later = [*islice(rows, at + 1, at + 1 + after)]
        for place, shown in enumerate(self._rows_after):
            self._fill(shown, later[place] if place < len(later) else None)

    def _fill(self, shown: SheetRow, row: Step | None) -> None:
        shown.setVisible(row is not None)
        if row is not None:
            shown.show_row(row.id, row.code, row.name, row_words(self._sheet, row))

    def _room_before(self) -> int:
        return _BEFORE if self.height() >= self._theme.px(_LOW) else 0

    def _room_after(self, before: int) -> int:
        theme = self._theme
        card = self._card.heightForWidth(self._card.width()) if self._card.width() else self._card.sizeHint().height()
        row = theme.px(HEIGHT) + theme.px(_GAP)
        free = self.height() - theme.px(_REST) - card - before * row
        return max(1, min(_AFTER, free // row))

    def _arrange(self) -> None:
        theme = self._theme
        side = self._side(32)
        self._column.setContentsMargins(side, theme.px(8), side, theme.px(8))
        beside = self.width() >= theme.px(BESIDE_FROM)
        if beside == self._beside:
            return
        self._beside = beside
        self._columns.setDirection(beside_if(beside))
        if beside:
            self._aside.setFixedWidth(theme.px(_ASIDE))
            self._aside_column.insertWidget(0, self._warnings)
            self._column.insertWidget(self._column.indexOf(self._title) + 1, self._parts_row)
        else:
            self._aside.setMinimumWidth(0)
            self._aside.setMaximumWidth(NO_LIMIT)
            self._column.insertWidget(self._column.indexOf(self._strip) + 1, self._warnings)
            self._rows_column.insertWidget(self._rows_column.count() - 1, self._parts_row)


def sheet_of(diary_session: DiarySession, catalogue: Catalogue) -> Sheet:
    """The sheet that is being typed back, or a new one."""
    drafts = diary_session.drafts
    drafts.turn_to(paper=True)
    now = diary_session.now()
    drafts.draft.begun = drafts.draft.begun or now
    known = diary_session.store.sessions()
    return Sheet(drafts.draft.sheet, paper_form(catalogue), known, now.date(), diary_session.access)
