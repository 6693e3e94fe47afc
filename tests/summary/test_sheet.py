"""What every sheet of the guide has at its foot."""

from __future__ import annotations

import pytest

from tests.summary import pdf
from tests.summary.stories import PRINTED_AT
from tpe_guide import __version__
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.sheet import Sheet, to_pdf

SHEET = Sheet("circuit.typ", "en", "A sheet", {"chosen": "", "key": "", "steps": []})


@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_on_the_fridge_says_how_old_it_is_and_where_it_is_from(paper: Paper) -> None:
    said = pdf.text_of(to_pdf(SHEET, PRINTED_AT, paper))
    made = f"TPE Guide {__version__}, 14 May 2026. The guide says where this is from."
    assert pdf.squeezed(f"{made} It does not replace your care team.") in said
