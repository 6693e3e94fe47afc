"""How a diary is begun: a key in its file, then a store that holds nothing yet."""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from tpe_guide.diary import database, exchange, folder, keys, opening
from tpe_guide.diary.folder import KEY, LOGS, SEAL, STORE
from tpe_guide.diary.mark import Mark, new_name
from tpe_guide.diary.model import Course, Diary, Matters, new_id
from tpe_guide.errors import CannotWrite
from tpe_guide.files import make_private_folder
from tpe_guide.i18n import _


def create(where: Path, passcode: str | None, language: str, made: keys.Unlocked | None = None) -> opening.Opened:
    """Begin an empty diary in the folder *where* and open it; see ``DiaryStore.create``."""
    made = made or keys.wrapped(keys.new_key(), passcode)
    make_private_folder(where)
    path = where / STORE
    lock = opening.take_lock(where)
    try:
        if folder.exists(where):
            raise CannotWrite(path, _("there is a diary already"))
        empty = Diary(Course(new_id()), language=language)
        with _new_key(where, made) as unlocked:
            database.create(path, unlocked.key, lambda connection: fill(connection, empty))
        return opening.open_with(path, unlocked, lock)
    except BaseException:
        opening.release(lock)
        raise


def about_rows(diary: Diary) -> list[tuple[str, str]]:
    """What holds for a whole diary, as (JSON, name)."""
    return [
        (exchange.pack(diary.course, STORE), "course"),
        (json.dumps(diary.language), "language"),
        (json.dumps(diary.extra, ensure_ascii=False), "extra"),
    ]


def fill(connection: database.Connection, diary: Diary, earlier: Sequence[Diary] = ()) -> None:
    """Let the new store of *connection* hold *diary*, and *earlier* courses. Raises the database's errors."""
    run = connection.executemany
    mark = Mark(entries=sum(len(one.entries) for one in (diary, *earlier)), log=new_name())
    run("INSERT INTO about (body, name) VALUES (?, ?)", [*about_rows(diary), (mark.body(), database.MARK)])
    if diary.matters != Matters():
        run("INSERT INTO about (body, name) VALUES (?, 'matters')", [(exchange.pack(diary.matters, STORE),)])
    said = [(one.course.id, exchange.pack(one.course, STORE)) for one in earlier]
    run("INSERT INTO courses (id, body) VALUES (?, ?)", said)
    for course, of in ((None, diary), *((one.course.id, one) for one in earlier)):
        sessions = [(one.id, exchange.pack(one, STORE), course) for one in of.sessions]
        run("INSERT INTO sessions (id, body, course) VALUES (?, ?, ?)", sessions)
        rows = [(one.id, one.session, exchange.pack(one, STORE), course) for one in of.entries]
        run("INSERT INTO entries (id, session, body, course) VALUES (?, ?, ?, ?)", rows)
    run("INSERT INTO questions (body) VALUES (?)", [(exchange.pack(one, STORE),) for one in diary.questions])


@contextlib.contextmanager
def _new_key(where: Path, made: keys.Unlocked) -> Iterator[keys.Unlocked]:
    """A new key in its file. What an old diary left behind is kept, and comes back if the new one cannot be made.

    The store of a left-behind key may turn up again; a left-behind log would be played into the new store.
    """
    with contextlib.ExitStack() as back:
        for name in (KEY, SEAL, *LOGS):
            _set_aside(where / name, back)
        back.callback((where / KEY).unlink, missing_ok=True)
        yield keys.put(where / KEY, made)
        back.pop_all()


def _set_aside(path: Path, back: contextlib.ExitStack) -> None:
    """Give *path*, if there is such a file, a name of its own; *back* undoes it."""
    try:
        kept = path.with_name(f"diary-{zlib.crc32(path.read_bytes()):08x}{path.name.removeprefix('diary')}")
        path.replace(kept)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotWrite(path, database.reason(error)) from error
    back.callback(kept.replace, path)
