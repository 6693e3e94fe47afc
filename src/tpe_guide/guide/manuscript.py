"""All that the authors wrote in one language, read whole: chapters, pages, glossary, effects, evidence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tpe_guide.guide.evidence import Evidence
from tpe_guide.guide.fault import Faults
from tpe_guide.guide.markup import NO_CLAIM, Body, Link, MarkedSpan, Markup
from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Chapter,
    Heading,
    Paragraph,
    SourcesDiffer,
    Spans,
    Table,
    Term,
)
from tpe_guide.guide.source import Data, read_text, read_yaml, split_front_matter
from tpe_guide.i18n import _

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_KEYS = {"id": True, "title": True, "next_review": True, "reviewed_by": True, "do": True, "question": False}
"""Front matter: key → must be there."""
_EFFECT_PARTS = {"effects": ("name", "hint"), "warnings": ("name", "tier", "heading", "words")}
_TIERS = ("emergency", "now", "today")


@dataclass(frozen=True, slots=True)
class Draft:
    """One page as written: facts not yet numbered, links not yet followed. All spans are MarkedSpans."""

    path: Path
    id: str
    title: str
    next_review: dt.date
    reviewed_by: str
    question: str
    action: Spans
    body: Body
    front: Data

    @property
    def links(self) -> list[Link]:
        """Every reference to a word, a page or a picture."""
        return self.body.links


@dataclass(slots=True)
class Manuscript:
    """The guide in one language, as far as it could be read."""

    language: str
    folder: Path
    evidence: Evidence
    title: str = ""
    chapters: list[Chapter] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    spellings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Term id → every way in which the word may be written."""
    effects: Data | None = None

    def pages(self) -> Iterator[tuple[Chapter, Draft]]:
        """The pages that could be read, in reading order."""
        for chapter in self.chapters:
            for page in chapter.pages:
                if page in self.drafts:
                    yield chapter, self.drafts[page]


def languages(content: Path) -> list[str]:
    """The languages for which there is a guide."""
    return sorted(path.parent.name for path in content.glob("*/guide.yaml"))


def read_manuscript(content: Path, language: str, evidence: Evidence, faults: Faults) -> Manuscript:
    """Read everything below ``content/<language>``. What cannot be shown to a reader is noted in *faults*."""
    folder = content / language
    manuscript = Manuscript(language, folder, evidence)
    _read_glossary(folder / "glossary.yaml", manuscript, faults)
    _read_chapters(folder / "guide.yaml", manuscript, faults)
    _read_pages(manuscript, faults)
    _read_effects(folder / "effects.yaml", manuscript, faults)
    for __, draft in manuscript.pages():
        _check_links(draft, manuscript, faults.of(draft.path))
        _check_facts(draft, evidence, faults.of(draft.path))
    return manuscript


def passages(draft: Draft) -> Iterator[Spans]:
    """Every run of words on a page, in reading order."""
    yield from draft.body.in_short
    for block in (*draft.body.minute, *draft.body.full):
        yield from runs(block)
    yield draft.action


def runs(block: Block) -> Iterator[Spans]:
    """Every run of words in *block*."""
    match block:
        case Heading() | Paragraph():
            yield block.spans
        case BulletList():
            yield from block.items
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row
        case SourcesDiffer():
            for claim in block.claims:
                yield claim.who
                yield claim.says
            for paragraph in block.advice:
                yield paragraph.spans
        case Callout():
            for inner in block.blocks:
                yield from runs(inner)


