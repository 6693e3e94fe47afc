"""Whether a pack is as its clinic wrote it: an Ed25519 signature over the name and the SHA-256 of each of its files.

The signature lies beside them, in ``signature.json``; the key in it says who signed, and is believed only as far as it
is the one that staff have put on the computer. An old pack that was signed once stays signed: its last day ends it.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tpe_guide import side_file
from tpe_guide.clinic_pack.container import SIGNATURE, Files
from tpe_guide.errors import BadInput, CannotWrite, WrongUsage
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT, VERSION = "tpe-guide-signature", 1
PUBLIC = ".pub"
"""The public key lies beside the private one, under its name and this."""
KEY_BYTES, SIGNATURE_BYTES = 32, 64
_KEY_FILE_LIMIT = 16 * 1024
_KEYS = {"format", "version", "key", "signature"}


def manifest(files: Files) -> bytes:
    """What is signed: a line for each file, sorted by name. The signature itself is none of them."""
    lines = [f"{FORMAT} {VERSION}"]
    lines += [f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in sorted(files) if name != SIGNATURE]
    return "".join(f"{line}\n" for line in lines).encode()


def digest(files: Files) -> str:
    """A name for exactly these files, with their signature."""
    whole = hashlib.sha256(manifest(files))
    whole.update(files.get(SIGNATURE, b""))
    return whole.hexdigest()


def fingerprint(public: bytes) -> str:
    """The public key in sixteen hex digits, to be read aloud and compared: ``3f2a 91bc 07d4 e6f8``."""
    digits = hashlib.sha256(public).hexdigest()[:16]
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def signed(files: Files, key: Ed25519PrivateKey) -> bytes:
    """``signature.json`` for *files*."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    made = {
        "format": FORMAT,
        "version": VERSION,
        "key": base64.b64encode(public).decode(),
        "signature": base64.b64encode(key.sign(manifest(files))).decode(),
    }
    return side_file.encoded(made) + b"\n"


def signer_of(files: Files, source: str, trusted: bytes | None = None) -> str:
    """The fingerprint of who signed *files*. Raises BadInput: it is not signed, or not as *trusted* would have it."""
    place = source if source.endswith(SIGNATURE) else f"{source}/{SIGNATURE}"
    if SIGNATURE not in files:
        raise BadInput(
            source,
            "",
            _("a pack that is signed: this computer takes no other, and this one has no {file}").format(file=SIGNATURE),
        )
    public, signature = _taken_apart(files[SIGNATURE], place)
    if trusted is not None and public != trusted:
        raise BadInput(
            place,
            "key",
            _("the signature of the key {trusted}; this is of {other}").format(
                trusted=fingerprint(trusted), other=fingerprint(public)
            ),
        )
    if not _fits(public, signature, manifest(files)):
        raise BadInput(
            place, "signature", _("a signature of these files: one was changed after they were signed. Sign them again")
        )
    return fingerprint(public)


def new_key(file: Path) -> None:
    """A new key pair: *file* for its owner only, and the public key beside it. Raises WrongUsage, CannotWrite."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

    from tpe_guide.files import keep_from_others, write_together

    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    beside = public_beside(file)
    try:
        write_together({file: private}, new=[file], private=True)
    except FileExistsError as error:
        raise WrongUsage(_("{path} is there already; name a new file.").format(path=error.filename)) from error
    keep_from_others(file)
    try:
        write_together({beside: public}, new=[beside])
    except FileExistsError as error:
        file.unlink(missing_ok=True)
        raise WrongUsage(_("{path} is there already; name a new file.").format(path=error.filename)) from error
    except CannotWrite:
        file.unlink(missing_ok=True)
        raise


def public_beside(file: Path) -> Path:
    """Where the public key of the private one in *file* lies."""
    return file.with_name(file.name + PUBLIC)


def private_key(file: Path) -> Ed25519PrivateKey:
    """The key in *file*. Raises BadInput."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    wanted = _("a private Ed25519 key in PEM, without a password; “--new-key” makes one")
    try:
        key = load_pem_private_key(_key_file(file, wanted), None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:  # TypeError: it has a password
        raise BadInput(str(file), "", wanted) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise BadInput(str(file), "", wanted)
    return key


def public_key(file: Path) -> bytes:
    """The 32 bytes of the public key in *file*. Raises BadInput."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

    wanted = _("a public Ed25519 key in PEM: the file that ends in {suffix}").format(suffix=PUBLIC)
    try:
        key = load_pem_public_key(_key_file(file, wanted))
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise BadInput(str(file), "", wanted) from error
    if not isinstance(key, Ed25519PublicKey):
        raise BadInput(str(file), "", wanted)
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _key_file(file: Path, wanted: str) -> bytes:
    try:
        return side_file.read_bytes(file, _KEY_FILE_LIMIT)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None)
        raise BadInput(str(file), "", f"{wanted} ({reason.lower()})" if reason else wanted) from error


def _taken_apart(raw: bytes, place: str) -> tuple[bytes, bytes]:
    """Key and signature out of ``signature.json``. Raises BadInput."""
    wanted = _("a signature as “tpe-guide kiosk pack sign” writes it")
    try:
        data: dict[str, Any] = side_file.parse_object(raw)
        if set(data) != _KEYS or data["format"] != FORMAT or data["version"] != VERSION:
            raise BadInput(place, "", wanted)
        public, signature = (base64.b64decode(data[name], validate=True) for name in ("key", "signature"))
    except (ValueError, TypeError) as error:
        raise BadInput(place, "", wanted) from error
    if len(public) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        raise BadInput(place, "", wanted)
    return public, signature


def _fits(public: bytes, signature: bytes, signed_bytes: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signed_bytes)
    except (InvalidSignature, ValueError):
        return False
    return True
