"""Makes the screen of the rehearsal, and what outlives it."""

from __future__ import annotations

from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.ui.kit.art import drawing_words
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.context import PictureContext
from tpe_guide.ui.pictures.rehearsal.page import RehearsalPage
from tpe_guide.ui.pictures.rehearsal.state import RehearsalState


def state(context: PictureContext) -> RehearsalState:
    """At its first moment."""
    language = context.library.language
    return RehearsalState(
        RehearsalWords(load_compiled("rehearsal", language), context.session.policy.at_home),
        drawing_words(language),
        language,
        context.session,
        context.unit,
        context.messages,
        context.now,
    )


def screen(theme: Theme, context: PictureContext, state: RehearsalState) -> RehearsalPage:
    """A screen on *state*."""
    return RehearsalPage(theme, context.library, context.session, state, context.speaker)
