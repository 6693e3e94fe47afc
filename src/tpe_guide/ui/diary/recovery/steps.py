"""The steps from a diary that is closed to one that its recovery sheet opens; another screen is shown after each."""

from __future__ import annotations

from tpe_guide.ui.diary.diary_session import DiarySession


def use_sheet(session: DiarySession) -> None:
    """The recovery sheet is to open the diary."""
    session.typed.by_sheet = True
    session.changed.emit()


def take_key(session: DiarySession, key: bytes) -> None:
    """The words were right: they say *key*."""
    session.typed.forget_sheet()
    session.typed.by_sheet, session.typed.sheet_key = True, key
    session.changed.emit()


def leave_sheet(session: DiarySession) -> None:
    """The diary stays closed for now."""
    session.forget_typed()
    session.changed.emit()
