"""What screens are built from, in every state it can be in, on one page: for whoever changes or uses the kit.

It is drawn by the tour and by nothing else, so its words are not those of patients and are not translated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import floor
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from tpe_guide.diary.demo import FIXED_DAY
from tpe_guide.i18n import _
from tpe_guide.ui.kit.answers import Answers
from tpe_guide.ui.kit.art import ours
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button, Kind
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.choice_row import Chips, ChoiceRow, Rows
from tpe_guide.ui.kit.day_picker import DayPicker
from tpe_guide.ui.kit.drawing import Drawing, Icon, Scene, Spot
from tpe_guide.ui.kit.field import Field
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.focus_ring import GAP, LINE, paint_ring
from tpe_guide.ui.kit.heading import Heading
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.own_words import OwnWords
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.progress import ProgressBar
from tpe_guide.ui.kit.say_button import SayButton
from tpe_guide.ui.kit.session_drop import Filled, SessionDrop
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import TYPE, Theme
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.tour.stage import Look, ReadyVoice, Shot, Stage

_SIDE, _GAP = 16, 20
WORDS = "Save it"
LONG_WORDS = "Thrombocytopenia and other words that are long"
SENTENCE = "Plasma is the yellow, liquid part of your blood."
_KINDS: tuple[Kind, ...] = ("primary", "secondary", "quiet", "urgent", "urgent-outline", "urgent-text", "tool", "text")

Make = Callable[[Theme, str], QWidget]
"""A specimen with these words."""


class State(NamedTuple):
    """One state that a specimen can be in."""

    name: str
    put: Callable[[QWidget], object]
    """Put the specimen into it."""
    words: str = WORDS
    ringed: bool = False
    """The keyboard's ring is about it."""


class Answer(NamedTuple):
    """An answer made up for a picture."""

    words: str
    fits: bool
    feedback: str
    sources: tuple[str, ...] = ()


def _leave(_specimen: QWidget) -> None:
    """At rest."""


def _point_at(specimen: QWidget) -> None:
    specimen.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)


def _press(specimen: QWidget) -> None:
    _button(specimen).setDown(True)


def _turn_off(specimen: QWidget) -> None:
    specimen.setEnabled(False)


def _mirror(specimen: QWidget) -> None:
    specimen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def _pick(specimen: QWidget) -> None:
    _button(specimen).setChecked(True)


def _pick_and_turn_off(specimen: QWidget) -> None:
    _pick(specimen)
    _turn_off(specimen)


def _button(specimen: QWidget) -> QAbstractButton:
    assert isinstance(specimen, QAbstractButton)
    return specimen


PRESSED = (
    State("At rest", _leave),
    State("Pointed at", _point_at),
    State("Pressed", _press),
    State("By keyboard", _leave, ringed=True),
    State("Off", _turn_off),
    State("Right to left", _mirror),
    State("Long words", _leave, LONG_WORDS),
)
PICKED = (*PRESSED, State("Picked", _pick), State("Picked, off", _pick_and_turn_off))


