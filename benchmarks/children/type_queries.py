"""Types queries letter by letter into the search and into SQLite FTS5, over the same texts.

Arguments: how many pages; every how manieth query is typed. Prints JSON: seconds of each keystroke: ``ours``,
``porter`` and ``trigram``; and of the queries with a typing mistake in each word of a title, how many
found that page among the first three: ``found``.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from _recombined import recombined

from tpe_guide import paths
from tpe_guide.authoring.effects import urgent_listed
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.search.build import search_index
from tpe_guide.authoring.search.lay_words import read_lay_words
from tpe_guide.authoring.search.texts import Text, term_text, urgent_texts
from tpe_guide.guide.library import Library, load_compiled
from tpe_guide.search.fold import folded_phrase
from tpe_guide.search.hit import Field
from tpe_guide.search.index import LIMIT, SearchIndex

WEIGHTS = {Field.TITLE: 16, Field.GLOSSARY: 12, Field.HEADING: 8, Field.IN_SHORT: 4, Field.TEXT: 1}
SHORTEST_TRIGRAM = 3
FIRST = 3

Search = Callable[[str], Sequence[str]]


def fts5(texts: Iterable[Text], tokenizer: str, expression: Callable[[str], str]) -> Search:
    """A search by FTS5 that answers with as much as ours: titles and marked snippets, the best first."""
    database = sqlite3.connect(":memory:")
    columns = ", ".join(field.name for field in Field)
    database.execute(f"CREATE VIRTUAL TABLE texts USING fts5(target UNINDEXED, {columns}, tokenize='{tokenizer}')")
    rows = ([text.target, *(fields(text))] for text in texts)
    database.executemany("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)", rows)
    database.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    weights = ", ".join(str(weight) for weight in (0, *WEIGHTS.values()))
    statement = (
        "SELECT target, title, snippet(texts, -1, '[', ']', '…', 24) FROM texts WHERE texts MATCH ? "
        f"ORDER BY bm25(texts, {weights}) LIMIT {LIMIT}"
    )

    def search(query: str) -> Sequence[str]:
        words = expression(query)
        return [row[0] for row in database.execute(statement, (words,))] if words else []

    return search


def fields(text: Text) -> list[str]:
    return ["\n".join(passage.text for passage in text.passages if passage.field is field) for field in Field]


def beginnings(query: str) -> str:
    """Each word, or what begins with it."""
    return " ".join(f'"{word}"*' for word in folded_phrase(query).split())


def parts(query: str) -> str:
    """Each word that is long enough, wherever it stands."""
    return " ".join(f'"{word}"' for word in folded_phrase(query).split() if len(word) >= SHORTEST_TRIGRAM)


def mistyped(query: str) -> str:
    """*query* with the second and the third letter of each long word swapped."""
    return " ".join(word[0] + word[2] + word[1] + word[3:] if len(word) > 3 else word for word in query.split())


def keystrokes(queries: Iterable[str]) -> list[str]:
    return [query[:end] for query in queries for end in range(1, len(query) + 1)]


def seconds(search: Search, typed: str) -> float:
    start = time.perf_counter()
    search(typed)
    return time.perf_counter() - start


def found(search: Search, titles: dict[str, str]) -> int:
    return sum(page in search(mistyped(title))[:FIRST] for page, title in titles.items())


count, step = int(sys.argv[1]), int(sys.argv[2])
library = Library.load("en")
lay = read_lay_words(paths.content_dir() / "en" / "lay-words.yaml", Faults(paths.content_dir()))
terms = library.terms
texts = [
    *urgent_texts(urgent_listed(load_compiled("effects", "en"))),
    *recombined([library.page(page) for page in library.order], count),
    *map(term_text, terms),
]
index = SearchIndex(json.loads(json.dumps(search_index(texts, terms, lay))))
searches: dict[str, Search] = {
    "ours": lambda query: [hit.target for hit in index.search(query)],
    "porter": fts5(texts, "porter unicode61 remove_diacritics 2", beginnings),
    "trigram": fts5(texts, "trigram", parts),
}
titles = {page: library.page_title(page) for page in library.order}
asked = [*lay.phrases, *titles.values(), *(term.word for term in terms)]
typed = keystrokes(islice([each for query in asked for each in (query, mistyped(query))], 0, None, step))
times = {name: [seconds(search, query) for query in typed] for name, search in searches.items()}
print(
    json.dumps(times | {"found": {name: found(search, titles) for name, search in searches.items()}, "of": len(titles)})
)
