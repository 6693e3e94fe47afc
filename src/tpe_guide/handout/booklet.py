"""The guide, or some of its pages, as a booklet to take home: all that stands in it, before it is set on paper or
becomes an EPUB. The words are those of the screen; what only a screen can do is said in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple
from unicodedata import bidirectional

from tpe_guide import __version__
from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.guide.depth import Depth, blocks_at, with_spans
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Chapter,
    Heading,
    Page,
    Paragraph,
    Picture,
    Source,
    SourcesDiffer,
    Span,
    Spans,
    Table,
)
from tpe_guide.guide.slots import filled
from tpe_guide.guide.word_list import as_heading, other_names
from tpe_guide.handout.chosen import chosen_pages
from tpe_guide.handout.urgent import Urgent, urgent_help
from tpe_guide.i18n import _, _n
from tpe_guide.summary.phrases import full_day
from tpe_guide.vocabulary.terms import USUAL_ACCESS

BoxKind = Literal["short", "differ", "say", "note", "warning", "do"]
ABOUT = "what-this-is-not"
"""The page that is in every booklet."""
_SUBHEADING, _UNDER_MORE = 3, 4
"""Levels: a chapter has 1, a page of the guide 2."""


class Box(NamedTuple):
    """Something set apart from the text. *label* says in words what it is; empty where its title does."""

    kind: BoxKind
    label: str
    title: str
    blocks: tuple[Heading | Paragraph | BulletList | Table, ...]
    level: int


Part = Heading | Paragraph | BulletList | Table | Picture | Box
"""What a page of the booklet is made of. Of its spans, ``page`` and ``word`` lead to what is in the booklet, and
``cite`` has the numbers of its list of sources; ``slot`` are the unit's own words, and there is no other kind."""


class Section(NamedTuple):
    """One page of the guide."""

    id: str
    title: str
    parts: tuple[Part, ...]
    foot: str
    """Who looked at it, and when it is looked at again."""


class BookletChapter(NamedTuple):
    """A chapter with those of its pages that are in the booklet."""

    id: str
    title: str
    sections: tuple[Section, ...]


class Word(NamedTuple):
    """A word that is explained; *pages*: the ids of those that name it."""

    id: str
    word: str
    meaning: str
    also: str
    pages: tuple[str, ...]


class Reference(NamedTuple):
    """One source; *pages*: the ids of those that rest on it."""

    number: int
    text: str
    pages: tuple[str, ...]


class Booklet(NamedTuple):
    """All of it, in order."""

    language: str
    from_the_right: bool
    """It is written so, as the name of its language is."""
    title: str
    subtitle: str
    whole: bool
    """It has every page of the guide."""
    urgent: Urgent
    chapters: tuple[BookletChapter, ...]
    words: tuple[Word, ...]
    sources: tuple[Reference, ...]
    about: tuple[str, ...]
    """What this is, and of when."""
    version: str
    made_at: dt.datetime
    access: str
    """What the drawings show where they show the reader's own, one of ``terms.ACCESSES_SAID``."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The pages of all chapters."""
        return tuple(section for chapter in self.chapters for section in chapter.sections)

    @property
    def numbered(self) -> dict[str, str]:
        """The title of each page by its id, after the number of its chapter and its own: “5.1 Why might I tingle?”."""
        return {
            section.id: f"{chapter}.{number} {section.title}"
            for chapter, part in enumerate(self.chapters, start=1)
            for number, section in enumerate(part.sections, start=1)
        }


class Wish(NamedTuple):
    """What is asked for."""

    pages: tuple[str, ...] = ()
    """Their ids; empty: all."""
    depth: Depth = "full"
    access: str = USUAL_ACCESS


def build(library: Library, catalogue: Catalogue, own: Mapping[str, str], wish: Wish, made_at: dt.datetime) -> Booklet:
    """The booklet of *wish*. *own*: what the unit says, by slot. Raises NoSuchPage."""
    asked = chosen_pages(library, wish.pages)
    shown = [page for page in library.order if page in asked or (page == ABOUT and asked)]
    writer = _Writer(library, own, wish.depth, frozenset(shown))
    chapters = tuple(writer.chapters())
    whole = len(asked) == len(library.order)
    return Booklet(
        language=library.language,
        from_the_right=bidirectional(library.language_name[0]) in ("R", "AL"),
        title=_title(library, asked, whole=whole),
        subtitle=_subtitle(library, asked, wish.depth, whole=whole),
        whole=whole,
        urgent=urgent_help(catalogue, own),
        chapters=chapters,
        words=tuple(writer.words()),
        sources=tuple(writer.references()),
        about=tuple(_about(library, made_at, has_own=writer.has_own)),
        version=library.version,
        made_at=made_at,
        access=wish.access,
    )


def _title(library: Library, asked: Sequence[str], *, whole: bool) -> str:
    return library.page_title(asked[0]) if len(asked) == 1 and not whole else library.title


def _subtitle(library: Library, asked: Sequence[str], depth: Depth, *, whole: bool) -> str:
    count = len(asked)
    if whole:
        what = _("Plasma exchange in plain words, to take home")
    elif count == 1:
        what = _("One page of {guide}, to take home").format(guide=library.title)
    else:
        what = _n("{count} page to take home", "{count} pages to take home", count).format(count=count)
    much = {"facts": _("three facts a page"), "minute": _("one minute a page"), "full": ""}[depth]
    return ": ".join(filter(None, (what, much)))


