"""Diary files in, pages out: what ``tpe-guide summary`` does, one file or a hundred."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide import terminal
from tpe_guide.diary import exchange, folder
from tpe_guide.diary.in_folder import diaries_in, stem
from tpe_guide.diary.model import FILE_LIMIT, Diary
from tpe_guide.errors import BadInput, CannotWrite, TpeGuideError, WrongUsage
from tpe_guide.files import is_replaced, write_out, write_together
from tpe_guide.i18n import _
from tpe_guide.summary.formats import FORMATS, Job, Pages

if TYPE_CHECKING:
    from tpe_guide.summary.workers import Made

STREAM = Path("-")
"""Standard input as IN, standard output as OUT."""
STDIN = "<stdin>"


class Outcome(NamedTuple):
    """What became of one input: the files written, or the error that stopped it."""

    source: Path
    written: tuple[Path, ...] = ()
    error: TpeGuideError | None = None
    left: tuple[Path, ...] = ()
    """Pages that were there before, named as if they were more pages of this one. They are not touched."""
    lacks_squares: bool = False
    """As ``Pages`` has it."""

    @property
    def says(self) -> str:
        """What a person calls the input."""
        return STDIN if self.source == STREAM else str(self.source)


def out_of(words: str) -> Path:
    """What a person named as OUT: with a slash at its end a folder, which is made if need be. Raises CannotWrite."""
    out = Path(words)
    if words.endswith(("/", os.sep)):
        try:
            out.mkdir(exist_ok=True)
        except OSError as error:
            raise _cannot_write(out, error) from error
    return out


def found(inputs: Iterable[Path]) -> list[Path]:
    """*inputs*, each once, and for a folder the diaries in it. Raises BadInput where it has none, or is not read."""
    each = ((source,) if source == STREAM or not source.is_dir() else _in_a_folder(source) for source in inputs)
    return list(dict.fromkeys(path for paths in each for path in paths))


def as_folder(out: Path) -> Path:
    """*out*, which has to be a folder and is made if need be. Raises WrongUsage, CannotWrite."""
    if out == STREAM:
        raise WrongUsage(_("Several diaries need a folder as OUT."))
    return _folder(out)


def _in_a_folder(source: Path) -> tuple[Path, ...]:
    try:
        diary_files = diaries_in(source).files
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInput(str(source), "", _("a folder that can be read ({reason})").format(reason=reason)) from error
    if not diary_files:
        raise BadInput(str(source), "", _("a folder with diary files in it (*{suffix})").format(suffix=exchange.SUFFIX))
    return diary_files


def format_of(out: Path | None) -> str:
    """The format that the name of *out* asks for; the first of ``FORMATS`` where it does not say. Raises WrongUsage."""
    if out is None or out == STREAM or not out.suffix or out.is_dir():
        return next(iter(FORMATS))
    for name, kind in FORMATS.items():
        if out.name.lower().endswith(kind.suffixes):
            return name
    words = _("{out}: which format is this? Say --to {formats}.")
    raise WrongUsage(words.format(out=out, formats=", ".join(FORMATS)))


def summarise(
    inputs: Sequence[Path], out: Path | None, job: Job, *, replace: bool = False
) -> Generator[Outcome, None, None]:
    """Sum up each of *inputs*, and tell of each as soon as it is done; a bad one does not stop the others.

    One input is written to the file *out*, several into the folder *out*, which is made if need be; without
    *out*, beside where the command was given. Raises WrongUsage before anything is read.

    A file that was named is replaced. Names that are made here, in a folder or for a second page, may stand for
    somebody else's page already: without *replace* it stays, and the error says so.
    """
    targets = _targets(inputs, out, job.to)
    pages = _Pages(targets, named=_is_named(inputs, out), replace=replace)
    return _outcomes(inputs, targets, job, pages)


def _outcomes(
    inputs: Sequence[Path], targets: Sequence[Path], job: Job, pages: _Pages
) -> Generator[Outcome, None, None]:
    with closing(made_of(inputs, job)) as all_made:
        for source, target, made in zip(inputs, targets, all_made, strict=True):
            try:
                if isinstance(made, TpeGuideError):
                    raise made
                written = pages.write(target, made.files)
            except TpeGuideError as error:
                yield Outcome(source, error=error)
            else:
                yield Outcome(source, written, left=pages.left_by(written), lacks_squares=made.lacks_squares)


def made_of(inputs: Sequence[Path], job: Job) -> Generator[Made, None, None]:
    """The pages of each of *inputs*, by processes of ours where there are enough files for it, so by all cores."""
    if len(inputs) > 1:
        from tpe_guide.summary import workers

        count = workers.how_many(len(inputs))
        if count > 1:
            yield from workers.made(inputs, job, count, pages_of)
            return
    yield from (pages_of(source, job) for source in inputs)


def pages_of(source: Path, job: Job) -> Made:
    """The pages of the diary in the file *source*, or why there are none."""
    from tpe_guide.summary.squares import are_too_many

    try:
        diary = _read(source)
        return Pages(render(diary, job), lacks_squares=job.squares and are_too_many(diary, job.now))
    except TpeGuideError as error:
        return error


def render(diary: Diary, job: Job) -> list[bytes]:
    """*diary* in the format asked for: one file, or for PNG one for each page."""
    return FORMATS[job.to].make(diary, job)


class _Pages:
    """Writes pages to *targets* and beside them: never two of one run to one file."""

    def __init__(self, targets: Sequence[Path], *, named: bool, replace: bool) -> None:
        self._named = named
        self._replace = replace
        self._taken = set(map(_same_name, targets))

    def write(self, target: Path, pages: Sequence[bytes]) -> tuple[Path, ...]:
        """Write *pages*, the first to *target*. Raises WrongUsage, CannotWrite."""
        if target == STREAM:
            if len(pages) > 1:
                raise WrongUsage(_("This page takes several pictures: name a file as OUT."))
            terminal.give_bytes(pages[0])
            return ()
        paths = (target, *self._names_of_more(target, len(pages)))
        _put(dict(zip(paths, pages, strict=True)), new=self._new(paths))
        return paths

    def _new(self, paths: Sequence[Path]) -> Sequence[Path]:
        """Those of *paths* that must not be there yet."""
        if self._replace:
            return ()
        return paths[1:] if self._named else paths

    def _names_of_more(self, target: Path, most: int) -> Sequence[Path]:
        """``page-2.png`` and on; others where another diary's page has that name."""
        between = "-"
        while True:
            paths = [target.with_stem(f"{target.stem}{between}{number}") for number in range(2, most + 1)]
            if self._taken.isdisjoint(map(_same_name, paths)):
                self._taken.update(map(_same_name, paths))
                return paths
            between += "page-"

    def left_by(self, written: Sequence[Path]) -> tuple[Path, ...]:
        """What would pass for more pages after *written*, and is of an earlier run."""
        if not written or written[0].suffix.lower() not in FORMATS["png"].suffixes:
            return ()
        target = written[0]
        names = (target.with_stem(f"{target.stem}-{number}") for number in count(len(written) + 1))
        found = takewhile(Path.exists, names)
        return tuple(path for path in found if _same_name(path) not in self._taken)


def _same_name(path: Path) -> str:
    """What two paths have in common that may be one file: not all systems tell a from A."""
    return str(path).casefold()


def _read(source: Path) -> Diary:
    return exchange.loads(_standard_input(), STDIN) if source == STREAM else exchange.read(source)


def _standard_input() -> bytes:
    """As much of it as a diary may have and a byte more. Raises BadInput where it is closed or cannot be read."""
    if sys.stdin is None:
        raise BadInput(STDIN, "", _("a diary file; standard input is closed"))
    try:
        return sys.stdin.buffer.read(FILE_LIMIT + 1) or b""
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInput(STDIN, "", _("a file that can be read ({reason})").format(reason=reason)) from error


def _put(files: Mapping[Path, bytes], new: Collection[Path]) -> None:
    """Write *files*, all or none; into a device or a pipe, which must not be replaced by a file."""
    whole = {path: data for path, data in files.items() if path in new or is_replaced(path)}
    try:
        write_together(whole, new=new)
    except FileExistsError as error:
        words = _(
            "{out} is there already, maybe of another person. It was left as it is. "
            "Name an empty folder as OUT, or say --replace."
        )
        raise WrongUsage(words.format(out=error.filename)) from error
    for path in files.keys() - whole.keys():
        write_out(path, files[path])


def _is_named(inputs: Sequence[Path], out: Path | None) -> bool:
    """Whether *out* is the very file to write, and no folder."""
    return len(inputs) == 1 and out is not None and not out.is_dir()


def _targets(inputs: Sequence[Path], out: Path | None, to: str) -> list[Path]:
    """Where each input goes."""
    if out is not None and _is_named(inputs, out):
        targets = [out]
    elif out == STREAM:
        raise WrongUsage(_("Several diaries need a folder as OUT."))
    else:
        targets = _in_folder(inputs, _folder(out), FORMATS[to].suffixes[0])
    for target in targets:
        folder.refuse_part_of(target)
        if any(_same_file(target, source) for source in inputs):
            raise WrongUsage(_("{out} is the diary itself: name another file as OUT.").format(out=target))
    return targets


def _folder(out: Path | None) -> Path:
    if out is None:
        return Path()
    if out.exists() and not out.is_dir():
        raise WrongUsage(_("{out} is a file: several diaries need a folder as OUT.").format(out=out))
    try:
        out.mkdir(exist_ok=True)
    except OSError as error:
        raise _cannot_write(out, error) from error
    return out


def _cannot_write(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(path, (error.strerror or str(error)).lower())


def _in_folder(inputs: Sequence[Path], folder: Path, suffix: str) -> list[Path]:
    """A name of its own for each input: two diaries of one name must not write over each other."""
    taken: set[str] = set()
    return [folder / _free_name(_stem(source), suffix, taken) for source in inputs]


def _free_name(stem: str, suffix: str, taken: set[str]) -> str:
    """The first of ``stem.pdf``, ``stem-2.pdf`` … that is not *taken*; it then is."""
    name, number = f"{stem}{suffix}", 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{suffix}"
    taken.add(name.casefold())
    return name


def _stem(source: Path) -> str:
    return "diary" if source == STREAM else stem(source)


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
