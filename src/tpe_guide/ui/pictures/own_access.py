"""Whose needles or line the pictures show."""

from __future__ import annotations

from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import UnitState
from tpe_guide.vocabulary.terms import USUAL_ACCESS, shown_as


def own_access(session: Session, unit: UnitState) -> str:
    """Needles or a line, one of ``terms.ACCESSES_SAID``: the person's own, else what the unit does most."""
    own = session.settings.access
    return own if shown_as(own) else unit.clinic.session.access or USUAL_ACCESS
