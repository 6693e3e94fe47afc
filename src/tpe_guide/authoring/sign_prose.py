"""One sign, one answer, in running text too: where a sentence names a sign and a call, it is the call of the table.

``sign-words.yaml`` says how prose names each sign of ``effects.yaml``, and each call. A language without that file is
not held to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from tpe_guide.authoring.draft import Draft
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import line_of, plain
from tpe_guide.authoring.source import Data
from tpe_guide.guide.model import Block, BulletList, Callout, Paragraph, SourcesDiffer, Spans, Table
from tpe_guide.guide.readability import sentences
from tpe_guide.i18n import _
from tpe_guide.vocabulary.signs import TIERS

_PARTS = ("calls", "unclear", "signs")
_Patterns = Mapping[str, re.Pattern[str]]


class Passage(NamedTuple):
    """A run of words, its line, and what stands over it: the title of its card, the words that lead into its list."""

    text: str
    line: int
    over: str = ""


class _Said(NamedTuple):
    """What one sentence names."""

    signs: frozenset[str]
    calls: frozenset[str]
    unclear: bool
    leads: bool
    """It leads into what comes next, and so is no answer to what came before."""


@dataclass(frozen=True, slots=True)
class SignWords:
    """How a language names signs and calls. *tiers*: the tier of each sign in the table."""

    tiers: Mapping[str, str]
    signs: _Patterns
    calls: _Patterns
    unclear: re.Pattern[str]

    def check(self, passages: Iterable[Passage], faults: Faults) -> None:
        """Note each sign that is named beside another call than its own, or beside one that is no clear call."""
        any_sign = re.compile("|".join(words.pattern for words in self.signs.values()), re.IGNORECASE)
        for text, line, over in passages:
            if not any_sign.search(text):  # as most do not
                continue
            said = [self._said(sentence) for sentence in sentences(text)]
            label = said[0].calls if said and not said[0].signs else frozenset()  # “Your unit now. A fever”
            above = label or self._said(over).calls
            for index, each in enumerate(said):
                calls = _calls_for(said, index) or (frozenset() if each.unclear else above)
                for sign in sorted(each.signs):
                    self._check(sign, calls, line, faults, unclear=each.unclear)

    def _check(self, sign: str, calls: frozenset[str], line: int, faults: Faults, *, unclear: bool) -> None:
        if calls and self.tiers[sign] not in calls:
            message = _("“{sign}” is “{tier}” in effects.yaml, and “{other}” here")
            others = ", ".join(tier for tier in TIERS if tier in calls)
            faults.add(line, "SIGN-TIER", message.format(sign=sign, tier=self.tiers[sign], other=others))
        elif unclear and not calls:
            message = _("“{sign}” is “{tier}” in effects.yaml: say here whom to call, and when")
            faults.add(line, "SIGN-TIER", message.format(sign=sign, tier=self.tiers[sign]))

    def _said(self, sentence: str) -> _Said:
        calls = frozenset(tier for tier, words in self.calls.items() if words.search(sentence))
        signs = frozenset(sign for sign, words in self.signs.items() if words.search(sentence))
        return _Said(signs, calls, bool(self.unclear.search(sentence)), sentence.endswith(":"))


def read_sign_words(data: Data, effects: Data, faults: Faults) -> SignWords | None:
    """The words in *data*, for the table in *effects*; None, with faults, if they are not whole."""
    table, named = effects.at("signs"), data.at("signs")
    if not isinstance(table, dict) or not data.value:
        return None
    if set(data.value) != set(_PARTS) or not all(_is_words(data.at(*place)) for place in _places(data)):
        message = _("“{key}” must list its entries").format(key=", ".join(_PARTS))
        faults.add(1, "SIGN-WORDS", message)
        return None
    for sign in (sign for sign in named if sign not in table):
        faults.add(data.line("signs", sign), "UNKNOWN-SIGN", _("effects.yaml has no sign “{id}”").format(id=sign))
    for sign in (sign for sign in table if sign not in named):
        message = _("say how pages name the sign “{id}”").format(id=sign)
        faults.add(data.line("signs"), "SIGN-WORDS", message)
    tiers = {sign: entry["tier"] for sign, entry in table.items() if isinstance(entry, dict) and "tier" in entry}
    signs = {sign: _any_of(words) for sign, words in named.items() if sign in tiers}
    calls = {tier: _any_of(words) for tier, words in data.at("calls").items()}
    return SignWords(tiers, signs, calls, _any_of(data.at("unclear")))


def passages_of(draft: Draft) -> Iterator[Passage]:
    """Each passage of a page that tells a reader something; words to say are the reader’s own."""
    for spans in (*draft.body.in_short, draft.action):
        yield _passage(spans)
    for blocks in (draft.body.minute, draft.body.full):
        yield from _passages(blocks, "")


def _passages(blocks: Iterable[Block], over: str) -> Iterator[Passage]:
    listed = tuple(blocks)
    leads = ""
    for block, following in zip_longest(listed, listed[1:]):
        match block:
            case Paragraph(spans=spans):
                yield _passage(spans, over)
                leads = plain(spans) if isinstance(following, BulletList) and plain(spans).endswith(":") else ""
            case BulletList(items=items):
                yield from (_passage(item, leads or over) for item in items)
            case Table(rows=rows):
                yield from (_passage(tuple(span for cell in row for span in cell), over) for row in rows)
            case SourcesDiffer(claims=claims, advice=advice):
                yield from (_passage(claim.says, over) for claim in claims)
                yield from (_passage(paragraph.spans, over) for paragraph in advice)
            case Callout(kind=kind, title=title, blocks=inner) if kind != "say":
                yield from _passages(inner, title)


def _passage(spans: Spans, over: str = "") -> Passage:
    return Passage(plain(spans), line_of(spans, 1), over)


def _calls_for(said: list[_Said], index: int) -> frozenset[str]:
    """The calls that go with sentence *index*: its own, or of the next one that has any and names no sign itself."""
    if said[index].calls:
        return said[index].calls
    for later in said[index + 1 :]:
        if later.signs or later.leads:
            break
        if later.calls:
            return later.calls
    return frozenset()


def _places(data: Data) -> Iterator[tuple[str, ...]]:
    yield ("unclear",)
    for part in ("calls", "signs"):
        entries = data.at(part)
        yield from ((part, name) for name in entries) if isinstance(entries, dict) and entries else [(part, "")]


def _is_words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) and each.strip() for each in value)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of *phrases* as whole words. “…” is up to forty characters of the same sentence."""
    return re.compile("|".join(rf"\b{_spelled(phrase)}\b" for phrase in phrases), re.IGNORECASE)


def _spelled(phrase: str) -> str:
    parts = (r"\s+".join(map(re.escape, part.split())) for part in phrase.split("…"))
    return r"\b[^.?!]{0,40}?\b".join(parts)
