"""A session, moment by moment, on paper: to take along."""

from __future__ import annotations

from tpe_guide import paths
from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.art import coloured, parts_in
from tpe_guide.pictures.drawing.words import DrawingWords
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.summary.sheet import Sheet


def rehearsal_sheet(
    words: RehearsalWords, drawings: DrawingWords, plan: Plan, access: str, language: str, *, by_unit: bool
) -> Sheet:
    """The sheet of *plan*, with scenes of *access*, one of ``terms.ACCESSES_SAID``.

    *by_unit*: its times are the unit's own.
    """
    told = words.moments(plan)
    moments = [
        {
            "time": moment.time,
            "title": moment.label,
            "happens": moment.happens,
            "feel": moment.feel,
            "say": _("“{words}”").format(words=moment.say),
            "nurse": moment.nurse,
            **_scene(moment.shows, access, drawings),
        }
        for moment in told
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
        tuple(dict.fromkeys(source for moment in told for source in moment.sources)),
    )


def _scene(name: str, access: str, drawings: DrawingWords) -> dict[str, str]:
    """The drawing *name* in black and white, and what it shows; both empty if there is none."""
    path = paths.assets_dir() / "illustrations" / f"{name}.svg"
    if not name or not path.is_file():
        return {"svg": "", "alt": ""}
    svg = path.read_text(encoding="utf-8")
    parts = {access} & set(parts_in(svg))
    return {"svg": coloured(svg, "paper", parts), "alt": drawings.of(name, parts)}
