"""How a computer asks programs to look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tpe_guide.settings import TEXT_PERCENTS
from tpe_guide.ui.kit.theme import ThemeName

APPEARANCE, INTERFACE = "org.freedesktop.appearance", "org.gnome.desktop.interface"
A11Y, KDE = "org.gnome.desktop.a11y.interface", "org.kde.kdeglobals.KDE"
Choices = Mapping[tuple[str, str], str]
"""By the name of the folder and the key, each as it is written."""


class Wishes(NamedTuple):
    """Colours, and the size of text in percent: what is followed until a person has chosen."""

    theme: ThemeName = "light"
    percent: int = TEXT_PERCENTS[0]


def nearest_size(percent: float) -> int:
    """The size that comes nearest to *percent*, of those at which every screen was looked at."""
    return min(TEXT_PERCENTS, key=lambda size: (abs(size - percent), -size))


def asks_for_contrast(choices: Choices) -> bool:
    """High contrast is asked for."""
    return choices.get((APPEARANCE, "contrast")) == "1" or choices.get((A11Y, "high-contrast")) == "true"


def asks_for_dark(choices: Choices) -> bool:
    """Dark colours are asked for."""
    said = choices.get((APPEARANCE, "color-scheme"))
    return said == "1" if said is not None else choices.get((INTERFACE, "color-scheme")) == "prefer-dark"


def asks_for_stillness(choices: Choices) -> bool:
    """Less movement is asked for."""
    return (
        choices.get((APPEARANCE, "reduced-motion")) == "1"
        or choices.get((INTERFACE, "enable-animations")) == "false"
        or _number(choices.get((KDE, "AnimationDurationFactor")), 1) == 0
    )


def text_factor(choices: Choices) -> float:
    """By how much text is to be larger."""
    return _number(choices.get((INTERFACE, "text-scaling-factor")), 1)


def _number(text: str | None, usual: float) -> float:
    try:
        return float(text) if text is not None else usual
    except ValueError:
        return usual
