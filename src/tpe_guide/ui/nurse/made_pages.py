"""The pages of many files, one after the other: each into a file of its own, or a job of its own. No Qt.

What hangs may hang for as long as it likes: all of this is called beside the window.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide.diary.in_folder import stem
from tpe_guide.errors import CannotRunHere, TpeGuideError
from tpe_guide.files import write_together
from tpe_guide.i18n import _
from tpe_guide.summary.formats import Job, Pages
from tpe_guide.ui.nurse.seen_file import see
from tpe_guide.ui.printing import cups, through_qt
from tpe_guide.wording import describe, said_name

if TYPE_CHECKING:
    from tpe_guide.summary.papers import Paper

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Made(NamedTuple):
    """What became of one file."""

    source: Path
    where: str = ""
    """The name of its PDF, or its job; empty where there is none."""
    why: str = ""
    """Why there is none."""
    is_known: bool = True
    """False: nobody can tell whether it arrived."""


Making = Generator[Pages | TpeGuideError, None, None]


class Way(NamedTuple):
    """How pages are made and where they go."""

    pages: Callable[[Sequence[Path], Job], Making]
    deliver: Callable[[Path, Pages], str]
    """Takes the page of a file to where it belongs, and tells where that is. Raises TpeGuideError."""


class LineDown(CannotRunHere):
    """Nothing more can be delivered: the next one would only be lost as well."""

    missing: str


class LineSilent(LineDown):
    """The same, and the last one may have arrived."""

    missing: str


def each(
    sources: Sequence[Path],
    job: Job,
    way: Way,
    tell: Callable[[Made], object],
    is_over: Callable[[], bool],
) -> None:
    """Make the page of each of *sources* and have it delivered, until *is_over*; a bad one does not stop the others."""
    with closing(way.pages(sources, job)) as pages:
        for source, made in zip(sources, pages, strict=True):
            if is_over():
                return
            try:
                tell(Made(source, where=way.deliver(source, _checked(made))))
            except LineDown as error:
                tell(Made(source, why=describe(error), is_known=not isinstance(error, LineSilent)))
                return
            except TpeGuideError as error:
                tell(Made(source, why=_why(source, error)))


def save_into(folder: Path) -> Way:
    """Each page becomes a file of *folder*, under a name that nobody has: nothing there is ever replaced."""

    def deliver(source: Path, pages: Pages) -> str:
        return said_name(_written(folder, stem(source), pages.files[0]))

    return Way(_as_pdf, deliver)


def print_on(printer: str, paper: Paper, sent: Callable[[str], object] = str) -> Way:
    """Each page becomes a job of *printer*. It counts as sent when that has the job, where that can be known.

    *sent* is told the job, as the print system names it.
    """
    from tpe_guide.ui.printing import printing
    from tpe_guide.ui.printing.print_job import sending

    def by_commands(source: Path, pages: Pages) -> str:
        answer = _hand_over(printer, sending(printer, paper), pages.files[0], cups.environment(), cups.SEND_SECONDS)
        job = cups.job_in(answer, printer)
        if not job:
            raise LineDown(printing.refused_by(printer))
        sent(job)
        return _("job {job}").format(job=job.rpartition("-")[2])

    def by_qt(source: Path, pages: Pages) -> str:
        command = through_qt.send(printer, paper, printing.title())
        given = through_qt.packed(pages.files)
        _hand_over(printer, command, given, through_qt.environment(), through_qt.SEND_SECONDS)
        return _("handed over")

    return Way(_as_pdf, by_commands) if cups.is_there() else Way(_as_pictures, by_qt)


def _hand_over(
    printer: str, command: Sequence[str], given: bytes, environment: Mapping[str, str], seconds: float
) -> str:
    """What *command* answers. Raises LineDown."""
    from tpe_guide.ui.printing.printing import no_answer_of, refused_by

    try:
        done = subprocess.run(
            command,
            input=given,
            env=environment,
            capture_output=True,
            timeout=seconds,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        raise LineSilent(no_answer_of(printer)) from None
    except OSError:
        raise LineDown(refused_by(printer)) from None
    if done.returncode:
        raise LineDown(refused_by(printer))
    return done.stdout.decode("utf-8", "replace")


def _checked(made: Pages | TpeGuideError) -> Pages:
    if isinstance(made, TpeGuideError):
        raise made
    return made


def _as_pdf(sources: Sequence[Path], job: Job) -> Making:
    """Each as the command line makes it."""
    from tpe_guide.summary.batch import made_of

    return made_of(sources, job)


def _as_pictures(sources: Sequence[Path], job: Job) -> Making:
    """Each as the dots of a printer."""
    from tpe_guide.diary import exchange
    from tpe_guide.summary.formats import report_of
    from tpe_guide.summary.typeset import to_png
    from tpe_guide.ui.printing.printing import PPI

    for source in sources:
        try:
            yield Pages(to_png(report_of(exchange.read(source), job), job.paper, PPI))
        except TpeGuideError as error:
            yield error


def _why(source: Path, error: TpeGuideError) -> str:
    """As the list says it, where the file has changed since it was looked at; else what kept it from its place."""
    seen = see(source)
    return describe(error) if seen.state == "opens" else seen.said


def _written(folder: Path, name: str, data: bytes) -> Path:
    number = 1
    while True:
        target = folder / (f"{name}.pdf" if number == 1 else f"{name}-{number}.pdf")
        try:
            write_together({target: data}, new=[target])
        except FileExistsError:
            number += 1
        else:
            return target
