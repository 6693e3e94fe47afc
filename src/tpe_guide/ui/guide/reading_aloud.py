"""Reads the page aloud, sentence by sentence; the sentence that is said is marked and stays in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.session import Session

if TYPE_CHECKING:
    from tpe_guide.guide.reading_position import ReadingPosition
    from tpe_guide.ui.kit.speaker import Speaker
    from tpe_guide.ui.reading.spoken import Sentence

State = Literal["off", "looking", "speaking", "paused", "ended", "trouble"]
STILL_MS = 300
"""Silence for so long is none between two sentences: another program has taken the voice."""


class Heard(NamedTuple):
    """How far a page was read aloud when its screen went, to be made anew in another look."""

    page: str
    place: ReadingPosition
    words: str
    is_paused: bool


class ReadingAloud(QObject):
    """Says what *view* shows with the voice that *speaker* makes, as fast as *session*'s person likes it."""

    changed = Signal()
    """Something that a bar tells of is different now."""

    def __init__(
        self, view: ReadingView, session: Session, speaker: Callable[[], Speaker], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._session = session
        self._make_speaker = speaker
        self._speaker: Speaker | None = None
        self._sentences: list[Sentence] = []
        self._place: ReadingPosition | None = None
        self.state: State = "off"
        self.index = 0
        """Of the sentence that is said, or would be said next."""
        self._is_awaited = False
        """There is trouble, which may yet go: the voice is still looked for."""
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self._on_still)

    @property
    def count(self) -> int:
        """How many sentences there are on this page."""
        return len(self._sentences)

    @property
    def is_on(self) -> bool:
        """There is a bar for it."""
        return self.state != "off"

    @property
    def voices(self) -> tuple[str, ...]:
        """Those there are to choose from, the usual one first."""
        return self._speaker.voices if self._speaker is not None else ()

    @property
    def voice(self) -> int:
        """The index of the one that speaks."""
        return self._speaker.number_of(self._session.settings.speech_voice) if self._speaker is not None else 0

    @property
    def trouble(self) -> str:
        """Why nothing is heard, in a sentence."""
        return self._speaker.trouble if self._speaker is not None else ""

    def begin(self) -> None:
        """Read on from the first sentence that can be seen, or from a link that has the keyboard."""
        self._read_page()
        self.index = self._first_in_sight()
        self._look()

    def heard(self, page: str) -> Heard | None:
        """How far *page* has been read; None: it is not being read."""
        if self._place is None or self.state not in ("speaking", "paused"):
            return None
        return Heard(page, self._place, self._words, self.state == "paused")

    def go_on(self, heard: Heard) -> None:
        """Read on with the sentence that was being said when the screen before this one went."""
        page = self._view.page_shown
        if page is None:
            return
        self._read_page()
        self.index = self._index_at(page.position_of(heard.place), heard.words)
        if heard.is_paused:
            self._find_speaker()
            self._set("paused")
            self._show()
        else:
            self._look()

    def stop(self) -> None:
        """Be silent, and put the bar away."""
        self._set("off")
        self._silence()
        self._view.mark_spoken(None)

    def press(self) -> None:
        """Pause, or go on; at the end, from the beginning."""
        match self.state:
            case "speaking":
                self._set("paused")
                self._silence()
            case "ended":
                self.index = 0
                self._say()
            case "trouble":
                self._look()
            case "looking":
                pass  # the button that has the keyboard tells so
            case _:
                self._say()

    def step(self, by: int) -> None:
        """Go *by* sentences forwards; while it is paused nothing is said, only marked."""
        if self.state not in ("speaking", "paused", "ended") or not self._sentences:
            return
        if self.state == "ended":
            self._set("paused")
        self.index = min(max(self.index + by, 0), self.count - 1)
        if self.state == "speaking":
            self._say()
        else:
            self._show()
            self.changed.emit()

    def set_speed(self, percent: int) -> None:
        """Say it so fast from now on."""
        self._session.set_speech(speed=percent)
        self._again()

    def next_voice(self) -> None:
        """Have the next of the voices say it."""
        if self._speaker is not None and self._speaker.voices:
            self._session.set_speech(voice=self._speaker.next_after(self._session.settings.speech_voice))
            self._again()

    def page_shown(self, *, is_other: bool) -> None:
        """The view shows a page, or the same one set in another way: go on where that sentence stands now."""
        if not self.is_on:
            return
        place, said = self._place, self._words
        self._read_page()
        page = self._view.page_shown
        if is_other or place is None or page is None:
            self.index = 0
            if self.state in ("speaking", "ended"):
                self._say()
                return
        else:
            self.index = self._index_at(page.position_of(place), said)
            if self.state == "speaking" and self._words != said:
                self._say()  # else it would be marked, and never said
                return
        self._show()
        self.changed.emit()

    # --- what the voice does ------------------------------------------------------------------------------------

    def _look(self) -> None:
        speaker = self._find_speaker()
        self._set("looking")
        speaker.look()
        if speaker.available:
            self._say()
        elif speaker.trouble:
            self._set("trouble")

    def _find_speaker(self) -> Speaker:
        if self._speaker is None:
            self._speaker = self._make_speaker()
            self._speaker.changed.connect(self._on_voice_changed)
            self._speaker.finished.connect(self._on_finished)
        return self._speaker

    def _on_voice_changed(self) -> None:
        assert self._speaker is not None
        if self.state == "looking" and self._speaker.available:
            self._say()
        elif self.state in ("looking", "speaking") and self._speaker.trouble and not self._speaker.saying:
            self._set("trouble")
        elif self.state == "speaking" and self._speaker.saying not in ("", self._words):
            self._set("paused")  # a word that is explained, say
        elif self._is_awaited and self._speaker.available:
            self._say()
        elif self.is_on:
            if self.state == "speaking" and not self._speaker.saying:
                self._still.start()
            self.changed.emit()

    def _on_still(self) -> None:
        """Nothing is said, and nobody has told that it was at its end: wait for the person."""
        if self.state == "speaking" and self._speaker is not None and not self._speaker.saying:
            self._set("paused")

    def _on_finished(self) -> None:
        assert self._speaker is not None
        if self.state != "speaking" or self._speaker.saying:  # it is about a sentence before
            return
        if self.index + 1 < self.count:
            self.index += 1
            self._say()
        else:
            self._set("ended")
            self._view.mark_spoken(None)

    def _say(self) -> None:
        if self._speaker is None or not self._sentences:
            return
        if not self._speaker.available:  # it went in a pause, say
            self._look()
            return
        self._show()
        self._speaker.say(self._sentences[self.index].words)
        self._set("speaking")

    def _again(self) -> None:
        """The same sentence as it is wanted now."""
        if self.state == "speaking":
            self._say()
        else:
            self.changed.emit()

    def _silence(self) -> None:
        if self._speaker is not None:
            self._speaker.stop()

    def _set(self, state: State) -> None:
        self.state = state
        self._is_awaited = state == "trouble" and self._speaker is not None and self._speaker.is_late
        self.changed.emit()

    # --- where it stands ----------------------------------------------------------------------------------------

    def _read_page(self) -> None:
        from tpe_guide.ui.reading.spoken import sentences

        self._sentences = sentences(self._view.page_shown) if self._view.page_shown is not None else []

    @property
    def _words(self) -> str:
        """Of the sentence that is said, or would be."""
        return self._sentences[self.index].words if self.index < self.count else ""

    def _index_at(self, at: int, words: str) -> int:
        """Of the sentence with these *words* there, or else of the first that reaches beyond."""
        there = [i for i, each in enumerate(self._sentences) if each.start <= at < each.end and each.words == words]
        beyond = (i for i, each in enumerate(self._sentences) if each.end > at)
        return there[0] if there else next(beyond, 0)

    def _first_in_sight(self) -> int:
        top = self._view.first_in_sight()
        return next((i for i, each in enumerate(self._sentences) if each.start >= top), 0)

    def _show(self) -> None:
        page = self._view.page_shown
        if page is not None and self._sentences:
            sentence = self._sentences[self.index]
            self._place = page.place_at(sentence.start)
            self._view.mark_spoken(sentence)
