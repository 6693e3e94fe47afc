"""``docs/ACCESSIBILITY.md``: the screen *How this app helps you* for those who read it outside the program.

    python tools/accessibility.py

Both are made of ``tpe_guide.conformance``; a test sees that they say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tpe_guide.conformance.row import Chapter, Row, said
from tpe_guide.conformance.software import software
from tpe_guide.conformance.statement import counted, helps, honest, not_tried, tried
from tpe_guide.conformance.wcag import wcag
from tpe_guide.files import write_whole
from tpe_guide.policy import HOME

TARGET = Path(__file__).resolve().parents[1] / "docs" / "ACCESSIBILITY.md"
_LEADS_TO = {
    "look": "Settings (F7)",
    "dots": "Settings, Tap the dots",
    "eyes-rest": "F12",
    "keys": "F1",
    "words": "Ctrl+G",
}


def main() -> int:
    """Write the document."""
    write_whole(TARGET, document().encode())
    return 0


def document() -> str:
    """All of it, as Markdown."""
    parts = [
        "# How this app helps you",
        "<!-- Made by tools/accessibility.py of src/tpe_guide/conformance: change it there. -->",
        "The program shows all of this, too: *Settings* (F7), *How this app helps you*.",
        *_helps(),
        "## What nobody has tried yet",
        *honest(),
        "**What was tried**",
        _list(tried()),
        "**What was not tried**",
        _list(not_tried()),
        *_table("WCAG 2.2, A and AA, and what is met of AAA", wcag()),
        *_table("EN 301 549 V3.2.1, clause 11 (software)", software()),
    ]
    return "\n\n".join(parts) + "\n"


def _helps() -> Iterator[str]:
    for each in helps(HOME):
        yield f"## {each.title}"
        yield _list(each.lines)
        yield " · ".join(f"{way.words}: *{_LEADS_TO[way.locator.place]}*" for way in each.ways)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(name: str, chapters: Sequence[Chapter]) -> Iterator[str]:
    yield f"## {name}"
    yield f"{counted(chapters)}. Tests stand in `tests/`; names of what is asked are our own."
    for chapter in chapters:
        yield f"### {chapter.title}"
        yield "\n".join(["| What is asked | Result | Shown by |", "|---|---|---|", *map(_row, chapter.rows)])


def _row(row: Row) -> str:
    level = f" ({row.level})" if row.level else ""
    result = f"**{said(row.result)}**. {row.note}".strip() if row.note else f"**{said(row.result)}**"
    return f"| {row.number}{level} {row.name} | {result} | {', '.join(f'`{test}`' for test in row.tests) or '–'} |"


if __name__ == "__main__":
    raise SystemExit(main())
