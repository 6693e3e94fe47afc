"""The files of an EPUB: each part of a booklet as XHTML. Every word is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tpe_guide.guide.model import BulletList, Heading, Paragraph, Picture, Span, Spans, Table
from tpe_guide.handout.booklet import Booklet, Box, Part, Section
from tpe_guide.handout.drawings import is_small, pictures_of
from tpe_guide.handout.urgent import Call, Urgent
from tpe_guide.i18n import _

_KINDS = {"note": "notice", "warning": "warning", "do": "practice"}
"""What a box is, in the vocabulary of EPUB."""


class Pictures:
    """The pictures of a book, each a file of its own, once. *access*: whose needles or line they show."""

    def __init__(self, access: str) -> None:
        self._access = access
        self.files: dict[str, str] = {}

    def of(self, name: str) -> list[tuple[str, bool]]:
        """The files of the picture *name*, and whether each is a small one; none where there is no such picture."""
        svgs = pictures_of(name, self._access, "light")
        stem = name.replace("/", "-").replace(":", "-")
        found = []
        for number, svg in enumerate(svgs, start=1):
            file = f"picture-{stem}{f'-{number}' if len(svgs) > 1 else ''}.svg"
            self.files[file] = svg
            found.append((file, is_small(svg)))
        return found


def document(booklet: Booklet, title: str, body: str) -> str:
    """A file of the book."""
    code = escape(booklet.language)
    direction = ' dir="rtl"' if booklet.from_the_right else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{code}" xml:lang="{code}"{direction}>\n<head>\n<meta charset="utf-8"/>\n<title>{_text(title)}</title>\n'
        f'<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def section_body(place: str, section: Section, pictures: Pictures) -> str:
    """A page of the guide; *place* says where it stands."""
    parts = _PageParts(pictures)
    body = "\n".join(parts.part(part) for part in section.parts)
    return (
        f'<section epub:type="chapter" role="doc-chapter" aria-labelledby="title">\n<p>{_text(place)}</p>\n'
        f'<h1 id="title">{_text(section.title)}</h1>\n{body}\n<p class="foot">{_text(section.foot)}</p>\n</section>'
    )


def urgent_body(urgent: Urgent) -> str:
    """*Urgent help*."""
    first = "".join(f"<p>{_text(words)}</p>\n" for words in urgent.first)
    calls = "\n".join(map(_call, urgent.calls))
    return (
        f"<section>\n<h1>{_text(urgent.title)}</h1>\n<p><strong>{_text(urgent.lead)}</strong></p>\n{first}{calls}\n"
        f"<p>{_text(urgent.note)}</p>\n</section>"
    )


def about_body(booklet: Booklet) -> str:
    """What the booklet is, and of when."""
    lines = "\n".join(f"<p>{_text(line)}</p>" for line in booklet.about)
    return f"<section>\n<h1>{_text(booklet.title)}</h1>\n<p>{_text(booklet.subtitle)}</p>\n{lines}\n</section>"


def words_body(booklet: Booklet) -> str:
    """The words that are explained, each with the pages that name it."""
    rows = "\n".join(
        f'<dt id="{word.id}" epub:type="glossterm"><dfn>{_text(word.word)}</dfn></dt>\n<dd epub:type="glossdef">'
        f"<p>{_text(f'{word.meaning} {word.also}'.strip())}</p>\n{_back(booklet, word.pages, f'w-{word.id}')}</dd>"
        for word in booklet.words
    )
    return (
        f'<section epub:type="glossary" role="doc-glossary">\n<h1>{_text(_("Words explained"))}</h1>\n'
        f'<dl epub:type="glossary">\n{rows}\n</dl>\n</section>'
    )


def sources_body(booklet: Booklet) -> str:
    """The sources by number, each with the pages that rest on it."""
    rows = "\n".join(
        f'<li id="s{number}"><p>{_text(words)}</p>\n{_back(booklet, pages, f"c{number}")}</li>'
        for number, words, pages in booklet.sources
    )
    return (
        f'<section epub:type="endnotes" role="doc-endnotes">\n<h1>{_text(_("Where this comes from"))}</h1>\n'
        f"<p>{_text(_('The numbers in the text stand for these.'))}</p>\n<ol>\n{rows}\n</ol>\n</section>"
    )


class _PageParts:
    """Writes the parts of one page: the first time that it names a word or a source has an id, to come back to."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._named = set[str]()

    def part(self, part: Part) -> str:
        """*part* as XHTML."""
        match part:
            case Heading(level, spans):
                return _heading(level, self._said(spans))
            case Paragraph(spans):
                return f"<p>{self._said(spans)}</p>"
            case BulletList(items, ordered):
                tag = "ol" if ordered else "ul"
                return f"<{tag}>\n{''.join(f'<li>{self._said(item)}</li>' for item in items)}\n</{tag}>"
            case Table(header, rows):
                return self._table(header, rows)
            case Picture():
                return self._picture(part)
            case Box():
                return self._box(part)

    def _box(self, box: Box) -> str:
        label = f"<p><strong>{_text(box.label)}</strong></p>\n" if box.label else ""
        inside = "\n".join(map(self.part, box.blocks))
        kind = f' epub:type="{_KINDS[box.kind]}"' if box.kind in _KINDS else ""
        return f'<aside class="{box.kind}"{kind}>\n{label}{_heading(box.level, _text(box.title))}\n{inside}\n</aside>'

    def _table(self, header: Sequence[Spans], rows: Sequence[Sequence[Spans]]) -> str:
        heads = "".join(f'<th scope="col">{self._said(cell)}</th>' for cell in header)
        body = "\n".join(
            "<tr>"
            + "".join(
                f"<td>{self._said(cell)}</td>" if at else f'<th scope="row">{self._said(cell)}</th>'
                for at, cell in enumerate(row)
            )
            + "</tr>"
            for row in rows
        )
        return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"

    def _picture(self, picture: Picture) -> str:
        files = self._pictures.of(picture.name)
        caption = f"<figcaption>{_text(picture.caption)}</figcaption>" if picture.caption else ""
        if not files:
            return f"<p>{_text(picture.alt)}</p>\n" + (f"<p>{_text(picture.caption)}</p>" if caption else "")
        small = ' class="small"' if files[0][1] else ""
        # Arrays that belong together are told once.
        images = "".join(
            f'<img src="{file}" alt="{_text("" if at else picture.alt)}"/>' for at, (file, __) in enumerate(files)
        )
        return f"<figure{small}>{images}{caption}</figure>"

    def _said(self, spans: Spans) -> str:
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        words = _text(span.text)
        match span.kind:
            case "strong":
                return f"<strong>{words}</strong>"
            case "word":
                own = self._first(f"w-{span.target}")
                return f'<a{own} epub:type="glossref" role="doc-glossref" href="words.xhtml#{span.target}">{words}</a>'
            case "page":
                return f'<a href="page-{span.target}.xhtml">{words}</a>'
            case "cite":
                return f"\N{NO-BREAK SPACE}[{', '.join(map(self._cited, span.text.split(', ')))}]"
            case "slot":
                return f'<span class="own">{words}</span>'
        return words

    def _cited(self, number: str) -> str:
        own = self._first(f"c{number}")
        return f'<a{own} epub:type="noteref" role="doc-noteref" href="sources.xhtml#s{number}">{number}</a>'

    def _first(self, name: str) -> str:
        if name in self._named:
            return ""
        self._named.add(name)
        return f' id="{name}"'


