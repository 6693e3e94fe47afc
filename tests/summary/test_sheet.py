"""What every sheet of the guide has: its sources, how old it is, and at its foot whom it does not replace."""

from __future__ import annotations

import pytest

from tests.summary import pdf
from tests.summary.stories import PRINTED_AT
from tpe_guide import __version__
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.pictures.comparison.table import Table
from tpe_guide.pictures.drawing.words import DrawingWords
from tpe_guide.pictures.feelings.cards import Cards
from tpe_guide.pictures.odds.words import OddsWords
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.summary.access_sheet import access_sheet
from tpe_guide.summary.circuit_sheet import circuit_sheet
from tpe_guide.summary.comparison_sheet import comparison_sheet
from tpe_guide.summary.feelings_sheet import feelings_sheet
from tpe_guide.summary.odds_sheet import odds_sheet
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.rehearsal_sheet import rehearsal_sheet
from tpe_guide.summary.sheet import Sheet, to_pdf

ODDS = OddsWords(load_compiled("odds", "en"))
SHEETS = {
    "access": access_sheet(AccessWords(load_compiled("access", "en")), "neck-line", "", "en"),
    "circuit": circuit_sheet(CircuitWords(load_compiled("circuit", "en")), Variant(), "en"),
    "comparison": comparison_sheet(Table(load_compiled("comparison", "en")), (), "en"),
    "feelings": feelings_sheet(Cards(load_compiled("feelings", "en")), "en"),
    "odds": odds_sheet(ODDS, ODDS.pictures[0], "en"),
    "rehearsal": rehearsal_sheet(
        RehearsalWords(load_compiled("rehearsal", "en")),
        DrawingWords(load_compiled("drawings", "en")),
        Plan(),
        "arm-veins",
        "en",
        by_unit=False,
    ),
}
BARE = Sheet("circuit.typ", "en", "A sheet", {"chosen": "", "key": "", "steps": []})
MADE = f"TPE Guide {__version__}, 14 May 2026."


def test_each_picture_has_a_sheet() -> None:
    assert set(SHEETS) == set(PICTURES)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", SHEETS)
def test_what_it_rests_on_stands_on_it_with_its_day_and_version(name: str, paper: Paper) -> None:
    """Whoever gets it on paper, or finds it on a fridge, may not have the guide."""
    made = SHEETS[name]
    data = to_pdf(made, PRINTED_AT, paper)
    assert made.sources
    said = pdf.text_of(data)
    at = said.index(pdf.squeezed("Where this comes from"))
    for source in made.sources:
        assert pdf.squeezed(source) in said[at:]
    for page in range(pdf.page_count(data)):
        written = pdf.text_of(data, page)
        assert pdf.squeezed(f"{MADE} Sources: at the end. It does not replace your care team.") in written
        assert pdf.squeezed(made.title) in written


def test_one_without_evidence_promises_no_sources() -> None:
    said = pdf.text_of(to_pdf(BARE, PRINTED_AT))
    assert pdf.squeezed(f"{MADE} It does not replace your care team.") in said
    assert "ources" not in said