def _about(library: Library, made_at: dt.datetime, *, has_own: bool) -> Iterator[str]:
    yield _("This booklet explains. It is not a doctor, and it does not know you. Your team does.")
    yield _("It was made on {date}. It does not change by itself. Ask your unit for a newer one.").format(
        date=full_day(made_at.date())
    )
    yield _("Each page says who has looked at it, and when it is to be looked at again.")
    if has_own:
        yield _("Words with a line below them are your unit’s own. They do not come from our sources.")
    yield _("Some pictures move, and are only in the program. Your diary is not in this booklet.")
    yield _("From {guide}, version {version}; program tpe-guide {program}.").format(
        guide=library.title, version=library.version, program=__version__
    )
    yield _("You may copy and share these words and drawings (licence CC BY 4.0). Say where they are from.")


class _Writer:
    """Turns pages into sections, and remembers which words and sources they name."""

    def __init__(self, library: Library, own: Mapping[str, str], depth: Depth, shown: frozenset[str]) -> None:
        self._library = library
        self._own = own
        self._depth = depth
        self._shown = shown
        self._numbers: dict[str, int] = {}
        """Of each source, by its text: one list for all pages."""
        self._cited_on: dict[int, dict[str, None]] = {}
        self._named_on: dict[str, dict[str, None]] = {}
        self.has_own = False
        """Some of the words are the unit's own."""

    def chapters(self) -> Iterator[BookletChapter]:
        """The chapters that have something in the booklet."""
        for chapter in self._library.chapters:
            if sections := tuple(self._sections(chapter)):
                yield BookletChapter(chapter.id, chapter.title, sections)

    def words(self) -> Iterator[Word]:
        """The words that the pages so far have named, in alphabetical order."""
        for term in self._library.terms:
            if term.id in self._named_on:
                names = other_names(term)
                also = _("Also called: {names}").format(names=", ".join(names)) if names else ""
                yield Word(term.id, as_heading(term.word), term.meaning, also, tuple(self._named_on[term.id]))

    def references(self) -> Iterator[Reference]:
        """The sources that the pages so far have named."""
        for text, number in self._numbers.items():
            yield Reference(number, text, tuple(self._cited_on[number]))

    def _sections(self, chapter: Chapter) -> Iterator[Section]:
        for page_id in chapter.pages:
            if page_id in self._shown:
                page = filled(self._library.as_written(page_id), self._library.slots, self._own)
                yield Section(page_id, page.title, tuple(self._parts(page)), _foot(page))

    def _parts(self, page: Page) -> Iterator[Part]:
        def here(part: Any) -> Any:  # noqa: ANN401 - of the kind that was given
            return with_spans(part, lambda span: self._span(span, page))

        if page.access:
            said = {"line": _("This page is for people with a line."), "needles": _("This page is about needles.")}
            yield Paragraph((Span(said[page.access], "strong"),))
        if page.in_short:
            yield Box("short", "", _("In short"), (BulletList(here(page.in_short)),), _SUBHEADING)
        level = _SUBHEADING
        for name, block in blocks_at(page, self._depth):
            if name == "full.0" and self._depth == "full":
                yield Heading(_SUBHEADING, (Span(_("More about this")),))
                level = _UNDER_MORE
            yield _part(here(block), level)
        if page.action:
            yield Box("do", "", _("One thing to do"), (Paragraph(here(page.action)),), _SUBHEADING)
        if page.question:
            asked = Paragraph((Span(_("“{question}”").format(question=page.question)),))
            yield Box("do", "", _("A question worth asking"), (asked,), _SUBHEADING)

    def _span(self, span: Span, page: Page) -> Span:
        """*span* of *page* as the booklet has it."""
        match span.kind:
            case "cite":
                return Span(", ".join(map(str, self._cited(span, page))), "cite")
            case "word":
                self._named_on.setdefault(span.target, {})[page.id] = None
            case "page" if span.target not in self._shown:
                return Span(span.text)
            case "see":
                return Span(_("{words} (in the program)").format(words=span.text))
            case "slot":
                self.has_own = True
        return span

    def _cited(self, span: Span, page: Page) -> list[int]:
        local = {int(number) for number in span.text.split(",")}
        return sorted(self._number(source, page) for source in page.sources if source.number in local)

    def _number(self, source: Source, page: Page) -> int:
        number = self._numbers.setdefault(source.text, len(self._numbers) + 1)
        self._cited_on.setdefault(number, {})[page.id] = None
        return number


def _part(block: Block, level: int) -> Part:
    """*block* with what the screen says by looks said in words, its headings no higher than *level*."""
    match block:
        case Heading(_, spans):
            return Heading(level, spans)
        case Callout(kind, title, blocks):
            label = {"say": "", "note": _("Note"), "warning": _("Important")}[kind]
            return Box(kind, label, title, blocks, level)
        case SourcesDiffer(question, claims, advice):
            header = (_words(_("Who says so")), _words(_("What they say")))
            table = Table(header, tuple((claim.who, claim.says) for claim in claims))
            return Box("differ", _("Sources differ"), question, (table, *advice), level)
    return block


def _words(words: str) -> Spans:
    return (Span(words),)


def _foot(page: Page) -> str:
    review = (
        _("Reviewed by {name}.").format(name=page.reviewed_by)
        if page.reviewed_by
        else _("Not yet reviewed by a clinician.")
    )
    again = _("To be looked at again by {date}.").format(date=full_day(dt.date.fromisoformat(page.next_review)))
    return f"{review} {again}"
