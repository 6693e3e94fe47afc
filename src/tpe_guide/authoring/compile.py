"""Content → ``compiled/guide.<lang>.json``, ``effects.<lang>.json`` and ``search.<lang>.json``, ahead of time.

A page with a fault is left out and its faults are named, so that an author sees every other page while at
work. A package is built only from content without faults. Nothing heavy is imported until there is something
to compile.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tpe_guide import paths
from tpe_guide.files import write_whole
from tpe_guide.guide.codec import FORMAT, encode_guide, encode_page
from tpe_guide.guide.depth import with_spans
from tpe_guide.guide.model import Page, Span, Walk, in_alphabetical_order
from tpe_guide.guide.stamp import STAMP_FILE, faults_if_fresh
from tpe_guide.pictures.drawing.art import drawing_of

if TYPE_CHECKING:
    from tpe_guide.authoring.draft import Draft
    from tpe_guide.authoring.manuscript import Manuscript
    from tpe_guide.authoring.reading import Reading

NOTHING_KEPT: Mapping[tuple[str, str], Page] = MappingProxyType({})


def compile_all(content: Path, out: Path) -> list[str]:
    """Compile every language of *content* into the folder *out*. The faults, as ``FILE:LINE: CODE: message``.

    Raises CannotWrite.
    """
    from tpe_guide.authoring.reading import read_content

    return compile_reading(read_content(content), out)


def compile_reading(reading: Reading, out: Path, kept: Mapping[tuple[str, str], Page] = NOTHING_KEPT) -> list[str]:
    """Compile what was read into the folder *out*. The faults that were found in reading, as rows.

    A page that has a fault now is as it was in *kept* (language, page id), if it is there. Raises CannotWrite.
    """
    from tpe_guide.authoring.effects import compiled_effects
    from tpe_guide.authoring.pack import pictures_of
    from tpe_guide.authoring.pictures.entries import compiled

    content, faults, manuscripts = reading.content, reading.faults(), reading.manuscripts
    if not reading.is_safe:
        return [str(fault) for fault in sorted(faults)]
    faulty = {fault.path for fault in faults}
    out.mkdir(parents=True, exist_ok=True)
    _forget_others(out, {manuscript.language for manuscript in manuscripts})
    for manuscript in manuscripts:
        header = {"format": FORMAT, "language": manuscript.language, "version": _version(content, manuscript)}
        pages = _pages(manuscript, faulty, pictures_of(content), kept)
        if pages:  # else the last good guide stays
            guide = header | _guide(manuscript, pages)
            write_whole(out / f"guide.{manuscript.language}.json", encode_guide(guide))
            _write(out / f"search.{manuscript.language}.json", header | _search(manuscript, pages, faulty))
        if manuscript.effects.value and manuscript.folder / "effects.yaml" not in faulty:
            _write(
                out / f"effects.{manuscript.language}.json",
                header | compiled_effects(manuscript.effects.value, manuscript.neutral),
            )
        if manuscript.drawings.value and manuscript.folder / "drawings.yaml" not in faulty:
            _write(out / f"drawings.{manuscript.language}.json", header | manuscript.drawings.value)
        if manuscript.check_yourself.value and manuscript.folder / "check-yourself.yaml" not in faulty:
            _write(out / f"check-yourself.{manuscript.language}.json", header | _check_yourself(manuscript))
        if manuscript.what_matters.value and manuscript.folder / "what-matters.yaml" not in faulty:
            _write(out / f"what-matters.{manuscript.language}.json", header | manuscript.what_matters.value)
        if manuscript.my_session.value and manuscript.folder / "my-session.yaml" not in faulty:
            _write(out / f"my-session.{manuscript.language}.json", header | _my_session(manuscript))
        for name, data in manuscript.pictures.items():
            if data.value and _is_sound(manuscript, name, faulty):
                _write(out / f"{name}.{manuscript.language}.json", header | compiled(data, reading.evidence))
    rows = [str(fault) for fault in sorted(set(faults))]
    _write(out / STAMP_FILE, {"stamp": reading.stamp, "faults": rows})
    return rows


def _forget_others(out: Path, written: Set[str]) -> None:
    """A language whose words are gone from the content is offered no more."""
    for path in out.glob("*.*.json"):
        if path.name.split(".")[1] not in written:
            path.unlink()


def main(arguments: Sequence[str]) -> int:
    """``python -m tpe_guide.authoring.compile [--if-stale]``: 0, or 1 with the faults on standard error."""
    content, out = paths.content_dir(), paths.compiled_dir()
    rows = faults_if_fresh(content, out) if "--if-stale" in arguments else None
    if rows is None:
        rows = compile_all(content, out)
    for row in rows:
        print(row, file=sys.stderr)
    return 1 if rows else 0


def _pages(
    manuscript: Manuscript, faulty: set[Path], pictures: Path, kept: Mapping[tuple[str, str], Page]
) -> list[Page]:
    """The pages without a fault, and without a drawing that has one, in reading order; else those *kept*."""
    from tpe_guide.authoring.lowering import page_of

    def is_sound(draft: Draft) -> bool:
        drawings = {pictures / f"{drawing_of(link.target)}.svg" for link in draft.links if link.kind == "picture"}
        return faulty.isdisjoint({draft.path} | drawings)

    sound = {draft.id: draft for __, draft in manuscript.pages() if is_sound(draft)}
    listed = [(chapter, page) for chapter in manuscript.chapters for page in chapter.pages]
    readable = {page for __, page in listed if page in sound or (manuscript.language, page) in kept}

    def followed(span: Span) -> Span:
        lost = span.kind == "page" and span.target not in readable
        return Span(span.text) if lost or (span.kind == "word" and span.target not in manuscript.terms) else span

    pages = []
    for chapter, page in listed:
        if page in sound:
            pages.append(page_of(sound[page], chapter, manuscript.evidence, readable))
        elif page in readable:
            as_it_was = kept[manuscript.language, page]._replace(chapter=chapter.id)
            pages.append(with_spans(as_it_was, followed))
    return pages


def _guide(manuscript: Manuscript, pages: list[Page]) -> dict[str, Any]:
    readable = {page.id for page in pages}
    chapters = [
        [chapter.id, chapter.title, [page for page in chapter.pages if page in readable]]
        for chapter in manuscript.chapters
    ]
    return {
        "title": manuscript.title,
        "language_name": manuscript.language_name,
        "checks": [*manuscript.check_yourself.value],
        "chapters": [chapter for chapter in chapters if chapter[2]],
        "parts": manuscript.parts,
        "below": manuscript.below,
        "terms": {term.id: [term.word, term.meaning, *term.also] for term in manuscript.terms.values()},
        "slots": {slot.id: slot[1:] for slot in manuscript.slots.values()},
        "walks": [_walk(walk, manuscript, readable) for walk in manuscript.walks],
        "pages": {page.id: encode_page(page) for page in pages},
    }


def _walk(walk: Walk, manuscript: Manuscript, readable: Set[str]) -> list[Any]:
    """*walk* as the library reads it, without the steps whose pages cannot be read."""
    steps = (step for step in walk.steps if step.place != "page" or step.page in readable)
    return [*walk[:-1], [step._replace(words=_words_of(step.place, manuscript)) for step in steps]]


def _words_of(picture: str, manuscript: Manuscript) -> int:
    """How many words *picture* says; 0 for what is no picture."""
    from tpe_guide.authoring.pictures.entries import sentences

    data = manuscript.pictures.get(picture)
    return sum(len(text.split()) for text in sentences(data)) if data is not None else 0


def _search(manuscript: Manuscript, pages: list[Page], faulty: set[Path]) -> dict[str, Any]:
    from tpe_guide.authoring.effects import compiled_effects, urgent_listed
    from tpe_guide.authoring.search.build import search_index
    from tpe_guide.authoring.search.texts import page_text, picture_texts, term_text, urgent_texts

    sound = manuscript.effects.value and manuscript.folder / "effects.yaml" not in faulty
    urgent = urgent_listed(compiled_effects(manuscript.effects.value, manuscript.neutral)) if sound else {}
    terms = in_alphabetical_order(manuscript.terms.values())
    shown = ((name, data) for name, data in manuscript.pictures.items() if data.value)
    words_of = ((name, data.value) for name, data in shown if _is_sound(manuscript, name, faulty))
    pictures = [text for name, words in words_of for text in picture_texts(name, words)]
    texts = [*urgent_texts(urgent), *map(page_text, pages), *pictures, *map(term_text, terms)]
    return search_index(texts, terms, manuscript.lay_words)


def _is_sound(manuscript: Manuscript, picture: str, faulty: set[Path]) -> bool:
    return manuscript.folder / f"{picture}.yaml" not in faulty


def _check_yourself(manuscript: Manuscript) -> dict[str, Any]:
    """The question of each chapter, each answer with the sources behind its feedback."""
    evidence = manuscript.evidence
    chapters = {}
    for chapter, entry in manuscript.check_yourself.value.items():
        answers = []
        for answer in entry["answers"]:
            names = [source for fact in answer["facts"] for source in evidence.facts[fact].sources]
            sources = [evidence.sources[name] for name in dict.fromkeys(names) if name in evidence.sources]
            answers.append([answer["answer"], answer["fits"], answer["feedback"], sources])
        chapters[chapter] = {"question": entry["question"], "page": entry["page"], "answers": answers}
    return {"chapters": chapters}


def _my_session(manuscript: Manuscript) -> dict[str, Any]:
    """The rows, without the facts that only the check asks for."""
    rows = manuscript.my_session.value["before"]
    return {"before": [{key: value for key, value in row.items() if key != "facts"} for row in rows]}


def _version(content: Path, manuscript: Manuscript) -> str:
    """Eight hex digits that name this text and this evidence, wherever and whenever they are compiled."""
    import hashlib

    digest = hashlib.sha256()
    for folder in (content / "evidence", manuscript.folder):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".yaml")):
            digest.update(path.relative_to(content).as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:8]


def _write(path: Path, data: dict[str, Any]) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
    write_whole(path, text.encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
