"""Which session? The week of it, Monday to Sunday, with a drop on each day that had one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import moments, session_words
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button, Measures
from tpe_guide.ui.kit.choice import paint_choice
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.days import day_words, short_weekday

_HEIGHT, _WIDTH, _DROP = 54, 78, 30
_LINK = Measures(_HEIGHT, 10, 14, 22, "small-strong", 8)
_DRAWN = 40
"""Side of the square in which the drop is drawn below."""


class SessionStrip(QWidget):
    """Shows the week of *draft*. *known*: the sessions of the diary."""

    picked = Signal(object)
    """An ExchangeSession."""
    day_asked_for = Signal()
    """Another day, or another session."""
    moment_asked_for = Signal()

    def __init__(
        self,
        theme: Theme,
        draft: Draft,
        known: Sequence[ExchangeSession],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._known = known
        self._today = today
        self._column = tight(QVBoxLayout(self), 0)
        self._monday: dt.date | None = None
        self._wrap: Wrap | None = None
        self._cells: list[DayCell] = []
        self.another = Button(theme, _("Another day"), "text", icon="calendar-days", size=_LINK)
        self.another.setObjectName("another-day")
        self.another.clicked.connect(self.day_asked_for)
        self._moment = Button(theme, "", "text", icon="clock", size=_LINK)
        self._moment.setObjectName("moment")
        self._moment.clicked.connect(self.moment_asked_for)

    def refresh(self) -> None:
        """Show the session that is picked, and the day and the moment that are meant."""
        draft = self._draft
        day = draft.session.day if draft.session else draft.day or self._today
        monday = day - dt.timedelta(days=day.weekday())
        if monday != self._monday:
            self._monday = monday
            self._show_week()
        for cell in self._cells:
            cell.setChecked(
                draft.session is not None and cell.session is not None and cell.session.id == draft.session.id
            )
        meant = day_words(draft.meant or self._today, self._today)
        if draft.session is None:
            words = _("For {day}").format(day=meant)
        else:
            words = _("For {day}: {moment}").format(day=meant, moment=moments()[draft.meant_moment])
        self._moment.set_words(words)
        if self._wrap is not None:
            self._wrap.renew()

    def _show_week(self) -> None:
        assert self._monday is not None
        theme = self._theme
        if self._wrap is not None:
            for kept in (self.another, self._moment):
                kept.setParent(self)
            self._column.removeWidget(self._wrap)
            self._wrap.hide()
            self._wrap.deleteLater()
        question = _("Which session?")
        label = Label(theme, question, "small", wrap=False)
        label.setMinimumHeight(theme.px(_HEIGHT))
        days = [self._monday + dt.timedelta(days=number) for number in range(7)]
        parts = [_day_of(theme, day, self._session_on(day), self._today) for day in days]
        self._cells = [part for part in parts if isinstance(part, DayCell)]
        for cell in self._cells:
            cell.clicked.connect(self._on_cell)
        self._wrap = Wrap(theme, (label, *parts, self.another, self._moment), gap=6, row_gap=6)
        make_choice(self._wrap, question, self._cells, maybe_none=True)
        for part in (label, *parts, self.another, self._moment):
            part.show()
        self._column.addWidget(self._wrap)

    def _session_on(self, day: dt.date) -> ExchangeSession | None:
        """The one of that day that an entry can be about: had, or planned for a day that has come."""
        picked = self._draft.session
        known = [session for session in self._known if picked is None or session.id != picked.id]
        on_day = [session for session in (*known, *([picked] if picked else [])) if session.day == day]
        return max(on_day, key=lambda session: (session.state == "done", session.number), default=None)

    def _on_cell(self) -> None:
        cell = self.sender()
        assert isinstance(cell, DayCell)
        self.picked.emit(cell.session)


class DayCell(Pressable):
    """A day with its *session*, as a drop with its number: full, or dashed where it was planned."""

    accessible_role = QAccessible.Role.RadioButton

    def __init__(
        self, theme: Theme, day: dt.date, session: ExchangeSession, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, short_weekday(day), parent=parent)
        self.session = session
        self._day = str(day.day)
        self._word = _word(day, today)
        self.setCheckable(True)
        said = _("{session}, {day}").format(session=session_words(session), day=day_words(day, today))
        self.setAccessibleName(said if session.state == "done" else _("{session}, planned").format(session=said))
        self.setEnabled(session.state != "missed" and day <= today)
        self.setObjectName(f"session-{session.id}")

    def sizeHint(self) -> QSize:
        """A drop, and two short lines."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As it is drawn."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """As it is drawn."""
        return self._theme.px(_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drop, and the day."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, theme)
        side = theme.px(_DROP)
        drop = self._mirrored(QRect(theme.px(4), (self.height() - side) // 2, side, side))
        paint_drop(painter, QRectF(drop), str(self.session.number), self.session.state, theme)
        rest = self._mirrored(QRect(theme.px(4) + side, 0, self.width() - side - theme.px(7), self.height()))
        _paint_day(painter, rest, self._word, self._day, theme)


class _EmptyDay(QWidget):
    def __init__(self, theme: Theme, day: dt.date, today: dt.date) -> None:
        super().__init__()
        self._theme = theme
        self._day, self._word = str(day.day), _word(day, today)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_day(QPainter(self), self.rect(), self._word, self._day, self._theme)


def paint_drop(painter: QPainter, rect: QRectF, words: str, state: str, theme: Theme) -> None:
    """A drop with *words* in it: full where the session was had, dashed where it is planned, struck where missed."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _DRAWN, rect.height() / _DRAWN)
    done = state == "done"
    style = Qt.PenStyle.SolidLine if done else Qt.PenStyle.DashLine
    painter.setPen(QPen(theme.color("on-straw" if done else "ink2"), 2.4, style))
    painter.setBrush(theme.color("straw") if done else Qt.BrushStyle.NoBrush)
    painter.drawPath(_drop())
    if state == "missed":
        painter.drawLine(QPointF(4, 36), QPointF(36, 4))
    painter.restore()
    painter.setPen(theme.color("on-straw" if done else "ink"))
    painter.setFont(theme.font("floor-strong"))
    painter.drawText(rect.adjusted(0, 0.22 * rect.height(), 0, 0), Qt.AlignmentFlag.AlignCenter, words)


def _paint_day(painter: QPainter, rect: QRect, word: str, day: str, theme: Theme) -> None:
    half = rect.height() // 2
    painter.setPen(theme.color("ink2"))
    painter.setFont(theme.font("floor"))
    bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
    centre = Qt.AlignmentFlag.AlignHCenter
    painter.drawText(QRect(rect.left(), rect.top(), rect.width(), half), bottom | centre, word)
    painter.setPen(theme.color("ink"))
    painter.setFont(theme.font("small-strong"))
    painter.drawText(QRect(rect.left(), rect.top() + half, rect.width(), half), top | centre, day)


def _day_of(theme: Theme, day: dt.date, session: ExchangeSession | None, today: dt.date) -> QWidget:
    return _EmptyDay(theme, day, today) if session is None else DayCell(theme, day, session, today)


def _word(day: dt.date, today: dt.date) -> str:
    return _("Today") if day == today else short_weekday(day)


def _drop() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(20, 3)
    path.cubicTo(22, 11, 33, 15.5, 33, 25.2)
    path.arcTo(QRectF(7, 12.2, 26, 26), 0, -180)
    path.cubicTo(7, 15.5, 18, 11, 20, 3)
    return path
