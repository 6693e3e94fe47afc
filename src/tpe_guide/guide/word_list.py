"""The glossary as a place to look things up: its letters, other names, and where to read about each word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import normalize

from tpe_guide.guide.depth import spans_in
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Term


def as_heading(word: str) -> str:
    """*word* with a capital letter, the others as they are: “IVIG”, “Central line”."""
    return word[:1].upper() + word[1:]


def letter(word: str) -> str:
    """The letter under which *word* is found, without its accents."""
    return normalize("NFD", word.casefold())[:1].upper()


def other_names(term: Term) -> tuple[str, ...]:
    """What else it is called: not merely another form of the word itself, such as its plural."""
    stem = term.word.casefold()
    return tuple(name for name in term.also if not name.casefold().startswith(stem))


def pages_about(library: Library) -> dict[str, tuple[str, ...]]:
    """For each term the ids of the pages to read about it, the best first; none where no page says the word.

    Those that have it in their title, then those that link to it; where there is neither, those that merely say it.
    """
    linked: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for page_id in library.order:
        spans = [*spans_in(tuple(library.page(page_id)))]
        texts[page_id] = _searchable(" ".join(span.text for span in spans))
        for term_id in dict.fromkeys(span.target for span in spans if span.kind == "word"):
            linked.setdefault(term_id, []).append(page_id)
    # The shorter a title, the more of it is about its word: “What is plasma?” before “Who may plasma exchange help?”.
    by_length = sorted(library.order, key=lambda page_id: len(library.page_title(page_id)))
    titles = {page_id: _searchable(library.page_title(page_id)) for page_id in by_length}
    found = {}
    for term in library.terms:
        # Short forms are left out: “IV” also begins “IVIG”.
        names = [f" {name.casefold()}" for name in (term.word, *term.also) if len(name) > 3 or name == term.word]
        found[term.id] = tuple(
            dict.fromkeys((*_saying(names, titles), *linked.get(term.id, ()))) or _saying(names, texts)
        )
    return found


def _searchable(text: str) -> str:
    """Each word of *text* with a space before it and none of its marks."""
    return f" {text.casefold()}".replace("(", "").replace("“", "")


def _saying(names: Iterable[str], texts: Mapping[str, str]) -> list[str]:
    return [page_id for page_id, text in texts.items() if any(name in text for name in names)]
