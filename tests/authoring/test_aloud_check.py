"""Every word of the guide can be read aloud: what the voice would say wrongly is written in words."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import Content


def test_a_sign_that_the_voice_cannot_say_is_named_wherever_it_stands_on_a_page(content: Content) -> None:
    content.page(minute="Plasma is ≥ part of blood. [@F-1]", question="Is it and/or?")
    assert set(content.faults()) == {(17, "ALOUD"), (6, "ALOUD")}


def test_what_the_voice_says_rightly_is_no_fault(content: Content) -> None:
    content.page(minute="In an emergency call 112, and close the clamp. [@F-1]")
    assert content.faults() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("en/effects.yaml", "text: Chest pain", "text: Pain w/o rest", 9),
        ("en/glossary.yaml", "The liquid part of blood.", "A part of ECG.", 3),
        ("en/guide.yaml", "title: Basics", "title: Blood & plasma", 4),
    ],
)
def test_other_words_for_readers_are_held_to_it(content: Content, file: str, old: str, new: str, line: int) -> None:
    content.change(file, old, new)
    assert (line, "ALOUD") in content.faults(file)
