"""What the lists stand on: the same diary, guide and choices as the screens. Whoever has them hands them in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import Entry, ExchangeSession, Question
from tpe_guide.guide.depth import Depth
from tpe_guide.guide.library import Library
from tpe_guide.guide.unit_session import UnitSession
from tpe_guide.vocabulary.terms import Access

if TYPE_CHECKING:
    from tpe_guide.diary.store import DiaryStore
    from tpe_guide.errors import TpeGuideError

State = Literal["none", "away", "locked", "open", "blocked"]


class Drafts(Protocol):
    """The entry that is being written: see ``ui.diary.draft_keeper``."""

    draft: Draft
    was_left: bool

    @property
    def asks_day(self) -> bool:
        """It was begun for a day that is over."""

    @property
    def can_be_kept(self) -> bool:
        """There is a diary that can be written."""

    @property
    def is_on_disk(self) -> bool:
        """All of it is kept."""

    def turn_to(self, *, paper: bool) -> None:
        """Go on with what is tapped, not with a sheet of paper."""

    def get_ready(self, sessions: Iterable[ExchangeSession]) -> None:
        """A draft that says nothing yet is for now."""

    def asks_last_night(self, sessions: Iterable[ExchangeSession]) -> ExchangeSession | None:
        """The session of the evening that is just over, where it must be asked which day is meant."""

    def say_night(self, session: ExchangeSession, day: dt.date) -> None:
        """What is written now is for *day*."""

    def go_on(self) -> None:
        """Go on with what was left."""

    def leave(self) -> None:
        """Leave it unfinished."""

    def touch(self) -> None:
        """It has changed: keep it."""


class Typed(Protocol):
    """What has been typed of a passcode."""

    passcode: str


class Tries(Protocol):
    """Wrong passcodes so far."""

    @property
    def wait(self) -> float:
        """So many seconds are left until the next try."""


class Diary(Protocol):
    """The diary: see ``ui.diary.diary_session``."""

    problem: TpeGuideError | None

    @property
    def state(self) -> State:
        """Where it stands; one without a passcode is opened by asking."""

    @property
    def store(self) -> DiaryStore:
        """The open one."""

    @property
    def drafts(self) -> Drafts:
        """What is being written."""

    @property
    def typed(self) -> Typed:
        """What is being typed to open it."""

    @property
    def now(self) -> Callable[[], dt.datetime]:
        """This instant, with its offset."""

    @property
    def access(self) -> Access:
        """How blood goes out and in, as far as that is known."""

    def access_of(self, session: ExchangeSession | None) -> Access:
        """The same, of *session*."""

    @property
    def tries(self) -> Tries:
        """Wrong passcodes so far."""

    def try_again(self) -> None:
        """Look at its files afresh."""

    def create(self) -> None:
        """Begin one without a passcode. Raises TpeGuideError."""

    def unlock(self, passcode: str) -> None:
        """Open it; that takes a moment. Raises TooSoon."""

    def forget_typed(self) -> None:
        """Forget what was typed of a passcode."""

    def save(self) -> Entry:
        """Put what is written on disk. Raises TpeGuideError."""

    def remove(self, entry: Entry) -> None:
        """Take an entry out; the store's ``take_back`` brings it back. Raises TpeGuideError."""

    def change(self, entry: Entry) -> None:
        """Take up an entry, to be changed in the log. Raises TpeGuideError."""

    def throw_away(self) -> None:
        """Begin what is written from nothing."""

    def bring_back(self) -> None:
        """Take up what was thrown away."""

    def expect_change(self) -> None:
        """The person is about to write."""


class Sentence(NamedTuple):
    """A sentence of a page; *place*: as ``guide.reading_position`` has it."""

    words: str
    is_heading: bool = False
    place: str = ""


class Reading(Protocol):
    """The guide, and where one is in it."""

    @property
    def library(self) -> Library:
        """The guide."""

    @property
    def last(self) -> tuple[str, str]:
        """The page that was read last, and the place on it; empty: none was."""

    @property
    def depth(self) -> Depth:
        """How much of each page."""

    def sentences(self, page: str) -> Sequence[Sentence]:
        """What is said of it."""

    def mark_here(self, page: str, place: str) -> None:
        """One is at *place* of it."""

    def mark_read(self, page: str) -> None:
        """It was heard to its end."""


class Choices(Protocol):
    """How the guide sounds and looks."""

    @property
    def speed(self) -> int:
        """Percent."""

    @property
    def voice(self) -> str:
        """“Voice 1 of 3”; empty: there is no other."""

    @property
    def depth(self) -> Depth:
        """How much of each page."""

    @property
    def text_percent(self) -> int:
        """The size of letters."""

    @property
    def speaks(self) -> Literal["voice", "reader"]:
        """Who speaks: the guide’s voice, or the person’s screen reader."""

    @property
    def has_reader(self) -> bool:
        """A screen reader runs."""

    @property
    def asks_who_speaks(self) -> bool:
        """A screen reader seems to run, and nobody has said that it is to speak."""

    @property
    def can_read_on(self) -> bool:
        """It is known when a sentence is at its end: nobody tells that of a screen reader."""

    def change_speed(self, by: int) -> bool:
        """A step faster (1) or slower (-1); whether there is one."""

    def next_voice(self) -> None:
        """Have another voice speak."""

    def set_depth(self, depth: Depth) -> None:
        """So much of each page."""

    def change_size(self, by: int) -> bool:
        """A step larger or smaller; whether there is one."""

    def let_speak(self, who: Literal["voice", "reader"]) -> None:
        """Who speaks from now on."""


class Plan(NamedTuple):
    """The next session, as far as it is known, and the rows to have ready."""

    day: dt.date | None
    number: int | None
    rows: Sequence[tuple[str, str, bool]]
    """The id of each, its words, and whether it is done."""


@dataclass(frozen=True)
class World:
    """All of it."""

    find_diary: Callable[[], Diary]
    """Nothing is made, or looked for, before a list asks for it."""
    reading: Reading
    choices: Choices
    catalogue: Callable[[], Catalogue]
    """The fixed words."""
    unit: Callable[[], Mapping[str, str]]
    """What the person’s unit says, by slot."""
    access: Callable[[], str]
    """How blood goes out and in, as the person or else their unit says it: one of ``terms.ACCESSES_SAID``."""
    unit_session: Callable[[], UnitSession]
    """How a session goes at the person’s unit."""
    advise: Callable[[str, str], Sequence[Advice]]
    """Whom to call about a warning sign, for a way of the blood."""
    entry_words: Callable[[Entry, ExchangeSession | None], Sequence[str]]
    """All of an entry, line by line."""
    plan: Callable[[], Plan]
    """Raises TpeGuideError."""
    tick: Callable[[str, bool], None]
    """A row is ready, or not after all. Raises TpeGuideError."""
    questions: Callable[[], Sequence[Question]]
    set_asked: Callable[[int, bool], None]
    """A question was asked, or not after all. Raises TpeGuideError."""
    add_question: Callable[[str], bool]
    """Whether it is in the diary; else it waits until that is open. Raises TpeGuideError."""
    matters: Callable[[], Sequence[str]]
    set_matter: Callable[[str, bool], None]
    """It matters to the person, or no more. Raises TpeGuideError."""

    @property
    def diary(self) -> Diary:
        """The diary."""
        return self.find_diary()
