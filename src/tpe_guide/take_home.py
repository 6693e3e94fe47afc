"""What ``tpe-guide handout`` and ``tpe-guide form`` do: from what was typed to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tpe_guide import i18n, terminal
from tpe_guide.files import write_out
from tpe_guide.freshness import bring_up_to_date
from tpe_guide.guide.library import Library
from tpe_guide.handout import order
from tpe_guide.handout.booklet import Wish
from tpe_guide.i18n import _
from tpe_guide.summary import moment

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

_WIDEST = 60
"""Letters of what passes by: it is wiped out in the end."""


def handout(args: Namespace) -> None:
    """Write the booklet that *args* ask for. Raises TpeGuideError; what was there is then as it was."""
    out, to = order.target_of(args.out, args.to)
    bring_up_to_date()
    library = Library.load(args.lang or i18n.SOURCE_LANGUAGE)
    unit = order.unit_of(library, args.data_dir, args.clinic)
    asked = order.Order(to, Wish(tuple(args.page), args.depth, unit.access), args.paper, large=args.large)
    data = order.made(library, unit.words, asked, moment.of_document(), _tell_nothing if args.quiet else _tell)
    if not args.quiet:
        terminal.pass_by(" " * _WIDEST)
    _give(data, out, quiet=args.quiet)


def form(args: Namespace) -> None:
    """Write the blank form that *args* ask for. Raises TpeGuideError; what was there is then as it was."""
    from tpe_guide.handout.form import to_pdf
    from tpe_guide.handout.forms import Blank, made_form, typed_back

    out, __ = order.target_of(args.out, None, order.FORMATS[:1])
    bring_up_to_date()
    library = Library.load(args.lang or i18n.SOURCE_LANGUAGE)
    unit = order.unit_of(library, args.data_dir, args.clinic)
    made = made_form(args.form, Blank(library, unit.words, tuple(args.page)))
    _give(to_pdf(made, moment.of_document(), args.paper), out, quiet=args.quiet)
    if args.form == "diary" and out != order.STREAM and not args.quiet:
        terminal.say(typed_back())


def _give(data: bytes, out: Path, *, quiet: bool) -> None:
    if out == order.STREAM:
        terminal.give_bytes(data)
        return
    write_out(out, data)
    if not quiet:
        terminal.say(_("Wrote {path}").format(path=out))


def _tell(doing: str, number: int, count: int) -> None:
    words = _("{doing}: {number} of {count}") if count else _("{doing} …")
    terminal.pass_by(words.format(doing=doing, number=number, count=count))


def _tell_nothing(doing: str, number: int, count: int) -> None:
    """As was asked for."""
