"""How often: pictures of so many of the same whole, who was counted, and how it was worked out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.pictures.odds.chooser import Chooser
from tpe_guide.ui.pictures.odds.facts_card import Caution, FactsCard
from tpe_guide.ui.pictures.odds.group_card import GroupCard
from tpe_guide.ui.pictures.odds.state import OddsState
from tpe_guide.ui.pictures.odds.turner import Turner
from tpe_guide.ui.printing.paper_buttons import PaperButtons
from tpe_guide.ui.shell.session import Session

FACTS_WIDTH = 372
_GAP = 20
_ONE_COLUMN_FROM = 300
"""Per cent: from that text size on nothing stands side by side."""


class OddsPage(PictureFrame):
    """Left and Right go from picture to picture, 1 to 9 to one of them; Esc goes back."""

    def __init__(
        self, theme: Theme, library: Library, session: Session, state: OddsState, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, session, "odds", state.picture.title, parent)
        self._state = state
        self._chooser = Chooser(theme, state.words.pictures, state.picture)
        self._chooser.picked.connect(self.show_picture)
        self._groups: list[GroupCard] = []
        self._turner = Turner(theme, self._chooser)
        self._turner.turned.connect(self._chooser.turn)
        self.column.addWidget(self._turner)
        self.column.addWidget(self._chooser)
        self._slot = QVBoxLayout()
        self.column.addLayout(self._slot)
        self._add_sources()
        self._where = _Where(theme.of_bars)
        self._where.clicked.connect(self._show_sources)
        self.add_bar(self._where)
        self._render()

    def first_focus(self) -> QWidget:
        """What leads to the next picture. Before the window is laid out, nobody knows whether that is a chip."""
        return self._chooser.first_focus() if self.wide else self._turner.after

    def show_picture(self, name: str) -> None:
        """Show the picture of that id, and say it."""
        picture = self._state.words.picture(name)
        if picture is None:
            return
        self._state.picture = picture
        self._chooser.show_picked(picture)
        self._render()
        self.arrange()
        announce(self, picture.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pictures by arrow keys and digits; Esc."""
        if not self._chooser.take_key(event):
            super().keyPressEvent(event)

    @property
    def _arrays_beside(self) -> bool:
        """Very large letters want the whole width."""
        return self.beside and self.theme.percent < _ONE_COLUMN_FROM

    @property
    def _facts_beside(self) -> bool:
        return self.wide and self._arrays_beside

    def arrange(self) -> None:
        """Arrays side by side where there is room, and the facts beside them where there is more."""
        theme = self.theme
        self._place_chooser()
        self._place_caution()
        self._split.setDirection(beside_if(self._facts_beside))
        self._origin.setDirection(beside_if(self._arrays_beside))
        self._arrays.setDirection(beside_if(self._arrays_beside))
        self._facts_card.set_bare(self.tight)
        facts = theme.px(FACTS_WIDTH)
        self._facts.setMinimumWidth(facts if self._facts_beside else 0)
        self._facts.setMaximumWidth(facts if self._facts_beside else NO_LIMIT)
        gap = theme.px(_GAP)
        room = self.width() - 2 * self.side - (facts + gap if self._facts_beside else 0)
        count = len(self._groups) if self._arrays_beside else 1
        each = (room - (count - 1) * gap) // count
        head = max(group.head_height(each) for group in self._groups)
        foot = max(group.foot_height(each) for group in self._groups)
        for group in self._groups:
            group.set_room(each, self._height_free(), head, foot)

    def _place_chooser(self) -> None:
        """A chip for each picture above it; where they would take the room of the picture itself, below it."""
        self.column.removeWidget(self._chooser)
        self.column.insertWidget(self.column.indexOf(self._slot) + (not self.wide), self._chooser)
        if self.wide and self.focusWidget() in (self._turner.before, self._turner.after):
            self._chooser.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._turner.setVisible(not self.wide)
        self._where.set_fits(self.wide)

    def _place_caution(self) -> None:
        """Above the facts; where these stand below, what is said of a small trial comes before its numbers."""
        first = not self._facts_beside and self._state.picture.is_small
        (self._split if first else self._facts_side).insertWidget(0, self._caution)

    def _height_free(self) -> int:
        """px: an array and its words are to be seen together, where the window is high enough for that."""
        margins, spacing = self.column.contentsMargins(), self.column.spacing()
        inside = self.area.width() - margins.left() - margins.right()
        above = self.head.heightForWidth(inside) if self.head.hasHeightForWidth() else self.head.sizeHint().height()
        chooser = self._chooser.heightForWidth(inside) if self.wide else self._turner.sizeHint().height()
        above += chooser + margins.top() + 2 * spacing
        return self.area.height() - above - self.theme.px(8)

    def _render(self) -> None:
        """All of the picture that is shown."""
        theme, picture = self.theme, self._state.picture
        pictures = self._state.words.pictures
        self.title.setText(picture.title)
        self._turner.show_name(picture.name, pictures.index(picture) + 1, len(pictures))
        body = QWidget()
        self._split = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, body), theme.px(_GAP))
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
        self._facts = self._make_facts()
        self._split.addWidget(self._facts)
        while (item := self._slot.takeAt(0)) is not None:
            before = item.widget()
            assert before is not None
            before.hide()
            before.deleteLater()
        self._slot.addWidget(body)
        self._sources.setText("\n".join(picture.sources))

    def _make_facts(self) -> QWidget:
        theme, words, picture = self.theme, self._state.words, self._state.picture
        self._caution = Caution(theme, picture.caution)
        title = self.library.page_title(picture.page)
        why = self.session.policy.whom_to_tell(words.urgent_text)
        self._facts_card = facts = FactsCard(theme, picture, title, (words.urgent, why))
        facts.page_pressed.connect(self._go_to_page)
        facts.urgent_pressed.connect(self._go_to_urgent)
        box = QWidget()
        self._facts_side = tight(QVBoxLayout(box), theme.px(12))
        self._facts_side.addWidget(self._caution)
        self._facts_side.addWidget(facts, 1)
        return box

    def _add_sources(self) -> None:
        theme, words = self.theme, self._state.words
        self.column.addSpacing(theme.px(4))
        self._origin = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._origin.setSpacing(theme.px(32))
        self._sources = Paragraph(theme, "", "small", color="ink2")
        self._origin.addLayout(self._told(_("Where this comes from"), self._sources), 1)
        steps = [Paragraph(theme, step, "small", color="ink2") for step in words.steps]
        self._origin.addLayout(self._told(words.how, *steps), 1)
        self.column.addLayout(self._origin)
        if self.session.policy.file_dialogs:
            self.column.addSpacing(theme.px(8))
            self.column.addWidget(PaperButtons(theme, self._state.sheet, _("Print this picture")))

    def _told(self, title: str, *words: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(6))
        column.addWidget(Label(self.theme, title, "small-strong"))
        for each in words:
            column.addWidget(each)
        column.addStretch(1)
        return column

    def _show_sources(self) -> None:
        self.area.ensureWidgetVisible(self._sources, 0, self.theme.px(120))

    def _go_to_page(self) -> None:
        self.session.go(Locator("page", self._state.picture.page))

    def _go_to_urgent(self) -> None:
        self.session.go(Locator("urgent"))


class _Where(Button):
    """Leads down to the sources, where the bar below has room for it beside the other two."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Where this comes from"), "text", icon="info", size="link", padding=26)
        self.setObjectName("odds-where")
        self._fits = False

    def set_fits(self, fits: bool) -> None:
        """Whether there is room."""
        self._fits = fits
        bar = self.parentWidget()
        if isinstance(bar, BottomBar):
            bar.fold()

    def setVisible(self, visible: bool) -> None:
        """Never where there is no room."""
        super().setVisible(visible and self._fits)
