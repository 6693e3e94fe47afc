"""What a place allows. The kiosk's row is a promise to strangers: read it before you change it."""

from __future__ import annotations

from tpe_guide.policy import CLINIC, HOME, KIOSK


def test_a_kiosk_has_no_diary_no_typing_no_way_to_the_disk_and_forgets() -> None:
    assert not any((KIOSK.diary, KIOSK.typing, KIOSK.file_dialogs, KIOSK.remembers, KIOSK.may_quit, KIOSK.dials))
    assert KIOSK.idle_seconds == 60


def test_only_a_kiosk_lets_its_visitors_take_home_what_they_picked() -> None:
    """At home there are files, a printer of one's own and the diary."""
    assert KIOSK.takes_home
    assert not HOME.takes_home
    assert not CLINIC.takes_home


def test_home_allows_all_of_it_and_never_hurries_anyone() -> None:
    assert all((HOME.diary, HOME.typing, HOME.file_dialogs, HOME.remembers, HOME.may_quit, HOME.dials))
    assert HOME.idle_seconds is None


def test_a_clinic_computer_does_not_remember_one_person_to_the_next() -> None:
    assert not CLINIC.remembers
