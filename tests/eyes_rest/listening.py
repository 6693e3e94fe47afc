"""Somebody who listens with closed eyes, and the diary and guide they have: no window anywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from tests.eyes_rest.drafts import Drafts
from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import Entry, ExchangeSession, Question
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryInUse, TpeGuideError, WrongPasscode
from tpe_guide.eyes_rest.door import DoorStop, PasscodeStop
from tpe_guide.eyes_rest.hand import Order
from tpe_guide.eyes_rest.machine import EyesRest, Said
from tpe_guide.eyes_rest.top import eyes_rest
from tpe_guide.eyes_rest.world import Plan, Sentence, State, World
from tpe_guide.guide.depth import Depth
from tpe_guide.guide.library import Library
from tpe_guide.guide.unit_session import UnitSession
from tpe_guide.vocabulary.terms import Access

EVENING = dt.datetime(2026, 5, 14, 19, 12, tzinfo=dt.timezone(dt.timedelta(hours=2)))
PASSCODE = "green kettle three boats"


class Typed:
    passcode = ""


class Tries:
    wait = 0.0


class TestDiary:
    """As ``DiarySession`` is one, on a real store. *locked*: it waits for ``PASSCODE``."""

    __test__ = False

    def __init__(self, folder: Path, *, locked: bool = False) -> None:
        self.folder = folder
        self.at = EVENING
        self.problem: TpeGuideError | None = None
        self.access: Access = "unknown"
        self.typed, self.tries = Typed(), Tries()
        self.drafts = Drafts(lambda: self.at)
        self.locked, self.in_use = locked, False
        self.refuses: TpeGuideError | None = None
        """What the disk says to a save."""
        self._store: DiaryStore | None = None
        self.on_change: Callable[[], None] = lambda: None

    @property
    def now(self) -> Callable[[], dt.datetime]:
        return lambda: self.at

    @property
    def state(self) -> State:
        if self.in_use:
            self.problem = DiaryInUse(self.folder)
            return "blocked"
        if self.locked:
            return "locked"
        return "open" if self._store is not None else "none"

    @property
    def store(self) -> DiaryStore:
        assert self._store is not None
        return self._store

    def create(self) -> None:
        self._store = DiaryStore.create(self.folder, None)
        self.on_change()

    def unlock(self, passcode: str) -> None:
        if passcode != PASSCODE:
            raise WrongPasscode
        self.locked = False
        self.create()

    def forget_typed(self) -> None:
        self.typed.passcode = ""

    def try_again(self) -> None:
        self.in_use = False
        self.on_change()

    def access_of(self, session: ExchangeSession | None) -> Access:
        return self.access if session is None or session.access == "unknown" else session.access

    def save(self) -> Entry:
        if self.refuses is not None:
            raise self.refuses
        draft = self.drafts.draft
        entry = draft.entry(self.at)
        if draft.changes is not None:
            self.store.change_entry(entry, self.at)
        else:
            self.store.save_entry(entry, draft.session)
        self.drafts.forget()
        return entry

    def remove(self, entry: Entry) -> None:
        self.store.bin_entry(entry.id, self.at)

    def change(self, entry: Entry) -> None:
        session = next((one for one in self.store.sessions() if one.id == entry.session), None)
        self.drafts.draft = Draft.of(entry, session)

    def throw_away(self) -> None:
        self.drafts.throw_away()

    def bring_back(self) -> None:
        self.drafts.bring_back()

    def expect_change(self) -> None:
        pass

    def close(self) -> None:
        if self._store is not None:
            self._store.close()


class Reading:
    """The guide of this program; each page says its title and three sentences."""

    def __init__(self) -> None:
        self.library = Library.load()
        self.last = ("", "")
        self.depth: Depth = "minute"
        self.read: list[str] = []

    def sentences(self, page: str) -> Sequence[Sentence]:
        title = self.library.page_title(page)
        return (
            Sentence(title, is_heading=True, place="in_short.0"),
            Sentence("One.", place="minute.0"),
            Sentence("More", is_heading=True, place="minute.1"),
            Sentence("Two.", place="minute.1+6"),
        )

    def mark_here(self, page: str, place: str) -> None:
        self.last = (page, place)

    def mark_read(self, page: str) -> None:
        self.read.append(page)


class Choices:
    speed, voice, text_percent = 100, "", 100
    depth: Depth = "minute"
    speaks: Literal["voice", "reader"] = "voice"
    has_reader = asks_who_speaks = False

    @property
    def can_read_on(self) -> bool:
        return self.speaks == "voice"

    def change_speed(self, by: int) -> bool:
        self.speed += 10 * by
        return True

    def next_voice(self) -> None: ...

    def set_depth(self, depth: Depth) -> None:
        self.depth = depth

    def change_size(self, by: int) -> bool:
        return False

    def let_speak(self, who: Literal["voice", "reader"]) -> None:
        self.speaks, self.asks_who_speaks = who, False


class Listener:
    """Gives orders, and hears what is said."""

    def __init__(self, folder: Path, *, locked: bool = False) -> None:
        self.diary = TestDiary(folder, locked=locked)
        self.diary.on_change = self._on_change
        self.reading, self.choices = Reading(), Choices()
        self.unit: dict[str, str] = {}
        self.heard: list[Said] = []
        self.left = 0
        self.matters = ["Seeing my garden"]
        self.questions = [Question("When do I start my medicine again?")]
        self._catalogue = Catalogue.load("en")
        world = World(
            find_diary=lambda: self.diary,
            reading=self.reading,
            choices=self.choices,
            catalogue=lambda: self._catalogue,
            unit=lambda: self.unit,
            access=lambda: "neck-line",
            unit_session=UnitSession,
            advise=self._advise,
            entry_words=lambda entry, session: [f"{one.effect} {one.severity}" for one in entry.effects],
            plan=lambda: Plan(dt.date(2026, 5, 16), 3, [("bag", "Pack a bag.", False)]),
            tick=lambda row, done: None,
            questions=lambda: self.questions,
            set_asked=lambda at, asked: None,
            add_question=self._add_question,
            matters=lambda: self.matters,
            set_matter=self._set_matter,
        )
        self.rest: EyesRest = eyes_rest(world, self.heard.append, self._leave)
        self.rest.begin()

    @property
    def said(self) -> str:
        return self.heard[-1].words

    @property
    def spoken(self) -> str:
        return self.heard[-1].spoken

    def order(self, *orders: Order) -> str:
        for order in orders:
            self.rest.order(order)
        return self.said

    def choose(self, *rows: str) -> str:
        """Go on to the row that begins with each of *rows*, and choose it."""
        for words in rows:
            self.go_to(words)
            self.order("choose")
        return self.said

    def go_to(self, words: str) -> int:
        """How many presses it took."""
        for presses in range(60):
            if self.rest.stop.row.words.startswith(words):
                return presses
            self.order("next")
        raise AssertionError(f"no “{words}” in {[row.words for row in self.rest.stop.rows()]}")

    def type(self, text: str) -> str:
        for end in range(1, len(text) + 1):
            assert isinstance(self.rest.stop, PasscodeStop)
            self.rest.stop.type(text[:end])
        return self.said

    def begin_diary(self) -> None:
        self.diary.create()

    def _advise(self, sign: str, access: str) -> tuple[Advice, ...]:
        said = self._catalogue.advice(sign, access, self.unit)
        return tuple(advice._replace(number=advice.number or "the number your unit gave you") for advice in said)

    def _add_question(self, text: str) -> bool:
        self.questions.append(Question(text))
        return self.diary.state == "open"

    def _set_matter(self, words: str, picked: bool) -> None:
        (self.matters.append if picked else self.matters.remove)(words)

    def _leave(self) -> None:
        self.left += 1

    def _on_change(self) -> None:
        if isinstance(self.rest.stop, DoorStop):
            self.rest.stop.look_again()
