"""Is a drawing only a drawing? By a list of what may be in it, not of what may not.

Expat stops at the first thing that is not on the list. A document type is refused, so no entity is ever expanded.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from typing import NamedTuple
from xml.parsers import expat

from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.art import CLASSES, PART

ELEMENTS = frozenset(
    ("svg", "g", "defs", "title", "desc", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text")
) | {"tspan", "linearGradient", "radialGradient", "stop", "clipPath"}
ELEMENT_LIMIT = 20_000
DEPTH_LIMIT = 64
_SVG = "http://www.w3.org/2000/svg"
_BETWEEN = " "
_RULES = re.compile(
    r"(?:\s*+\.[a-z][a-z0-9-]*+\s*+\{"
    r"(?:\s*+[a-z-]++\s*+:\s*+(?:#[0-9A-Fa-f]{3,8}|[a-z]++|[0-9.]++)\s*+(?:;|(?=\})))*+"
    r"\s*+\})*+\s*+"
)
"""All that a ``<style>`` may hold: classes, with plain values."""
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
    parser.StartElementHandler = lambda name, __: _listen(parser, None if name == "style" else found.append)
    parser.EndElementHandler = lambda __: _listen(parser, found.append)
    with contextlib.suppress(_Refused, expat.ExpatError, ValueError, LookupError):
        parser.Parse(data, True)
    return [text for text in found if text.strip()]


def _listen(parser: expat.XMLParserType, to: Callable[[str], object] | None) -> None:
    parser.CharacterDataHandler = to


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
        parser.CharacterDataHandler = self._text
        self._count = self._depth = 0
        self._style: list[str] | None = None
        """The text of the style that is being read; None outside one."""

    def _instruction(self, target: str, __: str) -> None:
        raise _Refused(_("has an instruction “{name}”").format(name=target[:40]))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._depth += 1
        if self._count > ELEMENT_LIMIT or self._depth > DEPTH_LIMIT:
            message = _("has too many parts: at most {count}, {depth} deep")
            raise _Refused(message.format(count=ELEMENT_LIMIT, depth=DEPTH_LIMIT))
        space, __, element = name.rpartition(_BETWEEN)
        if self._style is not None:
            raise _Refused(_("has a style that holds more than plain rules for classes"))
        if space in ("", _SVG) and element == "style" and self._depth > 1 and not attributes:
            self._style = []
            return
        if space not in ("", _SVG) or element not in ELEMENTS or (self._depth == 1) != (element == "svg"):
            raise _Refused(_("has an element that is no part of a drawing: {name}").format(name=element[:40]))
        for attribute, value in attributes.items():
            self._attribute(attribute.rpartition(_BETWEEN)[2], value)

    def _attribute(self, name: str, value: str) -> None:
        if name.lower().startswith("on"):
            raise _Refused(_("has a script in the attribute {name}").format(name=name[:40]))
        if name.lower() in ("href", "src") or _ELSEWHERE.search(value):
            raise _Refused(_("refers to something outside the drawing: {name}").format(name=name[:40]))
        if name == "class":
            self._classes(value)

    def _classes(self, value: str) -> None:
        """A shape that is of a class takes its colour from the look; one that no look knows would have none."""
        for one in value.split():
            if one not in CLASSES and not one.startswith(PART):
                raise _Refused(_("has a class that no look knows: {name}").format(name=one[:40]))

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._style is not None:
            rules, self._style = "".join(self._style), None
            if not _RULES.fullmatch(rules):
                raise _Refused(_("has a style that holds more than plain rules for classes"))
