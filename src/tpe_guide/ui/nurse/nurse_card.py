"""Beside the page: whose diary, on which paper, and where else it can go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.shown_card import in_short
from tpe_guide.ui.nurse.summary_state import SummaryState


class NurseCard(Card):
    """Shows what *summary* stands at; every press is told by a signal and shown only when it came true."""

    source_picked = Signal(str)
    paper_picked = Signal(str)
    turned = Signal(int)
    """One page on (1) or back (-1)."""
    save = Signal()
    other_printer = Signal()
    choose_shown = Signal()

    def __init__(
        self, theme: Theme, summary: SummaryState, *, file_dialogs: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._summary = summary
        column = QVBoxLayout(self)
        pad = theme.px(12 if theme.chrome >= 1.5 else 16)
        column.setContentsMargins(pad, theme.px(18), pad, theme.px(20))
        column.setSpacing(theme.px(10))
        self._pages = self._page_turner()
        column.addWidget(self._pages)
        whose = _("Whose diary?")
        column.addWidget(Label(theme, whose, "small-strong"))
        sources = {"diary": (_("My diary"), "notebook-pen")}
        if file_dialogs:
            sources["file"] = (_("Files …"), "file-text")
            sources["folder"] = (_("A folder …"), "folder-open")
            sources["scan"] = (_("Scan paper"), "keyboard")
        sources["example"] = (_("Example"), "eye")
        self._sources = self._chips("source", sources)
        self._sources.buttonClicked.connect(self._on_source)
        ways = Flow(theme, self._sources.buttons(), least=140, most=4, even=True)
        make_choice(ways, whose, self._sources.buttons())
        column.addWidget(ways)
        if file_dialogs:
            column.addWidget(Label(theme, _("Or drag files and folders onto this page."), "small", color="ink2"))
        paper = _("Paper")
        column.addWidget(Label(theme, paper, "small-strong"))
        self._papers = self._chips("paper", {"a4": (_("A4"), ""), "letter": (_("US Letter"), "")})
        self._papers.buttonClicked.connect(self._on_paper)
        papers = Flow(theme, self._papers.buttons(), least=120, most=2)
        make_choice(papers, paper, self._papers.buttons())
        column.addWidget(papers)
        self._shown = self._button(_("What it shows …"), "sliders-horizontal", "choose-shown")
        self._shown.clicked.connect(self.choose_shown)
        column.addWidget(self._shown)
        self._in_short = Label(theme, "", "small", color="ink2")
        column.addWidget(self._in_short)
        column.addSpacing(theme.px(6))
        self._pdf = self._button(_("Save as PDF …"), "file-down", "save-pdf")
        self._pdf.clicked.connect(self.save)
        column.addWidget(self._pdf)
        self._pdf.setVisible(file_dialogs)
        self._other = self._button(_("Choose a printer …"), "printer", "choose-printer")
        self._other.clicked.connect(self.other_printer)
        column.addWidget(self._other)
        self.refresh(0)

    def first_focus(self) -> QWidget:
        """The first way to another diary."""
        return self._sources.buttons()[1]

    def refresh(self, pages: int) -> None:
        """Show where *summary* stands; *pages* it has, 0: none yet or none at all."""
        self._show_choices()
        for button in (self._pdf, self._other, self._shown):
            button.setEnabled(self._summary.available)
        shown = in_short(self._summary)
        self._in_short.setText(shown)
        self._shown.setAccessibleDescription(shown)
        page = self._summary.page
        self._pages.setVisible(pages > 1)
        self._place.setText(_("Page {page} of {pages}").format(page=page + 1, pages=pages))
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < pages)

    def focus_pdf(self) -> None:
        """Bring the keyboard to “Save as PDF”."""
        self._pdf.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_shown(self) -> None:
        """Bring the keyboard back to what opened the other choices."""
        self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chips(self, kind: str, choices: dict[str, tuple[str, str]]) -> QButtonGroup:
        group = QButtonGroup(self)
        for value, (words, icon) in choices.items():
            chip = Chip(self._theme, words, icon, height=52)
            chip.setObjectName(f"{kind}-{value}")
            chip.setProperty("value", value)
            group.addButton(chip)
        return group

    def _button(self, words: str, icon: str, name: str) -> Button:
        button = Button(self._theme, words, "secondary", icon=icon, size="tool")
        button.setObjectName(name)
        return button

    def _page_turner(self) -> QWidget:
        box = QWidget()
        places = tight(QGridLayout(box), self._theme.px(8))
        places.setColumnStretch(1, 1)
        large = self._theme.chrome >= 1.5  # then the words stand below the arrows, or they would widen the window
        self._before = self._arrow("arrow-left", _("Page before"), "page-before")
        self._before.clicked.connect(self._back)
        self._place = Label(self._theme, "", "small-strong")
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._after = self._arrow("arrow-right", _("Next page"), "page-after")
        self._after.clicked.connect(self._on)
        places.addWidget(self._before, 0, 0)
        places.addWidget(self._place, *((1, 0, 1, 3) if large else (0, 1)))
        places.addWidget(self._after, 0, 2)
        return box

    def _arrow(self, icon: str, words: str, name: str) -> Button:
        button = Button(self._theme, words, "quiet", icon=icon, icon_only=True, size="small", icon_size=24)
        button.setObjectName(name)
        return button

    def _show_choices(self) -> None:
        for group, value in ((self._sources, self._summary.source), (self._papers, self._summary.paper)):
            group.setExclusive(False)
            for chip in group.buttons():
                chip.setChecked(chip.property("value") == value)
            group.setExclusive(True)

    def _on_source(self, chip: Chip) -> None:
        # Files are only asked for: nothing is picked before there are any.
        self._show_choices()
        self.source_picked.emit(chip.property("value"))

    def _on_paper(self, chip: Chip) -> None:
        self.paper_picked.emit(chip.property("value"))

    def _back(self) -> None:
        self.turned.emit(-1)

    def _on(self) -> None:
        self.turned.emit(1)
