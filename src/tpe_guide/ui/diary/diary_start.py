"""Your diary is empty: what it promises, and the passcode it begins with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary import keys
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.deriving import WorkingWords
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.passcode_field import PasscodeField
from tpe_guide.ui.diary.strength_meter import StrengthMeter
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Drawing, Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.tick_box import TickBox

BESIDE_FROM = 1000
CARD_WIDTH = 620
CARD_WIDTH_ALONE = 720


class DiaryStartPage(Screen):
    """Begins a diary. What is typed lives at the diary_session, so that a change of text size loses nothing."""

    left = Signal()
    has_one = Signal()
    """There is a diary already, in a backup or a file."""

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        self._say = say
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._promise = self._promise_column()
        self._card = self._passcode_card()
        self._split.addWidget(self._promise, 1)
        self._split.addWidget(self._card, 1)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addStretch(1)
        self._column.addLayout(self._split)
        self._column.addStretch(1)
        self._set_up(inside, self._bottom())
        self._arrange()
        self._refresh()

    def first_focus(self) -> QWidget:
        """The passcode."""
        return self._passcode.line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The promise stands beside the card, or above it."""
        self._arrange()

    # --- building -----------------------------------------------------------------------------------------

    def _promise_column(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = tight(QVBoxLayout(box), 0)
        self._picture = Card(theme, fill="straw50", radius=24)
        self._picture.setFixedSize(theme.px(236), theme.px(196))
        inside = QHBoxLayout(self._picture)
        inside.addWidget(Drawing(theme, "diary-locked", 150), 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._picture)
        self._gap = QWidget()
        self._gap.setFixedHeight(theme.px(20))
        column.addWidget(self._gap)
        away = self._diary_session.is_away
        title = Label(theme, _("A new diary") if away else _("Your diary is empty"), "h1")
        title.setObjectName("start-title")
        column.addWidget(title)
        column.addSpacing(theme.px(10))
        if away:
            words = _("The key of the one that is away is kept, for when you find it.")
            column.addWidget(Label(theme, words, "body"))
            column.addSpacing(theme.px(10))
        promise = _("Log how you feel after each session. It takes three taps.")
        column.addWidget(Label(theme, promise, "lead", color="ink2"))
        for icon, words in (
            ("lock", _("It is locked with your passcode. Only that, or your recovery sheet, opens it.")),
            ("hard-drive", _("It stays on this computer. It never goes online.")),
            ("printer", _("You choose when to print a page for your nurse.")),
        ):
            column.addSpacing(theme.px(18))
            column.addLayout(self._fact(icon, words))
        column.addSpacing(theme.px(14))
        bring = Button(theme, _("I have a diary in a file"), "text", icon="file-up", size="link")
        bring.setObjectName("bring-a-diary")
        bring.clicked.connect(self.has_one)
        column.addWidget(bring, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return box

    def _fact(self, icon: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(16))
        row.addWidget(Icon(self._theme, icon, 28, color="teal"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._theme, words, "body"), 1)
        return row

    def _passcode_card(self) -> Card:
        theme = self._theme
        card = Card(theme)
        column = QVBoxLayout(card)
        self._card_column = column
        column.setSpacing(theme.px(14))
        heading = QHBoxLayout()
        heading.setSpacing(theme.px(14))
        heading.addWidget(Icon(theme, "key-round", 28))
        heading.addWidget(Label(theme, _("First, choose a passcode"), "h2"), 1)
        column.addLayout(heading)
        self._add_fields(column)
        strong = _("no one can open my diary")
        words = _("I wrote it down. If I lose it, and have no recovery sheet, {strong}.")
        self._wrote_down = TickBox(theme, words.format(strong=strong), strong=strong)
        self._wrote_down.setObjectName("wrote-down")
        self._wrote_down.setChecked(self._diary_session.typed.wrote_down)
        self._wrote_down.toggled.connect(self._on_wrote_down)
        column.addWidget(self._wrote_down)
        self._reason = Label(theme, "", "small-strong", color="straw800")
        column.addWidget(self._reason)
        column.addWidget(_Rule(theme))
        column.addLayout(self._second_way())
        return card

    def _add_fields(self, column: QVBoxLayout) -> None:
        theme, typed = self._theme, self._diary_session.typed
        hint = _("At least {count} letters. Three or four short words work well.")
        self._passcode = PasscodeField(theme, _("Passcode"), hint=hint.format(count=keys.PASSCODE_LEAST))
        self._passcode.set_names("passcode")
        self._passcode.line.setText(typed.passcode)
        self._passcode.line.textEdited.connect(self._on_passcode)
        self._passcode.line.editingFinished.connect(self._judge_passcode)
        self._passcode.line.returnPressed.connect(self._on_return)
        column.addWidget(self._passcode)
        self._strength = StrengthMeter(theme)
        column.addWidget(self._strength)
        self._again = PasscodeField(theme, _("Type it again"))
        self._again.set_names("passcode-again")
        self._again.line.setText(typed.again)
        self._again.line.textEdited.connect(self._on_again)
        self._again.line.returnPressed.connect(self._on_return)
        column.addWidget(self._again)

    def _second_way(self) -> QVBoxLayout:
        theme = self._theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        words = _(
            "Might you forget a passcode? You can go without. "
            "Then anyone who uses this computer as you can open your diary."
        )
        column.addWidget(Label(theme, words, "small", color="ink2"))
        without = Button(theme, _("Start without a passcode"), "quiet", size="small", padding=18)
        without.setObjectName("start-without")
        without.clicked.connect(self._start_without)
        column.addWidget(without, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        not_now = Button(theme, _("Not now"), "secondary", icon="arrow-left", short=_("Not now"))
        not_now.setObjectName("not-now")
        not_now.clicked.connect(self._leave)
        shared = Label(
            theme,
            _("Shared computer? You can use the guide without a diary."),
            "small",
            color="ink2",
            wrap=False,
        )
        self._start = Button(theme, _("Lock and start my diary"), icon_after="lock", short=_("Start"))
        self._start.setObjectName("start-diary")
        self._start.clicked.connect(self._begin)
        WorkingWords(self._diary_session.deriving, self._start, _("Locking …"), _("Locking …"))
        self._diary_session.deriving.refused.connect(self._say)
        return BottomBar(self._theme, not_now, shared, self._start, keep_middle=True)

    # --- what is typed --------------------------------------------------------------------------------------

    def _on_passcode(self, text: str) -> None:
        self._diary_session.typed.passcode = text
        self._passcode.show_problem("")
        self._refresh()

    def _on_again(self, text: str) -> None:
        self._diary_session.typed.again = text
        self._refresh()

    def _on_wrote_down(self, ticked: bool) -> None:
        self._diary_session.typed.wrote_down = ticked
        self._refresh()

    def _judge_passcode(self) -> None:
        typed = self._diary_session.typed.passcode
        self._passcode.show_problem(keys.passcode_problem(typed) or "" if typed else "")

    def _on_return(self) -> None:
        """Enter goes on to what is still missing, and starts when nothing is."""
        typed = self._diary_session.typed
        if keys.passcode_problem(typed.passcode):
            self._judge_passcode()
            self._passcode.line.setFocus()
        elif typed.again != typed.passcode:
            self._again.line.setFocus()
        elif not typed.wrote_down:
            self._wrote_down.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._begin()

    def _refresh(self) -> None:
        typed = self._diary_session.typed
        self._strength.set_strength(keys.strength(typed.passcode), typed=bool(typed.passcode))
        astray = not typed.passcode.startswith(typed.again)
        self._again.show_problem(_("This is not the same as above.") if astray else "")
        missing = self._what_is_missing()
        self._start.setEnabled(not missing)
        self._start.setAccessibleDescription(missing)
        self._reason.setText(missing or _("All set. Press “Lock and start my diary”."))

    def _what_is_missing(self) -> str:
        """Why the diary cannot start yet, in words; empty when it can."""
        typed = self._diary_session.typed
        if keys.passcode_problem(typed.passcode):
            return _("To start: choose a passcode.")
        if typed.again != typed.passcode:
            return _("To start: type the same passcode again.")
        if not typed.wrote_down:
            return _("To start: write it down on paper, then tick the box.")
        return ""

    def _begin(self) -> None:
        self._or_say(lambda: self._diary_session.create_guarded(self._diary_session.typed.passcode))

    def _start_without(self) -> None:
        if not self._diary_session.deriving.busy:  # one is being begun
            self._or_say(self._diary_session.create)

    def _or_say(self, do: Callable[[], None]) -> None:
        try:
            do()
        except TpeGuideError as error:
            self._say(error)

    def _leave(self) -> None:
        self._diary_session.forget_typed()
        self.left.emit()

    def _arrange(self) -> None:
        theme = self._theme
        beside = self.width() >= theme.px(BESIDE_FROM)
        roomy = self.width() >= theme.px(1280)
        self._split.setDirection(beside_if(beside))
        self._split.setSpacing(theme.px(64 if roomy else 36 if beside else 24))
        self._picture.setVisible(beside)
        self._gap.setVisible(beside)
        self._card.setMaximumWidth(theme.px(CARD_WIDTH if beside else CARD_WIDTH_ALONE))
        side = theme.px(100 if roomy else 40 if self.width() >= theme.px(720) else 16)
        self._column.setContentsMargins(side, theme.px(24), side, theme.px(24))
        pad = theme.px(36 if self.width() >= theme.px(720) else 18)
        self._card_column.setContentsMargins(pad, theme.px(28), pad, theme.px(28))


class _Rule(Card):
    """A thin line across the card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, fill="line", radius=0)
        self.setFixedHeight(max(1, round(theme.border())))
