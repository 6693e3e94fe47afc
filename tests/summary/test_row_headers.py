"""Whoever hears the page hears the name of the row before what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest

from tests.summary import pdf
from tests.summary.stories import PRINTED_AT, everything, five_sessions, of, report
from tpe_guide.diary.model import Course, Diary
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.comparison.table import Table
from tpe_guide.pictures.drawing.words import DrawingWords
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.summary import sheet
from tpe_guide.summary.comparison_sheet import comparison_sheet
from tpe_guide.summary.rehearsal_sheet import rehearsal_sheet
from tpe_guide.summary.row_headers import with_row_headers
from tpe_guide.summary.typeset import to_pdf

Tag = Any


def nobody_came() -> Diary:
    """A session without a word: of all tables only that of the last session, and the list."""
    return of(sessions=1)


STORIES = (five_sessions, everything, nobody_came)


def tags(opened: pikepdf.Pdf, kind: str) -> list[Tag]:
    return [thing for thing in opened.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == kind
            and thing.get("/Type") == "/StructElem"]  # fmt: skip


def scope(cell: Tag) -> str:
    return next((str(attributes.Scope) for attributes in cell.get("/A", ()) if "/Scope" in attributes), "")


def headers(cell: Tag) -> list[str]:
    named = [attributes.Headers for attributes in cell.get("/A", ()) if "/Headers" in attributes]
    return [str(name) for names in named for name in names]


def by_id(opened: pikepdf.Pdf) -> dict[str, Tag]:
    flat = list(opened.Root.StructTreeRoot.IDTree.Names)
    names = [str(name) for name in flat[::2]]
    assert names == sorted(names)
    return dict(zip(names, flat[1::2], strict=True))


def rows(opened: pikepdf.Pdf) -> Iterator[tuple[Tag, list[Tag]]]:
    for row in tags(opened, "/TR"):
        first, *rest = row.K
        yield first, rest


@pytest.mark.parametrize("story", STORIES)
def test_each_row_of_each_table_begins_with_a_header(story: Callable[[], Diary]) -> None:
    with pdf.opened(to_pdf(report(story()))) as opened:
        assert tags(opened, "/Table")
        for first, rest in rows(opened):
            above = {str(cell.S) for cell in rest} == {"/TH"}
            assert (str(first.S), scope(first)) == ("/TH", "/Column" if above else "/Row")


@pytest.mark.parametrize("story", STORIES)
def test_each_cell_names_the_headers_of_its_row_and_its_column(story: Callable[[], Diary]) -> None:
    with pdf.opened(to_pdf(report(story()))) as opened:
        named = by_id(opened)
        for first, rest in rows(opened):
            for cell in (cell for cell in rest if cell.S == "/TD"):
                scopes = [scope(named[name]) for name in headers(cell)]
                assert scopes[-1] == "/Row"
                assert named[headers(cell)[-1]].objgen == first.objgen
                assert set(scopes[:-1]) <= {"/Column"}


def test_the_tables_of_other_sheets_have_them_too() -> None:
    table = Table(load_compiled("comparison", "en"))
    printed = sheet.to_pdf(comparison_sheet(table, ("sure", "when"), "en"), PRINTED_AT)
    with pdf.opened(printed) as opened:
        assert {scope(first) for first, __ in rows(opened)} == {"/Column", "/Row"}


def test_a_picture_names_no_row() -> None:
    drawings = DrawingWords(load_compiled("drawings", "en"))
    moments = RehearsalWords(load_compiled("rehearsal", "en"))
    printed = sheet.to_pdf(rehearsal_sheet(moments, drawings, Plan(), "arm-veins", "en", by_unit=False), PRINTED_AT)
    with pdf.opened(printed) as opened:
        for scene, rest in rows(opened):
            if scene.S == "/TD":
                assert [scope(cell) for cell in rest][:2] == ["/Row", ""]


@pytest.mark.parametrize("story", STORIES)
def test_the_file_is_whole(story: Callable[[], Diary]) -> None:
    with pdf.opened(to_pdf(report(story()))) as opened:
        assert opened.check_pdf_syntax() == []


def test_what_typst_did_not_write_is_left_as_it_is() -> None:
    for data in (b"", b"%PDF-1.7\nstartxref\n0\n%%EOF"):
        assert with_row_headers(data) == data
    assert with_row_headers(to_pdf(report(Diary(Course("c1"))))).startswith(b"%PDF-")
