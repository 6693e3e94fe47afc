"""The diary on paper: what is asked, in the order of the screen, and the digits by which each answer is typed back.

A sheet lies in a drawer for weeks and may be typed back by a newer version. So each number stands here in full: none
is worked out from a place in a list, and none is ever given to something else. What is new gets a number that was
never used; a form that asks in another way gets another ``FORM``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from tpe_guide.diary.catalogue import Catalogue, EffectKind
from tpe_guide.i18n import _
from tpe_guide.vocabulary.signs import TIERS, Tier
from tpe_guide.vocabulary.terms import (
    EFFECTS,
    FUNCTION_RANGE,
    OTHER,
    SEVERITIES,
    WARNING_SIGNS,
    Moment,
    Onset,
    Reporter,
)
from tpe_guide.vocabulary.words import functions, onsets, severities, severity_anchors

FORM = "D1"
"""Stands on each sheet: which form this is."""

MOMENT_CODES: Mapping[Moment, str] = {"during": "1", "evening": "2", "next-day": "3", "later": "4"}
REPORTER_CODES: Mapping[Reporter, str] = {"self": "1", "helper": "2"}
ONSET_CODES: Mapping[Onset, str] = {"during": "1", "way-home": "2", "at-home": "3", "next-day": "4", "unknown": "5"}
YES_NO_CODES: Mapping[bool, str] = {True: "1", False: "2"}
"""Did you tell the staff? Is it different from the usual?"""
LEVEL_CODES: Mapping[int, str] = {level: str(level) for level in SEVERITIES}
FUNCTION_CODES: Mapping[int, str] = {value: f"{value:02}" for value in FUNCTION_RANGE}
NOT_SAID = "0"
"""Where an answer may be left out within a row: its place is kept."""

ROW_CODES: Mapping[str, str] = {
    "session": "01",
    "day": "02",
    "moment": "03",
    "reporter": "04",
    "onset": "05",
    "temperature": "06",
    "note": "07",
    "unlike-usual": "08",
    "none-noticed": "09",
    "tingling": "11",
    "light-headed": "12",
    "taste": "13",
    "cold": "14",
    "nausea": "15",
    "tired": "16",
    "headache": "17",
    "cramps": "18",
    "itch-rash": "19",
    "bruising": "20",
    "sore-site": "21",
    "other-1": "28",
    "other-2": "29",
    "breathless": "31",
    "wheeze": "32",
    "chest-pain": "33",
    "face-swelling": "34",
    "fainted": "35",
    "fit": "36",
    "confused": "37",
    "new-weakness": "38",
    "sight-loss": "39",
    "bleeding": "40",
    "black-stool": "41",
    "line-problem": "42",
    "mood": "43",
    "fever-chills": "44",
    "heartbeat": "45",
    "arm-swelling": "46",
    "leg-swelling": "47",
    "vision": "61",
    "walking": "62",
    "hands": "63",
    "energy": "64",
    "thinking": "65",
}
"""Of each row that is asked."""
OWN_ROWS = ("other-1", "other-2")
"""Something else, in the person's own words."""

T = TypeVar("T")


class Answer(NamedTuple, Generic[T]):
    """One answer to ring: the digits to type for it, what they mean, and its words."""

    code: str
    value: T
    words: str


class Row(NamedTuple):
    """One thing that is asked. *hint*: a few words more; may be empty."""

    code: str
    id: str
    words: str
    hint: str = ""


class SignGroup(NamedTuple):
    """The warning signs of one call."""

    tier: Tier
    heading: str
    rows: tuple[Row, ...]


class PaperForm(NamedTuple):
    """All that the form asks. A row of an effect or sign is typed as its number, level, onset and told."""

    moments: tuple[Answer[Moment], ...]
    reporters: tuple[Answer[Reporter], ...]
    levels: tuple[Answer[int], ...]
    anchors: tuple[str, ...]
    """What each level means."""
    effects: tuple[Row, ...]
    own: tuple[Row, ...]
    signs: tuple[SignGroup, ...]
    onsets: tuple[Answer[Onset], ...]
    told: tuple[Answer[bool], ...]
    functions: tuple[Row, ...]
    function_values: tuple[Answer[int], ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The effects, what is in the person's own words, the signs and the functions, in order."""
        signs = (row for group in self.signs for row in group.rows)
        return (*self.effects, *self.own, *signs, *self.functions)


def paper_form(catalogue: Catalogue) -> PaperForm:
    """The form in the words of *catalogue*."""
    own = catalogue.kind(OTHER)
    return PaperForm(
        moments=_answers(MOMENT_CODES, moment_words()),
        reporters=_answers(REPORTER_CODES, {"self": _("I write"), "helper": _("A helper writes")}),
        levels=_answers(LEVEL_CODES, dict(zip(SEVERITIES, severities(), strict=True))),
        anchors=severity_anchors(),
        effects=tuple(_row(catalogue.kind(name)) for name in EFFECTS),
        own=tuple(Row(ROW_CODES[name], name, own.name, own.hint) for name in OWN_ROWS),
        signs=tuple(_sign_groups(catalogue)),
        onsets=_answers(ONSET_CODES, {onset: words.own for onset, words in onsets().items()}),
        told=_answers(YES_NO_CODES, {True: _("Yes"), False: _("No")}),
        functions=tuple(Row(ROW_CODES[name], name, words.own) for name, words in functions().items()),
        function_values=_answers(FUNCTION_CODES, {value: str(value) for value in FUNCTION_RANGE}),
    )


def moment_words() -> dict[Moment, str]:
    """When an entry is about, as the screen asks it."""
    return {
        "during": _("In the session"),
        "evening": _("That evening"),
        "next-day": _("The next morning"),
        "later": _("Later"),
    }


def _sign_groups(catalogue: Catalogue) -> Iterator[SignGroup]:
    signs = [catalogue.warning(name) for name in WARNING_SIGNS]
    for tier in TIERS:
        if rows := tuple(_row(sign) for sign in signs if sign.tier == tier):
            yield SignGroup(tier, catalogue.urgent.tier(tier).heading, rows)


def _row(kind: EffectKind) -> Row:
    return Row(ROW_CODES[kind.id], kind.id, kind.name, kind.hint)


def _answers(codes: Mapping[T, str], words: Mapping[T, str]) -> tuple[Answer[T], ...]:
    return tuple(Answer(code, value, words[value]) for value, code in codes.items())
