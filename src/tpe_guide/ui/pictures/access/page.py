"""Your needles or line: where they are on a body, and what that means for washing, sleep and warning signs."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, Holder, beside_if, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.access.cards import TopicCard, WarningsCard
from tpe_guide.ui.pictures.access.chooser import Chooser
from tpe_guide.ui.pictures.access.state import AccessState
from tpe_guide.ui.pictures.access.view import AccessView
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.pictures.parts import Parts
from tpe_guide.ui.printing.paper_buttons import PaperButtons
from tpe_guide.ui.shell.session import Session

_CHOOSER_WIDTH, _TOPICS_WIDTH = 290, 440
_EDGE, _GAP = 12, 20
_LEAST_DRAWING, _MOST_DRAWING = 300, 620


class AccessPage(PictureFrame):
    """Up and Down go from one to the next; Esc goes back. Looking at one does not say that it is yours."""

    def __init__(
        self, theme: Theme, library: Library, session: Session, state: AccessState, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, session, "access", state.words.title, parent)
        self._state = state
        self._topics: list[TopicCard] = []
        self._chooser = Chooser(theme, state.words, is_kept=lambda: session.is_kept)
        self._view = AccessView(theme, state.words, state.shown)
        self._build()
        self._chooser.looked_at.connect(self.show_access)
        self._chooser.said.connect(self._keep)
        session.access_changed.connect(self._show_choice)
        self._render()

    def first_focus(self) -> QWidget:
        """The question."""
        return self._chooser.first_focus()

    def show_access(self, access: str) -> None:
        """Show *access*, one of ``terms.ACCESSES_SAID``."""
        self._state.shown = access
        self._view.show_access(access)
        self._render()
        self.arrange()

    def arrange(self) -> None:
        """Question, drawing and words side by side; or the question above; or one below the other."""
        theme, wide, beside = self.theme, self.wide, self.beside
        self._row.setDirection(beside_if(wide))
        self._split.setDirection(beside_if(beside))
        chooser, topics = theme.px(_CHOOSER_WIDTH), theme.px(_TOPICS_WIDTH)
        inside = self.width() - 2 * self.side - theme.px(_EDGE)
        if beside and not wide:
            topics = inside // 2
        _fix_width(self._chooser, chooser if wide else 0)
        _fix_width(self._words, topics if beside else 0)
        for topic in self._topics:
            topic.set_bare(self.tight)
        self._warnings.set_bare(self.tight)
        self._view.set_most_height(self._room_for_drawing())

    def _build(self) -> None:
        theme = self.theme
        self._row, self._split = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for __ in range(2))
        for row in (self._row, self._split):
            row.setSpacing(theme.px(_GAP))
        self._seen, self._words = _Column(theme), _Column(theme)
        self._row.addWidget(self._chooser, 0, Qt.AlignmentFlag.AlignTop)
        self._split.addWidget(self._seen, 1, Qt.AlignmentFlag.AlignTop)
        self._split.addWidget(self._words, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._split, 1)
        self._seen.add(self._make_stage())
        self._looks, self._below = _Column(theme), _Column(theme)
        self._seen.add(self._looks)
        self.column.addLayout(self._row)
        self.column.addWidget(self._below)
        if self.session.policy.file_dialogs:
            self.column.addWidget(PaperButtons(theme, self._state.sheet, _("Print this on paper")))
        self.add_bar()

    def _make_stage(self) -> Card:
        """The drawing, and below it what its numbers stand for."""
        theme = self.theme
        stage, self._parts = Card(theme), _Column(theme)
        column = QVBoxLayout(stage)
        edge = theme.px(_EDGE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self._view)
        column.addWidget(self._parts)
        return stage

    def _render(self) -> None:
        """All words about what is shown."""
        theme, words, shown, policy = self.theme, self._state.words, self._state.shown, self.session.policy
        self._show_choice()
        self._topics = [TopicCard(theme, topic) for topic in words.topics(shown)]
        self._parts.replace_all(Parts(theme, words.parts(shown)))
        self._looks.replace_all(self._topics[0])
        self._words.replace_all(*self._topics[1:], *(self._to_page(page) for page in words.pages(shown)))
        tiers, phone = words.tiers(shown), self._state.unit_phone
        self._warnings = WarningsCard(theme, words.warnings, tiers, policy=policy, phone=phone)
        self._warnings.urgent_pressed.connect(self._to_urgent_help)
        from_where = Label(theme, _("Where this comes from"), "small-strong")
        sources = Paragraph(theme, "\n".join(words.sources(shown)), "small", color="ink2")
        self._below.replace_all(self._warnings, from_where, sources)

    def _show_choice(self) -> None:
        self._chooser.show_choice(self._state.shown, self.session.settings.access)

    def _keep(self, access: str) -> None:
        """The person has *access*; empty: nobody is to know."""
        # First: the button that was pressed goes, and Qt would hand the keyboard, and the view, to whatever comes next.
        self._chooser.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.session.set_access(access)
        self._chooser.announce()

    def _to_page(self, page: str) -> Button:
        words = _("Read: {title}").format(title=self.library.page_title(page))
        button = Button(self.theme, words, "text", icon="book-open", size="link", padding=8)
        button.setObjectName(f"access-read-{page}")
        button.setProperty("locator", Locator("page", page))
        button.clicked.connect(self._open_page)
        return button

    def _open_page(self) -> None:
        self.session.go(cast(Locator, self.sender().property("locator")))

    def _to_urgent_help(self) -> None:
        self.session.go(Locator("urgent"))

    def _room_for_drawing(self) -> int:
        """px: no higher than the window has room for, so that drawing and words are seen together."""
        room = self.area.height() - self.theme.px(150)
        return max(self.theme.px(_LEAST_DRAWING), min(self.theme.px(_MOST_DRAWING), room))


class _Column(Holder):
    """Widgets one below the other, which may be put there anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._column = tight(QVBoxLayout(self), theme.px(_EDGE))

    def add(self, widget: QWidget) -> None:
        """Put *widget* below the others; a button no wider than its words."""
        left = Qt.AlignmentFlag.AlignLeft
        self._column.addWidget(widget, 0, left if isinstance(widget, Button) else Qt.AlignmentFlag(0))

    def replace_all(self, *widgets: QWidget) -> None:
        """Put *widgets* where others stood."""
        while (item := self._column.takeAt(0)) is not None:
            before = item.widget()
            assert before is not None
            before.hide()
            before.deleteLater()
        for widget in widgets:
            self.add(widget)


def _fix_width(widget: QWidget, width: int) -> None:
    """Be *width* px wide; 0: as wide as there is room."""
    widget.setMinimumWidth(width)
    widget.setMaximumWidth(width or NO_LIMIT)
