"""A hard word opens its meaning where it first stands on a page."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import GLOSSARY, IN_SHORT, Content
from tpe_guide.authoring.term_order import Terms
from tpe_guide.guide.model import Term

DRIP = "drip: {word: Drip, meaning: A tube., also: [infusion, saline drip]}\n"
UNMARKED = IN_SHORT.replace("[Plasma](word:plasma)", "Plasma")


@pytest.fixture
def with_drip(content: Content) -> Content:
    content.write("en/glossary.yaml", GLOSSARY + DRIP)
    return content


# On a page


def test_a_word_that_is_not_marked(with_drip: Content) -> None:
    with_drip.page(minute="You get\na drip. [@F-1]")
    assert with_drip.faults() == [(18, "TERM-ORDER")]


def test_a_word_that_is_marked(with_drip: Content) -> None:
    with_drip.page(minute="You get a [drip](word:drip). [@F-1] The drip hangs. [@F-1]")
    assert with_drip.faults() == []


def test_a_mark_that_comes_too_late(with_drip: Content) -> None:
    with_drip.page(minute="You get a drip. [@F-1] The [drip](word:drip) hangs. [@F-1]")
    assert with_drip.faults() == [(17, "TERM-ORDER")]


def test_a_word_is_named_once_a_page(with_drip: Content) -> None:
    with_drip.page(minute="You get a drip. [@F-1]", full="The drip hangs. [@F-1]")
    assert with_drip.faults() == [(17, "TERM-ORDER")]


def test_in_short_comes_first(content: Content) -> None:
    content.page(in_short=UNMARKED, minute="[Plasma](word:plasma) is part of your blood. [@F-1]")
    assert content.faults() == [(11, "TERM-ORDER")]


@pytest.mark.parametrize("spelling", ["Infusion", "SALINE DRIP", "drip"])
def test_every_spelling_counts(with_drip: Content, spelling: str) -> None:
    with_drip.page(minute=f"{spelling} is next. [@F-1]")
    assert with_drip.faults() == [(17, "TERM-ORDER")]


def test_a_mark_in_other_words_explains_it(with_drip: Content) -> None:
    with_drip.page(minute="You get a [thin tube](word:drip). [@F-1] The drip hangs. [@F-1]")
    assert with_drip.faults() == []


def test_a_word_inside_a_link_to_a_page_is_explained_there(with_drip: Content) -> None:
    with_drip.page(minute="Read about [the drip](page:machine).")
    assert with_drip.faults() == []


def test_parts_of_other_words_are_no_use_of_it(with_drip: Content) -> None:
    with_drip.page(minute="It drips in a drip-dry way. [@F-1]")
    assert with_drip.faults() == []


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("- a drip [@F-1]", 17),
        ("| a drip | is |\n|---|---|\n| good [@F-1] | so |", 17),
        ('Plasma. [@F-1]\n\n!!! note "Good to know"\n    A drip hangs. [@F-1]', 20),
        (
            '!!! sources-differ "How?"\n    | who | what |\n    |---|---|\n    | A [@F-1] | a drip |\n'
            "    | B [@F-1] | no |\n\n    Ask.",
            20,
        ),
    ],
)
def test_lists_tables_and_boxes_are_read_too(with_drip: Content, part: str, line: int) -> None:
    with_drip.page(minute=part)
    assert with_drip.faults() == [(line, "TERM-ORDER")]


def test_the_thing_to_do_is_read_last(with_drip: Content) -> None:
    with_drip.page(do="Ask about the drip.")
    assert with_drip.faults() == [(7, "TERM-ORDER")]
    with_drip.page(do="Ask about the drip.", minute="You get a [drip](word:drip). [@F-1]")
    assert with_drip.faults() == []


def test_headings_titles_and_words_to_say_need_no_mark(with_drip: Content) -> None:
    with_drip.page(
        title="The drip",
        question="What is in the drip?",
        minute='### The drip\n\nIt hangs. [@F-1]\n\n!!! say "About the drip"\n    “My drip hurts.”',
    )
    assert with_drip.faults() == []


# What the glossary says of its words


def test_an_everyday_spelling_needs_no_mark(content: Content) -> None:
    everyday = "  everyday: {words: [infusion], reason: Everyone says it.}\n"
    content.write(
        "en/glossary.yaml", GLOSSARY + "drip:\n  word: Drip\n  meaning: A tube.\n  also: [infusion]\n" + everyday
    )
    content.page(minute="You get an infusion. [@F-1]")
    assert content.faults() == []
    content.page(minute="You get an infusion. [@F-1] It is a drip. [@F-1]")
    assert content.faults() == [(17, "TERM-ORDER")]


def test_the_page_about_a_word_explains_it(content: Content) -> None:
    content.page(in_short=UNMARKED)
    content.write("en/glossary.yaml", GLOSSARY + "  explained_on: plasma\n")
    assert content.faults() == []


def test_the_page_about_a_word_is_one_page(content: Content) -> None:
    content.page(in_short=UNMARKED)
    content.write("en/glossary.yaml", GLOSSARY + "  explained_on: machine\n")
    assert content.faults() == [(11, "TERM-ORDER")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("everyday: [plasma]", "GLOSSARY"),
        ("everyday: {words: [plasma]}", "GLOSSARY"),
        ("everyday: {words: [], reason: None of them.}", "GLOSSARY"),
        ("everyday: {words: [blood], reason: Everyone says it.}", "GLOSSARY"),
        ("everyday: {words: plasma, reason: Everyone says it.}", "GLOSSARY"),
        ("explained_on: nowhere", "BROKEN-LINK"),
    ],
)
def test_a_note_that_is_unclear(content: Content, line: str, code: str) -> None:
    content.write("en/glossary.yaml", GLOSSARY + f"  {line}\n")
    assert content.faults("en/glossary.yaml") == [(5, code)]


def test_two_words_that_explain_each_other(content: Content) -> None:
    content.write(
        "en/glossary.yaml",
        GLOSSARY.replace("The liquid part of blood", "What a drip brings")
        + "drip:\n  word: Drip\n  meaning: A tube for plasma.\n",
    )
    assert content.faults("en/glossary.yaml") == [(7, "GLOSSARY")]


def test_a_word_may_lean_on_another(with_drip: Content) -> None:
    with_drip.change("en/glossary.yaml", "A tube.", "A tube for plasma.")
    assert with_drip.faults() == []


# Finding


def terms(*words: str) -> Terms:
    return Terms({word: Term(word, word, "") for word in words})


def found(finder: Terms, text: str) -> list[tuple[str, str]]:
    return [(use.term, text[use.begin : use.end]) for use in finder.uses(text)]


def test_the_longest_name_wins() -> None:
    finder = terms("plasma", "donor plasma", "plasma exchange")
    assert found(finder, "Donor  plasma for a plasma exchange of plasma") == [
        ("donor plasma", "Donor  plasma"),
        ("plasma exchange", "plasma exchange"),
        ("plasma", "plasma"),
    ]


def test_apostrophes_are_alike() -> None:
    assert found(terms("Devic’s disease"), "devic's disease") == [("Devic’s disease", "devic's disease")]


def test_a_glossary_without_words_finds_none() -> None:
    assert found(terms(), "plasma") == []
