"""The bar above every screen: home, contents, text size, colours, and Urgent help always at the right."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tpe_guide.i18n import _
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Drawing
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.one_press import Deliberate
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import TOP_BAR_HEIGHT, Theme, ThemeName
from tpe_guide.ui.shell.text_size import TextSize

_THEME_ICONS = {"light": "sun", "dark": "moon", "contrast": "contrast"}


class _Fold(NamedTuple):
    """How much of the bar is shown at one degree of narrowness."""

    margin: int
    brand_lines: int = 0
    tool_words: bool = False
    urgent_words: bool = False
    size: bool = True
    finish_words: bool = True
    urgent_icon: bool = False
    slim: bool = False


_FOLDS = (
    _Fold(32, brand_lines=2, tool_words=True, urgent_words=True),
    _Fold(32, brand_lines=1, tool_words=True, urgent_words=True),
    _Fold(16, tool_words=True, urgent_words=True),
    _Fold(12, urgent_words=True),
    _Fold(8),
    _Fold(8, size=False),
    _Fold(4, size=False, finish_words=False),
    _Fold(4, size=False, finish_words=False, urgent_icon=True),
    _Fold(2, size=False, finish_words=False, urgent_icon=True, slim=True),
)


class TopBar(QWidget):
    """Tools of the whole window. Folds its words, then its parts, as room grows scarce; Urgent help stays."""

    home = Signal()
    contents = Signal()
    search = Signal()
    smaller = Signal()
    normal = Signal()
    larger = Signal()
    theme_next = Signal()
    look = Signal()
    urgent = Signal()
    finish = Signal()

    def __init__(self, theme: Theme, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        percent = theme.percent
        theme = theme.of_bars
        self._theme = theme
        self.setFixedHeight(theme.px(TOP_BAR_HEIGHT))
        self._brand = _Brand(theme)
        self._brand.clicked.connect(self.home)
        self._contents = self._tool(_("Contents"), "list", "contents")
        self._contents.clicked.connect(self.contents)
        self._search = self._tool(_("Search"), "search", "search")
        self._search.clicked.connect(self.search)
        if not policy.typing:
            self._search.hide()
        self._size = TextSize(theme, percent)
        self._size.smaller.connect(self.smaller)
        self._size.normal.connect(self.normal)
        self._size.larger.connect(self.larger)
        name = theme_names()[theme.name]
        self._colours = self._tool(name, _THEME_ICONS[theme.name], "theme")
        self._colours.setAccessibleName(_("Colours: {name}. Press for the next").format(name=name))
        self._colours.clicked.connect(self.theme_next)
        self._look = self._tool(_("Text and colours"), "a-large-small", "look")
        self._look.set_icon_only(True)
        self._look.clicked.connect(self.look)
        self._finish = self._tool(_("Finish"), "log-out", "finish", short=_("Finish"))
        self._finish.setAccessibleName(_("Finish and wipe this screen"))
        self._finish.clicked.connect(self.finish)
        self._finish.setVisible(not policy.remembers and not policy.may_quit)
        self._urgent = self._urgent_button(policy)
        self._urgent.clicked.connect(self.urgent)
        self._lay_out()

    def show_contents_tool(self, shown: bool) -> None:
        """The Contents tool is not needed where the rail is open."""
        self._contents.setVisible(shown)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to the new width."""
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold again when a font arrives late."""
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card fill and a line below."""
        painter = QPainter(self)
        paint_area(painter, self.rect(), self._theme.color("card"))
        width = self._theme.border()
        painter.setPen(QPen(self._theme.color("line"), width))
        bottom = self.height() - width / 2
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))

    def _tool(self, words: str, icon: str, name: str, short: str = "") -> Button:
        button = Button(self._theme, words, "tool", icon=icon, short=short, size="tool", icon_size=24)
        button.setObjectName(name)
        return button

    def _urgent_button(self, policy: Policy) -> Button:
        words = _("Urgent help") if policy.dials else _("Feeling unwell? Tell staff now.")
        icon = "phone-call" if policy.dials else "triangle-alert"
        button = Button(
            self._theme,
            words,
            "urgent-outline",
            icon=icon,
            short=_("Urgent") if policy.dials else _("Tell staff"),
            size="tool",
            padding=18,
        )
        button.setObjectName("urgent")
        return button

    def _lay_out(self) -> None:
        row = self._row = tight(QHBoxLayout(self), self._theme.px(6))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._brand, 0, middle)
        row.addWidget(self._contents, 0, middle)
        row.addStretch(1)
        for widget in (self._search, self._size, self._look, self._colours, self._finish, self._urgent):
            row.addWidget(widget, 0, middle)

    def _fold(self) -> None:
        """Give up words in order of need until everything fits: brand line, tool words, size control."""
        tools = (self._contents, self._search, self._colours)
        for fold in _FOLDS:
            margin = self._theme.px(fold.margin)
            self._row.setContentsMargins(margin, 0, margin, 0)
            self._brand.show_words(fold.brand_lines)
            self._row.setSpacing(0 if fold.slim else self._theme.px(6))
            for button in tools:
                button.set_icon_only(not fold.tool_words, slim=fold.slim)
            self._look.set_icon_only(True, slim=fold.slim)
            self._finish.set_icon_only(not fold.finish_words)
            self._urgent.set_compact(not fold.urgent_words)
            self._urgent.set_icon_only(fold.urgent_icon, slim=fold.slim)
            self._size.setVisible(fold.size)
            self._colours.setVisible(fold.size)
            self._look.setVisible(not fold.size)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return


class _Brand(Deliberate):
    """The mark and the name; pressing it goes home."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = 2
        self._mark = Drawing(theme, "mark", 40, self)
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("home")
        self.setText(_("TPE Guide"))
        self._line = _("Plasma exchange and MS")
        self.setAccessibleName(_("Home: where are you today?"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, lines: int) -> None:
        """Two lines, the name only, or the mark only."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The mark and as many words as shown."""
        return QSize(self._theme.px(52) + self._words_width(), self._theme.px(52))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark in the middle."""
        self._mark.move(self._theme.px(4), (self.height() - self._mark.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words beside the mark."""
        if not self._lines:
            return
        painter = QPainter(self)
        name, line = QFontMetrics(self._theme.font("title")), QFontMetrics(self._theme.font("floor"))
        height = name.height() + (line.height() if self._lines == 2 else 0)
        left, top = self._theme.px(52), (self.height() - height) // 2
        painter.setFont(self._theme.font("title"))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(left, top + name.ascent(), self.text())
        if self._lines == 2:
            painter.setFont(self._theme.font("floor"))
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(left, top + name.height() + line.ascent(), self._line)

    def _words_width(self) -> int:
        if not self._lines:
            return 0
        width = QFontMetrics(self._theme.font("title")).horizontalAdvance(self.text())
        if self._lines == 2:
            width = max(width, QFontMetrics(self._theme.font("floor")).horizontalAdvance(self._line))
        return width


def theme_names() -> dict[ThemeName, str]:
    """The sets of colours, in words."""
    return {"light": _("Light"), "dark": _("Dark"), "contrast": _("High contrast")}


def look_words(theme: Theme) -> str:
    """How it looks now, for who cannot see it."""
    return _("Text size {percent}%. Colours: {name}.").format(percent=theme.percent, name=theme_names()[theme.name])
