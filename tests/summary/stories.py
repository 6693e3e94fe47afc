"""Diaries to sum up. `five_sessions` is the story of the design's picture 10."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tpe_guide.diary.model import (
    Course,
    Diary,
    EffectReport,
    Entry,
    ExchangeSession,
    Matters,
    Question,
    Readiness,
    Value,
)
from tpe_guide.summary.build import build
from tpe_guide.summary.report import Report
from tpe_guide.summary.request import WHOLE, Request
from tpe_guide.vocabulary.terms import ALL_EFFECTS, EFFECTS, FUNCTIONS, WARNING_SIGNS

ZONE = dt.timezone(dt.timedelta(hours=2))
PRINTED_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=ZONE)
DAYS = [dt.date(2026, 5, day) for day in (4, 6, 8, 11, 13, 15, 18)]
MINUTES = [160, 150, 170, 140, 140]
LEVELS = {
    "tingling": (1, 2, 2, 1, 1),
    "light-headed": (0, 1, 2, 1, 0),
    "taste": (1, 1, 1, 1, 1),
    "cold": (0, 1, 0, 1, 0),
    "nausea": (0, 1, 0, 0, 0),
    "tired": (2, 2, 3, 2, 2),
    "fever-chills": (0, 0, 2, 0, 0),
}
FUNCTION = {"vision": (3, 3, 4, 5, 6), "walking": (4, 4, 4, 5, 5), "energy": (4, 3, 2, 4, 5)}
NOTES = {
    2: "Calcium helped the tingling in my lips.",
    3: "I shook for an hour that night and it scared me.",
    5: "I can read the clock on the wall again.",
}
QUESTIONS = (
    "Could the shaking come back? What should I do if it does?",
    "Could this wash out my regular MS medicine?",
    "Will I need all seven sessions?",
)


SCRIPTS = {
    "Vietnamese": "Tôi bị tê môi và ngón tay, huyết áp thấp một lần, nhưng đã đỡ hơn.",
    "Greek": "Ένιωσα μυρμήγκιασμα στα χείλη μου.",
    "Cyrillic": "У меня кружилась голова. Ґанок, њива, ғимарат.",
    "Hebrew": "הרגשתי עקצוץ בשפתיים אחרי הטיפול",
    "Arabic": "شعرت بوخز في شفتي بعد الجلسة",
    "Persian": "می‌خواهم دوباره ببینم",
    "Devanagari": "मुझे होंठों में झनझनाहट हुई, क्षत्रिय।",
    "Bengali": "আমার ঠোঁটে ঝিনঝিন করছিল।",
    "Tamil": "எனக்கு தலைச்சுற்றல் இருந்தது.",
    "Thai": "ฉันรู้สึกชาที่ริมฝีปากและปลายนิ้วหลังการรักษา",
    "Khmer": "ខ្ញុំមានអារម្មណ៍ស្ពឹកបបូរមាត់",
    "Chinese": "治疗后我的嘴唇发麻，后来好多了。",
    "Japanese": "治療のあと、唇がしびれました。カタカナ",
    "Korean": "치료 후 입술이 저렸어요.",
    "Georgian": "ტუჩები დამიბუჟდა.",
    "Armenian": "Շուրթերս թմրել էին։",
    "Amharic": "ከንፈሬ ደነዘዘ።",
    "Tibetan": "ང་མགོ་ན་གི་འདུག།",
    "Cherokee": "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ",
    "symbols": "Ca²⁺ 2 µg → ✓ №3 ☐ ≥ 38 °C ♥ ⇒ ± ½ …",
    "emoji": "👍🏽 😀 🤕 👨‍👩‍👧 ✔️",
}
"""The same complaint in the scripts of the world."""


def five_sessions() -> Diary:
    return Diary(
        Course("c1", DAYS[0], 7, "arm-veins"),
        tuple(_session(number) for number in range(1, 8)),
        tuple(_entry(number) for number in range(1, 6)),
        tuple(Question(text) for text in QUESTIONS),
    )


def seven_sessions() -> Diary:
    """A plain course that is over: an entry for each session, chest pain asked about every other time."""
    story = five_sessions()
    more = tuple(replace(_entry(5), id=f"e{n}", session=f"s{n}", day=DAYS[n - 1], note="") for n in (6, 7))
    asked = tuple(
        replace(each, effects=(*each.effects, EffectReport("chest-pain", 0))) if n % 2 else each
        for n, each in enumerate((*story.entries, *more), start=1)
    )
    return replace(story, sessions=tuple(replace(each, state="done") for each in story.sessions), entries=asked)


def everything() -> Diary:
    """A course of seven with all of it: every effect and function, several signs, notes, what matters."""
    story = seven_sessions()
    signs = {("bleeding", 7): 2, ("line-problem", 6): 1, ("fainted", 2): 3}
    entries = tuple(
        replace(
            each,
            effects=(
                *(replace(report, began="at-home") if n % 2 else report for report in each.effects),
                *(EffectReport(effect, (n + i) % 4, "next-day", n % 2 == 0)
                  for i, effect in enumerate(EFFECTS) if effect not in LEVELS),
                *(EffectReport(sign, signs.get((sign, n), 0), "at-home", n % 2 == 0)
                  for sign in WARNING_SIGNS if sign not in (*LEVELS, "chest-pain")),
            ),
            function={name: (n + i) % 11 for i, name in enumerate(FUNCTIONS) if (n, name) != (1, "energy")},
            temperature_c=37 + n / 4,
            note=each.note or f"Evening {n} was long, and I was glad to be home.",
        )
        for n, each in enumerate(story.entries, start=1)
    )  # fmt: skip
    sessions = tuple(replace(each, fluid="plasma" if each.number == 6 else "albumin", stopped_early=each.number == 6)
                     for each in story.sessions)  # fmt: skip
    matters = Matters(
        (Value("I want to see, walk or use my hands again."), Value("I want to sleep at home.")),
        (Readiness("Could I tell a friend what my choices are?", yes=True), Readiness("Have I had help?", yes=False)),
    )
    return replace(story, sessions=sessions, entries=entries, matters=matters)


def entry(number: int, *effects: EffectReport, day: dt.date | None = None, **more: object) -> Entry:
    """An entry about session *number* (0: about none)."""
    day = day or DAYS[number - 1]
    return Entry(
        id=f"e{number}-{day}",
        session=f"s{number}" if number else None,
        day=day,
        recorded_at=dt.datetime.combine(day, dt.time(19, 40), ZONE),
        effects=effects,
        **more,  # type: ignore[arg-type]
    )


def session(number: int, **more: object) -> ExchangeSession:
    return ExchangeSession(f"s{number}", number, DAYS[number - 1], **more)  # type: ignore[arg-type]


def _session(number: int) -> ExchangeSession:
    if number > 5:
        return session(number, state="planned")
    return session(number, minutes=MINUTES[number - 1], access="arm-veins", fluid="albumin")


def _entry(number: int) -> Entry:
    told = number <= 3
    effects = [
        EffectReport(effect, levels[number - 1], "at-home" if effect == "fever-chills" else "during", told)
        for effect, levels in LEVELS.items()
    ]
    function = {name: values[number - 1] for name, values in FUNCTION.items()}
    return entry(number, *effects, moment="evening", function=function, note=NOTES.get(number, ""))


class Names:
    """A catalogue of effect names that no author changes under a golden file."""

    version = "test"

    def name(self, effect: str) -> str:
        return NAMES.get(effect, effect.replace("-", " ").capitalize())


NAMES = {
    "wheeze": "Wheeze or tight throat",
    "fit": "Fit or seizure",
    "sight-loss": "Sudden loss of sight",
    "black-stool": "Black stool or vomiting blood",
    "mood": "Frightening mood or thoughts",
    "light-headed": "Light-headed",
    "taste": "Odd taste",
    "cold": "Feeling cold",
    "nausea": "Feeling sick",
    "itch-rash": "Itch or rash",
    "sore-site": "Sore arm or line",
    "fever-chills": "Fever or shaking",
    "breathless": "Short of breath",
    "heartbeat": "Fast or uneven heartbeat",
    "face-swelling": "Swollen face or throat",
    "bleeding": "Bleeding that will not stop",
    "arm-swelling": "Swollen arm or neck",
    "leg-swelling": "Swollen or sore leg",
    "line-problem": "Line out, open or leaking",
    "confused": "Confused or slurred speech",
    "new-weakness": "Sudden new weakness",
    "other": "Something else",
}


def report(diary: Diary, request: Request = WHOLE) -> Report:
    return build(diary, Names(), printed_at=PRINTED_AT, request=request)


def of(*entries: Entry, sessions: int = 5, **more: object) -> Diary:
    """A diary of *entries* and a few sessions that are done."""
    return Diary(
        Course("c1"),
        tuple(session(number) for number in range(1, sessions + 1)),
        tuple(replace(each, id=f"e{n}") for n, each in enumerate(entries)),
        **more,  # type: ignore[arg-type]
    )


def as_large_as_allowed() -> Diary:
    """200 sessions, everything reported at every level, a full note for each."""
    first = dt.date(2025, 1, 1)
    days = [first + dt.timedelta(days=2 * number) for number in range(200)]
    return Diary(
        Course("c1", first, 200, "neck-line"),
        tuple(ExchangeSession(f"s{n}", n, day, minutes=100) for n, day in enumerate(days, start=1)),
        tuple(
            replace(
                entry(1, *(EffectReport(e, (n + i) % 4) for i, e in enumerate(ALL_EFFECTS)), day=day),
                id=f"e{n}",
                session=f"s{n}",
                function={name: (n + i) % 11 for i, name in enumerate(FUNCTIONS)},
                note="Words " * 333,
            )
            for n, day in enumerate(days, start=1)
        ),
        tuple(Question("Why? " * 399) for __ in range(200)),
    )
