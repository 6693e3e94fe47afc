"""The formats that ``tpe-guide summary`` writes: one row for each, read by the command line and by the batch.

A new format is a module that makes it, and a row here. Each is imported when it is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide.diary import exchange
from tpe_guide.diary.model import Diary
from tpe_guide.summary.request import WHOLE, Request

if TYPE_CHECKING:
    from tpe_guide.summary.papers import Paper
    from tpe_guide.summary.report import Report

PNG_PPI = 144


class Job(NamedTuple):
    """What is asked for."""

    to: str
    """A key of ``FORMATS``."""
    paper: Paper
    language: str
    now: dt.datetime
    """The moment that is printed, with its offset."""
    with_data: bool = True
    """A PDF carries the diary that it shows; never more than it shows, so none where days or parts were chosen."""
    request: Request = WHOLE
    """Which days and parts; for ``PAGES`` alone."""
    squares: bool = False
    """A last page has the diary in squares, for a scanner; for ``PAPER`` alone, and the whole diary."""


class Pages(NamedTuple):
    """What was made of one diary."""

    files: list[bytes]
    """One, or one for each page."""
    lacks_squares: bool = False
    """They were asked for, and the diary is too long for them: the page says so."""


class Format(NamedTuple):
    """How files of one format are called, and made."""

    suffixes: tuple[str, ...]
    """What their names may end in; we give them the first."""
    make: Callable[[Diary, Job], list[bytes]]
    """A diary as one file, or as one for each page."""


def _pdf(diary: Diary, job: Job) -> list[bytes]:
    from tpe_guide.summary.carried import data_of
    from tpe_guide.summary.typeset import to_pdf

    carried = data_of(diary, job.now) if job.with_data and job.request == WHOLE else ()
    return [to_pdf(report_of(diary, job), job.paper, carried)]


def _png(diary: Diary, job: Job) -> list[bytes]:
    from tpe_guide.summary.typeset import to_png

    return to_png(report_of(diary, job), job.paper, PNG_PPI)


def _html(diary: Diary, job: Job) -> list[bytes]:
    from tpe_guide.summary.web import to_html

    return [to_html(report_of(diary, job)).encode()]


def _text(diary: Diary, job: Job) -> list[bytes]:
    from tpe_guide.summary.plain import to_text

    return [to_text(report_of(diary, job)).encode()]


def _csv(diary: Diary, job: Job) -> list[bytes]:
    return [exchange.to_csv(diary)]


def _fhir(diary: Diary, job: Job) -> list[bytes]:
    from tpe_guide.fhir.bundle import to_fhir

    return [to_fhir(diary, job.now)]


def _json(diary: Diary, job: Job) -> list[bytes]:
    return [exchange.dumps(diary, exported_at=job.now)]


def report_of(diary: Diary, job: Job) -> Report:
    """The page of *diary* as plain data. Raises TpeGuideError."""
    from tpe_guide.diary import catalogue
    from tpe_guide.summary.build import build

    words = catalogue.load(job.language)
    report = build(diary, words, printed_at=job.now, language=job.language, request=job.request)
    if not job.squares:
        return report
    from tpe_guide.summary.squares import squares_of

    return report._replace(squares=squares_of(diary, job.now))


FORMATS: dict[str, Format] = {
    "pdf": Format((".pdf",), _pdf),
    "png": Format((".png",), _png),
    "html": Format((".html", ".htm"), _html),
    "text": Format((".txt",), _text),
    "csv": Format((".csv",), _csv),
    "fhir": Format((".fhir.json",), _fhir),  # before the shorter ending
    "json": Format((exchange.SUFFIX, ".json"), _json),
}
"""By the word for it on the command line; the first where nothing says which."""
PAGES = ("pdf", "png", "html", "text")
"""The formats that are a page to read: of these days and parts can be chosen."""
PAPER = ("pdf", "png")
"""Of them those that can be scanned."""
