"""One sign, one answer, in running text too: a page never says another call than the table of signs."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import Content

WORDS = """\
calls:
  emergency: [emergency number]
  now: [your unit now]
  today: [your unit today]
unclear: [call now, tell someone]
signs:
  bleeding: [bleed, arm … bleeds]
  pain: [chest pain]
  rash: [a rash]
"""


@pytest.fixture
def held(content: Content) -> Content:
    """A guide whose pages are held to the table: bleeding is “now”, pain “emergency”, a rash “today”."""
    content.write("en/sign-words.yaml", WORDS)
    return content


@pytest.mark.parametrize(
    "minute",
    [
        "If you bleed, call your unit now. [@F-1]",
        "Chest pain: call your emergency number. A rash: call your unit today. [@F-1]",
        "Do you bleed? Press on it. Call your unit now. [@F-1]",
        "**Your unit now.** You bleed. [@F-1]",
        "You may bleed. A rash may come. [@F-1]",
        "Tell the nurse if you bleed. [@F-1]",
        "You may bleed. Call your emergency number for any of these:\n\n- chest pain [@F-1]",
    ],
)
def test_a_sign_with_its_own_call_is_no_fault(held: Content, minute: str) -> None:
    held.page(minute=minute)
    assert "SIGN-TIER" not in held.codes()


@pytest.mark.parametrize(
    ("minute", "line"),
    [
        ("If you bleed, call your unit today. [@F-1]", 17),
        ("Your arm still bleeds? Call your emergency number. [@F-1]", 17),
        ("**Your unit today.** You bleed. [@F-1]", 17),
        ("Call your emergency number for:\n\n- chest pain [@F-1]\n- a rash [@F-1]", 20),
        ('!!! warning "Call your unit now"\n    - a rash [@F-1]', 18),
        ("If you have chest pain, call now. [@F-1]", 17),
        ("Tell someone if you get a rash. [@F-1]", 17),
    ],
)
def test_another_call_or_an_unclear_one_is_named(held: Content, minute: str, line: int) -> None:
    held.page(minute=minute)
    assert (line, "SIGN-TIER") in held.faults()


def test_words_for_the_reader_to_say_are_the_readers_own(held: Content) -> None:
    held.page(minute='Plasma. [@F-1]\n\n!!! say "Say"\n    “I bleed. Should I call my emergency number?”')
    assert "SIGN-TIER" not in held.codes()


def test_in_short_and_the_thing_to_do_are_held_to_it(held: Content) -> None:
    held.page(do="If you bleed, call your unit today.")
    assert {code for __, code in held.faults()} == {"SIGN-TIER"}


def test_a_tier_that_changes_in_the_table_is_a_fault_on_each_page_that_says_the_old_call(held: Content) -> None:
    held.page(minute="If you bleed, call your unit now. [@F-1]")
    held.change("en/effects.yaml", "tier: now", "tier: today")
    assert "SIGN-TIER" in held.codes()


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("  rash: [a rash]\n", "", 6, "SIGN-WORDS"),
        ("  rash: [a rash]", "  rash: a rash", 1, "SIGN-WORDS"),
        ("  rash: [a rash]", "  rash: [a rash]\n  spots: [spots]", 10, "UNKNOWN-SIGN"),
        ("unclear: [call now, tell someone]\n", "", 1, "SIGN-WORDS"),
    ],
)
def test_a_list_of_words_that_is_not_whole_is_named(held: Content, old: str, new: str, line: int, code: str) -> None:
    held.change("en/sign-words.yaml", old, new)
    assert (line, code) in held.faults("en/sign-words.yaml")