class Gallery(QWidget):
    """The whole page, *width* px wide and as high as it takes."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._theme = theme
        self._room = width - 2 * theme.px(_SIDE)
        self._speaker = Speaker(ReadyVoice("en"), self)
        self.setPalette(theme.palette)
        self.setAutoFillBackground(True)
        column = self._column = QVBoxLayout(self)
        side = theme.px(_SIDE)
        column.setContentsMargins(side, theme.px(24), side, theme.px(32))
        column.setSpacing(theme.px(12))
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # see cut_off
        column.addWidget(Label(theme, f"The kit, {theme.name}, {theme.percent} %", "h1"))
        for name, parts in self._sections():
            column.addSpacing(theme.px(20))
            column.addWidget(Label(theme, name, "h3"))
            column.addWidget(parts)
            self._last = parts
        column.addStretch(1)

    def cut_off(self) -> None:
        """End below the last part, once all have their places: grids claim what they would need at their narrowest."""
        self.resize(self.width(), self._last.geometry().bottom() + self._column.contentsMargins().bottom())

    def _sections(self) -> Iterator[tuple[str, QWidget]]:
        for kind in _KINDS:
            yield f"Button, {kind}", self._states(PRESSED, self._button_of(kind))
        yield "Button with a hint, and an icon after its words", self._states(PRESSED, self._button_to_turn)
        yield "SayButton", self._states(PRESSED, self._say_button)
        yield "Chip", self._states(PICKED, Chip)
        yield "Chip with an icon", self._states(PICKED, self._chip_with_icon)
        yield "TickBox", self._states(PICKED, TickBox)
        yield "Field", self._fields()
        yield "OwnWords", self._own_words()
        yield "Label: the roles of type", self._side_by_side(map(self._role, TYPE), least=400)
        yield "Heading", Heading(self._theme, WORDS, SENTENCE)
        yield "Paragraph", self._side_by_side(self._paragraphs(), least=400)
        yield "Card", self._side_by_side(self._cards(), least=220)
        yield "Icon and Drawing", self._side_by_side(self._drawings(), least=120)
        yield "ProgressBar", self._side_by_side(self._progress(), least=220)
        yield "DayPicker", DayPicker(self._theme, FIXED_DAY, 0, FIXED_DAY, clears=True)
        yield "Wrap", Wrap(self._theme, [Button(self._theme, word, "quiet", size="fine") for word in SENTENCE.split()])
        yield "Rows of choices", self._rows()
        yield "Answers", self._answers()
        yield "BottomBar", self._bottom_bar()

    def _rows(self) -> Rows:
        theme = self._theme
        offered = [("1", "One"), ("2", "Two"), ("3", "Three")]
        chips = (Chips(theme, f"row-{at}", WORDS, offered, str(at), lambda _value: None) for at in (1, 2))
        hints = ("", SENTENCE)
        return Rows(theme, [ChoiceRow(theme, WORDS, each, hint=hint) for each, hint in zip(chips, hints, strict=True)])

    def _states(self, states: tuple[State, ...], make: Make, *, least: int = 0) -> Flow:
        cells = []
        for state in states:
            specimen = make(self._theme, state.words)
            state.put(specimen)
            cells.append(self._cell(state.name, _Ringed(self._theme, specimen) if state.ringed else specimen))
        return self._side_by_side(cells, least=least)

    def _side_by_side(self, cells: Iterable[QWidget], *, least: int) -> Flow:
        """In a row, if each then has room for its longest word, and *least* px at 100 %; else in a grid."""
        cells, gap = list(cells), self._theme.px(_GAP)
        needed = [max(cell.minimumSizeHint().width(), self._theme.px(least)) for cell in cells]
        in_a_row = (self._room + gap) // len(cells) - gap
        width = in_a_row if sum(needed) + gap * (len(cells) - 1) <= self._room else max(needed)
        return Flow(self._theme, cells, least=floor(width / self._theme.chrome), most=len(cells), gap=_GAP)

    def _cell(self, name: str, specimen: QWidget) -> QWidget:
        """*specimen* below what it shows."""
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        column.addWidget(Label(self._theme, name, "floor", color="ink2"))
        column.addWidget(specimen)
        column.addStretch(1)
        return cell

    def _button_of(self, kind: Kind) -> Make:
        def make(theme: Theme, words: str) -> QWidget:
            return Button(theme, words, kind, icon="save")

        return make

    def _button_to_turn(self, theme: Theme, words: str) -> QWidget:
        return Button(theme, words, "secondary", icon_after="arrow-right", hint="Next")

    def _say_button(self, theme: Theme, words: str) -> QWidget:
        button = SayButton(theme, self._speaker, words, words, label=words)
        button.follow()
        return button

    def _chip_with_icon(self, theme: Theme, words: str) -> QWidget:
        return Chip(theme, words, "droplet")

    def _fields(self) -> Flow:
        theme = self._theme
        empty, filled, hinted, wrong, off = (Field(theme, WORDS, hint=hint) for hint in ("", "", SENTENCE, "", ""))
        pointed, mirrored = Field(theme, WORDS), Field(theme, WORDS, hint=SENTENCE)
        for field in (filled, wrong, off, mirrored):
            field.line.setText("Three calm words")
        wrong.show_problem("Use at least 12 letters.")
        _point_at(pointed.line)
        _turn_off(off)
        _mirror(mirrored)
        named = {
            "Empty": empty,
            "Filled in": filled,
            "With a hint": hinted,
            "Pointed at": pointed,
            "With a problem": wrong,
            "Off": off,
            "Right to left": mirrored,
        }
        cells = [self._cell(name, field) for name, field in named.items()]
        return self._side_by_side(cells, least=400)

    def _role(self, role: str) -> QWidget:
        kind = TYPE[role]
        return self._cell(f"{role}: {kind.px} px, {kind.weight}", Label(self._theme, SENTENCE, role))

    def _paragraphs(self) -> Iterator[QWidget]:
        theme = self._theme
        yield self._cell("Body", Paragraph(theme, SENTENCE))
        yield self._cell("With a lead", Paragraph(theme, SENTENCE, lead="Plasma", lead_color="straw800"))
        reader = QWidget()
        _mirror(reader)  # a paragraph asks which way it is read as it is made
        mirrored = Paragraph(theme, SENTENCE, color="ink2", parent=reader)
        _mirror(mirrored)
        yield self._cell("Right to left", mirrored)
        reader.deleteLater()

    def _cards(self) -> Iterator[QWidget]:
        looks = {"plain": Card(self._theme), "straw": Card(self._theme, fill="straw50", bar="straw600")}
        looks["teal"] = Card(self._theme, fill="teal-tint", edge="teal")
        looks["red"] = Card(self._theme, fill="red-tint", edge="red", bar="red")
        looks["sunken"] = Card(self._theme, fill="sunken", edge_width=2)
        for name, card in looks.items():
            inside = QVBoxLayout(card)
            side = self._theme.px(20)
            inside.setContentsMargins(side, side, side, side)
            inside.addWidget(Label(self._theme, SENTENCE, "small"))
            yield self._cell(name, card)

    def _drawings(self) -> Iterator[QWidget]:
        theme = self._theme
        yield self._cell("ink", _at_left(Icon(theme, "droplet", 32)))
        yield self._cell("teal", _at_left(Icon(theme, "info", 32, color="teal")))
        yield self._cell("on a tile", _at_left(Icon(theme, "hospital", 32, color="teal", tile="teal-tint")))
        yield self._cell("on a disc", _at_left(Icon(theme, "siren", 32, color="red", tile="red-tint", round_tile=True)))
        yield self._cell("Drawing", _at_left(Drawing(theme, "mark", 96)))
        yield self._cell("Spot", _at_left(Spot(theme, ours("spot-tired"), 96)))
        drops: tuple[Filled, ...] = ("done", "stopped", "planned", "missed")
        for number, filled in enumerate(drops, 1):
            yield self._cell(filled, _at_left(SessionDrop(theme, number, filled)))
        yield self._cell("Scene", Scene(theme, ours("scene-04-tingle"), SENTENCE))

    def _progress(self) -> Iterator[QWidget]:
        for share in (0.0, 0.4, 1.0):
            yield self._cell(f"{share:.0%}", ProgressBar(self._theme, share))

    def _answers(self) -> QWidget:
        answers = Answers(
            self._theme,
            SENTENCE,
            [
                Answer("The one that fits best", True, SENTENCE, ("A leaflet for patients",)),
                Answer("Another one", False, SENTENCE),
            ],
        )
        for chip in answers.findChildren(Chip):
            chip.click()
        return answers

    def _own_words(self) -> QWidget:
        return OwnWords(self._theme, "What is yours to say?", "Add it", SENTENCE, name="own", text="", limit=80)

    def _bottom_bar(self) -> QWidget:
        bars = self._theme.of_bars
        back = Button(bars, "Where it was", "secondary", icon="arrow-left", hint="Back")
        forth = Button(bars, "Where it goes", "primary", icon_after="arrow-right", hint="Next")
        return BottomBar(self._theme, back, Label(bars, "Page 2 of 4", "small"), forth)


class _Ringed(QWidget):
    """A specimen with the ring of the keyboard, which one window shows about one thing at a time."""

    def __init__(self, theme: Theme, specimen: QWidget) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        reach = GAP + LINE
        column.setContentsMargins(reach, reach, reach, reach)
        column.addWidget(specimen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring."""
        paint_ring(QPainter(self), QRectF(self.rect()), self._theme)


def _at_left(specimen: QWidget) -> QWidget:
    """*specimen* at its own size."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(specimen)
    row.addStretch(1)
    return holder


def _gallery(stage: Stage) -> QWidget:
    """The page at the width of the look, as high as it takes."""
    width = stage.look.size[0]
    gallery = Gallery(Theme(stage.look.theme, stage.look.percent), width)
    stage.show(gallery)
    gallery.resize(width, gallery.heightForWidth(width))
    stage.settle()
    gallery.cut_off()
    stage.settle()
    return gallery


GALLERY = (Shot("gallery", lambda: _("What screens are built from"), _gallery),)
GALLERY_VARIANTS = (
    Shot("gallery-dark", lambda: _("The same in dark colours"), _gallery, Look(theme="dark")),
    Shot("gallery-contrast", lambda: _("In high contrast"), _gallery, Look(theme="contrast")),
)
