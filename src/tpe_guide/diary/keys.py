"""The key of the diary: 32 random bytes, kept wrapped in ``diary.key`` beside the store.

The file is JSON with one *slot*, the way in. The recovery sheet is no slot of it but the key itself, in words on paper
(see ``recovery``): it opens the diary where the passcode is lost, and where this file is.

``passcode``: Argon2id turns the passcode into a key that wraps the diary's key with ChaCha20-Poly1305.
``device``: for people who choose no passcode, the diary's key itself, in a file that only its owner may read.
Honestly said: a device slot protects the diary file when it is copied or lost alone. It does not protect
against anyone who can use this account, or who takes both files.

Changing the passcode wraps the same key anew; nothing is encrypted again. An old copy of the key file
therefore still opens with the old passcode, and the recovery sheet with none.

To turn a passcode into a key takes a tenth of a second or more, by design: ``wrapped`` and ``unlock_file`` may be
called in any thread, and ``put`` then writes what was wrapped.
"""

from __future__ import annotations

import json
import os
import threading
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tpe_guide import side_file
from tpe_guide.errors import BadInput, CannotRunHere, DiaryDamaged, FromNewerVersion, WrongPasscode
from tpe_guide.files import write_whole
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

FORMAT = "tpe-guide-key"
VERSION = 1
KEY_BYTES = 32
PASSCODE_LEAST = 12

_ONE_AT_A_TIME = threading.Lock()
"""Two of OpenSSL's Argon2 at once, each with lanes, were seen to wait for each other for ever, or to find no memory."""
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16
_SIZE_LIMIT = 64 * 1024
_ARGON2ID = {"kdf": "argon2id", "time_cost": 3, "memory_kib": 64 * 1024, "parallelism": 4}
# A damaged or hostile key file must not make the program ask for all memory of the machine.
_ARGON2ID_MOST = {"time_cost": 16, "memory_kib": 512 * 1024, "parallelism": 16}

Slot = dict[str, Any]


class Unlocked(NamedTuple):
    """A key (32 bytes), and the file it came out of, byte for byte: proven to hold it."""

    key: bytes
    file: bytes


def create(path: Path, passcode: str | None) -> Unlocked:
    """Make a new key and write its file to *path*.

    Raises BadInput for an unfit passcode, CannotWrite, CannotRunHere.
    """
    return put(path, wrapped(new_key(), passcode))


def new_key() -> bytes:
    """A key that nobody has."""
    return os.urandom(KEY_BYTES)


def wrapped(key: bytes, passcode: str | None) -> Unlocked:
    """The bytes of a file that gives *key* to who has *passcode*; None: to who has the file.

    Raises BadInput for an unfit passcode, CannotRunHere.
    """
    slot = _device_slot(key) if passcode is None else _passcode_slot(key, passcode)
    data = {"format": FORMAT, "version": VERSION, "slots": [slot]}
    data["checksum"] = _checksum(data)
    return Unlocked(key, json.dumps(data, indent=1).encode() + b"\n")


def put(path: Path, made: Unlocked) -> Unlocked:
    """Write the file of *made* to *path*, whole or not at all. Raises CannotWrite."""
    write_whole(path, made.file, private=True)
    return made


def unlock(path: Path, passcode: str | None) -> bytes:
    """The key (32 bytes) in the file at *path*; *passcode* is not looked at where none is needed.

    Raises WrongPasscode, DiaryDamaged, FromNewerVersion, CannotRunHere.
    """
    return unlock_file(path, passcode).key


def unlock_file(path: Path, passcode: str | None) -> Unlocked:
    """As ``unlock``, with the bytes of the file."""
    data = _read(path)
    return Unlocked(unlock_data(data, path, passcode), data)


def unlock_data(data: bytes, path: Path, passcode: str | None) -> bytes:
    """As ``unlock``, of the *data* of a key file that *path* holds."""
    slot = _slot_in(data, path)
    try:
        if slot["kind"] == "device":
            return _exactly(slot["key"], KEY_BYTES)
        if passcode is None:
            raise WrongPasscode
        return _unwrap(slot, passcode)
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(path) from error


def is_in(path: Path, file: bytes) -> bool:
    """Whether *file* is what stands at *path*. Raises DiaryDamaged."""
    return _read(path) == file


def needs_passcode(path: Path) -> bool:
    """Whether the key at *path* opens only with a passcode. Raises DiaryDamaged, FromNewerVersion."""
    return is_guarded(_read(path), path)


def is_guarded(data: bytes, path: Path) -> bool:
    """As ``needs_passcode``, of the *data* of a key file that *path* holds."""
    return bool(_slot_in(data, path)["kind"] == "passcode")


def rewrapped(path: Path, old: str | None, new: str | None) -> Unlocked:
    """The key at *path* under *new* in place of *old*; None: without a passcode. ``put`` writes it.

    Raises WrongPasscode, BadInput for an unfit passcode, DiaryDamaged.
    """
    return wrapped(unlock(path, old), new)


def tag_of(key: bytes) -> str:
    """What tells a diary, its backups and its sheet from those of another, and nothing of its *key*."""
    import hashlib

    return hashlib.blake2b(key=key, person=b"tpe-backup", digest_size=4).hexdigest()


def passcode_problem(text: str) -> str | None:
    """What is wrong with *text* as a passcode, in one plain sentence; None if it will do."""
    if len(_normal(text)) < PASSCODE_LEAST:
        return _("Use at least {count} letters. Three or four short words work well.").format(count=PASSCODE_LEAST)
    return None


