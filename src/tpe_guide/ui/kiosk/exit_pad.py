"""Where staff type the code that ends the kiosk: large keys, and not a word about how long the code is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.kiosk.exit_pin import MOST
from tpe_guide.ui.kiosk.kiosk_button import KioskButton
from tpe_guide.ui.kit.accessible_role import give_role
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Measures
from tpe_guide.ui.kit.theme import Theme, Type

LEAVES_AFTER_MS = 20_000
"""Left alone so long, it goes by itself."""
_KEY = Measures(80, 20, 16, 32, Type(32, 1.2, 700), gap=12, edge=2)
_GAP, _MARGIN = 16, 24
_UPRIGHT, _WIDE, _LARGEST = QSize(480, 800), QSize(1024, 600), 1.8
"""The screens for which the sizes here are meant: larger ones have more, up to a limit."""
_DOT = "•"


class ExitPad(QWidget):
    """*title* says what the code is for. What is typed is seen as dots, and forgotten once it was ``entered``."""

    entered = Signal(str)
    left = Signal()
    """*Back* was pressed, or nobody has pressed anything for a while."""

    def __init__(self, theme: Theme, title: str, *, stays: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exit-pad")
        self.setAutoFillBackground(True)
        self.setPalette(theme.palette)
        self.setAccessibleName(title)
        self._theme = theme._replace(unit=1.0)
        self._digits = ""
        self._keys: list[KioskButton] = []
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._box.setSpacing(_MARGIN)
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._box.addStretch(1)
        self._box.addLayout(self._words(title), 2)
        self._box.addLayout(self._pad(), 3)
        self._box.addStretch(1)
        self._alarm = QTimer(self, singleShot=True, interval=LEAVES_AFTER_MS)
        self._alarm.timeout.connect(self._leave)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._open)
        if not stays:
            self._alarm.start()
        self._stays = stays
        self.setFocusProxy(self._keys[0])

    def refuse(self, seconds: int) -> None:
        """The code was not right, and the next one can be typed after *seconds*."""
        words = _("That is not the code. Please wait {seconds} seconds.").format(seconds=seconds)
        self._say(words if seconds > 1 else _("That is not the code."))
        self._again.start(1000 * seconds)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is wide, the words stand beside the keys. All grows with the screen."""
        wide = self.width() > self.height()
        design = _WIDE if wide else _UPRIGHT
        unit = min(self.width() / design.width(), self.height() / design.height(), _LARGEST)
        self._set_unit(max(1.0, unit))
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """It makes no window larger than the screen is."""
        return QSize(0, 0)

    def _set_unit(self, unit: float) -> None:
        self._theme = self._theme._replace(unit=unit)
        for key in (*self._keys, self._back):
            key.set_theme(self._theme)
        for label, size in self._labels.items():
            font = label.font()
            font.setPixelSize(round(size * unit))
            label.setFont(font)
        # The keys stay where they are when words come: one that moves takes no press for a moment.
        self._shown.setFixedHeight(self._shown.fontMetrics().height())
        self._said.setMinimumHeight(2 * self._said.fontMetrics().height())

    def _words(self, title: str) -> QVBoxLayout:
        heading, self._shown, self._said = (QLabel(self) for _part in range(3))
        give_role(heading, QAccessible.Role.Heading)
        heading.setText(title)
        self._labels = {heading: 34, self._shown: 48, self._said: 24}
        for label in self._labels:
            font = label.font()
            font.setBold(label is heading)
            label.setFont(font)
            label.setWordWrap(label is not self._shown)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout()
        column.setSpacing(_GAP)
        column.addStretch()
        for part in (heading, self._shown, self._said):
            column.addWidget(part)
        column.addStretch()
        return column

    def _pad(self) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setSpacing(_GAP)
        for at, digit in enumerate("1234567890"):
            key = self._key(digit, f"key-{digit}")
            key.clicked.connect(partial(self._type, digit))
            grid.addWidget(key, 3 if digit == "0" else at // 3, 1 if digit == "0" else at % 3)
        erase = self._key(_("Erase"), "erase")
        erase.clicked.connect(self._erase)
        grid.addWidget(erase, 3, 0)
        for key in self._keys:
            key.repeats = True  # a code may have a digit twice in a row
        done = self._key(_("OK"), "ok", primary=True)
        done.clicked.connect(self._enter)
        grid.addWidget(done, 3, 2)
        back = KioskButton(self._theme, _("Back"), "quiet", _KEY, icon="arrow-left", parent=self)
        back.setObjectName("back")
        back.clicked.connect(self._leave)
        self._back = back
        grid.addWidget(back, 4, 0, 1, 3)
        column = QVBoxLayout()
        column.addStretch()
        column.addLayout(grid)
        column.addStretch()
        return column

    def _key(self, words: str, name: str, *, primary: bool = False) -> KioskButton:
        key = KioskButton(self._theme, words, "primary" if primary else "secondary", _KEY, parent=self)
        key.setObjectName(name)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.setMinimumWidth(80)
        self._keys.append(key)
        return key

    def _type(self, digit: str) -> None:
        self._said.clear()
        self._show((self._digits + digit)[:MOST])

    def _erase(self) -> None:
        self._show(self._digits[:-1])

    def _enter(self) -> None:
        digits = self._digits
        self._show("")
        if digits:
            self._say(_("One moment."))
            for key in self._keys:
                key.setEnabled(False)
            self.entered.emit(digits)

    def _open(self) -> None:
        for key in self._keys:
            key.setEnabled(True)
        self._said.setText(_("That is not the code."))
        self._keys[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._stay()

    def _show(self, digits: str) -> None:
        self._digits = digits
        self._shown.setText(_DOT * len(digits))
        self._stay()

    def _stay(self) -> None:
        if not self._stays:
            self._alarm.start()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self, words)

    def _leave(self) -> None:
        self._digits = ""
        self.left.emit()
