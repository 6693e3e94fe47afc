"""Where the program itself fails, someone is told: a report for whoever mends it, and word for who sits before it.

Python and Qt call the hooks here for what nobody has caught: an exception in a slot, in a thread, in a destructor,
and what Qt itself calls critical. Nothing else is done in them, so that what stands on the screen stands.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qInstallMessageHandler

from tpe_guide import terminal
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _

# What only a failure needs is imported then: to make Qt's enum of messages alone would cost every start a millisecond.
if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from tpe_guide.failure_report import Failure

BURST_SECONDS = 5.0
"""Failures that follow each other so soon are one to a person: a page that cannot be painted fails at each paint."""
MOST_REPORTS = 20
"""In one run: who fails in so many ways has said enough."""
DEBUG_VARIABLE = "TPE_GUIDE_DEBUG"
BUG = 70


class FailureWatch(QObject):
    """Saves reports in the data *folder*, with the name of what *screen* says is shown. *now* is a clock in seconds."""

    happened = Signal()
    """Each time, once the failing code has ended."""
    failed = Signal(str)
    """Once for each burst: the path of the report, empty where there is none."""
    _noticed = Signal()

    def __init__(
        self,
        folder: Path,
        screen: Callable[[], str] = str,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._screen = screen
        self._now = now
        self._last = -BURST_SECONDS
        self._reports: dict[Failure, Path | None] = {}
        self._path = ""
        self._busy = threading.Lock()
        # A thread may have failed, and the slot that did may not have ended.
        self._noticed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Hold the hooks. What is raised in here, and is a bug, is written down on its way out."""
        give_back = self._take_hooks()
        try:
            yield
        except TpeGuideError:
            raise
        except Exception as error:
            self._take(error, tell=False, say=False)
            if self._path:  # there may be no window to say it in; the rest is said by whoever ends the program
                terminal.complain(_("A report with none of your words in it is in {path}.").format(path=self._path))
            raise
        finally:
            give_back()

    def look_at(self, screen: Callable[[], str]) -> None:
        """From now on *screen* names what is shown."""
        self._screen = screen

    def _take_hooks(self) -> Callable[[], None]:
        before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook, threading.excepthook = self._on_exception, self._on_thread
        sys.unraisablehook = self._on_unraisable
        handler = qInstallMessageHandler(self._on_qt)

        def give_back() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before
            qInstallMessageHandler(handler)

        return give_back

    def report(self, error: BaseException) -> None:
        """*error* was caught, and is a bug all the same: treat it as if nobody had caught it."""
        if os.environ.get(DEBUG_VARIABLE):
            import traceback

            traceback.print_exception(error)
        self._take(error, tell=True)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if _is_override(trace):
            terminal.complain("")
        self.report(error)
        # Python keeps the last one for a debugger: with it, all that the failing code had in hand.
        for name in ("last_type", "last_value", "last_traceback", "last_exc"):
            vars(sys).pop(name, None)

    def _on_thread(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self.report(failure.exc_value)

    def _on_unraisable(self, failure: sys.UnraisableHookArgs) -> None:
        if failure.exc_value is not None:
            self._take(failure.exc_value, tell=False)

    def _on_qt(self, level: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        match level.name:
            case "QtFatalMsg":
                self._take(("fatal", message), tell=False)
                os._exit(BUG)  # Qt would abort, and leave all memory in a core file
            case "QtCriticalMsg":
                self._take(("critical", message), tell=False)
            case _:
                terminal.complain(message)

    def _take(self, what: BaseException | tuple[str, str], *, tell: bool, say: bool = True) -> None:
        """Write down an exception, or what Qt said. To fail at that must not end the program, nor begin it again."""
        if not self._busy.acquire(blocking=False):
            return
        try:
            from tpe_guide.failure_report import failure_of, failure_of_qt

            failure = failure_of(what) if isinstance(what, BaseException) else failure_of_qt(*what)
            if self._write_down(failure) and say:
                terminal.complain(f"tpe-guide failed: {failure.kind} at {failure.place}. Report: {self._path or '-'}")
        except Exception:  # there is nobody left to tell
            self._path = ""
        finally:
            self._busy.release()
        if tell:
            self._noticed.emit()

    def _write_down(self, failure: Failure) -> bool:
        """Whether *failure* is another one than those before."""
        from tpe_guide import failure_report

        new = failure not in self._reports and len(self._reports) < MOST_REPORTS
        if new:
            self._reports[failure] = failure_report.save(self._folder, failure, self._surroundings())
        path = self._reports.get(failure)
        self._path = str(path) if path and path in failure_report.kept(self._folder) else ""
        return new

    def _surroundings(self) -> dict[str, str]:
        from PySide6.QtCore import qVersion
        from PySide6.QtGui import QGuiApplication

        return {"qt": qVersion() or "", "platform": QGuiApplication.platformName(), "screen": self._screen()}

    def _tell(self) -> None:
        self.happened.emit()
        before, self._last = self._last, self._now()
        if self._last - before >= BURST_SECONDS:
            self.failed.emit(self._path)


def _is_override(trace: TracebackType | None) -> bool:
    """Whether a method of Qt that a widget has made anew failed: PySide begins a line about it, and does not end it."""
    if trace is None:
        return False
    code, values = trace.tb_frame.f_code, trace.tb_frame.f_locals
    owner = values.get(code.co_varnames[0]) if code.co_argcount else None
    return any(code.co_name in vars(base) for base in type(owner).__mro__ if base.__module__.startswith("PySide6"))
