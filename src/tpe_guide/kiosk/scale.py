"""How much larger all is drawn on a large screen, so that the guide is as large there as it was designed to be.

The factor is Qt's own, which only a process that has not started Qt can be given. So the first process of the kiosk
measures its screen, tells its parent, and ends; those after it are started with the factor.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

DESIGNED = (1920, 1080)
"""The longer and the shorter side, in px, of the largest screen on which nothing need be enlarged."""
STEP = 0.25
QT, OURS = "QT_SCALE_FACTOR", "TPE_GUIDE_KIOSK_SCALE"
"""What Qt reads; and a copy, by which ours is told from a clinic's own choice."""
_CHOSEN_BY_A_CLINIC = (QT, "QT_SCREEN_SCALE_FACTORS", "QT_ENABLE_HIGHDPI_SCALING")


def factor_for(width: int, height: int) -> float:
    """How much larger all is drawn on a screen of *width* by *height* px, upright or not: 1 at least, in steps."""
    long, short = max(width, height), min(width, height)
    fits = min(long / DESIGNED[0], short / DESIGNED[1])
    return max(1.0, fits // STEP * STEP)


def another_factor(width: int, height: int, environment: Mapping[str, str]) -> float | None:
    """The factor that a process in *environment*, whose screen seems *width* by *height*, is to be started with.

    None: it has that already, or the clinic chose another.
    """
    ours = environment.get(OURS, "")
    if not ours and any(each in environment for each in _CHOSEN_BY_A_CLINIC):
        return None
    now = float(ours or 1)
    factor = factor_for(round(width * now), round(height * now))
    return None if factor == now else factor


def take(factor: str, environment: MutableMapping[str, str]) -> None:
    """Let processes that are started in *environment* draw by *factor*."""
    environment[QT] = environment[OURS] = factor
