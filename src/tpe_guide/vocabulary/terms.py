"""The terms that guide, diary, pictures and unit share, as files keep them: each stands here and nowhere else.

They are ``Literal`` types and tuples, not enums: a value read from a file is the value, mypy knows each word where it
is compared, and a start that imports them costs a tenth of what the enums would.
"""

from __future__ import annotations

from typing import Literal, get_args

Access = Literal["arm-veins", "neck-line", "chest-line", "groin-line", "other", "unknown"]
"""How blood goes out and in, as the diary keeps it."""
AccessSaid = Literal["arm-veins", "single-needle", "neck-line", "chest-line", "groin-line", "unknown"]
"""The same, as people and units are asked. ``unknown``: asked, and not known yet."""
AccessShown = Literal["arms", "line", "one-needle"]
"""The same, as far as it makes another circuit and another session."""
Fluid = Literal["albumin", "plasma", "mixed", "unknown"]
"""What went back in place of the plasma, as the diary keeps it."""
FluidShown = Literal["albumin", "donor-plasma"]
"""The same, as the pictures show it and a unit says it."""
SessionState = Literal["planned", "done", "missed"]
Moment = Literal["during", "evening", "next-day", "later"]
"""When an entry was made, as it stands to its session."""
Onset = Literal["during", "way-home", "at-home", "next-day", "unknown"]
"""When an effect began."""
Reporter = Literal["self", "helper"]

ACCESSES: tuple[Access, ...] = get_args(Access)
ACCESSES_SAID: tuple[AccessSaid, ...] = get_args(AccessSaid)
ACCESSES_SHOWN: tuple[AccessShown, ...] = get_args(AccessShown)
USUAL_ACCESS: AccessSaid = "arm-veins"
"""That of most people: shown where nothing else is known."""
FLUIDS: tuple[Fluid, ...] = get_args(Fluid)
FLUIDS_SHOWN: tuple[FluidShown, ...] = get_args(FluidShown)
SESSION_STATES: tuple[SessionState, ...] = get_args(SessionState)
MOMENTS: tuple[Moment, ...] = get_args(Moment)
ONSETS: tuple[Onset, ...] = get_args(Onset)
REPORTERS: tuple[Reporter, ...] = get_args(Reporter)


_KEPT: dict[str, Access] = {
    "arm-veins": "arm-veins",
    "single-needle": "arm-veins",
    "neck-line": "neck-line",
    "chest-line": "chest-line",
    "groin-line": "groin-line",
}
_SHOWN: dict[str, AccessShown] = {
    "arm-veins": "arms",
    "single-needle": "one-needle",
    "neck-line": "line",
    "chest-line": "line",
    "groin-line": "line",
}


def kept_as(said: str) -> Access:
    """What the diary keeps of *said*, one of ``ACCESSES_SAID`` or empty: one needle is in an arm too."""
    return _KEPT.get(said, "unknown")


def shown_as(said: str) -> AccessShown | None:
    """What the pictures show of *said*, one of ``ACCESSES_SAID`` or empty; None where that is not known."""
    return _SHOWN.get(said)


EFFECTS: tuple[str, ...] = (
    "tingling",
    "light-headed",
    "taste",
    "cold",
    "nausea",
    "tired",
    "headache",
    "cramps",
    "itch-rash",
    "bruising",
    "sore-site",
)
WARNING_SIGNS: tuple[str, ...] = (
    "breathless",
    "wheeze",
    "chest-pain",
    "face-swelling",
    "fainted",
    "fit",
    "confused",
    "new-weakness",
    "sight-loss",
    "bleeding",
    "black-stool",
    "line-problem",
    "mood",
    "fever-chills",
    "heartbeat",
    "arm-swelling",
    "leg-swelling",
)
"""In the order in which a nurse is told of them: breath and heart, nerves, bleeding, mind, then the rest."""
OTHER = "other"
ALL_EFFECTS: tuple[str, ...] = (*EFFECTS, *WARNING_SIGNS, OTHER)
"""Their plain words, which rest on facts, are content: see ``diary.catalogue``."""
FUNCTIONS: tuple[str, ...] = ("vision", "walking", "hands", "energy", "thinking")
FUNCTION_RANGE = range(11)
"""0 worst to 10 best."""
SEVERITIES = (0, 1, 2, 3)
"""0 none, 1 mild (noticed it, carried on), 2 moderate (slowed me down), 3 severe (had to stop)."""
