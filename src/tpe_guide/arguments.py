"""The words of the command line: commands, options, help. What they do is in ``cli``."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, HelpFormatter, Namespace, _SubParsersAction
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tpe_guide import __version__, argument_kinds, terminal
from tpe_guide.i18n import _

if TYPE_CHECKING:
    Commands = _SubParsersAction[Any]

OPEN = "open"
"""The command for files, which may be left out."""
_OF_FILES = (".tpediary.json", ".pdf")
_WITH_VALUE = ("--page", "--lang", "--data-dir", "--clinic")
"""Options before a command that take the next word."""
Declare = Callable[[ArgumentParser], None]


def _nothing(parser: ArgumentParser) -> None:
    """A command without options of its own."""


def _help_format(prog: str) -> HelpFormatter:
    return _Help(prog, width=100)


class _Help(HelpFormatter):
    """Examples keep a line each."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = ((line, indent + " " * (len(line) - len(line.lstrip()))) for line in text.split("\n"))
        return "\n".join(super(_Help, self)._fill_text(line, width, within) for line, within in lines)


class _Parser(ArgumentParser):
    """A parser whose options are declared when its command is typed: all of them at once would cost 4 ms."""

    def __init__(self, *, declare: Declare = _nothing, **words: object) -> None:
        # A fixed width also keeps each option from asking the terminal for its own.
        super().__init__(formatter_class=_help_format, **words)  # type: ignore[arg-type]
        self._declare = declare

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """As its base, once the options are there."""
        self._declare(self)
        self._declare = _nothing
        return super().parse_known_args(args, namespace)

    def _print_message(self, message: str, file: object = None) -> None:
        """Its base says nothing where standard output is full, and takes standard error where it is closed."""
        if file is sys.stdout:
            terminal.give(message)
        else:
            for line in message.splitlines():
                terminal.complain(line)


def parser() -> ArgumentParser:
    """The whole command line. What was asked for comes out as ``command``: empty, ``diary info`` …"""
    words = _("A calm guide to plasma exchange, with a private diary. Without a command, the app opens.")
    whole = _Parser(
        prog="tpe-guide",
        description=words,
        epilog=_("Example: {line}").format(line="tpe-guide --page tingling"),
    )
    whole.set_defaults(command="", lang=None, data_dir=None, quiet=False, debug_layout=False, clinic=None)
    whole.add_argument("--eyes-rest", action="store_true", help=_("hear it with closed eyes: five keys, or one touch"))
    _add_general(whole)
    _add_clinic(whole)
    _add_debug_layout(whole)
    whole.add_argument("--page", metavar="ID", default="", help=_("open the app at this page"))
    commands = whole.add_subparsers(title=_("commands"), metavar=_("COMMAND"), parser_class=_Parser)
    words = _("the nurse's page of diary files, in the window; “tpe-guide FILE” does the same")
    _command(commands, OPEN, words, "tpe-guide open anna.tpediary.json", _open)
    words = _("the guide on a whole screen, for a waiting room")
    _command(commands, "kiosk", words, "tpe-guide kiosk --clinic /srv/clinic", _kiosk)
    words = _("the nurse's page from a diary file; several files and a folder as OUT give one page each")
    examples = (
        "tpe-guide summary anna.tpediary.json -o anna.pdf",
        "tpe-guide summary ward -o pages",
        "tpe-guide summary anna.pdf --to fhir",
    )
    _command(commands, "summary", words, "\n         ".join(examples), _summary)
    words = _("the guide, or some of its pages, as a booklet: PDF for paper, EPUB for a phone or reader")
    _command(commands, "handout", words, "tpe-guide handout --page tingling cramps -o tingling.pdf", _handout)
    words = _("blank paper: a diary for pen and paper, a list of questions, a board to point at, a teach-back sheet")
    _command(commands, "form", words, "tpe-guide form diary -o diary.pdf", _form)
    words = _("the diary of this computer, from the command line")
    _command(commands, "diary", words, "tpe-guide diary info", _diary)
    words = _("the words of the guide")
    _command(commands, "content", words, "tpe-guide content check", _content)
    words = _("what a unit fills in: its numbers, its days, its rules")
    _command(commands, "clinic", words, "tpe-guide clinic template -o clinic.json", _clinic)
    words = _("a picture of every screen, with a made-up diary; needs no display")
    _command(commands, "tour", words, "tpe-guide tour --out pictures --size 1024x700 --text 200", _tour)
    _command(commands, "doctor", _("what this machine can do for the program"), "tpe-guide doctor --json", _as_json)
    words = _("a quick proof that this installation works")
    _command(commands, "selftest", words, "tpe-guide selftest")
    return whole


