"""What the nurse's page calls things, beside the words of the vocabulary."""

from __future__ import annotations

from typing import Protocol

from tpe_guide.i18n import _


class Catalogue(Protocol):
    """Where the names of effects come from."""

    @property
    def version(self) -> str:
        """Which words of the guide these are."""

    def name(self, effect: str) -> str:
        """The plain name of an effect id."""


def told_words(told: bool | None) -> str:
    """Whether the staff were told; None is "not said", never "no"."""
    if told is None:
        return _("not said")
    return _("yes") if told else _("no")
