"""One random thing that a hand does: taps, clicks, drags, wheels, keys and words."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from fuzz.world import World

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
KEYS = (
    "Tab", "Backtab", "Tab", "Left", "Right", "Up", "Down", "Return", "Space", "PageUp", "PageDown", "Home", "End",
    "Escape", "Delete", "Backspace",
)  # fmt: skip
CHORDS = (
    "Ctrl+L", "Ctrl+G", "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+B", "Ctrl+F", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+Z",
    "Ctrl+P", "Ctrl+S", "Ctrl+N", "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+Home", "Alt+Left",
    "Alt+Right", "Alt+Home", "F1", "F4", "F7", "F8", "F9", "Shift+Tab", "Shift+F10", "Menu",
)  # fmt: skip
LEAVING = ("finish", "wipe")
"""Pressed seldom, or no visit would ever get anywhere."""
PASSCODE = "forest 9731 stone"
WORDS = (
    "tingling", "relapse", "how long does it take", "albumin", "pasma", "needle in the neck", "x", "", "112",
    "2026-05-01", "98", "a" * 300, "Wie lange?", "\N{RAINBOW} better", "\N{ARABIC LETTER MEEM}\N{ARABIC LETTER REH}",
    "one\ntwo\nthree",
)  # fmt: skip


def act(world: World, random: Random) -> str:
    """Do one thing. Tells what."""
    # What opened last is on top: a list of choices, a dialog, or the window.
    top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or world.window
    what = random.choices((_press, _tap, _key, _chord, _type, _drag, _wheel), (38, 20, 18, 8, 6, 4, 6))[0]
    return what(top, random)


def _press(top: QWidget, random: Random) -> str:
    """Press a button where it stands, brought into sight first, as the keyboard would."""
    buttons = [each for each in top.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    if random.random() < 0.97:
        buttons = [each for each in buttons if each.objectName() not in LEAVING]
    if not buttons:
        return _tap(top, random)
    button = random.choice(buttons)
    name = f"{button.objectName()} {type(button).__name__}"
    place = button.mapTo(top, button.rect().center())
    if top.childAt(place) is not button:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        place = button.mapTo(top, button.rect().center())
    _click(top, place, LEFT)
    return f"press {name}"


def _tap(top: QWidget, random: Random) -> str:
    place = _somewhere(top, random)
    button = random.choice((LEFT, LEFT, LEFT, LEFT, RIGHT, MIDDLE))
    hit = _click(top, place, button, twice=random.random() < 0.05)
    return f"{button.name} at {place.x()},{place.y()} on {hit}"


def _drag(top: QWidget, random: Random) -> str:
    start, end = _somewhere(top, random), _somewhere(top, random)
    target = top.childAt(start) or top
    QTest.mousePress(target, LEFT, pos=target.mapFrom(top, start))
    for step in (0.2, 0.6, 1.0):
        QTest.mouseMove(target, target.mapFrom(top, start + (end - start) * step))
    QTest.mouseRelease(target, LEFT, pos=target.mapFrom(top, end))
    return f"drag from {start.x()},{start.y()} to {end.x()},{end.y()}"


def _wheel(top: QWidget, random: Random) -> str:
    place, turn = _somewhere(top, random), random.choice((-120, -480, 120, 480))
    target = top.childAt(place) or top
    held = random.choice((Qt.KeyboardModifier.NoModifier,) * 4 + (Qt.KeyboardModifier.ControlModifier,))
    QApplication.sendEvent(
        target,
        QWheelEvent(
            QPointF(target.mapFrom(top, place)),
            QPointF(top.mapToGlobal(place)),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    return f"wheel {turn}"


def _key(top: QWidget, random: Random) -> str:
    name = random.choice(KEYS)
    QTest.keyClick(_focused(top), getattr(Qt.Key, f"Key_{name}"))
    return f"key {name}"


def _chord(top: QWidget, random: Random) -> str:
    name = random.choice(CHORDS)
    combined = QKeySequence(name)[0]
    QTest.keyClick(_focused(top), combined.key(), combined.keyboardModifiers())
    return f"keys {name}"


def _type(top: QWidget, random: Random) -> str:
    """Write into one of the fields shown; a passcode is always the same, so that the diary opens again."""
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    fields = [each for kind in kinds for each in top.findChildren(kind) if each.isVisible() and each.isEnabled()]
    fields = [each for each in fields if not each.isReadOnly()]
    if not fields:
        return _key(top, random)
    field = random.choice(fields)
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    secret = isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal
    words = PASSCODE if secret and random.random() < 0.8 else random.choice(WORDS)
    if secret or random.random() < 0.5:
        field.clear()
    if isinstance(field, QLineEdit):
        field.insert(words)
        field.textEdited.emit(field.text())
    else:
        field.textCursor().insertText(words)
    return f"type {len(words)} characters into {field.objectName()}"


def _somewhere(top: QWidget, random: Random) -> QPoint:
    return QPoint(random.randrange(max(1, top.width())), random.randrange(max(1, top.height())))


def _click(top: QWidget, place: QPoint, button: Qt.MouseButton, *, twice: bool = False) -> str:
    target = top.childAt(place) or top
    hit = f"{target.objectName()} {type(target).__name__}"
    click = QTest.mouseDClick if twice else QTest.mouseClick
    click(target, button, Qt.KeyboardModifier.NoModifier, target.mapFrom(top, place))
    return hit


def _focused(top: QWidget) -> QWidget:
    return QApplication.focusWidget() or top.focusWidget() or top
