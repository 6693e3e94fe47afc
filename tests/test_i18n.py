"""Words in the reader's language, and a guard against translations that would break a sentence."""

from __future__ import annotations

import gettext

import pytest

from tpe_guide import i18n
from tpe_guide.i18n import _, _n, _p

WORDS = {
    "Back": "Zurück",
    "Session {number}": "Sitzung {number}",
    "{done} of {total} read": "{done} von {gesamt} gelesen",
    "Text {broken": "Text {kaputt",
}


class Catalogue(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return WORDS.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{count} Tage" if n != 1 else "ein Tag"

    def pgettext(self, context: str, message: str) -> str:
        return "Rücken" if context == "body" else message


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_catalogue", Catalogue())


def test_english_needs_no_catalogue() -> None:
    assert _("Back") == "Back"
    assert [_n("one day", "{count} days", count) for count in (0, 1, 2)] == ["{count} days", "one day", "{count} days"]
    assert _p("direction", "Back") == "Back"


def test_a_language_without_a_catalogue_speaks_english() -> None:
    i18n.set_language("tlh")
    assert _("Back") == "Back"


@pytest.mark.usefixtures("german")
def test_words_are_translated() -> None:
    assert _("Back") == "Zurück"
    assert _("Session {number}").format(number=3) == "Sitzung 3"
    assert _n("one day", "{count} days", 1) == "ein Tag"
    assert _p("body", "Back") == "Rücken"


@pytest.mark.usefixtures("german")
def test_a_translation_that_invents_a_placeholder_is_not_used() -> None:
    assert _("{done} of {total} read").format(done=1, total=2) == "1 of 2 read"


@pytest.mark.usefixtures("german")
def test_a_translation_with_a_broken_placeholder_is_not_used() -> None:
    assert _("Text {broken") == "Text {broken"
