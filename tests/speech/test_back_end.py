"""What all voices of systems share: which of them comes first, and which system has which."""

from __future__ import annotations

import pytest

from tpe_guide.speech import back_ends, dispatcher, sapi, say
from tpe_guide.speech.back_end import Named, NoVoice, that_speak


def test_only_voices_of_the_language_are_offered_however_it_is_written() -> None:
    voices = [Named("Anna", "de_DE"), Named("Daniel", "en_GB"), Named("English", "en"), Named("Ena", "eno")]
    assert that_speak("en", voices) == ("English", "Daniel")


def test_the_usual_one_comes_first_by_name_or_by_country() -> None:
    voices = [Named("Fiona", "en-GB-scotland"), Named("Alex", "en_US"), Named("Daniel", "en_GB")]
    assert that_speak("en", voices, ["en-gb"]) == ("Daniel", "Alex", "Fiona")
    assert that_speak("en", voices, ["Fiona"]) == ("Fiona", "Alex", "Daniel")


@pytest.mark.parametrize(("platform", "module"), [("linux", dispatcher), ("win32", sapi), ("darwin", say)])
def test_each_system_is_asked_in_its_own_way(platform: str, module: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def found() -> None:
        raise NoVoice(platform)

    monkeypatch.setattr(module, "find", found)
    with pytest.raises(NoVoice, match=platform):
        back_ends.find(platform)


def test_what_was_tried_with_stand_ins_only_is_said() -> None:
    assert [back_ends.not_yet_heard(system) for system in ("linux", "win32", "darwin")] == ["", "Windows", "macOS"]
