"""All files of the list at once: what that will do, how far it has come, and what became of each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _, _n
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.progress import ProgressBar
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.shown_card import in_short
from tpe_guide.ui.nurse.summary_state import SummaryState

_TELL_EACH = 0.1
"""How much more has to be done before a screen reader is told again."""


class AllCard(Card):
    """Stands in the place of the list while it is open."""

    done = Signal()
    save_asked = Signal()
    print_asked = Signal()

    def __init__(self, theme: Theme, summary: SummaryState, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("all")
        self._theme = theme
        self._summary = summary
        self._told = 0.0
        self._stage = summary.all.stage
        column = QVBoxLayout(self)
        pad = theme.px(14)
        column.setContentsMargins(pad, theme.px(14), pad, theme.px(14))
        column.setSpacing(theme.px(10))
        self._title = Label(theme, "", "h3")
        column.addWidget(self._title)
        self._words = Label(theme, "", "body")
        self._words.setObjectName("all-words")
        column.addWidget(self._words)
        self._progress = ProgressBar(theme)
        column.addWidget(self._progress)
        self._print = self._button(_("Print each"), "printer", "print-all")
        self._print.clicked.connect(self.print_asked)
        self._save = self._button(_("Save each as PDF …"), "file-down", "save-all")
        self._save.clicked.connect(self.save_asked)
        self._stop = self._button(_("Stop"), "x", "stop-all")
        self._stop.clicked.connect(summary.all.stop)
        self._back = self._button(_("Back to the list"), "arrow-left", "all-back")
        self._back.clicked.connect(self.done)
        self._each = Label(theme, "", "small")
        self._each.setObjectName("all-each")
        for part in (self._print, self._save, self._stop, self._back, self._each):
            column.addWidget(part)
        summary.all.changed.connect(self.refresh)
        summary.changed.connect(self.refresh)
        self.refresh()

    def first_focus(self) -> QWidget:
        """What can be done now."""
        parts = (self._stop, self._print, self._back)
        return next(part for part in parts if not part.isHidden())

    def refresh(self) -> None:
        """Show where it stands."""
        run = self._summary.all
        offered = run.stage == "offered"
        focused = self.window().focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self._title.setText(_title(self._summary))
        self._words.setText(_offer(self._summary) if offered else run.words())
        self._progress.setVisible(run.busy)
        self._progress.show_share(run.share)
        for button in (self._print, self._save):
            button.setVisible(offered)
        self._stop.setVisible(run.busy)
        self._back.setVisible(not run.busy)
        self._each.setText(_each(self._summary))
        self._each.setVisible(bool(self._each.text()) and run.stage == "done")
        self._say(had_keyboard=had_keyboard)

    def _say(self, *, had_keyboard: bool) -> None:
        """A screen reader hears how far it is, now and then; the keyboard stays with what can be done."""
        run = self._summary.all
        if run.stage != self._stage:
            self._stage, self._told = run.stage, 0.0
            if had_keyboard and self.isVisible():
                self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            if run.busy:
                announce(self, run.words())
        elif run.busy and (run.silent or run.share >= self._told + _TELL_EACH):
            self._told = run.share
            announce(self, run.words())

    def _button(self, words: str, icon: str, name: str) -> Button:
        button = Button(self._theme, words, "secondary", icon=icon, size="tool")
        button.setObjectName(name)
        return button


def _title(summary: SummaryState) -> str:
    run = summary.all
    count = len(summary.files.opening) if run.stage == "offered" else len(run.sources)
    return _n("The page of {count} file", "The pages of {count} files", count).format(count=count)


def _offer(summary: SummaryState) -> str:
    """What it will do, and what not."""
    left = len(summary.files) - len(summary.files.opening)
    says = [_("Each gets its own page. {shown}.").format(shown=in_short(summary))]
    if left:
        words = _n("{count} file does not open, and is left out.", "{count} files do not open, and are left out.", left)
        says.append(words.format(count=left))
    return " ".join(says)


def _each(summary: SummaryState) -> str:
    """A line for each: first those of which there is no page, and why; then where the others went."""
    run, name = summary.all, summary.files.name_of
    failed = [_("{file}: {why}").format(file=name(one.source), why=one.why) for one in run.failed]
    made = [_("{file} → {where}").format(file=name(one.source), where=one.where) for one in run.made if one.where]
    return "\n".join((*failed, *made))