def check_passcode(passcode: str | None) -> None:
    """Raise BadInput where *passcode* will not do; None is no passcode, and allowed."""
    if passcode is not None and passcode_problem(passcode) is not None:
        raise BadInput(_("the passcode"), "", _("at least {count} letters").format(count=PASSCODE_LEAST))


def strength(text: str) -> int:
    """An honest hint, 0 (too short) to 4, from the length and the number of different words and letters."""
    if passcode_problem(text) is not None:
        return 0
    passcode = _normal(text).casefold()
    # Said twice is no harder to guess than said once.
    words = dict.fromkeys(passcode.split(" "))
    length, letters = len(" ".join(words)), len(set(passcode))
    if letters < 6 or length < PASSCODE_LEAST:
        return 1
    long_words = sum(len(word) >= 3 for word in words)
    return 1 + (length >= 16) + (long_words >= 4 or length >= 24) + (long_words >= 5)


def _normal(passcode: str) -> str:
    # The same words typed on another keyboard are other code points; a double space is a slip of the thumb.
    return " ".join(unicodedata.normalize("NFKC", passcode).split())


def _device_slot(key: bytes) -> Slot:
    return {"kind": "device", "key": key.hex()}


def _passcode_slot(key: bytes, passcode: str) -> Slot:
    check_passcode(passcode)
    slot = {
        "kind": "passcode",
        **_ARGON2ID,
        "salt": os.urandom(_SALT_BYTES).hex(),
        "cipher": "chacha20-poly1305",
    }
    nonce = os.urandom(_NONCE_BYTES)
    wrapped = _cipher(slot, passcode).encrypt(nonce, key, _bound(slot))
    return {**slot, "nonce": nonce.hex(), "wrapped": wrapped.hex()}


def _unwrap(slot: Slot, passcode: str) -> bytes:
    from cryptography.exceptions import InvalidTag

    nonce = _exactly(slot["nonce"], _NONCE_BYTES)
    wrapped = _exactly(slot["wrapped"], KEY_BYTES + _TAG_BYTES)
    try:
        return bytes(_cipher(slot, passcode).decrypt(nonce, wrapped, _bound(slot)))
    except InvalidTag:
        raise WrongPasscode from None


def _cipher(slot: Slot, passcode: str) -> ChaCha20Poly1305:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.ciphers import aead
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    costs = {name: _cost(slot[name], most) for name, most in _ARGON2ID_MOST.items()}
    try:
        argon2 = Argon2id(
            salt=_exactly(slot["salt"], _SALT_BYTES),
            length=KEY_BYTES,
            iterations=costs["time_cost"],
            lanes=costs["parallelism"],
            memory_cost=costs["memory_kib"],
        )
        with _ONE_AT_A_TIME:
            wrapping_key = argon2.derive(_normal(passcode).encode("utf-8", "surrogatepass"))
    except (MemoryError, UnsupportedAlgorithm) as error:
        raise CannotRunHere(_("This computer cannot check the passcode: {reason}.").format(reason=error)) from error
    return aead.ChaCha20Poly1305(wrapping_key)


def _bound(slot: Slot) -> bytes:
    """What the wrapped key is bound to: how it was wrapped."""
    names = ("kind", "kdf", *_ARGON2ID_MOST, "salt", "cipher")
    return _canonical({name: slot[name] for name in names} | {"format": FORMAT, "version": VERSION})


def _cost(value: object, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise ValueError(value)
    return value


def _slot_in(file: bytes, path: Path) -> Slot:
    """The slot that this version uses. To the cipher a wrong passcode and damage look alike: hence a sum."""
    data = _parsed(file, path)
    version = data.get("version")
    if data.get("format") == FORMAT and isinstance(version, int) and version > VERSION:
        raise FromNewerVersion(str(path), version, VERSION)
    slots = data.get("slots")
    whole = data.pop("checksum", None) == _checksum(data)
    if not whole or (data.get("format"), version) != (FORMAT, VERSION) or not isinstance(slots, list):
        raise _damaged(path)
    for slot in slots:
        if isinstance(slot, dict) and slot.get("kind") in ("passcode", "device"):
            return slot
    raise _damaged(path)


def _read(path: Path) -> bytes:
    try:
        return side_file.read_bytes(path, _SIZE_LIMIT)
    except FileNotFoundError:
        raise DiaryDamaged(path, _("its key file is missing")) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DiaryDamaged(path, _("its key file cannot be read ({reason})").format(reason=reason)) from error
    except side_file.Fault:
        raise _damaged(path) from None


def _parsed(file: bytes, path: Path) -> dict[str, Any]:
    try:
        data = json.loads(file)
    except (ValueError, RecursionError):
        raise _damaged(path) from None
    if not isinstance(data, dict):
        raise _damaged(path)
    return data


def _damaged(path: Path) -> DiaryDamaged:
    return DiaryDamaged(path, _("its key file is damaged"))


def _checksum(data: Mapping[str, Any]) -> str:
    import hashlib

    return hashlib.sha256(_canonical(data)).hexdigest()


def _canonical(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, sort_keys=True, separators=(",", ":")).encode()


def _exactly(text: str, length: int) -> bytes:
    data = bytes.fromhex(text)
    if len(data) != length:
        raise ValueError(len(data))
    return data
