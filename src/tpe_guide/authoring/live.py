"""A guide while it is being written: compiled again at each save, each page as it was when it was last right."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tpe_guide import paths
from tpe_guide.authoring.check import check_reading
from tpe_guide.authoring.compile import compile_reading
from tpe_guide.authoring.fault import Fault
from tpe_guide.authoring.pack import FILE_LIMIT
from tpe_guide.authoring.reading import Reading, read_content
from tpe_guide.guide.codec import decode_guide
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Page

_ROW = re.compile(r"\| *((?:`[A-Z-]+` *)+)\|(.*)\|")


class LiveGuide:
    """Compiles the folder *content* into the folder *out*, which is its own."""

    def __init__(self, content: Path, out: Path) -> None:
        self.content = content
        self.out = out
        self.faults: list[Fault] = []
        """Of the last check."""
        self._reading: Reading | None = None
        self._good: dict[tuple[str, str], Page] = {}
        self._left_out: frozenset[str] = frozenset()
        """Faults, as rows, for which something was left out of the last compilation."""

    def compile(self) -> None:
        """Read the folder as it is now. What cannot be read leaves what there was. Raises CannotWrite."""
        self._reading = read_content(self.content)
        self._left_out = frozenset(compile_reading(self._reading, self.out, self._good))
        self._good = dict(self._pages())

    def check(self) -> None:
        """Find the faults in what was compiled last."""
        if self._reading is not None:
            self.faults = check_reading(self._reading)

    def faults_at(self, page: str) -> list[Fault]:
        """The faults in the file of *page*, and those for which all pages are as they were."""
        of_page = [fault for fault in self.faults if fault.path.name == f"{page}.md"]
        of_all = [fault for fault in self.faults if fault.path.suffix != ".md" and str(fault) in self._left_out]
        return of_page + of_all

    def is_as_it_was(self, page: str) -> bool:
        """*page* does not show what its file says now."""
        return any(str(fault) in self._left_out for fault in self.faults_at(page))

    def watched(self) -> list[Path]:
        """The folder and every folder and file in it, as far as a pack may reach."""
        found = [self.content]
        for folder, folders, files in os.walk(self.content):
            found += [Path(folder, name) for name in (*folders, *files)]
            if len(found) > FILE_LIMIT:
                break
        return found[:FILE_LIMIT]

    def _pages(self) -> Iterator[tuple[tuple[str, str], Page]]:
        for file in sorted(self.out.glob("guide.*.json")):
            library = Library(decode_guide(file.read_bytes()))
            yield from (((library.language, page), library.as_written(page)) for page in library.order)


def what_to_do() -> dict[str, str]:
    """What to do about each code of a fault, as the guide for authors tells it."""
    readme = (paths.content_dir() / "README.md").read_text(encoding="utf-8")
    rows = (_ROW.match(line) for line in readme.splitlines())
    return {code: row[2].strip().replace("`", "") for row in rows if row for code in re.findall(r"[A-Z-]+", row[1])}
