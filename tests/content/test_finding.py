"""What people with MS type, and what they should find among the first three."""

from __future__ import annotations

import pytest

from tpe_guide.guide.library import Library
from tpe_guide.search.index import SearchIndex

FIRST = 3
WANTED = {
    "tingly": "tingling",
    "pins and needles": "paraesthesia",
    "plex": "plasma-exchange",
    "TPE": "plasma-exchange",
    "washing blood": "plasma-exchange",
    "clean my blood": "swap-not-clean",
    "drip": "drip",
    "sick": "feeling-sick",
    "throwing up": "feeling-sick",
    "woozy": "light-headed",
    "head rush": "light-headed",
    "metal taste": "sour-taste",
    "needle pain": "sore-arm",
    "does it hurt": "session-length",
    "how long": "session-length",
    "how many hours": "session-length",
    "how many sessions": "why-several-sessions",
    "shaking": "urgent",
    "chest pain": "urgent",
    "can't breathe": "urgent",
    "cant breathe": "urgent",
    "bleeding wont stop": "urgent",
    "freezing": "feeling-cold",
    "exhausted": "tired",
    "cramps": "cramps",
    "itchy": "chills-and-itch",
    "tube in my neck": "having-a-line-put-in",
    "warfarin": "medicines-to-tell",
    "ramipril": "ace-inhibitor",
    "flare": "what-a-relapse-is",
    "can i drive home": "the-way-home",
    "toilet": "eating-and-drinking",
    "food": "eating-and-drinking",
    "what to bring": "what-to-pack",
    "flu jab": "vaccines",
    "physio": "rehabilitation",
    "will it work": "how-well-it-works",
    "steriods": "what-steroids-do",
    "plazma": "what-plasma-is",
    "nausia": "feeling-sick",
    "imunoadsorbtion": "immunoadsorption",
    "hypocalcemia": "low-calcium",
    "what is plasma": "what-plasma-is",
    "side by side": "side-by-side",
    "who pays": "who-pays-and-updates",
}


@pytest.fixture(scope="module")
def search() -> SearchIndex:
    return SearchIndex.load("en")


@pytest.mark.parametrize(("typed", "wanted"), WANTED.items(), ids=WANTED)
def test_finding(search: SearchIndex, typed: str, wanted: str) -> None:
    found = [hit.target for hit in search.search(typed)]
    assert wanted in found[:FIRST], found


DANGERS = (
    "suicide", "suicidal", "want to die", "kill myself", "self-harm", "depressed", "mania", "hearing voices",
    "blind", "seizure", "convulsion", "wheezing", "tight throat", "black stool", "coffee grounds", "line fell out",
)  # fmt: skip


@pytest.mark.parametrize("typed", DANGERS)
def test_who_writes_of_a_danger_finds_urgent_help_first(search: SearchIndex, typed: str) -> None:
    assert search.search(typed)[0].kind == "urgent"


def test_a_slip_of_the_hand_in_every_long_word_of_a_title(search: SearchIndex) -> None:
    """Letters two and three swapped. One title may stay lost: “tired” becomes “tried”, which is a word as well."""
    library = Library.load("en")
    titles = {page: library.page_title(page) for page in library.order}
    lost = {
        page: title
        for page, title in titles.items()
        if page not in [hit.target for hit in search.search(" ".join(map(swapped, title.split())))[:FIRST]]
    }
    assert len(lost) <= 1, lost


def swapped(word: str) -> str:
    return word[0] + word[2] + word[1] + word[3:] if len(word) > 3 else word
