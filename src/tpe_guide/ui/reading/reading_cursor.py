"""Where one reads with keys: a heading, a paragraph, an item, a picture or a cell; nothing until a key is pressed.

The keyboard goes with it, so every screen reader says what is there, on every system, with its own words for what that
is. It walks what the writer noted of the page, and makes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from tpe_guide.ui.reading.document import Node, Role

Stop = Literal["block", "heading", "cell"]
"""What is looked for: anything that is read, or one kind of it."""
READ: frozenset[Role] = frozenset({"heading", "paragraph", "item", "header", "cell", "picture"})
"""Where it stops."""
_KINDS: dict[Stop, frozenset[Role]] = {
    "block": READ,
    "heading": frozenset({"heading"}),
    "cell": frozenset({"header", "cell"}),
}


class ReadingCursor:
    """Walks *nodes*, the page as the writer noted it."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._stops = read_in(nodes)
        self._at = -1

    @property
    def node(self) -> Node | None:
        """What it is on; None: nothing yet."""
        return self._stops[self._at] if self._at >= 0 else None

    def move(self, stop: Stop, position: int, *, forwards: bool) -> bool:
        """Go to the next *stop* from where it is, or from the character *position* if it is on nothing. False: there
        is none, and it stays."""
        if forwards:
            ahead = [at for at, node in enumerate(self._stops) if at > self._at and self._is_after(node, position)]
        else:
            ahead = [at for at, node in enumerate(self._stops) if self._is_before(at, node, position)][::-1]
        found = next((at for at in ahead if self._stops[at].role in _KINDS[stop]), None)
        if found is not None:
            self._at = found
        return found is not None

    def go(self, node: Node) -> None:
        """Go to *node*, which is one of its stops."""
        self._at = next(at for at, each in enumerate(self._stops) if each is node)

    def leave(self) -> None:
        """Be on nothing."""
        self._at = -1

    def _is_after(self, node: Node, position: int) -> bool:
        return self._at >= 0 or node.start >= position

    def _is_before(self, at: int, node: Node, position: int) -> bool:
        return at < self._at if self._at >= 0 else node.end < position


def read_in(nodes: Sequence[Node]) -> list[Node]:
    """What there is to stop at in *nodes*, in the order of reading."""
    return list(_walk(nodes))


def _walk(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.role in READ:
            yield node
        else:
            yield from _walk(node.children)
