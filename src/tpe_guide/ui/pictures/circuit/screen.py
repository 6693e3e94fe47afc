"""Makes the screen of the machine at work, and what outlives it."""

from __future__ import annotations

from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.circuit.page import CircuitPage
from tpe_guide.ui.pictures.circuit.state import CircuitState
from tpe_guide.ui.pictures.context import PictureContext


def state(context: PictureContext) -> CircuitState:
    """The circuit of the access that the person says they have, now and later."""
    language, session = context.library.language, context.session
    words = CircuitWords(load_compiled("circuit", language))
    made = CircuitState(words, language, context.messages, context.now)
    made.take_access(session.settings.access)
    session.access_changed.connect(made.take_access)
    return made


def screen(theme: Theme, context: PictureContext, state: CircuitState) -> CircuitPage:
    """A screen on *state*."""
    return CircuitPage(theme, context.library, context.session, state, context.speaker)
