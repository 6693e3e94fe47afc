"""What changed between a page as it was read and as it is now: sentences and numbers, old beside new."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from tpe_guide.guide.statements import Statements

ALIKE = 0.5
"""Share of words that two sentences must have in common to be one sentence, reworded."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TOKEN = re.compile(r"\s+|\w+(?:[.,]\d+)*|[^\w\s]")

ChangeKind = Literal["number", "reworded", "added", "removed"]
Run = tuple[str, bool]
"""Words, and whether they are what differs."""


class Change(NamedTuple):
    """One sentence: as it was (empty if it is new) and as it is (empty if it is gone)."""

    kind: ChangeKind
    before: str
    now: str

    def runs(self) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """Both sentences in runs of words that are the same and words that differ."""
        before, now = _TOKEN.findall(self.before), _TOKEN.findall(self.now)
        if not before or not now:
            return ((self.before, False),) if before else (), ((self.now, False),) if now else ()
        steps = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
        olds = ((before[i:j], tag != "equal") for tag, i, j, __, __ in steps)
        news = ((now[i:j], tag != "equal") for tag, __, __, i, j in steps)
        return _joined(olds), _joined(news)


def changes(before: Statements, now: Statements) -> tuple[Change, ...]:
    """What changed, numbers first. A sentence that is still said, wherever it is said, has not changed."""
    if before == now:
        return ()
    was, is_ = _sentences(before, unless_in=now.sums), _sentences(now, unless_in=before.sums)
    still = {sentence for passage in now.passages for sentence in passage.sentences}
    already = {sentence for passage in before.passages for sentence in passage.sentences}
    gone = [sentence for sentence in was if sentence not in still]
    come = [sentence for sentence in is_ if sentence not in already]
    if before.title != now.title:
        gone, come = [before.title, *gone], [now.title, *come]
    return tuple(sorted(_paired(gone, come), key=_order))


def _sentences(said: Statements, *, unless_in: frozenset[str]) -> list[str]:
    """The sentences of the passages that the other page does not have, each once, in order."""
    changed = (passage for passage in said.passages if passage.sum not in unless_in)
    return list(dict.fromkeys(sentence for passage in changed for sentence in passage.sentences))


def _paired(gone: Sequence[str], come: Sequence[str]) -> list[Change]:
    """Each sentence that is gone with the new one that is most like it."""
    likeness = sorted(
        ((_alike(old, new), i, j) for i, old in enumerate(gone) for j, new in enumerate(come)),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    old_left, new_left = dict(enumerate(gone)), dict(enumerate(come))
    found = []
    for share, i, j in likeness:
        if share < ALIKE:
            break
        if i in old_left and j in new_left:
            found.append(_change(old_left.pop(i), new_left.pop(j)))
    found += [Change("removed", old, "") for old in old_left.values()]
    return found + [Change("added", "", new) for new in new_left.values()]


def _change(before: str, now: str) -> Change:
    other_numbers = Counter(_NUMBER.findall(before)) != Counter(_NUMBER.findall(now))
    return Change("number" if other_numbers else "reworded", before, now)


def _alike(old: str, new: str) -> float:
    """Share of words in common, 0 to 1. Numbers are taken for equal: they are what changes in a sentence."""
    matcher = SequenceMatcher(None, _NUMBER.sub("0", old).split(), _NUMBER.sub("0", new).split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def _order(change: Change) -> int:
    return ("number", "reworded", "added", "removed").index(change.kind)


def _joined(parts: object) -> tuple[Run, ...]:
    return tuple(("".join(words), differs) for words, differs in parts if words)  # type: ignore[attr-defined]
