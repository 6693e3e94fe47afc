"""For nurses: the page as it will be printed, and one press to print it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.nurse_card import NurseCard
from tpe_guide.ui.nurse.paper_view import PaperView
from tpe_guide.ui.nurse.scan_card import ScanCard
from tpe_guide.ui.nurse.shown_card import ShownCard
from tpe_guide.ui.nurse.summary_gate import SummaryGate
from tpe_guide.ui.nurse.summary_state import INCHES, SummaryState
from tpe_guide.ui.printing.print_service import PrintService
from tpe_guide.ui.shell.file_dialogs import open_diary_file, save_pdf_file

BESIDE_FROM = 960
SIDE_WIDTH = 348
LEAST_PREVIEW = 320


class NursePage(Screen):
    """The preview is the page itself. Where there is none to show, the way to one stands in its place.

    The screen is there at once; the page follows as soon as the empty sheet is painted.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        summary: SummaryState,
        print_service: PrintService,
        say: Callable[[TpeGuideError], None],
        *,
        file_dialogs: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        self._summary = summary
        self._print_service = print_service
        self._say = say
        self._pictures: list[QImage] = []
        self._text = ""
        self._printer: str | None = None
        self._gate: SummaryGate | None = None
        self._beside: bool | None = None
        self._card = NurseCard(theme, summary, file_dialogs=file_dialogs)
        self._shown = ShownCard(theme, summary)
        self._shown.hide()
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setVerticalSpacing(theme.px(14))
        self._grid.setHorizontalSpacing(theme.px(28))
        self._heading, self._preview = self._head(), self._preview_place()
        self._area = self._set_up(inside, self._bottom())
        self._connect()
        self._arrange()
        self._on_changed()

    def first_focus(self) -> QWidget:
        """Print; or what opens the way to it."""
        if self._summary.source == "scan":
            return self._scan.field
        if self._gate is not None:
            return self._gate.first_focus or self._card.first_focus()
        return self._print if self._print.isEnabled() else self._card.first_focus()

    def next_page(self) -> None:
        """Look at the next page."""
        self._turn(1)

    def previous_page(self) -> None:
        """Look at the page before."""
        self._turn(-1)

    def event(self, event: QEvent) -> bool:
        """Whoever comes back to the window may have changed the usual printer meanwhile."""
        if event.type() == QEvent.Type.WindowActivate and self._printer is not None:
            self._look_for_printer()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choices stand beside the page, or above it."""
        self._arrange()

    # --- building -----------------------------------------------------------------------------------------

    def _head(self) -> QWidget:
        box = QWidget()
        column = tight(QVBoxLayout(box), 0)
        title = Label(self._theme, _("Print a summary"), "h1")
        title.setObjectName("page-title")
        column.addWidget(title)
        words = _("One page, made from the patient’s own diary.")
        column.addWidget(Label(self._theme, words, "body", color="ink2"))
        return box

    def _preview_place(self) -> QWidget:
        box = QWidget()
        self._place = tight(QVBoxLayout(box), self._theme.px(12))
        self._note = _Note(self._theme)
        self._place.addWidget(self._note)
        self._scan = ScanCard(self._theme, self._summary)
        self._place.addWidget(self._scan)
        self._paper = PaperView(self._theme)
        self._paper.setObjectName("preview")
        self._place.addWidget(self._paper, 1)
        self._place.addStretch(0)  # where there is no page yet, what stands above it keeps its height
        return box

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        home = Button(theme, _("Home"), "secondary", icon="arrow-left", short=_("Home"))
        home.setObjectName("go-home")
        home.clicked.connect(self.left)
        self._print = Button(theme, _("Print"), icon_after="printer", short=_("Print"))
        self._print.setObjectName("print")
        self._hint = Label(theme, "", "small", color="ink2", wrap=False)
        self._hint.setObjectName("print-hint")
        self._bar = BottomBar(self._theme, home, self._hint, self._print, keep_middle=True)
        return self._bar

    def _connect(self) -> None:
        self._print.clicked.connect(self._on_print)
        self._card.source_picked.connect(self._on_source)
        self._card.paper_picked.connect(self._summary.set_paper)
        self._card.turned.connect(self._turn)
        self._card.save.connect(self._on_save)
        self._card.other_printer.connect(self._on_other_printer)
        self._card.choose_shown.connect(self._on_choose_shown)
        self._shown.done.connect(self._on_shown_done)
        self._paper.needed.connect(self._make)
        self._summary.changed.connect(self._on_changed)
        self._summary.scanned.connect(self._on_scanned)
        self._print_service.begun.connect(self._on_begun)
        self._print_service.finished.connect(self._refresh)
        self._print_service.printer_found.connect(self._on_printer_found)
        self._print_service.no_printer.connect(self._card.focus_pdf)

    # --- the page -------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        """Another diary or paper: show its page, or the way to it."""
        available = self._summary.available
        if self._gate is not None:
            self._place.removeWidget(self._gate)
            self._gate.hide()
            self._gate.deleteLater()
            self._gate = None
        scanning = self._summary.source == "scan"
        self._scan.setVisible(scanning)
        self._scan.refresh()
        if not available:
            self._pictures = []
        if not available and not scanning:
            problem = self._summary.problem if self._summary.source == "file" else ""
            self._gate = SummaryGate(self._theme, self._diary_session, self._say, problem)
            self._place.addWidget(self._gate, 1, Qt.AlignmentFlag.AlignTop)
        if not available and not self._shown.isHidden():
            typed_there = self._scan.field.hasFocus()
            self._on_shown_done()
            if typed_there:  # a scanner types on, and must not press what gets the keyboard
                self._scan.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._paper.setVisible(available)
        self._paper.set_sheet(INCHES[self._summary.paper])
        self._paper.ask_anew()
        self._show_note(empty=False)
        self._refresh()

    def _on_scanned(self) -> None:
        """What was said of the scan is seen, once it has its place."""
        told = self._scan.told
        QTimer.singleShot(0, told, lambda: self._area.ensureWidgetVisible(told, 0, self._theme.px(8)))

    def _make(self, ppi: float) -> None:
        """Typeset the page at *ppi*."""
        try:
            report = self._summary.report()
        except TpeGuideError as error:
            self._say(error)
            self._paper.say(_("The page could not be made."))
            return
        if report is None:
            return
        from tpe_guide.summary.plain import to_text

        self._pictures = self._summary.pictures(report, ppi)
        self._text = to_text(report)
        self._show_note(empty=report.sessions is None and report.grid is None)
        self._show_page()
        self._shown.refresh()
        if self._printer is None:
            QTimer.singleShot(0, self, self._look_for_printer)

    def _show_page(self) -> None:
        pages = len(self._pictures)
        self._summary.page = min(self._summary.page, pages - 1)
        name = _("Page {page} of {pages}").format(page=self._summary.page + 1, pages=pages)
        self._paper.show_picture(self._pictures[self._summary.page], name, self._text)
        self._refresh()

    def _turn(self, step: int) -> None:
        page = self._summary.page + step
        if 0 <= page < len(self._pictures):
            self._summary.page = page
            self._show_page()
            self._paper.verticalScrollBar().setValue(0)

    def _show_note(self, *, empty: bool) -> None:
        summary = self._summary
        if summary.source == "example":
            self._note.say(_("An example. This person is made up."))
        elif summary.source == "file" and summary.file is not None and not summary.problem:
            self._note.say(_("From the file {name}").format(name=summary.file.name))
        elif summary.source == "scan" and summary.available:
            self._note.say(_("From paper, scanned now"))
        elif empty:
            self._note.say(_("Nothing is logged yet: there is little to print."))
        else:
            self._note.say(summary.earlier_words())

    def _refresh(self) -> None:
        available = self._summary.available
        self._card.refresh(len(self._pictures) if available else 0)
        printing = self._print_service.busy
        self._print.setEnabled(available and not printing)
        if printing:
            self._say_where(_("Printing …"))
        else:
            first = _("Scan the squares first.") if self._summary.source == "scan" else _("Open a diary first.")
            self._say_where(self._where() if available else first)

    def _say_where(self, words: str) -> None:
        self._hint.setText(words)
        self._print.setAccessibleDescription(words)
        self._bar.fold()

    # --- what is pressed ------------------------------------------------------------------------------------

    def _on_source(self, source: str) -> None:
        if source == "diary":
            self._summary.show_diary()
        elif source == "example":
            self._summary.show_example()
        elif source == "scan":
            self._summary.show_scan()
            self._scan.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            open_diary_file(self.window(), self._theme, self._summary.show_file)

    def _on_save(self) -> None:
        name = self._summary.suggested_name()
        save_pdf_file(self.window(), self._theme, name, self._summary.save_pdf)

    def _on_print(self) -> None:
        self._print_service.print_now(self)

    def _on_other_printer(self) -> None:
        self._print_service.choose(self)

    def _on_choose_shown(self) -> None:
        self._shown.refresh()
        self._shown.show()
        self._card.hide()
        self._shown.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_shown_done(self) -> None:
        self._card.show()
        self._shown.hide()
        self._card.focus_shown()

    def _on_begun(self) -> None:
        self._refresh()
        self._bar.repaint()

    def _look_for_printer(self) -> None:
        """Asked for only now: with the page on the screen nobody waits for the answer."""
        self._print_service.look_for_printer()

    def _on_printer_found(self, name: str) -> None:
        """As things stand at this moment: another may be the usual one by now."""
        self._printer = name
        self._refresh()

    def _where(self) -> str:
        if not self._printer:
            return ""
        return _("Goes to {printer}").format(printer=self._printer)

    def _arrange(self) -> None:
        theme = self._theme
        beside = self.width() >= theme.px(BESIDE_FROM)
        least = theme.px(LEAST_PREVIEW) if beside else max(theme.px(LEAST_PREVIEW), round(self.height() * 0.7))
        self._paper.setMinimumHeight(min(least, self.height()))
        side = self._side(40)
        self._grid.setContentsMargins(side, theme.px(16), side, theme.px(16))
        if beside == self._beside:
            return
        self._beside = beside
        self._grid.addWidget(self._heading, 0, 0)
        for card in (self._card, self._shown):
            if beside:
                card.setFixedWidth(theme.px(SIDE_WIDTH))
                self._grid.addWidget(card, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
            else:
                card.setMinimumWidth(0)
                card.setMaximumWidth(NO_LIMIT)
                self._grid.addWidget(card, 1, 0)
        self._grid.addWidget(self._preview, 1 if beside else 2, 0)
        self._grid.setColumnStretch(0, 1)
        for row in (1, 2):
            self._grid.setRowStretch(row, int(row == (1 if beside else 2)))


class _Note(Card):
    """What this page is made from, where that must not be mistaken."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, fill="straw50", edge="straw600", edge_width=1.5, radius=12)
        self.setObjectName("source-note")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(Icon(theme, "info", 22))
        self._label = Label(theme, "", "small-strong")
        row.addWidget(self._label, 1)

    def say(self, words: str) -> None:
        self._label.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
