"""A diary opened by its recovery sheet: first its words, then a new passcode, or none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary import by_sheet, keys, recovery
from tpe_guide.errors import SheetMisread, SheetOfAnother, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.deriving import WorkingWords, opening
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.passcode_field import PasscodeField
from tpe_guide.ui.diary.recovery.steps import leave_sheet, take_key
from tpe_guide.ui.diary.recovery.words_field import WordsField
from tpe_guide.ui.diary.strength_meter import StrengthMeter
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.wording import describe


class OpenBySheetPage(Screen):
    """What is typed lies at the diary session, and is forgotten on leaving. *tell* is told what was done."""

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        say: Callable[[TpeGuideError], None],
        tell: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        self._typed = diary_session.typed
        self._say = say
        self._tell = tell
        card = Card(theme)
        self._column = QVBoxLayout(card)
        pad = theme.px(16 if theme.chrome >= 1.5 else 32)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.px(16))
        bars = theme.of_bars
        back = Button(bars, _("Back"), "secondary", icon="arrow-left", short=_("Back"))
        back.setObjectName("sheet-back")
        back.clicked.connect(lambda: leave_sheet(diary_session))
        if self._typed.sheet_key is None:
            on = Button(bars, _("Go on"), icon_after="arrow-right", short=_("Go on"))
            on.setObjectName("sheet-go-on")
            on.clicked.connect(self._prove)
            self._first = self._ask_for_words()
        else:
            on = Button(bars, _("Open my diary"), icon_after="key-round", short=_("Open"))
            on.setObjectName("sheet-open")
            on.clicked.connect(self._open)
            WorkingWords(diary_session.deriving, on, opening(), opening())
            diary_session.deriving.refused.connect(self._say)
            self._first = self._ask_for_passcode(self._typed.sheet_key)
        self._set_up(centred(theme, card, 760), BottomBar(theme, back, None, on), typed_on=self._first)

    def first_focus(self) -> QWidget:
        """The words, or the new passcode."""
        return self._first

    def _ask_for_words(self) -> QWidget:
        theme = self._theme
        self._column.addWidget(Label(theme, _("Use your recovery sheet"), "h1"))
        lead = _("Type the words in their order, by the numbers on the paper.")
        self._column.addWidget(Label(theme, lead, "lead", color="ink2"))
        self._words = WordsField(theme, self._typed.sheet_words)
        self._words.changed.connect(self._on_words)
        self._words.entered.connect(self._prove)
        self._column.addWidget(self._words)
        return self._words.box

    def _ask_for_passcode(self, key: bytes) -> QWidget:
        theme = self._theme
        self._column.addWidget(Label(theme, _("Your sheet opens this diary"), "h1"))
        lead = _("Choose a new passcode, or go on without one. The sheet stays as it is.")
        self._column.addWidget(Label(theme, lead, "lead", color="ink2"))
        hint = _("At least {count} letters. Three or four short words work well.")
        self._new = self._field(_("New passcode"), "new-passcode", hint.format(count=keys.PASSCODE_LEAST))
        self._strength = StrengthMeter(theme)
        self._column.addWidget(self._strength)
        self._show_strength()
        self._again = self._field(_("Type it again"), "new-passcode-again")
        words = _("Without a passcode, whoever uses this computer as you can open your diary.")
        self._column.addWidget(Label(theme, words, "small", color="ink2"))
        without = Button(theme, _("Open it without a passcode"), "quiet", size="inner")
        without.setObjectName("sheet-open-without")
        without.clicked.connect(lambda: self._recover(keys.wrapped(key, None), guarded=False))
        self._column.addWidget(without, 0, Qt.AlignmentFlag.AlignLeft)
        return self._new.line

    def _field(self, name: str, called: str, hint: str = "") -> PasscodeField:
        field = PasscodeField(self._theme, name, hint=hint)
        field.set_names(called)
        field.line.setText(self._typed.lines.get(called, ""))
        field.line.textEdited.connect(self._on_typed)
        field.line.returnPressed.connect(self._open)
        self._column.addWidget(field)
        return field

    # --- what is typed ----------------------------------------------------------------------------------------

    def _on_words(self, text: str) -> None:
        self._typed.sheet_words = text

    def _on_typed(self, text: str) -> None:
        self._typed.lines[self.sender().objectName()] = text
        self._new.show_problem("")
        self._again.show_problem("")
        self._show_strength()

    def _show_strength(self) -> None:
        text = self._new.line.text()
        self._strength.set_strength(keys.strength(text), typed=bool(text))

    def _prove(self) -> None:
        """What is wrong is said at the field, and all that was typed stays."""
        try:
            key = recovery.key_of(self._words.said)
            by_sheet.prove(self._diary_session.folder, key)
        except (SheetMisread, SheetOfAnother) as error:
            self._words.show_problem(describe(error))
            self._words.box.setFocus()
        except TpeGuideError as error:
            self._say(error)
        else:
            take_key(self._diary_session, key)

    def _open(self) -> None:
        key, new = self._typed.sheet_key, self._new.line.text()
        problem = keys.passcode_problem(new)
        if problem:
            self._new.show_problem(problem)
            self._new.line.setFocus()
        elif self._again.line.text() != new:
            self._again.show_problem(_("This is not the same as above."))
            self._again.line.setFocus()
        elif key is not None:
            deriving = self._diary_session.deriving
            deriving.run(lambda: keys.wrapped(key, new), lambda made: self._recover(made, guarded=True), guess=False)

    def _recover(self, made: keys.Unlocked, *, guarded: bool) -> None:
        tell = self._tell
        try:
            kept = self._diary_session.recover(made)
        except TpeGuideError as error:
            self._say(error)
            return
        if not self._diary_session.is_open:
            return  # it is damaged, and another screen says so
        lines = [_("Your diary is open again.")]
        lines.append(_("From now on your new passcode opens it.") if guarded else _("It opens without a passcode now."))
        if kept is not None:
            lines.append(_("The key file from before is kept as {path}.").format(path=kept))
        tell(" ".join(lines))
