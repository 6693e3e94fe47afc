"""The small parts that FHIR resources are made of: ids, references, texts, moments, concepts."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import Any

from tpe_guide.diary.model import Course
from tpe_guide.fhir.codes import Concept

Json = dict[str, Any]

_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_CONTROLS = {code: chr(0x2400 + code) for code in (*range(0x09), *range(0x0E, 0x20))}
_BLANKS = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0xFEFF), " ")
_FIT = _LINE_ENDS | _CONTROLS | _BLANKS
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_FARTHEST = dt.timedelta(hours=14)
_OURS = hashlib.sha1(b"urn:tpe-guide:fhir", usedforsecurity=False).digest()[:16]


class Ids:
    """Ids made from the diary's own: the same diary has the same ones, and no id tells anything of a person."""

    def __init__(self, course: Course) -> None:
        self._of_the_course = _digest(_OURS, course.id)

    def __call__(self, *names: str | int) -> str:
        """The id of what is called so, such as ``("entry", "e1")``. No two lists of names make one id."""
        return _uuid(_digest(self._of_the_course, "".join(f"{len(str(name))}:{name}" for name in names)))


def lasting_id(name: str) -> str:
    """The id of what is the same in every bundle."""
    return _uuid(_digest(_OURS, name))


def _digest(space: bytes, name: str) -> bytes:
    return hashlib.sha1(space + name.encode(), usedforsecurity=False).digest()[:16]


def _uuid(digest: bytes) -> str:
    """A UUID of version 5; spelt out, since importing ``uuid`` would cost each summary 2 ms."""
    bits = bytearray(digest)
    bits[6] = bits[6] & 0x0F | 0x50
    bits[8] = bits[8] & 0x3F | 0x80
    digits = bits.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def reference(of: str) -> Json:
    """A reference to the resource with the id *of* in this bundle."""
    return {"reference": f"urn:uuid:{of}"}


def fit(text: str) -> str:
    """*text* as FHIR lets a text be: odd blanks and line ends are plain ones, a control character is its picture."""
    return text.translate(_FIT)


def instant(moment: dt.datetime) -> str:
    """*moment* with its offset, which FHIR allows as far as 14 hours; else, and to the second, in UTC."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("an instant without its offset")
    if abs(offset) > _FARTHEST or offset.seconds % 60 or offset.microseconds:
        moment = moment.astimezone(dt.UTC)
    return moment.isoformat()


def language(code: str) -> str | None:
    """*code* if it is one of a language as FHIR has them."""
    return code if _LANGUAGE.fullmatch(code) else None


def concept(of: Concept, text: str = "") -> Json:
    """A CodeableConcept: the code where there is one, and always the plain text, or *text* instead."""
    said = {"text": fit(text or of.text)}
    return {"coding": [coding(of)], **said} if of.code else said


def coding(of: Concept) -> Json:
    """A Coding."""
    return {"system": of.system, "code": of.code, "display": of.display}


def said(**elements: object) -> Json:
    """Those of *elements* that hold something: FHIR knows no empty element. False and 0 are something."""
    return {name: value for name, value in elements.items() if value not in (None, "", [], {})}
