"""The words for the diary's fixed values, as they stand on the nurse's page."""

from __future__ import annotations

from typing import Protocol

from tpe_guide.i18n import _


class Catalogue(Protocol):
    """Where the names of effects come from."""

    def name(self, effect: str) -> str:
        """The plain name of an effect id."""


def level_words() -> tuple[str, str, str, str]:
    """The words of the levels 0 to 3."""
    return _("None"), _("Mild"), _("Moderate"), _("Severe")


def access_words(access: str) -> str:
    """Where the needles or the line were."""
    return {
        "arm-veins": _("Arm veins"),
        "neck-line": _("Neck line"),
        "chest-line": _("Chest line"),
        "groin-line": _("Groin line"),
        "other": _("Other"),
    }.get(access, _("Not said"))


def began_words(began: str) -> str:
    """When an effect began, as a sentence."""
    return {
        "during": _("Began during the session."),
        "way-home": _("Began on the way home."),
        "at-home": _("Began at home, later."),
        "next-day": _("Began the next day."),
    }.get(began, _("When it began: not said."))


def told_words(told: bool | None) -> str:
    """Whether the staff were told; None is "not said", never "no"."""
    if told is None:
        return _("not said")
    return _("yes") if told else _("no")


def function_words(function: str) -> str:
    """The name of something a person can do."""
    return {
        "vision": _("Vision"),
        "walking": _("Walking"),
        "hands": _("Hands"),
        "energy": _("Energy"),
        "thinking": _("Thinking"),
    }[function]
