"""The guide and its choices, as the lists of eyes-rest want them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from PySide6.QtGui import QAccessible

from tpe_guide.eyes_rest.world import Sentence
from tpe_guide.guide.depth import Depth
from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.settings import SPEECH_SPEEDS
from tpe_guide.ui.eyes_rest.mouth import Mouth
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.reading.document import Node
from tpe_guide.ui.reading.measure import measure_for
from tpe_guide.ui.reading.pages import FigureMaker, build_page
from tpe_guide.ui.reading.spoken import sentences
from tpe_guide.ui.shell.session import Session

_WIDTH = 800
"""px for which a page is set that nobody sees."""
_SPEED_STEP = 20


class HeardGuide:
    """The pages, in the sentences that are said of them when they are read aloud on the screen."""

    def __init__(
        self, library: Library, session: Session, mark_read: Callable[[str], None], figure: FigureMaker
    ) -> None:
        self.library = library
        self._session = session
        self._mark_read = mark_read
        self._figure = figure

    @property
    def last(self) -> tuple[str, str]:
        """Where one stopped, on the screen or by ear."""
        choices = self._session.settings
        return choices.last_page, choices.last_place

    @property
    def depth(self) -> Depth:
        """As chosen."""
        return self._session.settings.depth  # type: ignore[return-value]

    def sentences(self, page: str) -> list[Sentence]:
        """All that is said of it."""
        library, theme = self.library, self._session.theme
        place = library.chapter_of(page).title
        measure = measure_for(_WIDTH, theme)
        document = build_page(
            library.page(page), place, library.version, theme, measure, depth=self.depth, figure=self._figure
        )
        heads = {node.start for node in _all(document.nodes) if node.role == "heading"}
        said = sentences(document)
        return [Sentence(each.words, each.start in heads, str(document.place_at(each.start))) for each in said]

    def mark_here(self, page: str, place: str) -> None:
        """The screen opens there, too."""
        self._session.mark_here(page, place)

    def mark_read(self, page: str) -> None:
        """As if it had been turned."""
        self._session.mark_read(page)
        self._mark_read(page)


class HeardChoices:
    """The settings that matter to whoever listens."""

    def __init__(self, session: Session, speaker: Callable[[], Speaker], mouth: Mouth) -> None:
        self._session, self._speaker, self._mouth = session, speaker, mouth

    @property
    def speed(self) -> int:
        """Percent."""
        return self._session.settings.speech_speed

    @property
    def voice(self) -> str:
        """Where there is another."""
        speaker = self._speaker()
        count = len(speaker.voices)
        if count < 2 or self._mouth.speaks == "reader":
            return ""
        number = speaker.number_of(self._session.settings.speech_voice) + 1
        return _("Voice {number} of {count}").format(number=number, count=count)

    @property
    def depth(self) -> Depth:
        """How much of each page."""
        return self._session.settings.depth  # type: ignore[return-value]

    @property
    def text_percent(self) -> int:
        """The size of letters."""
        return self._session.theme.percent

    @property
    def speaks(self) -> Literal["voice", "reader"]:
        """Who speaks now."""
        return self._mouth.speaks

    @property
    def has_reader(self) -> bool:
        """A screen reader, or something else that asks for what is on the screen, runs."""
        return QAccessible.isActive()

    @property
    def asks_who_speaks(self) -> bool:
        """Once, where something seems to read the screen."""
        return self.has_reader and not self._session.settings.eyes_rest_speaks

    @property
    def can_read_on(self) -> bool:
        """The end of a sentence is known."""
        return self._mouth.speaks == "voice"

    def change_speed(self, by: int) -> bool:
        """A step, as far as there is one."""
        wanted = self.speed + by * _SPEED_STEP
        if not SPEECH_SPEEDS[0] <= wanted <= SPEECH_SPEEDS[-1]:
            return False
        self._session.set_speech(speed=wanted)
        return True

    def next_voice(self) -> None:
        """The one after it."""
        self._session.set_speech(voice=self._speaker().next_after(self._session.settings.speech_voice))

    def set_depth(self, depth: Depth) -> None:
        """On the screen, too."""
        self._session.set_depth(depth)

    def change_size(self, by: int) -> bool:
        """A step, as far as there is one."""
        before = self.text_percent
        (self._session.bigger if by > 0 else self._session.smaller)()
        return self.text_percent != before

    def let_speak(self, who: Literal["voice", "reader"]) -> None:
        """From now on."""
        self._session.keep(self._session.settings._replace(eyes_rest_speaks=who))
        self._mouth.hush()


def _all(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.children)
