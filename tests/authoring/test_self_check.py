"""*Check yourself*, as its authors write it: one thing made wrong, one fault at its line."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import Content

FILE = "en/check-yourself.yaml"
QUESTIONS = """\
basics:
  question: What is plasma?
  page: plasma
  answers:
    - answer: A part of my blood
      fits: true
      feedback: Yes. It is the liquid part.
      facts: [F-1]
    - answer: A machine
      fits: false
      feedback: The machine takes it out in 2 hours.
      facts: [F-2]
    - answer: A drink
      fits: false
      feedback: It is in your blood.
      facts: [F-1]
"""


@pytest.fixture
def with_questions(content: Content) -> Content:
    content.write(FILE, QUESTIONS)
    return content


def test_sound_questions(with_questions: Content) -> None:
    assert with_questions.faults(FILE) == []


LONG = "It is in your blood and in my blood and in all the blood that there is in the world of today and of then."


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  page: plasma\n", "", (1, "CHECK-YOURSELF")),
        ("  page: plasma\n", "  page: plasma\n  hint: no\n", (1, "CHECK-YOURSELF")),
        ("question: What is plasma?", "question: ''", (1, "CHECK-YOURSELF")),
        ("page: plasma", "page: nowhere", (3, "BROKEN-LINK")),
        ("      fits: true", "      fits: false", (4, "CHECK-YOURSELF")),
        ("A machine\n      fits: false", "A machine\n      fits: true", (4, "CHECK-YOURSELF")),
        ("A machine\n      fits: false", "A machine\n      fits: maybe", (9, "CHECK-YOURSELF")),
        ("answer: A drink", "answer: 3", (13, "CHECK-YOURSELF")),
        ("- answer: A drink", "- reply: A drink", (13, "CHECK-YOURSELF")),
        (QUESTIONS[QUESTIONS.index("    - answer: A drink") :], "", (4, "CHECK-YOURSELF")),
        ("in 2 hours.\n      facts: [F-2]", "of you.\n      facts: []", (12, "NO-FACT")),
        ("facts: [F-2]", "facts: F-2", (9, "CHECK-YOURSELF")),
        ("facts: [F-2]", "facts: [F-2, F-99]", (12, "UNKNOWN-FACT")),
        ("facts: [F-2]", "facts: [F-2, F-MEMORY]", (12, "MEMORY-FACT")),
        ("facts: [F-2]", "facts: [F-2, F-WRONG]", (9, "REFUTED-FACT")),
        ("in 2 hours", "in 3 hours", (11, "NUMBER")),
        ("What is plasma?", "What are 7 plasmas?", (2, "NUMBER")),
        ("It is in your blood.", LONG, (15, "LONG-SENTENCE")),
        ("basics:", "elsewhere:", (1, "CHECK-YOURSELF")),
        (QUESTIONS, "- basics\n", (1, "YAML")),
    ],
)
def test_a_question_that_is_not_sound(with_questions: Content, old: str, new: str, fault: tuple[int, str]) -> None:
    with_questions.change(FILE, old, new)
    assert set(with_questions.faults(FILE)) == {fault}


def test_hard_words(with_questions: Content) -> None:
    hard = "Immunological abnormalities necessitate individualised rehabilitation opportunities immediately"
    with_questions.change(FILE, "It is in your blood.", ". ".join([hard] * 4))
    assert with_questions.faults(FILE) == [(1, "GRADE")]


def test_a_chapter_without_a_question(with_questions: Content) -> None:
    chapter = "  - id: more\n    title: More\n    pages:\n      - machine\n"
    with_questions.change("en/guide.yaml", "      - machine\n", chapter)
    (with_questions.folder / "en/more").mkdir()
    (with_questions.folder / "en/basics/machine.md").rename(with_questions.folder / "en/more/machine.md")
    assert with_questions.faults(FILE) == [(1, "CHECK-YOURSELF")]


def test_a_language_may_have_no_questions_yet(content: Content) -> None:
    assert content.faults() == []
