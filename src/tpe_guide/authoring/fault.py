"""What is wrong with the content, and where: ``FILE:LINE: CODE: message``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault in one line of one content file."""

    path: Path
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.line}: {self.code}: {self.message}"


@dataclass(slots=True)
class Faults:
    """The faults found so far in the file *path*; many of these may share one list."""

    path: Path
    found: list[Fault] = field(default_factory=list)

    def add(self, line: int, code: str, message: str) -> None:
        """Note one fault."""
        # One line a fault, whatever a name that it quotes is broken over.
        self.found.append(Fault(self.path, line, code, " ".join(message.splitlines())))

    def of(self, path: Path) -> Faults:
        """The same list, for the faults of another file."""
        return Faults(path, self.found)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def shown(path: Path) -> str:
    """*path* from here, if it lies below."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
