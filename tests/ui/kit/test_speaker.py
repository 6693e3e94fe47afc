"""The voice, as widgets know it: what it tells arrives in the window's thread, and never too late."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.voices import Dumb, Mute, WrittenVoice
from tpe_guide.ui.kit import speaker as speaker_module
from tpe_guide.ui.kit.speaker import Sound, Speaker


@pytest.fixture
def voice() -> WrittenVoice:
    return WrittenVoice("en")


@pytest.fixture
def speaker(voice: WrittenVoice, qapp: QApplication) -> Speaker:
    made = Speaker(voice)
    made.look()
    return made


@pytest.fixture
def ends(speaker: Speaker) -> list[str]:
    told: list[str] = []
    speaker.finished.connect(lambda: told.append(speaker.saying))
    return told


def end(voice: WrittenVoice) -> None:
    """As it comes: from another thread."""
    thread = Thread(target=voice.end)
    thread.start()
    thread.join()


def test_the_end_is_told_in_the_thread_of_the_window(speaker: Speaker, voice: WrittenVoice, ends: list[str]) -> None:
    speaker.say("Plasma.")
    end(voice)
    assert not ends
    QCoreApplication.processEvents()
    assert ends == [""]


def test_that_something_else_is_said_is_told(speaker: Speaker) -> None:
    """Else what says the first of two would go on to offer to stop it."""
    speaker.say("Plasma.")
    QCoreApplication.processEvents()
    heard: list[str] = []
    speaker.changed.connect(lambda: heard.append(speaker.saying))
    speaker.say("Albumin.")
    QCoreApplication.processEvents()
    assert heard == ["Albumin."]


@pytest.mark.parametrize("then", ["stop", "say"])
def test_an_end_that_comes_after_something_else_was_wanted_is_none(
    speaker: Speaker, voice: WrittenVoice, ends: list[str], then: str
) -> None:
    speaker.say("Plasma.")
    end(voice)
    if then == "stop":
        speaker.stop()
    else:
        speaker.say("Albumin.")
    QCoreApplication.processEvents()
    assert not ends


def test_of_two_quick_ends_the_second_counts(speaker: Speaker, voice: WrittenVoice, ends: list[str]) -> None:
    speaker.say("Plasma.")
    end(voice)
    speaker.say("Albumin.")
    end(voice)
    QCoreApplication.processEvents()
    assert len(ends) == 1


def test_it_is_said_as_the_person_likes_it_now(voice: WrittenVoice, qapp: QApplication) -> None:
    liked = [Sound("Anna", 1.5)]
    speaker = Speaker(voice, sound=lambda: liked[-1])
    speaker.look()
    speaker.say("Plasma.")
    liked.append(Sound())
    speaker.say("Albumin.")
    assert voice.asked == [("Anna", 1.5), ("", 1.0)]


def test_trouble_and_voices_are_told(speaker: Speaker, voice: WrittenVoice) -> None:
    told: list[tuple[str, tuple[str, ...]]] = []
    speaker.changed.connect(lambda: told.append((speaker.trouble, speaker.voices)))
    QCoreApplication.processEvents()
    told.clear()
    voice.fail("Nobody speaks.")
    voice._tell(voices=("Anna", "Bert"))
    QCoreApplication.processEvents()
    assert told[-1] == ("Nobody speaks.", ("Anna", "Bert"))


class TestAVoiceThatTakesLong:
    @pytest.fixture
    def late(self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Speaker]:
        """Looked for, and not there in time."""
        monkeypatch.setattr(speaker_module, "LOOK_MS", 1)
        monkeypatch.setattr(WrittenVoice, "look", lambda self: None)
        made = Speaker(WrittenVoice("en"))
        told = QSignalSpy(made.changed)
        made.look()
        assert not made.trouble
        assert told.wait(1000)
        yield made
        made.close()

    def test_is_told_of(self, late: Speaker) -> None:
        assert late.trouble == "The voice of this computer has not answered yet."

    def test_is_told_of_no_more_once_it_is_there(self, late: Speaker) -> None:
        late.voice._tell(available=True)
        assert (late.is_late, late.trouble) == (False, "")

    def test_is_told_of_no_more_once_it_is_known_why(self, late: Speaker) -> None:
        late.voice._tell(trouble="This computer did not start its voice.")
        assert (late.is_late, late.trouble) == (False, "This computer did not start its voice.")

    def test_is_waited_for_anew_by_whoever_looks_again(self, late: Speaker) -> None:
        late.look()
        assert not late.trouble


def test_the_voices_follow_one_another_and_the_usual_one_stands_in(speaker: Speaker, voice: WrittenVoice) -> None:
    assert (speaker.number_of("Anna"), speaker.next_after("Anna")) == (0, "")
    voice._tell(voices=("Anna", "Bert"))
    assert [speaker.number_of(name) for name in ("Anna", "Bert", "Nobody")] == [0, 1, 0]
    assert [speaker.next_after(name) for name in ("Anna", "Bert", "Nobody")] == ["Bert", "Anna", "Bert"]


def test_after_the_window_nothing_is_told(speaker: Speaker, voice: WrittenVoice, ends: list[str]) -> None:
    speaker.say("Plasma.")
    speaker.close()
    end(voice)
    QCoreApplication.processEvents()
    assert not ends


class TestAskedFor:
    """A person pressed to hear a few words: they hear them, or are told why not; and it is taken back once they do."""

    NONE = "This computer has no voice yet."
    LATE = "The voice of this computer has not answered yet."

    @staticmethod
    def asked(voice: WrittenVoice) -> tuple[Speaker, list[str]]:
        speaker, told = Speaker(voice), list[str]()
        speaker.unheard.connect(told.append)
        speaker.heard.connect(lambda why: told.append(f"no longer: {why}"))
        speaker.ask("Plasma.")
        QCoreApplication.processEvents()
        return speaker, told

    def test_a_voice_that_is_found_says_them(self, voice: WrittenVoice, qapp: QApplication) -> None:
        __, told = self.asked(voice)
        assert voice.said == ["Plasma."]
        assert not told

    def test_no_voice_is_told_each_time(self, qapp: QApplication) -> None:
        speaker, told = self.asked(Mute("en"))
        assert told == [self.NONE]
        speaker.ask("Plasma.")
        QCoreApplication.processEvents()
        assert told == [self.NONE, f"no longer: {self.NONE}", self.NONE], "not asked for, it would be silence"

    def test_a_voice_that_comes_late_says_them_and_takes_it_back(
        self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(speaker_module, "LOOK_MS", 0)
        voice = Dumb("en")
        __, told = self.asked(voice)
        qtbot.waitUntil(lambda: bool(told))
        assert told == [self.LATE]
        voice._tell(available=True)
        QCoreApplication.processEvents()
        assert voice.said == ["Plasma."]
        assert told == [self.LATE, f"no longer: {self.LATE}"]

    def test_one_that_never_comes_is_told_in_the_end(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(speaker_module, "LOOK_MS", 0)
        voice = Dumb("en")
        __, told = self.asked(voice)
        qtbot.waitUntil(lambda: bool(told))
        voice._tell(trouble=self.NONE)
        QCoreApplication.processEvents()
        assert told == [self.LATE, f"no longer: {self.LATE}", self.NONE]

    def test_words_that_are_not_heard_are_told_of(self, voice: WrittenVoice, qapp: QApplication) -> None:
        __, told = self.asked(voice)
        voice.fail("The voice stopped before the end.")
        QCoreApplication.processEvents()
        assert told == ["The voice stopped before the end."]

    def test_nobody_is_told_of_what_they_no_longer_want(self, qapp: QApplication) -> None:
        voice = Dumb("en")
        speaker, told = self.asked(voice)
        speaker.stop()
        voice._tell(available=True)
        QCoreApplication.processEvents()
        assert not voice.said
        assert not told

    def test_trouble_with_what_is_read_on_is_told_elsewhere(self, voice: WrittenVoice, qapp: QApplication) -> None:
        speaker, told = self.asked(voice)
        speaker.say("The first sentence of a page.")
        voice.fail("The voice stopped before the end.")
        QCoreApplication.processEvents()
        assert not told
