"""Row headers for the tables of a PDF: a screen reader then says “Tingling, session 5: 1”, and not “1”.

typst tags the cells above a table as headers by itself. For those at its left it has ``pdf.header-cell``, behind a
switch that its Python binding does not have; so they are tagged here. In all our tables the first cell with words
heads its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_XREF = re.compile(rb"xref\n0 (\d+)\n")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ROW = b"<</Type/StructElem/S/TR/"
_ROOT = b"/Type/StructTreeRoot"
_CELL = b"/Type/StructElem/S/TD/"
_KIDS = re.compile(rb"/K\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_HEADERS = re.compile(rb"/Headers\[([^\]]*)\]")
_NAMES = re.compile(rb"/IDTree<</Names\[(.*?)\]>>")
_NAME = re.compile(rb"(\([^)]*\))(\d+ 0 R)")
_ENTRY = 20
"""The bytes of a line of the cross-reference table."""


def with_row_headers(pdf: bytes) -> bytes:
    """*pdf*, as typst writes it, with a header for each row of its tables."""
    place = _START.search(pdf)
    table = place and _XREF.match(pdf, int(place[1]))
    if not place or not table:
        return pdf  # no file that typst wrote
    end = int(place[1])
    offsets = list(_offsets(pdf, table.end(), int(table[1])))
    objects = _objects(pdf, offsets, end)
    _tag(objects)
    return _written(pdf[: min(offsets)], objects, pdf[table.end() + _ENTRY * (len(offsets) + 1) : place.start()])


def _offsets(pdf: bytes, start: int, count: int) -> Iterator[int]:
    """Where each object begins, from the first on: object 0 is none."""
    return (int(pdf[at : at + 10]) for at in range(start + _ENTRY, start + _ENTRY * count, _ENTRY))


def _objects(pdf: bytes, offsets: list[int], end: int) -> dict[int, bytes]:
    """The bytes of each object by its number, in the order of the file."""
    places = sorted((offset, number) for number, offset in enumerate(offsets, start=1))
    ends = [offset for offset, __ in places[1:]] + [end]
    return {number: pdf[offset:stop] for (offset, number), stop in zip(places, ends, strict=True)}


def _tag(objects: dict[int, bytes]) -> None:
    named: list[tuple[bytes, bytes]] = []
    for row in [data for data in objects.values() if _ROW in data]:
        cells = _kids(row)
        if not cells or any(_CELL not in objects[cell] for cell in cells):
            continue  # a row of headers already
        first, *rest = sorted(cells, key=lambda cell: _is_picture(objects, cell))
        name = b"(R%d)" % first
        objects[first] = _as_header(objects[first], name)
        # A cell that names its headers is read with these alone.
        naming = [number for number in rest if _HEADERS.search(objects[number])]
        for number in naming:
            objects[number] = _HEADERS.sub(rb"/Headers[\1%s]" % name, objects[number], count=1)
        if naming:
            named.append((name, b"%d 0 R" % first))
    if named:
        root = next(number for number, data in objects.items() if _ROOT in data)
        objects[root] = _with_names(objects[root], named)


def _kids(tag: bytes) -> list[int]:
    kids = _KIDS.search(tag)
    return [int(number) for number in _REFERENCE.findall(kids[1])] if kids else []


def _is_picture(objects: dict[int, bytes], cell: int) -> bool:
    """Whether *cell* has no words of its own to name a row by."""
    kids = _KIDS.search(objects[cell])
    words = _REFERENCE.sub(b"", kids[1]).strip() if kids else b""
    return not words and all(b"/S/Figure" in objects[kid] for kid in _kids(objects[cell]))


def _with_names(root: bytes, named: list[tuple[bytes, bytes]]) -> bytes:
    """The *root* of all tags, where what is *named* can be found."""
    found = _NAMES.search(root)
    names = sorted([*named, *(_NAME.findall(found[1]) if found else ())])
    tree = b"/IDTree<</Names[%s]>>" % b" ".join(b"".join(pair) for pair in names)
    bare = root[: found.start()] + root[found.end() :] if found else root
    return bare.replace(_ROOT, _ROOT + tree, 1)


def _as_header(cell: bytes, name: bytes) -> bytes:
    header = cell.replace(b"/S/TD/", b"/S/TH/ID%s/" % name, 1)
    if b"/O/Table" in header:
        return header.replace(b"/O/Table", b"/O/Table/Scope/Row", 1)
    if b"/A[" in header:
        return header.replace(b"/A[", b"/A[<</O/Table/Scope/Row>>", 1)
    return header.replace(b"/K[", b"/A[<</O/Table/Scope/Row>>]/K[", 1)


def _written(head: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    parts, place, offsets = [head], len(head), dict.fromkeys(sorted(objects), 0)
    for number, data in objects.items():
        offsets[number] = place
        parts.append(data)
        place += len(data)
    lines = [b"0000000000 65535 f \n", *(b"%010d 00000 n \n" % offset for offset in offsets.values())]
    parts += [b"xref\n0 %d\n" % len(lines), *lines, trailer, b"startxref\n%d\n%%%%EOF" % place]
    return b"".join(parts)
