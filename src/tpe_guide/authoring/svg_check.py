"""Is a drawing only a drawing? By a list of what may be in it, not of what may not.

Expat stops at the first thing that is not on the list. A document type is refused, so no entity is ever expanded.
"""

from __future__ import annotations

import contextlib
import re
from typing import NamedTuple
from xml.parsers import expat

from tpe_guide.i18n import _

ELEMENTS = frozenset(
    ("svg", "g", "defs", "title", "desc", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text")
) | {"tspan", "linearGradient", "radialGradient", "stop", "clipPath"}
ELEMENT_LIMIT = 20_000
DEPTH_LIMIT = 64
_SVG = "http://www.w3.org/2000/svg"
_BETWEEN = " "
_ELSEWHERE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression|javascript:|data:", re.IGNORECASE)


class Problem(NamedTuple):
    """What is wrong with a drawing, and in which line."""

    line: int
    message: str


class _Refused(Exception):
    """The drawing holds something that is not on the list."""


def check_svg(data: bytes) -> Problem | None:
    """The first thing in the SVG file *data* that has no place in a drawing; None if there is none."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except _Refused as refused:
        return Problem(reader.parser.CurrentLineNumber, str(refused))
    except expat.ExpatError as error:
        return Problem(error.lineno, _("is not well-formed XML"))
    except (ValueError, LookupError):  # an encoding that Python does not know
        return Problem(1, _("is not UTF-8 text"))
    return None


def words_in(data: bytes) -> list[str]:
    """The words that the SVG file *data* shows; those up to its first fault if it has one. No entity is expanded."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.CharacterDataHandler = found.append
    with contextlib.suppress(_Refused, expat.ExpatError, ValueError, LookupError):
        parser.Parse(data, True)
    return [text for text in found if text.strip()]


def _refuse_doctype(*__: object) -> None:
    raise _Refused(_("has a document type; entities are not allowed"))


class _Reader:
    def __init__(self) -> None:
        # No namespace prefixes are made up to hide an element behind: each comes with the address it stands for.
        self.parser = parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        self._count = self._depth = 0

    def _instruction(self, target: str, __: str) -> None:
        raise _Refused(_("has an instruction “{name}”").format(name=target[:40]))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._depth += 1
        if self._count > ELEMENT_LIMIT or self._depth > DEPTH_LIMIT:
            message = _("has too many parts: at most {count}, {depth} deep")
            raise _Refused(message.format(count=ELEMENT_LIMIT, depth=DEPTH_LIMIT))
        space, __, element = name.rpartition(_BETWEEN)
        if space not in ("", _SVG) or element not in ELEMENTS or (self._depth == 1) != (element == "svg"):
            raise _Refused(_("has an element that is no part of a drawing: {name}").format(name=element[:40]))
        for attribute, value in attributes.items():
            self._attribute(attribute.rpartition(_BETWEEN)[2], value)

    def _attribute(self, name: str, value: str) -> None:
        if name.lower().startswith("on"):
            raise _Refused(_("has a script in the attribute {name}").format(name=name[:40]))
        if name.lower() in ("href", "src") or _ELSEWHERE.search(value):
            raise _Refused(_("refers to something outside the drawing: {name}").format(name=name[:40]))

    def _end(self, name: str) -> None:
        self._depth -= 1
