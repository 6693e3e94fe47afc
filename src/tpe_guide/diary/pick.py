"""One effect of an entry that is being tapped together, and what was filled in of it."""

# Without "from __future__ import annotations": what is declared here is also read here, as in ``model``.

from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from tpe_guide.diary.kinds import Choice, Text, Whole
from tpe_guide.diary.model import ID
from tpe_guide.vocabulary.terms import ALL_EFFECTS, OTHER, SEVERITIES, Onset

_OVER_LIMIT: Final = 10_000_000
TYPED: Final = Text(_OVER_LIMIT)
Typed = Annotated[str, TYPED]
"""What stands in a field, also where it is longer than an entry takes: it is refused there, and not cut."""


@dataclass(slots=True)
class Pick:
    """One effect that was noticed, as far as it has been answered. *words*: of one the person named themselves."""

    key: Annotated[str, ID]
    """Tells it from the others: there may be several of a person's own."""
    effect: Annotated[str, Choice(ALL_EFFECTS)]
    words: Typed = ""
    level: Annotated[int, Whole(SEVERITIES[0], SEVERITIES[-1])] | None = None
    began: Onset | None = None
    """Counts where it is not the same for all."""
    told_staff: bool | None = None
    unlike_usual: bool | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def is_own(self) -> bool:
        """The person names it in their own words."""
        return self.effect == OTHER


@dataclass(slots=True)
class Filled:
    """What “Same as last time” or “Nothing new” filled in, so that a second press can take it back."""

    key: Annotated[str, ID]
    level: Annotated[int, Whole(SEVERITIES[0], SEVERITIES[-1])]
    added: bool
    """The effect itself was not there before."""
    extra: dict[str, Any] = field(default_factory=dict)
