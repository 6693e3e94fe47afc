"""Five orders and what is heard: the lists, the way through them, Urgent help close by from anywhere."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.eyes_rest.listening import PASSCODE, Listener
from tpe_guide.errors import DiaryDamaged
from tpe_guide.eyes_rest.digits import digit_by_digit
from tpe_guide.eyes_rest.hand import Hand, Order
from tpe_guide.eyes_rest.urgent import UrgentStop
from tpe_guide.pictures.registry import PICTURES, PictureId


def test_it_says_what_to_do_and_begins_with_urgent_help(anna: Listener) -> None:
    assert anna.said.startswith("Eyes-rest is on. You can close your eyes.")
    assert anna.said.endswith("Urgent help. 1 of 9.")


def test_the_place_is_said_last_so_that_who_has_heard_enough_need_not_wait(anna: Listener) -> None:
    assert anna.order("next") == "Log how I feel. 2 of 9."
    assert anna.order("previous", "previous") == "From the end. Leave eyes-rest. 9 of 9."
    assert anna.order("next") == "From the start again. Urgent help. 1 of 9."


def test_what_can_only_be_heard_says_so_when_it_is_chosen(anna: Listener) -> None:
    anna.order("urgent")
    assert anna.order("choose").startswith("There is nothing to choose here. Call your emergency number now")


def test_a_number_to_call_is_said_digit_by_digit_and_shown_as_it_is(anna: Listener) -> None:
    anna.unit = {"unit-phone": "01632 960 123", "out-of-hours": "5551234"}
    said = anna.order("urgent")
    assert "Call your emergency number now: 112, 911 or 999." in said
    assert "now: 1 1 2, 9 1 1 or 9 9 9." in anna.spoken
    assert "01632 960 123" in anna.order("next")
    assert "0 1 6 3 2, 9 6 0, 1 2 3" in anna.spoken
    anna.order("next")
    assert "5 5 5 1 2 3 4" in anna.spoken


@pytest.mark.parametrize(
    ("number", "said"),
    [("112", "1 1 2"), ("+44 1632 960123", "+4 4, 1 6 3 2, 9 6 0 1 2 3"), ("(555) 123-4567", "(5 5 5, 1 2 3, 4 5 6 7")],
)
def test_digits(number: str, said: str) -> None:
    assert digit_by_digit(number) == said


def test_the_signs_are_heard_one_at_a_time(anna: Listener) -> None:
    anna.order("urgent")
    said = anna.choose("When to do this: Call your emergency number now")
    assert said.startswith("Call your emergency number now. ")
    assert anna.order("back").startswith("Back: Urgent help. When to do this")


@pytest.fixture
def everywhere(anna: Listener) -> list[str]:
    """The words by which one comes to each list of the top, all its rows chosen."""
    anna.begin_diary()
    anna.choose("Log how I feel", "Which session", "A new session, today")
    anna.choose("What did you feel?", "Chest pain", "Severe", "That is all I felt")
    anna.choose("When did it begin", "During", "Did you tell", "Yes", "Save")
    anna.rest.home()
    return [row.words for row in anna.rest.stops[0].rows()]


def test_from_every_list_help_says_where_one_is_and_urgent_help_is_two_presses_away(
    anna: Listener, everywhere: list[str]
) -> None:
    seen = 0
    for way in everywhere[1:-1]:
        for row in range(60):
            anna.rest.home()
            anna.choose(way)
            if row >= len(anna.rest.stop.rows()):
                break
            for __ in range(row):
                anna.order("next")
            anna.order("choose")
            here = anna.rest.where()
            assert anna.order("help").startswith(f"Help. You are here: {here}. Urgent help") or here == "Eyes-rest"
            anna.order("choose")
            assert isinstance(anna.rest.stop, UrgentStop)
            anna.order("back")
            assert anna.rest.where() == here
            seen += 1
    assert seen > 24


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_in_the_dark_urgent_help_stays_two_presses_away(anna: Listener, seed: int) -> None:
    """A random walk through all that there is, deep into it."""
    random = Random(seed)
    presses: list[Order] = ["next", "next", "next", "previous", "choose", "choose", "choose", "back", "help", "urgent"]
    for number in range(400):
        anna.order(random.choice(presses))
        anna.rest.ended()
        assert anna.said
        assert anna.spoken
        if number % 10:
            continue
        where = anna.rest.where()
        anna.order("help", "help")
        anna.rest.stop.at = 0
        anna.order("choose")
        assert isinstance(anna.rest.stop, UrgentStop)
        anna.order("back")
        assert where.startswith(anna.rest.where()) or anna.rest.where() == "Eyes-rest"
        assert len(anna.rest.stops) < 9


def test_back_leads_out_of_every_list_to_the_top(anna: Listener, everywhere: list[str]) -> None:
    for way in everywhere[1:-1]:
        anna.rest.home()
        anna.choose(way)
        for __ in range(9):
            if anna.rest.where() == "Eyes-rest":
                break
            anna.order("back")
        assert anna.order("back").startswith("You are at the top.")
    assert not anna.left


def test_out_of_the_first_list_is_asked_twice(anna: Listener) -> None:
    anna.order("back", "next", "back")
    assert not anna.left
    anna.order("back")
    assert anna.left == 1


def test_help_twice_says_it_again_and_goes_back_by_its_second_row(anna: Listener) -> None:
    anna.choose("Read the guide")
    before = anna.said
    anna.order("help")
    assert anna.order("help") == anna.order("help")
    anna.order("next")
    assert anna.order("choose") == before


def test_who_comes_again_hears_where_they_were_in_a_sentence(anna: Listener) -> None:
    anna.choose("Text and voice")
    anna.rest.leave()
    assert anna.left == 1
    anna.rest.begin()
    assert anna.said.startswith("Eyes-rest is on. You were here: Text and voice. Speak faster.")


def test_a_diary_that_cannot_be_read_any_more_is_said_and_closed(
    anna: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna.begin_diary()
    anna.choose("Log how I feel")

    def broken() -> None:
        raise DiaryDamaged(Path("diary.db"), "it was cut short")

    monkeypatch.setattr(anna.diary.store, "sessions", broken)
    assert anna.order("choose").startswith("Your diary cannot be read now. The diary at diary.db cannot be read")
    assert anna.rest.where() == "Eyes-rest"


class TestWhoSpeaks:
    @pytest.fixture
    def ben(self, anna: Listener) -> Listener:
        anna.choices.speaks, anna.choices.asks_who_speaks = "reader", True
        anna.rest.begin()
        return anna

    def test_whoever_goes_on_has_heard_their_reader(self, ben: Listener) -> None:
        assert ben.heard[-1].by_voice
        ben.order("next")
        assert ben.choices.speaks == "reader"
        assert not ben.heard[-1].by_voice
        assert ben.order("choose").endswith("Urgent help. 1 of 9.")

    def test_silence_is_answered_by_choosing(self, ben: Listener) -> None:
        assert ben.order("choose").startswith("Eyes-rest is on. You can close your eyes.")
        assert ben.choices.speaks == "voice"

    def test_who_leaves_without_an_answer_is_asked_again(self, ben: Listener) -> None:
        ben.rest.stop.pause()
        ben.rest.begin()
        assert ben.choices.asks_who_speaks
        assert ben.said.startswith("Your screen reader speaks here, not this voice.")
        assert len(ben.rest.stops) == 2

    def test_going_out_leaves_the_word_to_the_reader(self, ben: Listener) -> None:
        ben.order("back")
        assert ben.choices.speaks == "reader"
        assert ben.rest.where() == "Eyes-rest"


class TestTheWayIntoTheDiary:
    def test_without_one_it_can_be_begun_without_a_passcode(self, anna: Listener) -> None:
        assert anna.choose("Log how I feel").startswith("You have no diary on this computer yet.")
        assert anna.order("choose").startswith("Your diary is open. Log how I feel. Which session")

    def test_a_passcode_is_counted_and_never_said(self, tmp_path: Path) -> None:
        ben = Listener(tmp_path, locked=True)
        assert ben.choose("What I logged").startswith("Your diary is locked. A passcode needs a keyboard. Type your")
        assert ben.type("gre") == "3 letters."
        assert ben.order("choose").startswith("That passcode does not open this diary.")
        ben.type(PASSCODE)
        assert ben.order("choose").startswith("Your diary is open. What you logged, the newest first.")
        assert not any(letters in each.words for each in ben.heard for letters in ("gre ", "kettle", "boats"))
        ben.diary.close()

    def test_who_goes_back_leaves_no_letter_behind(self, tmp_path: Path) -> None:
        ben = Listener(tmp_path, locked=True)
        ben.choose("What I logged")
        ben.type("green")
        ben.order("back")
        assert not ben.diary.typed.passcode
        ben.choose("What I logged")
        ben.type("green")
        ben.choose("Not now")
        assert not ben.diary.typed.passcode

    def test_one_that_another_window_has_open_is_said_and_can_be_tried_again(self, anna: Listener) -> None:
        anna.begin_diary()
        anna.diary.in_use = True
        assert "is open in another window of this program" in anna.choose("Log how I feel")
        assert anna.order("choose").startswith("Your diary is open. Log how I feel.")

    def test_once_it_is_locked_nothing_of_it_stays(self, logging: Listener) -> None:
        logging.choose("What did you feel?")
        logging.rest.shut("Your diary was locked.")
        assert logging.said == "Your diary was locked. Log how I feel. 2 of 9."
        assert not logging.rest.is_in_diary


class TestTheGuide:
    def test_a_page_goes_sentence_by_sentence_and_turns_at_its_end(self, anna: Listener) -> None:
        anna.choose("Read the guide", "Chapter 1")
        anna.order("choose")
        assert anna.said.startswith("A page of 4 sentences. Choose to have it read to you.")
        assert anna.order("next") == "One."
        assert anna.order("previous", "previous").startswith("This is the first.")
        anna.go_to("The end of this page. Choose to go on")
        assert anna.order("next").startswith("There is no more.")
        assert len(anna.reading.read) >= 1
        assert anna.order("choose").startswith("A page of 4 sentences.")

    def test_it_reads_on_by_itself_until_somebody_presses(self, anna: Listener) -> None:
        anna.choose("Read the guide", "Chapter 1")
        anna.order("choose", "choose")
        anna.rest.ended()
        assert anna.said == "One."
        assert anna.order("choose") == "It waits."
        anna.rest.ended()
        assert anna.said == "It waits."
        anna.order("choose")
        assert anna.said == "One."
        for __ in range(5):
            anna.rest.ended()
        assert anna.said.startswith("The end of this page.")

    def test_who_stopped_goes_on_there(self, anna: Listener) -> None:
        page = anna.reading.library.order[4]
        anna.reading.last = (page, "minute.1")
        anna.choose("Read the guide", "Go on where you stopped")
        assert anna.said.endswith("More.")

    def test_the_headings_of_a_page_stand_in_its_help(self, anna: Listener) -> None:
        anna.choose("Read the guide", "Chapter 1")
        anna.order("choose", "help")
        anna.choose("The headings of this page", "More")
        assert anna.said == "More."
        assert anna.order("next") == "Two."

    def test_the_question_of_a_page_is_added_without_typing(self, anna: Listener) -> None:
        anna.choose("Read the guide", "Chapter 1")
        anna.order("choose", "help")
        assert anna.choose("Add to my questions").startswith("It waits until your diary is open.")
        anna.begin_diary()
        anna.order("help")
        assert anna.choose("Add to my questions").startswith("It is in your questions.")
        assert len(anna.questions) == 3

    def test_words_are_explained_all_or_those_of_a_page(self, anna: Listener) -> None:
        anna.choose("Read the guide", "All words, with what they mean")
        assert len(anna.rest.stop.rows()) == len(anna.reading.library.terms)
        anna.rest.home()
        anna.choose("Read the guide", "Chapter 1")
        anna.order("choose", "help")
        assert ": " in anna.choose("Words on this page")
        assert len(anna.rest.stop.rows()) < 20

    def test_a_screen_reader_is_not_known_to_have_ended(self, anna: Listener) -> None:
        anna.choices.speaks = "reader"
        anna.choose("Read the guide", "Chapter 1")
        assert anna.order("choose", "choose").startswith("Your screen reader speaks, so press next")


class TestWhatThePicturesShow:
    @pytest.fixture
    def seeing(self, anna: Listener) -> Listener:
        anna.choose("Read the guide", "What the pictures show")
        return anna

    @pytest.mark.parametrize("name", PICTURES)
    def test_each_is_told_in_words(self, seeing: Listener, name: PictureId) -> None:
        seeing.choose(PICTURES[name].title())
        assert len(seeing.rest.stop.rows()) > 4
        assert all(row.words for row in seeing.rest.stop.rows())

    def test_a_session_is_rehearsed_moment_by_moment(self, seeing: Listener) -> None:
        seeing.choose("Rehearse your session")
        assert "What you may feel:" in seeing.said
        assert "You can say: “" in seeing.said

    def test_the_line_that_one_has_is_told_with_whom_to_call(self, seeing: Listener) -> None:
        seeing.choose("Your needles or line")
        seeing.go_to("Call your emergency number now")
        assert "1 1 2, 9 1 1 or 9 9 9" in seeing.spoken

    def test_options_are_compared_question_by_question(self, seeing: Listener) -> None:
        seeing.choose("Compare your options")
        seeing.order("choose")
        assert len(seeing.rest.stop.rows()) == 5

    def test_a_path_leads_through_all_its_steps(self, anna: Listener) -> None:
        anna.choose("Read the guide", "A path")
        for __ in anna.rest.stop.rows():
            anna.order("choose")
            assert not anna.said.startswith("There is nothing")
            anna.order("back", "next")


class TestOneTouch:
    @pytest.fixture
    def hand(self) -> Hand:
        return Hand()

    def test_a_tap_is_next_and_at_the_edge_the_one_before(self, hand: Hand) -> None:
        hand.touch(1)
        assert hand.end() == "next"
        hand.touch(1, at_edge=True)
        assert hand.end() == "previous"

    def test_a_hold_chooses_when_it_is_let_go(self, hand: Hand) -> None:
        hand.touch(1)
        assert hand.stay() == "Let go to choose."
        assert hand.end() == "choose"

    def test_at_the_edge_it_is_for_help_and_needs_no_second_finger(self, hand: Hand) -> None:
        hand.touch(1, at_edge=True)
        assert hand.stay() == "Let go for help."
        assert hand.end() == "help"

    def test_two_fingers_are_two_whichever_comes_or_goes_first(self, hand: Hand) -> None:
        assert hand.touch(1)
        assert hand.touch(2)
        assert not hand.touch(1)
        assert hand.end() == "back"

    def test_two_that_stay_ask_for_help(self, hand: Hand) -> None:
        hand.touch(1)
        hand.stay()
        hand.touch(2)
        assert hand.stay() == "Let go for help."
        assert hand.end() == "help"

    def test_a_hand_that_cannot_let_go_means_nothing(self, hand: Hand) -> None:
        hand.touch(1)
        hand.stay()
        assert hand.stay_on() == "Nothing is chosen. You can let go."
        assert hand.end() is None
        hand.touch(1)
        assert hand.end() == "next"
