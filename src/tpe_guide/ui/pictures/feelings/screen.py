"""Makes the screen of the cards “What you may feel”, and what outlives it."""

from __future__ import annotations

from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.feelings.cards import Cards
from tpe_guide.ui.kit.art import drawing_words
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.context import PictureContext
from tpe_guide.ui.pictures.feelings.page import FeelingsPage
from tpe_guide.ui.pictures.feelings.state import FeelingsState


def state(context: PictureContext) -> FeelingsState:
    """At the first card."""
    language = context.library.language
    cards = Cards(load_compiled("feelings", language))
    return FeelingsState(cards, drawing_words(language), language, context.messages, context.now)


def screen(theme: Theme, context: PictureContext, state: FeelingsState) -> FeelingsPage:
    """A screen on *state*."""
    return FeelingsPage(theme, context.library, context.session, state)
