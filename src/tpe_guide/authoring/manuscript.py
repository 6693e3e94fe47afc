"""All that the authors wrote in one language: chapters, pages, glossary, the diary's fixed words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tpe_guide.authoring.deciding_check import check_deciding
from tpe_guide.authoring.deciding_check import stated as stated_about_deciding
from tpe_guide.authoring.draft import Draft, read_draft
from tpe_guide.authoring.drawings import check_drawings
from tpe_guide.authoring.effects import check_effects, fixed_words
from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import NO_CLAIM, Link, MarkedSpan
from tpe_guide.authoring.markup import Markup
from tpe_guide.authoring.my_session_check import check_my_session
from tpe_guide.authoring.pack import pictures_of
from tpe_guide.authoring.parts import read_parts
from tpe_guide.authoring.parts import stated as stated_by_parts
from tpe_guide.authoring.passages import every_run, every_text
from tpe_guide.authoring.pictures.entries import pages_named
from tpe_guide.authoring.pictures.files import picture_file, read_pictures
from tpe_guide.authoring.pictures.signs import SignTable
from tpe_guide.authoring.search.lay_words import LayWords, check_targets, read_lay_words
from tpe_guide.authoring.self_check import check_questions
from tpe_guide.authoring.slot_list import read_slots
from tpe_guide.authoring.source import Data, read_yaml, words_of
from tpe_guide.authoring.stated import Stated, check_stated
from tpe_guide.authoring.walk_list import read_walks
from tpe_guide.guide.model import Chapter, Part, Term, Walk
from tpe_guide.guide.slots import Slot
from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.art import drawing_of
from tpe_guide.search.fold import composed, fold

_TERM_KEYS = ("word", "meaning", "also", "facts")
_TERM_NOTES = ("everyday", "explained_on")
"""Keys of a term that only the check reads."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(slots=True)
class Manuscript:
    """The guide in one language, as far as it could be read."""

    language: str
    folder: Path
    evidence: Evidence
    title: str = ""
    language_name: str = ""
    """As its own readers write it. Empty: guide.yaml does not say."""
    chapters: list[Chapter] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    """The questions that chapters stand under. Empty: guide.yaml names none."""
    below: list[str] = field(default_factory=list)
    """The chapters that stand below all questions."""
    walks: list[Walk] = field(default_factory=list)
    """The paths through the guide, as far as they are sound."""
    drafts: dict[str, Draft] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    glossary: Data = field(default_factory=Data)
    effects: Data = field(default_factory=Data)
    guide: Data = field(default_factory=Data)
    """``guide.yaml`` as written."""
    check_yourself: Data = field(default_factory=Data)
    what_matters: Data = field(default_factory=Data)
    drawings: Data = field(default_factory=Data)
    """What the drawings show, in words."""
    my_session: Data = field(default_factory=Data)
    pictures: dict[str, Data] = field(default_factory=dict)
    """The words of each picture, by the name of its file."""
    lay_words: LayWords = field(default_factory=LayWords)
    slots: dict[str, Slot] = field(default_factory=dict)

    def pages(self) -> Iterator[tuple[Chapter, Draft]]:
        """The pages that could be read, in reading order."""
        for chapter in self.chapters:
            for page in chapter.pages:
                if page in self.drafts:
                    yield chapter, self.drafts[page]

    def titles(self) -> Iterator[Stated]:
        """The titles of the guide, its chapters and its parts: no fact stands behind them, so they hold no number."""
        yield Stated(self.title, self.guide.line("title"))
        for index, chapter in enumerate(self.chapters):
            yield Stated(chapter.title, self.guide.line("chapters", index, "title"))
        yield from stated_by_parts(self.guide, self.parts)

    @property
    def neutral(self) -> dict[str, str]:
        """What each slot says where a unit says nothing."""
        return {slot.id: slot.neutral for slot in self.slots.values()}

    @property
    def is_torn(self) -> bool:
        """A page that guide.yaml lists could not be read."""
        return any(page not in self.drafts for chapter in self.chapters for page in chapter.pages)


def languages(content: Path) -> list[str]:
    """The languages for which there is a guide."""
    return sorted(path.parent.name for path in content.glob("*/guide.yaml"))


