"""The recovery sheet: a key in words and back, however they are typed; and what is said where that fails."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from tpe_guide.diary import keys, recovery
from tpe_guide.diary.recovery import WORDS, Sheet
from tpe_guide.errors import SheetMisread
from tpe_guide.wording import describe

KEYS = st.binary(min_size=32, max_size=32)
KEY = bytes(range(32))
LIST = Mnemonic("english").wordlist


def refusal(text: str) -> str:
    with pytest.raises(SheetMisread) as caught:
        recovery.key_of(text)
    return describe(caught.value)


def key_or_refusal(text: str) -> bytes | str:
    try:
        return recovery.key_of(text)
    except SheetMisread as error:
        return describe(error)


def is_noticed(came: bytes | str, key: bytes) -> bool:
    return came != key if isinstance(came, bytes) else "do not fit together" in came


class TestTheWords:
    @given(KEYS)
    def test_every_key_comes_back(self, key: bytes) -> None:
        words = recovery.words_of(key)
        assert len(words) == WORDS
        assert recovery.key_of(" ".join(words)) == key

    def test_they_are_those_of_the_published_list(self) -> None:
        """A vector of BIP-39: whoever finds the sheet in twenty years needs nothing of ours."""
        assert recovery.words_of(bytes(32)) == ("abandon",) * 23 + ("art",)
        assert recovery.words_of(b"\xff" * 32) == ("zoo",) * 23 + ("vote",)

    def test_four_letters_tell_a_word_from_all_others(self) -> None:
        assert len({word[:4] for word in LIST}) == len(LIST) == 2048

    @given(KEYS, st.integers(0, 23), st.sampled_from(LIST))
    def test_another_word_is_noticed_or_makes_another_key(self, key: bytes, at: int, other: str) -> None:
        words = list(recovery.words_of(key))
        changed = words[at] != other
        words[at] = other
        assert is_noticed(key_or_refusal(" ".join(words)), key) == changed

    def test_of_changed_words_all_but_a_few_in_a_thousand_are_noticed_before_any_file_is_read(self) -> None:
        chance, unnoticed = random.Random(20261130), 0
        for _ in range(2000):
            words = list(recovery.words_of(chance.randbytes(32)))
            words[chance.randrange(24)] = chance.choice(LIST)
            unnoticed += isinstance(key_or_refusal(" ".join(words)), bytes)
        assert unnoticed < 20  # one in 256

    @given(KEYS, st.randoms())
    def test_words_in_another_order_never_make_the_key(self, key: bytes, chance: random.Random) -> None:
        words = list(recovery.words_of(key))
        other = chance.sample(words, len(words))
        assert is_noticed(key_or_refusal(" ".join(other)), key) == (other != words)


class TestTyping:
    @given(KEYS, st.randoms())
    def test_however_they_are_typed(self, key: bytes, chance: random.Random) -> None:
        ways = (str.upper, str.title, lambda word: word[:4], lambda word: f"{word[:4]}xx" if len(word) > 3 else word)
        gaps = (" ", "\n", "\t", ",  ", " - ", "\r\n\r\n", "\u00a0", "; ")
        text = ""
        for number, word in enumerate(recovery.words_of(key), start=1):
            before = chance.choice(("", f"{number}. ", f"{number})", f"{number}", "· "))
            text += before + chance.choice(ways)(word) + chance.choice(gaps)
        assert recovery.understood(text) == WORDS
        assert recovery.key_of(text) == key

    def test_letters_of_other_keyboards(self) -> None:
        words = " ".join(recovery.words_of(KEY))
        wide = "".join(chr(ord(sign) + 0xFEE0) if sign.isalpha() else sign for sign in words)
        assert recovery.key_of(wide) == KEY
        assert recovery.key_of("\u200b".join(words)) == KEY  # as pages that are copied have it
        assert recovery.key_of(words.replace("i", "í").replace("I", "İ")) == KEY

    @pytest.mark.parametrize("form", ["x'{}'", "X'{}'", "{}", " x‘{}’ \n", 'x"{}"'])
    def test_the_key_as_a_tool_takes_it(self, form: str) -> None:
        for digits in (KEY.hex(), KEY.hex().upper(), " ".join(KEY.hex()[at : at + 8] for at in range(0, 64, 8))):
            assert recovery.key_of(form.format(digits)) == KEY
            assert recovery.understood(form.format(digits)) == WORDS

    def test_how_many_are_understood_so_far(self) -> None:
        words = recovery.words_of(KEY)
        assert recovery.understood("") == 0
        assert recovery.understood("17 4 .. -") == 0
        assert recovery.understood(" ".join(words[:17]) + " xylo") == 17

    def test_one_word_alone(self) -> None:
        assert recovery.is_word(" Tabl ", "table")
        assert recovery.is_word("11. table", "table")
        assert not recovery.is_word("tackle", "table")
        assert not recovery.is_word("", "table")
        assert not recovery.is_word("table table", "table")
        with pytest.raises(SheetMisread) as caught:
            recovery.is_word("tabel", "table")
        assert describe(caught.value) == "This word is not on the list: tabel. Did you mean table?"


class TestRefusing:
    def test_a_word_that_is_not_on_the_list_is_named_with_one_like_it(self) -> None:
        words = list(recovery.words_of(KEY))
        words[6] = "tabel"
        assert refusal(" ".join(words)) == "Word 7 is not on the list: tabel. Did you mean table?"
        words[6] = "qqqq"
        assert refusal(" ".join(words)) == "Word 7 is not on the list: qqqq."

    def test_words_of_three_letters_are_no_beginnings(self) -> None:
        assert "Word 1 is not on the list: aba." in refusal("aba " * 24)
        assert "Word 1 is not on the list: acts." in refusal("acts " * 24)

    def test_missing_and_too_many_are_counted(self) -> None:
        words = recovery.words_of(KEY)
        assert refusal(" ".join(words[:17])) == "7 words are missing: there are 17 of 24."
        assert refusal(" ".join(words[:23])) == "1 word is missing: there are 23 of 24."
        assert refusal("") == "24 words are missing: there are 0 of 24."
        assert refusal(" ".join([*words, "zoo"])) == "These are 25 words. The sheet has 24."

    @given(st.text(max_size=400))
    def test_whatever_is_typed_is_refused_in_words_or_is_a_key(self, text: str) -> None:
        recovery.understood(text)
        came = key_or_refusal(text)
        assert len(came) == 32 if isinstance(came, bytes) else came.endswith((".", "?"))

    def test_a_page_of_something_else_is_not_repeated_whole(self) -> None:
        assert len(refusal("a" * 10_000)) < 120


class TestTheMark:
    @given(KEYS)
    def test_it_stands_in_the_names_of_backups(self, key: bytes) -> None:
        assert recovery.mark_of(key).replace(" ", "") == keys.tag_of(key)


class TestWhatIsKnown:
    def test_it_comes_back(self) -> None:
        for sheet in (Sheet(), Sheet(dt.date(2026, 11, 30)), Sheet(dt.date(2026, 11, 30), dt.date(2026, 12, 1))):
            assert Sheet.read(sheet.body()) == sheet

    @pytest.mark.parametrize("body", ["", "{}", "[]", "[1, 2]", '["2026-13-01", null]', "[null]", "[" * 5000])
    def test_what_makes_no_sense_is_nothing(self, body: str) -> None:
        assert Sheet.read(body) == Sheet()

    def test_of_two_the_newer_counts(self) -> None:
        first, then = dt.date(2026, 11, 30), dt.date(2026, 12, 1)
        assert Sheet(first).newer(Sheet(then, first)) == Sheet(then, first)
        assert Sheet(then, then).newer(Sheet()) == Sheet(then, then)
