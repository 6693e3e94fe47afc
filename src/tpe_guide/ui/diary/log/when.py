"""When did it begin? One answer for all that was noticed, or one for each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.pick import Pick
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import pick_name
from tpe_guide.ui.diary.log.numbered import numbered
from tpe_guide.ui.diary.log.pick_button import PickButton, PickRow
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.terms import Onset
from tpe_guide.vocabulary.words import onsets


class WhenQuestion(QWidget):
    """Writes into *draft*."""

    changed = Signal()

    def __init__(self, theme: Theme, draft: Draft, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._catalogue = catalogue
        self._question = _("When did it begin?")
        self._rows: dict[str, _Row] = {}
        self._column = tight(QVBoxLayout(self), theme.px(8))
        self._each = Button(theme, _("Not the same for all?"), "text", size="fine", padding=8)
        self._each.setObjectName("began-each")
        self._each.clicked.connect(self._on_each)
        self._heading = numbered(theme, 3, self._question)
        self._head = Wrap(theme, (self._heading, self._each), gap=10)
        self._column.addWidget(self._head)
        self._all = self._answers("began", self._question)
        self._column.addWidget(self._all)

    def refresh(self) -> None:
        """Show what is answered, and of what it is asked."""
        draft = self._draft
        asked = [pick for pick in draft.picks if pick.level != 0]
        may_differ = len(asked) > 1 or draft.began_each
        self._each.setVisible(may_differ)
        self._heading.setMinimumHeight(self._each.sizeHint().height() if may_differ else 0)
        self._each.set_words(_("The same for all") if draft.began_each else _("Not the same for all?"))
        self._head.renew()
        self._all.setVisible(not draft.began_each)
        self._all.show_picked(draft.began)
        wanted = {pick.key: pick for pick in asked} if draft.began_each else {}
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for key, pick in wanted.items():
            if key not in self._rows:
                self._rows[key] = _Row(self._theme, pick, self._answers(f"began-{key}", self._question))
                self._column.addWidget(self._rows[key])
            self._rows[key].refresh(pick_name(pick, self._catalogue), pick.began)

    def _answers(self, name: str, question: str) -> PickRow:
        buttons = []
        for value, words in _short().items():
            button = PickButton(self._theme, words, value)
            button.setObjectName(f"{name}-{value}")
            button.setAccessibleName(onsets()[value].own)
            button.clicked.connect(self._on_answer)
            buttons.append(button)
        return PickRow(self._theme, question, buttons, gap=8, alike=True)

    def _on_answer(self) -> None:
        button = self.sender()
        assert isinstance(button, PickButton)
        row = next((row for row in self._rows.values() if button in row.answers.buttons), None)
        value: Onset = button.value  # type: ignore[assignment]
        if row is None:
            self._draft.began = None if self._draft.began == value else value
        else:
            row.pick.began = None if row.pick.began == value else value
        self.changed.emit()

    def _on_each(self) -> None:
        self._draft.set_began_each(not self._draft.began_each)
        self.changed.emit()


class _Row(QWidget):
    def __init__(self, theme: Theme, pick: Pick, answers: PickRow) -> None:
        super().__init__()
        self.pick = pick
        self.answers = answers
        column = tight(QVBoxLayout(self), theme.px(4))
        self._name = Label(theme, "", "small-strong")
        column.addWidget(self._name)
        column.addWidget(answers)

    def refresh(self, name: str, began: Onset | None) -> None:
        self._name.setText(name)
        self.answers.setAccessibleName(f"{name}: {_('When did it begin?')}")
        self.answers.show_picked(began)


def _short() -> dict[Onset, str]:
    """The answers in few words: the question stands above them."""
    return {
        "during": _("In the session"),
        "way-home": _("On the way"),
        "at-home": _("At home, later"),
        "next-day": _("The next day"),
        "unknown": _("I don’t know"),
    }
