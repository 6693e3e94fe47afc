"""How bad was it? One card for each effect that was picked, and below it at once what a warning sign needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.pick import Pick
from tpe_guide.i18n import _
from tpe_guide.ui.diary.draft_keeper import DraftKeeper
from tpe_guide.ui.diary.labels import pick_name
from tpe_guide.ui.diary.log.kept_text import KeptText
from tpe_guide.ui.diary.log.pick_button import PickButton, PickRow, level_row, paint_bars, yes_no
from tpe_guide.ui.diary.log.temperature_field import TemperatureField
from tpe_guide.ui.diary.warning_panel import WarningPanel
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.words import severities, severity_anchors

FEVER, TINGLING = "fever-chills", "tingling"
_RADIUS, _ROOMY_FROM = 14, 330
_BESIDE_TO = 1.3
"""Up to this text size how bad it was stands beside what it was."""


class EffectCard(QWidget):
    """The answers about *pick*, written into it. *advise*: what to do about a warning sign, for an access."""

    changed = Signal()
    unfolded = Signal(str)
    taken_out = Signal(str)
    retired = Signal(str)
    """The person's own effect of these words is to be offered no more or, where it is not, again."""

    def __init__(
        self,
        theme: Theme,
        drafts: DraftKeeper,
        pick: Pick,
        catalogue: Catalogue,
        advise: Callable[[str, str], Sequence[Advice]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drafts = drafts
        self.pick = pick
        self._catalogue = catalogue
        self._advise = advise
        self._warned_for = ""
        self.panel: WarningPanel | None = None
        self._column = tight(QVBoxLayout(self), theme.px(8))
        self._icon = catalogue.kind(pick.effect).icon
        self._row = _FoldedRow(theme, self._icon, pick.key)
        self._row.edit.clicked.connect(lambda: self.unfolded.emit(pick.key))
        self._column.addWidget(self._row)
        self._whole = Card(theme, radius=_RADIUS)
        self._column.addWidget(self._whole)
        inside = self._inside = QVBoxLayout(self._whole)
        inside.setContentsMargins(*(theme.px(side) for side in (14, 10, 14, 12)))
        inside.setSpacing(theme.px(6))
        inside.addLayout(self._head())
        self.words = self._own_words() if pick.is_own else None
        self.temperature = self._temperature() if pick.effect == FEVER else None
        self._levels = level_row(theme, f"level-{pick.key}", "")
        for button in self._levels.buttons:
            button.clicked.connect(self._on_level)
        inside.addWidget(self._levels)
        self._retire = self._add_retire()
        self._unlike: PickRow | None = None
        self._unlike_box = QWidget(self._whole)
        if pick.effect == TINGLING:
            self._add_unlike_usual()

    def first(self) -> QWidget:
        """Where to go on: its words, or how bad it was."""
        return self.words.box if self.words else self._levels.buttons[0]

    def refresh(self, draft: Draft, access: str, own: Mapping[str, bool], *, folded: bool) -> None:
        """Show what is answered. *own*: what the person has named before, and whether it is offered."""
        pick = self.pick = draft.pick_of(self.pick.key) or self.pick
        name = pick_name(pick, self._catalogue)
        self._name.setText(name)
        self._say_how_bad()
        self._levels.setAccessibleName(_("{effect}: how bad was it?").format(effect=name))
        self._levels.show_picked(pick.level)
        self._row.refresh(name, pick.level)
        self._fold(folded)
        if self.temperature is not None:
            self.temperature.set_text(draft.temperature)
        offered = own.get(pick.words.strip()) if pick.is_own else None
        self._retire.setVisible(offered is not None)
        self._retire.set_words(_("Do not offer this again") if offered else _("Offer this again"))
        if self._unlike is not None:
            self._unlike_box.setVisible(bool(pick.level))
            self._unlike.show_picked(pick.unlike_usual)
        self._refresh_warning(access)

    def _fold(self, folded: bool) -> None:
        """The keyboard goes along: Qt would hand it on to whatever comes next."""
        had_keyboard = folded and self._whole.isAncestorOf(self.window().focusWidget() or self.window())
        self._row.setVisible(folded)
        if had_keyboard:
            self._row.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._whole.setVisible(not folded)

    # --- building -----------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        large = theme.chrome > _BESIDE_TO
        row = tight(QHBoxLayout(), theme.px(8))
        if not large:
            row.addWidget(Icon(theme, self._icon, 22))
        words = tight(QBoxLayout(beside_if(not large)), theme.px(8 if not large else 0))
        self._name = Label(theme, "", "strong")
        words.addWidget(self._name, 1)
        self._how_bad = Label(theme, "", "small")
        if not large:
            self._how_bad.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self._how_bad, 1)
        row.addLayout(words, 1)
        if self.pick.is_own:
            out = Button(theme, _("Take this out"), "tool", icon="x", icon_only=True, size="tool")
            out.setObjectName(f"take-out-{self.pick.key}")
            out.clicked.connect(lambda: self.taken_out.emit(self.pick.key))
            row.addWidget(out)
        return row

    def _own_words(self) -> KeptText:
        pick = self.pick
        question = _("What was it, in your own words?")
        words = KeptText(self._theme, self._drafts, pick.key, question, pick.words, hint=_("What was it?"))
        words.set_name(f"words-{pick.key}")
        words.changed.connect(self._on_words)
        self._inside.addWidget(words)
        return words

    def _add_retire(self) -> Button:
        """What the person has named before need not be offered for ever."""
        retire = Button(self._theme, "", "text", size="fine", padding=6)
        retire.setObjectName(f"retire-{self.pick.key}")
        retire.clicked.connect(self._on_retire)
        retire.hide()
        self._inside.addWidget(retire, 0, Qt.AlignmentFlag.AlignLeft)
        return retire

    def _temperature(self) -> TemperatureField:
        field = TemperatureField(self._theme, self._drafts.history("temperature", self._drafts.draft.temperature))
        field.changed.connect(self._on_temperature)
        self._inside.addWidget(field)
        return field

    def _add_unlike_usual(self) -> None:
        question = _("Is this tingling different from your usual MS tingling?")
        row = yes_no(self._theme, "unlike", question, _("Yes, different"), _("No, the same"))
        for button in row.buttons:
            button.clicked.connect(self._on_unlike)
        column = tight(QVBoxLayout(self._unlike_box), self._theme.px(4))
        column.addWidget(Label(self._theme, question, "small"))
        column.addWidget(row)
        self._inside.addWidget(self._unlike_box)
        self._unlike = row

    # --- what is answered ---------------------------------------------------------------------------------

    def _on_level(self) -> None:
        level = _value(self.sender())
        self.pick.level = None if self.pick.level == level else level
        self.changed.emit()

    def _on_words(self, words: str) -> None:
        self.pick.words = words
        self.changed.emit()

    def _on_temperature(self, text: str) -> None:
        self._drafts.draft.temperature = text
        self.changed.emit()

    def _on_unlike(self) -> None:
        value = bool(_value(self.sender()))
        self.pick.unlike_usual = None if self.pick.unlike_usual is value else value
        self.changed.emit()

    def _on_retire(self) -> None:
        self.retired.emit(self.pick.words.strip())

    def _say_how_bad(self) -> None:
        level = self.pick.level
        self._how_bad.setText(_("How bad?") if level is None else severity_anchors()[level] if level else "")
        palette = self._how_bad.palette()
        palette.setColor(palette.ColorRole.WindowText, self._theme.color("straw800" if level is None else "ink2"))
        self._how_bad.setPalette(palette)

    def _refresh_warning(self, access: str) -> None:
        """The words of a warning sign stand there as soon as it is ticked; of one that was not there, none do."""
        pick = self.pick
        wanted = access if self._catalogue.is_warning(pick.effect) and pick.level != 0 else ""
        if wanted == self._warned_for:
            return
        self._warned_for = wanted
        if self.panel is not None:
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        if wanted:
            self.panel = WarningPanel(self._theme, self._advise(pick.effect, wanted))
            self._column.addWidget(self.panel)
            self.panel.announce()


def _value(sender: object) -> int:
    assert isinstance(sender, PickButton)
    assert isinstance(sender.value, int)
    return sender.value


class _FoldedRow(Card):
    """What is answered, in one line, and a way to open it again."""

    def __init__(self, theme: Theme, icon: str, key: str) -> None:
        super().__init__(theme, radius=_RADIUS)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(1), theme.px(1), theme.px(1))
        row.setSpacing(theme.px(8))
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._icon = Icon(theme, icon, 22)
        row.addWidget(self._icon)
        self._name = Label(theme, "", "strong")
        row.addWidget(self._name, 1)
        self._bars = _Bars(theme)
        row.addWidget(self._bars)
        self._level = Label(theme, "", "small-strong", wrap=False)
        self._level.setHidden(theme.chrome > _BESIDE_TO)
        row.addWidget(self._level)
        self.edit = Button(theme, _("Change"), "text", icon="pencil", icon_only=True, size="tool")
        self.edit.setObjectName(f"unfold-{key}")
        row.addWidget(self.edit)

    def minimumSizeHint(self) -> QSize:
        """Words and the way to open it."""
        beside = 0 if self._level.isHidden() else self._level.sizeHint().width()
        return QSize(
            self._name.minimumSizeHint().width() + beside + self.edit.sizeHint().width(),
            self.edit.sizeHint().height() + 2,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icon and bars give way before the words do."""
        roomy = self.width() >= self._theme.px(_ROOMY_FROM)
        self._icon.setVisible(roomy)
        self._bars.setVisible(roomy)

    def refresh(self, name: str, level: int | None) -> None:
        """Show *level* of *name*."""
        word = severities()[level] if level is not None else ""
        self._name.setText(name if not self._level.isHidden() else f"{name}: {word}")
        self._bars.show_level(level or 0)
        self._level.setText(word)
        self.edit.setAccessibleName(_("Change: {effect}").format(effect=name))


class _Bars(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._level = 0
        self.setFixedSize(theme.px(22), theme.px(22))

    def show_level(self, level: int) -> None:
        self._level = level
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._level:
            paint_bars(painter, self.rect().toRectF(), self._level, self._theme)
