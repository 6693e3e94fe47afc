"""A page's Markdown becomes blocks; each run of words knows its line; what is no part of a page is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import Link, MarkedSpan
from tpe_guide.authoring.markup import Body, Markup
from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Claim,
    Heading,
    Paragraph,
    Picture,
    SourcesDiffer,
    Spans,
    Table,
)

MARKUP = Markup()


def read(text: str) -> tuple[Body, list[tuple[int, str]]]:
    """The body of a page and its faults; *text* begins at line 1."""
    faults = Faults(Path("page.md"))
    return MARKUP.body(text, 1, faults), [(fault.line, fault.code) for fault in faults]


def pinned(value: object) -> object:
    """*value* with the kind of each block and the line of each span, which their equality passes over."""
    if isinstance(value, MarkedSpan):
        return (*value, value.line)
    if isinstance(value, tuple):
        return type(value).__name__, *map(pinned, value)
    return value


def block(text: str) -> Block:
    """The only block of *text*, which stands from line 3."""
    body, faults = read(f"## Now {{.minute}}\n\n{text}")
    assert not faults
    (only,) = body.minute
    return only


def words(text: str, line: int = 3) -> Spans:
    return (MarkedSpan(text, "text", "", line),)


def test_a_paragraph_knows_the_line_of_each_of_its_words() -> None:
    assert pinned(
        block("The machine spins your [plasma](word:plasma)\nout of your **blood**. [@S3-05]\nThat is all.")
    ) == (
        pinned(
            Paragraph(
                (
                    MarkedSpan("The machine spins your ", "text", "", 3),
                    MarkedSpan("plasma", "word", "plasma", 3),
                    MarkedSpan(" ", "text", "", 3),
                    MarkedSpan("out of your ", "text", "", 4),
                    MarkedSpan("blood", "strong", "", 4),
                    MarkedSpan(".", "text", "", 4),
                    MarkedSpan("", "cite", "S3-05", 4),
                    MarkedSpan(" ", "text", "", 4),
                    MarkedSpan("That is all.", "text", "", 5),
                )
            )
        )
    )


@pytest.mark.parametrize("cited", ["[@A] [@B; @C]", "[@A; @B; @C]", "[@A, B, C]", "[@A]\n[@B] [@C]"])
def test_citations_that_stand_together_are_one(cited: str) -> None:
    assert pinned(block(f"It is so. {cited}")) == pinned(
        Paragraph((*words("It is so."), MarkedSpan("", "cite", "A B C", 3)))
    )


def test_lists() -> None:
    assert pinned(block("- one\n- two\n  lines")) == pinned(
        BulletList(
            (words("one"), (*words("two ", 4), *words("lines", 5))),
        )
    )
    assert pinned(block("1. first\n2. second")) == pinned(
        BulletList((words("first"), words("second", 4)), ordered=True)
    )


def test_a_list_with_empty_lines_between_its_items() -> None:
    assert pinned(block("- one\n\n- two")) == pinned(BulletList((words("one"), words("two", 5))))


def test_a_smaller_heading() -> None:
    assert pinned(block("### Why?")) == pinned(Heading(3, words("Why?")))


def test_a_table() -> None:
    assert pinned(block("| what | how |\n|---|---|\n| a | b |")) == pinned(
        Table((words("what"), words("how")), ((words("a", 5), words("b", 5)),))
    )


def test_a_picture() -> None:
    assert pinned(block('![A glass\nof plasma](picture:settled-blood "Straw-coloured.")')) == pinned(
        Picture("settled-blood", "A glass of plasma", "Straw-coloured.")
    )


def test_a_box() -> None:
    assert pinned(block('!!! say "What you can say"\n    “My lips tingle.”\n\n    - One more.')) == pinned(
        Callout(
            "say", "What you can say", (Paragraph(words("“My lips tingle.”", 4)), BulletList((words("One more.", 6),)))
        )
    )


DISAGREEMENT = """\
!!! sources-differ "How long?"
    | who says so | what they say | 0–4 hours |
    |---|---|---|
    | A site [@A] | 1 to 2 hours | 1–2 |
    | A leaflet [@B] | it depends | |
    | A study [@C] | about 2½ hours | 2.5 |

    Ask your unit.
