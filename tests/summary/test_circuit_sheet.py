"""The six steps on one sheet of paper, and its sources on the back."""

from __future__ import annotations

import datetime as dt

import pikepdf
import pytest

from tests.summary.pdf import inks, opened, page_count, squeezed, text_of
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.circuit.variant import Variant, every_variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.summary.circuit_sheet import circuit_sheet
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.sheet import to_pdf

PRINTED_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def words() -> CircuitWords:
    return CircuitWords(load_compiled("circuit", "en"))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("variant", list(every_variant()), ids="-".join)
def test_all_six_steps_fit_on_one_sheet(words: CircuitWords, variant: Variant, paper: Paper) -> None:
    pdf = to_pdf(circuit_sheet(words, variant, "en"), PRINTED_AT, paper)
    assert page_count(pdf) <= 2
    written = text_of(pdf, 0)
    for step in words.steps(variant):
        assert squeezed(f"{step.number}. {step.title}") in written
        assert squeezed(step.text) in written


def test_it_is_printed_at_any_moment_of_a_second(words: CircuitWords) -> None:
    """A clock on a wall hardly ever shows whole seconds, as those of tests do."""
    sheet = circuit_sheet(words, Variant(), "en")
    assert to_pdf(sheet, PRINTED_AT.replace(microsecond=200_000)) == to_pdf(sheet, PRINTED_AT)


def test_it_is_tagged_and_each_picture_is_told(words: CircuitWords) -> None:
    pdf = to_pdf(circuit_sheet(words, Variant(), "en"), PRINTED_AT)
    with opened(pdf) as whole:
        assert whole.Root.MarkInfo.Marked
        told = [str(each.Alt) for each in whole.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    assert len(told) == 6
    for step in words.steps(Variant()):
        assert any(step.spoken in each for each in told)


def test_it_is_drawn_in_black_and_white(words: CircuitWords) -> None:
    found = inks(to_pdf(circuit_sheet(words, Variant("line", "filter", "donor-plasma"), "en"), PRINTED_AT))
    assert {value for ink in found for value in ink} <= {0.0, 1.0}


def test_the_same_sheet_is_the_same_bytes(words: CircuitWords) -> None:
    sheet = circuit_sheet(words, Variant(), "en")
    assert to_pdf(sheet, PRINTED_AT) == to_pdf(sheet, PRINTED_AT)
