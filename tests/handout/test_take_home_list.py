"""What a visitor of a kiosk picked, as a list on paper."""

from __future__ import annotations

from tests.handout.conftest import MADE_AT
from tests.summary import pdf
from tpe_guide.guide.library import Library
from tpe_guide.handout.form import to_pdf
from tpe_guide.handout.take_home_list import take_home_list


def test_it_has_what_was_picked_under_its_heading_and_leaves_out_what_was_not() -> None:
    parts = [("My questions", ["Whom do I call at night?"]), ("What matters to me", []), ("Pages", ["Why tingle?"])]
    data = to_pdf(take_home_list(Library.load(), parts), MADE_AT)
    words = pdf.text_of(data)
    assert "WhomdoIcallatnight?" in words
    assert "Whytingle?" in words
    assert "Whatmatterstome" not in words
    assert "Itdoesnotreplaceyourcareteam." in words
    with pdf.opened(data) as whole:
        assert len(whole.pages) == 1
        assert whole.Root.MarkInfo.Marked
