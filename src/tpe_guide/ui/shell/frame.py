"""How much room a window gives: wide, middle or narrow, by its width in the size of its letters."""

from __future__ import annotations

from tpe_guide.ui.kit.theme import SLIM_BAR_HEIGHT, TABS_HEIGHT, TOP_BAR_HEIGHT, Theme

WIDE_FROM, MIDDLE_FROM = 1240, 980
"""px at 100 %: from there on all words of the bar have room; the places have room in it."""


def is_narrow(theme: Theme, width: int) -> bool:
    """Whether a window *width* px wide has its places below the screen, as far as its width alone decides that."""
    return width / theme.scale < MIDDLE_FROM


def bar_height(theme: Theme, *, narrow: bool) -> int:
    """px of the bar above a screen."""
    return theme.of_bars.px(SLIM_BAR_HEIGHT if narrow else TOP_BAR_HEIGHT)


def tabs_height(theme: Theme, *, narrow: bool) -> int:
    """px of the tabs below a screen: 0 where there are none."""
    return theme.of_bars.px(TABS_HEIGHT) if narrow else 0
