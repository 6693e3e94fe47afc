"""The nurse's page as one HTML file: no scripts, nothing fetched, readable by a screen reader, printable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tpe_guide.summary.report import (
    Answer,
    Fact,
    Functions,
    Grid,
    GridPart,
    Label,
    LastSession,
    Mattering,
    Questions,
    Report,
    SessionRow,
    SessionTable,
    SignTable,
    WarningReport,
    WarningSigns,
    Words,
)

_STYLE = """
body{font:1rem/1.45 "Atkinson Hyperlegible Next",system-ui,sans-serif;color:#000;background:#fff;
  max-width:50rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.8rem;line-height:1.15}h2{font-size:1.15rem;margin:1.5rem 0 .5rem}
section.signs{border:3px solid #000;border-radius:8px;padding:.75rem 1rem}section.signs h2{margin:0}
section.signs td b{display:inline-block;border:2px solid #000;border-radius:5px;padding:0 .4rem}
section.last{border:2px solid #000;border-radius:8px;padding:.75rem 1rem;margin-bottom:1rem}section.last h2{margin:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.5rem 0 0}dd{margin:0;font-weight:700}
h3{font-size:1rem;margin:.8rem 0 .2rem}
.spoken{position:absolute;clip-path:inset(50%);white-space:nowrap}
.scroll{overflow-x:auto}table{border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #000}
thead th{border-bottom-width:2px}table.levels td,table.levels th{border-bottom:0}
table.levels td,table.levels thead th+th{text-align:center;padding:.15rem .3rem}
.l{display:inline-block;min-width:2.6rem;border:2px solid #000;border-radius:8px;text-align:center}
.l b,.l span{background:#fff;padding:0 .35rem;border-radius:6px}
.l0,.none{border-width:1px}.none{border-style:dashed}
.l1{background:radial-gradient(#000 1.5px,#fff 2px) 0 0/9px 9px}
.l2{background:repeating-linear-gradient(135deg,#000 0 1.3px,#fff 2px 7px)}
.l3{background:#000}
blockquote{border-left:3px solid #000;margin:.5rem 0;padding-left:.75rem;white-space:pre-line;
  overflow-wrap:anywhere}
cite{font-style:normal;font-weight:700;display:block}li{margin:.3rem 0;overflow-wrap:anywhere}
.label{display:none;grid-template-columns:max-content 1fr;gap:.5rem .8rem;max-width:24rem;
  border:1.5px dashed #000;border-radius:8px;padding:.5rem .75rem;margin:1rem 0}
.label b{grid-column:1/3}.label i{border-bottom:1px solid #000}
footer{border-top:2px solid #000;margin-top:2rem;padding-top:.5rem}
@media print{body{margin:0;max-width:none}.label{display:grid}
  *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""


def to_html(report: Report) -> str:
    """*report* as a standalone page; every word in it is escaped."""
    title = escape(report.title_line)
    body = "\n".join(_body(report))
    return (
        f'<!doctype html>\n<html lang="{escape(report.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(report: Report) -> Iterator[str]:
    yield "<main>"
    yield f"<h1>{' <br>'.join(map(escape, report.title))}</h1>"
    lines = [report.course, f"{report.made_from} {report.printed}", *report.shown]
    yield f"<p>{'<br>'.join(map(escape, lines))}</p>"
    yield _label(report.label)
    if report.last:
        yield _last(report.last)
    yield _warnings(report.warnings)
    if report.grid:
        yield _grid(report.grid)
    if report.words:
        yield _words(report.words)
    if report.sessions:
        yield _sessions(report.sessions)
    if report.functions:
        yield _functions(report.functions)
    if report.questions:
        yield _questions(report.questions)
    if report.matters and report.matters.values:
        yield _section(report.matters.title, _values(report.matters.values))
    if report.matters and report.matters.ready:
        yield _section(report.matters.ready_title, _ready(report.matters))
    if report.warnings.listed:
        yield _section(report.warnings.listed_title, _reported(report.warnings.listed))
    yield _paragraphs(report.notes)
    yield "</main>"
    footer = report.footer
    told = f"{escape(footer.version)} · {escape(footer.diary)}"
    yield f"<footer><strong>{escape(footer.disclaimer)}</strong> {told}</footer>"


def _label(label: Label) -> str:
    """Lines to write on, where it is printed."""
    lines = "".join(f"<span>{escape(name)}</span><i></i>" for name in label.lines)
    return f'<div class="label"><b>{escape(label.title)}</b>{lines}</div>'


def _section(title: str, content: str, kind: str = "") -> str:
    opening = f'<section class="{kind}">' if kind else "<section>"
    return f"{opening}\n<h2>{escape(title)}</h2>\n{content}\n</section>"


def _paragraphs(lines: Iterable[str]) -> str:
    return "\n".join(f"<p>{escape(line)}</p>" for line in lines)


def _warnings(signs: WarningSigns) -> str:
    parts = [
        _signs(signs.table) if signs.table else "",
        _fact(signs.measured) if signs.measured else "",
        _reported(signs.reports),
        _paragraphs(signs.silence),
        _paragraphs([signs.pointer] if signs.pointer else []),
    ]
    return _section(signs.title, "\n".join(part for part in parts if part), "signs")


def _last(last: LastSession) -> str:
    items = "".join(f"<dt>{escape(fact.label)}</dt><dd>{escape(fact.says)}</dd>" for fact in (last.fluid, *last.items))
    note = _paragraphs([last.note] if last.note else [])
    return _section(last.title, f"<dl>{items}</dl>{note}", "last")


def _fact(fact: Fact) -> str:
    return f"<p><strong>{escape(fact.label)}</strong> {escape(fact.says)}</p>"


def _signs(table: SignTable) -> str:
    rows = (
        f'<tr><th scope="row">{escape(row.name)}</th>'
        + "".join(f"<td>{_answer(answer, table)}</td>" for answer in row.answers)
        + "</tr>"
        for row in table.rows
    )
    header = (table.corner, *(f"{number} · {day}" for number, day in table.columns))
    return _table(header, rows) + _paragraphs([table.legend])


def _answer(answer: Answer, table: SignTable) -> str:
    day = f" <small>{escape(answer.day)}</small>" if answer.day else ""
    if answer.level is None:
        return f'<span aria-hidden="true">{answer.says}</span><i class="spoken">{escape(table.not_asked)}</i>'
    return f"<b>{escape(answer.says)}</b>{day}" if answer.level else f"{escape(answer.says)}{day}"


def _reported(reports: Iterable[WarningReport]) -> str:
    return "\n".join(
        f"<p><strong>{escape(item.when)}</strong> {escape(item.says)} {escape(item.told_label)} "
        f"<strong>{escape(item.told)}</strong></p>"
        for item in reports
    )


def _table(header: Iterable[str], rows: Iterable[str], kind: str = "") -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    opening = f'<table class="{kind}">' if kind else "<table>"
    body = "".join(rows)
    return f'<div class="scroll">{opening}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'


def _sessions(table: SessionTable) -> str:
    rows = (_session(row, table) for row in table.rows)
    return _section(table.title, _table(table.header, rows) + _paragraphs(table.notes))


def _session(row: SessionRow, table: SessionTable) -> str:
    head = f'<tr><th scope="row">{escape(row.number)}</th>'
    if row.span:
        return f'{head}<td colspan="{len(table.header) - 1}">{escape(row.span)}</td></tr>'
    cells = (
        f"<strong>{escape(cell)}</strong>" if row.flagged and i == table.worst else escape(cell)
        for i, cell in enumerate(row.cells)
    )
    return head + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _grid(grid: Grid) -> str:
    legend = " ".join(
        f"{_level(level, ())} {escape(word)}" for level, word in zip((0, 1, 2, 3, None), grid.legend, strict=True)
    )
    parts = "\n".join(_grid_part(part, grid) for part in grid.parts)
    return _section(grid.title, f"{parts}\n<p>{legend}</p>{_paragraphs(grid.notes)}")


def _grid_part(part: GridPart, grid: Grid) -> str:
    rows = (
        f'<tr><th scope="row">{escape(row.name)}</th>'
        + "".join(f"<td>{_level(level, grid.legend)}</td>" for level in row.levels)
        + "</tr>"
        for row in part.rows
    )
    if not part.rows:
        return f"<h3>{escape(part.title)}</h3>\n<p>{escape(part.none)}</p>"
    return f"<h3>{escape(part.title)}</h3>\n" + _table((grid.corner, *grid.columns), rows, "levels")


def _level(level: int | None, words: tuple[str, ...]) -> str:
    kind = "none" if level is None else f"l{level}"
    digit = "–" if level is None else str(level)
    word = words[4 if level is None else level] if words else ""
    spoken = f'<i class="spoken"> {escape(word)}</i>' if word else ""
    tag = "b" if level else "span"
    return f'<span class="l {kind}"><{tag}>{digit}</{tag}></span>{spoken}'


def _functions(functions: Functions) -> str:
    rows = (
        f'<tr><th scope="row">{escape(item.name)}</th>'
        + "".join(f"<td>{'–' if value is None else value}</td>" for value in item.values)
        + f"<td>{escape(item.change)}</td></tr>"
        for item in functions.series
    )
    table = _table((functions.corner, *functions.columns, functions.changes), rows, "levels")
    return _section(functions.title, table + _paragraphs(functions.notes))


def _words(words: Words) -> str:
    quotes = "\n".join(
        f'<blockquote dir="auto"><cite dir="ltr">{escape(quote.source)}</cite>{escape(quote.text)}</blockquote>'
        for quote in words.quotes
    )
    return _section(words.title, quotes + _paragraphs([words.more] if words.more else []))


def _values(values: Sequence[str]) -> str:
    items = "\n".join(f"<li><bdi>{escape(text)}</bdi></li>" for text in values)
    return f"<ol>\n{items}\n</ol>"


def _ready(matters: Mattering) -> str:
    items = "\n".join(
        f"<li>{'☑' if item.asked else '☐'} <bdi>{escape(item.text)}</bdi>"
        + ("" if item.asked else f" ({escape(matters.not_yet)})")
        + "</li>"
        for item in matters.ready
    )
    return f'<ul style="list-style:none;padding:0">\n{items}\n</ul>'


def _questions(questions: Questions) -> str:
    items = "\n".join(
        f"<li>{'☑' if item.asked else '☐'} <bdi>{escape(item.text)}</bdi>"
        + (f" ({escape(questions.asked)})" if item.asked else "")
        + "</li>"
        for item in questions.items
    )
    blank = '<li aria-hidden="true">☐ ______________________________</li>'
    more = _paragraphs([questions.more] if questions.more else [])
    return _section(questions.title, f'<ul style="list-style:none;padding:0">\n{items}\n{blank}\n</ul>{more}')
