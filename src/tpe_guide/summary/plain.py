"""The nurse's page as plain text, for a terminal, an e-mail or a note in another system."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from tpe_guide.summary.report import (
    Functions,
    Grid,
    LastSession,
    Mattering,
    Questions,
    Report,
    SessionTable,
    SignTable,
    WarningReport,
    WarningSigns,
)

WIDTH = 78
_INDENT = "  "
_GUTTER = "  "


def to_text(report: Report) -> str:
    """*report* in lines of at most 78 characters (tables may be wider); ends in a newline."""
    return "\n\n".join("\n".join(part) for part in _parts(report)) + "\n"


def _parts(report: Report) -> Iterator[list[str]]:
    yield [
        report.title_line,
        "=" * len(report.title_line),
        *_wrapped([report.course, f"{report.made_from} {report.printed}", *report.shown]),
        # To write on: what is printed from a text must not be taken for another person's.
        f"{report.running.name} {'_' * 40}",
    ]
    if report.last:
        yield [*_title(report.last.title), *_last(report.last)]
    warnings = report.warnings
    yield [*_title(warnings.title), *_warnings(warnings)]
    if report.grid:
        yield _grid(report.grid)
    if report.words:
        yield _title(report.words.title)
        for quote in report.words.quotes:
            yield [f"{quote.source}:", *_paragraph(quote.text, _INDENT, _INDENT)]
        if report.words.more:
            yield [report.words.more]
    if report.sessions:
        yield _sessions(report.sessions)
    if report.functions:
        yield _functions(report.functions)
    if report.questions:
        yield [*_title(report.questions.title), *_questions(report.questions)]
    if report.matters and report.matters.values:
        yield [*_title(report.matters.title), *_values(report.matters.values)]
    if report.matters and report.matters.ready:
        yield [*_title(report.matters.ready_title), *_ready(report.matters)]
    if warnings.listed:
        yield [*_title(warnings.listed_title), *_reported(warnings.listed)]
    yield from _at_the_end(report)


def _at_the_end(report: Report) -> Iterator[list[str]]:
    if report.notes:
        yield list(_wrapped(report.notes))
    if report.squares:
        yield [*_title(report.squares.title), *_wrapped(report.squares.says)]
    yield [report.footer.disclaimer, f"{report.footer.version} · {report.footer.diary}"]


def _title(words: str) -> list[str]:
    return [words, "-" * len(words)]


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(line, WIDTH)


def _paragraph(text: str, first: str = "", rest: str = "") -> list[str]:
    """*text* with its own line ends kept and long lines wrapped."""
    lines: list[str] = []
    for line in text.split("\n"):
        lead = rest if lines else first
        lines += textwrap.wrap(line, WIDTH, initial_indent=lead, subsequent_indent=rest) or [""]
    return lines


def _reported(reports: Iterable[WarningReport]) -> Iterator[str]:
    for item in reports:
        yield from _paragraph(f"! {item.when} {item.says} {item.told_label} {item.told}", rest=_INDENT)


def _last(last: LastSession) -> Iterator[str]:
    rows = [(f"{fact.label}:", fact.says) for fact in last.items]
    widths = _widths(rows)
    yield f"{last.fluid.label} {last.fluid.says}"
    yield from (_columns(row, widths) for row in rows)
    if last.note:
        yield last.note


def _warnings(signs: WarningSigns) -> Iterator[str]:
    if signs.table:
        yield from (*_signs(signs.table), "")
    if signs.measured:
        yield from _paragraph(f"! {signs.measured.label} {signs.measured.says}", rest=_INDENT)
    yield from _reported(signs.reports)
    yield from _wrapped(signs.silence)
    if signs.pointer:
        yield signs.pointer


def _signs(table: SignTable) -> Iterator[str]:
    rows = [(row.name, *(" ".join((answer.says, answer.day)).strip() for answer in row.answers)) for row in table.rows]
    head = [(table.corner, *(number for number, __ in table.columns)), ("", *(day for __, day in table.columns))]
    widths = _widths([*head, *rows])
    yield from (_columns(row, widths) for row in (*head, *rows))
    yield from _wrapped([table.legend])


def _sessions(table: SessionTable) -> list[str]:
    full = [(row.number, *row.cells) for row in table.rows if not row.span]
    widths = _widths([table.header, *full])
    widths[0] = max(widths[0], *(len(row.number) for row in table.rows))
    lines = [_columns(table.header, widths)]
    for row in table.rows:
        cells = (row.number, row.span) if row.span else (row.number, *row.cells)
        lines.append(_columns(cells, widths))
    return [*_title(table.title), *lines, *_wrapped(table.notes)]


def _grid(grid: Grid) -> list[str]:
    tables = [[(part.title, *grid.columns), *((row.name, *map(_level, row.levels)) for row in part.rows)]
              for part in grid.parts]  # fmt: skip
    widths = _widths([row for table in tables for row in table])
    *levels, not_asked = grid.legend
    legend = [f"{level} {word}" for level, word in enumerate(levels)] + [f"– {not_asked}"]
    return [
        *_title(grid.title),
        *(
            line
            for table, part in zip(tables, grid.parts, strict=True)
            for line in (*(_columns(row, widths) for row in table), *([] if part.rows else [part.none]), "")
        ),
        ", ".join(legend),
        *_wrapped(grid.notes),
    ]


def _functions(functions: Functions) -> list[str]:
    rows = [(item.name, *map(_level, item.values), item.change) for item in functions.series]
    table = [("", *functions.columns, ""), *rows]
    widths = _widths(table)
    return [
        *_title(functions.title),
        *(_columns(row, widths) for row in table),
        *_wrapped(functions.notes),
    ]


def _questions(questions: Questions) -> Iterator[str]:
    for item in questions.items:
        yield from _paragraph(item.text, "[x] " if item.asked else "[ ] ", "    ")
    if questions.more:
        yield questions.more
    yield "[ ] " + "_" * 40


def _values(values: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(values, start=1):
        yield from _paragraph(text, f"{number}. ", "   ")


def _ready(matters: Mattering) -> Iterator[str]:
    for item in matters.ready:
        words = item.text if item.asked else f"{item.text} ({matters.not_yet})"
        yield from _paragraph(words, "[x] " if item.asked else "[ ] ", "    ")


def _level(level: int | None) -> str:
    return "–" if level is None else str(level)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def _columns(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GUTTER.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=False)).rstrip()
