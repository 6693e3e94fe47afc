"""How often: pictures of so many of the same whole, who was counted, and how it was worked out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.guide.locator import Locator
from tpe_guide.i18n import _
from tpe_guide.ui.odds.chooser import Chooser
from tpe_guide.ui.odds.desk import OddsDesk
from tpe_guide.ui.odds.facts_card import Caution, FactsCard
from tpe_guide.ui.odds.group_card import GroupCard
from tpe_guide.ui.pages.picture_frame import PictureFrame
from tpe_guide.ui.session import Session
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.button import Button
from tpe_guide.ui.widgets.label import Label
from tpe_guide.ui.widgets.paper_buttons import PaperButtons
from tpe_guide.ui.widgets.paragraph import Paragraph

HOME_PAGE = "how-often"
"""The page of the guide to which the pictures belong."""
FACTS_WIDTH = 350
_GAP = 20
_UNBOUND = 16_777_215


class OddsPage(PictureFrame):
    """Left and Right go from picture to picture, 1 to 9 to one of them; Esc goes back."""

    def __init__(
        self, theme: Theme, library: Library, session: Session, desk: OddsDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, session, "odds", HOME_PAGE, desk.picture.title, parent)
        self._desk = desk
        self._chooser = Chooser(theme, desk.words.pictures, desk.picture)
        self._chooser.picked.connect(self.show_picture)
        self._groups: list[GroupCard] = []
        self._facts: FactsCard | None = None
        self.column.addWidget(self._chooser)
        self._slot = QVBoxLayout()
        self.column.addLayout(self._slot)
        self._add_sources()
        where = Button(theme.of_bars, _("Where this comes from"), "text", icon="info", role="small-strong", height=48)
        where.setObjectName("odds-where")
        where.clicked.connect(self._show_sources)
        self.furnish(where)
        self._render()

    def first_focus(self) -> QWidget:
        """The picture that is shown."""
        return self._chooser.first_focus()

    def show_picture(self, name: str) -> None:
        """Show the picture of that id, and say it."""
        picture = self._desk.words.picture(name)
        if picture is None:
            return
        self._desk.picture = picture
        self._chooser.show_picked(picture)
        self._render()
        self.arrange()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, picture.spoken))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pictures by arrow keys and digits; Esc."""
        if not self._chooser.take_key(event):
            super().keyPressEvent(event)

    def arrange(self) -> None:
        """Arrays side by side where there is room, and the facts beside them where there is more."""
        theme = self.theme
        along, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._split.setDirection(along if self.wide else down)
        self._arrays.setDirection(along if self.beside else down)
        assert self._facts is not None
        facts = theme.px(FACTS_WIDTH)
        self._facts_side.setMinimumWidth(facts if self.wide else 0)
        self._facts_side.setMaximumWidth(facts if self.wide else _UNBOUND)
        gap = theme.px(_GAP)
        room = self.width() - 2 * self.side - (facts + gap if self.wide else 0)
        count = len(self._groups) if self.beside else 1
        each = (room - (count - 1) * gap) // count
        head = max(group.head_height(each) for group in self._groups) if count > 1 else 0
        for group in self._groups:
            group.set_room(each, self._height_free(), head)

    def _height_free(self) -> int:
        """px: an array and its words are to be seen together, where the window is high enough for that."""
        margins, spacing = self.column.contentsMargins(), self.column.spacing()
        inside = self.area.width() - margins.left() - margins.right()
        above = self.head.heightForWidth(inside) if self.head.hasHeightForWidth() else self.head.sizeHint().height()
        above += self._chooser.heightForWidth(inside) + margins.top() + 2 * spacing
        return self.area.height() - above - self.theme.px(8)

    def _render(self) -> None:
        """All of the picture that is shown."""
        theme, picture = self.theme, self._desk.picture
        self.title.setText(picture.title)
        body = QWidget()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.setSpacing(theme.px(_GAP))
        self._arrays = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrays.setSpacing(theme.px(_GAP))
        alone = len(picture.groups) == 1
        self._groups = [
            GroupCard(theme, group, picture.mark, f"{picture.each} {group.spoken}", alone=alone)
            for group in picture.groups
        ]
        for group in self._groups:
            self._arrays.addWidget(group, 1)
        self._split.addLayout(self._arrays, 1)
        self._facts_side = self._make_facts()
        self._split.addWidget(self._facts_side)
        while (item := self._slot.takeAt(0)) is not None:
            before = item.widget()
            assert before is not None
            before.hide()
            before.deleteLater()
        self._slot.addWidget(body)
        self._sources.setText("\n".join(picture.sources))

    def _make_facts(self) -> QWidget:
        theme, words, picture = self.theme, self._desk.words, self._desk.picture
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self._facts = FactsCard(
            theme, picture, self.library.page_title(picture.page), (words.urgent, words.urgent_text)
        )
        self._facts.page_pressed.connect(self._go_to_page)
        self._facts.urgent_pressed.connect(self._go_to_urgent)
        column.addWidget(Caution(theme, picture.caution))
        column.addWidget(self._facts, 1)
        return side

    def _add_sources(self) -> None:
        theme, words = self.theme, self._desk.words
        self.column.addSpacing(theme.px(8))
        self._sources_title = Label(theme, _("Where this comes from"), "small-strong")
        self._sources = Paragraph(theme, "", "small", color="ink2")
        self.column.addWidget(self._sources_title)
        self.column.addWidget(self._sources)
        self.column.addWidget(Label(theme, words.how, "small-strong"))
        self.column.addWidget(Paragraph(theme, " ".join(words.steps), "small", color="ink2"))
        if self.session.policy.file_dialogs:
            self.column.addSpacing(theme.px(8))
            self.column.addWidget(PaperButtons(theme, self._desk.sheet, _("Print this picture")))

    def _show_sources(self) -> None:
        self.area.ensureWidgetVisible(self._sources, 0, self.theme.px(60))

    def _go_to_page(self) -> None:
        self.session.go(Locator("page", self._desk.picture.page))

    def _go_to_urgent(self) -> None:
        self.session.go(Locator("urgent"))
