"""Sees what goes wrong: exceptions that nobody catches, and what Qt complains of."""

from __future__ import annotations

import sys
import threading
import traceback
from collections import Counter
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

HARMLESS = ("This plugin does not support",)
"""What the offscreen platform says of itself."""


class Watch:
    """Counts each kind of fault, and keeps the first of each kind in full."""

    def __init__(self) -> None:
        self.faults: Counter[str] = Counter()
        self.first: dict[str, str] = {}

    def begin(self) -> None:
        """See everything from now on."""
        sys.excepthook = self._on_exception
        sys.unraisablehook = lambda thrown: self._on_exception(thrown.exc_type, thrown.exc_value, thrown.exc_traceback)
        threading.excepthook = lambda thrown: self._on_exception(
            thrown.exc_type, thrown.exc_value, thrown.exc_traceback
        )
        qInstallMessageHandler(self._on_message)

    def end(self) -> None:
        """Look no more."""
        sys.excepthook, sys.unraisablehook, threading.excepthook = (
            sys.__excepthook__,
            sys.__unraisablehook__,
            threading.__excepthook__,
        )
        qInstallMessageHandler(None)

    def _on_exception(self, kind: type[Any], value: Any, trace: TracebackType | None) -> None:
        where = traceback.extract_tb(trace)[-1:] if trace else []
        place = f" at {where[0].filename.rpartition('/')[2]}:{where[0].lineno}" if where else ""
        self._note(f"{kind.__name__}: {value}{place}", "".join(traceback.format_exception(kind, value, trace)))

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or message.startswith(HARMLESS):
            return
        self._note(f"Qt: {message}", "".join(traceback.format_stack()))

    def _note(self, fault: str, whole: str) -> None:
        self.faults[fault] += 1
        self.first.setdefault(fault, whole)
