"""The diary is out of reach: why, in one plain sentence, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary import folder
from tpe_guide.errors import DiaryAway, DiaryDamaged, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.keeping.offer_card import OfferCard
from tpe_guide.ui.diary.keeping.state import KeepingState
from tpe_guide.ui.diary.recovery.steps import use_sheet
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button, Kind
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.wording import describe


class DiaryBlockedPage(Screen):
    """In use by a second copy, damaged, away, from a newer version, in a folder that cannot be read.

    Of one that is damaged or away, *keeping* has the ways back: the newest good backup, and what can still be read.
    """

    read = Signal()

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        problem: TpeGuideError,
        keeping: KeepingState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        self._problem = problem
        self._keeping = keeping
        is_damaged = isinstance(problem, DiaryDamaged)
        self._lacks_key = folder.lacks_key(diary_session.folder) or (is_damaged and keeping.known_key() is None)
        self._is_lost = self._lacks_key or isinstance(problem, DiaryDamaged | DiaryAway)
        card = Card(theme)
        column = QVBoxLayout(card)
        pad = theme.px(16 if theme.chrome >= 1.5 else 32)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(16))
        column.addWidget(Icon(theme, "triangle-alert", 30, tile="straw100"))
        column.addWidget(Label(theme, _("Your diary cannot be opened now"), "h1"))
        reason = Label(theme, describe(problem), "body")
        reason.setObjectName("reason")
        column.addWidget(reason)
        self._ways = QVBoxLayout()
        self._shown: list[QWidget] = []
        self._ways.setSpacing(theme.px(12))
        column.addLayout(self._ways)
        column.addWidget(Label(theme, _("The guide works as always."), "body", color="ink2"))
        if isinstance(problem, DiaryAway):
            anew = Button(theme, _("Start a new diary"), "quiet", size="small", padding=18)
            anew.setObjectName("start-anew")
            anew.clicked.connect(diary_session.begin_anew)
            column.addWidget(anew, 0, Qt.AlignmentFlag.AlignLeft)
        bars = theme.of_bars
        read = Button(bars, _("Read the guide"), "secondary", icon="book-open", short=_("Read"))
        read.setObjectName("read-guide")
        read.clicked.connect(self.read)
        # What is offered in the card is the way on; trying again helps where another window had it.
        kind: Kind = "secondary" if self._is_lost else "primary"
        self._again = Button(bars, _("Try again"), kind, icon_after="rotate-ccw", short=_("Try again"))
        self._again.setObjectName("try-again")
        self._again.clicked.connect(diary_session.try_again)
        self._set_up(centred(theme, card, 720), BottomBar(theme, read, None, self._again))
        if self._is_lost:
            self._fill_ways()
            keeping.changed.connect(self._on_changed)
            keeping.stated.connect(self._on_changed)
            keeping.look()

    def first_focus(self) -> QWidget:
        """The way back, or “Try again”."""
        return next((each for each in self._buttons() if each.isEnabled()), self._again)

    def _buttons(self) -> list[Button]:
        return [button for widget in self._shown for button in widget.findChildren(Button)]

    def _fill_ways(self) -> None:
        """The newest good backup, and what can be read; or what of these is being done, or was."""
        state, theme = self._keeping, self._theme
        for widget in self._shown:
            self._ways.removeWidget(widget)
            for part in (widget, *widget.findChildren(QWidget)):
                part.setObjectName("")
            widget.hide()
            widget.deleteLater()
        self._shown.clear()
        if state.doing or state.offer or state.done or state.locked_backup:
            card = OfferCard(theme, state)
            self._show(card)
            self._said = card.said
            return
        self._said = self._keeping.newest_words()
        self._show(Label(theme, self._said, "strong"))
        buttons = []
        if self._has_backup():
            buttons.append(self._button(_("Put this backup back…"), "restore-newest", state.offer_newest))
        if self._lacks_key:
            buttons.append(
                self._button(_("Use my recovery sheet"), "use-sheet", lambda: use_sheet(self._diary_session))
            )
        elif isinstance(self._problem, DiaryDamaged):
            buttons.append(self._button(_("Save what can be read…"), "rescue", state.rescue))
            kept = _("The damaged file is kept, whatever you choose.")
            self._show(Label(theme, kept, "body"))
        if buttons:
            self._show(Wrap(theme, buttons, gap=10, row_gap=10))

    def _show(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self._ways.addWidget(widget)

    def _has_backup(self) -> bool:
        return self._keeping.last is not None or self._keeping.unread is not None

    def _button(self, said: str, name: str, do: object) -> Button:
        first = name == "restore-newest" or not self._has_backup()
        button = Button(self._theme, said, "primary" if first else "secondary", size="inner")
        button.setObjectName(name)
        button.clicked.connect(do)
        return button

    def _on_changed(self) -> None:
        if self._diary_session.is_open:
            return  # the window makes another screen
        self._fill_ways()
        announce(self, self._said)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
