"""The terms in plain words: as the person taps them, and as they stand on the nurse's page."""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.i18n import _
from tpe_guide.vocabulary.terms import Access, Fluid, Onset


class Words(NamedTuple):
    """One term."""

    own: str
    """As the person says it of themselves: “A line in my neck”."""
    noted: str
    """As the nurse's page has it: “Neck line”."""


def accesses() -> dict[Access, Words]:
    """How blood leaves and comes back."""
    return {
        "arm-veins": Words(_("Needles in my arms"), _("Arm veins")),
        "neck-line": Words(_("A line in my neck"), _("Neck line")),
        "chest-line": Words(_("A line in my chest"), _("Chest line")),
        "groin-line": Words(_("A line in my groin"), _("Groin line")),
        "other": Words(_("Something else"), _("Other")),
        "unknown": Words(_("I don’t know"), _("Not said")),
    }


def onsets() -> dict[Onset, Words]:
    """When an effect began; noted as a sentence."""
    return {
        "during": Words(_("During the session"), _("Began during the session.")),
        "way-home": Words(_("On the way home"), _("Began on the way home.")),
        "at-home": Words(_("At home, later"), _("Began at home, later.")),
        "next-day": Words(_("The next day"), _("Began the next day.")),
        "unknown": Words(_("I don’t know"), _("When it began: not said.")),
    }


def functions() -> dict[str, Words]:
    """What a person can do, 0 worst to 10 best."""
    return {
        "vision": Words(_("Seeing"), _("Vision")),
        "walking": Words(_("Walking"), _("Walking")),
        "hands": Words(_("Using my hands"), _("Hands")),
        "energy": Words(_("Energy"), _("Energy")),
        "thinking": Words(_("Thinking"), _("Thinking")),
    }


def fluids() -> dict[Fluid, str]:
    """What goes back in place of the plasma, as it stands on the nurse's page."""
    return {
        "albumin": _("Albumin"),
        "plasma": _("Donor plasma"),
        "mixed": _("Both kinds"),
        "unknown": _("Not known"),
    }


def severities() -> tuple[str, ...]:
    """None, Mild, Moderate, Severe: by severity 0 to 3."""
    return (_("None"), _("Mild"), _("Moderate"), _("Severe"))


def severity_anchors() -> tuple[str, ...]:
    """What each severity means, in the diary's own words."""
    return (_("Not there"), _("Noticed it, carried on"), _("Slowed me down"), _("Had to stop"))
