"""How bad was each? The effects that were picked, in that order; from the fourth on, what is answered folds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.i18n import _
from tpe_guide.ui.diary.draft_keeper import DraftKeeper
from tpe_guide.ui.diary.help_line import HelpLine
from tpe_guide.ui.diary.log.effect_card import EffectCard
from tpe_guide.ui.diary.log.numbered import NumberedHeading
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme

FOLDS_FROM = 4
_EMPTY_HEIGHT = 200


class EffectCards(QWidget):
    """Writes into the draft of *drafts*."""

    changed = Signal()
    taken_out = Signal(str)
    put_back = Signal(str)
    retired = Signal(str)
    appeared = Signal(QWidget)
    """Something has come that must be seen at once."""
    urgent_asked_for = Signal()

    def __init__(
        self,
        theme: Theme,
        drafts: DraftKeeper,
        catalogue: Catalogue,
        advise: Callable[[str, str], Sequence[Advice]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drafts = drafts
        self._catalogue = catalogue
        self._advise = advise
        self._cards: dict[str, EffectCard] = {}
        self._aside: list[QWidget] = []
        self._open = ""
        self._warned: set[str] = set()
        column = tight(QVBoxLayout(self), theme.px(8))
        column.addWidget(NumberedHeading(theme, 2, _("How bad was each?")))
        self._nothing_yet = _NothingYet(theme)
        column.addWidget(self._nothing_yet)
        self._column = tight(QVBoxLayout(), theme.px(8))
        column.addLayout(self._column)
        self._help_line = HelpLine(theme, catalogue.help_line)
        self._help_line.urgent_pressed.connect(self.urgent_asked_for)
        self._help_line.hide()
        column.addWidget(self._help_line)
        self._hint = Label(theme, _("Pick another effect, and it comes here."), "small", color="ink2")
        column.addWidget(self._hint)
        column.addStretch(1)

    def card(self, key: str) -> EffectCard:
        """The card of what is picked as *key*."""
        return self._cards[key]

    def refresh(self, access: str, own: Mapping[str, bool]) -> None:
        """Show what is picked, and what is answered of it. *own*: see ``EffectCard.refresh``."""
        draft = self._drafts.draft
        self._match_cards()
        folds = len(draft.picks) >= FOLDS_FROM
        for pick in draft.picks:
            folded = folds and pick.level is not None and pick.key != self._open
            self._cards[pick.key].refresh(draft, access, own, folded=folded)
        self._match_aside()
        self._nothing_yet.setVisible(not draft.picks)
        self._nothing_yet.say(
            _("You picked: nothing new.") if draft.none_noticed else _("Pick what you noticed. Its levels come here.")
        )
        self._hint.setVisible(bool(draft.picks))
        self._show_help_line()
        self._say_what_came()

    def _match_cards(self) -> None:
        """A card for each, in order. One that stays is not touched: something may be half typed in it."""
        picks = self._drafts.draft.picks
        wanted = {pick.key for pick in picks}
        for key in [key for key in self._cards if key not in wanted]:
            _put_off(self._column, self._cards.pop(key))
        for at, pick in enumerate(picks):
            if pick.key not in self._cards:
                card = EffectCard(self._theme, self._drafts, pick, self._catalogue, self._advise)
                card.changed.connect(self.changed)
                card.unfolded.connect(self._unfold)
                card.taken_out.connect(self.taken_out)
                card.retired.connect(self.retired)
                self._cards[pick.key] = card
                self._column.insertWidget(at, card)

    def _match_aside(self) -> None:
        """Own words that were taken out, and a way to have them back."""
        for row in self._aside:
            _put_off(self._column, row)
        self._aside = []
        for pick in self._drafts.draft.aside:
            if pick.is_own and pick.words.strip():
                row = _TakenOut(self._theme, pick.key, pick.words.strip())
                row.back.clicked.connect(self._on_back)
                self._column.addWidget(row)
                self._aside.append(row)

    def _on_back(self) -> None:
        self.put_back.emit(self.sender().property("key"))

    def _unfold(self, key: str) -> None:
        self._open = key
        self.changed.emit()
        self._cards[key].first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_help_line(self) -> None:
        draft, line = self._drafts.draft, self._catalogue.help_line
        needed = any(line.is_for(pick.effect, pick.level, draft.began_of(pick)) for pick in draft.picks)
        was_there = not self._help_line.isHidden()
        self._help_line.setVisible(needed)
        if needed and not was_there:
            self._help_line.announce()
            self.appeared.emit(self._help_line)

    def _say_what_came(self) -> None:
        warned = {key for key, card in self._cards.items() if card.panel is not None}
        for key in warned - self._warned:
            panel = self._cards[key].panel
            if panel is not None:
                self.appeared.emit(panel)
        self._warned = warned


class _NothingYet(QWidget):
    """Where the levels will come: a dashed edge, and what to do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, side, side, side)
        self._label = Label(theme, "", "body", color="ink2")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._label)
        self.setMinimumHeight(theme.px(_EMPTY_HEIGHT if theme.chrome == 1 else 0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def say(self, words: str) -> None:
        """Say *words*."""
        self._label.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line2"), self._theme.border(1.5), Qt.PenStyle.DashLine))
        radius = self._theme.px(18)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), radius, radius)


class _TakenOut(QWidget):
    """“a buzz” taken out, with a way back."""

    def __init__(self, theme: Theme, key: str, words: str) -> None:
        super().__init__()
        row = tight(QHBoxLayout(self), theme.px(8))
        row.addWidget(Label(theme, _("Taken out: “{words}”").format(words=words), "small", color="ink2"), 1)
        self.back = Button(theme, _("Put back"), "text", icon="undo-2", size="tool")
        self.back.setObjectName(f"put-back-{key}")
        self.back.setProperty("key", key)
        row.addWidget(self.back)


def _put_off(column: QVBoxLayout, widget: QWidget) -> None:
    column.removeWidget(widget)
    for part in (widget, *widget.findChildren(QWidget)):
        part.setObjectName("")
    widget.hide()
    widget.deleteLater()
