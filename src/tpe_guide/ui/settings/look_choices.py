"""What there is to choose about how the guide looks, for the settings and for the first start.

At the *first* start nothing is chosen yet: what this computer asks for is picked, and there is no more to choose. A
kiosk follows no computer.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.settings import TEXT_PERCENTS
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.choice_row import CHIP_HEIGHT, Chips
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.settings.colour_tile import ColourTile
from tpe_guide.ui.shell.look_words import column_names, depth_words, ruler_names, theme_names
from tpe_guide.ui.shell.session import Session

_THEME_ICONS: dict[ThemeName, str] = {"light": "sun", "dim": "sun-dim", "dark": "moon", "contrast": "contrast"}


def as_asked() -> str:
    """What holds until somebody chooses, and what one can go back to."""
    return _("As this computer asks")


def _as_asked(value: str, first: bool) -> list[tuple[str, str]]:
    return [] if first else [(value, as_asked())]


def size_chips(theme: Theme, session: Session, *, first: bool = False) -> Chips:
    """Every text size."""

    def pick(value: str) -> None:
        session.set_look(text_percent=int(value))

    offered = [(str(percent), _("{percent}%").format(percent=percent)) for percent in TEXT_PERCENTS]
    first = first or not session.policy.may_quit
    picked = theme.percent if first else session.settings.text_percent
    return Chips(theme, "size", _("Text size"), offered + _as_asked("0", first), str(picked), pick)


def spacing_chips(theme: Theme, session: Session) -> Chips:
    """How far lines, letters and words stand apart."""

    def pick(value: str) -> None:
        session.set_look(spacing=value)

    offered = [("usual", _("Usual")), ("wide", _("Wide"))]
    return Chips(theme, "spacing", _("Spacing"), offered, session.settings.spacing, pick)


def strength_chips(theme: Theme, session: Session) -> Chips:
    """How strong the letters are."""

    def pick(value: str) -> None:
        session.set_look(strength=value)

    offered = [("usual", _("Usual")), ("bold", _("Bold"))]
    return Chips(theme, "strength", _("Letters"), offered, session.settings.strength, pick)


def column_chips(theme: Theme, session: Session) -> Chips:
    """Where the text stands."""

    def pick(value: str) -> None:
        session.set_look(column=value)

    return Chips(theme, "column", _("Narrow column"), [*column_names().items()], session.settings.column, pick)


def ruler_chips(theme: Theme, session: Session) -> Chips:
    """How many lines stand clear."""

    def pick(value: str) -> None:
        session.set_look(ruler=int(value))

    offered = [(str(lines), words) for lines, words in ruler_names().items()]
    return Chips(theme, "ruler", _("Reading ruler"), offered, str(session.settings.ruler), pick)


def motion_chips(theme: Theme, session: Session, *, first: bool = False) -> Chips:
    """Whether pictures move; until someone chooses, as this computer asks."""
    first = first or not session.policy.may_quit
    now = "still" if session.keeps_still else "moving"
    picked = now if first else session.settings.motion
    offered = [("moving", _("They move")), ("still", _("They stay still")), *_as_asked("", first)]
    return Chips(theme, "motion", _("Pictures"), offered, picked, session.set_motion)


def depth_chips(theme: Theme, session: Session) -> Chips:
    """How much of each page is shown."""

    def pick(value: str) -> None:
        session.set_depth(value)  # type: ignore[arg-type]

    return Chips(theme, "depth", _("Of each page"), [*depth_words().items()], session.settings.depth, pick)


class ColourTiles(QWidget):
    """Every set of colours, each as a small page painted in it; and below them those that this computer asks for."""

    def __init__(self, theme: Theme, session: Session, *, first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._group = QButtonGroup(self)
        column = tight(QVBoxLayout(self), theme.px(10))
        tiles = [ColourTile(theme, name, words, _THEME_ICONS[name]) for name, words in theme_names().items()]
        first = first or not session.policy.may_quit
        asked = [] if first else [Chip(theme, as_asked(), height=CHIP_HEIGHT)]
        picked = theme.name if first else session.settings.theme
        for button, value in zip((*tiles, *asked), (*theme_names(), ""), strict=False):
            button.setObjectName(f"colours-{value}")
            button.setProperty("value", value)
            button.setChecked(value == picked)
            self._group.addButton(button)
        column.addWidget(Flow(theme, tiles, least=132, most=4, gap=10, even=True))
        if asked:
            column.addWidget(Wrap(theme, asked, gap=6, row_gap=8))
        make_choice(self, _("Colours"), self._group.buttons())
        self._group.buttonClicked.connect(self._pick)

    def _pick(self, tile: QAbstractButton) -> None:
        self._session.set_look(theme=cast(str, tile.property("value")))
