"""What there is to choose about how the guide looks, for the settings and for the first start alike."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from tpe_guide.i18n import _
from tpe_guide.settings import TEXT_PERCENTS
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.choice_row import Chips
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.motion import keeps_still
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.settings.colour_tile import ColourTile
from tpe_guide.ui.shell.look_words import column_names, depth_words, ruler_names, theme_names
from tpe_guide.ui.shell.session import Session

_THEME_ICONS: dict[ThemeName, str] = {"light": "sun", "dim": "sun-dim", "dark": "moon", "contrast": "contrast"}


def size_chips(theme: Theme, session: Session) -> Chips:
    """Every text size."""

    def pick(value: str) -> None:
        session.set_look(text_percent=int(value))

    offered = [(str(percent), _("{percent}%").format(percent=percent)) for percent in TEXT_PERCENTS]
    return Chips(theme, "size", _("Text size"), offered, str(theme.percent), pick)


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


def motion_chips(theme: Theme, session: Session, window: QWidget) -> Chips:
    """Whether pictures move; until someone chooses, as this computer asks."""
    picked = "still" if keeps_still(session.settings.motion, window) else "moving"
    offered = [("moving", _("They move")), ("still", _("They stay still"))]
    return Chips(theme, "motion", _("Pictures"), offered, picked, session.set_motion)


def depth_chips(theme: Theme, session: Session) -> Chips:
    """How much of each page is shown."""

    def pick(value: str) -> None:
        session.set_depth(value)  # type: ignore[arg-type]

    return Chips(theme, "depth", _("Of each page"), [*depth_words().items()], session.settings.depth, pick)


class ColourTiles(Flow):
    """Every set of colours, each as a small page painted in it."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        group = QButtonGroup()
        for name, words in theme_names().items():
            tile = ColourTile(theme, name, words, _THEME_ICONS[name])
            tile.setObjectName(f"colours-{name}")
            tile.setProperty("value", name)
            tile.setChecked(name == theme.name)
            group.addButton(tile)
        super().__init__(theme, group.buttons(), least=132, most=4, gap=10, even=True, parent=parent)
        make_choice(self, _("Colours"), group.buttons())
        group.setParent(self)
        group.buttonClicked.connect(self._pick)

    def _pick(self, tile: QAbstractButton) -> None:
        self._session.set_look(theme=cast(str, tile.property("value")))
