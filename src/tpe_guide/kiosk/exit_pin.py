"""The code by which staff end a locked kiosk: at least six digits, none until staff choose one, kept as Argon2id.

The file ``kiosk-pin.json`` holds the hash, when it was chosen, and whether the way out was *proven*: typed once on
the kiosk's own screen. A kiosk that is locked starts only then.

A code that was forgotten: only an administrator can place the file ``RESET``. While it is newer than the code, the
corner of the screen leads out without one, and a new one is chosen without the old.
"""

from __future__ import annotations

import json
import os
import stat
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tpe_guide import side_file
from tpe_guide.diary.tries import Tries
from tpe_guide.errors import BadInput, CannotRunHere
from tpe_guide.files import make_private_folder, write_whole
from tpe_guide.i18n import _

FILE = "kiosk-pin.json"
TRIES_FILE = "kiosk-pin.tries"
LEAST = 6
MOST = 32
RESET = Path("/etc/tpe-guide/kiosk-pin-reset")
_LARGEST = 4096
_COSTS = {"iterations": 3, "lanes": 4, "memory_cost": 64 * 1024}
_MOST_MEMORY_KIB = 512 * 1024


@dataclass(frozen=True, slots=True)
class ExitPin:
    """A code that was chosen *at* a moment, in seconds since 1970."""

    encoded: str
    at: int
    proven: bool = False


def problem(digits: str) -> str | None:
    """What is wrong with *digits* as a code, in one plain sentence; None if they will do."""
    if not (digits.isascii() and digits.isdigit() and LEAST <= len(digits) <= MOST):
        return _("Use {least} to {most} digits, and nothing else.").format(least=LEAST, most=MOST)
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return _("That is the first code a stranger tries. Mix the digits.")
    return None


def choose(folder: Path, digits: str) -> ExitPin:
    """Keep *digits* as the code from now on; not yet proven. Raises BadInput, CannotWrite, CannotRunHere."""
    if (wrong := problem(digits)) is not None:
        raise BadInput(_("the exit code"), "", wrong)
    pin = ExitPin(_hashed(digits), int(time.time()))
    _keep(folder, pin)
    return pin


def prove(folder: Path, pin: ExitPin) -> None:
    """*pin* was typed on the kiosk's own screen. Raises CannotWrite."""
    _keep(folder, ExitPin(pin.encoded, pin.at, proven=True))


def read(folder: Path) -> ExitPin | None:
    """The code in *folder*; None where there is none. Raises CannotRunHere for a spoilt file: that is no open door."""
    try:
        data = side_file.parse_object(side_file.read_bytes(folder / FILE, _LARGEST))
        encoded, at, proven = data["hash"], data["at"], data["proven"]
    except FileNotFoundError:
        return None
    except (OSError, side_file.Fault, KeyError):
        raise _spoilt() from None
    if not (isinstance(encoded, str) and isinstance(at, int) and isinstance(proven, bool) and _is_fair(encoded)):
        raise _spoilt()
    return ExitPin(encoded, at, proven)


def is_right(pin: ExitPin, digits: str) -> bool:
    """Whether *digits* are the code. Takes a tenth of a second, by design. Raises CannotRunHere."""
    from cryptography.exceptions import InvalidKey, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        Argon2id.verify_phc_encoded(digits.encode(), pin.encoded)
    except InvalidKey:
        return False
    except (MemoryError, UnsupportedAlgorithm, ValueError) as error:
        raise _cannot(error) from error
    return True


def is_reset(pin: ExitPin, reset: Path = RESET) -> bool:
    """Whether an administrator has said, after *pin* was chosen, that it no longer counts.

    The file and its folder must be the administrator's, and nobody else's to write. Windows has no such owner.
    """
    if os.name == "nt":
        return False
    try:
        found, folder = reset.lstat(), reset.parent.stat()
    except OSError:
        return False
    return (
        stat.S_ISREG(found.st_mode)
        and all(each.st_uid == 0 and not each.st_mode & 0o022 for each in (found, folder))
        and found.st_mtime > pin.at
    )


class PinDoor:
    """Judges the digits that somebody typed at the kiosk, with delays that grow and outlive each process.

    *settled* is the folder of the code, *kept* where wrong ones are counted: that may be another, or none.
    """

    def __init__(self, pin: ExitPin | None, kept: Path, reset: Path = RESET) -> None:
        self._pin = pin
        self._reset = reset
        self._tries = Tries(kept, file=TRIES_FILE)

    def wait_after(self, digits: str) -> int:
        """0 where *digits* lead out; else the seconds until the next try, 1 at least."""
        if self._pin is None:
            return 1
        if is_reset(self._pin, self._reset):
            return 0
        if self._tries.wait > 0:  # said too soon: not looked at, and so no way to try faster
            return self._seconds()
        if is_right(self._pin, digits):
            self._tries.succeeded()
            return 0
        self._tries.failed()
        return self._seconds()

    def _seconds(self) -> int:
        return max(1, -int(-self._tries.wait // 1))


def _hashed(digits: str) -> str:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        argon2 = Argon2id(salt=os.urandom(16), length=32, **_COSTS)  # type: ignore[arg-type]
        return argon2.derive_phc_encoded(digits.encode())
    except (MemoryError, UnsupportedAlgorithm) as error:
        raise _cannot(error) from error


def _is_fair(encoded: str) -> bool:
    """A damaged file must not make the kiosk ask for all memory of the machine."""
    parts = encoded.split("$")
    if len(parts) != 6 or parts[1] != "argon2id":
        return False
    try:
        costs = {name: int(number) for name, number in (each.split("=") for each in parts[3].split(","))}
    except ValueError:
        return False
    return 0 < costs.get("m", 0) <= _MOST_MEMORY_KIB and 0 < costs.get("t", 0) <= 16 and 0 < costs.get("p", 0) <= 16


def _keep(folder: Path, pin: ExitPin) -> None:
    make_private_folder(folder)
    data = {"format": "tpe-guide-kiosk-pin", "version": 1, "hash": pin.encoded, "at": pin.at, "proven": pin.proven}
    write_whole(folder / FILE, json.dumps(data, indent=1).encode() + b"\n", private=True)


def _spoilt() -> CannotRunHere:
    words = _("The file of the exit code, {file}, is damaged. Remove it, and choose a code: tpe-guide kiosk pin")
    return CannotRunHere(words.format(file=FILE))


def _cannot(error: Exception) -> CannotRunHere:
    return CannotRunHere(_("This computer cannot check the exit code: {reason}.").format(reason=error))
