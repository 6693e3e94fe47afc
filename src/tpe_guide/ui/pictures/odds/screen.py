"""Makes the screen “How often”, and what outlives it."""

from __future__ import annotations

from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.odds.words import OddsWords
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.context import PictureContext
from tpe_guide.ui.pictures.odds.page import OddsPage
from tpe_guide.ui.pictures.odds.state import OddsState


def state(context: PictureContext) -> OddsState:
    """At the first of its pictures."""
    language = context.library.language
    return OddsState(OddsWords(load_compiled("odds", language)), language, context.messages, context.now)


def screen(theme: Theme, context: PictureContext, state: OddsState) -> OddsPage:
    """A screen on *state*."""
    return OddsPage(theme, context.library, context.session, state)