def _command(commands: Commands, name: str, words: str, example: str, declare: Declare = _nothing) -> None:
    """Add the command *name*, the last word of which is typed; *words* say what it does."""

    def declare_all(parser: ArgumentParser) -> None:
        parser.set_defaults(command=name)
        _add_general(parser)
        declare(parser)

    commands.add_parser(
        name.rsplit(maxsplit=1)[-1],
        help=words,
        description=words,
        epilog=_("Example: {line}").format(line=example),
        declare=declare_all,
    )


def with_command(arguments: Sequence[str]) -> list[str]:
    """*arguments*, with the command ``open`` where it is left out, as a desktop does that was told to open a file.

    A word that is meant for a command, be it misspelt, is none.
    """
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        at += 2 if arguments[at] in _WITH_VALUE else 1
    if at < len(arguments) and _names_a_file(arguments[at]):
        return [*arguments[:at], OPEN, *arguments[at:]]
    return list(arguments)


def _names_a_file(word: str) -> bool:
    """By its name, or because it has a folder in it. The disk is not asked: it may be slow."""
    return word.lower().endswith(_OF_FILES) or os.sep in word


def _add_general(parser: ArgumentParser) -> None:
    """What works before a command and after it: so the later one must not bring back a default."""
    parser.add_argument("--version", action="version", version=f"tpe-guide {__version__}")
    parser.add_argument("-q", "--quiet", action="store_true", default=SUPPRESS, help=_("say nothing but errors"))
    parser.add_argument(
        "--lang", type=argument_kinds.language, metavar="CODE", default=SUPPRESS, help=_("the language, such as en")
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=SUPPRESS,
        help=_("the folder of the diary and settings, in place of TPE_GUIDE_DATA_DIR"),
    )


def _add_clinic(parser: ArgumentParser) -> None:
    words = _("what your unit says: a pack, made with “kiosk setup” or “kiosk pack template”, or a clinic.json")
    parser.add_argument("--clinic", type=Path, metavar="PACK", default=SUPPRESS, help=words)


def _kiosk(parser: ArgumentParser) -> None:
    from tpe_guide import kiosk_arguments

    _add_clinic(parser)
    kiosk_arguments.declare(parser, _command, _as_json)


def _add_debug_layout(parser: ArgumentParser) -> None:
    words = _("for whoever builds screens: draw a line about each widget and layout, with its class and name")
    parser.add_argument("--debug-layout", action="store_true", default=SUPPRESS, help=words)


def _open(parser: ArgumentParser) -> None:
    words = _("a diary file, a PDF that carries one, or a folder of them")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=words)
    _add_clinic(parser)
    _add_debug_layout(parser)


def _summary(parser: ArgumentParser) -> None:
    from tpe_guide.summary.formats import FORMATS
    from tpe_guide.summary.request import PARTS

    words = _("a diary file, a PDF that carries one, what a scanner typed, or a folder of files; - is standard input")
    parser.add_argument("inputs", type=Path, nargs="+", metavar="IN", help=words)
    words = _("the file to write, which is replaced, or a folder, where nothing is; - is standard output")
    parser.add_argument("-o", "--out", metavar="OUT", help=words)  # as text: a Path has no slash at its end
    words = _("the format, where the name of OUT does not say it")
    parser.add_argument("--to", choices=tuple(FORMATS), help=words)
    words = _("leave the diary out of the PDF, as where days or parts are chosen; else whoever has the PDF has it too")
    parser.add_argument("--no-data", action="store_true", help=words)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help=_("a4 if not said"))
    words = _("only from this day on, such as 2026-05-04; “last” is the day of the last session")
    parser.add_argument("--from", dest="first", type=argument_kinds.first_day, metavar="DAY", help=words)
    parser.add_argument("--until", dest="last", type=argument_kinds.day, metavar="DAY", help=_("only up to this day"))
    words = _("only these parts, with commas between: {parts}; the last session and the warning signs always stay")
    parser.add_argument(
        "--parts", type=argument_kinds.parts, metavar="PARTS", help=words.format(parts=", ".join(PARTS))
    )
    words = _("a last page with the diary in squares, for a hand scanner: whoever scans them can read the whole diary")
    parser.add_argument("--squares", action="store_true", help=words)
    words = _("write over pages that are in the folder already; without it they are left, and it is said")
    parser.add_argument("--replace", action="store_true", help=words)


