"""How often: one count, large, and what it says; below it the other counts of the same view. Harm and benefit apart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.pictures.odds.array import COUNTED
from tpe_guide.pictures.odds.words import Picture
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.scrolling import KeptInSight, bar_width
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.pictures.odds.count_rows import CountRows
from tpe_guide.ui.pictures.odds.group_card import GroupCard, GroupWords
from tpe_guide.ui.pictures.odds.notes import Caution, Opening, Openings, signed
from tpe_guide.ui.pictures.odds.state import OddsState
from tpe_guide.ui.pictures.odds.view_switch import ViewSwitch
from tpe_guide.ui.printing.paper_buttons import PaperButtons
from tpe_guide.ui.shell.session import Session

_GAP, _BETWEEN = 14, 32
_ALONE = {100: (560, 0.5), 1000: (740, 0.57)}
"""px at 100 % of a card beside its words, and the part of the width that it may take at most."""
_SENTENCE = 120
"""px at 100 % kept for the figure below the marks, so that both are seen at once."""
_ONE_COLUMN_FROM = 300
"""Per cent: from that text size on nothing stands side by side."""


class OddsPage(PictureFrame):
    """Left and Right go from count to count of the view, 1 to 9 to one of them; Esc goes back."""

    def __init__(
        self, theme: Theme, library: Library, session: Session, state: OddsState, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, library, session, "odds", state.picture.title, parent)
        self._state = state
        self._switch = ViewSwitch(theme, state.words.parts, state.picture.part)
        self._switch.picked.connect(self._show_view)
        self.head.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._switch.setVisible(len(state.words.parts) > 1)
        self._is_bare = False
        self._slot = QVBoxLayout()
        self.column.addLayout(self._slot)
        if session.policy.file_dialogs:
            self.column.addSpacing(theme.px(8))
            self.column.addWidget(PaperButtons(theme, state.sheet, _("Print this picture")))
        self.add_bar()
        self._sight = KeptInSight(self.area, theme.px(_GAP))
        self._render()

    def first_focus(self) -> QWidget:
        """The figure: a screen reader begins there, with all that is shown."""
        return self._figure

    def show_picture(self, name: str) -> None:
        """Show the picture of that id, and say it: the keyboard goes to its figure if it was on what is gone now."""
        picture = self._state.words.picture(name)
        if picture is None:
            return
        focused = self.window().focusWidget()
        was_here = focused is not None and self._body.isAncestorOf(focused)
        self._state.show(picture)
        self._switch.show_picked(picture.part)
        self._render()
        self.arrange()
        self.area.verticalScrollBar().setValue(0)
        if was_here:
            self._figure.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            announce(self, picture.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Counts by arrow keys and digits; Esc."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    @property
    def _in_columns(self) -> bool:
        """Very large letters want the whole width."""
        return self.beside and self.theme.percent < _ONE_COLUMN_FROM

    def arrange(self) -> None:
        """The picture beside its words, or two side by side; below one another where there is no room for that."""
        theme, columns = self.theme, self._in_columns
        self.title.setFont(theme.font("h2"))  # the switch stands beside it
        self.head.setDirection(beside_if(columns))
        self._switch.setMinimumWidth(self._switch.one_line if columns else 0)
        if self.tight != self._is_bare:
            self._is_bare = self.tight
            self._openings.set_bare(self._is_bare)
            self._links.set_bare(self._is_bare)
        self._pair.setDirection(beside_if(self._side_by_side))
        beside = columns and self._alone
        self._split.setDirection(beside_if(beside))
        self._split.setSpacing(theme.px(_BETWEEN if beside else _GAP))
        self._place_foot(halves=columns and not self._alone and self.wide, below=beside and self._of == 1000)
        self._share_room(beside=beside)

    def _share_room(self, *, beside: bool) -> None:
        """How large each card is. *beside*: its words stand beside it."""
        theme, groups, gap = self.theme, self._groups, self.theme.px(_GAP)
        room = self.width() - 2 * self.side - bar_width(self.area)
        height = self._height_free() - (0 if self._in_columns else theme.px(_SENTENCE))
        width = room
        if beside:
            most, share = _ALONE[self._of]
            width = min(theme.px(most), round(room * share))
        elif self._side_by_side:
            width = (room - gap) // 2
        elif self._in_columns:
            height = (height - gap) // 2
        self._left.setMinimumWidth(width if beside else 0)
        self._left.setMaximumWidth(width if beside else NO_LIMIT)
        name = 0 if self._alone else max(group.name_height(width) for group in groups)
        for group in groups:
            group.set_room(width, height, name, whole=self._in_columns)

    @property
    def _alone(self) -> bool:
        """There is one count, and not two to compare."""
        return len(self._groups) == 1

    @property
    def _of(self) -> int:
        """How many marks each count has."""
        return self._state.picture.groups[0].array.of

    @property
    def _side_by_side(self) -> bool:
        """Two counts of a hundred; two of a thousand are too wide for that."""
        return self._in_columns and not self._alone and self._of == 100

    def _place_foot(self, *, halves: bool, below: bool) -> None:
        """The other counts beside the notes, or *below* a low picture, or after all else."""
        self._foot.setDirection(beside_if(halves))
        _put_last(self._rows, self._left_column if below else self._rows_side)
        _put_last(self._links, self._notes if halves or below else self._rows_side)

    def _height_free(self) -> int:
        """px: a picture and its words are to be seen together, where the window is high enough for that."""
        margins, spacing = self.column.contentsMargins(), self.column.spacing()
        inside = self.area.width() - margins.left() - margins.right()
        above = self.head.heightForWidth(inside) if self.head.hasHeightForWidth() else self.head.sizeHint().height()
        if self._caution_first:
            above += self._caution.heightForWidth(inside) + self.theme.px(_GAP)
        return self.area.height() - above - margins.top() - spacing - self.theme.px(8)

    def _render(self) -> None:
        """All of the picture that is shown."""
        theme, picture = self.theme, self._state.picture
        self.title.setText(picture.title)
        self._put_away()
        body = self._body = QWidget()
        whole = tight(QVBoxLayout(body), theme.px(_GAP))
        self._caution = Caution(theme, picture)
        if self._caution_first:
            whole.addWidget(self._caution)
        self._split = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(_GAP))
        whole.addLayout(self._split)
        words = self._make_cards(picture)
        self._figure = words[0].head
        self._split.addWidget(self._left)
        side = tight(QVBoxLayout(), theme.px(_GAP))
        if self._alone:
            side.addWidget(words[0])
        side.addLayout(self._make_foot(picture))
        self._split.addLayout(side, 1)
        self._slot.addWidget(body)

    def _put_away(self) -> None:
        """What was shown before."""
        while (item := self._slot.takeAt(0)) is not None:
            before = item.widget()
            assert before is not None
            before.hide()
            before.deleteLater()

    @property
    def _caution_first(self) -> bool:
        """What is said of a small trial comes before its numbers."""
        return self._state.picture.is_small

    def _make_cards(self, picture: Picture) -> list[GroupWords]:
        """A card for each count. Returns what they say: the words of one alone are for elsewhere."""
        theme, alone = self.theme, len(picture.groups) == 1
        spoken = [picture.spoken, *[""] * (len(picture.groups) - 1)]
        words = [
            GroupWords(theme, group, picture.mark, said, alone=alone)
            for group, said in zip(picture.groups, spoken, strict=True)
        ]
        self._groups = [
            GroupCard(theme, group, picture.mark, f"{picture.each} {group.spoken}", None if alone else said)
            for group, said in zip(picture.groups, words, strict=True)
        ]
        self._left = QWidget()
        self._left_column = tight(QVBoxLayout(self._left), theme.px(_GAP))
        self._pair = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(_GAP))
        for card in self._groups:
            self._pair.addWidget(card, 1)
        self._left_column.addLayout(self._pair)
        self._left_column.addStretch(1)
        return words

    def _make_foot(self, picture: Picture) -> QBoxLayout:
        """Notes, and the other counts of the view."""
        theme = self.theme
        self._openings = Openings(theme, self._to_open(picture), self._state.opened)
        self._openings.pressed.connect(self._on_opened)
        others = [each for each in self._state.words.in_part(picture.part) if each is not picture]
        self._rows = CountRows(theme, others)
        self._rows.picked.connect(self.show_picture)
        if not others:  # shown here, before it has a place, it would be a window of its own
            self._rows.hide()
        self._links = self._make_links(picture)
        self._is_bare = False
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(theme.px(_GAP))
        self._notes, self._rows_side = (tight(QVBoxLayout(), theme.px(10)) for __ in range(2))
        if not self._caution_first:
            self._notes.addWidget(self._caution)
        for widget in (self._make_legend(picture), self._openings):
            self._notes.addWidget(widget)
        for half in (self._notes, self._rows_side):
            self._foot.addLayout(half, 1)
            half.addStretch(1)
        return self._foot

    def _make_legend(self, picture: Picture) -> QWidget:
        """What one mark stands for."""
        many = picture.groups[0].array.of == 1000
        words = " ".join((picture.each, _("Ten blocks of 100.") if many else "")).strip()
        legend = Paragraph(self.theme, words, "small", color="ink2", running=True)
        return legend if picture.mark == "dot" else signed(self.theme, picture.mark, COUNTED, legend)

    def _to_open(self, picture: Picture) -> tuple[Opening, ...]:
        words, sources = self._state.words, picture.sources
        where = _("Where this comes from ({count})").format(count=len(sources))
        return (
            Opening("who", _("Who was counted"), tuple((about.name, about.text) for about in picture.about)),
            Opening("where", where, tuple(("", source) for source in sources)),
            Opening("how", words.how, tuple(("", step) for step in words.steps)),
        )

    def _make_links(self, picture: Picture) -> Wrap:
        """The page that says more, and the signs that must not wait."""
        theme, words = self.theme, self._state.words
        title = self.library.page_title(picture.page)
        more = Button(theme, title, "text", icon="book-open", size="figure", padding=8)
        more.setAccessibleName(_("Read: {title}").format(title=title))
        more.setObjectName("odds-page")
        more.clicked.connect(self._go_to_page)
        signs = Button(theme, words.urgent, "urgent-outline", icon="phone-call", size="figure")
        signs.setObjectName("odds-urgent")
        signs.setAccessibleDescription(self.session.policy.whom_to_tell(words.urgent_text))
        signs.clicked.connect(self._go_to_urgent)
        return Wrap(theme, (signs, more), gap=8)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether the key of *event* picks a count, which is then done."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        here = self._state.words.in_part(self._state.picture.part)
        digit = event.key() - Qt.Key.Key_1
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        if step:
            self.show_picture(here[(here.index(self._state.picture) + step) % len(here)].id)
        elif 0 <= digit < len(here):
            self.show_picture(here[digit].id)
        else:
            return False
        return True

    def _show_view(self, part: str) -> None:
        if part != self._state.picture.part:
            self.show_picture(self._state.of_part(part).id)

    def _on_opened(self, name: str) -> None:
        self._state.opened = name
        if (panel := self._openings.panel) is not None:
            self._sight.keep(panel)

    def _go_to_page(self) -> None:
        self.session.go(Locator("page", self._state.picture.page))

    def _go_to_urgent(self) -> None:
        self.session.go(Locator("urgent"))


def _put_last(widget: QWidget, column: QBoxLayout) -> None:
    """Let *widget* be the last in *column*, which ends with the room that is left over."""
    column.removeWidget(widget)
    column.insertWidget(column.count() - 1, widget)
