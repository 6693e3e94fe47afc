"""Passages marked ``[@-]``: they state nothing, so they hold no number, and someone can look them over."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring import check as check_module


@pytest.mark.parametrize(
    "passage",
    [
        "It takes 14 days.",
        "Twelve people had it.",
        "It takes three weeks.",
        "Half of them got better.",
        "A third of all people had it.",
        "It is 57%.",
    ],
)
def test_a_number_needs_a_fact(content: Content, passage: str) -> None:
    content.page(minute=f"Plasma is yellow. [@F-1]\n{passage} [@-]")
    assert content.faults() == [(18, "NO-CLAIM-NUMBER")]


@pytest.mark.parametrize(
    "passage",
    [
        "One of you may drive.",
        "Pick two or three of them.",
        "You have one minute.",
        "It may be 112, 911 or 999.",
        "Keep half a day free.",
    ],
)
def test_ordinary_words_are_no_quantities(content: Content, passage: str) -> None:
    content.page(minute=f"Plasma is yellow. [@F-1] {passage} [@-]")
    assert content.faults() == []


def test_a_number_before_its_own_fact_is_not_meant(content: Content) -> None:
    content.page(minute="A session takes 120 minutes. [@F-2] You are not alone. [@-]")
    assert content.faults() == []


def test_words_before_a_list_are_read_too(content: Content) -> None:
    content.page(minute="These 4 things help: [@-]\n\n- rest\n- water")
    assert content.faults() == [(17, "NO-CLAIM-NUMBER")]


def test_the_passages_are_listed_for_someone_to_look_over(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    path = content.page(
        minute="Plasma is yellow. [@F-1] You are\nnot alone. [@-]", full="- Rest first. [@-]\n- Then eat. [@-]"
    )

    assert check_module.main([str(content.folder), "--unsourced"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"{path}:17: You are not alone.",
        f"{path}:22: Rest first.",
        f"{path}:23: Then eat.",
    ]
