"""The nurse's page as the windows hold it: whose diary, on which paper, and the page made from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from tpe_guide.diary.in_folder import stem
from tpe_guide.diary.scanned import Collector
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.summary.papers import Paper
from tpe_guide.summary.request import WHOLE, Request
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.nurse.all_state import AllState
from tpe_guide.ui.nurse.chosen_file import ChosenFile
from tpe_guide.ui.nurse.files_state import FilesState
from tpe_guide.ui.nurse.made_ahead import MadeAhead
from tpe_guide.ui.nurse.said_of_files import SaidOfFiles
from tpe_guide.ui.nurse.saved_page import Source, what_became, write_page
from tpe_guide.ui.nurse.seen_file import once
from tpe_guide.ui.printing.print_service import left_before
from tpe_guide.ui.printing.saving import Saving
from tpe_guide.ui.printing.usual_paper import usual_paper

if TYPE_CHECKING:
    from tpe_guide.diary.catalogue import Catalogue
    from tpe_guide.diary.model import Diary
    from tpe_guide.diary.scanned import Heard
    from tpe_guide.summary.formats import Job
    from tpe_guide.summary.report import Report
    from tpe_guide.ui.nurse.seen_file import Seen


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
        self.files = FilesState(self)
        """What somebody has brought."""
        self.ahead = MadeAhead(self)
        """The page as pictures, and those of likely taps."""
        self.all = AllState(messages, self.files.name_of, self)
        """All of it, printed or saved at once."""
        self.chosen = ChosenFile(self)
        """The one of them whose page is shown."""
        self._wanted: Path | None = None
        self.files.done.connect(self._on_looked)
        self.chosen.seen.connect(self._on_seen)
        self.chosen.silent.connect(self.changed)
        self.paper: Paper = usual_paper(QLocale.system())
        self.source: Source = "diary"
        self.page = 0
        """The page that is looked at, from 0."""
        self.course: str | None = None
        """The course before the present one whose page it is; None: the present one's."""
        self._scanned: Diary | None = None
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
        self._said_of_files = SaidOfFiles(messages, self.files, self)
        self._turn = 0
        """How often the place was left: of what was begun before, no file is named any more."""

    @property
    def available(self) -> bool:
        """There is a diary to make the page from."""
        if self.source in ("file", "scan"):
            return self._diary() is not None
        return self.source == "example" or self._diary_session.state == "open"

    def reset(self) -> None:
        """Nobody's file stays open for the next person."""
        self.source, self.page, self.course = "diary", 0, None
        self._turn += 1
        self._put_away_file()
        self._said_of_files.take_back()
        self.all.forget()
        self.files.forget()
        self.ahead.forget()
        self.request, self.squares = WHOLE, False
        self._forget_scan()

    def show_diary(self) -> None:
        """The diary of this computer."""
        self._put_away_file()
        self._take("diary")

    def show_example(self) -> None:
        """A made-up course, marked as one."""
        self._put_away_file()
        self._take("example")

    def open_files(self, paths: Iterable[str | Path]) -> None:
        """Put the files at *paths*, and those of the folders among them, into the list. One alone is shown, too.

        The page of whoever was here before goes at once.
        """
        given = once(paths)
        if not given:
            return
        self._put_away_file()
        if not self.all.busy:
            self.all.forget()
        self._wanted = given[0] if len(given) == 1 else None
        self.files.add(given)
        self._take("file")

    def open_path(self, path: str) -> None:
        """The same with one."""
        self.open_files([path])

    def save_all(self, folder: str) -> None:
        """Save the page of each file that opens in *folder*."""
        self.all.save(self.files.opening, folder, self.job())

    def print_all(self) -> Callable[[str], None]:
        """What prints the page of each file that opens *now* on a printer, as soon as that is known.

        Where one was put away meanwhile, none is printed: they may be of the patients before.
        """
        sources, job = self.files.opening, self.job()

        def go_on(printer: str) -> None:
            if all(self.files.seen(path) for path in sources):
                self.all.print(sources, printer, job)
            else:
                self._messages.inform(left_before())

        return go_on

    def show_file(self, path: Path) -> None:
        """The diary in the file *path* of the list. Until it is read, nobody's page is shown."""
        self._put_away_file()
        self.chosen.read(path)
        self._take("file")

    def forget_files(self) -> None:
        """Empty the list."""
        self.all.forget()
        self.files.forget()
        if self.source == "file":
            self.show_diary()

    def show_scan(self) -> None:
        """Paper, to be scanned from its first square on."""
        self._forget_scan()
        self._put_away_file()
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

    def job(self) -> Job:
        """What is asked for, of each file of the list as of the one that is shown."""
        from tpe_guide.summary.formats import Job

        squares, now = self.squares and self.may_have_squares, self._diary_session.now()
        return Job("pdf", self.paper, self._language, now, request=self.request, squares=squares)

    def report(self, request: Request | None = None) -> Report | None:
        """The page as plain data, of this moment; None where there is no open diary. Raises DiaryDamaged.

        *request*: which days and parts, if not those that were chosen.
        """
        from tpe_guide.summary.build import build

        diary, request = self._diary(), request or self.request
        if diary is None:
            return None
        report = build(
            diary,
            self._catalogue(),
            printed_at=self._diary_session.now(),
            language=self._language,
            # Of somebody else's diary nobody here knows it.
            unit_phone=self._unit_phone() if self.source == "diary" else "",
            request=request,
        )
        if self.source == "example":
            # On paper too: a made-up course must never be taken for somebody's.
            return report._replace(title=(_("Example, not a real person:"), report.title[1]))
        if self.squares and request == WHOLE:
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

    def suggested_name(self) -> str:
        """A file name for the PDF. It names no person."""
        if self.source == "file" and self.chosen.path is not None:
            return f"{stem(self.chosen.path)}.pdf"
        what = _("plasma-exchange-example") if self.source == "example" else _("plasma-exchange")
        return f"{what}-{self._diary_session.now().date().isoformat()}.pdf"

    def save_pdf(self, path: str) -> None:
        """Begin to write the page to *path*, whole or not at all; then it is said where it is, and what is in it."""
        try:
            report, diary = self.report(), self._to_carry()
        except TpeGuideError as error:
            self._messages.warn(error)
            return
        if report is not None:
            # As it is at the press: another person's page may be shown by the time it is there.
            write = partial(write_page, path, report, self.paper, diary, self._diary_session.now())
            file, turn = self.files.name_of(self.chosen.path), self._turn
            words = partial(what_became, source=self.source, file=file)
            self._saving.save(
                write,
                lambda saved: self._messages.inform(words(saved, named=turn == self._turn)),
                failed=lambda error: self._messages.warn(words(error, named=turn == self._turn)),
            )

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

    def _put_away_file(self) -> None:
        self.chosen.put_away()
        self._scanned = self._wanted = None

    def _on_looked(self) -> None:
        """Who has brought one file wants to see it."""
        wanted, rows = self._wanted, self.files.rows
        if self.source == "file" and wanted is not None:
            if self.files.seen(wanted) is not None:
                self.show_file(wanted)
            elif len(rows) == 1:
                self.show_file(rows[0].path)

    def _on_seen(self, path: Path, seen: Seen) -> None:
        self.files.learn(path, seen)
        self._take("file")

    def _listen(self, heard: Sequence[Heard]) -> None:
        """Tell of what was heard; show the page once it is whole, and no page of somebody else before."""
        if not heard:
            return
        from tpe_guide.ui.nurse.scan_words import trouble

        self._heard = heard[-1]
        self.scan_trouble = next(filter(None, map(trouble, reversed(heard))), "")
        if self.scan.data is None:
            if self._scanned is not None:
                self._scanned = None
                self._take("scan")
        elif self._scanned is None:
            self._open_scanned(self.scan.data)
        self.scanned.emit()

    def _open_scanned(self, data: bytes) -> None:
        from tpe_guide.diary import exchange
        from tpe_guide.ui.nurse.scan_words import not_understood

        try:
            self._scanned = exchange.loads(data, _("From paper"))
        except TpeGuideError as error:
            self._forget_scan()
            self.scan_trouble = not_understood(error)
        else:
            self._take("scan")

    def _forget_scan(self) -> None:
        self.scan.clear()
        self.scan_trouble, self._heard = "", None

    def _diary(self) -> Diary | None:
        if self.source == "file":
            return self.chosen.diary
        if self.source == "scan":
            return self._scanned
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
