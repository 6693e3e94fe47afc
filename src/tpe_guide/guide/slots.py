"""Slots: places in the guide's words that a unit fills in for its own patients, and what may stand in them.

What a unit writes is shown as its own words, apart from what the guide has sources for. An empty slot shows the
neutral words of the guide.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from tpe_guide.guide import phone
from tpe_guide.guide.depth import with_spans
from tpe_guide.guide.model import Span
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from tpe_guide.guide.model import Page

SlotKind = Literal["phone", "short", "sentence"]
KINDS: tuple[SlotKind, ...] = ("phone", "short", "sentence")
PHONE, OUT_OF_HOURS = "unit-phone", "out-of-hours"
"""The slots that *Urgent help* asks for."""


class Slot(NamedTuple):
    """One place to fill in."""

    id: str
    what: str
    """What is to be written there, for whoever fills it in."""
    neutral: str
    """What readers see where nothing is filled in."""
    kind: SlotKind
    """``phone`` and ``short`` stand inside a sentence, a ``sentence`` for itself."""
    longest: int
    """Characters."""
    example: str

    def tidy(self, text: str) -> str:
        """*text* in one line; of a number without the marks nobody can see, which come with what is pasted."""
        if self.kind == "phone":
            text = "".join(letter for letter in text if letter.isprintable() or letter.isspace())
        return " ".join(text.split())

    def expected(self, text: str, *, as_before: bool = False) -> str:
        """What *text* would have to be, as a short phrase; empty if it may stand here. Empty text may.

        *as_before*: as versions judged that let any words with two digits pass for a number.
        """
        if len(text) > self.longest:
            return _("at most {limit} characters, not {count}").format(limit=self.longest, count=len(text))
        if not text.isprintable():
            return _("words in one line, without characters that cannot be seen")
        is_number = phone.has_digits if as_before else phone.leads
        if text and self.kind == "phone" and not is_number(text):
            return _("a number to call, such as {example}").format(example=self.example)
        return ""

    def shown(self, text: str) -> str:
        """*text* as a page shows it."""
        return _("Your unit says: “{words}”").format(words=text) if self.kind == "sentence" else text


def slots_of(data: Mapping[str, list[str | int]]) -> dict[str, Slot]:
    """The slots of a compiled guide."""
    return {name: Slot(name, *cast(tuple[str, str, SlotKind, int, str], tuple(rest))) for name, rest in data.items()}


def filled(page: Page, slots: Mapping[str, Slot], words: Mapping[str, str]) -> Page:
    """*page* with the unit's own *words* by slot; where there are none, the neutral ones, as plain text."""

    def fill(span: Span) -> Span:
        if span.kind != "slot":
            return span
        slot, text = slots.get(span.target), words.get(span.target)
        return Span(slot.shown(text), "slot", span.target) if slot and text else Span(span.text)

    return cast("Page", with_spans(page, fill))
