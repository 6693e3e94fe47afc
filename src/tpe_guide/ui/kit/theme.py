"""“Straw & ink”: the colours, type and sizes of every screen, from one table of tokens.

Straw marks where you are and plasma itself; ink-teal what you can press; red only emergencies and blood in drawings.
Contrast was measured: ink and ink2 reach 7:1 or more on every surface they are used on.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from tpe_guide import paths

ThemeName = Literal["light", "dim", "dark", "contrast"]
Column = Literal["whole", "left", "middle", "right"]
FAMILY = "Atkinson Hyperlegible Next"
FONT_FILES = (
    "AtkinsonHyperlegibleNext_400Regular.ttf",
    "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    "AtkinsonHyperlegibleNext_700Bold.ttf",
)

# token: light, dark, high contrast
_COLOURS: dict[str, tuple[str, str, str]] = {
    "paper": ("#FBF7EC", "#0F191E", "#000000"),
    "card": ("#FFFFFF", "#18252B", "#000000"),
    "sunken": ("#F4EEDF", "#0A1216", "#000000"),
    "ink": ("#13252D", "#F5EFE2", "#FFFFFF"),
    "ink2": ("#3B4D55", "#CDD3D0", "#FFFFFF"),
    "line": ("#E2D9C4", "#32454E", "#FFFFFF"),
    "line2": ("#7F7660", "#83989F", "#FFFFFF"),
    "teal": ("#0B5563", "#86D0D8", "#FFD84D"),
    "teal-hover": ("#08444F", "#A5DEE4", "#FFE88F"),
    "teal-pressed": ("#06343D", "#6BBBC4", "#E0B400"),
    "on-teal": ("#FFFFFF", "#06262C", "#000000"),
    "teal-tint": ("#E2F0EF", "#173A41", "#000000"),
    "straw": ("#F2C14E", "#F2C14E", "#FFD84D"),
    "on-straw": ("#13252D", "#13252D", "#000000"),
    "straw50": ("#FDF5DC", "#2A2413", "#000000"),
    "straw100": ("#FAE7B0", "#4A3C14", "#000000"),
    "straw600": ("#A87412", "#D9A637", "#FFD84D"),
    "straw800": ("#664500", "#FBE3A1", "#FFD84D"),
    "red": ("#931A12", "#FFB2A7", "#FF9C91"),
    "red-hover": ("#7A120C", "#FFC8C0", "#FFB8B0"),
    "red-pressed": ("#5E0B06", "#E8948A", "#E07A70"),
    "red-tint": ("#FCEBE7", "#3B1814", "#000000"),
    "on-red": ("#FFFFFF", "#2B0703", "#000000"),
    "focus": ("#1747B5", "#9CC2FF", "#4DE3FF"),
    "cell": ("#B5342B", "#F27A68", "#C8321F"),
    "cell-on-straw": ("#B5342B", "#9E2A20", "#C8321F"),
    "cellbed": ("#F3CFC4", "#4A1D17", "#FFFFFF"),
    "albumin": ("#D3EAEE", "#1C3D45", "#BFEFF5"),
    "albumin-mark": ("#0B5563", "#86D0D8", "#004C57"),
    "citrate": ("#F4EEDF", "#2A363B", "#000000"),
    "body": ("#FFFFFF", "#18252B", "#000000"),
    "shirt": ("#D5E8E7", "#173A41", "#000000"),
    "hair": ("#13252D", "#F5EFE2", "#FFFFFF"),
    "antibody": ("#5A3D00", "#5A3D00", "#4A3200"),
    "severity1": ("#FDF5DC", "#2A2413", "#000000"),
    "severity2": ("#F7D67F", "#6B571D", "#000000"),
    "severity3": ("#13252D", "#F5EFE2", "#FFFFFF"),
}
_COLUMN = {"light": 0, "dim": 0, "dark": 1, "contrast": 2}
_DIM = {
    "paper": "#E6DFCF",
    "card": "#F1EBDD",
    "sunken": "#DED6C3",
    "ink2": "#2F4048",
    "line": "#CDC3AC",
    "line2": "#6E6650",
    "teal": "#08444F",
    "teal-hover": "#06343D",
    "teal-pressed": "#04262D",
    "teal-tint": "#D6E3DF",
    "on-teal": "#F6F1E6",
    "straw": "#E3B243",
    "straw50": "#EDE2C2",
    "straw100": "#EBD592",
    "straw600": "#8F6109",
    "straw800": "#553900",
    "red": "#7A130C",
    "red-hover": "#640F09",
    "red-pressed": "#4C0A05",
    "red-tint": "#EEDAD3",
    "on-red": "#F6F1E6",
    "focus": "#123A94",
    "body": "#F1EBDD",
    "citrate": "#DED6C3",
    "severity1": "#EDE2C2",
    "severity2": "#E3C26C",
}
"""Light, for eyes that light hurts: the ground gives a fifth less of it, and what stands on it is darker, since Light's
own second ink, teal and reds would fall below 7:1 there. The rest is as in Light."""


class Type(NamedTuple):
    """One role of type: size in px at 100 %, line height as a factor, weight."""

    px: int
    line: float
    weight: int


TYPE: dict[str, Type] = {
    "display": Type(50, 1.10, 700),
    "h1": Type(40, 1.15, 700),
    "h2": Type(28, 1.25, 700),
    "h3": Type(23, 1.30, 700),
    "title": Type(21, 1.20, 700),
    "lead": Type(22, 1.50, 400),
    "body": Type(20, 1.55, 400),
    "strong": Type(20, 1.45, 700),
    "small": Type(18, 1.45, 400),
    "small-strong": Type(18, 1.45, 600),
    "floor": Type(16, 1.45, 400),
    "floor-strong": Type(16, 1.45, 600),
}
Role = str | Type
"""The name of one of ``TYPE``, or one that a single room has."""


def type_of(role: Role) -> Type:
    """What *role* looks like."""
    return TYPE[role] if isinstance(role, str) else role


_LINES_APART, _LETTERS_APART, _WORDS_APART = 1.2, 0.05, 0.16
"""Wide text: times the height of a line; a letter is so much wider; between words is so much of a letter's height."""
_RUNNING = 1.4
"""The least height of a line, as a factor, of what is no heading."""
_STRONGER = 200

