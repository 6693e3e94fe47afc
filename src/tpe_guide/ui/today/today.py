"""Where are you today? One card from what is known of the next session, where to carry on, and a door for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import side_margin
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.steps import open_walk
from tpe_guide.ui.today.door import TodayDoor

if TYPE_CHECKING:
    from tpe_guide.ui.today.known import Known
    from tpe_guide.ui.today.next_card import NextCard

WIDTH, DOORS_BESIDE_FROM, ROW_FROM, TIGHT_BELOW = 1200, 900, 760, 300
"""px at 100 %: of the page; of a window where the doors, and the words to carry on, stand side by side; and of one that
has room for words alone."""
_START = Qt.AlignmentFlag.AlignLeft
COMING_UP_CHAPTER = "ready"


class CarryOn(NamedTuple):
    """Where the person stopped: what it is called, where that stands, and the way there."""

    title: str
    place: str
    locator: Locator


class TodayPage(Screen):
    """The first screen. *changed*: pages that the person has read say something else now."""

    chosen = Signal(Locator)
    asked = Signal(str)
    """A button of the card was pressed: see ``next_words.Does``."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        policy: Policy,
        *,
        known: Known | None = None,
        carry_on: CarryOn | None = None,
        marked: bool = False,
        changed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._library, self._policy = library, policy
        self._card: NextCard | None = None
        self._columns = 0
        self._carry_row: QBoxLayout | None = None
        self._icons: list[Icon] = []
        self._links: list[Button] = []
        inside = QWidget()
        self._column = tight(QVBoxLayout(inside), theme.px(16))
        self._title = Label(theme, _("Where are you today?"), "h1")
        self._title.setObjectName("page-title")
        self._column.addWidget(self._title)
        self._doors = self._make_doors()
        self._first: QWidget = self._doors[0]
        if known is not None:
            self._add_card(known)
        else:
            lead = _("Pick one. You can come back here at any time.")
            self._column.addWidget(Label(theme, lead, "lead", color="ink2"))
        if carry_on is not None:
            self._column.addWidget(self._carry_on_row(carry_on, marked=marked))
        if changed:
            self._column.addWidget(self._changed_row())
        self._grid = tight(QGridLayout(), theme.px(20))
        self._column.addLayout(self._grid)
        if not policy.diary:
            self._add_chapters()
        self._foot = tight(QGridLayout(), theme.px(2))
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        self._lines = self._make_lines()
        self._offline = _Note(theme, self._icon("wifi-off"), _("Works offline. Nothing is sent anywhere."))
        self._set_up(inside)
        self._arrange()

    def first_focus(self) -> QWidget:
        """Where the keyboard starts: at the main thing of the page."""
        return self._first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as the words have room for."""
        self._arrange()

    def _arrange(self) -> None:
        theme, width = self._theme, self.width()
        columns = len(self._doors) if width >= theme.px(DOORS_BESIDE_FROM) else 1
        side = side_margin(theme, width, WIDTH)
        top = 16 if columns == 1 else 24 if self._card else 32
        self._column.setContentsMargins(side, theme.px(top), side, theme.px(8))
        bare = width < theme.px(TIGHT_BELOW)
        if self._carry_row is not None:
            self._carry_row.setDirection(beside_if(width >= theme.px(ROW_FROM)))
        if self._card is not None:
            self._card.set_room(width)
        for icon in self._icons:
            icon.setVisible(not bare)
        for link in self._links:
            link.set_bare(bare)
        if columns == self._columns:
            return
        self._columns = columns
        self._title.setFont(theme.font("h1" if columns > 1 else "h2"))
        self._grid.setSpacing(theme.px(20 if columns > 1 else 12))
        for index, door in enumerate(self._doors):
            door.set_shape(tall=columns > 1 and self._card is None, line=self._card is None)
            self._grid.addWidget(door, index // columns, index % columns)
        for index in range(len(self._doors)):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._arrange_foot(beside=columns > 1)

    def _arrange_foot(self, *, beside: bool) -> None:
        """The last line stands at the end of the first, or below the others."""
        for row, line in enumerate(self._lines):
            self._foot.addWidget(line, row, 0, _START if isinstance(line, Button) else Qt.AlignmentFlag(0))
        self._offline.set_wrapping(not beside)
        self._foot.addWidget(self._offline, 0 if beside else len(self._lines), 1 if beside else 0)
        self._foot.setColumnStretch(0, 1)

    def _make_doors(self) -> list[TodayDoor]:
        chapters = {chapter.id: chapter.pages[0] for chapter in self._library.chapters}
        first = self._library.chapters[0].pages[0]
        doors = [
            self._path_door(
                "deciding",
                _("I’m deciding"),
                _("What plasma exchange is, who it helps, and what else there is."),
                first,
            ),
            self._path_door(
                "coming-up",
                _("My session is coming up"),
                _("See each step before it happens. Know what to say."),
                chapters.get(COMING_UP_CHAPTER, first),
            ),
        ]
        if self._policy.diary:
            line = _("Log how I feel. It stays on this computer.")
            doors.append(self._door(_("I’ve had a session"), line, _("Three taps"), "door-log", Locator("log")))
        else:
            line = _("Rather look than read?")
            doors.append(self._door(_("See it in pictures"), line, "", "see-rehearsal", Locator("pictures")))
        return doors

    def _path_door(self, name: str, title: str, line: str, page: str) -> TodayDoor:
        """To the path *name*; a guide that has none leads to *page*."""
        walk = open_walk(self._library, self._policy, name)
        if walk is None:
            return self._door(title, line, "", f"door-{name}", Locator("page", page))
        count = len(walk.steps)
        words = _n("{count} step", "{count} steps", count).format(count=count)
        return self._door(walk.title, walk.line, words, f"door-{name}", Locator("path", name))

    def _door(self, title: str, line: str, count: str, drawing: str, locator: Locator) -> TodayDoor:
        door = TodayDoor(self._theme, title, line, count, drawing)
        door.setProperty("locator", locator)
        door.clicked.connect(self._choose)
        return door

    def _add_card(self, known: Known) -> None:
        from tpe_guide.ui.today.next_card import NextCard

        card = self._card = NextCard(self._theme, known)
        card.pressed.connect(self.asked)
        card.urgent.connect(self._go_to_urgent)
        self._first = card.first_focus()
        self._column.addWidget(card)

    def _carry_on_row(self, carry_on: CarryOn, *, marked: bool) -> Card:
        theme = self._theme
        card = Card(theme)
        row = self._carry_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
        row.setContentsMargins(theme.px(24), theme.px(12), theme.px(16), theme.px(12))
        row.setSpacing(theme.px(12))
        head = tight(QHBoxLayout(), theme.px(18))
        head.addWidget(self._icon("bookmark", 24, "straw800"))
        words = tight(QVBoxLayout(), 0)
        above = _("Carry on where you stopped · {place}").format(place=carry_on.place)
        words.addWidget(Label(theme, above, "small", color="ink2"))
        words.addWidget(Label(theme, carry_on.title, "strong"))
        head.addLayout(words, 1)
        row.addLayout(head, 1)
        if marked:
            row.addWidget(self._link(_("Marked pages"), "bookmark", "marked-pages", Locator("contents")))
        go_on = self._link(_("Continue"), "", "continue", carry_on.locator, icon_after="arrow-right")
        go_on.setAccessibleName(_("Continue: {title}").format(title=carry_on.title))
        row.addWidget(go_on)
        return card

    def _changed_row(self) -> Button:
        """A quiet line: pages that the person knows are not as they were."""
        words = _("Pages that you read have changed. See what is new")
        row = Button(self._theme, words, "quiet", icon="info", icon_after="arrow-right", size="snug", padding=26)
        row.setObjectName("changed-pages")
        row.setProperty("locator", Locator("changed"))
        row.clicked.connect(self._choose)
        self._links.append(row)
        return row

    def _add_chapters(self) -> None:
        """Where there is no diary, the chapters stand below the doors."""
        from tpe_guide.ui.kit.flow import Flow

        theme = self._theme
        self._column.addSpacing(theme.px(16))
        self._column.addWidget(Label(theme, _("Or pick a chapter"), "h3"))
        buttons = []
        for chapter in self._library.chapters:
            button = Button(theme, chapter.title, "quiet", icon="book-open", size="tall")
            button.setObjectName(f"chapter-{chapter.id}")
            button.setProperty("locator", Locator("page", chapter.pages[0]))
            button.clicked.connect(self._choose)
            buttons.append(button)
        self._column.addWidget(Flow(theme, buttons, least=420, most=2, gap=20))

    def _make_lines(self) -> list[QWidget]:
        """At the foot of the page: the way for nurses, and a plain line."""
        about = _("This guide helps you prepare and ask. It does not replace your care team.")
        note = _Note(self._theme, self._icon("info"), about)
        if not self._policy.diary:
            return [note]
        words = _("For nurses: print a summary")
        return [self._link(words, "printer", "door-nurse", Locator("nurse"), padding=0), note]

    def _link(
        self, words: str, icon: str, name: str, locator: Locator, *, icon_after: str = "", padding: int | None = None
    ) -> Button:
        link = Button(
            self._theme, words, "text", icon=icon, icon_after=icon_after, size="link", icon_size=22, padding=padding
        )
        link.setObjectName(name)
        link.setProperty("locator", locator)
        link.clicked.connect(self._choose)
        self._links.append(link)
        return link

    def _icon(self, name: str, size: int = 22, color: str = "ink2") -> Icon:
        icon = Icon(self._theme, name, size, color=color)
        self._icons.append(icon)
        return icon

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))

    def _go_to_urgent(self) -> None:
        self.chosen.emit(Locator("urgent"))


class _Note(QWidget):
    """A quiet line with its icon."""

    def __init__(self, theme: Theme, icon: Icon, words: str) -> None:
        super().__init__()
        row = tight(QHBoxLayout(self), theme.px(10))
        row.addWidget(icon)
        self._words = Label(theme, words, "small", color="ink2")
        row.addWidget(self._words, 1)

    def set_wrapping(self, wrapping: bool) -> None:
        """Let the words take more than one line."""
        self._words.setWordWrap(wrapping)
