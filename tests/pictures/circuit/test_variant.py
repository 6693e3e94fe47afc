"""Which circuits there are."""

from __future__ import annotations

from itertools import product

import pytest

from tpe_guide.pictures.circuit.variant import OPTIONS, Variant, every_variant


def test_every_choice_can_be_combined_but_one_needle_with_a_filter() -> None:
    made = {Variant(*options) for options in product(*OPTIONS.values())}  # type: ignore[arg-type]
    refused = made - set(every_variant())
    assert refused == {variant for variant in made if (variant.access, variant.machine) == ("one-needle", "filter")}
    assert len(made) - len(refused) == 10


def test_an_option_changes_its_own_question_and_no_other() -> None:
    variant = Variant("line", "spin", "albumin")
    assert variant.with_option("filter") == Variant("line", "filter", "albumin")
    assert variant.with_option("donor-plasma").with_option("arms") == Variant("arms", "spin", "donor-plasma")
    with pytest.raises(KeyError):
        variant.with_option("start")
