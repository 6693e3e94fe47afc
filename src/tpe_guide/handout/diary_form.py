"""The diary for pen and paper: one sheet, two sides, for one entry. What it asks is in ``diary.paper_form``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.paper_form import FORM, ROW_CODES, Answer, Row, paper_form
from tpe_guide.guide.slots import OUT_OF_HOURS, PHONE
from tpe_guide.handout.form import Form
from tpe_guide.i18n import _


def diary_form(catalogue: Catalogue, own: Mapping[str, str], language: str, version: str) -> Form:
    """The form in the words of *catalogue*. *own*: what the unit says, by slot."""
    asked = paper_form(catalogue)
    urgent = catalogue.urgent
    words = {
        "codes": dict(ROW_CODES),
        "session": _("Session number"),
        "day": _("Day and month"),
        "when": _("When was it?"),
        "moments": _rings(asked.moments),
        "reporters": _rings(asked.reporters),
        "temperature": _("Temperature, °C"),
        "noticed": _("What did you notice, and how bad was it?"),
        "how": _("Ring one number in each row. No ring means: not asked. Then ring if you told the staff."),
        "levels": _rings(asked.levels),
        "legend": [
            _("{level} {name}: {meaning}").format(level=level.code, name=level.words, meaning=meaning)
            for level, meaning in zip(asked.levels, asked.anchors, strict=True)
        ],
        "head": [_("What"), _("How bad?"), _("Told staff?")],
        "no": _("No"),
        "yes": _("Yes"),
        "none": _("Nothing new"),
        "effects": _rows(asked.effects),
        "unlike": _("Was the tingling different from your usual MS tingling?"),
        "yes_no": _rings(asked.told),
        "own": _rows(asked.own),
        "signs_title": _("Warning signs"),
        "signs_lead": _("Do not wait to fill this in. Call first. {lead}").format(lead=urgent.lead),
        "calls": [_("Emergency: {number}").format(number=urgent.emergency.number), _("Your unit:"), _("At night:")],
        "unit": [own.get(PHONE, ""), own.get(OUT_OF_HOURS, "")],
        "signs": [{"heading": group.heading, "rows": _rows(group.rows)} for group in asked.signs],
        "onset_title": _("When did it begin?"),
        "onsets": _rings(asked.onsets),
        "functions_title": _("How well did it go? 0 is worst, 10 is best."),
        "functions": _rows(asked.functions),
        "note": _("Note, in your own words"),
    }
    return Form("diary_form.typ", language, _("My diary on paper"), version, words, _("Form {form}").format(form=FORM))


def _rings(answers: Iterable[Answer[Any]]) -> list[list[str]]:
    return [[answer.code, answer.words] for answer in answers]


def _rows(rows: Iterable[Row]) -> list[list[str]]:
    return [[row.code, row.words, row.hint] for row in rows]
