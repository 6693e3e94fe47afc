"""Closing the window while an answer is owed: whoever asked for something and goes at once is told if it goes wrong."""

from __future__ import annotations

from collections.abc import Callable

from tpe_guide.i18n import _
from tpe_guide.ui.kit.messages import Messages


class Leaving:
    """Whether the window may *close*: where *messages* owe an answer, it goes by itself once all went well."""

    def __init__(self, messages: Messages, close: Callable[[], object]) -> None:
        self._messages = messages
        self._close = close
        self._waits = False
        messages.paid.connect(self._on_paid)

    def may_go(self) -> bool:
        """The person closes the window. The second time it goes at once."""
        self._waits = bool(self._messages.owed) and not self._waits
        if not self._waits:
            return True
        self._messages.inform(_still_at_it())
        return False

    def stay(self) -> None:
        """Whoever goes on has thought better of closing."""
        self._waits = False

    def _on_paid(self, went_well: bool) -> None:
        waited, self._waits = self._waits, False
        if waited:
            self._messages.untrue.emit(_still_at_it())
        if waited and went_well:
            self._close()


def _still_at_it() -> str:
    return _(
        "A page is still being printed or saved. The guide closes when that is done. To close it now, close it again."
    )
