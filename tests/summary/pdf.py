"""What a PDF says and how it is drawn, read back from the file itself."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_INKS = {"g", "G", "rg", "RG", "k", "K", "sc", "SC", "scn", "SCN"}


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def page_count(data: bytes) -> int:
    return len(opened(data).pages)


def text_of(data: bytes, page: int | None = None) -> str:
    """The words of one page (from 0) or of all, in reading order, white space and soft breaks left out."""
    with opened(data) as whole:
        pages = list(whole.pages)
        chosen = pages if page is None else [pages[page]]
        return "".join(words for each in chosen for words in _words(each))


def spoken(data: bytes) -> str:
    """The words of all pages as a reader that knows PDF says them: where a sign is drawn in parts, its ActualText.

    What is written from the right stands in the order of the ink, from the left.
    """
    with opened(data) as whole:
        return "".join(words for page in whole.pages for words in _words(page, actual=True))


def squeezed(words: str) -> str:
    """*words* as ``text_of`` gives them."""
    return re.sub(r"[\s\u200b]", "", words)


def inks(data: bytes) -> set[tuple[float, ...]]:
    """Every colour set anywhere, as its numbers."""
    return {
        tuple(float(value) for value in operands if not isinstance(value, pikepdf.Name))
        for operands, operator in _instructions(data)
        if operator in _INKS
    }


def text_sizes(data: bytes) -> set[float]:
    """Every font size, in points."""
    return {float(operands[1]) for operands, operator in _instructions(data) if operator == "Tf"}


def rule_widths(data: bytes) -> set[float]:
    """Every line width, in points."""
    return {float(operands[0]) for operands, operator in _instructions(data) if operator == "w"}


def _instructions(data: bytes) -> Iterator[tuple[list[Any], str]]:
    with opened(data) as pdf:
        for page in pdf.pages:
            yield from _parsed(page)
        for thing in pdf.objects:
            # Patterns and forms are drawn by streams of their own.
            if isinstance(thing, pikepdf.Stream) and ("/PatternType" in thing or thing.get("/Subtype") == "/Form"):
                yield from _parsed(thing)


def _parsed(stream: Any) -> Iterator[tuple[list[Any], str]]:
    for operands, operator in pikepdf.parse_content_stream(stream):  # type: ignore[misc]
        yield list(operands), str(operator)


def _words(page: pikepdf.Page, *, actual: bool = False) -> Iterator[str]:
    fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    font: dict[int, str] = {}
    said_by_span: list[bool] = []
    for operands, operator in _parsed(page):
        if operator in ("BDC", "BMC"):
            text = operands[1].get("/ActualText") if actual and isinstance(operands[-1], pikepdf.Dictionary) else None
            said_by_span.append(text is not None)
            if text is not None:
                yield squeezed(str(text))
        elif operator == "EMC":
            said_by_span.pop()
        elif operator == "Tf":
            font = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ") and not any(said_by_span):
            for run in operands[0] if operator == "TJ" else operands:
                if isinstance(run, pikepdf.String):
                    yield squeezed("".join(_decoded(bytes(run), font)))


def _decoded(run: bytes, font: dict[int, str]) -> Iterator[str]:
    for start in range(0, len(run), 2):
        yield font.get(int.from_bytes(run[start : start + 2]), "\ufffd")


def _unicode(font: Any) -> dict[int, str]:
    """Glyph → text, from the font's ToUnicode map."""
    found: dict[int, str] = {}
    cmap = font.ToUnicode.read_bytes()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        codes = [bytes.fromhex(code.decode()) for code in _HEX.findall(block)]
        for glyph, text in zip(codes[::2], codes[1::2], strict=True):
            found[int.from_bytes(glyph)] = text.decode("utf-16-be")
    assert b"beginbfrange" not in cmap
    return found


def outline(data: bytes) -> str:
    """What a screen reader goes by: each tag on a line, deeper ones further in, with its words; each row on one line.

    Below it what stands on each page beside the tags, such as its foot.
    """
    with opened(data) as whole:
        pages = {page.obj.objgen: number for number, page in enumerate(whole.pages)}
        spans = [_spans(page) for page in whole.pages]
        lines = [line for __, line in _tags(whole.Root.StructTreeRoot, 0, pages, spans)]
        lines += [f"beside page {number}: {one[None]}" for number, one in enumerate(spans, start=1) if None in one]
    return "".join(f"{line}\n" for line in lines)


