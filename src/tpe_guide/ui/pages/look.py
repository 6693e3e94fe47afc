"""Make it easy to see: text size and colours, each one press, shown at once."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.settings import TEXT_PERCENTS, THEMES
from tpe_guide.ui.scrolling import scrolling
from tpe_guide.ui.session import Session
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.chip import Chip
from tpe_guide.ui.widgets.flow import Flow
from tpe_guide.ui.widgets.label import Label

_THEME_ICONS = {"light": "sun", "dark": "moon", "contrast": "contrast"}


class LookPage(QWidget):
    """Every text size and every set of colours. The screen itself is the sample."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        inside = QWidget()
        column = QVBoxLayout(inside)
        side = theme.px(24)
        column.setContentsMargins(side, theme.px(28), side, theme.px(28))
        column.setSpacing(theme.px(14))
        column.addWidget(Label(theme, _("Make it easy to see"), "h1"))
        column.addWidget(Label(theme, _("Pick what suits you now. You can change it at any time."), color="ink2"))
        column.addSpacing(theme.px(10))
        column.addWidget(Label(theme, _("Text size"), "h3"))
        self._sizes = self._group(
            [(str(percent), _("{percent}%").format(percent=percent), "") for percent in TEXT_PERCENTS]
        )
        self._pick(self._sizes, str(theme.percent))
        self._sizes.buttonClicked.connect(self._on_size)
        column.addWidget(Flow(theme, self._sizes.buttons(), least=108, most=7))
        column.addSpacing(theme.px(10))
        column.addWidget(Label(theme, _("Colours"), "h3"))
        names = {"light": _("Light"), "dark": _("Dark"), "contrast": _("High contrast")}
        self._colours = self._group([(name, names[name], _THEME_ICONS[name]) for name in THEMES])
        self._pick(self._colours, theme.name)
        self._colours.buttonClicked.connect(self._on_colours)
        column.addWidget(Flow(theme, self._colours.buttons(), least=180, most=3))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(theme, inside))

    def first_focus(self) -> QWidget:
        """The size in use."""
        return self._sizes.checkedButton() or self

    def _group(self, choices: list[tuple[str, str, str]]) -> QButtonGroup:
        group = QButtonGroup(self)
        for value, words, icon in choices:
            chip = Chip(self._theme, words, icon)
            chip.setObjectName(f"look-{value}")
            chip.setProperty("value", value)
            group.addButton(chip)
        return group

    def _pick(self, group: QButtonGroup, value: str) -> None:
        for chip in group.buttons():
            chip.setChecked(chip.property("value") == value)

    def _on_size(self, chip: Chip) -> None:
        self._session.set_look(text_percent=int(chip.property("value")))

    def _on_colours(self, chip: Chip) -> None:
        self._session.set_look(theme=chip.property("value"))
