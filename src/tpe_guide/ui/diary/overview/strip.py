"""The days of the course in a row; a session is pressed to open it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.overview import Strip, StripDay
from tpe_guide.i18n import _
from tpe_guide.ui.diary.overview.words import filled, session_on, state_words
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.session_drop import drop_size, paint_drop
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import short_month, short_weekday

_LEAST, _PAD, _DROP, _RADIUS = 74, 10, 34, 12
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class CourseStrip(QWidget):
    """The days of *strip*, equally wide. Days without a session are left out where not all have room in one row.

    *opens*: a press opens a session; else they are only shown.
    """

    opened = Signal(str)
    """The id of a session."""

    def __init__(
        self, theme: Theme, strip: Strip, today: dt.date, *, opens: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells = [*self._made(strip, today)]
        if not opens:
            for each in self._cells:
                if isinstance(each, SessionDay):
                    each.only_show()
        for cell in self._cells:
            cell.setParent(self)
        self.setSizePolicy(higher_when_narrow())

    def minimumSizeHint(self) -> QSize:
        """One cell beside nothing."""
        return QSize(self._theme.px(_LEAST), self._cells[0].height_in(self._theme.px(_LEAST)))

    def sizeHint(self) -> QSize:
        """All in a row."""
        width = len(self._cells) * self._theme.px(_LEAST)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """As many rows as there must be."""
        return max(place.bottom() + 1 for __, place in self._places(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Each day in its place."""
        places = dict(self._places(self.width()))
        for cell in self._cells:
            cell.setVisible(cell in places)
            if cell in places:
                place, whole = places[cell], self.width()
                if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                    place.moveLeft(whole - place.x() - place.width())
                cell.setGeometry(place)

    def _made(self, strip: Strip, today: dt.date) -> Iterator[SessionDay | BlankDay]:
        month = 0
        for day in strip.days:
            named = day.day.month != month
            month = day.day.month
            if not day.sessions:
                yield BlankDay(self._theme, day, today, named=named)
            for session in day.sessions:
                cell = SessionDay(self._theme, day, session, today, named=named)
                cell.clicked.connect(self._open)
                yield cell

    def _places(self, width: int) -> list[tuple[SessionDay | BlankDay, QRect]]:
        least = self._theme.px(_LEAST)
        shown = self._cells
        if len(shown) * least > width:
            shown = [cell for cell in shown if cell.counts]
        columns = max(1, min(len(shown), width // least))
        columns = -(-len(shown) // -(-len(shown) // columns))  # rows as even as can be
        most = self._theme.px(120)
        across = min(width // columns, most) if columns < len(self._cells) else width // columns
        left = (width - across * columns) // 2
        places, top = [], 0
        for at in range(0, len(shown), columns):
            row = shown[at : at + columns]
            height = max(cell.height_in(across) for cell in row)
            places += [(cell, QRect(left + number * across, top, across, height)) for number, cell in enumerate(row)]
            top += height
        return places

    def _open(self) -> None:
        self.opened.emit(self.sender().property("session"))


class _Face:
    """Weekday, date, mark and words of a day, one below the other."""

    def __init__(self, theme: Theme, day: StripDay, today: dt.date, words: str, *, named: bool) -> None:
        self.theme = theme
        self.is_today = day.is_today
        date = str(day.day.day)
        above = _("Today") if day.is_today else short_weekday(day.day)
        if named or day.day.year != today.year:
            date = _("{day} {month}").format(day=date, month=short_month(day.day.month))
        if day.day.year != today.year:
            above = _("{day} {year}").format(day=above, year=day.day.year)
        self.above = FittedText(above, theme.font("floor"))
        self.date = FittedText(date, theme.font("title"))
        self.words = FittedText(words, theme.font("floor"))

    def height(self, width: int) -> int:
        """px in *width* px."""
        pad = self.theme.px(_PAD)
        words = self._below(width).height_in(self._room(width)) if self.words.words else 0
        mark = drop_size(self.theme.px(_DROP)).height() + self.theme.px(4)
        return 2 * pad + self.above.line_height + self.date.line_height + mark + words

    def paint(self, painter: QPainter, whole: QRect, *, hover: bool = False) -> int:
        """All but the mark; the px where that begins."""
        theme, room = self.theme, self._room(whole.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_today or hover:
            painter.setPen(QPen(theme.color("teal"), 2) if self.is_today else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("teal-tint"))
            painter.drawRoundedRect(QRectF(whole).adjusted(2, 2, -2, -2), theme.px(_RADIUS), theme.px(_RADIUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        left = (whole.width() - room) // 2
        top = theme.px(_PAD)
        for text, color in ((self.above.in_one_line(room), "ink2"), (self.date.in_one_line(room), "ink")):
            painter.setPen(theme.color(color))
            painter.setFont(text.font)
            full = self.above if text.words == self.above.words else self.date
            painter.drawText(QRect(left, top, room, full.line_height), Qt.AlignmentFlag.AlignCenter, text.words)
            top += full.line_height
        if self.words.words:
            below = self._below(whole.width())
            place = QRect(left, top + drop_size(theme.px(_DROP)).height() + theme.px(4), room, whole.height())
            painter.setPen(theme.color("ink2"))
            below.paint(painter, place, _MIDDLE)
        return top

    def _below(self, width: int) -> FittedText:
        return self.words.shrunk_to(self._room(width))

    def _room(self, width: int) -> int:
        return max(1, width - 2 * self.theme.px(4))


class BlankDay(QWidget):
    """A day without a session: a dot. It is not pressed, and a screen reader is told of sessions alone."""

    def __init__(self, theme: Theme, day: StripDay, today: dt.date, *, named: bool) -> None:
        super().__init__()
        self._face = _Face(theme, day, today, "", named=named)
        self.counts = day.is_today

    def height_in(self, width: int) -> int:
        """Without words below."""
        return self._face.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dot where others have a drop."""
        painter = QPainter(self)
        top = self._face.paint(painter, self.rect())
        theme = self._face.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line2"))
        side = theme.px(5)
        middle = top + drop_size(theme.px(_DROP)).height() // 2
        painter.drawEllipse(QRectF((self.width() - side) / 2, middle, side, side))


class SessionDay(Pressable):
    """A session on its day; a press opens it."""

    counts = True
    """It is shown however little room there is."""

    def __init__(self, theme: Theme, day: StripDay, session: ExchangeSession, today: dt.date, *, named: bool) -> None:
        super().__init__(theme, session_on(session, today), across=QSizePolicy.Policy.Ignored)
        self._session = session
        shown = state_words(session) if session.state == "missed" or session.stopped_early else ""
        self._face = _Face(theme, day, today, shown, named=named)
        name = _("{session}: {state}").format(session=session_on(session, today), state=state_words(session))
        self.setAccessibleName(_("{session}, today").format(session=name) if day.is_today else name)
        self.setAccessibleDescription(_("Open it to change what you know of it."))
        self.setObjectName(f"session-{session.id}")
        self.setProperty("session", session.id)

    def only_show(self) -> None:
        """It is not there to be pressed."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleDescription("")

    def height_in(self, width: int) -> int:
        """With its words."""
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        """As narrow as may be."""
        width = self._theme.px(_LEAST)
        return QSize(width, self.height_in(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The day, and the drop of its session."""
        painter = QPainter(self)
        top = self._face.paint(painter, self.rect(), hover=self.underMouse() or self.isDown())
        size = drop_size(self._theme.px(_DROP))
        place = QRect((self.width() - size.width()) // 2, top + self._theme.px(2), size.width(), size.height())
        paint_drop(painter, place, self._theme, self._session.number, filled(self._session))
