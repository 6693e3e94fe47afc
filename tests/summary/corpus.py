"""The golden corpus: diaries as people bring them, each by a short recipe; ``goldens`` keeps how they look on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tests.summary import stories
from tests.summary.stories import DAYS, SCRIPTS, ZONE, entry, five_sessions, of, session, seven_sessions
from tpe_guide.diary.model import (
    Course,
    Diary,
    EffectReport,
    Entry,
    ExchangeSession,
    Matters,
    OwnEffect,
    Question,
    Readiness,
    Value,
)
from tpe_guide.summary.request import WHOLE, Request
from tpe_guide.vocabulary.terms import ALL_EFFECTS, EFFECTS, FUNCTIONS, WARNING_SIGNS


class Brought(NamedTuple):
    """A diary that is brought to a nurse, and what of it is asked for."""

    diary: Diary
    request: Request = WHOLE


Recipe = Callable[[], Brought]
CORPUS: dict[str, Recipe] = {}
"""Each by the name of its recipe."""


def recipe(cook: Callable[[], Diary | Brought]) -> Callable[[], Diary | Brought]:
    """Put *cook* among the corpus."""

    def brought() -> Brought:
        made = cook()
        return made if isinstance(made, Brought) else Brought(made)

    CORPUS[cook.__name__] = brought
    return cook


def felt(effect: str, severity: int = 2, began: str = "during", **more: object) -> EffectReport:
    return EffectReport(effect, severity, began, **more)  # type: ignore[arg-type]


def noted(*notes: str) -> Diary:
    """An entry for each of *notes*, each after a session of its own."""
    entries = (entry(n, felt("tired", 1, "at-home"), note=note) for n, note in enumerate(notes, start=1))
    return of(*entries, sessions=len(notes), questions=tuple(map(Question, notes)))


# --- courses ---------------------------------------------------------------------------------------------------


@recipe
def a_plain_course_of_seven() -> Diary:
    return seven_sessions()


@recipe
def five_of_seven() -> Diary:
    return five_sessions()


@recipe
def one_session() -> Diary:
    return of(entry(1, felt("tingling", 1), felt("cold", 1)), sessions=1)


@recipe
def forty_sessions() -> Diary:
    first = dt.date(2026, 1, 5)
    days = [first + dt.timedelta(days=3 * number) for number in range(40)]
    return Diary(
        Course("forty", first, 40, "chest-line"),
        tuple(ExchangeSession(f"s{n}", n, day, minutes=120 + n, access="chest-line", fluid="albumin")
              for n, day in enumerate(days, start=1)),
        tuple(
            replace(entry(1, felt("tired", n % 4, "at-home"), felt("cramps", (n + 1) % 4),
                          felt("line-problem", 3 if n == 23 else 0, "next-day"), day=day,
                          note=f"Week {n // 2 + 1}." if n % 2 == 0 else ""),
                    id=f"e{n}", session=f"s{n}")
            for n, day in enumerate(days, start=1)
        ),
    )  # fmt: skip


@recipe
def nothing_at_all() -> Diary:
    return Diary(Course("empty"))


@recipe
def only_planned() -> Diary:
    return Diary(Course("planned", DAYS[0], 7), tuple(session(n, state="planned") for n in (1, 2, 3)))


@recipe
def sessions_without_an_entry() -> Diary:
    return of(sessions=3)


@recipe
def missed_and_stopped_early() -> Diary:
    states = (session(1, stopped_early=True, minutes=35, note="My blood pressure fell."), session(2, state="missed"),
              session(3, stopped_early=True), session(4, state="missed", note="The machine was broken."))  # fmt: skip
    return replace(of(entry(1, felt("light-headed", 3), felt("fainted", 3, told_staff=True))), sessions=states)


@recipe
def two_sessions_of_one_number() -> Diary:
    twice = (session(1), replace(session(1), id="again", day=DAYS[1]), session(3))
    return replace(of(entry(1, felt("cold", 1)), entry(3, felt("cold", 2))), sessions=twice)


@recipe
def no_session_at_all() -> Diary:
    return of(entry(0, felt("tired", 3, "unknown"), day=DAYS[2], note="I do not know which day."), sessions=0)


@recipe
def an_earlier_course() -> Diary:
    story = seven_sessions()
    return replace(story, course=replace(story.course, finished=DAYS[-1], followed_by="the next"))


@recipe
def a_course_after_another() -> Diary:
    story = five_sessions()
    return replace(story, course=replace(story.course, id="the next"), language="el")


@recipe
def ways_in_and_fluids() -> Diary:
    ways = ("arm-veins", "neck-line", "groin-line", "other", "unknown")
    fluids = ("albumin", "plasma", "mixed", "unknown", None)
    sessions = tuple(session(n, access=way, fluid=fluid, minutes=0 if n == 4 else 100 * n)
                     for n, (way, fluid) in enumerate(zip(ways, fluids, strict=True), start=1))  # fmt: skip
    return replace(of(entry(5, felt("sore-site", 2, "next-day"))), sessions=sessions)


# --- answers ---------------------------------------------------------------------------------------------------


@recipe
def only_warning_signs() -> Diary:
    return of(*(entry(n, felt(sign, n % 3 + 1, "at-home", told_staff=(True, False, None)[n % 3]))
                for n, sign in enumerate(WARNING_SIGNS[:5], start=1)))  # fmt: skip


@recipe
def a_fever_without_its_tile() -> Diary:
    return of(
        entry(3, felt("tired", 1, "at-home"), temperature_c=39.4, note="The needle hole bled through two towels.")
    )


@recipe
def asked_once() -> Diary:
    none = tuple(felt(effect, 0) for effect in ALL_EFFECTS if effect != "other")
    return of(entry(1, *none), *(entry(n, felt("cold", 1)) for n in (2, 3, 4, 5)))


@recipe
def nothing_new() -> Diary:
    return of(*(entry(n, none_noticed=True) for n in (1, 2, 3)))


@recipe
def every_effect_severe() -> Diary:
    return of(
        *(entry(n, *(felt(effect, 3, ("during", "at-home")[n % 2]) for effect in ALL_EFFECTS)) for n in (1, 2, 3))
    )


@recipe
def everything() -> Diary:
    return stories.everything()


@recipe
def told_in_part() -> Diary:
    return of(
        entry(1, felt("chest-pain", 3, told_staff=False), felt("tingling", 1, told_staff=True)),
        entry(1, felt("chest-pain", 2, told_staff=True), day=DAYS[1]),
        sessions=2,
    )


@recipe
def tingling_unlike_the_usual() -> Diary:
    return of(
        *(entry(n, felt("tingling", n, unlike_usual=said)) for n, said in enumerate((True, False, None), start=1))
    )


@recipe
def effects_of_their_own() -> Diary:
    told = ("A metal smell", "Hiccups for an hour", "A metal smell")
    diary = of(*(entry(n, felt("other", n, words=words)) for n, words in enumerate(told, start=1)))
    return replace(diary, course=replace(diary.course, own_effects=(OwnEffect("A metal smell"),)))


@recipe
def functions_alone() -> Diary:
    return of(*(entry(n, function={name: (n * 2 + i) % 11 if (n + i) % 4 else None for i, name in enumerate(FUNCTIONS)})
                for n in range(1, 6)))  # fmt: skip


@recipe
def three_entries_of_one_session() -> Diary:
    moments = ("during", "evening", "next-day")
    return of(*(entry(2, felt("headache", n, ("during", "way-home", "next-day")[n - 1]), day=DAYS[1], moment=moment,
                      note=f"{n} of three.") for n, moment in enumerate(moments, start=1)))  # fmt: skip


@recipe
def questions_alone() -> Diary:
    return of(questions=tuple(Question(f"{text} " * n, asked=n == 2) for n, text in enumerate(stories.QUESTIONS, 1)))


@recipe
def what_matters() -> Diary:
    return of(matters=Matters(
        tuple(map(Value, ("To see my daughter’s face.", "To sleep at home.", "As few needles as can be. " * 6))),
        (Readiness("Do I know enough?", yes=True), Readiness("Have I had help?", yes=False)),
    ))  # fmt: skip


# --- who, when -------------------------------------------------------------------------------------------------


@recipe
def typed_by_somebody_else() -> Diary:
    story = five_sessions()
    return replace(story, entries=tuple(replace(one, reporter="helper") for one in story.entries))


@recipe
def typed_by_both() -> Diary:
    story = five_sessions()
    return replace(story, entries=tuple(replace(one, reporter=("self", "helper")[n % 2])
                                        for n, one in enumerate(story.entries)))  # fmt: skip


@recipe
def written_six_months_late() -> Diary:
    """The course was last autumn; the page is printed in May."""
    autumn = (dt.date(2025, 11, 3), dt.date(2025, 11, 5))
    evening, late = entry(1, felt("cold", 1), day=autumn[0]), entry(2, felt("chest-pain", 2), day=autumn[1])
    written = replace(late, note="As I remember it.", recorded_at=dt.datetime(2026, 5, 13, 8, 0, tzinfo=ZONE))
    sessions = tuple(replace(session(n), day=day) for n, day in enumerate(autumn, start=1))
    return replace(of(evening, written), sessions=sessions)


@recipe
def the_last_session_only() -> Brought:
    return Brought(stories.everything(), Request(since_last_visit=True, parts=frozenset({"effects"})))


@recipe
def some_days_without_words() -> Brought:
    return Brought(stories.everything(), Request(DAYS[1], DAYS[3], frozenset({"effects", "sessions", "questions"})))


# --- words as typed --------------------------------------------------------------------------------------------


def _in(*scripts: str) -> Diary:
    return noted(*(SCRIPTS[script] for script in scripts))


@recipe
def in_vietnamese() -> Diary:
    return _in("Vietnamese")


@recipe
def in_greek_and_cyrillic() -> Diary:
    return _in("Greek", "Cyrillic")


@recipe
def from_the_right() -> Diary:
    return noted(*(SCRIPTS[script] for script in ("Hebrew", "Arabic", "Persian")), "I said שלום twice, at 38.5 °C.")


@recipe
def of_india() -> Diary:
    return _in("Devanagari", "Bengali", "Tamil")


@recipe
def without_spaces() -> Diary:
    return noted(*(SCRIPTS[script] * 6 for script in ("Thai", "Khmer", "Tibetan")))


@recipe
def of_east_asia() -> Diary:
    return noted(*(SCRIPTS[script] * 4 for script in ("Chinese", "Japanese", "Korean")))


@recipe
def seldom_printed() -> Diary:
    return _in("Georgian", "Armenian", "Amharic", "Cherokee")


@recipe
def symbols_and_emoji() -> Diary:
    return _in("symbols", "emoji")


@recipe
def what_no_font_has() -> Diary:
    return noted("A letter of my own: \ue000, and 𓀀 and \U0001fbf0.")


@recipe
def words_that_look_like_code() -> Diary:
    return noted(
        r"#set page(fill: red) $x^2$ *bold* _it_ `raw` \u{41} <label> @ref // no /* no */ = - + / ~ --- ' \ ...",
        "<script>alert('x')</script> <b>bold</b> &amp; &lt; <!-- no -->",
        '=SUM(A1:A9) +1 -1 @x \'=HYPERLINK("http://example")',
    )


@recipe
def control_characters() -> Diary:
    return noted("One\x1b[2Jtwo\x07three\x7f four\u202efive\u2028six\ufeffseven", "A\ttab.\n\n\n\nMany\r\nlines\r.")


@recipe
def the_longest_words() -> Diary:
    return noted("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 3,
                 "x" * 600, "https://example.org/" + "a/b?c=d&" * 30)  # fmt: skip


@recipe
def a_full_note() -> Diary:
    return noted("I lay awake and counted the hours until the next one. " * 37, "Short.\n" * 40)


@recipe
def names_of_effects_as_long_as_may_be() -> Diary:
    return of(*(entry(n, felt("other", n, "at-home", words="It felt as if somebody pulled a wet cloth over me " * 4))
                for n in (1, 2, 3)))  # fmt: skip


@recipe
def effects_by_many_small_entries() -> Diary:
    asked: Sequence[str] = (*EFFECTS, *WARNING_SIGNS)
    small: list[Entry] = [replace(entry(n % 5 + 1, felt(effect, n % 4, "at-home")), id=f"e{n}")
                          for n, effect in enumerate(asked)]  # fmt: skip
    return of(*small)
