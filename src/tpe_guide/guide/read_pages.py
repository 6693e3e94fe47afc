"""The pages as a person last read them, kept on their computer: what changed since can be told without the old guide.

One JSON file. It holds only words of the guide, and the day on which each page was read.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tpe_guide import side_file
from tpe_guide.errors import OutOfReach, TpeGuideError
from tpe_guide.files import make_private_folder, write_whole
from tpe_guide.guide.changes import Change, changes
from tpe_guide.guide.library import Library
from tpe_guide.guide.statements import Passage, Statements, statements

VERSION = 1
LARGEST = 4 * 1024 * 1024
"""Bytes: the file of 60 pages has about 200,000."""


class ReadPage(NamedTuple):
    """A page as it was read. *guide* is the version of the guide that it was read in."""

    guide: str
    day: str
    said: Statements


class PageChanges(NamedTuple):
    """What changed on a page since it was read on *day* (ISO)."""

    page: str
    title: str
    day: str
    changes: tuple[Change, ...] = ()
    state: Literal["changed", "gone", "new"] = "changed"
    """``gone``: the guide no longer has it. ``new``: it has come to a chapter that the person has read in."""


class ReadPages:
    """What was read, by page id. Nothing is read from disk before something is asked.

    *tell* is given what happened to a file that could not be read.
    """

    def __init__(self, path: Path | None, tell: side_file.Tell = side_file.untold) -> None:
        self._path = path
        self._tell = tell
        self._pages: dict[str, ReadPage] | None = None
        self._known: set[str] = set()
        """The pages that were there when the person began to read, and those read since."""
        self._unknown: dict[str, Any] = {}
        self._found: dict[str, PageChanges | None] = {}
        self._dismissed: set[str] = set()
        self.unsaved = False

    def keep(self, library: Library, page_id: str, day: dt.date) -> None:
        """Page *page_id* has been read on *day* as it is now. Raises NoSuchPage."""
        said = statements(library.as_written(page_id))
        before = self._read.get(page_id)
        self._found.pop(page_id, None)
        self._known |= {page_id} if self._known else set(library.order)
        if before is None or before.said != said or before.guide != library.version:
            self._read[page_id] = ReadPage(library.version, day.isoformat(), said)
            self.unsaved = True

    def dismiss(self, page_id: str) -> None:
        """Say nothing more of a page that is gone, or that is new and was not read."""
        self._found.pop(page_id, None)
        self._read.pop(page_id, None)
        self._dismissed.add(page_id)
        self._known.add(page_id)
        self.unsaved = True

    def changes_of(self, library: Library, page_id: str) -> PageChanges | None:
        """What changed on the page since it was read; None if nothing did or it was not read yet."""
        if page_id not in self._found:
            self._found[page_id] = self._compare(library, page_id)
        return self._found[page_id]

    def all_changes(self, library: Library) -> tuple[PageChanges, ...]:
        """Every page that changed since it was read or is new, in the order of the guide; what is gone comes last."""
        gone = [page for page in self._read if page not in library.order]
        found = (self.changes_of(library, page) or self._new(library, page) for page in (*library.order, *gone))
        return tuple(each for each in found if each is not None)

    def save(self) -> None:
        """Write what is not on disk yet, whole or not at all. Raises CannotWrite."""
        if self._path is None or not self.unsaved:
            return
        make_private_folder(self._path.parent)
        self._take_in_what_other_windows_read()
        pages = {page: _written(read) for page, read in self._read.items()}
        data = self._unknown | {"version": VERSION, "known": sorted(self._known), "pages": pages}
        write_whole(self._path, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), private=True)
        self.unsaved = False

    def _take_in_what_other_windows_read(self) -> None:
        """Another window on this folder keeps its pages in the same file."""
        mine, known, unknown, nothing = self._read, self._known, self._unknown, dict[str, ReadPage]()
        if self._path is None:
            return
        theirs = side_file.load(self._path, LARGEST, self._take, nothing, side_file.untold)
        self._known, self._unknown = known | (self._known if theirs else set()), unknown
        for page, read in theirs.items():
            if page not in self._dismissed:
                mine.setdefault(page, read)

    def _compare(self, library: Library, page_id: str) -> PageChanges | None:
        read = self._read.get(page_id)
        if read is None or read.guide == library.version:
            return None
        if page_id not in library.order:
            return PageChanges(page_id, read.said.title, read.day, state="gone")
        found = changes(read.said, statements(library.as_written(page_id)))
        return PageChanges(page_id, library.page_title(page_id), read.day, found) if found else None

    def _new(self, library: Library, page_id: str) -> PageChanges | None:
        if page_id in self._read or not self._known or page_id in self._known:
            return None
        if not any(page in self._read for page in library.chapter_of(page_id).pages):
            return None
        return PageChanges(page_id, library.page_title(page_id), "", state="new")

    @property
    def _read(self) -> dict[str, ReadPage]:
        if self._pages is None:
            self._pages = self._load()
        return self._pages

    def _load(self) -> dict[str, ReadPage]:
        return {} if self._path is None else side_file.load(self._path, LARGEST, self._take, {}, self._on_fault)

    def _take(self, data: dict[str, Any]) -> dict[str, ReadPage]:
        version = data.get("version", 0)
        if type(version) is not int:
            raise TypeError("no version")
        pages = {page: _read(entry) for page, entry in data["pages"].items()}
        self._known = _texts(data["known"])
        self._unknown = {key: value for key, value in data.items() if key not in ("version", "known", "pages")}
        if version > VERSION:  # of a newer program, which will want it back as it is
            self._path = None
        return pages

    def _on_fault(self, fault: TpeGuideError) -> None:
        if isinstance(fault, OutOfReach):  # today, perhaps not tomorrow: do not write over it
            self._path = None
        self._tell(fault)


def _texts(data: object) -> set[str]:
    if not isinstance(data, list) or not all(isinstance(text, str) for text in data):
        raise TypeError("not words")
    return set(data)


def _written(read: ReadPage) -> dict[str, Any]:
    passages = [[passage.sum, *passage.sentences] for passage in read.said.passages]
    return {"guide": read.guide, "day": read.day, "title": read.said.title, "said": passages}


def _read(entry: dict[str, Any]) -> ReadPage:
    """Raises ValueError, KeyError or TypeError for anything that this program has not written."""
    dt.date.fromisoformat(entry["day"])
    passages = [Passage(sum_, tuple(said)) for sum_, *said in entry["said"]]
    texts = [
        entry["guide"],
        entry["title"],
        *(text for passage in passages for text in (passage.sum, *passage.sentences)),
    ]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("not words")
    return ReadPage(entry["guide"], entry["day"], Statements(entry["title"], tuple(passages)))
