"""Where are you today? Four doors, and the place where the person stopped reading."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.guide.pace import minutes
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.policy import Policy
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.door import Door
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.progress import ProgressBar
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme

TWO_COLUMNS_FROM = 980
DECIDING_CHAPTER = 0
COMING_UP_CHAPTER = "ready"


class HomePage(Screen):
    """The first screen."""

    chosen = Signal(Locator)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        settings: Settings,
        policy: Policy,
        *,
        changed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._columns = 0
        self._progress: QWidget | None = None
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(0)
        self._title = Label(theme, _("Where are you today?"), "display")
        self._title.setObjectName("page-title")
        self._column.addWidget(self._title)
        self._column.addWidget(Label(theme, _("Pick one. You can come back here at any time."), "lead", color="ink2"))
        self._column.addSpacing(theme.px(20))
        self._doors = self._make_doors(library, policy)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(24))
        self._column.addLayout(self._grid)
        if settings.last_page in library.order:
            self._column.addSpacing(theme.px(20))
            self._column.addWidget(self._continue_card(library, settings))
        if changed:
            self._column.addSpacing(theme.px(16))
            self._column.addWidget(self._changed_row())
        if policy.diary:
            self._column.addSpacing(theme.px(8))
            self._column.addWidget(self._more())
        else:
            self._column.addSpacing(theme.px(32))
            self._add_chapters(library)
        self._column.addStretch(1)
        self._column.addSpacing(theme.px(4))
        self._foot = QGridLayout()
        self._notes = (
            _Note(theme, "info", _("This guide helps you prepare and ask. It does not replace your care team.")),
            _Note(theme, "wifi-off", _("Works offline. Nothing is sent anywhere.")),
        )
        self._column.addLayout(self._foot)
        self._set_up(inside)
        self._arrange()

    def first_focus(self) -> QWidget:
        """Where the keyboard starts."""
        return self._doors[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two, by the room for words."""
        self._arrange()

    def _arrange(self) -> None:
        theme = self._theme
        columns = 2 if self.width() >= theme.px(TWO_COLUMNS_FROM) else 1
        side = theme.px(100 if self.width() >= theme.px(1280) else 40 if columns == 2 else 16)
        self._column.setContentsMargins(side, theme.px(24 if columns == 2 else 20), side, theme.px(8))
        if columns == self._columns:
            return
        self._columns = columns
        self._title.setFont(theme.font("display" if columns == 2 else "h1"))
        if self._progress is not None:
            self._progress.setVisible(columns == 2)
            self._continue_tile.setVisible(columns == 2)
            self._continue_row.setDirection(beside_if(columns == 2))
        for index, door in enumerate(self._doors):
            self._grid.addWidget(door, index // columns, index % columns)
        for index in range(2):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        for index, note in enumerate(self._notes):
            note.set_wrapping(columns == 1)
            self._foot.addWidget(note, 0 if columns == 2 else index, index if columns == 2 else 0)
        self._foot.setColumnStretch(0, 1)

    def _make_doors(self, library: Library, policy: Policy) -> list[Door]:
        deciding = library.chapters[DECIDING_CHAPTER].pages[0]
        coming_up = next(
            (chapter.pages[0] for chapter in library.chapters if chapter.id == COMING_UP_CHAPTER), deciding
        )
        doors = [
            self._door(
                _("I’m deciding"),
                _("What plasma exchange is, who it helps, and what else there is."),
                "door-deciding",
                Locator("page", deciding),
            ),
            self._door(
                _("My session\nis coming up"),
                _("See each step before it happens. Know what to say."),
                "door-coming-up",
                Locator("page", coming_up),
            ),
        ]
        if policy.diary:
            doors += [
                self._door(
                    _("I’ve had a session:\nlog how I feel"),
                    _("It takes three taps. It stays on this computer."),
                    "door-log",
                    Locator("log"),
                ),
                self._door(
                    _("For nurses:\nprint a summary"),
                    _("One page, made from the patient’s own diary."),
                    "door-nurse",
                    Locator("nurse"),
                ),
            ]
        else:
            doors.append(
                self._door(_("See it in pictures"), _("Rather look than read?"), "see-rehearsal", Locator("pictures"))
            )
        return doors

    def _add_chapters(self, library: Library) -> None:
        """Where two of the doors are closed, the chapters stand in their place."""
        theme = self._theme
        self._column.addWidget(Label(theme, _("Or pick a chapter"), "h3"))
        self._column.addSpacing(theme.px(14))
        buttons = []
        for chapter in library.chapters:
            button = Button(theme, chapter.title, "quiet", icon="book-open", size="tall")
            button.setObjectName(f"chapter-{chapter.id}")
            button.setProperty("locator", Locator("page", chapter.pages[0]))
            button.clicked.connect(self._choose)
            buttons.append(button)
        self._column.addWidget(Flow(theme, buttons, least=420, most=2, gap=20))

    def _door(self, title: str, line: str, drawing: str, locator: Locator) -> Door:
        door = Door(self._theme, title, line, drawing)
        door.setObjectName(drawing)
        door.setProperty("locator", locator)
        door.clicked.connect(self._choose)
        return door

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))

    def _continue_card(self, library: Library, settings: Settings) -> Card:
        theme = self._theme
        page = settings.last_page
        chapter, number, count = library.position(page)
        card = Card(theme)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
        self._continue_row = row
        row.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        row.setSpacing(theme.px(24))
        self._continue_tile = Icon(theme, "bookmark", 28, tile="straw100")
        row.addWidget(self._continue_tile)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Label(theme, _("Carry on where you stopped"), "small-strong", color="straw800"))
        words.addWidget(Label(theme, library.page_title(page), "h3"))
        row.addLayout(words, 1)
        left = minutes(library.words_to_chapter_end(page, settings.depth), settings.paces)  # type: ignore[arg-type]
        self._progress = self._progress_box(chapter, number, count)
        words.addWidget(
            Label(theme, _("About {left} min left in this chapter").format(left=left), "small", color="ink2")
        )
        row.addWidget(self._progress)
        if any(page in library.order for page in settings.bookmarks):
            marked = Button(theme, _("Marked pages"), "secondary", icon="bookmark", size="medium")
            marked.setObjectName("marked-pages")
            marked.setProperty("locator", Locator("contents"))
            marked.clicked.connect(self._choose)
            row.addWidget(marked)
        go_on = Button(theme, _("Continue"), icon_after="arrow-right", size="medium")
        go_on.setObjectName("continue")
        go_on.setAccessibleName(_("Continue: {title}").format(title=library.page_title(page)))
        go_on.setProperty("locator", Locator("page", page))
        go_on.clicked.connect(self._choose)
        row.addWidget(go_on)
        return card

    def _more(self) -> QWidget:
        """Ways to the pictures, and to what is the person's own."""
        ways: tuple[tuple[str, str, ScreenId], ...] = (
            (_("See it in pictures"), "eye", "pictures"),
            (_("My questions"), "message-circle", "questions"),
            (_("What matters to me"), "scale", "matters"),
        )
        buttons = []
        for words, icon, place in ways:
            button = Button(self._theme, words, "text", icon=icon, size="link", padding=16)
            button.setObjectName(place)
            button.setProperty("locator", Locator(place))
            button.clicked.connect(self._choose)
            buttons.append(button)
        return Flow(self._theme, buttons, least=240, most=len(buttons), gap=12)

    def _changed_row(self) -> Button:
        """A quiet line: pages that the person knows are not as they were."""
        words = _("Pages that you read have changed. See what is new")
        row = Button(self._theme, words, "quiet", icon="info", icon_after="arrow-right", size="snug", padding=26)
        row.setObjectName("changed-pages")
        row.setProperty("locator", Locator("changed"))
        row.clicked.connect(self._choose)
        return row

    def _progress_box(self, chapter: int, number: int, count: int) -> QWidget:
        theme = self._theme
        box = QWidget()
        box.setMaximumWidth(theme.px(260))
        column = tight(QVBoxLayout(box), theme.px(8))
        place = _("Chapter {chapter}, page {number} of {count}").format(chapter=chapter, number=number, count=count)
        column.addStretch(1)
        column.addWidget(Label(theme, place, "small", color="ink2", wrap=False))
        column.addWidget(ProgressBar(theme, number / count))
        column.addStretch(1)
        return box


class _Note(QWidget):
    """A quiet line with its icon, at the foot of the screen."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(Icon(theme, icon, 22, color="ink2"))
        self._words = Label(theme, words, "small", color="ink2")
        row.addWidget(self._words, 1)

    def set_wrapping(self, wrapping: bool) -> None:
        """Let the words take more than one line."""
        self._words.setWordWrap(wrapping)