def _call(call: Call) -> str:
    return f"<section>\n<h2>{_text(call.heading)}</h2>\n{''.join(_lines(call))}</section>"


def _lines(call: Call) -> Iterator[str]:
    for label, number in call.numbers:
        if number:
            yield f'<p>{_text(f"{label}: " if label else "")}<span class="number">{_text(number)}</span></p>\n'
        else:
            words = _("{label}: the number your unit gave you.").format(label=label)
            yield f"<p>{_text(words)}</p>\n"
    if call.lead:
        yield f"<p>{_text(call.lead)}</p>\n"
    for title, signs in call.groups:
        head = f"<h3>{_text(title)}</h3>\n" if title else ""
        yield f"{head}<ul>{''.join(f'<li>{_text(sign)}</li>' for sign in signs)}</ul>\n"


def _heading(level: int, inside: str) -> str:
    """A booklet's pages are at level 2; in a file of its own a page is at 1."""
    return f"<h{level - 1}>{inside}</h{level - 1}>"


def _back(booklet: Booklet, pages: Iterable[str], place: str) -> str:
    """The way back to each of *pages*, by its number: with titles it would be longer than what it is about."""
    titles = booklet.numbered
    links = ", ".join(
        f'<a href="page-{page}.xhtml#{place}" role="doc-backlink" aria-label="{_text(titles[page])}">'
        f"{titles[page].partition(' ')[0]}</a>"
        for page in pages
    )
    return f"<p>{_text(_('Said in:'))} {links}</p>"


def _text(words: str) -> str:
    """*words* as XML may have them."""
    return escape("".join(sign for sign in words if sign.isprintable() or sign in "\n\t"))
