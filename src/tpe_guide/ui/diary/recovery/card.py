"""The recovery sheet: what it is, the ways to paper, and then the try by words from the paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.diary.recovery.state import RecoveryState
from tpe_guide.ui.diary.recovery.words_field import WordsField
from tpe_guide.ui.kit.button import Button, Kind
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.field import Field
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap


class RecoveryCard(Card):
    """*after*: what was done just before; *leave* puts the card away, now or when the sheet works."""

    def __init__(
        self,
        theme: Theme,
        state: RecoveryState,
        leave: Callable[[], object],
        after: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, fill="straw50", parent=parent)
        self._theme = theme
        self._state = state
        self._leave = leave
        self._typed = state.diary_session.typed
        self._fields: dict[int, Field] = {}
        self._all: WordsField | None = None
        self._column = QVBoxLayout(self)
        pad = theme.of_bars.px(18)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.of_bars.px(12))
        self.said = ""
        """The first of it, for who hears it."""
        self.first: QWidget = self
        """What has the keyboard."""
        if after:
            self._add_heading("check", after)
        if state.works:
            self._add_proof()
        else:
            self._add_what_it_is()
            self._add_ways_to_paper()
            if self._is_tried:
                self._add_try()
            self._add_what_is_true()

    @property
    def _is_tried(self) -> bool:
        return self._state.trying or self._state.known.made is not None

    def _add_heading(self, icon: str, words: str) -> None:
        row = tight(QHBoxLayout(), self._theme.px(12))
        row.addWidget(Icon(self._theme, icon, 26), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._theme, words, "h3"), 1)
        self._column.addLayout(row)
        self.said = " ".join(filter(None, (self.said, words)))

    def _add_proof(self) -> None:
        self._add_heading("check", _("Your recovery sheet works."))
        words = _("The words on your paper are the key of this diary. Keep the paper away from this computer.")
        self._add_text(words)
        close = self._button(_("Close"), "primary", "sheet-close", self._leave)
        self._column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        self.first = close

    def _add_what_it_is(self) -> None:
        self._add_heading("file-text", _("A recovery sheet"))
        self._add_text(
            _("24 words on paper. They open your diary when you lose your passcode, or the file with its key.")
        )
        self._add_text(
            _(
                "Whoever has the sheet and the diary can open it, whatever passcode you choose later. "
                "Keep the sheet away from this computer. It holds no name, and nothing that you wrote. "
                "A printer that others use may keep a copy."
            )
        )

    def _add_ways_to_paper(self) -> None:
        paper = self._state.paper
        kind: Kind = "secondary" if self._is_tried else "primary"
        prints = self._button(_("Print the sheet"), kind, "sheet-print", lambda: paper.print(self))
        save = self._button(
            _("Save it as a PDF…"), "secondary", "sheet-save", lambda: paper.save(self.window(), self._theme)
        )
        buttons = [prints, save]
        if not self._is_tried:
            buttons.append(self._button(_("I have one: try it"), "quiet", "sheet-try", self._state.try_it))
            buttons.append(self._later())
        self._column.addWidget(Wrap(self._theme, buttons, gap=10, row_gap=10))
        self.first = prints

    def _add_try(self) -> None:
        theme = self._theme
        self._column.addWidget(Label(theme, _("Now try it"), "h3"))
        if self._state.whole:
            self._all = WordsField(theme, self._typed.sheet_words)
            self._all.changed.connect(self._on_all_typed)
            self._all.entered.connect(self._check)
            self._column.addWidget(self._all)
            self.first = self._all.box
        else:
            self._ask_for_some()
        check = self._button(_("Check the words"), "primary", "sheet-check", self._check)
        buttons = [check]
        if not self._state.whole:
            whole = _("Type all of them, or scan the square")
            buttons.append(self._button(whole, "quiet", "sheet-all", self._state.ask_for_all))
        buttons.append(self._later())
        self._column.addWidget(Wrap(theme, buttons, gap=10, row_gap=10))

    def _ask_for_some(self) -> None:
        theme, (first, second, third) = self._theme, self._state.asked
        words = _("Take the paper. Type word {first}, word {second} and word {third}.")
        said = words.format(first=first, second=second, third=third)
        self._add_text(said)
        self.said = f"{self.said} {said}"
        for number in self._state.asked:
            field = Field(theme, _("Word {number}").format(number=number), limit=40)
            field.line.setObjectName(f"sheet-word-{number}")
            field.line.setText(self._typed.lines.get(field.line.objectName(), ""))
            field.line.setInputMethodHints(
                field.line.inputMethodHints()
                | Qt.InputMethodHint.ImhSensitiveData
                | Qt.InputMethodHint.ImhNoPredictiveText
            )
            field.line.textEdited.connect(self._on_typed)
            field.line.returnPressed.connect(self._check)
            self._fields[number] = field
        fields = [*self._fields.values()]
        self._column.addWidget(Flow(theme, fields, least=190, most=3, gap=14))
        self.first = fields[0].line

    def _later(self) -> Button:
        return self._button(_("Later"), "quiet", "sheet-later", self._leave)

    def _add_what_is_true(self) -> None:
        """Until one works."""
        guarded = self._state.diary_session.guarded
        if not self._state.known.tried:
            self._add_text(
                _("Until you have a sheet that works, a lost passcode means a lost diary.")
                if guarded
                else _("Until you have a sheet that works, a lost key file means a lost diary."),
                "small",
            )

    def _add_text(self, words: str, role: str = "body") -> None:
        self._column.addWidget(Label(self._theme, words, role, color="ink2" if role == "small" else "ink"))

    def _button(self, words: str, kind: Kind, name: str, do: Callable[[], object]) -> Button:
        button = Button(self._theme, words, kind, size="inner")
        button.setObjectName(name)
        button.clicked.connect(lambda: do())  # noqa: PLW0108  # a slot that is told whether it is checked
        return button

    # --- what is typed ----------------------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        self._typed.lines[self.sender().objectName()] = text
        for field in self._fields.values():
            if field.line is self.sender():
                field.show_problem("")

    def _on_all_typed(self, text: str) -> None:
        self._typed.sheet_words = text

    def _check(self) -> None:
        """What is wrong is said where it is; what was typed stays."""
        if self._all is not None:
            problem = self._state.check_all(self._all.said)
            if problem:
                self._all.show_problem(problem)
                self._all.box.setFocus()
            return
        wrong = self._state.check({number: field.line.text() for number, field in self._fields.items()})
        if self._state.works:
            return  # another card stands in this place
        for number, field in self._fields.items():
            field.show_problem(wrong.get(number, ""))
        first = self._fields[min(wrong)].line
        first.setFocus()
        first.selectAll()
