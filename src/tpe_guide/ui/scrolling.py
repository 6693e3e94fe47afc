"""Scroll areas and scroll bars as the design has them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from tpe_guide.ui.theme import Theme


def scroll_bar_style(theme: Theme, ground: str = "paper") -> str:
    """The style sheet of scroll bars: a round handle, wide enough for a shaking hand; wider in high contrast."""
    width = theme.of_bars.px(24 if theme.is_contrast else 14)
    margin = 3
    radius = (width - 2 * margin) // 2
    edge = f"border: 2px solid {theme.hex('ink')};" if theme.is_contrast else "border: none;"
    return f"""
    QScrollBar:vertical {{ width: {width}px; background: {theme.hex(ground)}; margin: 0; {edge} }}
    QScrollBar::handle:vertical {{ background: {theme.hex("line2")}; border-radius: {radius}px;
        margin: {margin}px; min-height: {theme.px(48)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def scrolling(theme: Theme, inside: QWidget) -> QScrollArea:
    """*inside*, scrollable downwards only, on the paper ground."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    area.verticalScrollBar().setStyleSheet(scroll_bar_style(theme))
    return area
