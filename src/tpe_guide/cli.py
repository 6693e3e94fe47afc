"""The command line. Nothing heavy is imported before the command is known; each command imports its own.

Exit codes: 0 done, 1 the input is bad or a check found something, 2 wrong usage, 3 cannot run here, 70 a bug;
130 and 141, as shells have them, for Ctrl+C and a closed pipe.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide import __version__, i18n, startup, terminal
from tpe_guide.errors import CannotRunHere, CannotWriteOutput, SystemRefused, TpeGuideError, WrongUsage
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from argparse import Namespace

DONE, BUG, INTERRUPTED, PIPE_CLOSED = 0, 70, 130, 141
DEBUG_VARIABLE = "TPE_GUIDE_DEBUG"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in *argv*, by default that of this process. Returns the exit code; raises nothing."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if argv is None:
        terminal.hold_closed_streams()
        startup.begin()
    try:
        code = _run(arguments)
        terminal.flush()
    except TpeGuideError as error:
        return _complain(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        terminal.forget(sys.stdout)
        return PIPE_CLOSED
    except OSError as error:
        return _complain(_refusal(error))
    except MemoryError:
        return _complain(SystemRefused("", _("there is not enough memory")))
    except Exception as error:
        return _confess(error)
    if argv is None:
        startup.end()
    return code


def _run(arguments: list[str]) -> int:
    match arguments:
        # The start from an icon, or from a link to a page: argparse is not even imported.
        case []:
            return _open_window()
        case ["--page", page] if not page.startswith("-"):
            return _open_window(page)
        case ["--through-qt", *asked]:  # see ``ui.printing.through_qt``
            return _through_qt(asked)
        case ["--fetch-pack", path]:  # see ``clinic_pack.fetch``
            return _fetch_pack(path)
        case ["--make-pages"]:  # see ``summary.workers``
            return _make_pages()
        case ["--kiosk-part", *asked]:  # see ``kiosk.parent``
            return _kiosk_part(asked)
    from tpe_guide.arguments import parser, with_command

    try:
        args = parser().parse_args(with_command(arguments))
    except SystemExit as end:
        # argparse has said all there is to say: --help, --version, wrong usage.
        return end.code if isinstance(end.code, int) else DONE
    i18n.set_language(args.lang or i18n.SOURCE_LANGUAGE)
    return _COMMANDS[args.command](args)


# What each command does


def _open_window(
    page: str = "",
    language: str = "",
    data_dir: Path | None = None,
    clinic: Path | None = None,
    *,
    boxes: bool = False,
    files: Sequence[Path] = (),
    eyes_rest: bool = False,
) -> int:
    with _libraries_of_the_window():
        from tpe_guide.app import run
    return run(
        page=page,
        language=language,
        data_dir=data_dir,
        clinic=clinic,
        boxes=boxes,
        files=files,
        eyes_rest=eyes_rest,
    )


def _through_qt(asked: Sequence[str]) -> int:
    with _libraries_of_the_window():
        from tpe_guide.ui.printing.qt_process import main
    return main(asked)


def _make_pages() -> int:
    from tpe_guide.summary.batch import pages_of
    from tpe_guide.summary.workers import work

    return work(pages_of)


def _fetch_pack(path: str) -> int:
    from tpe_guide.clinic_pack.fetch import main

    return main(path)


def _app(args: Namespace) -> int:
    language, boxes = args.lang or "", args.debug_layout
    return _open_window(args.page, language, args.data_dir, args.clinic, boxes=boxes, eyes_rest=args.eyes_rest)


def _open(args: Namespace) -> int:
    return _open_window("", args.lang or "", args.data_dir, args.clinic, boxes=args.debug_layout, files=args.files)


def _kiosk(args: Namespace) -> int:
    from tpe_guide.kiosk.parent import run

    startup.finish()  # it lives for months
    return run(language=args.lang or "", data_dir=args.data_dir, clinic=args.clinic, unlocked=args.unlocked)


def _kiosk_part(asked: Sequence[str]) -> int:
    from tpe_guide.kiosk.part_options import Options

    options = Options.read(asked)
    with _libraries_of_the_window():
        from tpe_guide.kiosk_app import run_kiosk, run_notice
    startup.finish()
    if not options.visits:
        return run_notice(options.part)
    return run_kiosk(
        language=options.language,
        data_dir=options.data_dir,
        clinic=options.clinic,
        part=True,
        unlocked=options.unlocked,
    )


def _kiosk_pin(args: Namespace) -> int:
    from tpe_guide.kiosk.pin_command import run

    return run(args.data_dir, only_prove=args.prove)


def _kiosk_certify(args: Namespace) -> int:
    from tpe_guide.kiosk.certify import run

    return run(args.out, args.clinic, args.data_dir)


def _below_kiosk(args: Namespace) -> int:
    from tpe_guide import kiosk_cli

    return kiosk_cli.COMMANDS[args.command](args)


def _tour(args: Namespace) -> int:
    with _libraries_of_the_window():
        from tpe_guide.tour_app import run_tour
    startup.finish()
    written = run_tour(
        out=args.out,
        size=args.size,
        text_percent=args.text,
        theme=args.theme,
        language=args.lang or i18n.SOURCE_LANGUAGE,
        boxes=args.debug_layout,
    )
    for number, (path, count) in enumerate(written, start=1):
        if not args.quiet:
            _count(number, count)
            terminal.say(_("Wrote {path}").format(path=path))
    return DONE


def _selftest(args: Namespace) -> int:
    with _libraries_of_the_window():
        from tpe_guide.selftest import run
    return run()


def _doctor(args: Namespace) -> int:
    from tpe_guide.doctor import run

    return run(as_json=args.json, data_dir=args.data_dir)


def _diary(args: Namespace) -> int:
    from tpe_guide import diary_cli

    return diary_cli.COMMANDS[args.command](args)


def _content_check(args: Namespace) -> int:
    from tpe_guide.authoring.check import run

    return run(args.directory, coverage=args.coverage, marked=args.unsourced)


def _content_changes(args: Namespace) -> int:
    from tpe_guide.authoring.compare import run

    return run(args.old, args.new, args.lang or i18n.SOURCE_LANGUAGE)


def _content_preview(args: Namespace) -> int:
    with _libraries_of_the_window():
        from tpe_guide.preview import run
    startup.finish()
    for path in run(args.directory, page=args.page, language=args.lang or i18n.SOURCE_LANGUAGE, out=args.out):
        if not args.quiet:
            terminal.say(_("Wrote {path}").format(path=path))
    return DONE


def _clinic_check(args: Namespace) -> int:
    from tpe_guide.clinic_pack import container, reading
    from tpe_guide.clinic_pack.checking import filled_in
    from tpe_guide.clinic_pack.pack import Known
    from tpe_guide.freshness import bring_up_to_date
    from tpe_guide.guide.library import Library

    bring_up_to_date()
    known = Known(Library.load(args.lang or i18n.SOURCE_LANGUAGE).slots)
    pack, problems = reading.read(container.files_at(args.pack), str(args.pack), known)
    for problem in problems:
        _complain(problem)
    if not problems and not args.quiet:
        terminal.say(_("{path}: right; {count} filled in").format(path=args.pack, count=filled_in(pack)))
    return problems[0].exit_code if problems else DONE


def _clinic_template(args: Namespace) -> int:
    from tpe_guide.files import write_together
    from tpe_guide.freshness import bring_up_to_date
    from tpe_guide.guide import clinic_file
    from tpe_guide.guide.library import Library

    bring_up_to_date()
    data = clinic_file.template(Library.load(args.lang or i18n.SOURCE_LANGUAGE).slots)
    if args.out is None:
        terminal.give(data.decode())
        return DONE
    try:
        write_together({args.out: data}, new=[args.out])
    except FileExistsError as error:  # it may hold what somebody has typed
        raise WrongUsage(_("{path} is there already; name a new file.").format(path=args.out)) from error
    if not args.quiet:
        terminal.say(_("Wrote {path}").format(path=args.out))
    return DONE


def _summary(args: Namespace) -> int:
    from tpe_guide.summary import batch, moment
    from tpe_guide.summary.formats import PAGES, PAPER, Job
    from tpe_guide.summary.request import WHOLE, asked_for
    from tpe_guide.summary.telling import tell_all

    out = None if args.out is None else batch.out_of(args.out)
    inputs = batch.found(args.inputs)
    if out is not None and inputs != args.inputs:  # one diary in a folder or many: OUT is the same kind of thing
        out = batch.as_folder(out)
    job = Job(
        to=args.to or batch.format_of(out),
        paper=args.paper,
        language=args.lang or i18n.SOURCE_LANGUAGE,
        now=moment.of_document(),
        with_data=not args.no_data,
        request=asked_for(args.first, args.last, args.parts),
        squares=args.squares,
    )
    if job.request != WHOLE and job.to not in PAGES:
        words = _("tpe-guide summary: {format} holds the whole diary; days and parts are chosen for {pages}")
        raise WrongUsage(words.format(format=job.to, pages=", ".join(PAGES)))
    if job.squares and job.to not in PAPER:
        words = _("tpe-guide summary: {format} cannot be scanned; --squares is for {papers}")
        raise WrongUsage(words.format(format=job.to, papers=", ".join(PAPER)))
    if job.squares and job.request != WHOLE:
        words = _("tpe-guide summary: squares hold the whole diary, which is more than --from, --until or --parts show")
        raise WrongUsage(words)
    outcomes = batch.summarise(inputs, out, job, replace=args.replace)
    return tell_all(outcomes, len(inputs), _complain, quiet=args.quiet)


def _handout(args: Namespace) -> int:
    from tpe_guide.take_home import handout

    handout(args)
    return DONE


def _form(args: Namespace) -> int:
    from tpe_guide.take_home import form

    form(args)
    return DONE


def _count(number: int, count: int) -> None:
    """Show on a terminal how far long work has come; what is said next takes its place."""
    terminal.show_progress(number / count, _("{number} of {count}").format(number=number, count=count))


_KIOSK = ("doctor", "counts", "setup", "pack check", "pack template", "pack sign", "pack wrap", "pack trust")
_DIARY = ("info", "export", "import", "backup", "verify", "restore", "sheet", "recover", "schema")
_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "": _app,
    "open": _open,
    "kiosk": _kiosk,
    **dict.fromkeys((f"kiosk {name}" for name in _KIOSK), _below_kiosk),
    "kiosk pin": _kiosk_pin,
    "kiosk certify": _kiosk_certify,
    "summary": _summary,
    "handout": _handout,
    "form": _form,
    **dict.fromkeys((f"diary {name}" for name in _DIARY), _diary),
    "content check": _content_check,
    "content preview": _content_preview,
    "clinic check": _clinic_check,
    "clinic template": _clinic_template,
    "content changes": _content_changes,
    "tour": _tour,
    "doctor": _doctor,
    "selftest": _selftest,
}


# When it does not work out


@contextmanager
def _libraries_of_the_window() -> Iterator[None]:
    """Qt may be here without the system's own libraries that it stands on."""
    try:
        import PySide6.QtCore  # noqa: F401 - before all that stands on it

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

    terminal.complain(describe(error))
    if isinstance(error, CannotWriteOutput | SystemRefused):
        terminal.forget(sys.stdout)
    return error.exit_code


def _refusal(error: OSError) -> SystemRefused:
    """What the operating system said that nobody had reckoned with: a full disk in the middle of a print."""
    what = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    return SystemRefused(what, (error.strerror or type(error).__name__).lower())


def _confess(error: Exception) -> int:
    """One line about a bug. It names the place, not the values: those may be a person's own words."""
    if os.environ.get(DEBUG_VARIABLE):
        import traceback

        traceback.print_exception(error)
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    terminal.complain(
        _("This is a bug in tpe-guide {version}, not in what you did: {kind} at {place}. Please report it.").format(
            version=__version__, kind=type(error).__name__, place=place
        )
    )
    return BUG