def _read_chapters(path: Path, manuscript: Manuscript, faults: Faults) -> None:
    faults = faults.of(path)
    data = read_yaml(path, faults)
    if data is None:
        return
    manuscript.title = _text(data, faults, "title")
    entries = data.value.get("chapters")
    if not isinstance(entries, list) or not entries:
        faults.add(data.line("chapters"), "CHAPTERS", _("“chapters” must be a list"))
        return
    listed: set[str] = set()
    for index, entry in enumerate(entries):
        chapter = _chapter(entry, data, index, faults)
        if chapter is None:
            continue
        for number, page in enumerate(chapter.pages):
            line = data.line("chapters", index, "pages", number)
            if page in listed:
                faults.add(line, "CHAPTERS", _("page “{page}” stands here twice").format(page=page))
            elif not (path.parent / chapter.id / f"{page}.md").is_file():
                message = _("there is no page {file}").format(file=f"{chapter.id}/{page}.md")
                faults.add(line, "MISSING-PAGE", message)
            listed.add(page)
        manuscript.chapters.append(chapter)


def _chapter(entry: Any, data: Data, index: int, faults: Faults) -> Chapter | None:
    pages = entry.get("pages") if isinstance(entry, dict) else None
    well_made = (
        isinstance(pages, list)
        and all(isinstance(page, str) and _ID.fullmatch(page) for page in pages)
        and isinstance(entry.get("title"), str)
        and _ID.fullmatch(str(entry.get("id")))
    )
    if not well_made:
        faults.add(data.line("chapters", index), "CHAPTERS", _("a chapter needs: id, title, pages"))
        return None
    return Chapter(entry["id"], entry["title"], tuple(pages))


def _read_glossary(path: Path, manuscript: Manuscript, faults: Faults) -> None:
    faults = faults.of(path)
    data = read_yaml(path, faults)
    for term, entry in (data.value if data else {}).items():
        assert data is not None
        well_made = isinstance(entry, dict) and all(
            isinstance(entry.get(key), str) and entry[key].strip() for key in ("word", "meaning")
        )
        also = entry.get("also") or [] if well_made else []
        if not well_made or not isinstance(also, list):
            message = _("term “{id}” needs: word, meaning; it may have: also").format(id=term)
            faults.add(data.line(term), "GLOSSARY", message)
            continue
        if unknown := set(entry) - {"word", "meaning", "also"}:
            faults.add(
                data.line(term, min(unknown)),
                "UNKNOWN-KEY",
                _("unknown key “{key}”").format(key=min(unknown)),
            )
        manuscript.terms[str(term)] = Term(str(term), entry["word"], entry["meaning"].strip())
        manuscript.spellings[str(term)] = (entry["word"], *map(str, also))


def _read_pages(manuscript: Manuscript, faults: Faults) -> None:
    markup = Markup()
    listed = {page: chapter.id for chapter in manuscript.chapters for page in chapter.pages}
    for path in sorted(manuscript.folder.glob("*/*.md")):
        page_faults = faults.of(path)
        if path.stem not in listed:
            page_faults.add(1, "NOT-LISTED", _("guide.yaml does not list this page"))
        elif listed[path.stem] != path.parent.name:
            message = _("guide.yaml lists this page in chapter “{chapter}”").format(chapter=listed[path.stem])
            page_faults.add(1, "NOT-LISTED", message)
        elif draft := _read_page(path, markup, page_faults):
            manuscript.drafts[draft.id] = draft


def _read_page(path: Path, markup: Markup, faults: Faults) -> Draft | None:
    text = read_text(path, faults)
    if text is None:
        return None
    front, body_text, first_line = split_front_matter(text, faults)
    body = markup.body(body_text, first_line, faults)
    if front is None:
        return None
    values = front.value
    for key in values:
        if key not in _KEYS:
            faults.add(front.line(key), "UNKNOWN-KEY", _("unknown key “{key}”").format(key=key))
    for key in (key for key, needed in _KEYS.items() if needed and key not in values):
        faults.add(1, "FRONT-MATTER", _("“{key}” is missing").format(key=key))
    if values.get("id", path.stem) != path.stem:
        faults.add(front.line("id"), "FRONT-MATTER", _("“id” must be the name of the file"))
    review = values.get("next_review")
    if not isinstance(review, dt.date):
        if "next_review" in values:
            message = _("“next_review” must be a date such as 2027-11-20")
            faults.add(front.line("next_review"), "FRONT-MATTER", message)
        review = dt.date.min
    action = markup.line(_text(front, faults, "do"), front.line("do"), faults, body.links)
    return Draft(
        path,
        path.stem,
        _text(front, faults, "title"),
        review,
        _text(front, faults, "reviewed_by", may_be_empty=True),
        _text(front, faults, "question", may_be_empty=True),
        action,
        body,
        front,
    )