_Line = tuple[int, str]
"""The page it stands on, from 0, and the line."""


def _tags(tag: Any, depth: int, pages: dict[Any, int], spans: list[dict[int | None, str]]) -> Iterator[_Line]:
    """*tag* and all below it. A ``Div`` without words is left out: it tells a reader nothing."""
    name = str(tag.S)[1:] if "/S" in tag else ""
    inside = list(_inside(tag, depth + (name not in ("", "Div")), pages, spans))
    head = " ".join(filter(None, (name, *_told(tag))))
    page = inside[0][0] if inside else 0
    indent = "  " * depth
    if name == "TR":
        yield page, f"{indent}{head}: " + " | ".join(line.strip() for __, line in inside)
    elif name in ("TH", "TD"):
        words = " ".join(re.sub(r"^(?:Strong|Span|P) ", "", line.strip()) for __, line in inside)
        yield page, " ".join(filter(None, (head.replace("TD", "").strip(), words)))
    elif name in ("", "Div"):
        yield from inside
    elif len(inside) == 1 and "\x00" in inside[0][1]:
        where = f" (page {page + 1})" if name in ("H1", "H2") else ""
        yield page, f"{indent}{head}{where} {inside[0][1].strip().strip(chr(0))}"
    else:
        yield page, indent + head
        yield from ((at, line.replace("\x00", "")) for at, line in inside)


def _inside(tag: Any, depth: int, pages: dict[Any, int], spans: list[dict[int | None, str]]) -> Iterator[_Line]:
    """What *tag* holds, in order. Its own words have a NUL before them until they are known to be alone."""
    kids = list(tag.K) if isinstance(tag.get("/K"), pikepdf.Array) else [tag.K] if "/K" in tag else []
    at = pages[tag.Pg.objgen] if "/Pg" in tag else 0
    words: list[str] = []
    page = at
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if words:
                yield page, "  " * depth + "\x00" + " ".join(words)
                words = []
            yield from _tags(kid, depth, pages, spans)
        elif isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == "/MCR":
                page = pages[kid.Pg.objgen] if "/Pg" in kid else at
                words.append(spans[page][int(kid.MCID)].strip())
        else:
            page = at
            words.append(spans[page][int(kid)].strip())
    if any(words):
        yield page, "  " * depth + "\x00" + " ".join(filter(None, words))


def _told(tag: Any) -> Iterator[str]:
    """What a tag tells beside its words."""
    attributes = tag.get("/A", [])
    for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        yield from (f"[{str(one[key]).strip('/')}]" for key in ("/Scope", "/ColSpan", "/RowSpan") if key in one)
    yield from (f"({key}: {tag[f'/{key}']})" for key in ("Alt", "ActualText", "Lang") if f"/{key}" in tag)


def _spans(page: pikepdf.Page) -> dict[int | None, str]:
    """The words of each marked part of *page* by its number; None: of those that belong to no tag."""
    fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    font: dict[int, str] = {}
    open_marks: list[tuple[int | None, bool]] = []
    found: dict[int | None, str] = {}
    for operands, operator in _parsed(page):
        if operator in ("BDC", "BMC"):
            known: Any = operands[-1] if isinstance(operands[-1], pikepdf.Dictionary) else {}
            mark = int(known["/MCID"]) if "/MCID" in known else open_marks[-1][0] if open_marks else None
            spoken_for = bool(open_marks and open_marks[-1][1])
            if "/ActualText" in known and not spoken_for:
                found[mark] = found.get(mark, "") + str(known["/ActualText"])
            open_marks.append((mark, spoken_for or "/ActualText" in known))
            if mark is not None:
                found.setdefault(mark, "")
        elif operator == "EMC":
            open_marks.pop()
        elif operator == "Tf":
            font = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ") and not (open_marks and open_marks[-1][1]):
            mark = open_marks[-1][0] if open_marks else None
            for run in operands[0] if operator == "TJ" else operands:
                if isinstance(run, pikepdf.String):
                    found[mark] = found.get(mark, "") + "".join(_decoded(bytes(run), font))
    return {mark: words.replace("\u200b", "") for mark, words in found.items()}
