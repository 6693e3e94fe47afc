"""The commands of the diary on the command line. Each returns its exit code, and imports its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide import i18n, paths, terminal
from tpe_guide.clock import local_now
from tpe_guide.errors import NoHomeFolder, TpeGuideError, WrongUsage
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from argparse import Namespace

_DONE = 0


def _info(args: Namespace) -> int:
    from tpe_guide.diary import commands

    terminal.give(commands.info(paths.data_dir(args.data_dir)))
    return _DONE


def _export(args: Namespace) -> int:
    from tpe_guide.diary import commands

    done = commands.export(paths.data_dir(args.data_dir), _out(args), local_now())
    return _said(args, done)


def _import(args: Namespace) -> int:
    from tpe_guide.diary import commands

    done = commands.import_file(paths.data_dir(args.data_dir), args.source)
    return _said(args, done)


def _backup(args: Namespace) -> int:
    from tpe_guide.diary import backup_commands

    done = backup_commands.make(paths.data_dir(args.data_dir), args.out, local_now(), replace=args.replace)
    return _said(args, done)


def _verify(args: Namespace) -> int:
    from tpe_guide.diary import backup_commands

    if args.file is not None:
        try:
            data_dir = paths.data_dir(args.data_dir)
        except NoHomeFolder:
            data_dir = None  # a backup can be looked at all the same
        terminal.give(backup_commands.verify_file(args.file, data_dir))
        return _DONE
    bad = False
    for number, (count, verdict) in enumerate(backup_commands.verify(paths.data_dir(args.data_dir)), start=1):
        if not args.quiet:
            terminal.show_progress(number / count, _("{number} of {count}").format(number=number, count=count))
        terminal.give(verdict.words)
        bad = bad or verdict.good is False
    return TpeGuideError.exit_code if bad else _DONE


def _restore(args: Namespace) -> int:
    from tpe_guide.diary import backup_commands

    silent = args.quiet and args.yes
    backup_commands.restore(
        paths.data_dir(args.data_dir),
        args.file,
        sure=args.yes,
        replace=args.replace,
        say=(lambda _: None) if silent else terminal.say,
    )
    return _DONE


def _sheet(args: Namespace) -> int:
    from tpe_guide.summary import sheet_command

    language = args.lang or i18n.SOURCE_LANGUAGE
    done = sheet_command.write(paths.data_dir(args.data_dir), _out(args), args.paper, local_now(), language)
    return _said(args, done)


def _recover(args: Namespace) -> int:
    from tpe_guide.diary import recovery_commands

    done = recovery_commands.recover(paths.data_dir(args.data_dir), without_passcode=args.no_passcode)
    return _said(args, done)


def _schema(args: Namespace) -> int:
    from tpe_guide.diary import commands

    terminal.give(commands.schema())
    return _DONE


def _out(args: Namespace) -> Path:
    """The file that is meant. Raises WrongUsage where it is a folder."""
    if not args.out or args.out.endswith(("/", os.sep)):
        raise WrongUsage(_("“{out}” is a folder: name a file in it as OUT.").format(out=args.out))
    return Path(args.out)


def _said(args: Namespace, done: str) -> int:
    if not args.quiet:
        terminal.say_lines(done)
    return _DONE


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "diary info": _info,
    "diary export": _export,
    "diary import": _import,
    "diary backup": _backup,
    "diary verify": _verify,
    "diary restore": _restore,
    "diary sheet": _sheet,
    "diary recover": _recover,
    "diary schema": _schema,
}
