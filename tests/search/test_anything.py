"""Whatever is typed: no error, the order that was promised, and every reason true."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.made_index import edits, index, page, targets
from tpe_guide import paths
from tpe_guide.authoring.effects import urgent_listed
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.search.lay_words import LayWords, read_lay_words
from tpe_guide.authoring.search.texts import Text, page_text, picture_texts, term_text, urgent_texts
from tpe_guide.guide.library import Library, load_compiled
from tpe_guide.guide.model import Page
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.search.fold import composed, fold, folded_phrase
from tpe_guide.search.hit import Field, Hit, Match, rank
from tpe_guide.search.index import LIMIT, SearchIndex

# Made-up guides: the order against the plainest way to find it

words = st.sampled_from(["ab", "abc", "abcd", "b", "ba", "c"])
texts = st.lists(words, max_size=3).map(" ".join)


@st.composite
def guides(draw: st.DrawFn) -> list[Page]:
    count = draw(st.integers(1, 8))
    return [
        page(draw(texts), draw(texts), draw(texts), draw(texts), draw(texts), name=f"page-{number}")
        for number in range(count)
    ]


def best_rank(made: Page, word: str) -> int | None:
    """How well *made* answers *word*, by looking at each of its words."""
    ranks = [
        rank(passage.field, Match.EXACT if found == word else Match.PREFIX)
        for passage in page_text(made).passages
        for found in passage.text.split()
        if found.startswith(word)
    ]
    return min(ranks, default=None)


@given(guides(), words)
def test_one_word_is_ranked_as_promised(pages: list[Page], word: str) -> None:
    ranks = {made.id: best_rank(made, word) for made in pages}
    answering = [made.id for made in pages if ranks[made.id] is not None]
    found = targets(index(pages).search(word))
    if answering:
        assert found == sorted(answering, key=lambda target: ranks[target] or 0)


@given(guides(), st.lists(words, min_size=2, max_size=4, unique=True))
def test_several_words_are_ranked_by_how_many_then_by_all_their_ranks(pages: list[Page], query: list[str]) -> None:
    known = [word for word in query if any(best_rank(made, word) is not None for made in pages)]
    ranks = {made.id: [rank for word in known if (rank := best_rank(made, word)) is not None] for made in pages}
    answering = [target for target, found in ranks.items() if found]
    found = targets(index(pages).search(" ".join(query)))
    if len(known) == len(query):
        assert found == sorted(answering, key=lambda target: (-len(ranks[target]), sum(ranks[target])))


# The guide itself


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide()


class Guide:
    """The guide of this repository, its search, and all that is true of it."""

    def __init__(self) -> None:
        library = Library.load("en")
        self.search = SearchIndex.load("en").search
        self.again = SearchIndex.load("en").search
        self.terms = {term.id: term for term in library.terms}
        self.lay: LayWords = read_lay_words(paths.content_dir() / "en" / "lay-words.yaml", Faults(paths.content_dir()))
        found: list[Text] = [
            *urgent_texts(urgent_listed(load_compiled("effects", "en"))),
            *(page_text(library.page(name)) for name in library.order),
            *(text for name in PICTURES for text in picture_texts(name, load_compiled(name, "en"))),
            *map(term_text, library.terms),
        ]
        self.texts: dict[tuple[str, str], list[Text]] = {}
        for text in found:
            self.texts.setdefault((text.kind, text.target), []).append(text)
        self.names = {folded_phrase(name): term.word for term in library.terms for name in (term.word, *term.also)}
        titles = [library.page_title(name) for name in library.order]
        self.phrases = [*self.lay.phrases, *titles, *(term.word for term in library.terms)]
        passages = [passage.text for text in found for passage in text.passages]
        random.Random(1).shuffle(passages)
        self.phrases += [" ".join(text.split()[:5]) for text in passages[:200]]

    def text(self, hit: Hit) -> Text:
        """The text of the hit: the one that its snippet is from."""
        several = self.texts[hit.kind, hit.target]
        plain = hit.snippet.strip("…")
        return next(text for text in several if plain in whole(text))

    def is_lay(self, phrase: str) -> bool:
        return folded_phrase(phrase) in map(folded_phrase, self.lay.phrases)


def whole(text: Text) -> str:
    """All of it, as headings go on with what stands below them."""
    return "\n".join(
        [passage.text for passage in text.passages]
        + [f"{one.text} – {other.text}" for one, other in zip(text.passages, text.passages[1:], strict=False)]
    )


def check(guide: Guide, query: str, limit: int = LIMIT) -> list[Hit]:
    hits = guide.search(query, limit)
    assert len(hits) <= limit
    assert len({(hit.kind, hit.target) for hit in hits}) == len(hits)
    assert hits == guide.again(query, limit), "an answer never depends on what was asked before"
    for hit in hits:
        check_marks(hit.snippet, hit.marks)
        check_marks(hit.title, hit.title_marks)
        check_reason(guide, hit)
    return hits


def check_marks(text: str, marks: Sequence[tuple[int, int]]) -> None:
    end = 0
    for first, last in marks:
        assert end <= first < last <= len(text)
        assert folded_phrase(text[first:last]), "a mark is on words"
        assert not fold(text)[last : last + 1].strip(), "a mark ends where a word ends"
        end = last


def check_reason(guide: Guide, hit: Hit) -> None:
    reason, text = hit.reason, guide.text(hit)
    assert str(reason)
    assert hit.title == text.passages[0].text
    match reason.match:
        case Match.EXACT | Match.PREFIX:
            check_place(hit, text)
        case Match.SYNONYM:
            assert reason.found in whole(text)
            if reason.term:
                assert guide.names[folded_phrase(reason.phrase)]
                assert any(
                    term.word == reason.term and reason.phrase in (term.word, *term.also)
                    for term in guide.terms.values()
                )
            else:
                assert guide.is_lay(reason.phrase) or folded_phrase(reason.phrase) in guide.names
        case Match.TYPO:
            assert reason.found in whole(text)
            meant = reason.phrase or reason.found
            assert any(is_close(wrote, word) for wrote in words_in(reason.wrote) for word in words_in(meant)), reason
            if reason.phrase:
                assert guide.is_lay(reason.phrase) or folded_phrase(reason.phrase) in guide.names


def words_in(phrase: str) -> list[str]:
    return folded_phrase(phrase).split()


def is_close(wrote: str, word: str) -> bool:
    """At most three slips from the word or its beginning; two more letters where it is another form of that word."""
    return min(edits(wrote, word)[1:]) <= 5 or sorted(wrote[:4]) == sorted(word[:4])


def check_place(hit: Hit, text: Text) -> None:
    """The words that were looked for stand where the reason says."""
    marked = [hit.snippet[first:last] for first, last in hit.marks]
    fields = {passage.field for passage in text.passages for word in marked if word in passage.text}
    match hit.reason.field:
        case _ if hit.reason.heading:
            headings = [passage.text for passage in text.passages if passage.field is Field.HEADING]
            assert hit.reason.heading in headings
            below = [one.text for one in text.passages if one.heading and text.passages[one.heading].text in headings]
            assert any(word in one for one in below for word in marked)
        case Field.TITLE:
            assert hit.title_marks
        case Field.GLOSSARY:
            assert hit.kind == "word"
        case Field.TEXT if hit.kind == "word":
            assert hit.marks
        case field:
            assert field in fields


def mistyped(phrase: str, seed: int) -> str:
    """*phrase* with one slip of a shaky hand: a letter missing, doubled, swapped, or a neighbour hit."""
    place = seed % len(phrase)
    letter = phrase[place]
    slips = ("", letter * 2, phrase[place + 1 : place + 2] + letter, "x")
    rest = phrase[place + 2 :] if seed % 4 == 2 else phrase[place + 1 :]
    return phrase[:place] + slips[seed % 4] + rest


@settings(max_examples=150)
@given(query=st.text(max_size=60), limit=st.integers(0, 30))
def test_anything_at_all(guide: Guide, query: str, limit: int) -> None:
    check(guide, query, limit)


@settings(max_examples=250)
@given(data=st.data())
def test_what_people_type(guide: Guide, data: st.DataObject) -> None:
    """Words of the guide and of the lay list, in any mixture, with slips, cut off at any letter."""
    parts = data.draw(st.lists(st.sampled_from(guide.phrases), min_size=1, max_size=3))
    query = data.draw(st.sampled_from([" ", "  ", "-", ", "])).join(parts)
    if data.draw(st.booleans()):
        query = mistyped(query, data.draw(st.integers(0, 500)))
    check(guide, query[: data.draw(st.integers(1, len(query) + 1))])


@pytest.mark.slow
def test_each_keystroke_of_each_lay_phrase(guide: Guide) -> None:
    phrases = list(guide.lay.phrases)
    for typed in dict.fromkeys(phrase[:end] for phrase in phrases for end in range(1, len(phrase))):
        check(guide, typed)
    for phrase in phrases:
        assert check(guide, phrase), f"“{phrase}” finds nothing"


def test_each_title_finds_its_page_first(guide: Guide) -> None:
    for (kind, target), (text, *_) in guide.texts.items():
        if kind == "page":
            assert (hit := check(guide, text.passages[0].text)[0]).target == target, hit


def test_each_term_finds_itself_by_every_name(guide: Guide) -> None:
    for term in guide.terms.values():
        for name in (term.word, *term.also):
            assert ("word", term.id) in [(hit.kind, hit.target) for hit in check(guide, name)], name


@pytest.mark.parametrize("query", ["plasma", "needle pain", "wahsing bloood", "pins and"])
def test_marks_are_on_what_was_typed(guide: Guide, query: str) -> None:
    for hit in check(guide, query):
        assert hit.marks or hit.title_marks or hit.kind == "word"


def test_case_accents_and_spaces_do_not_matter(guide: Guide) -> None:
    plain = guide.search("pins and needles")
    for query in ("PINS AND NEEDLES", "  pins  and\tneedles ", "pïns and nèedles", "pins-and-needles"):
        assert targets(guide.search(query)) == targets(plain)


def test_the_text_of_a_hit_is_composed(guide: Guide) -> None:
    for texts in guide.texts.values():
        for text in texts:
            for passage in text.passages:
                assert composed(passage.text) == passage.text
                assert not re.search(r"\s\s", passage.text)
