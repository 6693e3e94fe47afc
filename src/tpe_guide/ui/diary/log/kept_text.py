"""A field for the person's own words. It keeps all that is put into it, and says so where that is too much."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.kinds import TEXT_LIMIT
from tpe_guide.diary.typed import kept_text, over
from tpe_guide.i18n import _
from tpe_guide.ui.diary.draft_keeper import DraftKeeper
from tpe_guide.ui.kit.field import Problem, field_style, note_field
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COUNTED_FROM = TEXT_LIMIT - 200


class KeptText(QWidget):
    """*name* is said to a screen reader, *document* finds what stands in it again; *text*: what that is at first.

    Its way back (Ctrl+Z) outlives a change of look. *lines*: how high it is at least; it grows with its words.
    """

    changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        drafts: DraftKeeper,
        document: str,
        name: str,
        text: str,
        *,
        lines: int = 1,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = tight(QVBoxLayout(self), theme.px(6))
        self.box = note_field(theme, name, lines=lines)
        self._least = max(theme.px(52), theme.px(28 * lines + 24))
        self.box.setPlaceholderText(hint)
        self.box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = drafts.document(document, text)
        held.setDefaultFont(theme.font("body"))
        self.box.setDocument(held)
        self._one_line = lines == 1
        column.addWidget(self.box)
        self._count = Label(theme, "", "floor", color="ink2")
        column.addWidget(self._count)
        self._problem = Problem(theme)
        column.addWidget(self._problem)
        if self._one_line:
            self.box.installEventFilter(self)
        self.box.textChanged.connect(self._on_text)
        held.documentLayout().documentSizeChanged.connect(self._grow)
        self._show(self.box.toPlainText())
        QTimer.singleShot(0, self, self._grow)

    def set_name(self, name: str) -> None:
        """Name its field so, for tests and helpers."""
        self.box.setObjectName(name)

    def eventFilter(self, watched: QWidget, event: QKeyEvent) -> bool:  # type: ignore[override]
        """A line has no second one to begin with Enter."""
        if event.type() == QKeyEvent.Type.KeyPress and event.key() in _ENTER:
            return True
        return super().eventFilter(watched, event)

    def _on_text(self) -> None:
        text = kept_text(self.box.toPlainText())
        self._show(text)
        self.changed.emit(text)

    def _show(self, text: str) -> None:
        length, too_long = len(text.strip()), over(text)
        self._count.setText(_("{length} of {limit} characters").format(length=f"{length:,}", limit=f"{TEXT_LIMIT:,}"))
        self._count.setVisible(length > _COUNTED_FROM)
        said = _("This is too long to save. Please make it shorter. Nothing was cut.") if too_long else ""
        if said != self._problem.sentence:
            self._problem.say(said)
            self.box.setStyleSheet(field_style(self._theme, wrong=bool(said)))
            self.box.setAccessibleDescription(said)
        self._problem.setVisible(bool(said))

    def _grow(self) -> None:
        lines = self.box.document().documentLayout().documentSize().height()
        needed = round(lines * self.box.fontMetrics().lineSpacing()) + self._theme.px(24)
        self.box.setFixedHeight(max(self._least, needed))
