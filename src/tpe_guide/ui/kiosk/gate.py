"""What strangers do goes through here first: it is told to whoever knows the visit, and what they must not do is kept
back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QKeyEvent, QPointerEvent

from tpe_guide.kiosk.lifecycle import Event, Input, Lifecycle, Phase, Ponder
from tpe_guide.ui.kiosk.kiosk_events import KEYS, MOVES, NEVER, POINTERS, REST_OF_GESTURE, drags
from tpe_guide.ui.kiosk.kiosk_keys import PRESSING, Chord, chord_of, is_modifier, only_moves
from tpe_guide.ui.kiosk.kiosk_question import Question

_ASKING = (Phase.STILL_THERE, Phase.FINISHING)
_DRAG_SECONDS = 1.0
"""So often a drag counts as a touch."""


class Gate(QObject):
    """A filter of the whole application. Only *chords* of keys pass. *life* and *question*: as they stand now."""

    def __init__(
        self,
        chords: frozenset[Chord],
        now: Callable[[], float],
        life: Callable[[], Lifecycle],
        question: Callable[[], Question | None],
        tell: Callable[[Event], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._chords = chords
        self._now = now
        self._life = life
        self._question = question
        self._tell = tell
        self._swallowing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every finger, button and key of the program first; keep back what a stranger must not do."""
        kind = event.type()
        if kind in KEYS:
            held_back = self._on_key(event)  # type: ignore[arg-type]
        elif kind in POINTERS:
            held_back = self._on_pointer(event)
        elif kind in REST_OF_GESTURE:
            held_back = self._swallowing
            self._note_drag(event)
            if held_back and kind not in MOVES:
                self._swallowing = False
        else:
            held_back = kind in NEVER
        if held_back:
            # An accepted touch is not offered again as a mouse, an accepted key not as a shortcut.
            event.setAccepted(kind not in NEVER)
        return held_back

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key is held back."""
        permitted = is_modifier(event) or chord_of(event) in self._chords
        asking = self._life().phase in _ASKING
        if event.isAutoRepeat():
            # No input either: a book on the keyboard is not a person.
            return self._swallowing or asking or not permitted
        if asking and only_moves(event):
            self._tell(Ponder())
            return self._too_soon()
        if asking and event.key() in PRESSING and self._other_answer_has_focus() and not self._too_soon():
            return False
        return self._take_input() or not permitted

    def _on_pointer(self, event: QEvent) -> bool:
        """Whether the touch is held back."""
        assert isinstance(event, QPointerEvent)
        asking = self._life().phase in _ASKING
        if asking and not self._too_soon() and self._is_other_answer(event.points()[0].globalPosition().toPoint()):
            return False
        return self._take_input()

    def _note_drag(self, event: QEvent) -> None:
        """A finger that is down and moves is a person, however long it drags."""
        idle = self._life().idle + self._now() - self._life().seen
        if drags(event) and self._life().phase is Phase.IN_USE and idle >= _DRAG_SECONDS:
            self._tell(Input())

    def _take_input(self) -> bool:
        self._tell(Input())
        self._swallowing = self._too_soon()
        return self._swallowing

    def _too_soon(self) -> bool:
        return self._life().swallows(self._now())

    def _is_other_answer(self, place: QPoint) -> bool:
        return (asked := self._question()) is not None and asked.is_other_answer_at(place)

    def _other_answer_has_focus(self) -> bool:
        return (asked := self._question()) is not None and asked.is_other_answer_focused()