def read_manuscript(content: Path, language: str, evidence: Evidence, faults: Faults) -> Manuscript:
    """Read everything below ``content/<language>``. What cannot be shown to a reader is noted in *faults*."""
    folder = content / language
    manuscript = Manuscript(language, folder, evidence)
    _read_glossary(manuscript, faults.of(folder / "glossary.yaml"))
    _read_chapters(manuscript, faults.of(folder / "guide.yaml"))
    manuscript.slots = read_slots(folder / "slots.yaml", faults.of(folder / "slots.yaml"))
    _read_pages(manuscript, faults)
    _read_effects(manuscript, faults.of(folder / "effects.yaml"))
    table = SignTable(manuscript.effects, manuscript.neutral)
    manuscript.pictures = read_pictures(folder, table, evidence, faults)
    _read_lay_words(manuscript, faults.of(folder / "lay-words.yaml"))
    _read_check_yourself(manuscript, faults.of(folder / "check-yourself.yaml"))
    _read_what_matters(manuscript, faults.of(folder / "what-matters.yaml"))
    _read_drawings(manuscript, pictures_of(content), faults.of(folder / "drawings.yaml"))
    _read_my_session(manuscript, faults.of(folder / "my-session.yaml"))
    for __, draft in manuscript.pages():
        _check_links(draft, manuscript, faults.of(draft.path))
        _check_facts(draft, evidence, faults.of(draft.path))
    _check_pages_of_pictures(manuscript, faults)
    return manuscript


def _read_effects(manuscript: Manuscript, faults: Faults) -> None:
    manuscript.effects = read_yaml(faults.path, faults)
    check_effects(manuscript.effects, manuscript.slots.keys(), manuscript.evidence, faults)


def _read_check_yourself(manuscript: Manuscript, faults: Faults) -> None:
    if faults.path.is_file():
        data = manuscript.check_yourself = read_yaml(faults.path, faults)
        pages = {chapter.id: chapter.pages for chapter in manuscript.chapters}
        check_questions(data, pages, manuscript.evidence, manuscript.language, faults)


def _read_what_matters(manuscript: Manuscript, faults: Faults) -> None:
    if faults.path.is_file():
        before = len(list(faults))
        data = manuscript.what_matters = read_yaml(faults.path, faults)
        check_deciding(data, manuscript.drafts.keys(), faults)
        if len(list(faults)) == before:
            check_stated(stated_about_deciding(data), manuscript.evidence, manuscript.language, faults)


def _read_drawings(manuscript: Manuscript, pictures: Path, faults: Faults) -> None:
    if faults.path.is_file():
        data = manuscript.drawings = read_yaml(faults.path, faults)
        shown = {drawing_of(link.target) for draft in manuscript.drafts.values() for link in draft.links}
        check_drawings(data, pictures, shown, manuscript.evidence, manuscript.language, faults)


def _read_my_session(manuscript: Manuscript, faults: Faults) -> None:
    if faults.path.is_file():
        data = manuscript.my_session = read_yaml(faults.path, faults)
        check_my_session(data, manuscript.drafts.keys(), manuscript.evidence, manuscript.language, faults)


def _read_chapters(manuscript: Manuscript, faults: Faults) -> None:
    data = manuscript.guide = read_yaml(faults.path, faults)
    if not data.value:
        return
    manuscript.title = words_of(data, "title", faults)
    manuscript.language_name = words_of(data, "language", faults)
    if not manuscript.title:
        faults.add(1, "CHAPTERS", _("“{key}” is missing").format(key="title"))
    entries = data.value.get("chapters")
    if not isinstance(entries, list) or not entries:
        faults.add(data.line("chapters"), "CHAPTERS", _("“chapters” must be a list"))
        return
    for index in range(len(entries)):
        if chapter := _chapter(data, index, faults):
            _check_pages(chapter, data, index, manuscript, faults)
            manuscript.chapters.append(chapter)
    if len(manuscript.chapters) == len(entries):  # else the broken one would be missed below its question as well
        names = [chapter.id for chapter in manuscript.chapters]
        manuscript.parts, manuscript.below = read_parts(data, names, faults)
    manuscript.walks = read_walks(data, {page for chapter in manuscript.chapters for page in chapter.pages}, faults)


def _chapter(data: Data, index: int, faults: Faults) -> Chapter | None:
    name, title, pages = (data.at("chapters", index, key) for key in ("id", "title", "pages"))
    named = isinstance(name, str) and _ID.fullmatch(name) and isinstance(title, str) and title.strip()
    listed = isinstance(pages, list) and all(isinstance(page, str) and _ID.fullmatch(page) for page in pages)
    if named and listed:
        return Chapter(name, title, tuple(pages))
    faults.add(data.line("chapters", index), "CHAPTERS", _("a chapter needs: id, title, pages"))
    return None


