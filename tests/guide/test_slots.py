"""What a unit may fill in: how it is declared, how a page shows it, and that it never mixes with what has sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring.compile import compile_all
from tpe_guide.guide.codec import decode_guide
from tpe_guide.guide.depth import spans_in
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Span
from tpe_guide.guide.slots import Slot

SLOTS = """\
unit-phone: {what: Number, neutral: the number your unit gave you, kind: phone, longest: 20, example: 01632 960 123}
bleeding: {what: If it bleeds, neutral: Ask how long to press., kind: sentence, longest: 60, example: Press for long.}
"""
PHONE = Slot("unit-phone", "Number", "the number your unit gave you", "phone", 20, "01632 960 123")
SLOTS_FILE = "en/slots.yaml"


@pytest.fixture
def content(content: Content) -> Content:
    content.write(SLOTS_FILE, SLOTS)
    return content


def library(content: Content, tmp_path: Path) -> Library:
    assert compile_all(content.folder, tmp_path / "out") == []
    return Library(decode_guide((tmp_path / "out" / "guide.en.json").read_bytes()))


def minute(library: Library) -> list[Span]:
    return list(spans_in(library.page("plasma").minute))


class TestDeclared:
    def test_a_guide_needs_none(self, content: Content) -> None:
        (content.folder / SLOTS_FILE).unlink()
        assert content.faults() == []

    def test_a_page_shows_one_inside_a_sentence(self, content: Content) -> None:
        content.page(minute="Call {{slot:unit-phone}} at night. {{slot:bleeding}}")
        assert content.faults() == []

    def test_one_that_is_not_declared_is_named(self, content: Content) -> None:
        content.page(minute="Call {{slot:nobody}} now.")
        assert content.faults() == [(17, "BROKEN-LINK")]
        assert content.messages() == ["slots.yaml has no slot “nobody”"]

    def test_one_that_is_mistyped_never_reaches_a_reader(self, content: Content) -> None:
        content.page(minute="Call {{unit-phone}} now.")
        assert content.faults() == [(17, "MARKUP")]

    @pytest.mark.parametrize(
        ("old", "new", "fault"),
        [
            ("kind: phone", "kind: fax", (1, "SLOT")),
            ("longest: 20", "longest: 9999", (1, "SLOT")),
            ("longest: 20", "longest: short", (1, "SLOT")),
            ("longest: 20", "longest: 5", (1, "SLOT")),
            ("what: Number", "what: ''", (1, "SLOT")),
            ("what: Number", "what: Number, colour: red", (1, "UNKNOWN-KEY")),
            ("the number your", "the 3 numbers your", (1, "NUMBER")),
        ],
    )
    def test_a_bad_declaration_is_named(self, content: Content, old: str, new: str, fault: tuple[int, str]) -> None:
        content.change(SLOTS_FILE, old, new)
        assert content.faults(SLOTS_FILE) == [fault]


class TestShown:
    def test_an_empty_slot_is_plain_words_of_the_guide(self, content: Content, tmp_path: Path) -> None:
        content.page(minute="Call {{slot:unit-phone}} now.")
        guide = library(content, tmp_path)
        assert "".join(span.text for span in minute(guide)) == "Call the number your unit gave you now."
        assert {span.kind for span in minute(guide)} == {"text"}

    def test_a_filled_one_stands_apart(self, content: Content, tmp_path: Path) -> None:
        content.page(minute="Call {{slot:unit-phone}} now. {{slot:bleeding}}")
        guide = library(content, tmp_path)
        guide.fill_slots(lambda: {"unit-phone": "01632", "bleeding": "Press for 10 minutes."})
        own = [span for span in minute(guide) if span.kind == "slot"]
        assert own == [
            Span("01632", "slot", "unit-phone"),
            Span("Your unit says: “Press for 10 minutes.”", "slot", "bleeding"),
        ]

    def test_what_a_unit_says_is_asked_for_when_a_page_needs_it_and_shown_anew(
        self, content: Content, tmp_path: Path
    ) -> None:
        content.page(minute="Call {{slot:unit-phone}} now.")
        guide = library(content, tmp_path)
        asked = []

        def words() -> dict[str, str]:
            asked.append(True)
            return {"unit-phone": f"number {len(asked)}"}

        guide.fill_slots(words)
        guide.page("machine")
        assert not asked
        assert "number 1" in "".join(span.text for span in minute(guide))
        guide.fill_slots(words)
        assert "number 2" in "".join(span.text for span in minute(guide))

    def test_what_is_searched_and_compared_is_what_the_author_wrote(self, content: Content, tmp_path: Path) -> None:
        content.page(minute="Call {{slot:unit-phone}} now.")
        guide = library(content, tmp_path)
        guide.fill_slots(lambda: {"unit-phone": "01632 960 123"})
        written = "".join(span.text for span in spans_in(guide.as_written("plasma").minute))
        assert written == "Call the number your unit gave you now."
        assert "01632" not in (tmp_path / "out" / "search.en.json").read_text(encoding="utf-8")


class TestWords:
    @pytest.mark.parametrize("text", ["", "01632 960 123", "999 or 112", "ext. 12, ask for Ana", "٠١٦٣"])
    def test_that_may_stand_there(self, text: str) -> None:
        assert PHONE.expected(text) == ""

    @pytest.mark.parametrize(
        "text",
        ["call us", "7", "1" * 21, "01632\n960", "01632\u202e960", "0\x001632", "²³", "①②", "do not call anyone 00"],
    )
    def test_that_may_not(self, text: str) -> None:
        assert PHONE.expected(text)

    def test_words_that_an_earlier_version_took_for_a_number_are_not_taken_away(self) -> None:
        asked_for_last = "the ward on 01632 1"
        assert PHONE.expected(asked_for_last)
        assert PHONE.expected(asked_for_last, as_before=True) == ""

    def test_of_a_number_no_mark_is_kept_that_nobody_sees(self) -> None:
        assert PHONE.tidy(" 01632\u200b\u202e\u00a0960\n 123\ufeff") == "01632 960 123"

    def test_of_a_sentence_only_the_blanks_change(self) -> None:
        sentence = PHONE._replace(kind="sentence")
        assert sentence.tidy(" می\u200cخواهم\t so ") == "می\u200cخواهم so"
