"""The nurse's page as the windows hold it: whose diary, on which paper, and the page made from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QImage

from tpe_guide.diary.scanned import Collector
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.summary.request import WHOLE, Request
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.printing.pdf_file import write_pdf
from tpe_guide.ui.printing.saving import Saving
from tpe_guide.ui.printing.usual_paper import usual_paper

if TYPE_CHECKING:
    from tpe_guide.diary.catalogue import Catalogue
    from tpe_guide.diary.model import Diary
    from tpe_guide.diary.scanned import Heard
    from tpe_guide.summary.papers import Paper
    from tpe_guide.summary.report import Report

Source = Literal["diary", "file", "example", "scan"]
INCHES: dict[Paper, tuple[float, float]] = {"a4": (210 / 25.4, 297 / 25.4), "letter": (8.5, 11.0)}
"""Width and height of a sheet."""


class _Saved(NamedTuple):
    """A PDF that was written."""

    path: Path
    with_diary: bool


class SummaryState(QObject):
    """Makes the page anew whenever it is asked for, so that what is printed is what the diary holds then.

    typst and what it needs are imported on use. Survives a change of look; ``reset`` when its place is left.
    """

    changed = Signal()
    """Another diary or another paper: show the page anew."""
    scanned = Signal()
    """A square of a paper was read, or something was wrong with it."""

    def __init__(
        self,
        diary_session: DiarySession,
        catalogue: Callable[[], Catalogue],
        language: str,
        messages: Messages,
        parent: QObject | None = None,
        *,
        unit_phone: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self._unit_phone = unit_phone
        self._diary_session = diary_session
        self._catalogue = catalogue
        self._language = language
        self._messages = messages
        self._saving = Saving(messages, self)
        self.paper: Paper = usual_paper(QLocale.system())
        self.source: Source = "diary"
        self.file: Path | None = None
        self.page = 0
        """The page that is looked at, from 0."""
        self.problem = ""
        """Why the file cannot be shown; empty where it can."""
        self.course: str | None = None
        """The course before the present one whose page it is; None: the present one's."""
        self._opened: Diary | None = None
        self.request = WHOLE
        """Which days and parts the page shows."""
        self.squares = False
        """A last page has the diary in squares, where it may: see ``may_have_squares``."""
        self.too_long_for_squares = False
        """Found out as the page is made."""
        self.scan = Collector()
        self.scan_trouble = ""
        """What was wrong with the last scan; empty where nothing was."""
        self._heard: Heard | None = None

    @property
    def available(self) -> bool:
        """There is a diary to make the page from."""
        if self.source in ("file", "scan"):
            return self._opened is not None
        return self.source == "example" or self._diary_session.state == "open"

    def reset(self) -> None:
        """Nobody's file stays open for the next person."""
        self.source, self.file, self._opened, self.page = "diary", None, None, 0
        self.problem, self.course = "", None
        self.request, self.squares = WHOLE, False
        self._forget_scan()

    def show_diary(self) -> None:
        """The diary of this computer."""
        self._take("diary")

    def show_example(self) -> None:
        """A made-up course, marked as one."""
        self._take("example")

    def show_file(self, path: str) -> None:
        """The diary file at *path*. Where it is none, the page of whoever was here before goes all the same."""
        from tpe_guide.diary import exchange
        from tpe_guide.ui.nurse.unread_file import why_unread

        self.file, self._opened, self.problem = Path(path), None, ""
        try:
            self._opened = exchange.read(self.file)
        except TpeGuideError as error:
            self.problem = why_unread(self.file, error)
            self._messages.warn(self.problem)
        self._take("file")

    def show_scan(self) -> None:
        """Paper, to be scanned from its first square on."""
        self._forget_scan()
        self._opened = None
        self._take("scan")

    def type_scan(self, keys: str) -> None:
        """What a hand scanner typed, whole or in parts."""
        self._listen(self.scan.type(keys))

    def end_scan(self) -> None:
        """It has stopped in the middle."""
        self._listen(self.scan.end())

    @property
    def scan_progress(self) -> str:
        """How far the paper has been read, in words."""
        from tpe_guide.ui.nurse.scan_words import progress

        return progress(self.scan, self._heard)

    @property
    def may_have_squares(self) -> bool:
        """They hold the whole diary: never more than the page shows, and nothing made up."""
        return self.request == WHOLE and self.source != "example"

    def set_squares(self, wanted: bool) -> None:
        """Print the diary in squares as well, from now on, or do not."""
        if wanted != self.squares:
            self.squares, self.page = wanted, 0
            self.changed.emit()

    def set_paper(self, paper: Paper) -> None:
        """Print on *paper* from now on."""
        if paper != self.paper:
            self.paper, self.page = paper, 0
            self.changed.emit()

    def set_request(self, request: Request) -> None:
        """Show the days and parts of *request* from now on."""
        if request != self.request:
            self.request, self.page = request, 0
            self.changed.emit()

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first day that the diary knows, and its last or today, whichever is later."""
        diary, today = self._diary(), self._diary_session.now().date()
        if diary is None:
            return today, today
        known = [today, *(one.day for one in diary.sessions), *(one.day for one in diary.entries)]
        return min(known), max(known)

    def session_days(self) -> dict[dt.date, str]:
        """The sessions that are done, by day, as a month says them."""
        diary = self._diary()
        done = [one for one in diary.sessions if one.state == "done"] if diary else []
        return {one.day: _("session {number}").format(number=one.number) for one in done}

    def report(self) -> Report | None:
        """The page as plain data, of this moment; None where there is no open diary. Raises DiaryDamaged."""
        from tpe_guide.summary.build import build

        diary = self._diary()
        if diary is None:
            return None
        report = build(
            diary,
            self._catalogue(),
            printed_at=self._diary_session.now(),
            language=self._language,
            # Of somebody else's diary nobody here knows it.
            unit_phone=self._unit_phone() if self.source == "diary" else "",
            request=self.request,
        )
        if self.source == "example":
            # On paper too: a made-up course must never be taken for somebody's.
            return report._replace(title=(_("Example, not a real person:"), report.title[1]))
        if self.squares and self.may_have_squares:
            from tpe_guide.summary.squares import squares_of

            squares = squares_of(diary, self._diary_session.now())
            self.too_long_for_squares = not squares.parts
            return report._replace(squares=squares)
        return report

    def png(self, ppi: float, paper: Paper) -> list[bytes]:
        """The pages of this moment as pictures; none where there is no open diary. Raises DiaryDamaged."""
        from tpe_guide.summary import typeset

        report = self.report()
        return [] if report is None else typeset.to_png(report, paper, ppi)

    def pdf(self, paper: Paper) -> bytes:
        """The pages of this moment as a PDF; empty where there is no open diary. Raises DiaryDamaged."""
        from tpe_guide.summary import typeset

        report = self.report()
        return b"" if report is None else typeset.to_pdf(report, paper)

    def pictures(self, report: Report, ppi: float) -> list[QImage]:
        """Each page of *report* as a picture, *ppi* pixels to the inch."""
        from tpe_guide.summary import typeset

        return [QImage.fromData(page) for page in typeset.to_png(report, self.paper, ppi)]

    def suggested_name(self) -> str:
        """A file name for the PDF. It names no person."""
        if self.source == "file" and self.file is not None:
            from tpe_guide.diary.exchange import SUFFIX

            return self.file.name.removesuffix(SUFFIX).removesuffix(".pdf") + ".pdf"
        stem = _("plasma-exchange-example") if self.source == "example" else _("plasma-exchange")
        return f"{stem}-{self._diary_session.now().date().isoformat()}.pdf"

    def save_pdf(self, path: str) -> None:
        """Begin to write the page to *path*, whole or not at all; then it is said where it is, and what is in it."""
        try:
            report, diary = self.report(), self._to_carry()
        except TpeGuideError as error:
            self._messages.warn(error)
            return
        if report is not None:
            # As it is at the press: another person's page may be shown by the time it is there.
            told = partial(self._tell_saved, self.source, self.file)
            write = partial(_write, path, report, self.paper, diary, self._diary_session.now())
            self._saving.save(write, told)

    def _tell_saved(self, source: Source, file: Path | None, saved: _Saved) -> None:
        """Where it is, and what is in it. Of somebody’s file it is said whose page this is."""
        if source == "file" and file is not None:
            said = [_("Saved the page of {file} as {path}.").format(file=file.name, path=saved.path)]
        else:
            said = [_("Saved as {path}.").format(path=saved.path)]
        if saved.with_diary:
            said.append(_("Your diary is in it.") if source == "diary" else _("The diary is in it."))
        elif source != "example":
            said.append(_("It has this page only, not the diary."))
        self._messages.inform(" ".join([*said, _("Anyone who opens this file can read it.")]))

    def _to_carry(self) -> Diary | None:
        """What the PDF is to carry: never more than the page shows, so nothing where days or parts were chosen.

        Nothing made up either: taken out of it, an example is not marked as one.
        """
        return self._diary() if self.request == WHOLE and self.source != "example" else None

    def _take(self, source: Source) -> None:
        self.source, self.page = source, 0
        # Days that were picked for one person mean nothing for the next.
        self.request = self.request._replace(first=None, last=None)
        self.squares = self.too_long_for_squares = False
        if source != "scan":
            self._forget_scan()
        self.changed.emit()

    def _listen(self, heard: Sequence[Heard]) -> None:
        """Tell of what was heard; show the page once it is whole, and no page of somebody else before."""
        if not heard:
            return
        from tpe_guide.ui.nurse.scan_words import trouble

        self._heard = heard[-1]
        self.scan_trouble = next(filter(None, map(trouble, reversed(heard))), "")
        if self.scan.data is None:
            if self._opened is not None:
                self._opened = None
                self._take("scan")
        elif self._opened is None:
            self._open_scanned(self.scan.data)
        self.scanned.emit()

    def _open_scanned(self, data: bytes) -> None:
        from tpe_guide.diary import exchange
        from tpe_guide.ui.nurse.scan_words import not_understood

        try:
            self._opened = exchange.loads(data, _("From paper"))
        except TpeGuideError as error:
            self._forget_scan()
            self.scan_trouble = not_understood(error)
        else:
            self._take("scan")

    def _forget_scan(self) -> None:
        self.scan.clear()
        self.scan_trouble, self._heard = "", None

    def _diary(self) -> Diary | None:
        if self.source in ("file", "scan"):
            return self._opened
        if self.source == "example":
            from tpe_guide.diary.demo import demo_diary

            return demo_diary(self._diary_session.now().date())
        return self._diary_session.store.diary(self.course) if self._diary_session.state == "open" else None

    def earlier_words(self) -> str:
        """Which earlier course it is of; empty: of the present one. Raises DiaryDamaged."""
        from tpe_guide.diary.told import of_earlier

        if self.source != "diary" or self.course is None or self._diary_session.state != "open":
            return ""
        earlier = self._diary_session.store.earlier()
        return next((of_earlier(one) for one in earlier if one.course.id == self.course), "")


def _write(path: str, report: Report, paper: Paper, diary: Diary | None, now: dt.datetime) -> _Saved:
    """Beside the window: *report* as a PDF that carries *diary*, if there is one to carry and it can be."""
    from tpe_guide.summary.carried import data_of
    from tpe_guide.summary.typeset import to_pdf

    carried = data_of(diary, now) if diary else ()
    return _Saved(write_pdf(path, to_pdf(report, paper, carried)), bool(carried))
