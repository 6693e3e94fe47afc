"""The bar below a page that is read aloud: pause, a sentence back or forward, how fast, which voice, stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.settings import SPEECH_SPEEDS
from tpe_guide.ui.guide.reading_aloud import ReadingAloud, State
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button, Kind
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.session import Session

_EDGE = 3
_ALL_FROM, _SPEED_FROM = 1040, 620
"""px at 100 %: with that much room there is all, or the speed too; what is not there stands under Settings."""


class AloudBar(QWidget):
    """Shows and steers *aloud*."""

    def __init__(self, theme: Theme, session: Session, aloud: ReadingAloud, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme = theme.of_bars
        self._session = session
        self._aloud = aloud
        self._play = self._button(_("Pause"), "primary", "pause", "aloud-play", aloud.press)
        self._back = self._button(_("A sentence back"), "secondary", "skip-back", "aloud-back", lambda: aloud.step(-1))
        self._on = self._button(_("A sentence on"), "secondary", "skip-forward", "aloud-on", lambda: aloud.step(1))
        self._place = Label(theme, "", "small", color="ink2", wrap=False)
        self._slower = self._button(_("Slower"), "secondary", "minus", "aloud-slower", lambda: self._change_speed(-1))
        self._speed = Label(theme, "", "small-strong", wrap=False)
        self._faster = self._button(_("Faster"), "secondary", "plus", "aloud-faster", lambda: self._change_speed(1))
        self._voice = self._button("", "secondary", "mic", "aloud-voice", aloud.next_voice)
        self._stop = self._button(_("Stop"), "secondary", "x", "aloud-stop", aloud.stop)
        for button in (self._back, self._on, self._slower, self._faster):
            button.set_icon_only(True)
            button.repeats = True
        self._trouble = Label(theme, "", "body")
        column = QVBoxLayout(self)
        side, air = theme.px(16), theme.px(12)
        column.setContentsMargins(side, air + theme.px(_EDGE), side, air)
        column.setSpacing(theme.px(8))
        column.addWidget(self._trouble)
        row = tight(QHBoxLayout(), theme.px(8))
        for part in (self._play, self._back, self._on, self._place):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._slower, self._speed, self._faster, self._voice, self._stop):
            row.addWidget(part)
        column.addLayout(row)
        aloud.changed.connect(self._show)
        self._show()

    def first_focus(self) -> QWidget:
        """The one that is pressed most."""
        return self._play

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room gives way."""
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a bar, with a strong line above."""
        painter, theme = QPainter(self), self._theme
        paint_area(painter, self.rect(), theme.color("card"))
        painter.setPen(QPen(theme.color("teal"), theme.px(_EDGE)))
        painter.drawLine(QPointF(0, theme.px(_EDGE) / 2), QPointF(self.width(), theme.px(_EDGE) / 2))

    def _button(self, words: str, kind: Kind, icon: str, name: str, pressed: Callable[[], object]) -> Button:
        button = Button(self._theme, words, kind, icon=icon, size="snug")
        button.setObjectName(name)
        button.clicked.connect(pressed)
        return button

    def _show(self) -> None:
        aloud, speed = self._aloud, self._session.settings.speech_speed
        words, icon = _words_and_icon(aloud.state)
        self._play.set_words(words, icon=icon)
        self._place.setText(self._place_words())
        self._speed.setText(_("Speed {number}").format(number=f"{speed / 100:.1f}"))
        self._slower.setEnabled(speed > SPEECH_SPEEDS[0])
        self._faster.setEnabled(speed < SPEECH_SPEEDS[-1])
        words = _("Voice {number} of {count}").format(number=aloud.voice + 1, count=max(1, len(aloud.voices)))
        self._voice.set_words(words, icon="mic")
        self._tell_trouble()
        self._fold()

    def _tell_trouble(self) -> None:
        trouble = self._aloud.trouble if self._aloud.state == "trouble" else ""
        if trouble and trouble != self._trouble.text():
            announce(self, trouble)
        self._trouble.setText(trouble)

    def _place_words(self) -> str:
        aloud = self._aloud
        if aloud.state == "ended":
            return _("The end of this page")
        if not aloud.count:
            return ""
        return _("Sentence {number} of {count}").format(number=aloud.index + 1, count=aloud.count)

    def _fold(self) -> None:
        works, room = self._aloud.state != "trouble", self.width() / self._theme.scale
        has_all, has_speed = works and room >= _ALL_FROM, works and room >= _SPEED_FROM
        self._trouble.setVisible(not works)
        for part in (self._back, self._on):
            part.setVisible(works)
        for setting in (self._slower, self._speed, self._faster):
            setting.setVisible(has_speed)
        self._place.setVisible(has_all)
        self._voice.setVisible(has_all and len(self._aloud.voices) > 1)
        for button in (self._play, self._stop):
            button.set_icon_only(works and not has_speed)

    def _change_speed(self, by: int) -> None:
        at = SPEECH_SPEEDS.index(self._session.settings.speech_speed) + by
        self._aloud.set_speed(SPEECH_SPEEDS[min(max(at, 0), len(SPEECH_SPEEDS) - 1)])


def _words_and_icon(state: State) -> tuple[str, str]:
    """What the first button says, and shows."""
    match state:
        case "speaking":
            return _("Pause"), "pause"
        case "trouble":
            return _("Try again"), "rotate-ccw"
        case "ended":
            return _("Once more"), "rotate-ccw"
        case "looking":
            return _("Looking for a voice …"), "volume-2"
        case _:
            return _("Read on"), "play"