def _check_pages(chapter: Chapter, data: Data, index: int, manuscript: Manuscript, faults: Faults) -> None:
    listed = {page for other in manuscript.chapters for page in other.pages}
    for number, page in enumerate(chapter.pages):
        line = data.line("chapters", index, "pages", number)
        if page in listed:
            faults.add(line, "CHAPTERS", _("page “{page}” stands here twice").format(page=page))
        elif not (manuscript.folder / chapter.id / f"{page}.md").is_file():
            message = _("there is no page {file}").format(file=f"{chapter.id}/{page}.md")
            faults.add(line, "MISSING-PAGE", message)
        listed.add(page)


def _read_glossary(manuscript: Manuscript, faults: Faults) -> None:
    data = manuscript.glossary = read_yaml(faults.path, faults)
    for name, entry in data.value.items():
        word, meaning, also, facts = (data.at(name, key) for key in _TERM_KEYS)
        explained = all(isinstance(words, str) and words.strip() for words in (word, meaning))
        if not explained or not all(isinstance(part or [], list) for part in (also, facts)):
            message = _("term “{id}” needs: word, meaning; it may have: also, facts").format(id=name)
            faults.add(data.line(name), "GLOSSARY", message)
            continue
        for key in entry:
            if key not in (*_TERM_KEYS, *_TERM_NOTES):
                faults.add(data.line(name, key), "UNKNOWN-KEY", _("unknown key “{key}”").format(key=key))
        for fact in facts or ():
            manuscript.evidence.check(str(fact), data.line(name, "facts"), faults)
        spellings = tuple(map(str, also or ()))
        manuscript.terms[str(name)] = Term(str(name), word, " ".join(meaning.split()), spellings)


def _read_pages(manuscript: Manuscript, faults: Faults) -> None:
    markup = Markup(manuscript.slots)
    chapter_of = {page: chapter.id for chapter in manuscript.chapters for page in chapter.pages}
    for path in sorted(manuscript.folder.glob("*/*.md")):
        page_faults = faults.of(path)
        chapter = chapter_of.get(path.stem)
        if chapter is None:
            page_faults.add(1, "NOT-LISTED", _("guide.yaml does not list this page"))
        elif chapter != path.parent.name:
            message = _("guide.yaml lists this page in chapter “{chapter}”").format(chapter=chapter)
            page_faults.add(1, "NOT-LISTED", message)
        if (draft := read_draft(path, markup, page_faults)) and chapter == path.parent.name:
            manuscript.drafts[draft.id] = draft


def _read_lay_words(manuscript: Manuscript, faults: Faults) -> None:
    manuscript.lay_words = read_lay_words(faults.path, faults)
    texts = [text for __, draft in manuscript.pages() for text in every_text(draft)]
    texts += [text for term in manuscript.terms.values() for text in (term.word, term.meaning, *term.also)]
    texts += [words for words, __ in fixed_words(manuscript.effects)]
    written = "".join(f" {fold(composed(text))} \n" for text in texts)
    check_targets(manuscript.lay_words, manuscript.terms, written, faults)


def _check_links(draft: Draft, manuscript: Manuscript, faults: Faults) -> None:
    listed = {page for chapter in manuscript.chapters for page in chapter.pages}
    for link in draft.links:
        if link.kind == "word" and link.target not in manuscript.terms:
            message = _("the glossary has no term “{id}”").format(id=link.target)
            faults.add(link.line, "BROKEN-LINK", message)
        elif link.kind == "page" and link.target not in listed:
            faults.add(link.line, "BROKEN-LINK", _("there is no page “{id}”").format(id=link.target))
        elif link.kind == "see":
            _check_picture_link(link, manuscript, faults)


def _check_picture_link(link: Link, manuscript: Manuscript, faults: Faults) -> None:
    name, __, target = link.target.partition(":")
    options = ("start", *picture_file(name).targets(manuscript.pictures[name]))
    if target not in options:
        message = _("{picture}: leads to one of: {options}").format(picture=name, options=", ".join(options))
        faults.add(link.line, "BROKEN-LINK", message)


def _check_pages_of_pictures(manuscript: Manuscript, faults: Faults) -> None:
    listed = {page for chapter in manuscript.chapters for page in chapter.pages}
    for name, data in manuscript.pictures.items():
        for page, line in pages_named(data):
            if page not in listed:
                message = _("there is no page “{id}”").format(id=page)
                faults.of(manuscript.folder / f"{name}.yaml").add(line, "BROKEN-LINK", message)


def _check_facts(draft: Draft, evidence: Evidence, faults: Faults) -> None:
    for spans in every_run(draft):
        for span in spans:
            if span.kind == "cite" and isinstance(span, MarkedSpan):
                for fact in (fact for fact in span.target.split() if fact != NO_CLAIM):
                    evidence.check(fact, span.line, faults)
