"""Make it easy to see: text size and colours, each one press, shown at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.settings import TEXT_PERCENTS
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if
from tpe_guide.ui.kit.motion import keeps_still
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import TYPE, Theme, ThemeName, make_font
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.shell.colour_tile import ColourTile
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.shell.top_bar import theme_names

SAMPLE_FROM = 1100
SAMPLE_WIDTH = 400
_THEME_ICONS: dict[ThemeName, str] = {"light": "sun", "dark": "moon", "contrast": "contrast"}


class LookPage(Screen):
    """Every text size and every set of colours, and some lines of the guide as they look now."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session = session
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(14))
        self._column.addWidget(Label(theme, _("Make it easy to see"), "h1"))
        self._column.addWidget(Label(theme, _("Pick what suits you now. You can change it at any time."), color="ink2"))
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(theme.px(40))
        self._split.addLayout(self._choices(), 1)
        self._sample = self._make_sample()
        self._split.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._split)
        if session.policy.typing:
            self._column.addSpacing(theme.px(8))
            self._column.addWidget(self._to_unit(), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._set_up(inside)

    def first_focus(self) -> QWidget:
        """The size in use."""
        return self._sizes.checkedButton() or self

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sample stands beside the choices, or below them."""
        theme = self._theme
        beside = self.width() >= theme.px(SAMPLE_FROM)
        self._split.setDirection(beside_if(beside))
        self._sample.setMinimumWidth(theme.px(SAMPLE_WIDTH) if beside else 0)
        self._sample.setMaximumWidth(theme.px(SAMPLE_WIDTH) if beside else NO_LIMIT)
        side = self._side()
        self._column.setContentsMargins(side, theme.px(32), side, theme.px(28))

    def _choices(self) -> QVBoxLayout:
        theme = self._theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(14))
        column.addSpacing(theme.px(10))
        text_size, colours = _("Text size"), _("Colours")
        column.addWidget(Label(theme, text_size, "h3"))
        self._sizes = QButtonGroup(self)
        for percent in TEXT_PERCENTS:
            chip = Chip(theme, _("{percent}%").format(percent=percent))
            self._add(self._sizes, chip, str(percent), picked=percent == theme.percent)
        self._sizes.buttonClicked.connect(self._on_size)
        column.addWidget(self._one_of(text_size, self._sizes, least=128, most=4))
        column.addSpacing(theme.px(16))
        column.addWidget(Label(theme, colours, "h3"))
        self._colours = QButtonGroup(self)
        for name, words in theme_names().items():
            tile = ColourTile(theme, name, words, _THEME_ICONS[name])
            self._add(self._colours, tile, name, picked=name == theme.name)
        self._colours.buttonClicked.connect(self._on_colours)
        column.addWidget(self._one_of(colours, self._colours, least=190, most=3))
        column.addSpacing(theme.px(16))
        still = TickBox(theme, _("Keep moving pictures still"))
        still.setObjectName("look-still")
        still.setChecked(keeps_still(self._session.settings.motion, self))
        still.toggled.connect(self._on_still)
        column.addWidget(still)
        column.addStretch(1)
        return column

    def _one_of(self, question: str, group: QButtonGroup, *, least: int, most: int) -> Flow:
        flow = Flow(self._theme, group.buttons(), least=least, most=most)
        make_choice(flow, question, group.buttons())
        return flow

    def _add(self, group: QButtonGroup, button: QAbstractButton, value: str, *, picked: bool) -> None:
        button.setObjectName(f"look-{value}")
        button.setProperty("value", value)
        button.setChecked(picked)
        group.addButton(button)

    def _make_sample(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, theme.px(10), 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(Label(theme, _("How it looks"), "h3"))
        card = Card(theme)
        words = QVBoxLayout(card)
        words.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(22))
        words.setSpacing(theme.px(6))
        words.addWidget(Label(theme, _("A line of the guide"), "small-strong", color="straw800"))
        text = Label(theme, _("Plasma is the yellow, liquid part of your blood."))
        text.setFont(make_font(theme.text_px(TYPE["body"].px)))
        words.addWidget(text)
        column.addWidget(card)
        keys = QHBoxLayout()
        keys.setSpacing(theme.px(12))
        keys.addWidget(Icon(theme, "keyboard", 24, color="ink2"), 0, Qt.AlignmentFlag.AlignTop)
        hint = _("Keys: Ctrl and + bigger, Ctrl and − smaller, Ctrl and 0 back to 100%, F8 other colours.")
        keys.addWidget(Label(theme, hint, "small", color="ink2"), 1)
        column.addLayout(keys)
        column.addStretch(1)
        return box

    def _to_unit(self) -> Button:
        button = Button(self._theme, _("Your unit’s details"), "secondary", icon="hospital", size="medium")
        button.setObjectName("to-unit")
        button.clicked.connect(self._go_to_unit)
        return button

    def _go_to_unit(self) -> None:
        self._session.go(Locator("unit"))

    def _on_still(self, still: bool) -> None:
        self._session.set_motion("still" if still else "moving")

    def _on_size(self, chip: QAbstractButton) -> None:
        self._session.set_look(text_percent=int(chip.property("value")))

    def _on_colours(self, tile: QAbstractButton) -> None:
        self._session.set_look(theme=tile.property("value"))
