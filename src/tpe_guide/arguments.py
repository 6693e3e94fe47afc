"""The words of the command line: commands, options, help. What they do is in ``cli``."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide import __version__, i18n
from tpe_guide.i18n import _
from tpe_guide.settings import TEXT_PERCENTS, THEMES

if TYPE_CHECKING:
    Commands = _SubParsersAction[ArgumentParser]


def parser() -> ArgumentParser:
    """The whole command line. What was asked for comes out as ``command``: empty, ``diary info`` …"""
    parser = ArgumentParser(
        prog="tpe-guide",
        description=_(
            "A calm guide to plasma exchange, with a private diary. Without a command, the app opens."
        ),
        epilog=_("Example: {line}").format(line="tpe-guide --page tingling"),
    )
    parser.set_defaults(command="", lang=None, data_dir=None, quiet=False)
    _add_general(parser)
    parser.add_argument("--page", metavar="ID", default="", help=_("open the app at this page"))
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    _add_kiosk(commands)
    _add_summary(commands)
    _add_diary(commands)
    _add_content(commands)
    _add_tour(commands)
    _add_doctor(commands)
    _add_selftest(commands)
    return parser


def _add_general(parser: ArgumentParser) -> None:
    """What works before a command and after it: so the later one must not bring back a default."""
    parser.add_argument("--version", action="version", version=f"tpe-guide {__version__}")
    parser.add_argument(
        "-q", "--quiet", action="store_true", default=SUPPRESS, help=_("say nothing but errors")
    )
    parser.add_argument(
        "--lang", type=_language, metavar="CODE", default=SUPPRESS, help=_("the language, such as en")
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=SUPPRESS,
        help=_("the folder of the diary and settings, in place of TPE_GUIDE_DATA_DIR"),
    )


def _command(commands: Commands, name: str, words: str, example: str) -> ArgumentParser:
    """Add the command *name*, the last word of which is typed; *words* say what it does."""
    epilog = _("Example: {line}").format(line=example)
    parser = commands.add_parser(name.rsplit(maxsplit=1)[-1], help=words, description=words, epilog=epilog)
    parser.set_defaults(command=name)
    _add_general(parser)
    return parser


def _add_kiosk(commands: Commands) -> None:
    _command(commands, "kiosk", _("the guide on a whole screen, for a waiting room"), "tpe-guide kiosk")


def _add_summary(commands: Commands) -> None:
    parser = _command(
        commands,
        "summary",
        _("the nurse's page from a diary file; several files and a folder as OUT give one page each"),
        "tpe-guide summary anna.tpediary.json -o anna.pdf",
    )
    parser.add_argument(
        "inputs", type=Path, nargs="+", metavar="IN", help=_("a diary file; - is standard input")
    )
    parser.add_argument(
        "-o", "--out", type=Path, metavar="OUT", help=_("the file or folder to write; - is standard output")
    )
    parser.add_argument(
        "--to",
        choices=("pdf", "png", "html", "text", "csv", "json"),
        help=_("the format, where the name of OUT does not say it"),
    )
    parser.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help=_("the paper; a4 if not said")
    )


def _add_diary(commands: Commands) -> None:
    words = _("the diary of this computer, from the command line")
    diary = _command(commands, "diary", words, "tpe-guide diary info")
    actions = diary.add_subparsers(metavar=_("COMMAND"), required=True)
    words = _("what the diary holds, in numbers; never its words")
    _command(actions, "diary info", words, "tpe-guide diary info")
    words = _("write the diary to a file, as CSV where its name ends in .csv")
    export = _command(actions, "diary export", words, "tpe-guide diary export anna.tpediary.json")
    export.add_argument("out", type=Path, metavar="OUT", help=_("the file to write; it is not encrypted"))
    words = _("add what a diary file holds to the diary: all of it or nothing")
    take = _command(actions, "diary import", words, "tpe-guide diary import anna.tpediary.json")
    take.add_argument("source", type=Path, metavar="IN", help=_("a diary file"))
    words = _("print the JSON Schema of a diary file")
    _command(actions, "diary schema", words, "tpe-guide diary schema > tpediary.schema.json")


def _add_content(commands: Commands) -> None:
    words = _("the words of the guide")
    content = _command(commands, "content", words, "tpe-guide content check")
    parser = _command(
        content.add_subparsers(metavar=_("COMMAND"), required=True),
        "content check",
        _("check the words of the guide: each fault as FILE:LINE: CODE: message"),
        "tpe-guide content check content",
    )
    parser.add_argument("directory", type=Path, nargs="?", metavar="DIR", help=_("the folder to check"))
    parser.add_argument("--coverage", action="store_true", help=_("show where each fact is used"))


def _add_tour(commands: Commands) -> None:
    parser = _command(
        commands,
        "tour",
        _("a picture of every screen, with a made-up diary; needs no display"),
        "tpe-guide tour --out pictures --size 1024x700 --text 200",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("the folder to write"))
    parser.add_argument("--size", type=_size, metavar="WxH", help=_("the window in pixels"))
    parser.add_argument("--text", type=int, choices=TEXT_PERCENTS, metavar="PERCENT", help=_("the text size"))
    parser.add_argument("--theme", choices=THEMES, help=_("the colours"))


def _add_doctor(commands: Commands) -> None:
    words = _("what this machine can do for the program")
    parser = _command(commands, "doctor", words, "tpe-guide doctor --json")
    parser.add_argument("--json", action="store_true", help=_("as JSON, for a script"))


def _add_selftest(commands: Commands) -> None:
    words = _("a quick proof that this installation works")
    _command(commands, "selftest", words, "tpe-guide selftest")


def _language(code: str) -> str:
    known = i18n.languages()
    if code in known:
        return code
    raise ArgumentTypeError(
        _("expected one of {known}, not {code}").format(known=", ".join(known), code=code)
    )


def _size(words: str) -> tuple[int, int]:
    size = re.fullmatch("([1-9][0-9]{1,3})x([1-9][0-9]{1,3})", words)
    if size is None:
        raise ArgumentTypeError(_("expected a size such as 1024x700, not {words}").format(words=words))
    return int(size[1]), int(size[2])
