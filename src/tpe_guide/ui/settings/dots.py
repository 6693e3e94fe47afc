"""Tap the dots: six taps tell how much a hand shakes, so that the guide can wait for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button, Kind
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.scrolling import KeptInSight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.settings.dot_field import PLACES, DotField
from tpe_guide.ui.settings.touch_choices import reach_words, wait_words
from tpe_guide.ui.shell.session import Session


class DotsPage(Screen):
    """The dots, then what they tell and whether to keep that. Nothing is kept unless it is said so."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session = session
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(12))
        self._title = Label(theme, _("Tap the dots"), "h1")
        self._lead = Label(theme, "", "lead", color="ink2")
        self._field = DotField(theme)
        self._field.setObjectName("dots")
        # Keys can tap nothing there; but the keyboard has a place while the dots are tapped, and it is in sight.
        make_stop(self._field, self._field.accessibleName())
        self._found = Label(theme, "", "lead")
        keep = self._button(_("Keep this"), "primary", "check", "keep-touch", self._on_keep)
        again = self._button(_("Once more"), "secondary", "rotate-ccw", "dots-again", self._begin)
        self._answers = Wrap(theme, [keep, again], gap=12)
        for part in (self._title, self._lead, self._found, self._answers):
            self._column.addWidget(part)
        self._column.addWidget(self._field, 1)
        self._column.addStretch(0)
        self._area = self._set_up(inside)
        self._in_sight = KeptInSight(self._area, theme.px(12))
        self._field.tapped.connect(self._on_tapped)
        self._begin()

    def first_focus(self) -> QWidget:
        """The dots, which say that they are to be tapped."""
        return self._field

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as other screens."""
        side = self._side(83)
        self._fit_title(self._title)
        self._column.setContentsMargins(side, self._theme.px(24), side, self._theme.px(20))
        self._field.fit(self.height() - 2 * self._theme.px(12))

    def _button(self, words: str, kind: Kind, icon: str, name: str, pressed: Callable[[], None]) -> Button:
        button = Button(self._theme, words, kind, icon=icon)
        button.setObjectName(name)
        button.clicked.connect(pressed)
        return button

    def _begin(self) -> None:
        self._field.begin()
        self._in_sight.keep(self._field)
        self._show_result(found=False)
        self._lead.setText(_("Tap each dot as you usually do. Or choose under Settings by hand."))

    def _on_tapped(self, count: int) -> None:
        if count == len(PLACES):
            self._tell()
        else:
            announce(self, self._field.accessibleName())

    def _tell(self) -> None:
        """What was measured, and what would come of it."""
        reach, wait = self._field.measure.fitting()
        self._lead.setText(
            _("Your finger moved up to {found}.").format(found=reach_words(round(self._field.measure.rolled)))
        )
        words = _(
            "If you keep this, a finger may move {reach} and still press. "
            "A second tap in the same place does nothing for {wait}."
        ).format(reach=reach_words(reach), wait=wait_words(wait))
        self._found.setText(words)
        self._show_result(found=True)
        announce(self, f"{self._lead.text()} {words}")
        self._area.verticalScrollBar().setValue(0)

    def _show_result(self, *, found: bool) -> None:
        self._field.setVisible(not found)
        for part in (self._found, self._answers):
            part.setVisible(found)

    def _on_keep(self) -> None:
        reach, wait = self._field.measure.fitting()
        self._session.set_touch(reach=reach, wait=wait)
        self._session.go(Locator("look"))
