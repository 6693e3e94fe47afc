"""The pages of an encrypted store, each decrypted and proven by itself: for a store that SQLite no longer opens.

SQLCipher 4: pages of 4,096 bytes, AES-256 in CBC, at the end of each its IV and an HMAC-SHA512 of page and number. The
key of that is made from the diary's key and the first 16 bytes of the file. The format is fixed and published, so this
reads what the library does not: every page whose HMAC is right is word for word what was written.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from typing import NamedTuple

PAGE = 4096
SALT = 16
_IV, _MAC = 16, 64
_USED = PAGE - _IV - _MAC
_SALT_MASK = 0x3A
_HEAD = b"SQLite format 3\0"
_WAL_HEAD, _WAL_FRAME = 32, 24
_WAL_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""Says in which order of bytes its sums are made."""
_LEAF, _INDEX_LEAF, _INNER, _INDEX_INNER = 13, 10, 5, 2
_LARGEST_ROW = 1024 * 1024

Value = int | str | bytes | float | None
Row = tuple[int | None, tuple[Value, ...]]
"""Its number (None in a table without), and its columns."""


class LostError(Exception):
    """A row cannot be read: part of it is on a page that is not as it was written."""


class Pages(NamedTuple):
    """What could be read of a store."""

    good: dict[int, bytes]
    """Each whole page by its number, the first is 1."""
    bad: frozenset[int]
    proven: bool
    """By their HMAC. False: the beginning of the file is lost, and with it the key that proves the pages."""


def decrypt(store: bytes, key: bytes, log: bytes = b"") -> Pages:
    """All pages of *store* that are as they were written; those in its *log* in place of older ones."""
    salt = _salt(store, key)
    good, bad = {}, set()
    mac_key = _mac_key(key, salt) if salt is not None else None
    frames = _frames(log) if mac_key is not None else {}
    for number in sorted({*range(1, (len(store) + PAGE - 1) // PAGE + 1), *frames}):
        for raw in (frames.get(number), store[(number - 1) * PAGE : number * PAGE]):
            if raw and len(raw) == PAGE and (mac_key is None or _is_whole(raw, number, mac_key)):
                good[number] = _plain(raw, number, key)
                break
        else:
            bad.add(number)
    return Pages(good, frozenset(bad), proven=mac_key is not None)


class Tree(NamedTuple):
    """The pages of one table: those that hold its rows, and whether its whole order could be followed."""

    leaves: tuple[int, ...]
    whole: bool


def tables(pages: Pages) -> dict[str, int] | None:
    """The first page of each table by its name; None where what says so is lost."""
    found: dict[str, int] = {}
    tree = walk(pages, 1)
    for number in tree.leaves:
        for row in rows_of(pages, number):
            if isinstance(row, LostError):
                return None
            kind, name, _of, root, *_rest = (*row[1], None, None, None, None)
            if kind == "table" and isinstance(root, int):
                found[str(name)] = root
    return found if tree.whole and found else None


def walk(pages: Pages, root: int) -> Tree:
    """The pages of the table that begins at *root*."""
    found: list[int] = []
    seen: set[int] = set()
    waiting = [root]
    whole = True
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        page = pages.good.get(number)
        if page is None:
            whole = False
            continue
        kind = page[_start(number)]
        if kind in (_LEAF, _INDEX_LEAF):
            found.append(number)
        elif kind in (_INNER, _INDEX_INNER):
            found.append(number)  # one without rowids has rows on the way as well
            waiting += _children(page, number)
        else:
            whole = False
    return Tree(tuple(found), whole)


def free(pages: Pages) -> frozenset[int] | None:
    """The pages that hold nothing any more, though old words may stand on them; None: that is not known."""
    first = pages.good.get(1)
    if first is None:
        return None
    found: set[int] = set()
    (trunk,) = struct.unpack_from(">I", first, 32)
    while trunk:
        page = pages.good.get(trunk)
        if page is None or trunk in found:
            return None
        found.add(trunk)
        trunk, count = struct.unpack_from(">II", page, 0)
        if count > PAGE // 4:
            return None
        found.update(struct.unpack_from(f">{count}I", page, 8))
    return frozenset(found)


def rows_of(pages: Pages, number: int) -> Iterator[Row | LostError]:
    """The rows that begin on page *number*; a LostError for each of which a part is lost."""
    page = pages.good[number]
    start = _start(number)
    kind = page[start]
    if kind not in (_LEAF, _INDEX_LEAF, _INDEX_INNER):
        return
    (count,) = struct.unpack_from(">H", page, start + 3)
    pointers = start + (12 if kind == _INDEX_INNER else 8)
    if pointers + 2 * count > _USED:
        return
    for at in struct.unpack_from(f">{count}H", page, pointers):
        try:
            yield _row(pages, page, at + (4 if kind == _INDEX_INNER else 0), kind)
        except LostError as error:
            yield error
        except (IndexError, struct.error, ValueError, OverflowError) as error:
            yield LostError(str(error))


def is_of_rows(pages: Pages, number: int) -> bool:
    """Whether page *number* may hold rows of some table."""
    return pages.good[number][_start(number)] in (_LEAF, _INDEX_LEAF, _INDEX_INNER)


def _row(pages: Pages, page: bytes, at: int, kind: int) -> Row:
    size, at = _varint(page, at)
    number: int | None = None
    if kind == _LEAF:
        number, at = _varint(page, at)
    if not 0 < size <= _LARGEST_ROW:
        raise LostError("size")
    return number, _columns(_payload(pages, page, at, size, is_index=kind != _LEAF))


def _payload(pages: Pages, page: bytes, at: int, size: int, *, is_index: bool) -> bytes:
    """What a row holds, with what of it stands on pages of its own."""
    most = (_USED - 12) * 64 // 255 - 23 if is_index else _USED - 35
    if size <= most:
        return _exactly(page, at, size)
    least = (_USED - 12) * 32 // 255 - 23
    here = least + (size - least) % (_USED - 4)
    if here > most:
        here = least
    parts = [_exactly(page, at, here)]
    (following,) = struct.unpack_from(">I", page, at + here)
    left = size - here
    while left > 0:
        more = pages.good.get(following)
        if more is None:
            raise LostError("overflow")
        part = min(left, _USED - 4)
        parts.append(more[4 : 4 + part])
        left -= part
        (following,) = struct.unpack_from(">I", more, 0)
    return b"".join(parts)


def _columns(payload: bytes) -> tuple[Value, ...]:
    head, at = _varint(payload, 0)
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    at = head
    for kind in kinds:
        size = _size(kind)
        values.append(_value(kind, _exactly(payload, at, size)))
        at += size
    if at != len(payload):
        raise LostError("length")
    return tuple(values)


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind]


def _value(kind: int, data: bytes) -> Value:
    match kind:
        case 0:
            return None
        case 7:
            return float(struct.unpack(">d", data)[0])
        case 8 | 9:
            return kind - 8
    if kind < 12:
        return int.from_bytes(data, "big", signed=True)
    return data.decode() if kind % 2 else data


def _children(page: bytes, number: int) -> Iterator[int]:
    start = _start(number)
    (count,) = struct.unpack_from(">H", page, start + 3)
    yield struct.unpack_from(">I", page, start + 8)[0]
    for at in struct.unpack_from(f">{min(count, PAGE // 6)}H", page, start + 12):
        if at + 4 <= _USED:
            yield struct.unpack_from(">I", page, at)[0]


def _start(number: int) -> int:
    """Where the head of a page begins: on the first one the head of the file comes before it."""
    return 100 if number == 1 else 0


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index in range(8):
        byte = data[at + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value << 8 | data[at + 8], at + 9


def _exactly(data: bytes, at: int, size: int) -> bytes:
    part = data[at : at + size]
    if len(part) != size:
        raise LostError("length")
    return part


# --- the cipher ---------------------------------------------------------------------------------------------------


def _mac_key(key: bytes, salt: bytes) -> bytes:
    masked = bytes(byte ^ _SALT_MASK for byte in salt)
    return hashlib.pbkdf2_hmac("sha512", key, masked, 2, 32)


def _is_whole(raw: bytes, number: int, mac_key: bytes) -> bool:
    start = SALT if number == 1 else 0
    told = hmac.digest(mac_key, raw[start : _USED + _IV] + struct.pack("<I", number), "sha512")
    return hmac.compare_digest(told, raw[_USED + _IV :])


def _plain(raw: bytes, number: int, key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    start = SALT if number == 1 else 0
    decryptor = Cipher(algorithms.AES(key), modes.CBC(raw[_USED : _USED + _IV])).decryptor()
    plain = decryptor.update(raw[start:_USED]) + decryptor.finalize()
    return (_HEAD if number == 1 else b"") + plain


def _salt(store: bytes, key: bytes) -> bytes | None:
    """The first bytes of the file, or what they were where one of them was changed; None: that is not known."""
    salt, some = store[:SALT], _some_pages(store)

    def fits(salt: bytes) -> bool:
        mac_key = _mac_key(key, salt)
        return any(_is_whole(raw, number, mac_key) for number, raw in some)

    if fits(salt):
        return salt
    for at in range(SALT):
        for byte in range(256):
            tried = salt[:at] + bytes([byte]) + salt[at + 1 :]
            if fits(tried):
                return tried
    # Nobody but a whole page can prove another beginning, and a log may have a whole first page.
    return None


def _some_pages(store: bytes) -> list[tuple[int, bytes]]:
    """A few pages out of all parts of the file: not all of them are damaged, if any is of use."""
    count = len(store) // PAGE
    numbers = dict.fromkeys((2, 1, count, count // 2 + 1, count // 3 + 1))
    return [(each, store[(each - 1) * PAGE : each * PAGE]) for each in numbers if 1 <= each <= count]


def _frames(log: bytes) -> dict[int, bytes]:
    """The newest page of each number in *log*, as far as it was committed and its sums are right."""
    if len(log) < _WAL_HEAD:
        return {}
    magic, _version, size = struct.unpack_from(">III", log, 0)
    order = _WAL_MAGIC.get(magic)
    if order is None or size != PAGE:
        return {}
    sums = _sums(log[:24], (0, 0), order)
    if sums != struct.unpack_from(">II", log, 24):
        return {}
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    for at in range(_WAL_HEAD, len(log) - _WAL_FRAME - PAGE + 1, _WAL_FRAME + PAGE):
        head, raw = log[at : at + _WAL_FRAME], log[at + _WAL_FRAME : at + _WAL_FRAME + PAGE]
        sums = _sums(raw, _sums(head[:8], sums, order), order)
        if head[8:16] != log[16:24] or sums != struct.unpack_from(">II", head, 16):
            break
        number, is_commit = struct.unpack_from(">II", head, 0)
        pending[number] = raw
        if is_commit:
            committed |= pending
            pending.clear()
    return committed


def _sums(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
