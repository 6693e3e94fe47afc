"""``rehearsal.yaml``: one thing made wrong, one fault at its line."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import Content

REHEARSAL = """\
title: Rehearse
note: Times are an example.
moments:
  - id: start
    at: 0
    label: It starts
    title: {needles: the needles go in, line: the line is joined}
    happens: [{text: Plasma is part of your blood., facts: [F-1]}]
    feel:
      - {when: needles, text: You may feel it., facts: ["-"]}
      - {when: line, text: You may see it., facts: ["-"]}
    say: Please tell me.
    nurse: [{text: Ask the nurse., facts: ["-"]}]
    where: {text: It starts here., facts: ["-"]}
    circuit: out
  - id: end
    share: 1
    label: End
    title: it ends
    happens: [{text: A new fluid goes in., facts: [F-1]}]
    feel: [{text: You may be tired., facts: ["-"]}]
    say: Please help me.
    nurse: [{text: Ask the nurse., facts: ["-"]}]
    where: {text: {albumin: It ends., donor-plasma: It is over.}, facts: ["-"]}
    shows: what-to-pack
practise:
  title: Try
  lead: It begins.
  picture: A hand.
  answers:
    - {say: This is new., fits: true, says: [{text: That is all., facts: ["-"]}]}
    - {say: I will wait., fits: false, says: [{text: Tell the nurse., facts: ["-"]}]}
"""
FILE = "en/rehearsal.yaml"


@pytest.fixture
def rehearsal(content: Content) -> Content:
    content.write(FILE, REHEARSAL)
    return content


def test_sound_words_have_no_faults(rehearsal: Content) -> None:
    assert rehearsal.faults(FILE) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("note: Times are an example.", "note: 3", 1),
        ("id: end", "id: start", 3),
        ("at: 0", "at: soon", 4),
        ("at: 0", "at: 999", 4),
        ("at: 0", "at: true", 4),
        ("share: 1", "share: 2", 16),
        ("share: 1", "after: 5\n    share: 1", 16),
        ("when: line,", "when: tuesday,", 11),
        ("- {when: line, text: You may see it.", "- {when: needles, text: You may see it.", 9),
        ("line: the line is joined", "arms: in", 7),
        ("albumin: It ends., ", "", 24),
        ("circuit: out", "circuit: up", 4),
        ("shows: what-to-pack", "circuit: 3", 16),
        ("shows: what-to-pack", "shows: no-such-drawing", 25),
        ("shows: what-to-pack", "shows: []", 25),
        ("shows: what-to-pack", "shows: [what-to-pack, 3]", 25),
        ("shows: what-to-pack", "shows: {needles: what-to-pack}", 25),
        ("say: Please tell me.", "say: ''", 4),
        ("fits: false", "fits: true", 30),
        ("fits: false", "fits: perhaps", 30),
        ("answers:", "answers: none\n  others:", 30),
    ],
)
def test_what_is_missing_or_unknown_is_named_at_its_line(rehearsal: Content, old: str, new: str, line: int) -> None:
    rehearsal.write(FILE, REHEARSAL.replace(old, new, 1))
    assert (line, "PICTURE-WORDS") in rehearsal.faults(FILE)


@pytest.mark.parametrize(
    "shows", ["access", "[what-to-pack, mark]", "{needles: what-to-pack, line: access}"], ids=["own", "list", "each"]
)
def test_a_moment_shows_one_drawing_or_one_for_each_time_or_access(rehearsal: Content, shows: str) -> None:
    rehearsal.write(FILE, REHEARSAL.replace("shows: what-to-pack", f"shows: {shows}"))
    assert rehearsal.faults(FILE) == []


@pytest.mark.parametrize("moments", ["moments: []", "moments: 3", "moments:\n  - 3", "moments:\n  - {id: 5}"])
def test_moments_of_another_kind_are_named(rehearsal: Content, moments: str) -> None:
    start, end = REHEARSAL.index("moments:"), REHEARSAL.index("practise:")
    rehearsal.write(FILE, REHEARSAL[:start] + moments + "\n" + REHEARSAL[end:])
    assert "PICTURE-WORDS" in {code for __, code in rehearsal.faults(FILE)}


def test_an_unknown_key_is_named(rehearsal: Content) -> None:
    rehearsal.write(FILE, REHEARSAL.replace("label: End", "label: End\n    colour: red"))
    assert rehearsal.faults(FILE) == [(19, "UNKNOWN-KEY")]


def test_a_link_leads_to_a_moment(rehearsal: Content) -> None:
    rehearsal.page(minute="[Rehearse it](rehearsal:start) or [the end](rehearsal:end). [@-]")
    assert rehearsal.faults() == []
    rehearsal.page(minute="[Rehearse it](rehearsal:middle). [@-]")
    assert rehearsal.faults() == [(17, "BROKEN-LINK")]
