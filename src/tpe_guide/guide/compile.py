"""Content → ``compiled/guide.<lang>.json``, ``effects.<lang>.json`` and ``search.<lang>.json``, ahead of time.

A page with a fault is left out and its faults are named, so that an author sees every other page while at
work. A package is built only from content without faults. Nothing heavy is imported until there is something
to compile.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tpe_guide import paths
from tpe_guide.files import write_whole
from tpe_guide.guide.codec import FORMAT, encode_guide, encode_page
from tpe_guide.guide.model import Page, in_alphabetical_order
from tpe_guide.guide.stamp import STAMP_FILE, faults_if_fresh, stamp

if TYPE_CHECKING:
    from tpe_guide.guide.manuscript import Manuscript


def compile_all(content: Path, out: Path) -> list[str]:
    """Compile every language of *content* into the folder *out*. The faults, as ``FILE:LINE: CODE: message``.

    Raises CannotWrite.
    """
    from tpe_guide.guide.evidence import read_evidence
    from tpe_guide.guide.fault import Faults
    from tpe_guide.guide.manuscript import languages, read_manuscript

    before = stamp(content)
    faults = Faults(content)
    evidence = read_evidence(content / "evidence", faults)
    manuscripts = [read_manuscript(content, language, evidence, faults) for language in languages(content)]
    faulty = {fault.path for fault in faults}
    out.mkdir(parents=True, exist_ok=True)
    for manuscript in manuscripts:
        header = {"format": FORMAT, "language": manuscript.language, "version": _version(content, manuscript)}
        pages = _pages(manuscript, faulty)
        if pages:  # else the last good guide stays
            guide = header | _guide(manuscript, pages)
            write_whole(out / f"guide.{manuscript.language}.json", encode_guide(guide))
            _write(out / f"search.{manuscript.language}.json", header | _search(manuscript, pages, faulty))
        if manuscript.effects.value and manuscript.folder / "effects.yaml" not in faulty:
            _write(out / f"effects.{manuscript.language}.json", header | manuscript.effects.value)
        if manuscript.circuit.value and manuscript.folder / "circuit.yaml" not in faulty:
            from tpe_guide.guide.circuit_words import compiled

            _write(out / f"circuit.{manuscript.language}.json", header | compiled(manuscript.circuit, evidence))
    rows = [str(fault) for fault in sorted(set(faults))]
    _write(out / STAMP_FILE, {"stamp": before, "faults": rows})
    return rows


def main(arguments: Sequence[str]) -> int:
    """``python -m tpe_guide.guide.compile [--if-stale]``: 0, or 1 with the faults on standard error."""
    content, out = paths.content_dir(), paths.compiled_dir()
    rows = faults_if_fresh(content, out) if "--if-stale" in arguments else None
    if rows is None:
        rows = compile_all(content, out)
    for row in rows:
        print(row, file=sys.stderr)
    return 1 if rows else 0


def _pages(manuscript: Manuscript, faulty: set[Path]) -> list[Page]:
    """The pages without a fault, in reading order."""
    from tpe_guide.guide.lowering import page_of

    sound = [(chapter, draft) for chapter, draft in manuscript.pages() if draft.path not in faulty]
    readable = {draft.id for __, draft in sound}
    return [page_of(draft, chapter, manuscript.evidence, readable) for chapter, draft in sound]


def _guide(manuscript: Manuscript, pages: list[Page]) -> dict[str, Any]:
    readable = {page.id for page in pages}
    chapters = [
        [chapter.id, chapter.title, [page for page in chapter.pages if page in readable]]
        for chapter in manuscript.chapters
    ]
    return {
        "title": manuscript.title,
        "chapters": [chapter for chapter in chapters if chapter[2]],
        "terms": {term.id: [term.word, term.meaning, *term.also] for term in manuscript.terms.values()},
        "pages": {page.id: encode_page(page) for page in pages},
    }


def _search(manuscript: Manuscript, pages: list[Page], faulty: set[Path]) -> dict[str, Any]:
    from tpe_guide.guide.search.build import search_index
    from tpe_guide.guide.search.texts import page_text, term_text, urgent_texts

    urgent = {} if manuscript.folder / "effects.yaml" in faulty else manuscript.effects.at("urgent")
    terms = in_alphabetical_order(manuscript.terms.values())
    texts = [*urgent_texts(urgent or {}), *map(page_text, pages), *map(term_text, terms)]
    return search_index(texts, terms, manuscript.lay_words)


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
