"""The files that a nurse has brought, as the window's list holds them: never on disk, gone with the screen."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from tpe_guide.diary.in_folder import Listed
from tpe_guide.i18n import _, _n
from tpe_guide.ui.kit.beside import Beside
from tpe_guide.ui.nurse.seen_file import Seen, look_at_each, once
from tpe_guide.ui.nurse.unread_file import does_not_answer
from tpe_guide.wording import said_name

SILENT_MS = 3_000
"""So long a share may take for one file before it is said that it does not answer; then the next is looked at."""
MOST_SILENT = 3
"""Files on which nothing was heard: then the share is silent, and no more of it is asked for."""
MOST = 1_000
"""Rows: more than a ward has, and few enough for a list."""
_DRAIN_MS, _LATE_MS = 40, 500
"""How often what was found is taken in; and the answers of those that did not answer."""
_WAITING = Seen("waiting", "")


class Row(NamedTuple):
    """One file of the list."""

    path: Path
    name: str
    """With its folder, where another of that name is in the list."""
    seen: Seen


class FilesState(QObject):
    """Looks at each file beside the window, one after the other, and at a folder for the files in it.

    Nothing of Qt is touched there: what was found lies in a queue, and a timer takes it out, as long as there is
    something to wait for. One that stays silent is left to itself; if it answers after all, its row says so.
    """

    changed = Signal()
    """Another file, or more is known of one."""
    done = Signal()
    """Each was looked at, or does not answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: dict[Path, Seen] = {}
        self._called: dict[Path, str] = {}
        self._others: dict[Path, int] = {}
        self.left_out = 0
        """Files for which the list has no room."""
        self._told: deque[tuple[Path, Seen | Listed | None]] = deque()
        self._at: Path | None = None
        self._over = threading.Event()
        self._beside = Beside(self)
        self._drain = QTimer(self)
        self._drain.timeout.connect(self._take_in)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_silence)

    def __len__(self) -> int:
        return len(self._seen)

    @property
    def rows(self) -> list[Row]:
        """In the order in which they came; those of a folder by name."""
        names = self._names()
        return [Row(path, names[path], seen) for path, seen in self._seen.items()]

    @property
    def opening(self) -> list[Path]:
        """Those that open."""
        return [path for path, seen in self._seen.items() if seen.state == "opens"]

    @property
    def busy(self) -> bool:
        """Not each was looked at yet."""
        return self._beside.busy

    def name_of(self, path: Path | None) -> str:
        """What *path* is called in the list; empty for None."""
        return "" if path is None else self._names().get(path) or said_name(path)

    def seen(self, path: Path) -> Seen | None:
        """What is known of *path*; None: it is not in the list."""
        return self._seen.get(path)

    def add(self, paths: Iterable[str | Path]) -> None:
        """Bring *paths*, files or folders; those that are here are looked at again."""
        for path in once(paths):
            self._put(path, _WAITING)
        self._go_on()
        self.changed.emit()

    def learn(self, path: Path, seen: Seen) -> None:
        """What was found out of *path* elsewhere; nothing, where it is not in the list any more."""
        if path in self._seen:
            self._seen[path] = seen._replace(diary=None)
            self.changed.emit()

    def forget(self) -> None:
        """As if nobody had brought anything."""
        self._stop()
        self._told.clear()
        self._seen.clear()
        self._called.clear()
        self._others.clear()
        self.left_out = 0
        self.changed.emit()

    def finish(self, seconds: float) -> bool:
        """Wait for what is being looked at, at most so long; whether nothing is any more."""
        until = QDeadlineTimer(round(seconds * 1000))
        while self._beside.busy and not until.hasExpired():
            self._beside.wait(until.remainingTime() / 1000)
        return not self._beside.busy

    def words(self) -> str:
        """What is going on, or how many there are."""
        if silent := self._silent():
            words = _n("{count} does not answer.", "{count} do not answer.", silent).format(count=silent)
            return _("{words} The drive or share may be slow. You can go on.").format(words=words)
        if self.busy:
            known = sum(seen.state != "waiting" for seen in self._seen.values())
            return _("Looking: {number} of {count} …").format(number=known, count=len(self._seen))
        opening, rest = len(self.opening), len(self._seen) - len(self.opening)
        words = _n("{count} opens", "{count} open", opening).format(count=opening)
        if not rest:
            return _("{words}.").format(words=words)
        return _n("{words}, {count} does not.", "{words}, {count} do not.", rest).format(words=words, count=rest)

    def others_in_words(self) -> str:
        """What the list leaves out; empty where that is nothing."""
        says, others = [], sum(self._others.values())
        if others:
            words = _n("{count} other file is no diary.", "{count} other files are no diaries.", others)
            says.append(words.format(count=others))
        if self.left_out:
            words = _n("{count} file more has no room.", "{count} files more have no room.", self.left_out)
            says.append(words.format(count=self.left_out))
        return " ".join(says)

    # --- beside the window -----------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Look at those that wait, if nobody does yet."""
        waiting = [path for path, seen in self._seen.items() if seen.state == "waiting"]
        if self._beside.busy or not waiting:
            return
        self._over = over = threading.Event()
        told = self._told
        work = partial(look_at_each, waiting, lambda path, what: told.append((path, what)), over.is_set)
        self._beside.run(work, lambda _nothing: self._on_done(), lambda _error: None)
        self._drain.start(_DRAIN_MS)
        self._patience.start(SILENT_MS)

    def _take_in(self) -> None:
        news = bool(self._told)
        while self._told:
            path, what = self._told.popleft()
            if path not in self._seen:  # the list was cleared meanwhile
                continue
            if what is None:
                self._at = path
            elif isinstance(what, Listed):
                self._open_up(path, what)
            else:
                self._seen[path] = what
        if news:
            if self._beside.busy:
                self._patience.start(SILENT_MS)
            self.changed.emit()

    def _on_done(self) -> None:
        self._take_in()
        self._go_on()
        if not self._beside.busy:
            self._rest()

    def _on_silence(self) -> None:
        """Leave the one that is being looked at to itself."""
        at = self._at
        self._stop()
        self._say_silent([path for path in (at,) if path in self._seen])
        if self._silent() >= MOST_SILENT:
            self._say_silent([path for path, seen in self._seen.items() if seen.state == "waiting"])
        self._go_on()
        if not self._beside.busy:
            self._rest()

    def _rest(self) -> None:
        """Nothing is looked at any more; what did not answer may do so after all."""
        self._patience.stop()
        if self._silent():
            self._drain.start(_LATE_MS)
        else:
            self._drain.stop()
        self.changed.emit()
        self.done.emit()

    def _say_silent(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._seen[path] = Seen("silent", _("It does not answer."), does_not_answer(path))

    def _stop(self) -> None:
        self._over.set()
        self._beside.give_up()
        self._drain.stop()
        self._patience.stop()

    def _open_up(self, folder: Path, found: Listed) -> None:
        """Put the files of *folder* in its place."""
        before, self._seen = self._seen, {}
        self._others[folder] = found.others
        for path, seen in before.items():
            if path == folder:
                for file in found.files:
                    self._put(file, before.get(file, _WAITING))
            else:
                self._seen.setdefault(path, seen)
        self._go_on()

    def _put(self, path: Path, seen: Seen) -> None:
        if path in self._seen or len(self._seen) < MOST:
            self._seen[path] = seen
        else:
            self.left_out += 1

    def _names(self) -> dict[Path, str]:
        if self._called.keys() != self._seen.keys():
            self._called = _names_of(self._seen)
        return self._called

    def _silent(self) -> int:
        return sum(seen.state == "silent" for seen in self._seen.values())


def _names_of(paths: Iterable[Path]) -> dict[Path, str]:
    """What each of *paths* is called: by its name alone, or with as much of its folder as tells it from the others."""
    alike: dict[str, list[Path]] = {}
    for path in paths:
        alike.setdefault(path.name, []).append(path)
    names = {}
    for group in alike.values():
        folders = _folders_apart([path.parent for path in group]) if len(group) > 1 else [""]
        for path, folder in zip(group, folders, strict=True):
            name = said_name(path) or str(path)
            names[path] = _("{file} in {folder}").format(file=name, folder=folder) if folder else name
    return names


def _folders_apart(folders: Sequence[Path]) -> list[str]:
    """The last names of each, as few as tell them apart."""
    longest = max(len(folder.parts) for folder in folders)
    for depth in range(1, longest + 1):
        ends = ["/".join(map(said_name, map(Path, folder.parts[-depth:]))) or folder.anchor for folder in folders]
        if len(set(ends)) == len(ends):
            return ends
    return list(map(str, folders))
