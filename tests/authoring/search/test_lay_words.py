"""``lay-words.yaml``: what may stand in it, and that each fault is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring.compile import compile_all
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.search.lay_words import LayWords, read_lay_words

FILE = "en/lay-words.yaml"


def faults(content: Content, text: str) -> list[tuple[int, str]]:
    content.write(FILE, text)
    return content.faults(of=FILE)


def test_all_that_may_stand_there(content: Content) -> None:
    text = """\
phrases:
  yellow stuff: [plasma]
  spinner: [The machine, takes it out]
small-words: [the, "on"]
endings: [s, ing]
spellings: {aem: em}
"""
    assert faults(content, text) == []
    lay = read_lay_words(content.folder / FILE, Faults(content.folder))
    assert lay.phrases == {"yellow stuff": ("plasma",), "spinner": ("The machine", "takes it out")}
    assert (lay.small, lay.endings, lay.spellings) == (("the", "on"), ("s", "ing"), {"aem": "em"})


def test_a_language_may_have_none(content: Content) -> None:
    assert content.faults(of=FILE) == []
    assert read_lay_words(content.folder / FILE, Faults(content.folder)) == LayWords()


@pytest.mark.parametrize("target", ["plasma", "blood plasma", "liquid", "“Liquid part!”", "chest pain", "Ask what"])
def test_a_target_is_a_term_or_words_of_the_guide(content: Content, target: str) -> None:
    assert faults(content, f"phrases:\n  stuff: [{target}]\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("phrases:\n  stuff: [plasma]\n  more:\n    - plasma\n    - nowhere\n", [(5, "LAY-WORDS")]),
        ("phrases:\n  stuff: [blood liquid]\n", [(2, "LAY-WORDS")]),
        ("phrases:\n  stuff: [plasm]\n", [(2, "LAY-WORDS")]),
        ("phrases:\n  stuff: plasma\n", [(2, "LAY-WORDS")]),
        ("phrases:\n  stuff: []\n", [(2, "LAY-WORDS")]),
        ("phrases:\n  stuff:\n", [(2, "LAY-WORDS")]),
        ("phrases:\n  stuff: [plasma, 3]\n", [(2, "LAY-WORDS")]),
        ("phrases:\n  stuff: [plasma, '?']\n", [(2, "LAY-WORDS")]),
        ('phrases:\n  "?!": [plasma]\n', [(2, "LAY-WORDS")]),
        ("phrases:\n  light stuff: [plasma]\n  Light-stuff: [plasma]\n", [(3, "LAY-WORDS")]),
        ("phrases: [stuff]\n", [(1, "LAY-WORDS")]),
        ("phrases:\n  no: [plasma]\n", [(1, "LAY-WORDS")]),
        ("small-words: the\n", [(1, "LAY-WORDS")]),
        ("endings:\n  - s\n  - no\n", [(3, "LAY-WORDS")]),
        ("spellings: [aem, em]\n", [(1, "LAY-WORDS")]),
        ("spellings:\n  aem: em\n  oe: 3\n", [(3, "LAY-WORDS")]),
        ("spellings:\n  aem: ''\n", [(2, "LAY-WORDS")]),
        ("colour: red\n", [(1, "UNKNOWN-KEY")]),
        ("phrases: {\n", [(2, "YAML")]),
        ("- plasma\n", [(1, "YAML")]),
    ],
)
def test_faults(content: Content, text: str, expected: list[tuple[int, str]]) -> None:
    assert faults(content, text) == expected


def test_a_target_is_named(content: Content) -> None:
    content.write(FILE, "phrases:\n  stuff: [nowhere]\n")
    assert content.messages() == ["“nowhere” is neither a glossary term nor written anywhere in the guide"]


def test_a_fault_keeps_the_guide_from_being_packed_but_not_from_being_searched(
    content: Content, tmp_path: Path
) -> None:
    content.write(FILE, "phrases:\n  stuff: [nowhere]\n")
    (row,) = compile_all(content.folder, tmp_path / "compiled")
    assert "lay-words.yaml:2: LAY-WORDS:" in row
    assert (tmp_path / "compiled" / "search.en.json").is_file()
