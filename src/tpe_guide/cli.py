"""The command line. Nothing heavy is imported before the command is known; each command imports its own.

Exit codes: 0 done, 1 the input is bad or a check found something, 2 wrong usage, 3 cannot run here, 70 a bug;
130 and 141, as shells have them, for Ctrl+C and a closed pipe.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tpe_guide import __version__, i18n
from tpe_guide.errors import CannotRunHere, TpeGuideError
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction

    from tpe_guide.summary.batch import Outcome

    Commands = _SubParsersAction[ArgumentParser]
    Run = Callable[[Namespace], int]

DONE, BUG, INTERRUPTED, PIPE_CLOSED = 0, 70, 130, 141
DEBUG_VARIABLE = "TPE_GUIDE_DEBUG"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in *argv*, by default that of this process. Returns the exit code; raises nothing."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except TpeGuideError as error:
        return _complain(error)
    except SystemExit as end:
        # argparse has said all there is to say: --help, --version, wrong usage.
        return end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return PIPE_CLOSED
    except Exception as error:
        return _confess(error)
    return code


def _run(arguments: list[str]) -> int:
    if not arguments:
        # The start from an icon: no words to read, so argparse is not even imported.
        return _open_window()
    args = _parser().parse_args(arguments)
    i18n.set_language(args.lang or i18n.SOURCE_LANGUAGE)
    code: int = args.run(args)
    return code


# What each command does


def _open_window(page: str = "", language: str = "", data_dir: Path | None = None) -> int:
    with _libraries_of_the_window():
        from tpe_guide.app import run
    return run(page=page, language=language, data_dir=data_dir)


def _app(args: Namespace) -> int:
    return _open_window(args.page, args.lang or "", args.data_dir)


def _kiosk(args: Namespace) -> int:
    with _libraries_of_the_window():
        from tpe_guide.app import run_kiosk
    return run_kiosk(language=args.lang or "", data_dir=args.data_dir)


def _tour(args: Namespace) -> int:
    with _libraries_of_the_window():
        from tpe_guide.app import run_tour
    return run_tour(
        out=args.out,
        size=args.size,
        text_percent=args.text,
        theme=args.theme,
        language=args.lang or i18n.SOURCE_LANGUAGE,
    )


def _selftest(args: Namespace) -> int:
    with _libraries_of_the_window():
        from tpe_guide.selftest import run
    return run()


def _doctor(args: Namespace) -> int:
    from tpe_guide.doctor import run

    return run(as_json=args.json, data_dir=args.data_dir)


def _content_check(args: Namespace) -> int:
    from tpe_guide.guide.check import run

    return run(args.directory, coverage=args.coverage)


def _summary(args: Namespace) -> int:
    import datetime as dt

    from tpe_guide.summary import batch

    job = batch.Job(
        to=args.to or batch.format_of(args.out),
        paper=args.paper,
        language=args.lang or i18n.SOURCE_LANGUAGE,
        now=dt.datetime.now().astimezone(),
    )
    return _report(batch.summarise(args.inputs, args.out, job), len(args.inputs), quiet=args.quiet)


def _report(outcomes: Iterable[Outcome], count: int, *, quiet: bool) -> int:
    """Tell of each outcome as it comes. Returns the first error's exit code for one input, 1 for several."""
    codes = []
    counts = not quiet and count > 1 and sys.stderr is not None and sys.stderr.isatty()
    for number, outcome in enumerate(outcomes, start=1):
        if counts:
            sys.stderr.write("\r" + _("{number} of {count}").format(number=number, count=count) + "  \r")
        if outcome.error is not None:
            codes.append(_complain(outcome.error))
        elif not quiet:
            for path in outcome.written:
                _say(_("Wrote {path}").format(path=path))
    if not codes:
        return DONE
    return codes[0] if count == 1 else TpeGuideError.exit_code


# The words of the command line


def _parser() -> ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="tpe-guide",
        description=_(
            "A calm guide to plasma exchange, with a private diary. Without a command, the app opens."
        ),
        epilog=_("Example: {line}").format(line="tpe-guide --page tingling"),
    )
    parser.set_defaults(run=_app, lang=None, data_dir=None, quiet=False)
    _add_general(parser)
    parser.add_argument("--page", metavar="ID", default="", help=_("open the app at this page"))
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    _add_kiosk(commands)
    _add_summary(commands)
    _add_content(commands)
    _add_tour(commands)
    _add_doctor(commands)
    _add_selftest(commands)
    return parser


