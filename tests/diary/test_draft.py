"""An entry while it is tapped together, without a screen."""

from __future__ import annotations

import datetime as dt

from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import EffectReport, ExchangeSession

NOW = dt.datetime(2026, 5, 8, 19, 40, tzinfo=dt.timezone(dt.timedelta(hours=2)))
SESSION = ExchangeSession("s3", 3, NOW.date())
TINGLING = EffectReport("tingling", 1, "during")


def tapped(effect: str = "tingling", severity: int | None = 1, began: str | None = "during") -> Draft:
    draft = Draft(session=SESSION)
    draft.pick(effect)
    draft.severity = severity
    draft.began = began  # type: ignore[assignment]
    return draft


def test_three_answers_make_an_entry() -> None:
    draft = tapped()
    assert (draft.taps, draft.ready) == (3, True)
    entry = draft.entry(NOW)
    assert (entry.session, entry.day, entry.moment) == ("s3", NOW.date(), "evening")
    assert entry.effects == (TINGLING,)


def test_two_answers_do_not() -> None:
    assert not tapped(began=None).ready
    assert not tapped(severity=None).ready


def test_what_was_not_there_began_at_no_time() -> None:
    draft = tapped(severity=0, began=None)
    assert draft.ready
    assert draft.entry(NOW).effects == (EffectReport("tingling", 0, "unknown"),)


def test_which_session_is_known_by_the_days_or_once_it_is_said() -> None:
    assert tapped().knows_session
    draft = Draft()
    assert not draft.knows_session
    draft.session_said = True
    assert draft.knows_session
    assert draft.entry(NOW).session is None


def test_making_an_entry_changes_nothing_so_that_a_failed_save_can_be_tried_again() -> None:
    draft = tapped()
    first, second = draft.entry(NOW), draft.entry(NOW)
    assert draft == tapped()
    assert first.effects == second.effects
    assert first.id != second.id


def test_an_effect_reported_twice_keeps_its_last_report() -> None:
    draft = tapped()
    draft.add_another()
    draft.pick("tingling")
    draft.severity, draft.began = 3, "at-home"
    assert draft.entry(NOW).effects == (EffectReport("tingling", 3, "at-home"),)


def test_another_effect_in_hand_must_be_finished_or_let_go() -> None:
    draft = tapped()
    draft.add_another()
    draft.pick("tired")
    assert not draft.ready
    draft.pick("tired")
    assert draft.ready
    assert draft.entry(NOW).effects == (TINGLING,)


def test_choosing_another_effect_keeps_the_answers_already_given() -> None:
    draft = tapped()
    draft.pick("cramps")
    assert draft.entry(NOW).effects == (EffectReport("cramps", 1, "during"),)


def test_nothing_new_lets_go_of_what_was_noticed() -> None:
    draft = tapped()
    draft.pick_nothing()
    entry = draft.entry(NOW)
    assert (entry.none_noticed, entry.effects) == (True, ())
    draft.pick("tired")
    assert not draft.none_noticed


def test_a_report_put_aside_can_be_taken_out() -> None:
    draft = tapped()
    draft.add_another()
    draft.remove("tingling")
    assert not draft.ready
    assert draft.is_empty


def test_how_the_person_functions_is_kept_within_its_range() -> None:
    draft = Draft()
    draft.set_function("vision", 11)
    draft.set_function("walking", 4)
    assert draft.function == {"walking": 4}
    draft.set_function("walking", None)
    assert draft.is_empty
