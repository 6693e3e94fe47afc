"""Four cards in a fixed order: what happens, what you may feel, what to say, what the nurse does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.rehearsal.moments import Moment
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.say_button import SayButton
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme


class MomentCards(QWidget):
    """Shows the words of one moment."""

    def __init__(self, theme: Theme, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = tight(QGridLayout(self), theme.px(16))
        self._happens = _MomentCard(theme, _("What happens"), "droplets")
        self._feel = _MomentCard(theme, _("What you may feel"), "hand")
        self._say = _MomentCard(theme, _("What to say"), "message-circle", spoken=True)
        self._nurse = _MomentCard(theme, _("What the nurse does"), "stethoscope")
        self._cards = (self._happens, self._feel, self._say, self._nurse)
        self._voice = SayButton(theme, speaker, "", "", label=_("Say it for me"), kind="secondary")
        self._voice.setObjectName("say-for-me")
        self._say.words_column.addWidget(self._voice, 0, Qt.AlignmentFlag.AlignLeft)
        self._voice.follow()
        speaker.look()

    def show_moment(self, moment: Moment) -> None:
        """The words of *moment*."""
        self._happens.set_words(moment.happens)
        self._feel.set_words(moment.feel)
        self._say.set_words(_("“{words}”").format(words=moment.say))
        self._voice.set_spoken(moment.say)
        self._nurse.set_words(moment.nurse)

    def set_bare(self, bare: bool) -> None:
        """Leave the icons out: where letters are large and there is little room, the words need all of it."""
        for card in self._cards:
            card.icon.setHidden(bare)

    def set_columns(self, columns: int) -> None:
        """All in a row, two by two, or below one another in the order of reading."""
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)
        for index in range(len(self._cards)):
            self._grid.setColumnStretch(index, int(index < columns))


class _MomentCard(Card):
    """A heading and what is said under it; *spoken*: what the person may say, larger and in another colour."""

    def __init__(self, theme: Theme, heading: str, icon: str, *, spoken: bool = False) -> None:
        super().__init__(theme, fill="teal-tint" if spoken else "card", edge="teal" if spoken else "line")
        column = self.words_column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(14))
        column.setSpacing(theme.px(6))
        color = "teal" if spoken else "ink2"
        self.icon = Icon(theme, icon, 24, color=color)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(theme, heading, "small-strong", color=color), 1)
        column.addLayout(head)
        self._words = Paragraph(theme, "", "h3" if spoken else "lead", running=True)
        column.addWidget(self._words)
        column.addStretch(1)
        self._heading = heading

    def set_words(self, words: str) -> None:
        """Say *words*."""
        self._words.setText(words)
        self.setAccessibleName(_("{heading}: {words}").format(heading=self._heading, words=words))
