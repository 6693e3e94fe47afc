"""The commands below ``tpe-guide kiosk``. Each returns its exit code, and imports its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide import i18n, paths, terminal
from tpe_guide.clock import local_now
from tpe_guide.errors import NoHomeFolder, WrongUsage
from tpe_guide.files import write_together, write_whole
from tpe_guide.i18n import _, _n
from tpe_guide.wording import describe

if TYPE_CHECKING:
    from argparse import Namespace

    from tpe_guide.clinic_pack.pack import Known
    from tpe_guide.kiosk.locks import Lock

_DONE, _FOUND = 0, 1


def _check(args: Namespace) -> int:
    """Each fault on standard error; of a good pack what it is and what it would change."""
    return _checked(args, args.pack, args.against)


def _checked(args: Namespace, pack: Path, against: Path | None) -> int:
    from tpe_guide.clinic_pack import checking

    found = checking.check(pack, against, _data_folder(args), _known(args), local_now().date())
    for problem in found.problems:
        terminal.complain(describe(problem))
    if not args.quiet:
        for line in found.lines:
            terminal.say(line)
    return found.problems[0].exit_code if found.problems else _DONE


def _template(args: Namespace) -> int:
    from tpe_guide.clinic_pack import container, template

    text = template.written(_known(args))
    if args.out is None:
        terminal.give(text)
        return _DONE
    from tpe_guide.errors import CannotWrite

    file = args.out / container.TOML
    try:
        args.out.mkdir(parents=True, exist_ok=True)
        write_together({file: text.encode()}, new=[file])
    except FileExistsError as error:  # it may hold what somebody has typed, or OUT is a file
        raise WrongUsage(_("{path} is there already; name a new folder.").format(path=error.filename)) from error
    except OSError as error:
        raise CannotWrite(args.out, (error.strerror or str(error)).lower()) from error
    return _said(args, _("Wrote {path}").format(path=file))


def _sign(args: Namespace) -> int:
    from tpe_guide.clinic_pack import container, reading, signing

    files = container.files_at(args.pack)
    files.pop(container.SIGNATURE, None)
    for problem in (problems := reading.read(files, str(args.pack), _known(args))[1]):
        terminal.complain(describe(problem))
    if problems:
        return problems[0].exit_code
    out = _target(args)
    if args.new_key:
        signing.new_key(args.key)
    key = signing.private_key(args.key)
    signature = signing.signed(files, key)
    if out.suffix == container.SUFFIX:
        write_whole(out, container.wrapped(files | {container.SIGNATURE: signature}))
    else:
        out = out / container.SIGNATURE
        write_whole(out, signature)
    if args.new_key:
        _said(args, _("Wrote {path}").format(path=args.key))
        _said(args, _("Wrote {path}").format(path=signing.public_beside(args.key)))
    _said(args, _("Wrote {path}").format(path=out))
    signer = signing.signer_of(files | {container.SIGNATURE: signature}, str(out))
    return _said(args, _("Signed with the key {key}.").format(key=signer))


def _target(args: Namespace) -> Path:
    """Where what is signed goes. Raises WrongUsage."""
    from tpe_guide.clinic_pack import container

    out: Path = args.out or args.pack
    if args.out is None and out.is_dir():
        return out
    return _as_one_file(out, container.SUFFIX)


def _as_one_file(out: Path, suffix: str) -> Path:
    if out.suffix != suffix or out.is_dir():
        raise WrongUsage(_("{path}: name a folder, or a file that ends in {suffix}.").format(path=out, suffix=suffix))
    return out


def _wrap(args: Namespace) -> int:
    from tpe_guide.clinic_pack import container

    out = _as_one_file(args.out, container.SUFFIX)
    write_whole(out, container.wrapped(container.files_at(args.pack)))
    return _said(args, _("Wrote {path}").format(path=out))


def _trust(args: Namespace) -> int:
    from tpe_guide.clinic_pack import signing, trust

    file = trust.trust(args.key, paths.data_dir(args.data_dir))
    _said(args, _("Wrote {path}").format(path=file))
    key = signing.fingerprint(signing.public_key(file))
    return _said(args, _("Only packs signed with the key {key} are taken now.").format(key=key))


def _setup(args: Namespace) -> int:
    from tpe_guide.clinic_pack import setting_up

    file = setting_up.run(args.pack, _known(args), _ask, terminal.say)
    _said(args, _("Wrote {path}").format(path=file))
    code = _checked(args, args.pack, None)
    if code == _DONE:
        _said(args, _("Start the kiosk with: {command}").format(command=f"tpe-guide kiosk --clinic {args.pack}"))
    return code


def _ask(question: str) -> str:
    """The answer to *question*, a line of standard input. Raises EOFError."""
    terminal.say(question)
    terminal.flush()
    line = "" if sys.stdin is None else sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")


def _counts(args: Namespace) -> int:
    from tpe_guide.errors import TpeGuideError
    from tpe_guide.kiosk import counts, counts_report

    faults: list[TpeGuideError] = []
    days = counts.load(paths.data_dir(args.data_dir) / counts.FILE, faults.append)
    told = counts_report.months(days, local_now().date(), i18n.languages())
    if args.json:
        import json

        terminal.give(json.dumps(counts_report.as_json(told), ensure_ascii=False, indent=1) + "\n")
    else:
        for line in counts_report.lines(told):
            terminal.say(line)
    for fault in faults[:1]:
        terminal.complain(describe(fault))
    return faults[0].exit_code if faults else _DONE


def _doctor(args: Namespace) -> int:
    """A line for each lock, and 1 where one is not on."""
    from tpe_guide.kiosk.locks import State

    found = _locks(args)
    if args.json:
        import json

        as_json = {each.subject: {"state": each.state.value, "words": each.words} for each in found}
        terminal.give(json.dumps(as_json, ensure_ascii=False, indent=1) + "\n")
    else:
        marks = {State.ON: _("ok"), State.OFF: _("OPEN"), State.UNSEEN: _("?")}
        for each in found:
            terminal.say(f"{marks[each.state]:5} {each.words}")
    count = sum(each.state is State.OFF for each in found)
    if count and not args.quiet:
        terminal.complain(_n("{count} lock is not on", "{count} locks are not on", count).format(count=count))
    return _FOUND if count else _DONE


def _locks(args: Namespace) -> list[Lock]:
    from tpe_guide.kiosk import locks_of_exit, locks_of_machine, locks_of_screen
    from tpe_guide.kiosk.locks import judged
    from tpe_guide.kiosk.x_server import XServer

    try:
        home = paths.home()
    except NoHomeFolder:
        home = None
    ours = [locks_of_exit.look(args.data_dir), _printer(args)]
    machine = locks_of_machine.this_machine(home)
    if machine is None:
        words = _("locks: this system does not tell them to a program; go through docs/kiosk.md by hand")
        return [judged("locks", False, "", words), *ours]
    screen = locks_of_screen.examine(os.environ, machine.running(), XServer)
    return [*screen, *locks_of_machine.examine(machine), *ours]


def _printer(args: Namespace) -> Lock:
    """Whether the printer that the pack names is there."""
    from tpe_guide.clinic_pack import container, reading
    from tpe_guide.kiosk.locks import judged

    pack = args.clinic and reading.read(container.files_at(args.clinic), str(args.clinic), _known(args))[0]
    if not pack or not pack.printer:
        return judged("printer", True, _("printer: no clinic pack was given that names one"), "")
    from tpe_guide.ui.printing.question import answer

    found = answer()
    on = _("printer: {name} is there").format(name=pack.printer)
    off = _("printer: the pack names {name}, and this machine has none of that name").format(name=pack.printer)
    return judged("printer", found is not None and pack.printer in found.names, on, off)


def _known(args: Namespace) -> Known:
    from tpe_guide.clinic_pack.pack import known_of
    from tpe_guide.freshness import bring_up_to_date
    from tpe_guide.guide.library import Library, languages

    bring_up_to_date()
    return known_of(Library.load(args.lang or i18n.SOURCE_LANGUAGE), tuple(languages()))


def _data_folder(args: Namespace) -> Path | None:
    try:
        return paths.data_dir(args.data_dir)
    except NoHomeFolder:
        return None  # a pack can be looked at all the same


def _said(args: Namespace, words: str) -> int:
    if not args.quiet:
        terminal.say(words)
    return _DONE


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "kiosk counts": _counts,
    "kiosk setup": _setup,
    "kiosk doctor": _doctor,
    "kiosk pack check": _check,
    "kiosk pack template": _template,
    "kiosk pack sign": _sign,
    "kiosk pack wrap": _wrap,
    "kiosk pack trust": _trust,
}