CHROME_LIMIT = 2.0
"""Buttons and forms grow to 200 % in any window, and further where they have the room of a small one at 100 %; only
running text grows on to 400 % in all, or nothing else would fit a screen."""
_SMALL_WINDOW = 340
"""px."""
BARS_LIMIT = 150
_FINGER, _KIOSK_FINGER = 48, 54
LEAST_LETTERS = 20
"""px: what waits at a kiosk for the next visitor is read from afar."""
TOP_BAR_HEIGHT, SLIM_BAR_HEIGHT, TABS_HEIGHT = 68, 60, 64
"""px at 100 %: the bar above a screen, the same in a narrow window, and the tabs that such a window has below."""


_LOW_KIOSK, _LOW_BARS = 700, 150
"""px, and the percent at which every button of the bars is 76 px high."""
_LOW_WINDOW = 480
"""px: in a window that is lower, larger bars would leave no page. The text of a page grows there, too."""


def chrome_limit(width: int, height: int) -> float:
    """Up to which factor buttons and forms grow in a window *width* x *height* px large, in halves."""
    return max(CHROME_LIMIT, width * 2 // _SMALL_WINDOW / 2) if height >= _LOW_WINDOW else 1.0


def bars_in(height: int, percent: int) -> int:
    """The size of a kiosk's bars, *percent* as it should be, in a window *height* px high: in a low one just as large
    as a finger needs, so that 70 % of the screen is the guide's."""
    return min(percent, _LOW_BARS) if height < _LOW_KIOSK else percent


class Theme(NamedTuple):
    """One look: a palette and a text size. Widgets are given one and are made anew when it changes."""

    name: ThemeName = "light"
    percent: int = 100
    bars: int = 0
    """Percent of the bars about a page; 0: they follow the text."""
    limit: float = CHROME_LIMIT
    """Factor up to which buttons and forms grow; see ``chrome_limit``."""
    wide: bool = False
    """More room between the lines, the letters and the words of running text."""
    bold: bool = False
    """Running text in stronger letters."""
    column: Column = "whole"
    """Where running text stands: over all the room, or as a narrow column at a side of the window or in its middle."""
    ruler: int = 0
    """So many lines of a page stand clear, and the others are dimmed; 0: no line is."""
    unit: float = 0.0
    """Between visits at a kiosk: px of its screen for 1 px of the design, whatever the text size; 0: elsewhere."""

    @property
    def scale(self) -> float:
        """Factor of running text."""
        return self.percent / 100

    @property
    def chrome(self) -> float:
        """Factor of bars, buttons and everything but running text."""
        return self.unit or min(self.scale, self.limit)

    @property
    def of_bars(self) -> Theme:
        """The same look for the bars about a page: they grow half as fast, up to 150 %, or no page would be left."""
        return self._replace(percent=self.bars or min(BARS_LIMIT, 100 + (self.percent - 100) // 2))

    @property
    def of_words(self) -> Theme:
        """The same look for words that grow to 400 % in any window: warnings, whom to call, what went wrong."""
        return self._replace(limit=max(self.limit, self.scale))

    @property
    def finger(self) -> int:
        """The least height of a button, in px at 100 %: a kiosk, whose bars have a size of their own, needs 80 px."""
        return _KIOSK_FINGER if self.bars else _FINGER

    @property
    def is_contrast(self) -> bool:
        """High contrast: fills are black, so borders do the work and are thicker."""
        return self.name == "contrast"

    def text_font(self, kind: Type, weight: int = 0) -> QFont:
        """The font of running text of that *kind*; *weight* 0: that of the kind."""
        strong = weight or kind.weight
        font = make_font(self.text_px(kind.px), min(700, strong + _STRONGER) if self.bold else strong)
        if self.wide:
            font = QFont(font)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + 100 * _LETTERS_APART)
            font.setWordSpacing(_WORDS_APART * font.pixelSize())
        return font

    def text_line(self, kind: Type) -> float:
        """The height of a line of running text of that *kind*, as a factor; headings stay as tight as they are."""
        return kind.line * _LINES_APART if self.wide and kind.line >= _RUNNING else kind.line

    def hex(self, token: str) -> str:
        """The colour *token* as ``#RRGGBB``."""
        if self.name == "dim" and token in _DIM:
            return _DIM[token]
        return _COLOURS[token][_COLUMN[self.name]]

    def color(self, token: str) -> QColor:
        """The colour *token*."""
        return QColor(self.hex(token))

    def px(self, size: float) -> int:
        """A length of the design, in px at 100 %, as chrome shows it now."""
        return round(size * (self.unit or min(self.percent / 100, self.limit)))  # a layout asks 20,000 times: no calls

    def text_px(self, size: float) -> int:
        """A length of the design, in px at 100 %, as running text shows it now."""
        return round(size * self.scale)

    def border(self, light: float = 1.0) -> float:
        """Border width: the design's, or 2 px in high contrast."""
        return 2.0 if self.is_contrast else light

    def letters(self, size: float) -> int:
        """A size of type of the design, in px at 100 %, as chrome shows it now."""
        return max(LEAST_LETTERS, self.px(size)) if self.unit else self.px(size)

    def beside(self, length: float, role: Role) -> int:
        """A length of the design, in px at 100 %, that keeps its measure to letters of *role*: an icon beside them."""
        kind = type_of(role)
        return round(length * self.letters(kind.px) / kind.px)

    def font(self, role: Role, *, weight: int | None = None) -> QFont:
        """The chrome font of a type *role*."""
        kind = type_of(role)
        return make_font(self.letters(kind.px), weight or kind.weight)

    @property
    def palette(self) -> QPalette:
        """The palette of plain Qt widgets: fields, scroll bars, menus."""
        palette = QPalette()
        for role, token in _PALETTE_ROLES.items():
            palette.setColor(role, self.color(token))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, self.color("ink2"))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, self.color("ink2"))
        return palette


_PALETTE_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "teal",
    QPalette.ColorRole.HighlightedText: "on-teal",
    QPalette.ColorRole.Link: "teal",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
}


@lru_cache(maxsize=256)
def make_font(pixels: int, weight: int = 400) -> QFont:
    """The shipped font at an exact size in px; one object for all who ask, so copy it to change it."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def load_fonts() -> None:
    """Make the shipped fonts known to Qt. Needs a QGuiApplication. No system font is relied on."""
    folder = paths.assets_dir() / "fonts"
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))