def _add_general(parser: ArgumentParser) -> None:
    """What works before a command and after it: so the later one must not bring back a default."""
    from argparse import SUPPRESS

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


def _command(commands: Commands, name: str, run: Run, words: str, example: str) -> ArgumentParser:
    """Add the command *name*; *words* say what it does."""
    epilog = _("Example: {line}").format(line=example)
    parser = commands.add_parser(name, help=words, description=words, epilog=epilog)
    parser.set_defaults(run=run)
    _add_general(parser)
    return parser


def _add_kiosk(commands: Commands) -> None:
    _command(
        commands, "kiosk", _kiosk, _("the guide on a whole screen, for a waiting room"), "tpe-guide kiosk"
    )


def _add_summary(commands: Commands) -> None:
    parser = _command(
        commands,
        "summary",
        _summary,
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


def _add_content(commands: Commands) -> None:
    words = _("the words of the guide")
    content = _command(commands, "content", _app, words, "tpe-guide content check")
    parser = _command(
        content.add_subparsers(metavar=_("COMMAND"), required=True),
        "check",
        _content_check,
        _("check the words of the guide: each fault as FILE:LINE: CODE: message"),
        "tpe-guide content check content",
    )
    parser.add_argument("directory", type=Path, nargs="?", metavar="DIR", help=_("the folder to check"))
    parser.add_argument("--coverage", action="store_true", help=_("show where each fact is used"))


def _add_tour(commands: Commands) -> None:
    from tpe_guide.settings import TEXT_PERCENTS, THEMES

    parser = _command(
        commands,
        "tour",
        _tour,
        _("a picture of every screen, with a made-up diary; needs no display"),
        "tpe-guide tour --out pictures --size 1024x700 --text 200",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("the folder to write"))
    parser.add_argument("--size", type=_size, metavar="WxH", help=_("the window in pixels"))
    parser.add_argument("--text", type=int, choices=TEXT_PERCENTS, metavar="PERCENT", help=_("the text size"))
    parser.add_argument("--theme", choices=THEMES, help=_("the colours"))


def _add_doctor(commands: Commands) -> None:
    words = _("what this machine can do for the program")
    parser = _command(commands, "doctor", _doctor, words, "tpe-guide doctor --json")
    parser.add_argument("--json", action="store_true", help=_("as JSON, for a script"))


def _add_selftest(commands: Commands) -> None:
    words = _("a quick proof that this installation works")
    _command(commands, "selftest", _selftest, words, "tpe-guide selftest")


def _language(code: str) -> str:
    known = i18n.languages()
    if code in known:
        return code
    from argparse import ArgumentTypeError

    raise ArgumentTypeError(
        _("expected one of {known}, not {code}").format(known=", ".join(known), code=code)
    )


def _size(words: str) -> tuple[int, int]:
    from argparse import ArgumentTypeError

    width, x, height = words.partition("x")
    if not (
        x
        and width.isdecimal()
        and height.isdecimal()
        and 0 < int(width) < 10_000
        and 0 < int(height) < 10_000
    ):
        raise ArgumentTypeError(_("expected a size such as 1024x700, not {words}").format(words=words))
    return int(width), int(height)


# When it does not work out


@contextmanager
def _libraries_of_the_window() -> Iterator[None]:
    """Qt may be here without the system's own libraries that it stands on."""
    try:
        yield
    except ImportError as error:
        if (error.name or "").startswith("tpe_guide"):
            raise
        raise CannotRunHere(
            _("The window cannot open here, because a library is missing: {reason}.").format(reason=error)
        ) from error


def _complain(error: TpeGuideError) -> int:
    """One line about *error*. Returns its exit code."""
    from tpe_guide.wording import describe

    _say(describe(error), sys.stderr)
    return error.exit_code


def _confess(error: Exception) -> int:
    """One line about a bug. It names the place, not the values: those may be a person's own words."""
    if os.environ.get(DEBUG_VARIABLE):
        import traceback

        traceback.print_exception(error)
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    _say(
        _(
            "This is a bug in tpe-guide {version}, not in what you did: {kind} at {place}. Please report it."
        ).format(version=__version__, kind=type(error).__name__, place=place),
        sys.stderr,
    )
    return BUG


def _say(words: str, stream: TextIO | None = None) -> None:
    """*words* in one line, whatever file name is in them, on a terminal of whatever encoding."""
    stream = stream or sys.stdout
    if stream is None:
        return
    line = "".join(c if c.isprintable() else "?" for c in words)
    encoding = stream.encoding or "ascii"
    stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")


def _forget_stdout() -> None:
    # Python flushes once more when it ends, and would complain then.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
