"""A person types; the search shows where it stands in the guide, the best first, and says why."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.authoring.small_guide import Content
from tests.search.made_index import index, marked, page, targets
from tpe_guide import paths
from tpe_guide.authoring.search.lay_words import LayWords
from tpe_guide.errors import CannotRunHere
from tpe_guide.freshness import bring_up_to_date
from tpe_guide.guide.model import Term
from tpe_guide.search.hit import BlockRef, Hit
from tpe_guide.search.index import LIMIT, SearchIndex

EXCHANGE = Term("plasma-exchange", "Plasma exchange", "Swapping your plasma.", ("TPE", "PLEX"))
TINGLING = Term("paraesthesia", "Pins and needles", "A prickling feeling.", ("paraesthesia", "tingling"))
LAY = LayWords(
    phrases={
        "washing blood": ("plasma-exchange",),
        "woozy": ("light-headed", "dizzy"),
        "tingly": ("paraesthesia",),
        "can't sleep": ("lie awake",),
    },
    small=("what", "is", "the", "how", "does", "it", "can", "a", "and"),
    endings=("s", "e", "ing", "ed", "y"),
    spellings={"isation": "ization", "aem": "em", "our": "or", "tre": "ter"},
)


def first(search: SearchIndex, query: str) -> Hit:
    return search.search(query)[0]


# The best first


def test_where_a_word_stands_decides_the_order() -> None:
    search = index(
        [
            page("In the text", text="There is citrate in it."),
            page("In short", in_short="There is citrate in it."),
            page("A heading", heading="What is citrate?"),
            page("Citrate"),
        ],
        [Term("citrate", "Citrate", "It keeps blood from clotting.")],
    )
    hits = search.search("citrate")
    assert targets(hits) == ["citrate", "citrate", "a-heading", "in-short", "in-the-text"]
    assert [hit.kind for hit in hits] == ["page", "word", "page", "page", "page"]


def test_at_the_same_place_how_it_stands_decides() -> None:
    search = index(
        [
            page("Mistyped", text="We plan for it."),
            page("Otherwise named", text="It is a TPE."),
            page("Begun", text="It is plexiform."),
            page("Itself", text="It is a PLEX."),
        ],
        [EXCHANGE],
    )
    assert [target for target in targets(search.search("plex")) if target != "plasma-exchange"] == [
        "itself",
        "begun",
        "otherwise-named",
    ]
    assert "mistyped" in targets(search.search("plxn"))


def test_reading_order_breaks_a_tie() -> None:
    names = [f"{name} page" for name in ("zebra", "alpha", "middle", "beta")]
    search = index([page(name, text="Blood.") for name in names])
    assert targets(search.search("blood")) == ["zebra-page", "alpha-page", "middle-page", "beta-page"]


def test_more_of_the_words_come_first() -> None:
    search = index([page("Needles", text="Thin."), page("Arms", text="A needle may hurt."), page("Hurt", text="Sore.")])
    assert targets(search.search("needle hurt"))[0] == "arms"
    assert set(targets(search.search("needle hurt"))) == {"arms", "needles", "hurt"}


def test_small_words_are_passed_over_but_tell_titles_apart() -> None:
    search = index([page("Plasma today"), page("What is plasma?"), page("How it works", text="What is it?")], lay=LAY)
    assert targets(search.search("what is plasma")) == ["what-is-plasma?", "plasma-today"]


def test_small_words_alone_are_looked_for() -> None:
    search = index([page("Plasma", text="What is it?"), page("How it works")], lay=LAY)
    assert targets(search.search("how")) == ["how-it-works"]


def test_no_more_than_the_limit() -> None:
    search = index([page(f"Page {number}", text="Blood.") for number in range(40)])
    assert len(search.search("blood")) == LIMIT
    assert targets(search.search("blood", limit=2)) == ["page-0", "page-1"]
    assert search.search("blood", limit=0) == []


# Forgiving


@pytest.mark.parametrize(
    "typed", ["citrtae", "citrat", "cittrate", "sitrate", "ctirate", "citrete", "CITRATE", "cítrate"]
)
def test_a_mistyped_word_finds_what_was_meant(typed: str) -> None:
    assert targets(index([page("Citrate"), page("Calcium")]).search(typed)) == ["citrate"]


def test_a_mistyped_word_is_understood_before_it_is_finished() -> None:
    search = index([page("Immunoadsorption"), page("Calcium")])
    assert targets(search.search("imunoads")) == ["immunoadsorption"]


def test_swapped_letters_are_likelier_than_wrong_ones() -> None:
    assert targets(index([page("Lie down"), page("Live with it"), page("The view")]).search("lvie")) == ["live-with-it"]


def test_a_mistyped_small_word_is_small() -> None:
    assert targets(index([page("Wait"), page("What is plasma?")], lay=LAY).search("waht is plasma")) == [
        "what-is-plasma?"
    ]


def test_a_mistyped_small_word_alone_is_looked_for() -> None:
    assert targets(index([page("Wait"), page("What is plasma?")], lay=LAY).search("waht")) == ["what-is-plasma?"]


def test_nothing_is_guessed_for_a_known_word() -> None:
    assert targets(index([page("Line"), page("Lime")]).search("line")) == ["line"]


@pytest.mark.parametrize("typed", ["light-headed", "light headed", "lightheaded", "Light‑Headed", "light-h"])
def test_hyphens(typed: str) -> None:
    search = index([page("Light-headed"), page("Cold")])
    assert targets(search.search(typed)) == ["light-headed"]


@pytest.mark.parametrize("typed", ["nurse's", "nurse’s", "nurses", "nurse"])
def test_apostrophes(typed: str) -> None:
    assert targets(index([page("The nurse’s page"), page("Cold")]).search(typed)) == ["the-nurse’s-page"]


def test_the_end_of_a_shortened_word_is_no_word() -> None:
    search = index([page("The nurse"), page("Tea"), page("Sugar")], lay=LAY)
    assert targets(search.search("nurse’s")) == ["the-nurse"]
    assert targets(search.search("nurse can’t")) == ["the-nurse"]


def test_one_word_written_as_two_and_two_as_one() -> None:
    search = index([page("Head first"), page("Headache"), page("Plasma exchange"), page("Premedication")])
    assert targets(search.search("head ache")) == ["headache"]
    assert targets(search.search("plasmaexchange")) == ["plasma-exchange"]
    assert targets(search.search("pre-medication")) == ["premedication"]


@pytest.mark.parametrize(
    ("written", "typed"),
    [("anaemia", "anemia"), ("randomisation", "randomization"), ("centre", "center"), ("colour", "color")],
)
def test_other_spellings(written: str, typed: str) -> None:
    hit = first(index([page("Page", text=f"It says {written} here.")], lay=LAY), typed)
    assert marked(hit) == f"It says [{written}] here."
    assert str(hit.reason) == "in the text"


def test_another_spelling_never_hides_a_word() -> None:
    search = index([page("Four"), page("For")], lay=LAY)
    assert targets(search.search("for")) == ["for"]


def test_other_forms_of_a_word() -> None:
    search = index([page("One", text="You may tingle."), page("Two", text="Tingling lips.")], lay=LAY)
    assert targets(search.search("tingled")) == ["one", "two"]
    assert targets(index([page("One", text="You may tingle.")]).search("tingled")) == ["one"], "as a mistyped word"


@pytest.mark.parametrize("typed", ["guillain-barre", "GUILLAIN BARRÉ", "Barre\u0301"])
def test_accents_are_folded(typed: str) -> None:
    hit = first(index([page("Page", text="Guillain-Barré is another illness.")]), typed)
    assert "[Barré]" in marked(hit)


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Плазма крови", "плаз"), ("תסמינים חדשים", "חדשים"), ("الصفائح الدموية", "الدموية"), ("प्लाज़्मा क्या है", "क्या")],
)
def test_any_script_with_spaces(written: str, typed: str) -> None:
    assert targets(index([page(written, name="there"), page("Elsewhere")]).search(typed)) == ["there"]


# The reason


def test_the_place_is_the_reason() -> None:
    search = index(
        [
            page(
                "Sore arm",
                in_short="It may ache.",
                text="It heals.",
                heading="Needles",
                below="They are thin.",
                say="“It stings.”",
            )
        ],
        [Term("cannula", "Cannula", "A thin tube.")],
    )
    reasons = {word: str(first(search, word).reason) for word in ("sore", "ache", "heals", "needles", "thin", "stings")}
    assert reasons == {
        "sore": "in the title",
        "ache": "in: In short",
        "heals": "in the text",
        "needles": "in a heading",
        "thin": "in: Needles",
        "stings": "in: What can I say?",
    }
    assert str(first(search, "cannula").reason) == "in the glossary"
    assert str(first(search, "tube").reason) == "in the text"


def test_the_title_is_the_reason_only_if_it_has_all_the_words() -> None:
    search = index([page("Sore arm", text="The needle.")])
    assert str(first(search, "sore arm").reason) == "in the title"
    assert str(first(search, "sore needle").reason) == "in the text"


def test_another_name_is_the_reason() -> None:
    search = index([page("Page", text="It is plasma exchange.")], [EXCHANGE, TINGLING])
    by_page = {hit.kind: str(hit.reason) for hit in search.search("plex")}
    assert by_page == {
        "page": "you wrote “plex”: another word for “Plasma exchange”",
        "word": "you wrote “plex”: another word for “Plasma exchange”",
    }
    assert str(first(search, "ple").reason) == "“PLEX” is another word for “Plasma exchange”"


def test_another_name_is_told_as_it_stands_where_it_counts_most() -> None:
    drip = Term("drip", "Drip", "A fluid.", ("intravenous",))
    ivig = Term("ivig", "IVIG", "A drip of antibodies.", ("intravenous immunoglobulin",))
    reasons = {hit.target: str(hit.reason) for hit in index(terms=[drip, ivig]).search("drip")}
    assert reasons == {"drip": "in the glossary", "ivig": "you wrote “drip”: the guide says “intravenous”"}


def test_a_term_by_its_own_word_says_what_the_guide_says() -> None:
    search = index([page("Page", text="You may feel tingling.")], [TINGLING])
    assert {hit.kind: str(hit.reason) for hit in search.search("pins and needles")} == {
        "word": "in the glossary",
        "page": "you wrote “pins and needles”: the guide says “tingling”",
    }


def test_the_reason_is_true_even_where_nothing_can_be_marked() -> None:
    """Of many words that are written otherwise than they were typed, only some are looked for in the texts."""
    names = [f"xaa{letter}" for letter in "abcdefghijkl"]
    pages = [page(f"Page {name[-1]}", in_short="First.", text=f"It is {name}.", name=name) for name in names]
    hits = index(pages, lay=LayWords(spellings={"x": "y"})).search("y")
    assert targets(hits) == names
    assert {str(hit.reason) for hit in hits} == {"in the text"}


def test_lay_words_are_the_reason() -> None:
    search = index([page("Page", text="You may feel dizzy or light-headed.")], [EXCHANGE], LAY)
    hit = first(search, "Woozy")
    assert str(hit.reason) == "you wrote “Woozy”: the guide says “light-headed”"
    assert marked(hit) == "You may feel [dizzy] or [light-headed]."
    assert str(first(search, "woo").reason) == "“woozy”: the guide says “light-headed”"
    assert str(first(search, "washing blood").reason) == "you wrote “washing blood”: the guide says “Plasma exchange”"


def test_a_typing_mistake_is_the_reason() -> None:
    search = index([page("Page", text="You may feel dizzy: Tingling.")], [TINGLING, EXCHANGE], LAY)
    assert str(first(search, "dizyz").reason) == "close to “dizzy”"
    assert str(first(search, "woozu").reason) == "close to “woozy”: the guide says “dizzy”"
    assert str(first(search, "plrx").reason) == "close to “PLEX”"
    assert str(first(search, "wahsing blood").reason) == "close to “washing blood”: the guide says “Plasma exchange”"
    search = index([page("Page", in_short="It is plasma exchange.")], [EXCHANGE])
    assert str(search.search("plrx")[1].reason) == "close to “PLEX”, another word for “Plasma exchange”"


def test_a_lay_phrase_with_an_apostrophe() -> None:
    search = index([page("Page", text="Some people lie awake.")], lay=LAY)
    assert marked(first(search, "can’t sleep")) == "Some people [lie awake]."


def test_the_words_of_a_phrase_are_found_without_the_small_ones() -> None:
    search = index([page("Page", text="You may feel tingling.")], [TINGLING], LAY)
    assert "page" in targets(search.search("pins needles"))
    assert "page" in targets(search.search("pins a needles"))


# The snippet


def test_matched_words_are_marked() -> None:
    hit = first(index([page("Blood", text="The needle: a thin needle, needles.")]), "needle thin blood")
    assert marked(hit) == "The [needle]: a [thin] [needle], [needles]."
    assert [hit.title[first:last] for first, last in hit.title_marks] == ["Blood"]


def test_another_name_is_not_marked_where_the_word_itself_stands() -> None:
    search = index([page("Page", text="PLEX is plasma exchange.")], [EXCHANGE])
    assert "[PLEX] is plasma exchange." in map(marked, search.search("plex"))


def test_the_passage_with_most_of_the_words_is_shown() -> None:
    search = index([page("Page", in_short="A needle.", text="Blood.", heading="More", below="A needle takes blood.")])
    assert marked(first(search, "blood needle")) == "A [needle] takes [blood]."


def test_a_heading_goes_on_with_what_stands_below_it() -> None:
    search = index([page("Page", heading="Does it hurt?", below="It may hurt a little.")])
    assert marked(first(search, "hurt")) == "Does it [hurt]? – It may [hurt] a little."


def test_a_title_is_followed_by_the_first_fact() -> None:
    hit = first(index([page("Blood", in_short="The first fact.")]), "blood")
    assert (hit.snippet, hit.marks) == ("The first fact.", ())


def test_a_long_passage_is_cut_between_words() -> None:
    text = "Word " * 60 + "needle " + "word " * 60
    hit = first(index([page("Page", text=text.strip())]), "needle")
    assert "[needle]" in marked(hit)
    assert hit.snippet.startswith("…Word")
    assert hit.snippet.endswith("word…")
    assert len(hit.snippet) < 160


def test_a_word_without_end_is_cut_too() -> None:
    hit = first(index([page("Page", text="needle" + "x" * 5000)]), "needle")
    assert len(hit.snippet) < 160


def test_a_hit_knows_its_block() -> None:
    search = index([page("Page", in_short="One.", text="Two.", heading="Three", below="Four.")])
    places = {word: first(search, word).place for word in ("one", "two", "three", "four")}
    assert places == {
        "one": BlockRef("in_short", 0),
        "two": BlockRef("minute", 0),
        "three": BlockRef("full", 0),
        "four": BlockRef("full", 1),
    }


# Urgent help

URGENT = {
    "title": "Urgent help",
    "lead": "Call, even if you are not sure.",
    "emergency": {"heading": "Call your emergency number now", "signs": ["Chest pain", "A faint"]},
    "now": {"heading": "Call your unit now", "signs": ["Fever", "A sore needle site", "Any other pain"]},
    "today": {"heading": "Call your unit today", "signs": ["A rash"]},
    "note": "If you are worried, call.",
}


def test_a_warning_sign_leads_to_urgent_help() -> None:
    search = index([page("Page", heading="Fever", text="Fever.")], urgent=URGENT)
    hit = first(search, "fever")
    assert (hit.kind, hit.target, hit.title) == ("urgent", "urgent", "Urgent help")
    assert marked(hit) == "[Fever]"
    assert str(hit.reason) == "in: Call your unit now"


def test_urgent_help_is_shown_once_with_the_most_urgent_sign() -> None:
    hits = index(urgent=URGENT).search("pain")
    assert [marked(hit) for hit in hits] == ["Chest [pain]"]
    assert targets(index(urgent=URGENT).search("call")) == ["urgent"]


def test_the_more_urgent_sign_is_shown_though_the_other_has_the_very_word() -> None:
    urgent = URGENT | {
        "emergency": {"heading": "Call your emergency number now", "signs": ["Trouble breathing"]},
        "today": {"heading": "Call your unit today", "signs": ["A rash while you breathe as usual"]},
    }
    (hit,) = index(lay=LAY, urgent=urgent).search("breathe")
    assert marked(hit) == "Trouble [breathing]"
    assert str(hit.reason) == "in: Call your emergency number now"


def test_two_signs_are_not_mixed() -> None:
    search = index([page("Page", text="A needle may bring pain.")], urgent=URGENT)
    assert targets(search.search("needle pain")) == ["page", "urgent"]


# Anything


@pytest.mark.parametrize(
    "query", ["", " ", "\n\t", "?!", "❤️", "👩‍⚕️🩸", "\u200f\u202e", "\ud800", "\x00", "’-'", "\u0301"]
)
def test_no_words_no_hits(query: str) -> None:
    assert index([page("Plasma")], [EXCHANGE], LAY).search(query) == []


@pytest.mark.parametrize("query", ["p", "q", "a" * 500, "plasma " * 100, "x" * 100_000, "-".join("plasma") * 40])
def test_one_letter_or_many(query: str) -> None:
    for hit in index([page("Plasma")], [EXCHANGE], LAY).search(query):
        assert hit.target in ("plasma", "plasma-exchange")


def test_an_empty_guide_has_nothing() -> None:
    assert index().search("plasma") == []


def test_the_same_question_has_the_same_answer() -> None:
    pages, terms = [page("Plasma", text="It is yellow."), page("Blood", text="Plasma and cells.")], [EXCHANGE]
    search = index(pages, terms, LAY)
    for query in ("plasma", "plsma yelow", "washing blood", "plasma"):
        assert search.search(query) == search.search(query) == index(pages, terms, LAY).search(query)


# On disk


def opened(language: str = "en") -> SearchIndex:
    bring_up_to_date()
    return SearchIndex.load(language)


def test_the_index_is_compiled_with_the_guide(checkout: Content) -> None:
    checkout.write("en/lay-words.yaml", "phrases: {yellow stuff: [plasma]}\n")
    search = opened("en")
    assert targets(search.search("machine"))[0] == "machine"
    assert str(first(search, "yellow stuff").reason) == "you wrote “yellow stuff”: the guide says “plasma”"
    assert first(search, "chest").kind == "urgent"


def test_a_language_without_a_guide_searches_english(checkout: Content) -> None:
    assert targets(opened("eo").search("machine"))[0] == "machine"


def test_a_page_with_a_fault_is_not_found(checkout: Content) -> None:
    checkout.page(front="colour: red\n")
    assert "plasma" not in [hit.target for hit in opened().search("machine") if hit.kind == "page"]


def test_a_damaged_index_says_so(checkout: Content) -> None:
    opened()
    (paths.compiled_dir() / "search.en.json").write_bytes(b"{")
    with pytest.raises(CannotRunHere):
        SearchIndex.load()


@pytest.mark.parametrize("entry", ["tpe_guide.cli", "tpe_guide.guide.library", "tpe_guide.app"])
def test_a_start_loads_nothing_of_the_search(entry: str) -> None:
    code = f"import sys, {entry}; print([name for name in sys.modules if name.startswith('tpe_guide.guide.search')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_a_search_loads_nothing_heavy() -> None:
    heavy = ("PySide6", "markdown_it", "sqlite3", "yaml")
    code = f"import sys, tpe_guide.search.index; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
