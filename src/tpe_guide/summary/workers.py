"""Pages made by several processes of this program, so that a hundred diaries take all cores of a computer.

Threads would not do: typst lets Python go on meanwhile, yet two pages in two threads take as long as one after the
other (measured). Nor would a fork: typst's own threads are not there in it, and it hangs. A worker reads diaries and
makes pages; what is written, and under which name, is for the one process that was called. A worker whose standard
input ends, ends.
"""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING, Any

from tpe_guide import i18n, paths
from tpe_guide.errors import SystemRefused, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.summary.formats import Job, Pages

if TYPE_CHECKING:
    from pathlib import Path

FLAG = "--make-pages"
"""Makes a worker of this program. It is not for people, so no help tells of it."""
WORTH_ONE = 4
"""Diaries for which a worker is worth its start."""
MOST = 16
_LENGTH = struct.Struct(">Q")

Made = Pages | TpeGuideError
"""The pages of a diary, or why there are none."""
Make = Callable[["Path", "Job"], Made]


def how_many(diaries: int) -> int:
    """The workers that so many *diaries* are worth; fewer than two: the work is better done without."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, diaries // WORTH_ONE, MOST)


def made(sources: Iterable[Path], job: Job, count: int, make: Make) -> Iterator[Made]:
    """The pages of each of *sources*, in their order, by *count* workers; not much is made ahead of its use.

    A worker that finds a bug says so, and *make* finds it again here, where it can be told as one.
    """
    ahead: deque[Future[Made]] = deque()
    pool = ThreadPoolExecutor(count)
    try:
        with Workers(count) as workers:
            try:
                for source in sources:
                    ahead.append(pool.submit(workers.make, source, job, make))
                    if len(ahead) > 2 * count:
                        yield ahead.popleft().result()
                while ahead:
                    yield ahead.popleft().result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
    finally:
        pool.shutdown()  # its threads waited for workers, which have ended


class Workers:
    """So many processes, each of which makes one page at a time. To be used in ``with``."""

    def __init__(self, count: int) -> None:
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._all: list[subprocess.Popen[bytes]] = []
        self._ended = False
        for __ in range(count):
            self._idle.put(self._start())

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *__: object) -> None:
        """End them, whatever they are at: what they make is written by nobody."""
        self._ended = True
        for worker in self._all:
            worker.kill()
        for worker in self._all:
            worker.wait()
            for pipe in (worker.stdin, worker.stdout):
                with suppress(OSError):  # what was not sent yet goes nowhere
                    pipe.close()  # type: ignore[union-attr]

    def make(self, source: Path, job: Job, otherwise: Make) -> Made:
        """The pages of *source*, by *otherwise* where a worker cannot. To be called from a thread for each worker."""
        worker = self._idle.get()
        try:
            assert worker.stdin
            assert worker.stdout
            _send((source, job), worker.stdin)
            answer: Made | None = _receive(worker.stdout)
        except (OSError, EOFError, ValueError):
            worker.kill()
            if not self._ended:
                worker = self._start()
            return SystemRefused(str(source), _("the process that made its page was ended"))
        finally:
            self._idle.put(worker)
        return otherwise(source, job) if answer is None else answer

    def _start(self) -> subprocess.Popen[bytes]:
        worker = subprocess.Popen(
            [*paths.this_program(), FLAG],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Ctrl+C is for the process that was called: it ends them.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._all.append(worker)
        return worker


def work(make: Make) -> int:
    """Be a worker: answer on standard output what is asked on standard input, until that ends. Returns 0."""
    inbox, outbox = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            source, job = _receive(inbox)
        except EOFError:
            return 0
        i18n.set_language(job.language)
        try:
            answer: Made | None = make(source, job)
        except Exception:
            answer = None  # a bug: where it is asked from, it is found again, and confessed
        _send(answer, outbox)


def _send(thing: object, pipe: IO[bytes]) -> None:
    data = pickle.dumps(thing)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:  # noqa: ANN401 - what the other end has sent: this program, too
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)
