from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from tests.diary.strategies import diaries
from tests.summary.stories import entry, everything, five_sessions, of, report
from tpe_guide.diary.model import Course, Diary, EffectReport, Matters, Question, Readiness, Value
from tpe_guide.summary.web import to_html

VOID = {"meta", "br"}
NASTY = "<script>alert(1)</script> & \"x\" 'y' </blockquote> <img src=x onerror=y> סוד"


class Page(HTMLParser):
    """The page as a reader of it sees it: tags, attributes, words; complains about bad nesting."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag in ("td", "th"):
            self.words += " "

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words += data


def test_the_page_is_well_formed_titled_and_in_a_language() -> None:
    html = to_html(report(five_sessions()))
    page = Page(html)
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert page.tags.count("h1") == 1
    assert page.tags.count("h2") == 7
    assert page.tags.count("main") == page.tags.count("footer") == page.tags.count("title") == 1
    assert ("scope", "col") in page.attributes
    assert ("scope", "row") in page.attributes


def test_no_header_of_a_table_is_empty() -> None:
    for story in (five_sessions(), everything(), Diary(Course("c1"))):
        html = to_html(report(story))
        assert "<th" not in html or not re.search(r"<th[^>]*>\s*</th>", html)
    assert '<th scope="col">Function</th>' in to_html(report(five_sessions()))


def test_printed_it_has_lines_for_the_name_and_the_number_of_the_diary() -> None:
    page = Page(to_html(report(five_sessions())))
    assert ("class", "label") in page.attributes
    for said in ("Name", "Born", "Hospital no.", "Diary c1"):
        assert said in page.words


def test_it_says_what_the_printed_page_says() -> None:
    words = " ".join(Page(to_html(report(five_sessions()))).words.split())
    for said in (
        "Warning signs pressed: 1",
        "Not asked in any session: short of breath",
        "“I can read the clock on the wall again.”",
        "Will I need all seven sessions?",
        "The patient’s own report. Not a clinical record. Not reviewed.",
    ):
        assert said in words


def test_a_level_is_said_in_words_as_well_as_drawn() -> None:
    story = of(entry(1, EffectReport("chest-pain", 3)), entry(2, EffectReport("cold", 1)), sessions=2)
    page = Page(to_html(report(story)))
    words = " ".join(page.words.split())
    assert "Feeling cold 1 Mild – Not asked" in words
    assert "Chest pain –not asked YES" in words


@pytest.mark.parametrize("story", [Diary(Course("c1")), five_sessions()])
def test_nothing_is_run_or_fetched(story: Diary) -> None:
    html = to_html(report(story))
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert not [name for name, __ in page.attributes if name.startswith("on") or name in ("src", "href")]
    assert "url(" not in html
    assert "@import" not in html


def test_own_words_are_escaped() -> None:
    story = of(
        entry(1, EffectReport("other", 1, words=NASTY), note=NASTY),
        questions=(Question(NASTY),),
        matters=Matters((Value(NASTY),), (Readiness(NASTY, yes=True),)),
        extra={"<script>": 1},
    )
    page = Page(to_html(report(story)))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert page.words.count(NASTY) == 5


@settings(max_examples=40, deadline=None)
@given(diaries())
def test_any_diary_the_format_holds_is_well_formed(diary: Diary) -> None:
    Page(to_html(report(diary)))
