"""Makes the screen of needles and lines, and what outlives it."""

from __future__ import annotations

from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.access.page import AccessPage
from tpe_guide.ui.pictures.access.state import AccessState
from tpe_guide.ui.pictures.context import PictureContext


def state(context: PictureContext) -> AccessState:
    """No way in is looked at yet."""
    words = AccessWords(load_compiled("access", context.library.language))
    return AccessState(words, context.library, context.session, context.messages, context.now)


def screen(theme: Theme, context: PictureContext, state: AccessState) -> AccessPage:
    """A screen on *state*."""
    return AccessPage(theme, context.library, context.session, state)