def _handout(parser: ArgumentParser) -> None:
    from tpe_guide.handout.order import FORMATS
    from tpe_guide.settings import DEPTHS

    _add_clinic(parser)
    words = _("these pages only, in the order of the guide; without it, all. Page ids are the file names in content/")
    parser.add_argument("--page", nargs="+", action="extend", metavar="ID", default=[], help=words)
    words = _("the file to write, which is replaced; it ends in .pdf or .epub; - is standard output")
    parser.add_argument("-o", "--out", required=True, metavar="OUT", help=words)  # as text: a Path has no slash
    parser.add_argument("--to", choices=FORMATS, help=_("the format, where the name of OUT does not say it"))
    words = _("how much of each page: three facts, one minute, or all of it (full, if not said)")
    parser.add_argument("--depth", choices=DEPTHS, default="full", help=words)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help=_("for a PDF: a4 if not said"))
    words = _("for a PDF: letters of 18 points or more")
    parser.add_argument("--large", action="store_true", help=words)


def _form(parser: ArgumentParser) -> None:
    from tpe_guide.handout.forms import ABOUT_PAGES, FORMS, typed_back

    _add_clinic(parser)
    words = _("which form: {names}. {back}").format(names=", ".join(FORMS), back=typed_back())
    parser.add_argument("form", choices=tuple(FORMS), metavar="FORM", help=words)
    words = _("about these pages; for {names} only").format(names=", ".join(ABOUT_PAGES))
    parser.add_argument("--page", nargs="+", action="extend", metavar="ID", default=[], help=words)
    words = _("the PDF to write, which is replaced; - is standard output")
    parser.add_argument("-o", "--out", required=True, metavar="OUT", help=words)  # as text: a Path has no slash
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help=_("a4 if not said"))


def _diary(parser: ArgumentParser) -> None:
    commands = parser.add_subparsers(metavar=_("COMMAND"), required=True)
    words = _("what the diary holds, in numbers; never its words")
    _command(commands, "diary info", words, "tpe-guide diary info")
    words = _("write the diary to a file, as CSV where its name ends in .csv")
    _command(commands, "diary export", words, "tpe-guide diary export anna.tpediary.json", _diary_export)
    words = _("add what a diary file holds to the diary: all of it or nothing")
    _command(commands, "diary import", words, "tpe-guide diary import anna.tpediary.json", _diary_import)
    words = _("keep an encrypted copy of the diary, read back and counted")
    _command(commands, "diary backup", words, "tpe-guide diary backup /media/stick", _diary_backup)
    words = _("open and count the diary and its backups: a line each")
    _command(commands, "diary verify", words, "tpe-guide diary verify", _diary_verify)
    words = _("put a backup in the place of the diary; what would differ is told first, what is there is kept")
    _command(commands, "diary restore", words, "tpe-guide diary restore latest", _diary_restore)
    words = _("write the recovery sheet: 24 words on paper that open the diary when its passcode is lost")
    _command(commands, "diary sheet", words, "tpe-guide diary sheet -o sheet.pdf", _diary_sheet)
    words = _("open the diary by the words of its recovery sheet, read from standard input, under a new passcode")
    _command(commands, "diary recover", words, "tpe-guide diary recover", _diary_recover)
    words = _("print the JSON Schema of a diary file")
    _command(commands, "diary schema", words, "tpe-guide diary schema > tpediary.schema.json")


