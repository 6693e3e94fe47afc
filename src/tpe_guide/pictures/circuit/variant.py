"""Which circuit is drawn: how blood goes out and in, how it is parted, what goes back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Literal, NamedTuple, get_args

from tpe_guide.vocabulary.terms import ACCESSES_SHOWN, FLUIDS_SHOWN, AccessShown, FluidShown

Machine = Literal["spin", "filter"]
OPTIONS: dict[str, tuple[str, ...]] = {
    "access": ACCESSES_SHOWN,
    "machine": get_args(Machine),
    "fluid": FLUIDS_SHOWN,
}
"""What can be chosen, by question."""


class Variant(NamedTuple):
    """One circuit."""

    access: AccessShown = "arms"
    machine: Machine = "spin"
    fluid: FluidShown = "albumin"

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


def every_variant() -> Iterator[Variant]:
    """Each circuit that exists."""
    for options in product(*OPTIONS.values()):
        variant = Variant(*options)  # type: ignore[arg-type]
        if variant.exists:
            yield variant
