"""The nurse's page as plain data. Every word is composed already: paper, web and text only lay it out.

Named tuples, because seventeen dataclasses would take a tenth of the time that a page may take to print.
"""

from __future__ import annotations

from typing import NamedTuple


class Label(NamedTuple):
    """The blank box for the patient's label. The program never knows a name."""

    title: str
    lines: tuple[str, ...]


class WarningReport(NamedTuple):
    """One warning sign as the patient reported it, or all reports of one sign drawn together."""

    when: str
    """The sign, and when it was reported."""
    says: str
    told_label: str
    told: str


class Answer(NamedTuple):
    """What was answered about one sign for one session: YES, no, or that it was not asked."""

    level: int | None
    """0: no; 1 to 3: yes; None: not asked."""
    says: str
    day: str = ""
    """When it was answered, if not on the day of the session."""


class SignRow(NamedTuple):
    """One warning sign across the sessions; *answers* are as many as the table's columns."""

    name: str
    answers: tuple[Answer, ...]


class SignTable(NamedTuple):
    """Warning signs by session, newest first, in clinical order: those that were answered at least once."""

    corner: str
    columns: tuple[tuple[str, str], ...]
    """The number of each session and its day."""
    rows: tuple[SignRow, ...]
    legend: str
    not_asked: str
    """What the mark of an answer that was not given means, said in full."""
    continued: str
    """The title of a later block of columns."""


class Fact(NamedTuple):
    """Something that was written down, under the words that say what it is."""

    label: str
    says: str


class LastSession(NamedTuple):
    """What a nurse asks about before the next session, answered from the last one."""

    title: str
    fluid: Fact
    items: tuple[Fact, ...]
    """In fixed order, each with its answer, or that it was not asked."""
    note: str = ""
    """Which days the answers are about."""


class WarningSigns(NamedTuple):
    """Every warning sign of the whole course, whatever period the page is about."""

    title: str
    reports: tuple[WarningReport, ...]
    silence: tuple[str, ...]
    """What was not asked, so that silence is not read as "no"."""
    measured: Fact | None = None
    """Temperatures from which a call is due, whatever was pressed."""
    pointer: str = ""
    """Where the patient’s own words may say more."""
    table: SignTable | None = None
    listed_title: str = ""
    listed: tuple[WarningReport, ...] = ()
    """Each report on its own, for a later page, when *reports* had to draw them together."""


class SessionRow(NamedTuple):
    """One row: *cells* under the header after the number, or *span* across all of them."""

    number: str
    cells: tuple[str, ...] = ()
    span: str = ""
    flagged: bool = False
    """A warning sign was reported for this session."""


class SessionTable(NamedTuple):
    """The course, session by session."""

    title: str
    header: tuple[str, ...]
    rows: tuple[SessionRow, ...]
    worst: int
    """Which of a row's cells says the worst effect: what the grid shows as well."""
    notes: tuple[str, ...] = ()


class GridRow(NamedTuple):
    """One effect across the sessions: its worst level, 0 to 3, or None where it was not asked.

    *levels* are as many as the grid's columns.
    """

    name: str
    levels: tuple[int | None, ...]


class GridPart(NamedTuple):
    """The effects of one time: during the sessions, or after them."""

    title: str
    rows: tuple[GridRow, ...]
    none: str
    """What is said where there is no row."""


class Grid(NamedTuple):
    """Effects by session, those during it apart from those after it."""

    title: str
    corner: str
    columns: tuple[str, ...]
    column_names: tuple[str, ...]
    """The columns said in full: ``Session 3``."""
    parts: tuple[GridPart, ...]
    legend: tuple[str, ...]
    """The words of the levels 0 to 3, then of *not asked*."""
    continued: str
    """The title of a second block of columns."""
    notes: tuple[str, ...] = ()


class Series(NamedTuple):
    """One function, 0 worst to 10 best, at the grid's columns; None is a gap and stays one."""

    name: str
    change: str
    values: tuple[int | None, ...]
    spoken: str
    """The same in words, for whoever cannot see the chart."""


class Functions(NamedTuple):
    """How the patient rated what they can do."""

    title: str
    corner: str
    """What heads the names, in a table."""
    changes: str
    """What heads the changes."""
    columns: tuple[str, ...]
    series: tuple[Series, ...]
    last_apart: bool
    """The last column belongs to no session: its points are not joined to the others."""
    continued: str
    """The title of a second block of columns."""
    notes: tuple[str, ...] = ()


class Quote(NamedTuple):
    """The patient's own words, unedited, and when they were said."""

    text: str
    source: str
    """``Session 3, Fri 8 May``."""


class Words(NamedTuple):
    """All that is quoted, newest first."""

    title: str
    quotes: tuple[Quote, ...]
    more: str = ""


class Ask(NamedTuple):
    """A question for the team; ticked when it has been asked."""

    text: str
    asked: bool


class Questions(NamedTuple):
    """The questions, and room for one more by hand."""

    title: str
    items: tuple[Ask, ...]
    asked: str
    """The word that says a question was already asked."""
    more: str = ""


class Mattering(NamedTuple):
    """What matters to the patient, the most important first, and how ready they feel to decide."""

    title: str
    values: tuple[str, ...]
    ready_title: str
    ready: tuple[Ask, ...]
    """Each question; ticked when the answer is yes."""
    not_yet: str
    """The words behind a question that is not ticked."""


class Square(NamedTuple):
    """One square code of several."""

    caption: str
    alt: str
    digits: str
    """What a scanner reads from it; no word for people."""


class Squares(NamedTuple):
    """The diary of the page once more, for scanners."""

    title: str
    says: tuple[str, ...]
    parts: tuple[Square, ...]
    """None where the diary is too long for paper, which *says* then tells."""


class Running(NamedTuple):
    """What heads each page after the first, so that a sheet that was lost finds its way back."""

    says: str
    """The course, when it was printed and a short id of the diary."""
    name: str
    """The word before a line for the patient’s name."""


class Footer(NamedTuple):
    """What stands at the foot of every page; *page_of* has ``{page}`` and ``{pages}`` left to fill in."""

    disclaimer: str
    version: str
    page_of: str
    diary: str
    """The short id alone, for what has no pages."""


class Report(NamedTuple):
    """The whole page. A part that has nothing to show is None."""

    language: str
    printed_at: str
    """ISO 8601 with offset: the date of the document, so that the same page gives the same bytes."""
    title: tuple[str, str]
    """Two lines."""
    course: str
    made_from: str
    printed: str
    shown: tuple[str, ...]
    """Which days and parts the page was asked for, and what that leaves out; empty where it leaves out nothing."""
    label: Label
    running: Running
    last: LastSession | None
    warnings: WarningSigns
    sessions: SessionTable | None
    grid: Grid | None
    functions: Functions | None
    words: Words | None
    questions: Questions | None
    matters: Mattering | None
    staff: str
    """The title over lines for the staff to write on."""
    notes: tuple[str, ...]
    footer: Footer
    squares: Squares | None = None
    """Only where they were asked for."""

    @property
    def title_line(self) -> str:
        """The title in one line."""
        return " ".join(self.title)
