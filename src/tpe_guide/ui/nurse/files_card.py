"""The files that were brought: a row for each, a few at a time, and the way to all of them at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _, _n
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.file_row import FileRow
from tpe_guide.ui.nurse.summary_state import SummaryState

ROWS = 5
"""So many stand below one another: no list scrolls inside a page that scrolls."""


class FilesCard(Card):
    """Shows what *summary* knows of its files. Pressing a row shows that one's page."""

    all_asked = Signal()
    tapped = Signal()
    """A row was chosen by a finger or the mouse."""

    def __init__(self, theme: Theme, summary: SummaryState, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("files")
        self._theme = theme
        self._summary = summary
        self._first = 0
        self._said = ""
        column = QVBoxLayout(self)
        pad = theme.px(12)
        column.setContentsMargins(pad, theme.px(14), pad, theme.px(14))
        column.setSpacing(theme.px(6))
        self._title = Label(theme, "", "h3")
        column.addWidget(self._title)
        self._words = Label(theme, "", "small", color="ink2")
        self._words.setObjectName("files-words")
        column.addWidget(self._words)
        self._all = Button(theme, "", "secondary", icon="list-checks", size="tool")
        self._all.setObjectName("all-files")
        self._all.clicked.connect(self.all_asked)
        column.addWidget(self._all)
        column.addWidget(self._make_rows())
        column.addWidget(self._make_turner())
        self._others = Label(theme, "", "small", color="ink2")
        column.addWidget(self._others)
        clear = Button(theme, _("Clear the list"), "quiet", icon="x", size="small")
        clear.setObjectName("clear-files")
        clear.clicked.connect(summary.forget_files)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        summary.files.changed.connect(self.refresh)
        summary.files.done.connect(self._on_done)
        self.refresh()

    def focus_all(self) -> None:
        """Bring the keyboard back to what opened all of them."""
        self._all.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The row that is chosen, or the first."""
        return next((row for row in self._rows if row.isChecked()), self._rows[0])

    def refresh(self) -> None:
        """Show where the list stands."""
        files = self._summary.files
        rows = files.rows
        self._title.setText(_n("{count} file found", "{count} files found", len(rows)).format(count=len(rows)))
        words = files.words()
        self._words.setText(_("{words} Nothing is copied or kept.").format(words=words))
        if words != self._said and any(row.seen.state == "silent" for row in rows):
            announce(self, words)
        self._said = words
        others = files.others_in_words()
        self._others.setText(others)
        self._others.setVisible(bool(others))
        opening = len(files.opening)
        self._all.setText(_("Print or save all {count} …").format(count=opening))
        self._all.setAccessibleName(self._all.text())
        self._all.setVisible(len(rows) > 1)
        self._all.setEnabled(opening > 0 and not files.busy)
        self._show_rows()

    def show_chosen(self) -> None:
        """Turn to the row that is chosen."""
        paths = [row.path for row in self._summary.files.rows]
        if self._summary.chosen.path in paths:
            self._first = paths.index(self._summary.chosen.path) // ROWS * ROWS
        self.refresh()

    # --- building -----------------------------------------------------------------------------------------

    def _make_rows(self) -> QWidget:
        box = QWidget()
        column = tight(QVBoxLayout(box), self._theme.px(6))
        self._rows = []
        for number in range(ROWS):
            row = FileRow(self._theme)
            row.setObjectName(f"file-{number}")
            row.clicked.connect(self._on_row)
            row.beyond.connect(self._go_beyond)
            row.tapped.connect(self.tapped)
            column.addWidget(row)
            self._rows.append(row)
        make_choice(box, _("Files found"), self._rows)
        return box

    def _make_turner(self) -> QWidget:
        self._turner = QWidget()
        places = tight(QGridLayout(self._turner), self._theme.px(8))
        places.setColumnStretch(1, 1)
        large = self._theme.chrome >= 1.5  # then the words stand below the arrows, or they would widen the window
        self._before = self._turn("chevron-up", _("Files before"), "files-before", -1)
        self._place = Label(self._theme, "", "small-strong")
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._after = self._turn("chevron-down", _("More files"), "files-after", 1)
        places.addWidget(self._before, 0, 0)
        places.addWidget(self._place, *((1, 0, 1, 3) if large else (0, 1)))
        places.addWidget(self._after, 0, 2)
        return self._turner

    def _turn(self, icon: str, words: str, name: str, step: int) -> Button:
        button = Button(self._theme, words, "quiet", icon=icon, icon_only=True, size="small", icon_size=24)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._go(step))
        return button

    # --- its rows --------------------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        rows = self._summary.files.rows
        self._first = max(0, min(self._first, (len(rows) - 1) // ROWS * ROWS))
        shown = rows[self._first : self._first + ROWS]
        for widget, row in zip(self._rows, shown, strict=False):
            widget.setAutoExclusive(False)
            widget.say(row)
            widget.setChecked(row.path == self._summary.chosen.path)
            widget.setAutoExclusive(True)
            widget.edge = 0
        for number, widget in enumerate(self._rows):
            widget.setVisible(number < len(shown))
        self._rows[0].edge = -1 if self._first else 0
        if shown and self._first + ROWS < len(rows):
            self._rows[len(shown) - 1].edge = 1
        self._turner.setVisible(len(rows) > ROWS)
        last = self._first + len(shown)
        self._place.setText(_("{first} to {last} of {count}").format(first=self._first + 1, last=last, count=len(rows)))
        self._before.setEnabled(self._first > 0)
        self._after.setEnabled(last < len(rows))

    def _go(self, step: int) -> None:
        self._first += step * ROWS
        self._show_rows()
        announce(self, self._place.text())

    def _go_beyond(self, step: int) -> None:
        """The arrows choose, as within the rows that are shown, where one is chosen already."""
        chooses = self._summary.chosen.path is not None
        self._go(step)
        row = self._rows[0 if step > 0 else ROWS - 1]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        if chooses:
            row.click()

    def _on_row(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, FileRow)
        if pressed.row is not None:
            self._summary.show_file(pressed.row.path)

    def _on_done(self) -> None:
        announce(self, f"{self._title.text()}. {self._summary.files.words()}")
