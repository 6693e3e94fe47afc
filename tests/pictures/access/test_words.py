"""What is said about needles and lines: true for each, the same as on the pages, and never made up."""

from __future__ import annotations

import pytest

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.guide.library import Library, load_compiled
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.vocabulary.terms import ACCESSES_SAID

LINES = ("neck-line", "chest-line", "groin-line")
NEEDLES = ("arm-veins", "single-needle")
every = pytest.mark.parametrize("access", ACCESSES_SAID)


@pytest.fixture(scope="module")
def words() -> AccessWords:
    return AccessWords(load_compiled("access", "en"))


def topic(words: AccessWords, access: str, name: str) -> str:
    return " ".join(next(each.says for each in words.topics(access) if each.id == name))


def signs(words: AccessWords, access: str) -> dict[str, str]:
    return {tier.id: " ".join(tier.signs) for tier in words.tiers(access)}


@every
def test_each_has_a_name_a_picture_in_words_and_something_to_say_on_each_topic(words: AccessWords, access: str) -> None:
    assert words.name(access)
    assert words.hint(access)
    assert words.picture(access).startswith("A drawing of a person who leans back in a chair.")
    assert [each.id for each in words.topics(access)] == ["looks", "washing", "sleep", "moving"]
    for each in words.topics(access):
        assert each.title
        assert all(sentence.endswith((".", "?")) for sentence in each.says)
    assert [tier.id for tier in words.tiers(access)] == ["emergency", "now", "today"]
    assert all(tier.signs for tier in words.tiers(access))
    assert words.sources(access)


@every
def test_the_pages_to_read_more_on_exist(words: AccessWords, access: str) -> None:
    library = Library.load()
    assert 1 <= len(words.pages(access)) <= 3
    for page in words.pages(access):
        assert page in library.order


def test_who_was_not_asked_hears_the_same_as_who_does_not_know(words: AccessWords) -> None:
    assert words.topics("") == words.topics("unknown")
    assert words.tiers("") == words.tiers("unknown")
    assert words.parts("") == words.parts("unknown")


@pytest.mark.parametrize("line", LINES)
def test_with_a_line_fever_has_a_number_and_a_leak_a_call(words: AccessWords, line: str) -> None:
    now = signs(words, line)["now"]
    assert "38 °C (100.4 °F)" in now
    assert "loose or leaking" in now
    assert "A line that is out" in signs(words, line)["emergency"]
    assert "swollen arm" in now


@pytest.mark.parametrize("needle", NEEDLES)
def test_with_needles_nothing_is_said_of_clamps(words: AccessWords, needle: str) -> None:
    all_of_it = " ".join(
        [*signs(words, needle).values(), *(topic(words, needle, name) for name in ("moving", "looks"))]
    )
    assert "clamp" not in all_of_it
    assert "line" not in all_of_it.split()


def test_who_does_not_know_sees_every_sign_of_both(words: AccessWords) -> None:
    """A line is assumed when it is not known."""
    unknown = signs(words, "unknown")
    assert "38 °C" in unknown["now"]
    for access in ("arm-veins", "neck-line"):
        for tier in words.tiers(access):
            for sign in tier.signs:
                if sign.startswith(("Fever", "Red", "Large")):
                    continue  # said in one sentence for both, or not about the way in
                assert sign in unknown[tier.id], sign


def test_a_rule_found_for_neck_and_groin_is_not_passed_off_as_one_for_the_chest(words: AccessWords) -> None:
    assert topic(words, "neck-line", "washing").startswith("Keep the dressing on")
    assert topic(words, "chest-line", "washing").startswith("We found these rules for lines in the neck or groin only.")
    assert "neck or groin" in topic(words, "chest-line", "moving")


@every
def test_where_nothing_was_found_about_sleep_it_says_so_and_asks(words: AccessWords, access: str) -> None:
    said = topic(words, access, "sleep")
    assert said.startswith("We found no rule for sleep")
    assert "Ask" in said or "Tell your nurse" in said


@pytest.mark.parametrize(
    "begins",
    ["Chest pain", "Confusion or slurred speech", "Fever", "A swollen or painful leg", "Red, hot, sore", "Large new"],
)
def test_a_sign_has_the_same_tier_as_in_urgent_help(words: AccessWords, begins: str) -> None:
    urgent = Catalogue.load("en").urgent
    theirs = {
        name
        for name, tier in (("emergency", urgent.emergency), ("now", urgent.now), ("today", urgent.today))
        if any(sign.startswith(begins) for sign in tier.signs)
    }
    ours = {
        tier.id
        for access in ACCESSES_SAID
        for tier in words.tiers(access)
        if any(s.startswith(begins) for s in tier.signs)
    }
    assert len(ours) == 1
    assert ours == theirs


def test_the_emergency_number_is_the_one_of_urgent_help(words: AccessWords) -> None:
    urgent = Catalogue.load("en").urgent
    assert words.tiers("neck-line")[0].number == urgent.emergency.number