def _diary_export(parser: ArgumentParser) -> None:
    words = _("the file to write, not encrypted; - is standard output")
    parser.add_argument("out", metavar="OUT", help=words)  # as text: a Path has no slash at its end


def _diary_import(parser: ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="IN", help=_("a diary file, or a PDF that carries one"))


def _diary_backup(parser: ArgumentParser) -> None:
    words = _("a file, or a folder to write one into; without it, where the app keeps its own")
    parser.add_argument("out", nargs="?", metavar="OUT", help=words)
    parser.add_argument("--replace", action="store_true", help=_("also where OUT is a file that is there already"))


def _diary_verify(parser: ArgumentParser) -> None:
    words = _("a backup; without it, the diary and all backups that the app keeps")
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help=words)


def _diary_restore(parser: ArgumentParser) -> None:
    words = _("a backup, or the word latest: the newest good one that the app keeps")
    parser.add_argument("file", metavar="FILE", help=words)
    parser.add_argument("--yes", action="store_true", help=_("do it; without it you are asked, on a terminal"))
    words = _("also where the backup is of another course than the diary")
    parser.add_argument("--replace", action="store_true", help=words)


def _diary_sheet(parser: ArgumentParser) -> None:
    words = _("the PDF to write; whoever has it can open the diary; - is standard output")
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help=words)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help=_("a4 if not said"))


def _diary_recover(parser: ArgumentParser) -> None:
    words = _(
        "open it without a passcode from now on; without this, TPE_GUIDE_PASSCODE is the new one, or you are asked"
    )
    parser.add_argument("--no-passcode", action="store_true", help=words)


def _content(parser: ArgumentParser) -> None:
    commands = parser.add_subparsers(metavar=_("COMMAND"), required=True)
    words = _("check the words of the guide: each fault as FILE:LINE: CODE: message")
    _command(commands, "content check", words, "tpe-guide content check content", _content_check)
    words = _("show a folder of content as readers will see it, and again at each save")
    _command(commands, "content preview", words, "tpe-guide content preview content", _content_preview)
    words = _("what changed between two versions of the guide, sentence by sentence")
    _command(commands, "content changes", words, "tpe-guide content changes content-2026 content", _content_changes)


def _content_changes(parser: ArgumentParser) -> None:
    parser.add_argument("old", type=Path, metavar="OLD", help=_("a content folder, or a file such as guide.en.json"))
    parser.add_argument("new", type=Path, metavar="NEW", help=_("the same, as it is now"))


def _content_check(parser: ArgumentParser) -> None:
    parser.add_argument("directory", type=Path, nargs="?", metavar="DIR", help=_("the folder to check"))
    parser.add_argument("--coverage", action="store_true", help=_("show where each fact is used"))
    parser.add_argument("--unsourced", action="store_true", help=_("show each passage marked as stating no fact"))


def _content_preview(parser: ArgumentParser) -> None:
    parser.add_argument("directory", type=Path, nargs="?", metavar="DIR", help=_("the folder to show"))
    parser.add_argument("--page", metavar="ID", default="", help=_("open it at this page"))
    words = _("write a picture of each page into this folder instead; needs no display")
    parser.add_argument("--out", type=Path, metavar="OUT", help=words)


def _clinic(parser: ArgumentParser) -> None:
    from tpe_guide import kiosk_arguments

    kiosk_arguments.declare_clinic(parser, _command)


def _tour(parser: ArgumentParser) -> None:
    from tpe_guide.settings import TEXT_PERCENTS, THEMES

    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("the folder to write"))
    parser.add_argument("--size", type=argument_kinds.size, metavar="WxH", help=_("the window in pixels"))
    words = _("the text size: one of {sizes}").format(sizes=", ".join(map(str, TEXT_PERCENTS)))
    parser.add_argument("--text", type=int, choices=TEXT_PERCENTS, metavar="PERCENT", help=words)
    parser.add_argument("--theme", choices=THEMES, help=_("the colours"))
    _add_debug_layout(parser)


def _as_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("as JSON, for a script"))
