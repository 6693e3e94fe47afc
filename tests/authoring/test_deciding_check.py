"""*What matters to me* as its authors write it: each fault is named."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import Content

MATTERS = "en/what-matters.yaml"
VALUES = "values: [I want to sleep at home.]\n"
READY = "ready:\n- {question: Do I know my choices?, page: plasma, ask: What are they?}\n"


def test_what_is_sound_has_no_fault(content: Content) -> None:
    content.write(MATTERS, VALUES + READY)
    assert content.faults() == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (VALUES, (1, "WHAT-MATTERS")),
        (READY, (1, "WHAT-MATTERS")),
        ("values: [3]\n" + READY, (1, "WHAT-MATTERS")),
        (VALUES + "ready: [{question: Why?}]\n", (2, "WHAT-MATTERS")),
        (VALUES + READY.replace("plasma", "lymph"), (3, "BROKEN-LINK")),
        (VALUES.replace("sleep", "wait 3 days and sleep") + READY, (1, "NUMBER")),
    ],
    ids=["no-ready", "no-values", "no-words", "half", "no-page", "number"],
)
def test_each_fault_is_named(content: Content, text: str, fault: tuple[int, str]) -> None:
    content.write(MATTERS, text)
    assert content.faults(of=MATTERS) == [fault]
