"""My session: when it is, what is ready for it, and what helps to get ready."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.day_picker import DayPicker
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.rebuild import focus_in, rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.my_session.checklist import Checklist
from tpe_guide.ui.my_session.date_card import DateCard
from tpe_guide.ui.my_session.state import MySessionState
from tpe_guide.ui.my_session.unit_card import UnitCard
from tpe_guide.ui.my_session.way_card import WayCard
from tpe_guide.ui.unit.unit_state import UnitState

BESIDE_FROM, _ICONS_FROM = 980, 240
"""px at 100 %: the two columns stand side by side; buttons have room for an icon beside their words."""
KEEP = "keep"
"""At the place ``my-session``: first open the diary."""


class MySessionPage(Screen):
    """*access*: how blood goes out and in, in words; empty: not said yet. *ready*: where “Get ready” leads."""

    chosen = Signal(Locator)

    def __init__(
        self,
        theme: Theme,
        state: MySessionState,
        unit: UnitState,
        access: str,
        ready: Locator,
        say: Callable[[TpeGuideError], None],
        *,
        keeps: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.heard_as = _("My session")
        self._state = state
        self._unit = unit
        self._access = access
        self._ready = ready
        self._say = say
        self._keeps = keeps
        state.unkept.connect(self._say_where_it_is_kept)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(theme.px(14))
        self._fill()
        self._area = self._set_up(self._body)
        self._arrange()

    def first_focus(self) -> QWidget:
        """What there is to do first."""
        return self._date.first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list and what helps stand side by side, or below one another."""
        self._arrange()

    # --- its parts --------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        theme, state = self._theme, self._state
        self._date = DateCard(theme, state.plan, state.today)
        self._date.date_asked_for.connect(self._pick_a_day)
        self._date.get_ready.connect(lambda: self.chosen.emit(self._ready))
        self._column.addWidget(self._date)
        if state.days_ahead is not None:
            self._column.addWidget(self._day_picker(state.days_ahead))
        if state.is_locked:
            self._column.addWidget(self._locked())
        both = QWidget()
        self._sides = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, both), theme.px(20))
        self._sides.addWidget(self._list_and_mine(), 3, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(self._help(), 2, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(both)
        rest = QWidget()
        self._column.addWidget(rest, 1)

    def _day_picker(self, ahead: int) -> QWidget:
        state, plan = self._state, self._state.plan
        clears = plan.day is not None and state.kept != "diary"
        picker = DayPicker(self._theme, state.today, ahead, plan.day, clears=clears)
        picker.chosen.connect(lambda day: self._close_picker(lambda: state.set_day(day), "get-ready"))
        picker.unknown.connect(lambda: self._close_picker(lambda: state.set_day(None), "change-date"))
        picker.closed.connect(lambda: self._close_picker(_nothing, "change-date"))
        picker.moved.connect(self._show_days)
        self._picker = picker
        return picker

    def _locked(self) -> QWidget:
        theme = self._theme
        words = _("What your diary knows shows here when it is open. Until then the date and the ticks are not kept.")
        open_ = Button(theme, _("Open my diary"), "secondary", icon="lock-keyhole", size="inner")
        open_.setObjectName("open-diary")
        open_.clicked.connect(lambda: self.chosen.emit(Locator("my-session", KEEP)))
        return Flow(theme, [Label(theme, words, "body"), open_], least=420, most=2, gap=14)

    def _list_and_mine(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(12))
        checklist = Checklist(theme, self._state, self._act, self._try)
        checklist.chosen.connect(self.chosen)
        column.addWidget(checklist)
        ways = []
        for words, icon, name, place in (
            (_("My questions"), "message-circle", "questions", Locator("questions")),
            (_("What matters to me"), "scale", "matters", Locator("matters")),
        ):
            way = Button(theme, words, "quiet", icon=icon, size="snug")
            way.setObjectName(name)
            way.setProperty("locator", place)
            way.clicked.connect(self._choose)
            ways.append(way)
        column.addWidget(Flow(theme, ways, least=240, most=2, gap=12))
        self._kept = Label(theme, "", "small", color="ink2")
        self._kept.setObjectName("where-it-is-kept")
        self._say_where_it_is_kept()
        column.addWidget(self._kept)
        return box

    def _say_where_it_is_kept(self) -> None:
        if not self._state.is_kept:
            said = _("The date and the ticks are not kept. When you close the guide, they are gone.")
        elif self._state.kept == "diary":
            said = _("The date and the ticks are kept in your diary.")
        else:
            said = _(
                "The date and the ticks are kept on this computer, in the settings file. That file is not "
                "locked. If you begin a diary, they move into it."
            )
        self._kept.setText(said)

    def _help(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(12))
        rehearsal, circuit = PICTURES["rehearsal"], PICTURES["circuit"]
        for name, title, line, place in (
            ("access", _("My needles or line"), self._access or _("Which one do you have?"), Locator("access")),
            ("rehearsal", rehearsal.title(), rehearsal.line(), Locator("rehearsal")),
            ("circuit", circuit.title(), circuit.line(), Locator("circuit")),
        ):
            way = WayCard(theme, title, line, f"see-{name}", place)
            way.setObjectName(f"see-{name}")
            way.setProperty("locator", place)
            way.clicked.connect(self._choose)
            column.addWidget(way)
        unit = UnitCard(theme, self._unit, keeps=self._keeps)
        unit.details_asked_for.connect(lambda: self.chosen.emit(Locator("unit")))
        column.addWidget(unit)
        return box

    def _arrange(self) -> None:
        theme, width = self._theme, self.width()
        beside = width >= BESIDE_FROM * theme.chrome
        self._sides.setDirection(beside_if(beside))
        side = theme.px(40 if beside else 16 if width >= theme.px(300) else 8)
        self._column.setContentsMargins(side, theme.px(16), side, theme.px(20))
        for button in self._body.findChildren(Button):
            button.set_bare(width < theme.px(_ICONS_FROM))

    # --- what is pressed --------------------------------------------------------------------------------------

    def _pick_a_day(self) -> None:
        if self._state.days_ahead is not None:
            self._close_picker(_nothing, "change-date")
            return
        self._show_days(0)

    def _show_days(self, ahead: int) -> None:
        self._state.days_ahead = ahead
        self._act(_nothing, "")
        focus_in(self._area, self._picker.chips[0])

    def _close_picker(self, do: Callable[[], None], then: str) -> None:
        self._state.days_ahead = None
        self._act(do, then)

    def _try(self, do: Callable[[], None]) -> bool:
        """Do it; False, with a message, where it cannot be kept."""
        try:
            do()
        except TpeGuideError as error:
            self._say(error)
            return False
        return True

    def _act(self, do: Callable[[], None], then: str) -> None:
        """Do it, show what came of it, and give the keyboard to the control called *then*."""
        self._try(do)
        rebuild_column(self._area, self._column, self._fill)
        self._arrange()
        control = self._body.findChild(QWidget, then) if then else None
        if control is not None and control.isEnabled():
            focus_in(self._area, control)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))


def _nothing() -> None:
    """Only what is shown changes."""
