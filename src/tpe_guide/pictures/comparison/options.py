"""Which options are laid side by side: two or three, always in the order of the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

FEWEST, MOST = 2, 3
Refusal = Literal["", "full", "few"]
"""Why an option stays as it is: three are laid out already; only two are."""


def first_options(options: Sequence[str]) -> tuple[str, ...]:
    """What is laid out before anybody picked: the two that stand first, and the last, which is to wait."""
    return in_table_order(options, (*options[: MOST - 1], options[-1]))


def refusal(picked: Sequence[str], option: str) -> Refusal:
    """Why a press on *option* changes nothing; empty: it does."""
    if option in picked:
        return "few" if len(picked) <= FEWEST else ""
    return "full" if len(picked) >= MOST else ""


def with_option(options: Sequence[str], picked: Sequence[str], option: str) -> tuple[str, ...]:
    """*picked* and *option*, which a link asks for: where there are three, it takes the place of the last."""
    if option in picked:
        return tuple(picked)
    return in_table_order(options, (*picked[: MOST - 1], option))


def in_table_order(options: Sequence[str], picked: Iterable[str]) -> tuple[str, ...]:
    """Those of *picked* as they stand in *options*, each once."""
    chosen = set(picked)
    return tuple(option for option in options if option in chosen)
