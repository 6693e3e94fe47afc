"""Where words of a page lead: an address in the text, a value everywhere else."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from tpe_guide.guide.model import Span, SpanKind

LinkKind = Literal[
    "word",
    "page",
    "see",
    "cite",
    "sources",
    "depth",
    "unit",
    "question",
    "check",
    "seen",
    "changed",
    "questions",
    "matters",
    "place",
]
_BY_AUTHORS = ("word", "page", "see", "cite")
_WITH_PARTS = ("see", "place")
_BY_THE_PROGRAM = "go"


class Link(NamedTuple):
    """What happens (*kind*) to what (*target*) when the words are followed."""

    kind: LinkKind
    target: str = ""
    """``word``: a glossary term id. ``page``: a page id. ``see``: a picture. ``cite``: fact ids, space-separated.
    ``sources``: the stretch of the page (``minute``) whose sources are wanted. ``depth``: how much of the page to show.
    ``unit``: the slot with a unit's own words. ``check``: the chapter whose question is wanted. ``seen``: the page
    whose changes have been seen. ``place``: a screen. For the others nothing more is to be said."""
    part: str = ""
    """What of a picture, or of a screen, is to be seen."""

    @classmethod
    def of(cls, span: Span) -> Link:
        """Where *span* leads."""
        return cls.read(f"{span.kind}:{span.target}")

    @classmethod
    def read(cls, href: str) -> Link:
        """The link whose address is *href*."""
        kind, __, target = href.removeprefix(f"{_BY_THE_PROGRAM}:").partition(":")
        target, __, part = target.partition(":") if kind in _WITH_PARTS else (target, "", "")
        return cls(cast(LinkKind, kind), target, part)

    @property
    def href(self) -> str:
        """Its address: ``word:citrate``, ``see:circuit:start``; what only the program writes begins with ``go``."""
        path = ":".join(filter(None, self))
        return path if self.kind in _BY_AUTHORS else f"{_BY_THE_PROGRAM}:{path}"

    def on(self, words: str) -> Span:
        """*words* that lead there."""
        kind, __, target = self.href.partition(":")
        return Span(words, cast(SpanKind, kind), target)
