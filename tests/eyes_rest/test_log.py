"""Log how I feel with closed eyes: an evening after a session, a warning sign, a disk that is full."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.eyes_rest.listening import EVENING, Listener
from tpe_guide.diary.model import Entry
from tpe_guide.errors import CannotWrite

CALL = "Call your emergency number now: 112, 911 or 999."


def entries(listener: Listener) -> tuple[Entry, ...]:
    return listener.diary.store.diary().entries


def test_an_entry_is_told_in_a_few_presses_and_saved(logging: Listener) -> None:
    assert logging.choose("What did you feel?").startswith("What did you feel? Choose what was there.")
    assert logging.choose("Tingling", "Mild").startswith("Tingling, yes: Mild. Is this tingling different")
    logging.choose("No, the same")
    assert logging.choose("Headache", "Moderate").startswith("Headache, yes: Moderate. Cramps")
    assert logging.choose("That is all I felt").startswith("When did it begin? Choose to say it.")
    logging.choose("When did it begin", "At home")
    assert logging.choose("Save this entry").startswith("Saved. Your diary has 1 entry. You ticked no warning sign.")
    (entry,) = entries(logging)
    assert [(one.effect, one.severity, one.began, one.unlike_usual) for one in entry.effects] == [
        ("tingling", 1, "at-home", False),
        ("headache", 2, "at-home", None),
    ]
    assert entry.session is not None
    assert entry.moment == "evening"


def test_a_warning_sign_says_what_to_do_at_once_and_again_once_it_is_saved(logging: Listener) -> None:
    logging.choose("What did you feel?")
    said = logging.choose("Chest pain")
    assert said.startswith(CALL)
    assert "Say that you have had plasma exchange." in said
    assert "1 1 2, 9 1 1 or 9 9 9" in logging.spoken
    logging.choose("Severe", "That is all I felt", "When did it begin", "During")
    said = logging.choose("Save")
    assert said.startswith(f"Saved. Your diary has 1 entry. {CALL}")


def test_a_sign_that_was_not_there_after_all_says_nothing_more(logging: Listener) -> None:
    logging.choose("What did you feel?", "Chest pain", "It was not there after all")
    logging.order("previous")
    assert CALL not in logging.order("choose")


def test_a_severe_effect_leads_to_urgent_help_in_the_words_of_the_form(logging: Listener) -> None:
    logging.choose("What did you feel?")
    assert "Please look at Urgent help now." in logging.choose("Headache", "Severe")


def test_what_is_passed_over_is_not_written_and_a_slip_is_taken_out(logging: Listener) -> None:
    logging.choose("What did you feel?", "Light-headed", "Take it out again", "Tired", "It was not there after all")
    logging.choose("That is all I felt", "Save")
    (entry,) = entries(logging)
    assert [(one.effect, one.severity) for one in entry.effects] == [("tired", 0)]


@pytest.mark.parametrize(
    ("taps", "said"),
    [
        ((), "It is not saved yet: it says nothing so far. What did you feel?"),
        (("What did you feel?", "Headache", "Mild", "That is all"), "It is not saved yet. Please say when it began."),
    ],
)
def test_what_is_missing_is_said_and_one_is_there(logging: Listener, taps: tuple[str, ...], said: str) -> None:
    logging.choose(*taps)
    assert logging.choose("Save").startswith(said)
    assert not entries(logging)


def test_how_bad_is_asked_again_where_it_was_left_open(logging: Listener) -> None:
    logging.choose("What did you feel?", "Cramps")
    assert logging.order("back").startswith("How bad it was is not said yet. Cramps, yes")
    logging.choose("That is all I felt")
    assert logging.choose("Save").startswith("It is not saved yet. Please say how bad this was: Cramps.")
    assert logging.order("choose").endswith("Cramps, yes: how bad is not said yet. 8 of 30.")


def test_each_can_have_begun_at_another_time(logging: Listener) -> None:
    logging.choose("What did you feel?", "Cramps", "Mild", "Tired", "Mild", "That is all I felt")
    logging.choose("When did it begin", "Not the same for all", "Cramps", "During", "Tired", "The next day")
    logging.choose("That is all", "Save")
    assert [one.began for one in entries(logging)[0].effects] == ["during", "next-day"]


def test_nothing_new_and_the_same_as_last_time(logging: Listener) -> None:
    assert logging.choose("Nothing new to tell").startswith("Nothing new. Choose Save to keep that.")
    logging.choose("Save")
    assert entries(logging)[0].none_noticed
    logging.choose("Log something else", "What did you feel?", "Tired", "Mild", "That is all I felt")
    logging.choose("When did it begin", "During", "Save", "Log something else")
    assert logging.choose("The same as last time").startswith("As last time. What you felt: Tired, yes: Mild.")


def test_what_was_filled_in_is_taken_back(logging: Listener) -> None:
    logging.choose("Nothing new to tell")
    assert logging.choose("Take back what was filled in").startswith("Taken back. What did you feel?")
    assert logging.choose("Save").startswith("It is not saved yet: it says nothing so far.")


def test_told_staff_and_how_well_it_went(logging: Listener) -> None:
    logging.choose("What did you feel?", "Cramps", "Mild", "That is all I felt", "When did it begin", "During")
    logging.choose("Did you tell the staff", "Yes", "How well", "Seeing", "3 of 10", "That is all", "Save")
    (entry,) = entries(logging)
    assert entry.effects[0].told_staff is True
    assert entry.function == {"vision": 3}


def test_saved_is_not_said_where_the_disk_is_full(logging: Listener) -> None:
    logging.choose("What did you feel?", "Tired", "Mild", "That is all I felt", "When did it begin", "During")
    logging.diary.refuses = CannotWrite(Path("diary.db"), "the disk is full")
    said = logging.choose("Save")
    assert said.startswith("Your entry is not saved. What you said is still here.")
    assert "the disk is full" in said
    assert "Saved" not in said
    logging.diary.refuses = None
    assert logging.order("choose").startswith("Saved. Your diary has 1 entry.")


def test_an_entry_is_taken_back_and_put_back(logging: Listener) -> None:
    logging.choose("Nothing new", "Save")
    assert logging.choose("Take this entry back").startswith("The entry is out of the diary. Put the entry back.")
    assert not entries(logging)
    assert logging.order("choose").startswith("The entry is back in the diary. Log how I feel. 2 of 9.")
    assert len(entries(logging)) == 1


def test_an_entry_of_before_is_changed_or_taken_out(logging: Listener) -> None:
    logging.choose("What did you feel?", "Tired", "Mild", "That is all I felt", "When did it begin", "During", "Save")
    logging.rest.home()
    logging.choose("What I logged", "Thursday 14 May", "Change this entry")
    assert logging.said.endswith("What you felt: Tired, yes: Mild. 2 of 8.")
    logging.choose("What you felt", "Tired", "Severe", "That is all I felt")
    assert logging.choose("Save").startswith("Saved. Your diary has 1 entry.")
    logging.order("back")
    logging.order("choose")
    assert logging.rest.stop.rows()[0].words == "tired 3"
    logging.rest.home()
    logging.choose("What I logged", "Thursday 14 May", "Take this entry out")
    assert logging.order("back").endswith("Your diary has no entry yet.")


def test_an_entry_that_was_not_changed_after_all_is_not_begun(logging: Listener) -> None:
    logging.choose("What did you feel?", "Tired", "Mild", "That is all I felt", "When did it begin", "During", "Save")
    logging.rest.home()
    logging.choose("What I logged", "Thursday 14 May", "Change this entry")
    assert logging.order("back").startswith("Back: What I logged.")
    logging.rest.home()
    assert logging.choose("Log how I feel").startswith("Log how I feel.")


def test_who_leaves_in_the_middle_finds_it_again(logging: Listener) -> None:
    logging.choose("What did you feel?", "Tired", "Mild")
    assert logging.order("back", "back").startswith("What you began is kept in your diary.")
    assert logging.choose("Log how I feel").startswith("You began this on Thursday 14 May at 19:12. Go on with it.")
    assert "What you felt: Tired, yes: Mild." in logging.order("choose")


def test_home_from_the_middle_leaves_it_too(logging: Listener) -> None:
    logging.choose("What did you feel?", "Tired", "Mild")
    logging.order("help")
    assert logging.choose("Go to the first list").startswith("What you began is kept in your diary.")
    assert logging.diary.drafts.was_left


def test_what_was_begun_yesterday_asks_for_its_day(logging: Listener) -> None:
    logging.choose("What did you feel?", "Tired", "Mild", "That is all I felt", "When did it begin", "During")
    logging.diary.at = EVENING + dt.timedelta(days=1)
    assert logging.choose("Save").startswith("It is another day by now. You began this on Thursday 14 May")
    logging.choose("It is for Thursday 14 May", "Save")
    assert entries(logging)[0].day == EVENING.date()


def test_after_midnight_it_asks_which_night_it_is(anna: Listener) -> None:
    anna.begin_diary()
    anna.choose("Log how I feel", "Which session", "A new session, today", "Nothing new", "Save")
    anna.diary.at = dt.datetime(2026, 5, 15, 0, 40, tzinfo=EVENING.tzinfo)
    assert anna.choose("Log something else").startswith("Is this for last night? Yes, last night: Thursday 14 May.")
    assert "Log how I feel." in anna.order("choose")


def test_a_diary_that_can_only_be_read_says_so_first(anna: Listener) -> None:
    anna.begin_diary()
    anna.diary.drafts.can_be_kept = False
    assert anna.choose("Log how I feel").startswith("Your diary can only be read here.")


def test_what_is_thrown_away_can_be_brought_back(logging: Listener) -> None:
    logging.choose("What did you feel?", "Tired", "Mild", "That is all I felt")
    assert logging.choose("Throw this entry away").startswith("What you had begun is put away. Bring it back.")
    assert logging.order("choose").startswith("It is back. ")
    assert logging.diary.drafts.draft.pick_of("tired") is not None


def test_what_was_logged_is_heard_newest_first(logging: Listener) -> None:
    logging.choose("Nothing new", "Save")
    entry = entries(logging)[0]
    before = replace(entry, id="before", day=dt.date(2026, 5, 12), session=None)
    logging.diary.store.save_entry(before)
    logging.rest.home()
    said = logging.choose("What I logged")
    assert said.startswith("What you logged, the newest first. Thursday 14 May, session 1, written at 19:12.")
    assert logging.order("next").startswith("Tuesday 12 May, written at")


def test_questions_what_matters_and_the_next_session_are_heard(logging: Listener) -> None:
    logging.rest.home()
    assert "When do I start my medicine again? Choose it once you asked." in logging.choose("My questions")
    logging.rest.home()
    assert "Seeing my garden. You picked this." in logging.choose("What matters to me")
    logging.order("next")
    assert logging.order("choose").startswith("It matters to you.")
    assert len(logging.matters) == 2
    logging.rest.home()
    assert logging.choose("My next session").startswith("Session 3 is on Saturday 16 May.")
    assert logging.order("next").startswith("Pack a bag. Choose it once it is ready.")
