"""Settings: how the guide looks and how much it shows, on one page; each choice works at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.choice_row import ChoiceRow, Rows
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.scrolling import KeptInSight, bar_width
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.settings.look_choices import (
    ColourTiles,
    column_chips,
    depth_chips,
    motion_chips,
    ruler_chips,
    size_chips,
    spacing_chips,
    strength_chips,
)
from tpe_guide.ui.settings.sample import WIDTH as SAMPLE_WIDTH
from tpe_guide.ui.settings.sample import Sample
from tpe_guide.ui.settings.touch_choices import reach_chips, wait_chips
from tpe_guide.ui.settings.voice_row import VoiceRow, speed_chips
from tpe_guide.ui.shell.session import Session

SAMPLE_FROM = 1100
"""px at 100 %: in a wider window the sample stands beside the choices and does not scroll away."""
_GAP = 36


class SettingsPage(Screen):
    """Cards of rows, and a sample that shows each choice. *wanted*: the choice that one came for (``spacing``)."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        speaker: Callable[[], Speaker],
        wanted: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._session = session
        self._wanted = wanted
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(12))
        self._title = Label(theme, _("Settings"), "h1")
        self._column.addWidget(self._title)
        self._column.addWidget(
            Label(theme, _("Each choice works at once. You can change it at any time."), color="ink2")
        )
        self._sample = Sample(theme)
        self._sizes = size_chips(theme, session)
        reading = [
            ChoiceRow(theme, _("Text size"), self._sizes),
            ChoiceRow(theme, _("Colours"), ColourTiles(theme, session)),
            ChoiceRow(theme, _("Spacing"), spacing_chips(theme, session), hint=_("Of lines and words")),
            ChoiceRow(theme, _("Letters"), strength_chips(theme, session)),
            ChoiceRow(theme, _("Narrow column"), column_chips(theme, session), hint=_("Text at one side")),
            ChoiceRow(theme, _("Reading ruler"), ruler_chips(theme, session), hint=_("Other lines are dimmed")),
            ChoiceRow(theme, _("Pictures"), motion_chips(theme, session)),
            ChoiceRow(theme, _("Of each page"), depth_chips(theme, session), hint=_("How much is shown first")),
        ]
        self._column.addWidget(Label(theme, _("Reading"), "h3"))
        self._reading = Rows(theme, reading)
        self._column.addWidget(self._reading)
        self._column.addWidget(self._sample)
        self._column.addWidget(Label(theme, _("Listening"), "h3"))
        voice = VoiceRow(theme, session, speaker)
        heard = [ChoiceRow(theme, _("How fast"), speed_chips(theme, session)), ChoiceRow(theme, _("Voice"), voice)]
        if session.policy.diary:
            go = partial(session.go, Locator("eyes-rest"))
            closed = self._leads_to(_("Rest your eyes"), "volume-2", "to-eyes-rest", go)
            heard.append(ChoiceRow(theme, _("Eyes closed"), closed, hint=_("Five keys or one touch")))
        self._column.addWidget(Rows(theme, heard))
        if session.policy.may_quit:  # a kiosk's window has a filter of its own, the same for all
            self._column.addWidget(Label(theme, _("Touch and mouse"), "h3"))
            self._column.addWidget(Rows(theme, self._touch_rows()))
        if session.policy.typing:
            self._column.addWidget(Label(theme, _("My unit"), "h3"))
            self._column.addWidget(Rows(theme, [ChoiceRow(theme, _("Numbers and details"), self._to_unit())]))
        if session.policy.diary:
            keeping = self._leads_to(_("Backups, files, passcode"), "lock", "to-keeping", self._go_to_keeping)
            self._column.addWidget(Label(theme, _("My diary"), "h3"))
            self._column.addWidget(Rows(theme, [ChoiceRow(theme, _("Keep it safe"), keeping)]))
        self._column.addWidget(Label(theme, _("Keys"), "h3"))
        keys = self._leads_to(_("All keys"), "keyboard", "keys", self._go_to_keys)
        self._column.addWidget(Rows(theme, [ChoiceRow(theme, _("Use it without a mouse"), keys)]))
        self._column.addWidget(Label(theme, _("Help for eyes, hands, ears and fog"), "h3"))
        helps = self._leads_to(_("How this app helps you"), "person-standing", "to-helps", self._go_to_helps)
        self._column.addWidget(Rows(theme, [ChoiceRow(theme, _("What there is"), helps)]))
        self._column.addStretch(1)
        self._area = self._set_up(inside)
        self._sight = KeptInSight(self._area, theme.px(80))

    def first_focus(self) -> QWidget:
        """What is picked of the choice that one came for; else the size in use."""
        offered = self.findChildren(QAbstractButton, QRegularExpression(f"^{self._wanted}-")) if self._wanted else ()
        wanted = next((each for each in offered if each.isChecked()), None)
        if wanted is not None:
            self._sight.keep(wanted)
        return wanted or self._sizes.picked or self

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sample stands beside the choices, where it stays in sight, or below those that it shows."""
        theme, side = self._theme, self._side(83)
        beside = self.width() >= theme.px(SAMPLE_FROM)
        self._fit_title(self._title)
        width = theme.px(SAMPLE_WIDTH)
        right = side + width + theme.px(_GAP) if beside else side
        self._column.setContentsMargins(side, theme.px(24), right, theme.px(28))
        if beside:
            self._column.removeWidget(self._sample)
            self._sample.setParent(self)
            height = self._sample.heightForWidth(width)
            bar = bar_width(self._area)
            self._sample.setGeometry(self.width() - side - width - bar, theme.px(28), width, height)
            self._sample.show()
            self._sample.raise_()
        elif self._column.indexOf(self._sample) < 0:
            self._column.insertWidget(self._column.indexOf(self._reading) + 1, self._sample)

    def _touch_rows(self) -> list[ChoiceRow]:
        theme, session = self._theme, self._session
        dots = self._leads_to(_("Tap the dots"), "hand", "to-dots", partial(session.go, Locator("dots")))
        return [
            ChoiceRow(theme, _("A finger may move"), reach_chips(theme, session), hint=_("And still presses")),
            ChoiceRow(
                theme, _("A second tap counts after"), wait_chips(theme, session), hint=_("Sooner, it does nothing")
            ),
            ChoiceRow(theme, _("What fits my hand?"), dots, hint=_("It takes 15 seconds")),
        ]

    def _to_unit(self) -> Button:
        return self._leads_to(_("Your unit’s details"), "hospital", "to-unit", self._go_to_unit)

    def _leads_to(self, words: str, icon: str, name: str, go: Callable[[], None]) -> Button:
        button = Button(self._theme, words, "secondary", icon=icon, size="small")
        button.setObjectName(name)
        button.clicked.connect(go)
        return button

    def _go_to_unit(self) -> None:
        self._session.go(Locator("unit"))

    def _go_to_keeping(self) -> None:
        self._session.go(Locator("keeping"))

    def _go_to_helps(self) -> None:
        self._session.go(Locator("helps"))

    def _go_to_keys(self) -> None:
        self._session.go(Locator("keys"))
