"""For nurses: the page as it will be printed, and one press to print it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.summary.papers import INCHES
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.dropped import files_of, let_in
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.scrolling import show_focused
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.file_row import FileRow
from tpe_guide.ui.nurse.files_panel import FilesPanel
from tpe_guide.ui.nurse.made_ahead import likely
from tpe_guide.ui.nurse.nurse_card import NurseCard
from tpe_guide.ui.nurse.nurse_columns import NurseColumns, stacked
from tpe_guide.ui.nurse.paper_view import PaperView
from tpe_guide.ui.nurse.scan_card import ScanCard
from tpe_guide.ui.nurse.shown_card import ShownCard
from tpe_guide.ui.nurse.source_note import SourceNote
from tpe_guide.ui.nurse.summary_gate import SummaryGate
from tpe_guide.ui.nurse.summary_state import SummaryState
from tpe_guide.ui.printing.print_service import PrintService
from tpe_guide.ui.shell.file_dialogs import choose_folder, open_diary_files, save_pdf_file

LEAST_PREVIEW = 320
_NAME_MOST = 36
"""Letters of a file's name that stand in the bar below."""


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
        self._ppi = 0.0
        """Of the page that was made last."""
        self._text = self._problem_told = ""
        self._whose: tuple[str, Path | None, bool] | None = None
        self._printer: str | None = None
        self._columns = 1
        self._brings_page = False
        """Whoever chose a file by hand wants to see its page, which may stand below the list."""
        self._gate: SummaryGate | None = None
        self.setAcceptDrops(file_dialogs)
        self._card = NurseCard(theme, summary, file_dialogs=file_dialogs)
        self._files = FilesPanel(theme, summary)
        self._shown = ShownCard(theme, summary)
        self._shown.hide()
        self._preview = self._preview_place()
        choices = stacked(self._card, self._shown, gap=theme.px(14))
        self._parts = NurseColumns(theme, self._head(), self._files, self._preview, choices)
        self._area = self._set_up(self._parts, self._bottom())
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped here."""
        let_in(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look what they are."""
        self._summary.open_files(files_of(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choices stand beside the page, or above it."""
        self._arrange()

    # --- building -----------------------------------------------------------------------------------------

    def _head(self) -> QWidget:
        title = Label(self._theme, _("Print a summary"), "h1")
        title.setObjectName("page-title")
        self._lead = Label(self._theme, _("One page, made from the patient’s own diary."), "body", color="ink2")
        return stacked(title, self._lead, gap=self._theme.px(4))

    def _preview_place(self) -> QWidget:
        box = QWidget()
        self._place = tight(QVBoxLayout(box), self._theme.px(12))
        self._note = SourceNote(self._theme)
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
        self._summary.files.changed.connect(self._on_files)
        self._files.all_opened.connect(self._look_for_printer)
        self._files.tapped.connect(self._on_tapped)
        self._summary.chosen.seen.connect(self._on_chosen_seen)
        self._summary.chosen.silent.connect(self._on_chosen_seen)
        self._files.save_all.connect(self._on_save_all)
        self._files.print_all.connect(self._on_print_all)
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
        self._files.show_chosen()
        whose = self._summary.source, self._summary.chosen.path, available
        if whose != self._whose:  # a page may lie there for the time that the next one takes to be made: not another’s
            self._whose, self._pictures = whose, []
            self._summary.ahead.forget()
            self._paper.say(_("Making the page …"))
        if not available and not scanning:
            self._gate = SummaryGate(self._theme, self._diary_session, self._say, self._summary)
            self._place.addWidget(self._gate, 1, Qt.AlignmentFlag.AlignTop)
            self._tell_problem(self._summary.chosen.problem)
        if not available and not self._shown.isHidden():
            typed_there = self._scan.field.hasFocus()
            self._on_shown_done()
            if typed_there:  # a scanner types on, and must not press what gets the keyboard
                self._scan.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._paper.setVisible(available)
        self._paper.set_sheet(INCHES[self._summary.paper])
        self._paper.ask_anew()
        self._note.tell(self._summary, self._file_name(), empty=False)
        self._refresh()

    def _tell_problem(self, problem: str) -> None:
        """Aloud, once."""
        if problem != self._problem_told:
            self._problem_told = problem
            announce(self, problem)

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

        self._pictures = self._summary.ahead.pictures(report, self._summary.paper, ppi)
        self._ppi = ppi
        self._make_ahead()
        self._text = to_text(report)
        empty = report.sessions is None and report.grid is None
        self._note.tell(self._summary, self._file_name(), empty=empty)
        self._show_page()
        self._shown.refresh()
        if self._printer is None:
            QTimer.singleShot(0, self, self._look_for_printer)

    def _make_ahead(self) -> None:
        """What the next tap is likely to ask for."""
        summary, parts = self._summary, not self._shown.isHidden()
        summary.ahead.prepare(likely(summary.report, summary.request, summary.paper, self._ppi, parts=parts))

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

    def _refresh(self) -> None:
        available = self._summary.available
        self._card.refresh(len(self._pictures) if available else 0)
        printing = self._print_service.busy
        self._print.setEnabled(available and not printing)
        if printing:
            self._say_where(_("Printing …"))
        else:
            self._say_where(self._where() if available else self._first_thing())

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
        elif source == "folder":
            choose_folder(self.window(), self._theme, _("Open a folder of diary files"), self._summary.open_path)
        else:
            open_diary_files(self.window(), self._theme, self._summary.open_files)

    def _on_save(self) -> None:
        name = self._summary.suggested_name()
        save_pdf_file(self.window(), self._theme, name, self._summary.save_pdf)

    def _on_files(self) -> None:
        """The first of them brings the list, the last takes it away."""
        self._arrange()
        if self._gate is not None and self._summary.source == "file" and not self._summary.files.busy:
            self._on_changed()

    def _on_tapped(self) -> None:
        self._brings_page = True

    def _on_chosen_seen(self) -> None:
        """The page, or why there is none, is in its place now."""
        bring = self._bring_page if self._brings_page else self._keep_row
        self._brings_page = False
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, bring))  # the list may grow or shrink first

    def _bring_page(self) -> None:
        """In one column it stands below the list."""
        if self._columns == 1:
            self._area.verticalScrollBar().setValue(self._preview.mapTo(self._parts, QPoint()).y() - self._theme.px(8))

    def _keep_row(self) -> None:
        """Whoever goes through the list by keys sees which row has the keyboard."""
        if isinstance(self.focusWidget(), FileRow):
            show_focused(self)

    def _on_save_all(self) -> None:
        choose_folder(self.window(), self._theme, _("Save each page in this folder"), self._summary.save_all)

    def _on_print_all(self) -> None:
        self._print_service.find_printer(self, self._summary.print_all())

    def _on_print(self) -> None:
        self._print_service.print_now(self)

    def _on_other_printer(self) -> None:
        self._print_service.choose(self)

    def _on_choose_shown(self) -> None:
        self._shown.refresh()
        self._shown.show()
        self._card.hide()
        self._make_ahead()
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
        self._files.show_printer(name)
        self._refresh()

    def _where(self) -> str:
        """Of somebody's file also whose page it is: that is never out of sight."""
        name = _shortened(self._file_name()) if self._summary.source == "file" else ""
        if not self._printer:
            return name
        if name:
            return _("{file}: goes to {printer}").format(file=name, printer=self._printer)
        return _("Goes to {printer}").format(printer=self._printer)

    def _first_thing(self) -> str:
        """What has to be done before there is a page."""
        if self._summary.source == "scan":
            return _("Scan the squares first.")
        if self._summary.source == "file":
            return _("Choose a file first.")
        return _("Open a diary first.")

    def _file_name(self) -> str:
        chosen = self._summary.chosen
        return "" if chosen.problem else self._summary.files.name_of(chosen.path)

    def _arrange(self) -> None:
        theme = self._theme
        has_files = bool(self._summary.files)
        columns = self._columns = self._parts.arrange(self.width(), self._side(40), has_files=has_files)
        least = theme.px(LEAST_PREVIEW) if columns > 1 else max(theme.px(LEAST_PREVIEW), round(self.height() * 0.7))
        self._paper.setMinimumHeight(min(least, self.height()))
        self._lead.setVisible(not has_files)


def _shortened(name: str) -> str:
    """*name* in a bar: its ends, where it is long."""
    return name if len(name) <= _NAME_MOST else f"{name[:16]}…{name[-17:]}"
