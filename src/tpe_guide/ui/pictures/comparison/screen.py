"""Makes the screen “Compare your options”, and what outlives it."""

from __future__ import annotations

from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.comparison.table import Table
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.page import ComparisonPage
from tpe_guide.ui.pictures.comparison.state import ComparisonState
from tpe_guide.ui.pictures.context import PictureContext


def state(context: PictureContext) -> ComparisonState:
    """Nothing is picked yet."""
    language = context.library.language
    table = Table(load_compiled("comparison", language))
    return ComparisonState(table, language, context.messages, context.now, context.questions)


def screen(theme: Theme, context: PictureContext, state: ComparisonState) -> ComparisonPage:
    """A screen on *state*; what the diary says matters by now is picked on it."""
    state.suggest(context.what_matters())
    return ComparisonPage(theme, context.library, context.session, state)