"""


def test_sources_that_differ_on_an_axis() -> None:
    def who(text: str, fact: str, line: int) -> Spans:
        return (*words(text, line), MarkedSpan("", "cite", fact, line))

    assert pinned(block(DISAGREEMENT)) == pinned(
        SourcesDiffer(
            "How long?",
            (
                Claim(who("A site", "A", 6), words("1 to 2 hours", 6), 1.0, 2.0),
                Claim(who("A leaflet", "B", 7), words("it depends", 7)),
                Claim(who("A study", "C", 8), words("about 2½ hours", 8), 2.5, 2.5),
            ),
            (Paragraph(words("Ask your unit.", 10)),),
            0.0,
            4.0,
            "hours",
        )
    )


def test_sources_that_differ_without_an_axis() -> None:
    differ = block(
        '!!! sources-differ "How long?"\n    | who | says |\n    |---|---|\n    | A | 1 |\n    | B | 2 |\n\n    Ask.'
    )
    assert isinstance(differ, SourcesDiffer)
    assert (differ.axis_low, differ.axis_high, differ.axis_unit) == (None, None, "")
    assert [(claim.low, claim.high) for claim in differ.claims] == [(None, None), (None, None)]


def test_a_page_has_a_head_and_two_depths() -> None:
    body, faults = read(
        '!!! in-short "In short"\n    - One. [@A]\n    - Two.\n\n'
        "## In one minute {.minute}\n\nA minute.\n\n## In full {.full}\n\n### More\n\nAll of it."
    )
    assert not faults
    assert pinned(body.in_short) == pinned(((*words("One.", 2), MarkedSpan("", "cite", "A", 2)), words("Two.", 3)))
    assert pinned(body.minute) == pinned((Paragraph(words("A minute.", 7)),))
    assert pinned(body.full) == pinned((Heading(3, words("More", 11)), Paragraph(words("All of it.", 13))))


def test_links_are_kept_with_their_lines() -> None:
    body, faults = read(
        "## Now {.minute}\n\nSee [plasma](word:plasma)\nand [more](page:the-machine).\n\n![A glass](picture:glass)"
    )
    assert not faults
    assert body.links == [Link("word", "plasma", 3), Link("page", "the-machine", 4), Link("picture", "glass", 6)]


def test_characters_that_mean_something_to_markdown_can_be_written() -> None:
    assert pinned(block(r"2 \* 3, 1 < 2 & 3 > 2, p < 5%, [sic]")) == pinned(
        Paragraph(words("2 * 3, 1 < 2 & 3 > 2, p < 5%, [sic]"))
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Too large", 5),
        ("#### Too small", 5),
        ("## Now {.later}", 5),
        ("## Now{.minute}", 5),
        ("### More { .later }", 5),
        ("*slanted*", 5),
        ("`code`", 5),
        ("    indented", 5),
        ("> quoted", 5),
        ("---", 5),
        ("- one\n    - inside", 5),
        ("- one\n\n    more of one", 5),
        ("Bring this:\n- one", 5),
        ("Look:\n| a | b |\n|---|---|\n| 1 | 2 |", 5),
        ("Then:\n2. two", 5),
        ("Look:\n| a | b |", 5),
        ("| a | b |", 5),
        ("Words\n---", 6),
        ("Words\n===", 6),
        ("Words `", 5),
        ("Words\\\nand\n*slanted*", 7),
        ("Cited [@A;\n@B] and\n*slanted*", 7),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", 7),
        ("| a | b |\n|---|---|\n| 1 |", 7),
        ("Words ![A glass](picture:glass)", 5),
        ("Words\n![A glass](picture:glass)", 6),
        ('!!! shout "Hey"\n    Words.', 5),
        ('!!! note "Good"\n    | a | b |\n    |---|---|\n    | 1 | 2 |', 8),
        ("!!! sources-differ\n    | who | says |\n    |---|---|\n    | A | 1 |\n    | B | 2 |\n\n    Ask.", 5),
        ('!!! sources-differ "Q?"\n    Just words.', 5),
        ('!!! sources-differ "Q?"\n    | who | says |\n    |---|---|\n    | A | 1 |\n\n    Ask.', 8),
        ('!!! sources-differ "Q?"\n    | who | says |\n    |---|---|\n    | A | 1 |\n    | B | 2 |', 5),
        (DISAGREEMENT.replace("0–4 hours", "hours"), 6),
        (DISAGREEMENT.replace("| 2.5 |", "| 5 |"), 10),
        (DISAGREEMENT.replace("| 1–2 |", "| some |"), 8),
        ("A [link](word:x and **not closed.", 5),
        ("Cited [@A without end.", 5),
        ('!!! in-short "In short"\n    - Late.', 5),
    ],
)
def test_what_is_no_part_of_a_page_is_named_by_its_line(text: str, line: int) -> None:
    faults = read(f"## Now {{.minute}}\n\nA sound paragraph.\n\n{text}")[1]
    assert {code for __, code in faults} <= {"MARKUP", "EMPTY"}
    assert line in {at for at, code in faults if code == "MARKUP"}


@pytest.mark.parametrize("text", ["- Ask.", "1. Ask.", "Ask.\n\nTell.", "## Ask", '!!! note "Ask"', "---"])
def test_a_line_of_the_front_matter_is_one_run_of_words(text: str) -> None:
    faults = Faults(Path("page.md"))
    assert MARKUP.line(text, 7, faults, []) == ()
    assert [(fault.line, fault.code) for fault in faults] == [(7, "MARKUP")]


def test_a_line_of_the_front_matter_knows_its_line_and_its_links() -> None:
    faults = Faults(Path("page.md"))
    links: list[Link] = []
    spans = MARKUP.line("Ask about\n[plasma](word:plasma).", 7, faults, links)
    assert [(span.text, span.line) for span in spans if isinstance(span, MarkedSpan)] == [
        ("Ask about ", 7),
        ("plasma", 8),
        (".", 8),
    ]
    assert links == [Link("word", "plasma", 8)]
    assert not list(faults)


def test_nothing_stands_before_the_first_depth() -> None:
    assert read("Hello.\n\n## Now {.minute}\n\nA minute.")[1] == [(1, "MARKUP")]


@pytest.mark.parametrize(
    "text", ["###", '!!! note "Good"', '!!! note "Good"\nNot inside.', "[](word:plasma)", "- [@A]", "[@A]"]
)
def test_what_is_empty_is_named(text: str) -> None:
    assert (3, "EMPTY") in read(f"## Now {{.minute}}\n\n{text}")[1]


PIECES = st.sampled_from(
    [
        "# ",
        "## A {.minute}",
        "### ",
        "- ",
        "1. ",
        "| a | b |",
        "|---|---|",
        "| 1 | 2 |",
        "!!! note",
        '!!! say "x"',
        "!!! sources-differ ",
        '!!! in-short "In short"',
        "    ",
        "\n",
        "\n\n",
        "**",
        "*",
        "[@A]",
        "[@",
        "]",
        "[x](word:y)",
        "![a](picture:b)",
        "](",
        "`",
        "words",
        "\\",
        "> ",
        "---",
        "<b>",
        "{.x}",
        "0–4 hours",
        "\ue000",
        "\x02",
    ]
)


@pytest.mark.parametrize("piece", ["[", "![", "[a](", "[@", "{{slot:", "**a ", "[@A]", "[x](word:y) ", "> ", "\\"])
def test_a_page_full_of_one_mark_is_read_to_its_end(piece: str) -> None:
    faults = read(f"## Now {{.minute}}\n\n{piece * (32_000 // len(piece))}\n\n*slanted*")[1]
    assert (5, "MARKUP") in faults


def test_what_stands_inside_one_another_without_end_is_named() -> None:
    boxes = "".join(f"{'    ' * depth}!!! note\n" for depth in range(70))
    assert "MARKUP" in {code for __, code in read(f"## Now {{.minute}}\n\n{boxes}")[1]}


@given(st.lists(PIECES, max_size=30))
def test_whatever_an_author_writes_is_read_or_named_within_the_page(pieces: list[str]) -> None:
    text = "".join(pieces)
    faults = read(text)[1]
    assert all(1 <= line <= text.count("\n") + 1 for line, __ in faults)
