"""No drawing is without words, and words are for drawings that are there."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import Content

WORDS = "en/drawings.yaml"
PLAIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g class="{}"><path class="ink" d="M0 0"/></g></svg>'
SAID = "drawings: {chair: A chair.}\nparts: {arm: Her arm is marked.}\n"


@pytest.fixture
def drawn(content: Content) -> Content:
    (content.pictures / "chair.svg").write_text(PLAIN.format("part-arm"), encoding="utf-8")
    return content


def test_what_is_sound_has_no_fault(drawn: Content) -> None:
    drawn.write(WORDS, SAID)
    assert drawn.faults() == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("drawings: {}\nparts: {arm: Her arm.}\n", [(1, "NO-ALT")]),
        ("drawings: {chair: A chair.}\n", [(1, "NO-ALT")]),
        (SAID.replace("chair:", "bed: A bed., chair:"), [(1, "BROKEN-LINK")]),
        (SAID.replace("arm:", "leg: Her leg., arm:"), [(2, "BROKEN-LINK")]),
        (SAID.replace("A chair.", "''"), [(1, "EMPTY")]),
        (SAID.replace("A chair.", "A chair for 3 people."), [(1, "NUMBER")]),
        (SAID + "words: {}\n", [(3, "UNKNOWN-KEY")]),
    ],
    ids=["no-words", "no-part", "no-drawing", "no-such-part", "empty", "number", "unknown"],
)
def test_each_fault_is_named(drawn: Content, text: str, faults: list[tuple[int, str]]) -> None:
    drawn.write(WORDS, text)
    assert drawn.faults(of=WORDS) == faults


def test_a_drawing_on_a_page_has_its_words_there(drawn: Content) -> None:
    drawn.write(WORDS, "parts: {arm: Her arm is marked.}\n")
    drawn.page(minute="Plasma is part of your blood. [@F-1]\n\n![A chair](picture:chair/arm)")
    assert drawn.faults() == []


def test_a_page_asks_for_a_part_that_is_there(drawn: Content) -> None:
    drawn.page(minute="Plasma is part of your blood. [@F-1]\n\n![A chair](picture:chair/leg)")
    assert drawn.faults() == [(19, "BROKEN-LINK")]


def test_a_page_may_ask_for_the_access_of_its_reader_where_the_drawing_has_each(drawn: Content) -> None:
    each = "part-arm-veins part-single-needle part-neck-line part-chest-line part-groin-line"
    drawn.page(minute="Plasma is part of your blood. [@F-1]\n\n![A chair](picture:chair/yours)")
    assert drawn.faults() == [(19, "BROKEN-LINK")]
    (drawn.pictures / "chair.svg").write_text(PLAIN.format(each), encoding="utf-8")
    assert drawn.faults() == []
