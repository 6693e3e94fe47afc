"""What all that is pressed and painted by hand has in common: keys reach it, the pointer shows it, words wrap in it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.one_press import Deliberate
from tpe_guide.ui.kit.theme import Role, Theme

_Policy = QSizePolicy.Policy


class Pressable(Deliberate):
    """Says *text* in the type *role*. Subclasses paint it.

    *across*: what it does with more width than it wishes for.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: Role = "small-strong",
        *,
        across: QSizePolicy.Policy = _Policy.Preferred,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(theme.font(role))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(higher_when_narrow(across))

    @property
    def _start(self) -> Qt.AlignmentFlag:
        """The side where reading begins, whatever the letters of the words."""
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        return start | Qt.AlignmentFlag.AlignAbsolute

    @property
    def _reads_left(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _mirrored(self, place: QRect) -> QRect:
        """*place*, reckoned from the left, where it lies for whoever reads from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
