"""The sessions that came with an entry, made for it or planned before: removed, it gives them back."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from tpe_guide.diary.model import Entry, ExchangeSession

if TYPE_CHECKING:
    from tpe_guide.diary.past import Used


class UsedUp:
    """Those since the diary was opened."""

    def __init__(self) -> None:
        self._by_id: dict[str, Used] = {}

    def remember(self, before: ExchangeSession | None, session: ExchangeSession) -> None:
        """*session* was saved with an entry; it was *before* that, in the diary."""
        from tpe_guide.diary.past import Used

        known = self._by_id.get(session.id)
        if known is not None and known.after == before:
            before = known.before
        if before is None or before.state != session.state:
            self._by_id[session.id] = Used(before, session)

    def by(self, entry: Entry, in_work: Container[str]) -> Used | None:
        """What *entry* used up, and gives back; nothing where its session is *in_work*: somebody writes about that."""
        return None if entry.session in in_work else self._by_id.get(entry.session or "")

    def clear(self) -> None:
        """Forget all."""
        self._by_id.clear()
