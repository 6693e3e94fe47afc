"""The diary that a PDF of ours carries, found without a library for PDFs: see ARCHITECTURE.md, decisions.

It trusts nothing. An embedded file is a stream of its own in every PDF, whoever wrote the file anew, and it begins with
its own dictionary; no table of the PDF is followed, so none can lead in circles. Of each stream a few bytes are looked
at, and only one that begins as a diary does is read, up to the size that a diary may have.
"""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator
from itertools import islice

from tpe_guide.diary.kinds import FaultError
from tpe_guide.diary.model import FILE_LIMIT
from tpe_guide.i18n import _

_HEADER_WITHIN = 1024
_EMBEDDED = re.compile(rb"/EmbeddedFile(?![A-Za-z0-9])")
_MOST_EMBEDDED = 1000
_MOST_ALIKE = 2
"""Some programs keep a file twice. Each that is unpacked may be as long as a diary, so not many are."""
_DICTIONARY_WITHIN = 4096
_BODY = re.compile(rb">>\s*stream\r?\n")
_FILTER = re.compile(rb"/Filter\s*(?:/(?P<one>[A-Za-z0-9]+)|\[\s*/(?P<only>[A-Za-z0-9]+)\s*\])")
_LENGTH = re.compile(rb"/Length\s+([0-9]{1,12})(\s+[0-9]{1,5}\s+R)?")
_BEGINS_AS_A_DIARY = re.compile(rb'\s*\{\s*"format"\s*:\s*"tpe-guide-diary"')
_PEEK = 256
_PIECE = 1 << 16


def is_pdf(data: bytes) -> bool:
    """Whether *data* calls itself a PDF. Other programs may put something before it, but no JSON."""
    begins = data[:_HEADER_WITHIN]
    return b"%PDF-" in begins and not begins.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")


def diary_in(data: bytes) -> bytes:
    """The exchange file in the PDF *data*. Raises FaultError: there is none, several, or it is spoilt."""
    begun = list(islice(_begun(data), _MOST_ALIKE + 1))
    found = {
        _unpacked(data, start) if packed else _plain(data, dictionary, start) for dictionary, start, packed in begun
    }
    if len(found) == 1 and len(begun) <= _MOST_ALIKE:
        return found.pop()
    if found:
        raise FaultError("", _("the page of one diary; this PDF carries more"))
    if b"/Encrypt" in data:
        raise FaultError("", _("a PDF without a password; this one is locked"))
    raise FaultError("", _("a diary; this PDF was not made by tpe-guide, or it carries no diary"))


def carries_one(data: bytes) -> bool:
    """Whether *data* is a PDF in which a diary begins, be it spoilt or not."""
    try:
        return is_pdf(data) and next(_begun(data), None) is not None
    except FaultError:
        return False


def _begun(data: bytes) -> Iterator[tuple[bytes, int, bool]]:
    """Each embedded file that begins as a diary: its dictionary, its start, whether it is packed."""
    last = 0
    for number, mark in enumerate(_EMBEDDED.finditer(data)):
        if number == _MOST_EMBEDDED:
            raise FaultError("", _("a PDF that carries fewer files"))
        found = _stream(data, mark.start())
        if found is None or found[1] == last:
            continue
        dictionary, start = found
        last = start
        if b"/DecodeParms" in dictionary:
            continue
        match _FILTER.search(dictionary):
            case None:
                if _BEGINS_AS_A_DIARY.match(data, start, start + _PEEK):
                    yield dictionary, start, False
            case packed if (packed["one"] or packed["only"]) in (b"FlateDecode", b"Fl"):
                if _BEGINS_AS_A_DIARY.match(_peeked(data, start)):
                    yield dictionary, start, True


def _stream(data: bytes, inside: int) -> tuple[bytes, int] | None:
    """The dictionary around *inside*, and where its stream starts; None where there is no such thing."""
    begin = data.rfind(b"obj", max(0, inside - _DICTIONARY_WITHIN), inside)
    body = _BODY.search(data, inside, inside + _DICTIONARY_WITHIN)
    if begin < 0 or body is None or b"endobj" in data[inside : body.start()]:
        return None
    return data[begin : body.start()], body.end()


def _peeked(data: bytes, start: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data[start : start + _PIECE], _PEEK)
    except zlib.error:
        return b""


def _unpacked(data: bytes, start: int) -> bytes:
    """The stream from *start*, which knows its end and its checksum."""
    unpacker, parts, size = zlib.decompressobj(), [], 0
    fed = memoryview(data)
    try:
        while not unpacker.eof and (piece := unpacker.unconsumed_tail or bytes(fed[start : start + _PIECE])):
            if not unpacker.unconsumed_tail:
                start += _PIECE
            parts.append(unpacker.decompress(piece, FILE_LIMIT + 1 - size))
            size += len(parts[-1])
            if size > FILE_LIMIT:
                raise FaultError("", _("a diary of at most {limit} MB in this PDF").format(limit=FILE_LIMIT >> 20))
    except zlib.error:
        raise FaultError("", _("an undamaged copy; the diary in this PDF is spoilt")) from None
    if not unpacker.eof:
        raise FaultError("", _("the rest of the file; it breaks off here"))
    return b"".join(parts)


def _plain(data: bytes, dictionary: bytes, start: int) -> bytes:
    """The same, as another program has unpacked it: its length stands in its dictionary, or elsewhere."""
    length = _LENGTH.search(dictionary)
    if length is not None and length[2]:
        number = int(length[1])
        length = re.search(rb"(?<![0-9])%d\s+[0-9]+\s+obj\s*([0-9]{1,12})\s*endobj" % number, data)
    if length is None or start + int(length[1]) > len(data):
        raise FaultError("", _("the rest of the file; it breaks off here"))
    return data[start : start + int(length[1])]
