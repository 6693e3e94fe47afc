"""Previous and Next page, each named, and the place in the chapter: in a bar below the page, or at its end."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button, Measures
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme, Type
from tpe_guide.ui.shell.steps import Steps

BAR_HEIGHT = 76
"""px at 100 %."""
_SIDE, _GAP = 32, 20
_WORDS = Type(20, 1.2, 700)
_IN_BAR = Measures(60, 22, 14, 24, _WORDS)
_AT_END = Measures(64, 22, 14, 24, _WORDS)


class PageTurner(QWidget):
    """Turned to another page, it changes its words in place: the button under a finger stays the same button.

    *docked*: in a bar of its own. Else below the text, Next first, as wide as that.
    """

    previous = Signal()
    next = Signal()

    def __init__(self, theme: Theme, library: Library, *, docked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._theme = theme = theme.of_bars if docked else theme
        self.docked = docked
        size = _IN_BAR if docked else _AT_END
        hint = _("Previous page")
        self._previous = Button(
            theme, "", "secondary", icon="arrow-left", hint=hint, size=size, spread=not docked, parent=self
        )
        self._previous.setObjectName("previous")
        self._previous.clicked.connect(self.previous)
        hint = _("Next page")
        self._next = Button(theme, "", icon_after="arrow-right", hint=hint, size=size, spread=not docked, parent=self)
        self._next.setObjectName("next")
        self._next.clicked.connect(self.next)
        self._place = Label(theme, "", "small", color="ink2", wrap=not docked, parent=self)
        self._time = Label(theme, "", "floor", color="ink2", wrap=not docked, parent=self)
        if docked:
            self.setFixedHeight(theme.px(BAR_HEIGHT))
            for label in (self._place, self._time):
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        else:
            self.setSizePolicy(higher_when_narrow())

    def show_page(self, page: str, steps: Steps | None = None) -> None:
        """Say where *page* stands, and where Previous and Next lead from it: on a path, along its *steps*."""
        if steps is not None:
            self._show_step(steps)
            return
        before, after = self._library.neighbours(page)
        if before is None and self._previous.hasFocus():
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._previous.setHidden(before is None)
        if before is not None:
            self._previous.set_words(self._library.page_title(before))
        self._next.set_hint(_("Next page") if after else _("The end of the guide"))
        self._next.set_words(self._library.page_title(after) if after else _("Today"))
        __, number, count = self._library.position(page)
        self._place.setText(_("Page {number} of {count}").format(number=number, count=count))
        self.updateGeometry()
        self._lay_out()

    def _show_step(self, steps: Steps) -> None:
        for button, way in ((self._previous, steps.before), (self._next, steps.after)):
            button.show()
            button.set_hint(way.hint)
            button.set_words(way.words)
        self._place.setText(steps.place)
        self.updateGeometry()
        self._lay_out()

    def show_time(self, here: int, chapter: int) -> None:
        """Minutes for this page, and from its beginning to the end of the chapter."""
        self._time.setText(_("{here} min · chapter {chapter} min").format(here=here, chapter=chapter))
        spoken = _("About {here} minutes for this page, {chapter} minutes to the end of the chapter")
        self._time.setAccessibleName(spoken.format(here=here, chapter=chapter))
        self._lay_out()

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(self._theme.px(360), self._theme.px(BAR_HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """At the end of a page: as high as its words need."""
        return max((place.bottom() + 1 for __, place in self._below_one_another(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a bar, with a line above; at the end of a page, the page."""
        if not self.docked:
            return
        painter, theme = QPainter(self), self._theme
        paint_area(painter, self.rect(), theme.color("card"))
        width = theme.border()
        painter.setPen(QPen(theme.color("line"), width))
        painter.drawLine(QPointF(0, width / 2), QPointF(self.width(), width / 2))

    def _lay_out(self) -> None:
        places = self._side_by_side() if self.docked else self._below_one_another(self.width())
        for widget, place in places:
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _below_one_another(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        top, gap = 0, self._theme.px(12)
        for widget in (self._next, self._previous, self._place, self._time):
            if not widget.isHidden():
                height = widget.heightForWidth(width)
                yield widget, QRect(0, top, width, height)
                top += height + (gap if isinstance(widget, Button) else 0)

    def _side_by_side(self) -> Iterator[tuple[QWidget, QRect]]:
        """The buttons at both ends; between them, in the middle as far as may be, the place."""
        side, gap = self._theme.px(_SIDE), self._theme.px(_GAP)
        buttons = [button for button in (self._previous, self._next) if not button.isHidden()]
        words = max(label.sizeHint().width() for label in (self._place, self._time))
        room = self.width() - 2 * side - gap * len(buttons)
        self._fold(buttons, room)
        taken = {button: button.sizeHint().width() if button.compact else button.natural_width() for button in buttons}
        tall = self._theme.px(_IN_BAR.height)
        top = (self.height() - tall) // 2
        left, right = side, self.width() - side
        for button, width in taken.items():
            at = left if button is self._previous else right - width
            yield button, QRect(at, top, width, tall)
            left, right = (left + width, right) if button is self._previous else (left, right - width)
        has_room = words <= right - left - 2 * gap
        middle = min(max((self.width() - words) // 2, left + gap), right - gap - words)
        lines = [self._place.sizeHint().height(), self._time.sizeHint().height()]
        upper = (self.height() - sum(lines)) // 2
        for label, top_, height in ((self._place, upper, lines[0]), (self._time, upper + lines[0], lines[1])):
            label.setVisible(has_room)
            yield label, QRect(middle, top_, words, height)

    def _fold(self, buttons: list[Button], room: int) -> None:
        """Where the titles have no room beside one another, the longer one gives way first."""
        for button in buttons:
            button.set_compact(False)
        for button in sorted(buttons, key=Button.natural_width, reverse=True):
            widths = [each.sizeHint().width() if each.compact else each.natural_width() for each in buttons]
            if sum(widths) <= room:
                return
            button.set_compact(True)
