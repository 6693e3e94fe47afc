"""The kiosk between two visitors: what it is about, one large button, and how the visitor likes to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kiosk.chapter_list import ChapterList
from tpe_guide.ui.kiosk.kiosk_button import BEGIN, LANGUAGE, PICKED, TOOL, KioskButton
from tpe_guide.ui.kiosk.kiosk_page import KioskPage, Parts, Row
from tpe_guide.ui.kiosk.vessel import Vessel
from tpe_guide.ui.kiosk.words import Words
from tpe_guide.ui.kit.theme import Theme, ThemeName, Type
from tpe_guide.ui.shell.look_words import theme_names

_Choice = TypeVar("_Choice", str, int, ThemeName)
_LANGUAGES_A_ROW = 3
_TITLE, _LEAD = Type(88, 1.06, 700), Type(40, 1.35, 400)
_SIZES = (150, 200, 300)
"""Percent of the guide's text, to choose from."""
_COLOURS: dict[ThemeName, str] = {"light": "sun", "dark": "moon", "contrast": "contrast"}


@dataclass(frozen=True, slots=True)
class Language:
    """A language the guide exists in: its code, and its name as its own readers write it."""

    code: str
    name: str


class AttractPage(KioskPage):
    """Begins in the first of *languages*, or in the one that is touched. A touch beside the button counts too."""

    begun = Signal(str)
    """A visitor begins, in the language of this code."""
    lowered_changed = Signal(bool)
    look_changed = Signal(str, int)
    """The colours, by name, and the size of the guide's text in percent, that the visitor wants."""

    def __init__(
        self,
        theme: Theme,
        languages: Sequence[Language],
        chapters: Sequence[str] = (),
        *,
        lowered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, lowered=lowered, parent=parent)
        self._language = languages[0].code
        self._pressed_in_body = False
        self.setAccessibleName(_("Start screen of the guide"))
        begin = KioskButton(theme, _("Touch to begin"), "primary", BEGIN, icon="pointer", parent=self)
        begin.setObjectName("begin")
        begin.clicked.connect(self._begin)
        self._begin_button = begin
        language_rows = self._language_rows(theme, languages) if len(languages) > 1 else []
        size = self._make_tool("", "case-sensitive", "text-size")
        percent = theme.percent
        size.set_words(_("Text {percent}%").format(percent=percent), short=_("{percent}%").format(percent=percent))
        size.clicked.connect(self._next_size)
        colours = self._make_tool(
            _("Colours: {name}").format(name=theme_names()[theme.name]), _COLOURS.get(theme.name, "sun"), "colours"
        )
        colours.clicked.connect(self._next_colours)
        self._lower_button = self._make_tool("", "", "lower")
        self._lower_button.clicked.connect(self._toggle_lowered)
        self._name_lower_button()
        self._set_parts(
            Parts(
                drawing=Vessel(theme, self),
                drawing_side=760,
                above_title=34,
                title=Words(theme, _("What is plasma exchange?"), _TITLE, parent=self),
                lead=Words(theme, _("A calm look at a treatment for MS relapses."), _LEAD, color="ink2", parent=self),
                rows=[Row([begin], gap=44), *language_rows],
                aside=ChapterList(theme, chapters, self) if chapters and not language_rows else None,
            ),
            [size, colours, self._lower_button],
        )

    def first_focus(self) -> QWidget:
        """The one large button."""
        return self._begin_button

    def can_be_pressed(self, at: QPoint) -> bool:
        """All of the middle of the screen begins."""
        return self.body.contains(self.mapFromGlobal(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger that misses the button still means it."""
        self._pressed_in_body = self.body.contains(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Begin, if the finger came down and up in the middle of the screen."""
        left_button = event.button() is Qt.MouseButton.LeftButton
        if self._pressed_in_body and left_button and self.body.contains(event.position().toPoint()):
            self._begin()
        self._pressed_in_body = False

    def _language_rows(self, theme: Theme, languages: Sequence[Language]) -> list[Row]:
        buttons = []
        for language in languages:
            first = language.code == self._language
            button = KioskButton(
                theme,
                language.name,
                "picked" if first else "quiet",
                PICKED if first else LANGUAGE,
                icon="check" if first else "",
                parent=self,
            )
            button.setObjectName(f"language-{language.code}")
            button.clicked.connect(partial(self.begun.emit, language.code))
            buttons.append(button)
        chunks = [buttons[at : at + _LANGUAGES_A_ROW] for at in range(0, len(buttons), _LANGUAGES_A_ROW)]
        return [Row(chunk, gap=20 if number else 40) for number, chunk in enumerate(chunks)]

    def _make_tool(self, words: str, icon: str, name: str) -> KioskButton:
        tool = KioskButton(self._theme, words, "quiet", TOOL, icon=icon, parent=self)
        tool.setObjectName(name)
        return tool

    def _next_size(self) -> None:
        self.look_changed.emit(self._theme.name, _after(_SIZES, self._theme.percent))

    def _next_colours(self) -> None:
        self.look_changed.emit(_after([*_COLOURS], self._theme.name), self._theme.percent)

    def _begin(self) -> None:
        self.begun.emit(self._language)

    def _toggle_lowered(self) -> None:
        self._set_lowered(not self.lowered)
        self._name_lower_button()
        self._arrange()
        self.lowered_changed.emit(self.lowered)

    def _name_lower_button(self) -> None:
        if self.lowered:
            self._lower_button.set_words(_("Raise the buttons"), icon="arrow-up")
        else:
            self._lower_button.set_words(_("Lower the buttons"), icon="arrow-down-to-line")


def _after(choices: Sequence[_Choice], now: _Choice) -> _Choice:
    """The one that follows *now*, round and round."""
    return choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]
