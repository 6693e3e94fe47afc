"""The words of ``tpe-guide kiosk …`` and ``clinic …``. What they do is in ``kiosk_cli`` and ``cli``."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tpe_guide.i18n import _

Command = Callable[..., None]
"""``arguments._command``: adds a command with its words, an example, and what declares its options."""


def declare(parser: ArgumentParser, command: Command, as_json: Callable[[ArgumentParser], None]) -> None:
    """The commands below ``kiosk``, which without one shows the guide. *as_json* declares ``--json``."""
    words = _("to try it: without the lock of an exit code; closing the window or Ctrl+C ends it")
    parser.add_argument("--unlocked", action="store_true", help=words)
    commands: Any = parser.add_subparsers(metavar=_("COMMAND"))
    words = _("choose the code by which staff leave the kiosk, and prove it on its screen")
    command(commands, "kiosk pin", words, "tpe-guide kiosk pin", _pin)
    words = _("prove on this machine that nothing of a visit is left, and say so in a certificate")
    command(commands, "kiosk certify", words, "tpe-guide kiosk certify -o certificate.txt", _certify)
    words = _("for staff: how many visits there were, month by month; nothing about fewer than five")
    command(commands, "kiosk counts", words, "tpe-guide kiosk counts --json", as_json)
    words = _("make a clinic pack by questions, and say how to start with it")
    command(commands, "kiosk setup", words, "tpe-guide kiosk setup /srv/clinic", _setup)
    words = _(
        "which locks of this machine are not on: keys, windows, files, sleep, printer; run it as the kiosk will be"
    )

    def doctor(parser: ArgumentParser) -> None:
        as_json(parser)
        parser.add_argument(
            "--clinic", type=Path, metavar="PACK", default=SUPPRESS, help=_("its printer is looked for")
        )

    command(commands, "kiosk doctor", words, "tpe-guide kiosk doctor --clinic /srv/clinic", doctor)
    words = _("what a clinic says and how its kiosk is set: a folder, or one .tpepack file")

    def pack(parser: ArgumentParser) -> None:
        _packs(parser, command)

    command(commands, "kiosk pack", words, "tpe-guide kiosk pack check /srv/clinic", pack)


def _pin(parser: ArgumentParser) -> None:
    words = _("only prove the code that is chosen already, on the screen of the kiosk")
    parser.add_argument("--prove", action="store_true", help=words)


def _certify(parser: ArgumentParser) -> None:
    words = _("the file to write, which is replaced; without it, on standard output")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help=words)


def _packs(parser: ArgumentParser, command: Command) -> None:
    commands: Any = parser.add_subparsers(metavar=_("COMMAND"), required=True)
    words = _("check a pack: each fault in one line, who signed it, and what it would change, in plain words")
    command(commands, "kiosk pack check", words, "tpe-guide kiosk pack check /srv/clinic", _check)
    words = _("write clinic.toml with a place for all that can be said, to be filled in")
    command(commands, "kiosk pack template", words, "tpe-guide kiosk pack template -o clinic", _template)
    words = _("sign a pack that is right, so that no other is taken where your key is trusted")
    command(commands, "kiosk pack sign", words, "tpe-guide kiosk pack sign clinic --key unit.key", _sign)
    words = _("make one .tpepack file of a folder")
    command(commands, "kiosk pack wrap", words, "tpe-guide kiosk pack wrap clinic -o day-unit.tpepack", _wrap)
    words = _("from now on this computer takes only packs that are signed with this key")
    command(commands, "kiosk pack trust", words, "tpe-guide kiosk pack trust unit.key.pub", _trust)


def _setup(parser: ArgumentParser) -> None:
    words = _("the folder of the pack; what is in it already is asked about")
    parser.add_argument("pack", type=Path, metavar="FOLDER", help=words)


def _check(parser: ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="PACK", help=_("a folder, a .tpepack file, or a clinic.json"))
    words = _("the pack to compare it with; without it, the last good one that this computer keeps")
    parser.add_argument("--against", type=Path, metavar="PACK", help=words)


def _template(parser: ArgumentParser) -> None:
    words = _("the folder to write it into; without it, it is printed")
    parser.add_argument("-o", "--out", type=Path, metavar="FOLDER", help=words)


def _sign(parser: ArgumentParser) -> None:
    words = _("a folder, which gets a signature.json, or a .tpepack file, which is replaced")
    parser.add_argument("pack", type=Path, metavar="PACK", help=words)
    words = _("the private key; keep it where only you can read it, and never on a kiosk")
    parser.add_argument("--key", type=Path, required=True, metavar="FILE", help=words)
    words = _("make that key first, and FILE.pub, the public key, beside it")
    parser.add_argument("--new-key", action="store_true", help=words)
    words = _("leave PACK as it is, and write one signed .tpepack file")
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help=words)


def _wrap(parser: ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="PACK", help=_("the folder"))
    words = _("the file to write, which is replaced; it ends in .tpepack")
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help=words)


def _trust(parser: ArgumentParser) -> None:
    parser.add_argument("key", type=Path, metavar="FILE", help=_("the public key, which ends in .pub"))


def declare_clinic(parser: ArgumentParser, command: Command) -> None:
    """The commands below ``clinic``, from before there were packs."""
    commands: Any = parser.add_subparsers(metavar=_("COMMAND"), required=True)
    words = _("check a file of details: each fault in one line")
    command(commands, "clinic check", words, "tpe-guide clinic check clinic.json", _check_words)
    words = _("write a file with a place for each detail, to be filled in")
    command(commands, "clinic template", words, "tpe-guide clinic template -o clinic.json", _template_of_words)


def _check_words(parser: ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="FILE", help=_("the file, or a folder with clinic.json in it"))


def _template_of_words(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--out", type=Path, metavar="OUT", help=_("the file to write"))
