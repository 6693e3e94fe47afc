"""How much room a window gives: wide, middle or narrow, by its width in the size of its letters."""

from __future__ import annotations

from tpe_guide.ui.kit.theme import SLIM_BAR_HEIGHT, TABS_HEIGHT, TOP_BAR_HEIGHT, Theme

WIDE_FROM, MIDDLE_FROM = 1240, 980
"""px at 100 %: from there on all words of the bar have room; the places have room in it."""

_KIOSK_BAR, _KIOSK_TABS = 58, 62
"""px at 100 %, of a narrow window: with both, 70 % of a screen of 600 px are left."""


def is_narrow(theme: Theme, width: int) -> bool:
    """Whether a window *width* px wide has its places below the screen, as far as its width alone decides that."""
    return width / theme.scale < MIDDLE_FROM


def bar_height(theme: Theme, *, narrow: bool) -> int:
    """px of the bar above a screen."""
    slim = _KIOSK_BAR if theme.bars else SLIM_BAR_HEIGHT
    return theme.of_bars.px(slim if narrow else TOP_BAR_HEIGHT)


def tabs_height(theme: Theme, *, narrow: bool) -> int:
    """px of the tabs below a screen: 0 where there are none. A kiosk has two, so wide that icons stand beside words."""
    return theme.of_bars.px(_KIOSK_TABS if theme.bars else TABS_HEIGHT) if narrow else 0
