"""The words of the six steps, as a reader and a listener get them."""

from __future__ import annotations

import pytest

from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.circuit.variant import Variant, every_variant
from tpe_guide.pictures.circuit.words import CircuitWords

every = pytest.mark.parametrize("variant", list(every_variant()), ids="-".join)


@pytest.fixture(scope="module")
def words() -> CircuitWords:
    return CircuitWords(load_compiled("circuit", "en"))


@every
def test_each_circuit_has_six_steps_in_words(words: CircuitWords, variant: Variant) -> None:
    steps = words.steps(variant)
    assert [step.number for step in steps] == [1, 2, 3, 4, 5, 6]
    for step in steps:
        assert step.title
        assert step.label
        assert step.text.endswith((".", "?"))
        assert step.sources
        assert step.spoken == f"Step {step.number} of 6. {step.title}. {step.text}"


@every
def test_the_picture_is_told_to_who_cannot_see_it(words: CircuitWords, variant: Variant) -> None:
    told = words.picture(variant)
    assert ("sieve" in told) == (variant.machine == "filter")
    assert ("bowl" in told) == (variant.machine == "spin")
    assert ("donor plasma" in told) == (variant.fluid == "donor-plasma")


def test_the_words_follow_the_circuit(words: CircuitWords) -> None:
    def all_of(variant: Variant) -> str:
        return " ".join(step.spoken for step in words.steps(variant))

    assert "needle in one arm" in all_of(Variant("arms"))
    assert "two channels" in all_of(Variant("line"))
    assert "same needle" in all_of(Variant("one-needle"))
    assert "citrate" in all_of(Variant(machine="spin"))
    assert "citrate" not in all_of(Variant("line", "filter")).lower()
    assert "spins" not in all_of(Variant("line", "filter"))
    assert "It is usually albumin" not in all_of(Variant(fluid="donor-plasma"))


def test_a_cup_is_only_spoken_of_where_a_fact_carries_it(words: CircuitWords) -> None:
    """A machine with one needle takes larger batches: the leaflet's cup is not about it."""
    assert "cup" in words.steps(Variant("arms"))[0].text
    assert "cup" not in words.steps(Variant("one-needle"))[0].text


def test_the_circuit_is_named_in_a_few_words(words: CircuitWords) -> None:
    assert words.chosen(Variant("line", "filter", "donor-plasma")) == "A line · It filters · Donor plasma"


def test_signs_are_explained_for_the_fluid_shown(words: CircuitWords) -> None:
    assert [name for name, __ in words.key(Variant())] == ["cells", "plasma", "antibodies", "albumin"]
    assert [name for name, __ in words.key(Variant(fluid="donor-plasma"))][-1] == "donor-plasma"
