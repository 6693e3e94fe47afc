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
