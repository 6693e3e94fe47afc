"""The questions under which the chapters stand, as their authors write them: one thing made wrong, one fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring.compile import compile_all
from tpe_guide.guide.codec import decode_guide
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Part

FILE = "en/guide.yaml"
QUESTIONS = """\
questions:
  - question: What is it?
    icon: droplets
    chapters: [basics]
  - question: Should I?
    icon: scale
    chapters:
      - more
below: [about]
"""
CHAPTERS = """\
title: A small guide
chapters:
  - {id: basics, title: Basics, pages: [plasma]}
  - {id: more, title: More, pages: [machine]}
  - {id: about, title: About, pages: []}
"""
HARD = "Immunological abnormality necessitates?"


@pytest.fixture
def parted(content: Content) -> Content:
    content.write(FILE, QUESTIONS + CHAPTERS)
    machine = content.folder / "en" / "basics" / "machine.md"
    content.write("en/more/machine.md", machine.read_bytes())
    machine.unlink()
    return content


def library(content: Content, out: Path) -> Library:
    compile_all(content.folder, out)
    return Library(decode_guide((out / "guide.en.json").read_bytes()))


def test_each_chapter_stands_in_one_place(parted: Content, tmp_path: Path) -> None:
    assert parted.faults(FILE) == []
    guide = library(parted, tmp_path)
    assert guide.parts == (Part("What is it?", "droplets", ("basics",)), Part("Should I?", "scale", ("more",)))
    assert guide.below == (), "a chapter without a page is no chapter"


def test_a_guide_need_not_name_any(content: Content, tmp_path: Path) -> None:
    assert content.faults() == []
    guide = library(content, tmp_path)
    assert (guide.parts, guide.below) == ((), ())


def test_a_guide_compiled_before_there_were_any_is_read(content: Content, tmp_path: Path) -> None:
    compile_all(content.folder, tmp_path)
    data = decode_guide((tmp_path / "guide.en.json").read_bytes())
    for key in ("parts", "below"):
        del data[key]
    assert Library(data).parts == ()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("    icon: scale\n", "", (5, "CHAPTERS")),
        ("    icon: scale\n", "    icon: scale\n    hint: no\n", (5, "CHAPTERS")),
        ("icon: scale", "icon: unicorn", (6, "CHAPTERS")),
        ("question: Should I?", "question: ''", (5, "CHAPTERS")),
        ("question: Should I?", "question: Should I, and if so, when, and with whom?", (5, "CHAPTERS")),
        ("question: Should I?", "question: Should I 7 times?", (5, "NUMBER")),
        ("question: Should I?", f"question: {HARD}", (1, "GRADE")),
        ("[basics]", "basics", (2, "CHAPTERS")),
        ("[basics]", "[]", (2, "CHAPTERS")),
        ("[basics]", "[basics, nowhere]", (4, "CHAPTERS")),
        ("[basics]", "[basics, more]", (8, "CHAPTERS")),
        ("below: [about]", "below: [about, basics]", (9, "CHAPTERS")),
        ("below: [about]", "below: about", (9, "CHAPTERS")),
        ("below: [about]\n", "", (1, "CHAPTERS")),
        (QUESTIONS, "questions: []\n", (1, "CHAPTERS")),
    ],
)
def test_what_is_not_sound(parted: Content, old: str, new: str, fault: tuple[int, str]) -> None:
    parted.change(FILE, old, new)
    assert fault in parted.faults(FILE)
    assert {code for __, code in parted.faults(FILE)} == {fault[1]}


def test_where_something_is_wrong_no_chapter_is_lost(parted: Content, tmp_path: Path) -> None:
    parted.change(FILE, "      - more\n", "      - nowhere\n")
    guide = library(parted, tmp_path)
    assert (guide.parts, [chapter.id for chapter in guide.chapters]) == ((), ["basics", "more"])


def test_a_chapter_that_cannot_be_read_is_missing_below_its_question(parted: Content, tmp_path: Path) -> None:
    parted.change("en/more/machine.md", "title: The machine\n", "")
    guide = library(parted, tmp_path)
    assert [part.question for part in guide.parts] == ["What is it?"]


def test_what_the_preview_reads_is_plain_json(parted: Content, tmp_path: Path) -> None:
    library(parted, tmp_path)
    head = (tmp_path / "guide.en.json").read_bytes().partition(b",\n")[0] + b"}"
    assert json.loads(head)["parts"][0] == ["What is it?", "droplets", ["basics"]]
