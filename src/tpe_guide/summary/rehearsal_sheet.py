"""A session, moment by moment, on paper: to take along."""

from __future__ import annotations

from tpe_guide.i18n import _
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.summary.sheet import Sheet


def rehearsal_sheet(words: RehearsalWords, plan: Plan, language: str, *, by_unit: bool) -> Sheet:
    """The sheet of *plan*. *by_unit*: its times are the unit's own."""
    moments = [
        {
            "time": moment.time,
            "title": moment.label,
            "happens": moment.happens,
            "feel": moment.feel,
            "say": _("“{words}”").format(words=moment.say),
            "nurse": moment.nurse,
        }
        for moment in words.moments(plan)
    ]
    head = [_("When"), _("What happens"), _("What you may feel"), _("What you can say"), _("What the nurse does")]
    note = _("{note} These times are from your unit.") if by_unit else "{note}"
    return Sheet(
        "rehearsal.typ",
        language,
        words.title,
        {
            "note": note.format(note=words.note),
            "head": head,
            "moments": moments,
            "questions": _("My questions"),
        },
    )
