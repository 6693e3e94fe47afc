"""How the guide looks, in words."""

from __future__ import annotations

from tpe_guide.guide.depth import Depth
from tpe_guide.i18n import _
from tpe_guide.ui.kit.theme import Column, Theme, ThemeName


def theme_names() -> dict[ThemeName, str]:
    """The sets of colours."""
    return {"light": _("Light"), "dim": _("Dim"), "dark": _("Dark"), "contrast": _("High contrast")}


def column_names() -> dict[Column, str]:
    """Where the text may stand."""
    return {"whole": _("Usual"), "left": _("Left"), "middle": _("Middle"), "right": _("Right")}


def ruler_names() -> dict[int, str]:
    """How many lines may stand clear."""
    return {0: _("Off"), 1: _("One line"), 3: _("Three lines")}


def look_words(theme: Theme) -> str:
    """How it looks now, for who cannot see it."""
    words = [_("Text size {percent}%. Colours: {name}.").format(percent=theme.percent, name=theme_names()[theme.name])]
    if theme.wide:
        words.append(_("Wide spacing."))
    if theme.bold:
        words.append(_("Bold letters."))
    if theme.column != "whole":
        words.append(_("A narrow column: {place}.").format(place=column_names()[theme.column]))
    if theme.ruler:
        words.append(_("Reading ruler: {lines}.").format(lines=ruler_names()[theme.ruler]))
    return " ".join(words)


def depth_words() -> dict[Depth, str]:
    """How much of each page is shown: each choice in words."""
    return {"facts": _("Three facts"), "minute": _("One minute"), "full": _("All of it")}
