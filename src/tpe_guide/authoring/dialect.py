"""The Markdown of pages: a source text → a tree of blocks and words, in which each block knows its lines."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

_RULES = ["code", "emphasis", "escape", "heading", "hr", "image", "link", "list", "table"]
"""The Markdown that a page has, and what authors may try (code, slanted text, lines of dashes): it is to be named."""
_BOX = re.compile(r'!!! ?([\w-]+)(?: +"(.*)")? *')
_MARKS = re.compile(r"\[@(?P<cite>[^\[\]]*)\]|\{\{slot:(?P<slot>[^{}]*)\}\}")
_BOX_INDENT = 4


class Dialect:
    """The Markdown of pages. Make one and use it for all pages."""

    def __init__(self) -> None:
        self._markdown = _Markdown("zero").enable(_RULES)
        self._markdown.block.ruler.before("table", "box", _box, {"alt": ["paragraph", "list"]})
        self._markdown.inline.ruler.before("link", "mark", _mark)

    def blocks(self, text: str, first_line: int) -> list[SyntaxTreeNode]:
        """The blocks of *text*, which begins at *first_line* of its file."""
        return SyntaxTreeNode(self._markdown.parse("\n" * (first_line - 1) + text)).children


class _Markdown(MarkdownIt):
    def normalizeLink(self, url: str) -> str:
        """A link leads to a name within the guide, which is no address to be escaped."""
        return url


def first_line(node: SyntaxTreeNode) -> int:
    """The line of its file on which *node* begins."""
    return node.map[0] + 1 if node.map else 0


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``!!! kind "title"`` and the lines below it that begin with four spaces: the words of the title, then blocks."""
    box = _BOX.fullmatch(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    if box is None or state.is_code_block(start):
        return False
    if silent:
        return True
    indent = state.sCount[start] + _BOX_INDENT
    after = start + 1
    while after < end and (state.isEmpty(after) or state.sCount[after] >= indent):
        after += 1
    opening = state.push("box_open", "", 1)
    opening.info, opening.map = box[1], [start, after]
    title = state.push("inline", "", 0)
    title.content, title.map, title.children = box[2] or "", [start, start + 1], []
    outer, state.blkIndent, state.lineMax = (state.blkIndent, state.lineMax), indent, after
    state.md.block.tokenize(state, start + 1, after)
    (state.blkIndent, state.lineMax), state.line = outer, after
    state.push("box_close", "", -1)
    return True


def _mark(state: StateInline, silent: bool) -> bool:
    """``[@A; @B]`` and ``{{slot:name}}``."""
    mark = _MARKS.match(state.src, state.pos, state.posMax)
    if mark is None:
        return False
    if not silent:
        state.push(str(mark.lastgroup), "", 0).content = mark[str(mark.lastgroup)]
    state.pos = mark.end()
    return True
