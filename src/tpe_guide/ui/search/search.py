"""Search: a few letters of what is on one's mind, and the places in the guide that are about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.guide.library import Library
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.search.hit import Hit
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.centred import side_margin
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.scrolling import KeptInSight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.search.result_list import ResultList
from tpe_guide.ui.search.search_field import SearchField
from tpe_guide.ui.search.search_state import SearchState

WIDEST = 860
QUIET_MS = 900
"""Without a letter for so long: then a screen reader says how much was found."""
_LOW, _NARROW = 420, 220
"""px at 100 %."""


class SearchPage(Screen):
    """A field, and below it what was found so far: it changes with every letter."""

    chosen = Signal(Locator)
    back = Signal()

    def __init__(
        self,
        theme: Theme,
        library: Library,
        state: SearchState,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._library = library
        self._state = state
        self._say = say
        self._field = SearchField(theme, state.query)
        self._hints = self._make_hints()
        self._count = Label(theme, "", "small-strong", color="ink2")
        self._results = ResultList(theme, self._chapter_of)
        self._nothing = self._make_nothing()
        inside = QWidget()
        self._below = QVBoxLayout(inside)
        self._below.setSpacing(theme.px(10))
        for widget in (self._hints, self._count, self._results, self._nothing):
            self._below.addWidget(widget)
        self._below.addStretch(1)
        self._top = QVBoxLayout()
        self._top.addWidget(self._field)
        self._area = self._set_up(inside, above=self._top)
        self._area.installEventFilter(self)
        self._sight = KeptInSight(self._area, theme.px(12))
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._announce)
        self._field.line.returnPressed.connect(self._reach_first)
        self._field.changed.connect(self._on_text)
        self._results.opened.connect(self._open)
        self._results.reached.connect(self._show_row)
        self._show()

    def first_focus(self) -> QWidget:
        """The row one comes back from; else the line."""
        opened = self._state.opened
        if opened is not None and opened < len(self._results.rows):
            return self._results.rows[opened]
        return self._field.line

    def begin(self) -> None:
        """Look for something else: what stands there is replaced by the first letter."""
        self._state.opened = None
        self._field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.line.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A column in the middle. Where the window is low, the results need the room more than the heading does."""
        theme = self._theme
        low = self.height() < theme.px(_LOW)
        self._field.show_name(not low)
        self._ways_on.set_bare(self.width() < theme.px(_NARROW))
        side = side_margin(theme, self.width(), WIDEST)
        self._top.setContentsMargins(side, theme.px(10 if low else 24), side, theme.px(10))
        self._below.setContentsMargins(side, theme.px(4), side, theme.px(24))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are for this page first: the column would scroll by arrows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return event.isAccepted()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up go through the rows, Enter to the first; Esc goes back to the line, then where one came from."""
        row = self.focusWidget()
        at = self._results.rows.index(row) if row in self._results.rows else None
        if event.key() == Qt.Key.Key_Escape:
            self._escape(at)
        elif event.key() == Qt.Key.Key_Down:
            self._reach(0 if at is None else at + 1)
        elif event.key() == Qt.Key.Key_Up:
            self._reach(-1 if at is None else at - 1)
        elif at is not None and event.text().strip().isprintable() and event.text().strip():
            self._field.go_on(event.text())
        elif at is not None and event.key() == Qt.Key.Key_Backspace:
            self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.line.backspace()
        else:
            super().keyPressEvent(event)

    # --- building -----------------------------------------------------------------------------------------

    def _make_hints(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(10))
        column.addWidget(Label(theme, _("Use your own words. A slip of the finger is fine."), color="ink2"))
        column.addSpacing(theme.px(6))
        column.addWidget(Label(theme, _("Try:"), "small-strong"))
        hints: list[Button] = []
        for hint in (_("tingly"), _("pins and needles"), _("washing blood"), _("drip")):
            button = Button(theme, hint, "quiet", size="snug", padding=20, parent=box)
            button.setObjectName(f"hint-{len(hints)}")
            button.setAccessibleName(_("Search for “{words}”").format(words=hint))
            button.clicked.connect(self._on_hint)
            hints.append(button)
        column.addWidget(Wrap(theme, hints, gap=10, row_gap=10))
        return box

    def _make_nothing(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        self._nothing_title = Label(theme, "", "h3")
        column.addWidget(self._nothing_title)
        column.addWidget(
            Label(theme, _("Try other words, or fewer letters. Or look in the contents. Your team will know, too."))
        )
        column.addSpacing(theme.px(8))
        contents = Button(theme, _("Contents"), "secondary", icon="list", size="medium", parent=box)
        contents.setObjectName("to-contents")
        contents.clicked.connect(self._go_to_contents)
        urgent = Button(theme, _("Urgent help"), "urgent-outline", icon="phone-call", size="medium", parent=box)
        urgent.setObjectName("to-urgent")
        urgent.clicked.connect(self._go_to_urgent)
        self._ways_on = Wrap(theme, [contents, urgent], gap=12, row_gap=12)
        column.addWidget(self._ways_on)
        return box

    # --- what is written and pressed ------------------------------------------------------------------------

    def _on_text(self, text: str) -> None:
        try:
            self._state.look_for(text)
        except TpeGuideError as error:
            self._say(error)
        self._show()
        self._area.verticalScrollBar().setValue(0)
        self._quiet.start()

    def _on_hint(self) -> None:
        self._field.write(self.sender().text())  # type: ignore[attr-defined]

    def _show(self) -> None:
        hits, asked = self._state.hits, bool(self._state.query.strip())
        self._count.setText(_count_words(len(hits)))
        self._results.show_hits(hits)
        self._nothing_title.setText(_("Nothing found for “{query}”.").format(query=self._state.query.strip()))
        self._hints.setVisible(not asked)
        self._count.setVisible(bool(hits))
        self._results.setVisible(bool(hits))
        self._nothing.setVisible(asked and not hits)

    def _announce(self) -> None:
        if self._state.query.strip():
            announce(self._field.line, _count_words(len(self._state.hits)) or self._nothing_title.text())

    def _escape(self, at: int | None) -> None:
        if at is None:
            self.back.emit()
        else:
            self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reach_first(self) -> None:
        self._reach(0)

    def _reach(self, row: int) -> None:
        """Row number *row*; before the first there is the line."""
        if row < 0:
            self._field.line.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif row < len(self._results.rows):
            self._results.rows[row].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_row(self, row: QWidget) -> None:
        self._sight.keep(row)

    def _open(self, number: int) -> None:
        self._state.opened = number
        self.chosen.emit(_place_of(self._state.hits[number]))

    def _go_to_contents(self) -> None:
        self.chosen.emit(Locator("contents"))

    def _go_to_urgent(self) -> None:
        self.chosen.emit(Locator("urgent"))

    def _chapter_of(self, page: str) -> str:
        return self._library.chapter_of(page).title


def _count_words(count: int) -> str:
    return _n("{count} result", "{count} results", count).format(count=count) if count else ""


def _place_of(hit: Hit) -> Locator:
    """Where *hit* leads: into the block of a page, to a word of the glossary, a picture, or to urgent help."""
    if hit.kind == "word":
        return Locator("words", hit.target)
    if hit.kind == "urgent":
        return Locator("urgent")
    if hit.kind == "picture":
        place, __, what = hit.target.partition(":")
        return Locator(cast(ScreenId, place), what)
    spot = f"{hit.place.depth}.{hit.place.block}" if hit.place.depth != "title" else ""
    return Locator("page", hit.target, spot)
