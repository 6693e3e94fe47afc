"""A booklet as EPUB 3, for a phone or a reader: a file of XHTML for each page, the same bytes for the same booklet.

Written by hand: it is a ZIP of a few small files, and the libraries for it are AGPL (EbookLib) or make no navigation
that a screen reader can use. ``epubcheck`` proves what comes out, see ``tests/handout/test_epubcheck.py``.
"""

from __future__ import annotations

import datetime as dt
import io
import uuid
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from tpe_guide.handout.booklet import Booklet, BookletChapter, Section
from tpe_guide.handout.xhtml import Pictures, about_body, document, section_body, sources_body, urgent_body, words_body
from tpe_guide.i18n import _

MIMETYPE = "application/epub+zip"
_FOLDER, _PACKAGE = "EPUB", "package.opf"
_OUR_BOOKLETS = uuid.UUID("6f6b6f0e-6a5f-5c3c-9d0e-2b2f2f7b7c11")
"""What the ids of our booklets are made from."""
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="{_FOLDER}/{_PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_STYLE = """\
/* Letters, their size and all colours are the reader's own. */
body { margin: 0 4%; line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.25; text-align: start; }
aside { border: 1px solid; padding: 0.2em 1em; margin: 1.2em 0; }
aside.short, aside.do { border-inline-start-width: 0.35em; }
aside.warning { border-width: 3px; }
aside.differ { border-style: dashed; }
figure { margin: 1.2em 0; }
figure img { max-width: 100%; background: #fff; padding: 0.5em; }
figure.small img { width: 10em; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid; padding: 0.35em 0.5em 0.35em 0; text-align: start; vertical-align: top; }
.number { font-size: 1.5em; font-weight: bold; }
.own { font-weight: bold; text-decoration: underline; }
.foot { margin-top: 2em; }
nav ol { list-style: none; padding: 0; }
nav ol ol { padding-inline-start: 1.5em; }
nav li { margin: 0.5em 0; }
dt { font-weight: bold; margin-top: 0.8em; }
dd { margin: 0 0 0 1em; }
dd p, section > ol > li > p { margin: 0.2em 0; }
"""
_TYPES = {".xhtml": "application/xhtml+xml", ".svg": "image/svg+xml", ".css": "text/css"}

_LANDMARKS = {"words.xhtml": "glossary", "sources.xhtml": "endnotes"}

Progress = Callable[[int, int], None]
"""Told how many pages are written, and of how many."""


class _Item(NamedTuple):
    """A file of the book that is read, and what its body says."""

    name: str
    title: str
    body: str


def to_epub(booklet: Booklet, progress: Progress = lambda number, count: None) -> bytes:
    """An EPUB 3 of *booklet*."""
    pictures = Pictures(booklet.access)
    front = [
        _Item("urgent.xhtml", booklet.urgent.title, urgent_body(booklet.urgent)),
        _Item("about.xhtml", _("About this booklet"), about_body(booklet)),
    ]
    pages = list(_pages(booklet, pictures, progress))
    back = []
    if booklet.words:
        back.append(_Item("words.xhtml", _("Words explained"), words_body(booklet)))
    if booklet.sources:
        back.append(_Item("sources.xhtml", _("Where this comes from"), sources_body(booklet)))
    texts = [*front, *pages, *back]
    files = {item.name: document(booklet, item.title, item.body) for item in texts}
    files["nav.xhtml"] = document(booklet, _("What is in it"), _nav(booklet, front, back))
    files["style.css"] = _STYLE
    files |= pictures.files
    package = _package(booklet, files, ["urgent.xhtml", "about.xhtml", "nav.xhtml", *(i.name for i in (*pages, *back))])
    return _zipped({_PACKAGE: package} | files)


def page_file(page: str) -> str:
    """The file of a page of the guide."""
    return f"page-{page}.xhtml"


def _pages(booklet: Booklet, pictures: Pictures, progress: Progress) -> Iterator[_Item]:
    count = len(booklet.sections)
    titles = booklet.numbered
    for number, (chapter, section) in enumerate(_sections(booklet), start=1):
        place = f"{titles[section.id].partition(' ')[0]} · {chapter.title}"
        yield _Item(page_file(section.id), section.title, section_body(place, section, pictures))
        progress(number, count)


def _sections(booklet: Booklet) -> Iterator[tuple[BookletChapter, Section]]:
    for chapter in booklet.chapters:
        for section in chapter.sections:
            yield chapter, section


def _nav(booklet: Booklet, front: list[_Item], back: list[_Item]) -> str:
    """The contents: chapters with their pages; and the places that every book has."""
    rows = [_link(item.name, item.title) for item in front]
    titles = booklet.numbered
    for number, chapter in enumerate(booklet.chapters, start=1):
        pages = "".join(f"<li>{_link(page_file(each.id), titles[each.id])}</li>" for each in chapter.sections)
        rows.append(f"<span>{escape(f'{number} {chapter.title}')}</span>\n<ol>{pages}</ol>")
    rows += [_link(item.name, item.title) for item in back]
    listed = "\n".join(f"<li>{row}</li>" for row in rows)
    first = booklet.sections[0].id
    places = [("toc", "nav.xhtml", _("What is in it")), ("bodymatter", page_file(first), booklet.title)]
    places += [(_LANDMARKS[item.name], item.name, item.title) for item in back]
    marks = "\n".join(
        f'<li><a epub:type="{kind}" href="{name}">{escape(title)}</a></li>' for kind, name, title in places
    )
    return (
        f'<nav epub:type="toc" role="doc-toc" id="toc">\n<h1>{escape(_("What is in it"))}</h1>\n<ol>\n{listed}\n</ol>\n'
        f'</nav>\n<nav epub:type="landmarks" hidden="hidden">\n<h2>{escape(_("Places in this book"))}</h2>\n'
        f"<ol>\n{marks}\n</ol>\n</nav>"
    )


def _link(name: str, title: str) -> str:
    return f'<a href="{name}">{escape(title)}</a>'


def _package(booklet: Booklet, files: Mapping[str, str], spine: list[str]) -> str:
    moment = booklet.made_at.astimezone(dt.UTC)
    names = "\n".join((booklet.version, booklet.title, moment.isoformat(), *(each.id for each in booklet.sections)))
    ids = {name: f"f{number}" for number, name in enumerate(files, start=1)}
    manifest = "\n".join(_manifest_item(name, ids[name]) for name in files)
    language = escape(booklet.language)
    turns = ' page-progression-direction="rtl"' if booklet.from_the_right else ""
    order = "\n".join(f'    <itemref idref="{ids[name]}"/>' for name in spine)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:{uuid.uuid5(_OUR_BOOKLETS, names)}</dc:identifier>
    <dc:title>{escape(booklet.title)}</dc:title>
    <dc:language>{language}</dc:language>
    <dc:creator>TPE Guide</dc:creator>
    <dc:description>{escape(booklet.subtitle)}</dc:description>
    <dc:rights>CC BY 4.0</dc:rights>
    <dc:date>{moment.date().isoformat()}</dc:date>
    <meta property="dcterms:modified">{moment.strftime("%Y-%m-%dT%H:%M:%SZ")}</meta>
{_accessibility(has_pictures=any(name.endswith(".svg") for name in files))}
  </metadata>
  <manifest>
{manifest}
  </manifest>
  <spine{turns}>
{order}
  </spine>
</package>
"""


def _accessibility(*, has_pictures: bool) -> str:
    """What the book can do for whom. That it conforms to a standard is not said: nobody has certified it."""
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    rows = [("accessMode", "textual"), ("accessModeSufficient", "textual"), ("accessibilityHazard", "none")]
    if has_pictures:
        rows.insert(1, ("accessMode", "visual"))
        features.append("alternativeText")
    rows += [("accessibilityFeature", feature) for feature in features]
    summary = _("All of it can be read as text. Each picture is told in words. Headings, lists and tables are marked.")
    rows.append(("accessibilitySummary", summary))
    return "\n".join(f'    <meta property="schema:{name}">{escape(value)}</meta>' for name, value in rows)


def _manifest_item(name: str, ident: str) -> str:
    kind = _TYPES[PurePosixPath(name).suffix]
    properties = ' properties="nav"' if name == "nav.xhtml" else ""
    return f'    <item id="{ident}" href="{name}" media-type="{kind}"{properties}/>'


def _zipped(files: Mapping[str, str]) -> bytes:
    """The book: its kind first and as it is, as readers expect; no moment of ours in the ZIP."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as book:
        _add(book, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        _add(book, "META-INF/container.xml", _CONTAINER, zipfile.ZIP_DEFLATED)
        for name, text in files.items():
            _add(book, f"{_FOLDER}/{name}", text, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _add(book: zipfile.ZipFile, name: str, text: str, how: int) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = how
    entry.create_system = 3  # else it differs by the system it is made on
    entry.external_attr = 0o644 << 16
    book.writestr(entry, text.encode())
