"""The guide as the program reads it: one compiled file a language, a page made into blocks when opened."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tpe_guide import paths
from tpe_guide.errors import CannotRunHere, NoSuchPage
from tpe_guide.guide.codec import FORMAT, decode_guide, decode_page
from tpe_guide.guide.model import Chapter, Page, Part, Step, Term, Walk, in_alphabetical_order
from tpe_guide.guide.slots import filled, slots_of
from tpe_guide.i18n import SOURCE_LANGUAGE, _
from tpe_guide.settings import DEPTHS

if TYPE_CHECKING:
    from tpe_guide.guide.depth import Depth


class Library:
    """The guide in one language: chapters in reading order, pages, glossary."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.title: str = data["title"]
        self.language: str = data["language"]
        self.language_name: str = data.get("language_name") or self.language
        """As its own readers write it: ``Deutsch``."""
        self.version: str = data["version"]
        """Eight hex digits that name the text and the evidence it was made from."""
        self.chapters: tuple[Chapter, ...] = tuple(
            Chapter(chapter_id, title, tuple(pages)) for chapter_id, title, pages in data["chapters"]
        )
        self._parts: list[tuple[str, str, list[str]]] = data.get("parts", [])
        self._below: list[str] = data.get("below", [])
        self.checks: frozenset[str] = frozenset(data.get("checks", ()))
        """The chapters that end with a question to check oneself."""
        self.walks: dict[str, Walk] = {
            walk_id: Walk(walk_id, title, line, note, end, tuple(Step(*step) for step in steps))
            for walk_id, title, line, note, end, steps in data.get("walks", ())
        }
        """The paths through the guide, by id."""
        self.order: tuple[str, ...] = tuple(page for chapter in self.chapters for page in chapter.pages)
        """All page ids in reading order."""
        self._place = {page: index for index, page in enumerate(self.order)}
        self._page_data: dict[str, dict[str, Any]] = data["pages"]
        self._term_data: dict[str, list[str]] = data["terms"]
        self._pages: dict[str, Page] = {}
        self.slots = slots_of(data.get("slots", {}))
        """What a unit may fill in, by id, in the order of a form."""
        self._own_words: Callable[[], Mapping[str, str]] = dict

    @classmethod
    def load(cls, language: str = SOURCE_LANGUAGE) -> Library:
        """The guide in *language*, or in English where it has not been translated. Raises CannotRunHere."""
        return cls(load_compiled("guide", language, decode_guide))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The questions that the chapters stand under; empty where the guide names none."""
        there = {chapter.id for chapter in self.chapters}
        parts = (
            Part(question, icon, tuple(name for name in names if name in there))
            for question, icon, names in self._parts
        )
        return tuple(part for part in parts if part.chapters)

    @property
    def below(self) -> tuple[str, ...]:
        """The chapters that stand below all questions: what is about the guide itself."""
        there = {chapter.id for chapter in self.chapters}
        return tuple(name for name in self._below if name in there)

    def page(self, page_id: str) -> Page:
        """The page; the same object each time. Raises NoSuchPage."""
        page = self._pages.get(page_id)
        if page is None:
            data = self._data(page_id)
            page = decode_page(page_id, data)
            if data.get("slots"):
                page = filled(page, self.slots, self._own_words())
            self._pages[page_id] = page
        return page

    def as_written(self, page_id: str) -> Page:
        """The page with the neutral words in its slots, whoever fills them in. Raises NoSuchPage."""
        return decode_page(page_id, self._data(page_id))

    def fill_slots(self, own_words: Callable[[], Mapping[str, str]]) -> None:
        """Show a unit's *own_words* by slot from now on; asked for once a page with slots is opened."""
        self._own_words = own_words
        self._pages.clear()

    def own_words(self, slot: str) -> str:
        """What the unit says in *slot*; empty if nothing."""
        return self._own_words().get(slot, "")

    def page_title(self, page_id: str) -> str:
        """The title, without opening the page. Raises NoSuchPage."""
        title: str = self._data(page_id)["title"]
        return title

    def words(self, page_id: str, depth: Depth) -> int:
        """How many words the page has at *depth*, without opening it. Raises NoSuchPage."""
        words: list[int] = self._data(page_id)["words"]
        return words[DEPTHS.index(depth)]

    def words_to_chapter_end(self, page_id: str, depth: Depth) -> int:
        """The words of the page and of those after it in its chapter. Raises NoSuchPage."""
        pages = self.chapter_of(page_id).pages
        return sum(self.words(page, depth) for page in pages[pages.index(page_id) :])

    def neighbours(self, page_id: str) -> tuple[str | None, str | None]:
        """The pages before and after, across chapters; None at either end. Raises NoSuchPage."""
        index = self._index(page_id)
        before = self.order[index - 1] if index else None
        after = self.order[index + 1] if index + 1 < len(self.order) else None
        return before, after

    def chapter_of(self, page_id: str) -> Chapter:
        """The chapter in which the page stands. Raises NoSuchPage."""
        return self.chapters[self.position(page_id)[0] - 1]

    def position(self, page_id: str) -> tuple[int, int, int]:
        """Chapter number, page number in it (both from 1), and how many pages it has. Raises NoSuchPage."""
        self._index(page_id)
        for number, chapter in enumerate(self.chapters, start=1):
            if page_id in chapter.pages:
                return number, chapter.pages.index(page_id) + 1, len(chapter.pages)
        raise NoSuchPage(page_id)

    def term(self, term_id: str) -> Term:
        """The glossary term that a ``word`` span points at. Raises KeyError."""
        word, meaning, *also = self._term_data[term_id]
        return Term(term_id, word, meaning, tuple(also))

    @property
    def terms(self) -> tuple[Term, ...]:
        """The glossary, in alphabetical order."""
        return in_alphabetical_order(map(self.term, self._term_data))

    def _data(self, page_id: str) -> dict[str, Any]:
        self._index(page_id)
        return self._page_data[page_id]

    def _index(self, page_id: str) -> int:
        index = self._place.get(page_id)
        if index is None:
            raise NoSuchPage(page_id)
        return index


def languages() -> list[str]:
    """The codes of the languages that the guide exists in."""
    return sorted(path.name.split(".")[1] for path in paths.compiled_dir().glob("guide.*.json"))


def load_compiled(name: str, language: str, decode: Callable[[bytes], dict[str, Any]] = json.loads) -> dict[str, Any]:
    """The compiled file *name* in *language*, or in English where there is none. Raises CannotRunHere."""
    folder = paths.compiled_dir()
    path = folder / f"{name}.{language}.json"
    if not path.is_file():
        path = folder / f"{name}.{SOURCE_LANGUAGE}.json"
    try:
        data = decode(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CannotRunHere(_("The guide cannot be read from {path}. Install again.").format(path=path)) from error
    if data.get("format") != FORMAT:
        raise CannotRunHere(_("{path} belongs to another version. Install again.").format(path=path))
    return data
