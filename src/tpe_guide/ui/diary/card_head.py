"""The title of a card, and a few words about it at the other end of the line, or below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, higher_when_narrow, tight
from tpe_guide.ui.kit.theme import Theme


class CardHead(QWidget):
    """*title* in the type *role*, perhaps after an *icon*; *said* stands beside it where both have room in one line."""

    def __init__(
        self, theme: Theme, title: str, said: str, role: str = "h3", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gap = theme.px(10)
        self._row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), theme.px(4))
        named = tight(QHBoxLayout(), theme.px(8))
        if icon:
            named.addWidget(Icon(theme, icon, 24), 0, Qt.AlignmentFlag.AlignVCenter)
        named.addWidget(Label(theme, title, role), 1)
        self._row.addLayout(named, 1)
        self._said = Label(theme, said, "small", color="ink2")
        self._row.addWidget(self._said)
        self._wide = QFontMetrics(theme.font("small")).horizontalAdvance(said) + 4
        before = theme.px(32) if icon else 0
        self._both = before + QFontMetrics(theme.font(role)).horizontalAdvance(title) + 4 + self._gap + self._wide
        self._least = max(named.minimumSize().width(), self._said.minimumSizeHint().width())
        self.setSizePolicy(higher_when_narrow())

    def minimumSizeHint(self) -> QSize:
        """One below the other: what stands in one line now may have to give that up."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._least), hint.height())

    def sizeHint(self) -> QSize:
        """Both in one line."""
        return QSize(self._both, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one line, or in two."""
        beside = self.width() >= self._both
        self._said.setMinimumWidth(self._wide if beside else 0)
        self._row.setDirection(beside_if(beside))
