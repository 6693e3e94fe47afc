"""What one visit to the kiosk may take home: pages, questions, what matters; all picked from the guide's own words.

Values alone: they live as long as the visit that holds them, and are written nowhere. What goes to a phone is the
text itself, in square codes. It holds no link, so the phone needs no network for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from tpe_guide.i18n import _

SQUARE_BYTES = 331
"""What a QR code of version 13 holds at level M: 77 modules wide with its white rim, 4 px each on a small screen."""
Kind = Literal["questions", "matters", "pages"]
KINDS: tuple[Kind, ...] = ("questions", "matters", "pages")
"""In the order in which they are shown, printed and carried."""


class PrintRule(NamedTuple):
    """What a clinic lets a visit print."""

    printer: str = ""
    """The one printer, as the print system calls it; empty: nothing is printed."""
    sheets: int = 0
    """So many for one visit at the most."""
    keeps_copies: bool = True
    """The print system may keep a file for a while after it is printed; CUPS does, for a day, unless told not to."""


class Rules(NamedTuple):
    """What a clinic lets its kiosk do beside showing the guide; nothing, unless it says so."""

    prints: PrintRule = PrintRule()
    counts: bool = False
    """Visits are counted: see ``counts``."""


class Picks(NamedTuple):
    """What is offered to a visit, or what it has picked of that. Pages are ids."""

    questions: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()

    def of(self, kind: Kind) -> tuple[str, ...]:
        """All of one *kind*."""
        return {"questions": self.questions, "matters": self.matters, "pages": self.pages}[kind]

    def toggled(self, kind: Kind, what: str, offered: Picks) -> Picks:
        """With *what*, or without it if it was there; in the order in which it was *offered*. Nothing else gets in."""
        now = self.of(kind)
        wanted = [each for each in offered.of(kind) if (each in now) != (each == what)]
        return self._replace(**{kind: tuple(wanted)})

    def within(self, offered: Picks) -> Picks:
        """What of it is still *offered*: a mark may have been taken away."""
        return Picks(*(tuple(each for each in offered.of(kind) if each in self.of(kind)) for kind in KINDS))


def pages_of_visit(order: Sequence[str], read: Sequence[str], marked: Sequence[str]) -> tuple[str, ...]:
    """The pages that were read or marked, in the *order* of the guide."""
    return tuple(page for page in order if page in read or page in marked)


def heading(kind: Kind) -> str:
    """What stands above the picks of one *kind*."""
    return {
        "questions": _("My questions"),
        "matters": _("What matters to me"),
        "pages": _("Pages of the guide"),
    }[kind]


def squares(picks: Picks, title: Callable[[str], str], day: str) -> tuple[str, ...]:
    """The text of each square code, in order, for *picks* of a *day*; none for no picks. *title* names a page.

    Each can be read by itself: it says where it is from and which part it is. A line stays whole where it can.
    """
    room = SQUARE_BYTES - _size(_head(day, 88, 88)) - 1
    parts: list[list[str]] = []
    for kind in KINDS:
        said = [title(each) if kind == "pages" else each for each in picks.of(kind)]
        for number, line in enumerate(said):
            _add(parts, heading(kind), f"- {line}", room, begins=number == 0)
    count = len(parts)
    return tuple("\n".join((_head(day, number, count), *lines)) for number, lines in enumerate(parts, start=1))


def _head(day: str, number: int, count: int) -> str:
    words = _("TPE Guide – from the clinic’s screen, {day}").format(day=day)
    if count < 2:
        return words
    return "\n".join((words, _("Part {number} of {count}").format(number=number, count=count)))


def _add(parts: list[list[str]], above: str, line: str, room: int, *, begins: bool) -> None:
    """Put *line* into the last part if it has *room*; else into one more, below the words *above* it again."""
    first = f"{above}:"
    more = [first, line] if begins else [line]
    if parts and _size("\n".join([*parts[-1], *more])) <= room:
        parts[-1] += more
        return
    for piece in _pieces(line, room - _size(first) - 1):
        parts.append([first, piece])


def _pieces(line: str, room: int) -> Iterator[str]:
    """*line* in pieces of at most *room* bytes, between words where there are any."""
    while _size(line) > room:
        fits = line.encode()[:room].decode(errors="ignore")
        cut = fits.rfind(" ")
        fits = fits[:cut] if cut > 2 else fits
        yield fits
        line = line[len(fits) :].strip()
    yield line


def _size(text: str) -> int:
    return len(text.encode())
