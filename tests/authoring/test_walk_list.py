"""The paths through the guide as their authors write them: each fault is named, and what is sound is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.small_guide import GUIDE, Content
from tpe_guide.authoring.compile import compile_all
from tpe_guide.guide.codec import decode_guide
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Step, Walk

NAME = "en/guide.yaml"
PATHS = """\
paths:
  - id: deciding
    title: I am deciding
    line: What it is.
    end: You have seen it all.
    steps:
      - {title: What it is, line: The swap, to: plasma}
      - {title: The machine, line: How it looks, to: machine}
      - {title: How often, line: All that is counted, to: odds}
      - {title: Mine, line: What I want, to: matters}
      - {title: My questions, line: What I ask, to: questions}
"""
HARD = (
    "Extracorporeal immunomodulation necessitates interdisciplinary consideration, multidisciplinary deliberation, "
    "comprehensive documentation, individualised administration, hospitalisation and rehabilitation."
)
FIRST_LINE = GUIDE.count("\n") + 1


@pytest.fixture
def walked(content: Content) -> Content:
    content.write(NAME, GUIDE + PATHS)
    return content


def library(content: Content, out: Path) -> Library:
    compile_all(content.folder, out)
    return Library(decode_guide((out / "guide.en.json").read_bytes()))


def test_a_guide_need_not_have_any(content: Content, tmp_path: Path) -> None:
    assert content.faults(NAME) == []
    assert library(content, tmp_path / "out").walks == {}


def test_what_is_sound_has_no_fault_and_reaches_the_library(walked: Content, tmp_path: Path) -> None:
    assert walked.faults(NAME) == []
    assert library(walked, tmp_path / "out").walks == {
        "deciding": Walk(
            "deciding",
            "I am deciding",
            "What it is.",
            "",
            "You have seen it all.",
            (
                Step("What it is", "The swap", "page", "plasma"),
                Step("The machine", "How it looks", "page", "machine"),
                Step("How often", "All that is counted", "odds"),
                Step("Mine", "What I want", "matters"),
                Step("My questions", "What I ask", "questions"),
            ),
        )
    }


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("paths:\n" + PATHS.partition("\n")[2], "paths: five\n", 0, "PATHS"),
        ("    end: You have seen it all.\n", "", 1, "PATHS"),
        ("    line: What it is.", "    line: 3", 1, "PATHS"),
        ("    line: What it is.", "    line: What it is.\n    colour: red", 1, "PATHS"),
        ("id: deciding", "id: dancing", 1, "PATHS"),
        ("title: I am deciding", "title: I am deciding what to do now", 2, "PATHS"),
        ("      - {title: Mine, line: What I want, to: matters}\n", "", 5, "PATHS"),
        ("{title: Mine, line: What I want, to: matters}", "{title: Mine, line: What I want}", 9, "PATHS"),
        ("{title: Mine, line: What I want, to: matters}", "{title: Mine, line: What, to: plasma}", 9, "PATHS"),
        ("title: The machine", "title: The machine and all its parts", 7, "PATHS"),
        ("line: How it looks", f"line: {'look ' * 10}", 7, "PATHS"),
        ("to: machine", "to: kettle", 7, "BROKEN-LINK"),
        ("line: The swap", "line: The swap of 3 litres", 6, "NUMBER"),
        ("line: The swap", "'line': 'The #swap'", 6, "HASH"),
        ("end: You have seen it all.", f"end: You have seen {'it and ' * 12}all.", 4, "LONG-SENTENCE"),
        ("line: What it is.", f"line: {HARD}", 2, "GRADE"),
    ],
    ids=[
        "no-list", "no-end", "no-words", "unknown-key", "no-door", "long-name", "four-steps", "half-a-step", "twice",
        "long-title", "long-line", "leads-nowhere", "number", "hash", "long-sentence", "hard",
    ],
)  # fmt: skip
def test_each_fault_is_named(walked: Content, old: str, new: str, line: int, code: str) -> None:
    walked.change(NAME, old, new)
    found = walked.faults(NAME)
    assert code in {each for __, each in found}
    assert (FIRST_LINE + line, code) in found


def test_a_path_stands_there_once(walked: Content) -> None:
    walked.add(NAME, PATHS.partition("\n")[2])
    assert walked.faults(NAME) == [(FIRST_LINE + PATHS.count("\n"), "PATHS")]


def test_a_path_with_a_fault_is_left_out_and_the_pages_stay(walked: Content, tmp_path: Path) -> None:
    walked.change(NAME, "to: odds", "to: kettle")
    guide = library(walked, tmp_path / "out")
    assert guide.walks == {}
    assert guide.order == ("plasma", "machine")


def test_a_step_to_a_page_that_cannot_be_read_is_left_out(walked: Content, tmp_path: Path) -> None:
    walked.page(minute="Plasma. [@F-NOBODY]")
    steps = library(walked, tmp_path / "out").walks["deciding"].steps
    assert [step.id for step in steps] == ["machine", "odds", "matters", "questions"]
