"""Which circuit is drawn: how blood goes out and in, how it is parted, what goes back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Literal, NamedTuple

Access = Literal["arms", "line", "one-needle"]
Machine = Literal["spin", "filter"]
Fluid = Literal["albumin", "donor-plasma"]
OPTIONS: dict[str, tuple[str, ...]] = {
    "access": ("arms", "line", "one-needle"),
    "machine": ("spin", "filter"),
    "fluid": ("albumin", "donor-plasma"),
}
"""What can be chosen, by question."""


class Variant(NamedTuple):
    """One circuit."""

    access: Access = "arms"
    machine: Machine = "spin"
    fluid: Fluid = "albumin"

    @property
    def exists(self) -> bool:
        """A filter needs a steady flow: one needle, which sends blood out and back in turns, goes with a bowl."""
        return not (self.access == "one-needle" and self.machine == "filter")

    def with_option(self, option: str) -> Variant:
        """The same circuit but for *option*, an id of ``OPTIONS``. Raises KeyError."""
        for question, options in OPTIONS.items():
            if option in options:
                return self._replace(**{question: option})  # type: ignore[arg-type]
        raise KeyError(option)


def access_of(said: str) -> Access:
    """How the circuit draws what the person has *said* (``settings.ACCESSES``, or empty)."""
    if said.endswith("-line"):
        return "line"
    return "one-needle" if said == "single-needle" else "arms"


def every_variant() -> Iterator[Variant]:
    """Each circuit that exists."""
    for options in product(*OPTIONS.values()):
        variant = Variant(*options)  # type: ignore[arg-type]
        if variant.exists:
            yield variant
