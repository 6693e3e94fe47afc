"""How it sounds and looks: chosen by ear, and the same choices as in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tpe_guide.eyes_rest.answers import AnswersStop
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop, Words, how_to
from tpe_guide.eyes_rest.world import World
from tpe_guide.guide.depth import Depth
from tpe_guide.i18n import _


class WhoSpeaksStop(Stop):
    """Something asks for what is on the screen: a screen reader, most likely, but it may be one that is silent.

    So it is asked once, by the guide's own voice, who is to speak: nobody is left in silence, nor with two voices.
    """

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("Who speaks?"))
        self._choices = world.choices

    @property
    def by_voice(self) -> bool:  # type: ignore[override]
        """Until that is known."""
        return self._choices.asks_who_speaks

    def rows(self) -> Sequence[Row]:
        """Silence is an answer, too: whoever goes on hears the reader."""
        words = _("Your screen reader speaks here, not this voice. If you hear no other voice, choose now. Else go on.")
        begin = Row(_("Your screen reader speaks from now on. Choose to begin."), self._begin)
        return (Row(words, self._let_voice_speak), begin)

    def moved(self) -> None:
        """There is a reader."""
        self._choices.let_speak("reader")

    def left(self) -> str:
        """Nor did they choose the voice."""
        if self._choices.asks_who_speaks:
            self._choices.let_speak("reader")
        return how_to()

    def _let_voice_speak(self) -> None:
        self._choices.let_speak("voice")
        self.rest.close(how_to())

    def _begin(self) -> None:
        self.rest.close(how_to())


class SoundStop(Stop):
    """Speed, voice, how much of each page, and the size of the words on the screen."""

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("Text and voice"), "")
        self._choices = world.choices

    def rows(self) -> Sequence[Row]:
        """Each works at once."""
        choices = self._choices
        rows = [
            Row(_("Speak faster."), partial(self._faster, 1)),
            Row(_("Speak slower."), partial(self._faster, -1)),
        ]
        if choices.voice:
            rows.append(Row(_("Another voice. Now: {voice}.").format(voice=choices.voice), self._other_voice))
        rows.append(Row(_("How much of each page: {depth}.").format(depth=_depths()[choices.depth]), self._ask_depth))
        size = choices.text_percent
        rows.append(Row(_("Bigger text. Now: {size} percent.").format(size=size), partial(self._bigger, 1)))
        rows.append(Row(_("Smaller text."), partial(self._bigger, -1)))
        if choices.has_reader:
            speaks = _("your screen reader") if choices.speaks == "reader" else _("the voice of the guide")
            rows.append(Row(_("Who speaks: {who}. Choose to change it.").format(who=speaks), self._change_speaker))
        return rows

    def _faster(self, by: int) -> None:
        changed = self._choices.change_speed(by)
        words = _("Speed {speed} percent.").format(speed=self._choices.speed)
        self.rest.tell_only(words if changed else _("There is no more. {words}").format(words=words))

    def _other_voice(self) -> None:
        self._choices.next_voice()
        self.rest.tell_only(_("This is how the guide sounds."))

    def _bigger(self, by: int) -> None:
        changed = self._choices.change_size(by)
        words = _("Text size {percent} %.").format(percent=self._choices.text_percent)
        self.rest.tell_only(words if changed else _("There is no more. {words}").format(words=words))

    def _change_speaker(self) -> None:
        self._choices.let_speak("voice" if self._choices.speaks == "reader" else "reader")
        self.rest.tell("")

    def _ask_depth(self) -> None:
        answers: list[tuple[str, Depth]] = [(words, depth) for depth, words in _depths().items()]

        def take(depth: Depth) -> Words:
            self._choices.set_depth(depth)
            return ""

        question = _("How much of each page?")
        self.rest.enter(AnswersStop(self.rest, question, answers, take, now=self._choices.depth, onward=False))


def _depths() -> dict[Depth, str]:
    return {"facts": _("three facts"), "minute": _("one minute"), "full": _("all of it")}
