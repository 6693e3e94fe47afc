"""A file that somebody asked for, made and written beside the window: a share that hangs must not freeze it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.kit.beside import LONGEST_SECONDS, Beside
from tpe_guide.ui.kit.messages import Messages

T = TypeVar("T")


class Saving(QObject):
    """One file at a time. Until it is told what became of it, an answer is owed: the window waits when it is closed."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._beside = Beside(self)

    def save(
        self,
        write: Callable[[], T],
        done: Callable[[T], object],
        doing: str = "",
        failed: Callable[[TpeGuideError], object] | None = None,
    ) -> None:
        """Do *write* beside the window; *done* tells of what it gave. Until then it is said that *doing* goes on.

        *failed* tells why it gave nothing, where more is to be thought of than what to say.
        """
        if self._beside.busy:
            self._messages.inform(_("Another file is still being saved. Please wait for it."))
            return
        doing = doing or _("Saving …")
        self._messages.owe()
        self._messages.inform(doing)

        def settle(came: T | Exception) -> None:
            self._messages.untrue.emit(doing)
            try:
                if isinstance(came, TpeGuideError):
                    (failed or self._messages.warn)(came)
                elif isinstance(came, Exception):
                    raise came
                else:
                    done(came)
            finally:
                self._messages.pay(went_well=not isinstance(came, Exception))

        self._beside.run(lambda: _outcome(write), settle, self._messages.warn)

    def finish(self, seconds: float = LONGEST_SECONDS) -> bool:
        """The window is closed: wait a while for what is being saved. Whether nothing is any more."""
        return self._beside.wait(seconds)


def finish_all(owner: QObject) -> None:
    """The same for whatever *owner* is saving, if anything."""
    for saving in owner.findChildren(Saving):
        saving.finish()


def _outcome(write: Callable[[], T]) -> T | Exception:
    """A bug as well: no answer may be owed for ever."""
    try:
        return write()
    except Exception as error:
        return error
