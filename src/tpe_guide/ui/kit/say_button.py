"""Say it: speaks a few words of the guide, or has it said why they cannot be heard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button, Kind
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme


class SayButton(Button):
    """Says *text*, which is about *word*. Pressed again, with Esc, or when it goes, it stops.

    *label*: its words, where it says no more than what can be read beside it.

    Give it its place in a layout before ``follow`` shows it.
    """

    def __init__(
        self,
        theme: Theme,
        speaker: Speaker,
        word: str,
        text: str,
        *,
        label: str = "",
        kind: Kind = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            label or _("Say it"),
            kind,
            icon="volume-2",
            size="fine",
            padding=6 if kind == "text" else 12,
            parent=parent,
        )
        self._label = label
        self._speaker = speaker
        self._word = word
        self._spoken = text
        self.setObjectName("say-it")
        self.clicked.connect(self._on_clicked)

    def follow(self) -> None:
        """From now on be there while something comes of it, and say what pressing it does."""
        self._speaker.changed.connect(self._show)
        self._show()

    def set_spoken(self, text: str) -> None:
        """Say *text* from now on; what is being said is stopped."""
        if text != self._spoken:
            self._stop()
            self._spoken = text

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody hears more of what they put away."""
        if self._saying or (self._spoken and self._speaker.wish == self._spoken):
            self._speaker.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops."""
        if event.key() != Qt.Key.Key_Escape or not self._stop():
            super().keyPressEvent(event)

    @property
    def _saying(self) -> bool:
        return bool(self._spoken) and self._speaker.saying == self._spoken

    def _on_clicked(self) -> None:
        if not self._stop():
            self._speaker.ask(self._spoken)

    def _stop(self) -> bool:
        saying = self._saying
        if saying:
            self._speaker.stop()
        return saying

    def _show(self) -> None:
        saying = self._saying
        self.set_words(_("Stop") if saying else self._label or _("Say it"), icon="square" if saying else "volume-2")
        if not self._label:
            words = _("Stop saying “{word}”") if saying else _("Say aloud what “{word}” means")
            self.setAccessibleName(words.format(word=self._word))
        self.setVisible(self._speaker.can_be_asked)