def _text(data: Data, faults: Faults, key: str, *, may_be_empty: bool = False) -> str:
    value = data.value.get(key)
    if isinstance(value, str) and value.strip():
        return " ".join(value.split())
    if value is not None and not isinstance(value, str):
        faults.add(data.line(key), "FRONT-MATTER", _("“{key}” must be words").format(key=key))
    elif not may_be_empty and (key in data.value or key not in _KEYS):
        faults.add(data.line(key), "EMPTY", _("“{key}” is empty").format(key=key))
    return ""


def _read_effects(path: Path, manuscript: Manuscript, faults: Faults) -> None:
    faults = faults.of(path)
    data = read_yaml(path, faults)
    if data is None:
        return
    for part, needed in _EFFECT_PARTS.items():
        entries = data.value.get(part)
        if not isinstance(entries, dict) or not entries:
            faults.add(data.line(part), "EFFECTS", _("“{key}” must list its entries").format(key=part))
            continue
        for name, entry in entries.items():
            _check_effect((part, name), entry, needed, data, manuscript.evidence, faults)
    if not isinstance(data.value.get("urgent"), dict):
        faults.add(data.line("urgent"), "EFFECTS", _("“{key}” must list its entries").format(key="urgent"))
    manuscript.effects = data


def _check_effect(
    place: tuple[str, str],
    entry: Any,
    needed: tuple[str, ...],
    data: Data,
    evidence: Evidence,
    faults: Faults,
) -> None:
    line = data.line(*place)
    if not isinstance(entry, dict) or not all(
        isinstance(entry.get(key), str) and entry[key] for key in needed
    ):
        message = _("“{id}” needs: {keys}").format(id=place[1], keys=", ".join(needed))
        faults.add(line, "EFFECTS", message)
        return
    if "tier" in needed and entry["tier"] not in _TIERS:
        message = _("“tier” is one of: {tiers}").format(tiers=", ".join(_TIERS))
        faults.add(data.line(*place, "tier"), "EFFECTS", message)
    for fact in entry.get("facts") or []:
        _check_fact(str(fact), evidence, data.line(*place, "facts"), faults)


def _check_links(draft: Draft, manuscript: Manuscript, faults: Faults) -> None:
    listed = {page for chapter in manuscript.chapters for page in chapter.pages}
    for link in draft.links:
        if link.kind == "word" and link.target not in manuscript.terms:
            message = _("the glossary has no term “{id}”").format(id=link.target)
            faults.add(link.line, "BROKEN-LINK", message)
        elif link.kind == "page" and link.target not in listed:
            faults.add(link.line, "BROKEN-LINK", _("there is no page “{id}”").format(id=link.target))


def _check_facts(draft: Draft, evidence: Evidence, faults: Faults) -> None:
    for spans in passages(draft):
        for span in spans:
            if span.kind == "cite" and isinstance(span, MarkedSpan):
                for fact in span.target.split():
                    if fact != NO_CLAIM:
                        _check_fact(fact, evidence, span.line, faults)


def _check_fact(fact: str, evidence: Evidence, line: int, faults: Faults) -> None:
    if fact not in evidence.facts:
        faults.add(line, "UNKNOWN-FACT", _("there is no fact “{id}”").format(id=fact))
    elif evidence.facts[fact].from_memory:
        message = _("fact “{id}” is from memory: nobody has seen it in a source").format(id=fact)
        faults.add(line, "MEMORY-FACT", message)
