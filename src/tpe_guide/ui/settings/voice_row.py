"""Whether this computer has a voice, and which: tried with a sentence, or it is said why nothing is heard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.choice_row import Chips
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.shell.session import Session

SPEEDS = (70, 100, 130, 160)
"""Percent; the bar below a page that is read has more."""


class VoiceRow(QWidget):
    """*Hear it*, *Another voice* where there is one, and what is known of the voice."""

    def __init__(
        self, theme: Theme, session: Session, speaker: Callable[[], Speaker], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._make_speaker = speaker
        self._speaker: Speaker | None = None
        self._wanted = False
        self._hear = Button(theme, _("Hear it"), "secondary", icon="volume-2", size="small")
        self._hear.setObjectName("hear-voice")
        self._hear.clicked.connect(self._on_hear)
        self._other = Button(theme, _("Another voice"), "secondary", icon="mic", size="small")
        self._other.setObjectName("other-voice")
        self._other.clicked.connect(self._on_other)
        self._other.hide()
        self._known = Label(theme, "", "small", color="ink2")
        self._known.hide()
        column = tight(QVBoxLayout(self), theme.px(8))
        column.addWidget(Wrap(theme, [self._hear, self._other]))
        column.addWidget(self._known)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody hears more of what they left, nor then what they waited for."""
        self._wanted = False
        if self._speaker is not None and self._speaker.saying:
            self._speaker.stop()
        super().hideEvent(event)

    def _on_hear(self) -> None:
        """Look for a voice first, which may take a moment."""
        if self._speaker is None:
            self._speaker = self._make_speaker()
            self._speaker.changed.connect(self._on_changed)
        if self._speaker.saying:
            self._speaker.stop()
            return
        self._wanted = True
        self._known.setText("")  # the same trouble once more is told once more
        self._speaker.look()
        self._on_changed()

    def _on_other(self) -> None:
        assert self._speaker is not None
        self._session.set_speech(voice=self._speaker.next_after(self._session.settings.speech_voice))
        self._say()

    def _on_changed(self) -> None:
        assert self._speaker is not None
        if self._wanted and self._speaker.available:
            self._say()
        elif self._speaker.trouble and not self._speaker.saying:
            self._tell(self._speaker.trouble)
        self._other.setVisible(len(self._speaker.voices) > 1)

    def _say(self) -> None:
        assert self._speaker is not None
        self._wanted = False
        self._speaker.say(_("This is how the guide sounds."))
        if count := len(self._speaker.voices):
            number = self._speaker.number_of(self._session.settings.speech_voice) + 1
            self._known.setText(_("Voice {number} of {count}").format(number=number, count=count))
            self._known.show()

    def _tell(self, trouble: str) -> None:
        assert self._speaker is not None
        self._wanted = self._wanted and self._speaker.is_late  # it may answer later
        if trouble != self._known.text():
            announce(self, trouble)
        self._known.setText(trouble)
        self._known.show()


def speed_chips(theme: Theme, session: Session) -> Chips:
    """How fast it is said."""

    def pick(value: str) -> None:
        session.set_speech(speed=int(value))

    words = (_("Slower"), _("Usual"), _("Faster"), _("Fast"))
    offered = [(str(percent), name) for percent, name in zip(SPEEDS, words, strict=True)]
    return Chips(theme, "speed", _("How fast"), offered, str(session.settings.speech_speed), pick)
