"""Words of a pack in a file of their own: Markdown of which only paragraphs are taken, as a slot shows no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tpe_guide.errors import BadInput
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from markdown_it.token import Token

_PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "softbreak", "hardbreak"}


def in_one_line(raw: bytes, source: str) -> str:
    """The words of the file, paragraph after paragraph. Raises BadInput, which names *source* and the line."""
    from markdown_it import MarkdownIt

    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput(source, _("line {line}").format(line=line), _("text in UTF-8")) from None
    if "\0" in text:
        raise BadInput(source, "", _("words, without characters that cannot be seen"))
    words: list[str] = []
    for token in MarkdownIt("commonmark").parse(text):
        _refuse_marks(token, source)
        for each in token.children or ():
            _refuse_marks(each, source, token.map)
            words.append(each.content if each.type in ("text", "text_special") else " ")
        words.append(" ")
    return " ".join("".join(words).split())


def _refuse_marks(token: Token, source: str, lines: list[int] | None = None) -> None:
    if token.type in _PLAIN:
        return
    at = token.map or lines
    place = _("line {line}").format(line=at[0] + 1) if at else ""
    raise BadInput(source, place, _("plain words, without {mark}").format(mark=_mark(token.type)))


def _mark(kind: str) -> str:
    """What a kind of Markdown is called by who writes it."""
    names = {
        "heading": _("a heading"),
        "bullet_list": _("a list"),
        "ordered_list": _("a list"),
        "link": _("a link"),
        "image": _("a picture"),
        "html": _("HTML"),
        "code": _("code: a line that begins with blanks, or `marks`"),
        "fence": _("code: a line that begins with blanks, or `marks`"),
        "em": _("slanted words: * or _ about them"),
        "strong": _("bold words: ** or __ about them"),
        "blockquote": _("a line that begins with >"),
        "hr": _("a line of dashes"),
    }
    return next((words for name, words in names.items() if kind.startswith(name)), _("marks of Markdown"))
