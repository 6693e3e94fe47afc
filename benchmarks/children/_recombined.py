"""Any number of pages made of the sentences of the real ones, the same at each run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from tpe_guide.authoring.search.texts import Passage, Text, page_text
from tpe_guide.guide.model import Page
from tpe_guide.guide.readability import sentences
from tpe_guide.search.hit import Field

SEED = 20


def recombined(pages: Sequence[Page], count: int) -> list[Text]:
    """The texts of *pages*, then as many made-up ones as make *count*: shaped like them, with their sentences mixed."""
    real = [page_text(page) for page in pages]
    passages = [passage for text in real for passage in text.passages]
    pool = {
        field: [sentence for passage in passages if passage.field is field for sentence in sentences(passage.text)]
        for field in Field
    }
    random = Random(SEED)
    made_up = (_mixed(real[number % len(real)], number, pool, random) for number in range(count - len(real)))
    return [*real[:count], *made_up]


def _mixed(like: Text, number: int, pool: dict[Field, list[str]], random: Random) -> Text:
    passages = [_with_words(passage, pool[passage.field], random) for passage in like.passages]
    return Text("page", f"{like.target}-{number}", tuple(passages))


def _with_words(passage: Passage, pool: Sequence[str], random: Random) -> Passage:
    if passage.field is Field.TITLE:  # half of one and half of another, so that 5,000 titles differ
        return passage._replace(text=" ".join(_halves(random.choice(pool), random.choice(pool))))
    count = max(1, len(sentences(passage.text)))
    return passage._replace(text=" ".join(random.choice(pool) for __ in range(count)))


def _halves(one: str, other: str) -> Iterator[str]:
    for words, part in ((one.split(), 0), (other.split(), 1)):
        middle = (len(words) + 1) // 2
        yield from words[middle:] if part else words[:middle]
