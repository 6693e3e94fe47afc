"""The diary as the windows hold it: not begun, locked, open, or out of reach with a plain reason.

Screens are made anew when the look changes; what must outlive that lies here.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide.diary import offers
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.folder import STORE
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.errors import DiaryAway, DiaryDamaged, TpeGuideError
from tpe_guide.ui.diary.deriving import Deriving
from tpe_guide.ui.diary.draft_keeper import DraftKeeper
from tpe_guide.ui.diary.form_keeper import FormKeeper
from tpe_guide.ui.diary.typed import Typed
from tpe_guide.ui.diary.used_up import UsedUp
from tpe_guide.vocabulary.terms import Access

if TYPE_CHECKING:
    from tpe_guide.diary.keys import Unlocked
    from tpe_guide.diary.store import DiaryStore
    from tpe_guide.diary.tries import Tries

State = Literal["none", "away", "locked", "open", "blocked"]
REST_AFTER = 2000
"""Milliseconds without a change, after which the log goes into the store."""


class DiarySession(QObject):
    """Opens the diary in *folder* when it is first wanted, and keeps it open until the window closes.

    *now* gives the instant with its offset. The store is imported on use: reading the guide never waits for it.
    """

    changed = Signal()
    """The diary was begun or opened, or should be looked at afresh."""

    found = Signal(object)
    """A TpeGuideError: what was not right about the files of the diary that was opened."""

    held = Signal()
    """A diary is open now."""

    closing = Signal()
    """The open diary is about to be closed: last words to it."""

    def __init__(self, folder: Path, now: Callable[[], dt.datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.now = now
        self.drafts = DraftKeeper(now, self)
        """The entry that is being written."""
        self.forms = FormKeeper(self)
        """Other forms that are half filled in."""
        self.access: Access = "unknown"
        """How blood goes out and in, as far as the person has said: of a session that does not know better."""
        self.typed = Typed()
        self.saved: list[Entry] = []
        """What was saved since the program started, oldest first; also what was removed again."""
        self.saved_from_paper = False
        """The last of it was typed back from paper."""
        self.problem: TpeGuideError | None = None
        self.guarded = False
        """The open diary has a passcode."""
        self.changes = 0
        """How often the diary was changed since it was opened."""
        self._used = UsedUp()
        self._anew = False
        self.deriving = Deriving(lambda: self.tries, self)
        """Turns passcodes into keys."""
        self.offers_sheet = False
        """The open diary was begun with a passcode just now: without a recovery sheet there is no other way in."""
        self.barred: Unlocked | None = None
        """The key of a diary that cannot be read, though its passcode was right."""
        self._bar: TpeGuideError | None = None
        self._store: DiaryStore | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(REST_AFTER)
        self._quiet.timeout.connect(self._rest)

    @property
    def state(self) -> State:
        """Where the diary stands; a diary without a passcode is opened by asking."""
        from tpe_guide.diary.store import DiaryStore

        if self._store is not None:
            return "open"
        if self._bar is not None:
            self.problem = self._bar
            return "blocked"
        try:
            if self.is_away and not self._anew:
                self.problem = DiaryAway(self.folder / STORE)
                return "away"
            if not DiaryStore.exists(self.folder):
                return "none"
            if DiaryStore.needs_passcode(self.folder):
                return "locked"
            self._hold(DiaryStore.open(self.folder, None))
        except TpeGuideError as error:
            self.problem = error
            return "blocked"
        return "open"

    @property
    def is_away(self) -> bool:
        """The key of a diary is in the folder, and the diary is not."""
        from tpe_guide.diary import folder

        return folder.is_away(self.folder)

    @property
    def is_open(self) -> bool:
        """The diary has been opened. Asking does not open it."""
        return self._store is not None

    @property
    def store(self) -> DiaryStore:
        """The open store. Ask ``state`` first."""
        if self._store is None:
            raise RuntimeError("the diary is not open")
        return self._store

    def create(self) -> None:
        """Begin a diary without a passcode. Raises CannotWrite, DiaryInUse."""
        from tpe_guide.diary.store import DiaryStore

        self._opened(DiaryStore.create(self.folder, None), guarded=False)

    def create_guarded(self, passcode: str) -> None:
        """Begin a diary with a passcode; ``deriving`` tells when it cannot be. Raises BadInput for an unfit one."""
        from tpe_guide.diary import keys
        from tpe_guide.diary.store import DiaryStore

        def begin(made: Unlocked) -> None:
            store = DiaryStore.create(self.folder, passcode, made=made)
            self.offers_sheet = True
            self._opened(store, guarded=True)

        keys.check_passcode(passcode)
        self.deriving.run(lambda: keys.wrapped(keys.new_key(), passcode), begin, guess=False)

    def unlock(self, passcode: str) -> None:
        """Open the diary; one that is damaged is then out of reach, and the right passcode is the way to what is left.

        ``deriving`` tells of WrongPasscode, DiaryInUse, FromNewerVersion. Raises TooSoon after several wrong ones.
        """
        from tpe_guide.diary import folder, keys

        path = folder.key_file(self.folder)
        self.deriving.run(lambda: keys.unlock_file(path, passcode), lambda known: self._open_with(passcode, known))

    def _open_with(self, passcode: str, known: Unlocked) -> None:
        from tpe_guide.diary.store import DiaryStore

        if self._store is not None:
            return
        try:
            store = DiaryStore.open(self.folder, passcode, known)
        except DiaryDamaged as error:
            self._bar_with(error, known)
            return
        self._opened(store, guarded=True)

    def recover(self, made: Unlocked) -> Path | None:
        """Open the diary by its recovery sheet, from now on as *made* does; where the key file from before is kept.

        Raises what ``by_sheet.recover`` does; of a damaged diary the sheet is then the way to what is left.
        """
        from tpe_guide.diary import by_sheet, keys
        from tpe_guide.diary.recovery import Sheet

        guarded = keys.is_guarded(made.file, self.folder)
        try:
            done = by_sheet.recover(self.folder, made)
        except DiaryDamaged as error:
            self._bar_with(error, made)
            return None
        self.tries.succeeded()
        with contextlib.suppress(TpeGuideError):  # it opened the diary all the same
            done.store.keep_sheet(done.store.glance().sheet().newer(Sheet(tried=self.now().date())))
        self.problem = self._bar = self.barred = None
        self._opened(done.store, guarded=guarded)
        return done.kept

    @cached_property
    def tries(self) -> Tries:
        """Wrong passcodes so far."""
        from tpe_guide.diary.tries import Tries

        return Tries(self.folder)

    def change_passcode(self, old: str | None, new: str | None, done: Callable[[], object]) -> None:
        """Open with *new* from now on, None: with none; then *done* is called.

        ``deriving`` tells of WrongPasscode, CannotWrite. Raises TooSoon, BadInput for an unfit passcode.
        """
        from tpe_guide.diary import folder, keys

        def change(made: Unlocked) -> None:
            self.store.wrap_anew(made)
            self.guarded = new is not None
            done()

        keys.check_passcode(new)
        path = folder.key_file(self.folder)
        self.deriving.run(lambda: keys.rewrapped(path, old, new), change)

    def lock(self) -> None:
        """Close a diary that has a passcode, until that is typed again. What is being written waits."""
        if self._store is None or not self.guarded:
            return
        self.close()
        self.changed.emit()

    def let_go(self) -> None:
        """Close the diary, so that its files can be changed; ``try_again`` opens it anew."""
        self.close()

    def save(self) -> Entry:
        """Put the draft and its session on disk, both or neither, and begin the next draft.

        Raises BadInput, CannotWrite; the draft is then as it was.
        """
        draft = self.drafts.draft
        entry, session = draft.entry(self.now()), draft.session
        known = {each.id: each for each in self.store.sessions()}
        unlike = session if session is not None and known.get(session.id) != session else None
        if draft.changes is not None and self._is_there(entry.id):
            moved = draft.changes.session != entry.session
            used = self._used.by(draft.changes, self.forms.sessions) if moved else None
            self.store.change_entry(entry, self.now(), unlike, used)
        else:
            self.store.save_entry(entry, unlike)
        if unlike is not None:
            self._used.remember(known.get(unlike.id), unlike)
        self.saved = [*(one for one in self.saved if one.id != entry.id), entry]
        self.saved_from_paper = bool(draft.sheet)
        offers.offer_own(self.store, entry)
        self.drafts.forget()
        return entry

    def change(self, entry: Entry) -> None:
        """Take up *entry*, to be changed in the log. Raises DiaryDamaged."""
        session = next((each for each in self.store.sessions() if each.id == entry.session), None)
        self.drafts.change(entry, session)

    def save_nothing_new(self, session: ExchangeSession) -> Entry:
        """Put on disk that nothing new was noticed after *session*; what is being tapped stays. Raises CannotWrite."""
        draft = Draft.begin(self.now(), ())
        draft.say_session(session)
        draft.fill_nothing(())
        entry = draft.entry(self.now())
        self.store.save_entry(entry)
        self.saved.append(entry)
        self.saved_from_paper = False
        return entry

    def remove(self, entry: Entry) -> None:
        """Take an entry out of the diary and into the bin; the store's ``take_back`` undoes it. Raises CannotWrite.

        A session that was made for an entry goes with the last one that is about it, and one that was planned before
        is planned again; but not one that was put right since, or is being.
        """
        self.store.bin_entry(entry.id, self.now(), self._used.by(entry, self.forms.sessions))

    def throw_away(self) -> None:
        """Begin the entry from nothing; ``bring_back`` undoes it."""
        self.drafts.throw_away()
        self.changed.emit()

    def bring_back(self) -> None:
        """Take up the entry that was thrown away."""
        self.drafts.bring_back()
        self.changed.emit()

    def access_of(self, session: ExchangeSession | None) -> Access:
        """How blood goes out and in at *session*, or as far as the person has said."""
        return self.access if session is None or session.access == "unknown" else session.access

    def forget_course(self) -> None:
        """Another course is the present one: nothing that was begun or saved is of that."""
        self.drafts.begin_anew()
        self.saved.clear()
        self._used.clear()

    def forget_typed(self) -> None:
        """Forget what was typed of a passcode, and that a new diary was wanted. What is being opened stays closed."""
        self.typed = Typed()
        self._anew = False
        self.deriving.drop()

    def go_on(self) -> None:
        """A recovery sheet was made, or is not wanted now."""
        self.offers_sheet = False
        self.changed.emit()

    def begin_anew(self) -> None:
        """A new diary is wanted in place of the one that is away."""
        self._anew = True
        self.changed.emit()

    def expect_change(self) -> None:
        """The person is about to write: make ready for it, as soon as nothing else is to be done."""
        if self._store is not None and not self._store.read_only and self._store.found is None:
            self._quiet.start()

    def try_again(self) -> None:
        """Look at the folder afresh."""
        self.problem = self._bar = self.barred = None
        self.changed.emit()

    def close(self) -> None:
        """Close the diary and forget what was written and saved with it."""
        self._quiet.stop()
        self.drafts.close()
        self.forms.close()
        if self._store is not None:
            self.closing.emit()
            self._store.close()
            self._store = None
        self.forget_typed()
        self.offers_sheet = False
        self.saved.clear()
        self._used.clear()
        self.changes = 0

    def has(self, entry_id: str) -> bool:
        """There is an entry of that id in the open diary. Raises DiaryDamaged."""
        return self.store.glance().entry(entry_id) is not None

    def _is_there(self, entry_id: str) -> bool:
        """What was removed while it was being changed is wanted after all, with what it said before."""
        if not self.has(entry_id):
            with contextlib.suppress(KeyError):
                self.store.take_back(entry_id)
        return self.has(entry_id)

    def _hold(self, store: DiaryStore) -> None:
        self._store = store
        with contextlib.suppress(TpeGuideError):  # what is damaged there is said where it is needed
            self.drafts.open(store)
        with contextlib.suppress(TpeGuideError):
            self.forms.open(store)
        self._look_after(store)
        store.on_change(self._on_store_changed)
        if store.found is not None:
            self.found.emit(store.found)
        self.held.emit()

    def _bar_with(self, error: DiaryDamaged, known: Unlocked) -> None:
        self.barred = known
        self._bar = error
        self.forget_typed()
        self.changed.emit()

    def _on_store_changed(self) -> None:
        self.changes += 1
        self._quiet.start()

    def _look_after(self, store: DiaryStore) -> None:
        """What has been in the bin for long enough goes for good, unless something is not right about the diary.

        What else there is to do waits until nothing is being done.
        """
        if store.read_only or store.found is not None:
            return
        with contextlib.suppress(TpeGuideError):  # it is tried again the next time
            over = store.bin_is_over(self.now())
            if over is not None:
                store.empty_bin(over)
            if store.wants_rest:
                self._quiet.start()

    def _rest(self) -> None:
        # What cannot be done now stays in the log, where it is safe; a save says so when it cannot be.
        changes = self.changes
        with contextlib.suppress(TpeGuideError):
            self.store.get_ready()
            self.store.rest()
        self.changes = changes  # what it does says nothing new

    def _opened(self, store: DiaryStore, *, guarded: bool) -> None:
        self._hold(store)
        self.guarded = guarded
        self.forget_typed()
        self.changed.emit()
