"""What can be done to keep the diary: backups, files, and a passcode. See ``errands`` for how it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tpe_guide.errors import TpeGuideError, WrongPasscode, WrongUsage
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.keeping import newest, words
from tpe_guide.ui.diary.keeping.automatic import AutomaticBackup
from tpe_guide.ui.diary.keeping.errands import Errands, Offer
from tpe_guide.ui.diary.keeping.newest import LastBackup, Looked
from tpe_guide.ui.diary.recovery.state import RecoveryState
from tpe_guide.ui.kit.beside import Beside
from tpe_guide.wording import describe, said_name

if TYPE_CHECKING:
    from tpe_guide.diary.backup_file import Backup
    from tpe_guide.diary.keys import Unlocked
    from tpe_guide.diary.model import Diary
    from tpe_guide.diary.rescue import Rescued
    from tpe_guide.diary.restore import Restore


class KeepingState(Errands):
    """All that the screen *keeping* does, and that of a diary that cannot be opened."""

    stated = Signal()
    """It is known what the newest good backup is."""

    told = Signal(str)
    """What was done to a diary that could not be opened: another screen is shown then."""

    def __init__(
        self,
        diary_session: DiarySession,
        automatic: AutomaticBackup,
        recovery: RecoveryState,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(diary_session, parent)
        self.automatic = automatic
        self.recovery = recovery
        self.after = ""
        """What was done just before the recovery sheet was offered."""
        self.now = now
        self.last: LastBackup | None = None
        self.was_looked = False
        """``last`` is what was found; None: no good one, but for one that is ``unread``."""
        self.none_yet = False
        """It was seen that there is none, good or bad."""
        self.unread: Path | None = None
        """The newest backup, which nobody can look into without its passcode."""
        self.rescued: Rescued | None = None
        """What was read of a damaged diary, while it is offered."""
        self._looking = Beside(self)
        """Beside what else is done: where the backups are may hang."""
        self._waits = False
        automatic.made.connect(self._on_made)
        recovery.changed.connect(self._on_sheet_changed)
        automatic.failed.connect(self._on_failed)
        diary_session.closing.connect(self._on_closing)

    def clear(self) -> None:
        """Put away what is offered, asked or told."""
        super().clear()
        self.rescued, self.after = None, ""

    def stop_waiting(self) -> None:
        """What is being done takes too long for the person: a share may hang."""
        self._waits = False
        super().stop_waiting()

    def refuse_several(self) -> None:
        """More than one file was dropped."""
        self.tell(_("One file at a time, please"), _("Nothing was brought in."), is_problem=True)

    # --- backups ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Find the newest good backup; ``stated`` tells."""
        if self.was_looked or self._looking.busy:
            return
        known, where = self.known_key(), self.where
        self._looking.run(partial(newest.look, where, known), self._on_looked, lambda _error: self._on_looked(Looked()))

    def newest_words(self) -> str:
        """What is known of the newest backup; that there is none only where that was seen."""
        if not self.was_looked:
            return _("Looking for your last backup …")
        if self.last is not None:
            return words.last_backup(self.last.entries, self.last.when, self.now().date())
        if self.unread is not None:
            return words.has_own_passcode(self.unread)
        if self.none_yet and self.diary_session.is_open:  # “yet” is no comfort for one that is lost
            return _("There is no backup yet.")
        return _("No good backup was found.")

    def back_up_now(self) -> None:
        """Make one in the usual folder."""
        self.clear()
        self.doing, self._waits = "backing-up", True
        self.automatic.make_now()
        self.changed.emit()

    def back_up_to(self, chosen: str) -> None:
        """Make one in the file *chosen*."""
        from tpe_guide.diary import backup, folder
        from tpe_guide.diary.told import checked

        path, title = Path(chosen), _("No backup was made")
        with self.or_told(title):
            self._check_open()
            folder.refuse_part_of(path)
            taken = backup.take(self.diary_session.store, self.scratch())
            self.run(
                "backing-up",
                lambda: backup.write(path, taken),
                lambda made: self.tell(_("Backed up"), checked(made)),
                title,
            )

    def offer_newest(self) -> None:
        """Look what the newest good backup would change, or ask for its passcode first."""
        if self.unread is not None:
            self.clear()
            self.locked_backup = self.unread
            self.changed.emit()
            return
        known, where = self.known_key(), self.where

        def find() -> Backup:
            found = newest.good(where, known)
            if found is None:
                raise WrongUsage(_("There is no good backup of this diary yet."))
            return found

        self.run("reading", find, self._offer_restore, _("No backup was found"))

    def offer_backup(self, chosen: str, passcode: str | None = None) -> None:
        """Look what the backup in the file *chosen* would change."""
        from tpe_guide.diary import by_sheet, restore

        path, known = Path(chosen), by_sheet.key_in(passcode) or self.known_key()

        def failed(error: TpeGuideError) -> None:
            self.tell(_("This backup cannot be used"), describe(error), is_problem=True)
            if isinstance(error, WrongPasscode):
                self.clear()
                self.locked_backup = path
                if passcode is not None:
                    self.tell_wrong(path)
                self.changed.emit()

        self.run(
            "reading",
            lambda: restore.read_backup(path, known, passcode),
            self._offer_restore,
            failed,
        )

    def tell_wrong(self, path: Path) -> None:
        """The passcode was not that of the backup at *path*; it can be tried again."""
        self.tell(_("That is not the passcode of this backup"), str(path), is_problem=True)
        self.locked_backup = path

    def _offer_restore(self, backup: Backup) -> None:
        from tpe_guide.diary import restore
        from tpe_guide.diary.told import of_a_restore

        session = self.diary_session
        if session.state == "open":
            what = restore.preview_in(session.store, backup)
        else:
            problem = session.problem if session.state == "blocked" else None
            what = restore.preview_blocked(self.where, backup, problem, self.known_key())
        lines = [*of_a_restore(what)]
        if what.takes_passcode_away:
            lines.append(_("Your diary opens with a passcode. After this it would open without one."))
        if what.changes_nothing:
            lines.append(_("Your diary holds just that already."))
        title = _("Put this backup back?")
        button = _("Put it back all the same") if what.is_other else _("Put it back")
        nothing = what.changes_nothing
        self.make_offer(Offer(title, tuple(lines), button, partial(self._restore, what), nothing_to_do=nothing))

    def _restore(self, what: Restore) -> None:
        drafts = self.diary_session.drafts
        begun, forms = drafts.draft, self.diary_session.forms.all()
        self.diary_session.let_go()
        if not what.is_other:  # the backup is from before it was begun
            drafts.take_along(begun)
            self.diary_session.forms.take_along(forms)
        with self.or_told(_("The backup was not put back")):
            done = what.now()
            self.was_looked, self.unread = False, None
            kept = () if done.kept is None else (words.kept_in(done.kept),)
            opens = (_("Open it with its passcode, or its recovery sheet."),) if done.guarded else ()
            self._tell_of_the_diary(
                _("The backup is back in its place."), words.has_entries(done.entries), *kept, *opens
            )
        self.diary_session.try_again()

    def _tell_of_the_diary(self, title: str, *lines: str) -> None:
        self.clear()
        self.told.emit(" ".join((title, *lines)))

    def _on_looked(self, seen: Looked) -> None:
        self.last, self.unread, self.none_yet = seen
        self.was_looked = True
        self.stated.emit()

    def _on_made(self, made: Backup) -> None:
        self.last, self.was_looked = LastBackup(made.entries, self.now()), True
        if self._waits:
            self.doing, self._waits = "", False
            self.tell(_("Backed up"), words.opened_and_counted(made.entries), str(made.path))
        else:
            self.stated.emit()

    def _on_closing(self) -> None:
        if self._waits:
            self.doing, self._waits = "", False

    def _on_failed(self, _sentence: str) -> None:
        """The window says why, wherever the person is."""
        if self._waits:
            self.doing, self._waits = "", False
            self.changed.emit()

    # --- a diary that cannot be read --------------------------------------------------------------------------

    def rescue(self) -> None:
        """Read what can be read of a damaged diary, and offer to go on with it."""
        known, where, title = self.known_key(), self.where, _("Nothing could be read")
        if known is None:
            self.tell(title, _("The key of the diary is missing or damaged."), is_problem=True)
            return

        def read() -> Rescued:
            from tpe_guide.diary import rescue

            return rescue.read(where, known)

        self.run("reading", read, lambda rescued: self._offer_rescued(rescued, known), title)

    def _offer_rescued(self, rescued: Rescued, known: Unlocked) -> None:
        lines, button = tuple(words.of_a_rescue(rescued)), _("Go on with what was read")
        do = partial(self._go_on_with, rescued, known)
        self.clear()
        self.rescued = rescued
        self.offer = Offer(_("This can be read"), lines, button, do, nothing_to_do=rescued.is_empty)
        self.changed.emit()

    def _go_on_with(self, rescued: Rescued, known: Unlocked) -> None:
        from tpe_guide.diary import rescue

        with self.or_told(_("Nothing was changed")):
            kept = rescue.begin_anew(self.where, known, rescued)
            lines = () if kept is None else (words.damaged_kept_in(kept),)
            title = _("Your diary goes on with what could be read.")
            self._tell_of_the_diary(title, words.has_entries(rescued.entries), *lines)
        self.diary_session.try_again()

    def save_rescued(self, chosen: str) -> None:
        """Save what was read of a damaged diary as a file."""
        if self.rescued is not None:
            self._save(self.rescued.diaries, Path(chosen))

    # --- files ------------------------------------------------------------------------------------------------

    def offer_file(self, chosen: str) -> None:
        """Look what the diary file *chosen* would bring, or what the backup of that name would change."""
        from tpe_guide.diary import exchange
        from tpe_guide.diary.rotation import SUFFIX

        path = Path(chosen)
        if path.name.casefold().endswith(SUFFIX):
            self.offer_backup(chosen)
            return
        title = _("This file was not brought in")
        self.run("reading", lambda: exchange.read(path), lambda diary: self._offer_import(diary, path), title)

    def _offer_import(self, diary: Diary, path: Path) -> None:
        from tpe_guide.diary.incoming import preview
        from tpe_guide.diary.model import Course, Diary, new_id

        session = self.diary_session
        store = session.store if session.state == "open" else None
        if store is not None:
            would = store.preview_import(diary, str(path))
        else:
            would = preview(Diary(Course(new_id())), diary, str(path))
        same = store is not None and store.course().id == diary.course.id
        lines = tuple(words.of_an_import(would, begins=store is None, same_course=same))
        nothing = store is not None and not (would.sessions or would.entries or would.questions)
        title, do = _("Bring in {name}?").format(name=said_name(path)), lambda: self._bring_in(diary, path)
        self.make_offer(Offer(title, lines, _("Bring it in"), do, nothing_to_do=nothing))

    def _bring_in(self, diary: Diary, path: Path) -> None:
        from tpe_guide.diary.told import left_out

        with self.or_told(_("This file was not brought in")):
            if self.diary_session.state == "none":
                self.diary_session.create()
            self._check_open()
            done = self.diary_session.store.import_diary(diary, str(path))
            self.tell(_("The file is in your diary"), words.added(done), *left_out(done))

    def save_as(self, chosen: str) -> None:
        """Save the diary as the file *chosen*: a table where its name ends in .csv, else an exchange file."""
        with self.or_told(_("No file was saved")):
            self._check_open()
            self._save([*self.diary_session.store.diaries()], Path(chosen))

    def save_course(self, course: str, chosen: str) -> None:
        """Save a course before the present one (its id) as the file *chosen*."""
        with self.or_told(_("No file was saved")):
            self._check_open()
            self._save([self.diary_session.store.diary(course)], Path(chosen))

    def _check_open(self) -> None:
        """A dialog may have been open for longer than the diary. Raises WrongUsage."""
        if not self.diary_session.is_open:
            raise WrongUsage(_("Your diary is locked now. Open it, and try again."))

    def _save(self, courses: Sequence[Diary], path: Path) -> None:
        """Each of *courses* as a file, or as several where it is too large for one."""
        from tpe_guide.diary import exchange, folder
        from tpe_guide.files import write_out

        now, title = self.now(), _("No file was saved")

        def write() -> list[Path]:
            if path.suffix.lower() == ".csv":
                files = [exchange.to_csv(one) for one in courses]
            else:
                files = exchange.in_files(*courses, exported_at=now)
            names = exchange.places(path, files)
            for name, data in zip(names, files, strict=True):
                write_out(name, data, private=True)
            return names

        def saved(names: list[Path]) -> None:
            several = () if len(names) == 1 else (_("It takes several files. Bring them all in to have all of it."),)
            lines = (*map(str, names), *several, words.in_file(courses), words.not_encrypted())
            self.tell(_("The file is saved"), *lines)

        with self.or_told(title):
            folder.refuse_part_of(path)
            self.run("saving", write, saved, title)

    # --- the recovery sheet -----------------------------------------------------------------------------------

    def offer_sheet(self, after: str = "") -> None:
        """Open the card about it; *after*: what was done just before."""
        self.recovery.begin()
        self.clear()
        self.asking, self.after = "sheet", after
        self.changed.emit()

    def leave_sheet(self) -> None:
        """Put the card away, and what was typed into it."""
        self.diary_session.forget_typed()
        self.dismiss()

    def _on_sheet_changed(self) -> None:
        if self.asking == "sheet":
            self.after = ""
            self.changed.emit()

    # --- the passcode -----------------------------------------------------------------------------------------

    def change_passcode(self, old: str | None, new: str | None) -> None:
        """Open with *new* from now on; see ``DiarySession.change_passcode``."""
        self.diary_session.change_passcode(old, new, partial(self._on_passcode_changed, old, new))

    def _on_passcode_changed(self, old: str | None, new: str | None) -> None:
        self.diary_session.forget_typed()
        title = _("Your passcode is changed") if old else _("Your diary has a passcode now")
        if new is None or self.recovery.known.tried is not None:
            self.tell(_("Your diary has no passcode now") if new is None else title, words.copies_stay())
        else:
            self.offer_sheet(f"{title}. {words.copies_stay()}")
        self.automatic.make_now()  # the backups are then guarded as the diary is
