"""What is dragged onto a screen is read, never taken away from where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tpe_guide.ui.kit.dropped import files_of, let_in

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
HOW = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def files(qapp: QApplication) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/stick/a.tpediary.json"), QUrl("https://example.org/b")])
    return mime


def test_a_desktop_that_would_move_a_file_is_told_that_it_was_copied(files: QMimeData) -> None:
    enter, drop = QDragEnterEvent(QPoint(), MOVE | COPY, files, *HOW), QDropEvent(QPoint(), MOVE | COPY, files, *HOW)
    for event in (enter, drop):
        event.setDropAction(MOVE)
    let_in(enter)
    assert enter.isAccepted()
    assert files_of(drop) == [str(Path("/stick/a.tpediary.json"))]
    assert enter.dropAction() == drop.dropAction() == COPY


def test_what_can_only_be_moved_and_what_is_no_file_stays_out(files: QMimeData) -> None:
    words = QMimeData()
    words.setText("words")
    for mime, actions in ((files, MOVE), (words, COPY)):
        enter = QDragEnterEvent(QPoint(), actions, mime, *HOW)
        let_in(enter)
        assert not enter.isAccepted()
