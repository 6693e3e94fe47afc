"""From the diary to a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any, NamedTuple

from tpe_guide.diary.model import Diary, EffectReport, Entry
from tpe_guide.diary.record import Column, Items, Key, Named, Record, record_of

_FORMULA_STARTS = (*"=+-@", *"＝＋－＠", "\t", "\r", "\n")
"""Also the wide signs: spreadsheets of East Asia take them for the narrow ones."""


class _Cell(NamedTuple):
    """What stands in one column: a field of the entry, or of the effect that the row is about."""

    column: Column
    key: Key
    of_effect: bool
    inner: str = ""
    """The name in the field, where it has several."""

    @property
    def heading(self) -> str:
        """What stands over it."""
        return self.inner or self.column.name or self.key.name


def columns(make: type[Diary] = Diary) -> tuple[str, ...]:
    """The names of the columns of a diary that is declared by *make*."""
    return tuple(cell.heading for cell in _cells(make))


def to_csv(diary: Diary) -> bytes:
    """*diary* as RFC 4180 CSV: a header, then a row for each effect, or one for an entry without effects.

    What an entry says beside its effects stands in each of its rows. *session* is the session's number. No cell can
    start a formula in a spreadsheet, and a mark at the start tells it that this is UTF-8.
    """
    cells = _cells(type(diary))
    numbers = {session.id: session.number for session in diary.sessions}
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(cell.heading for cell in cells)
    for entry in diary.entries:
        number = numbers.get(entry.session) if entry.session is not None else None
        table.writerows(map(_safe, _row(cells, entry, report, number)) for report in entry.effects or (None,))
    return stream.getvalue().encode("utf-8-sig")


def _cells(make: type[Diary]) -> list[_Cell]:
    entry = _record_in(record_of(make), "entries")
    cells = [*_marked(entry, of_effect=False), *_marked(_record_in(entry, "effects"), of_effect=True)]
    return sorted(cells, key=lambda cell: cell.column.number)


def _record_in(record: Record[Any], name: str) -> Record[Any]:
    """What each of the items in the field *name* is."""
    (kind,) = (key.kind for key in record.keys if key.name == name)
    assert isinstance(kind, Items)
    assert isinstance(kind.kind, Record)
    return kind.kind


def _marked(record: Record[Any], *, of_effect: bool) -> Iterator[_Cell]:
    for key in record.keys:
        if column := key.mark(Column):
            names = key.kind.names if isinstance(key.kind, Named) else ("",)
            yield from (_Cell(column, key, of_effect, name) for name in names)


def _row(cells: list[_Cell], entry: Entry, report: EffectReport | None, session: int | None) -> Iterator[object]:
    for column, key, of_effect, inner in cells:
        record = report if of_effect else entry
        if record is None:
            yield None
            continue
        value = getattr(record, key.name)
        if inner:
            yield value.get(inner)
        elif key.name == "session":
            yield session
        else:
            yield None if column.no_is_nothing and value is False else key.kind.write(value)


def _safe(value: object) -> str:
    """*value* as a cell that no spreadsheet runs."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
