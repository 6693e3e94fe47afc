"""What a screen reader hears of a program in a test: the announcements, as Qt would hand them on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def listen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """From now on a screen reader listens; gives what it is told to say at once, as it comes."""
    heard: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            assert event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard
