"""What the person said, whole: a QuestionnaireResponse for each entry, and one for the course.

These are authoritative. What was not asked, or not answered, has no answer here: nothing is filled in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache

from tpe_guide.diary.model import Diary, EffectReport, Entry, ExchangeSession
from tpe_guide.fhir.elements import Ids, Json, fit, instant, language, reference, said
from tpe_guide.fhir.observations import celsius
from tpe_guide.fhir.questionnaire import COURSE, COURSE_URL, ENTRY, ENTRY_URL, TERMS, Item, canonical, choices

Answer = tuple[str, object]
"""A link id, and what was said: a word, a number, a list of words for one that repeats; a list of groups for a group.

Nothing (None, empty) is no answer.
"""


def of_entry(entry: Entry, ids: Ids, patient: str, author: str, spoken: str) -> Json:
    """All that *entry* says. The *author* typed it, and the *patient* said it, in the language *spoken*."""
    return {
        "resourceType": "QuestionnaireResponse",
        "id": ids("entry", entry.id),
        **said(language=language(spoken)),
        "identifier": {"system": "urn:tpe-guide:entry", "value": fit(entry.id)},
        "questionnaire": canonical(ENTRY_URL),
        "status": "completed",
        "subject": reference(patient),
        "authored": instant(entry.recorded_at),
        "author": reference(author),
        "source": reference(patient),
        "item": _items(
            ENTRY,
            (
                ("session", reference(ids("session", entry.session)) if entry.session is not None else None),
                ("day", entry.day),
                ("moment", entry.moment),
                ("effect", [_effect(report) for report in entry.effects]),
                ("none-noticed", entry.none_noticed or None),  # its absence says nothing
                ("function", [[(f"function.{name}", level) for name, level in entry.function.items()]]),
                ("temperature", celsius(entry.temperature_c) if entry.temperature_c is not None else None),
                ("note", entry.note),
            ),
        ),
    }


def of_course(diary: Diary, ids: Ids, patient: str, now: dt.datetime) -> Json:
    """All that the diary says beside its entries."""
    course = diary.course
    items = _items(
        COURSE,
        (
            ("started", course.started),
            ("planned-sessions", course.planned_sessions),
            ("access", course.access),
            ("finished", course.finished),
            ("prepared", course.prepared),
            ("own-steps", course.own_steps),
            (
                "own-effect",
                [[("own-effect.words", own.words), ("own-effect.retired", own.retired)] for own in course.own_effects],
            ),
            ("session", [_session(session, ids) for session in diary.sessions]),
            (
                "question",
                [[("question.text", one.text), ("question.asked", one.asked)] for one in diary.questions],
            ),
            ("matters", [value.text for value in diary.matters.values]),
            ("ready", [[("ready.question", one.question), ("ready.yes", one.yes)] for one in diary.matters.ready]),
        ),
    )
    return {
        "resourceType": "QuestionnaireResponse",
        "id": ids("course"),
        **said(language=language(diary.language)),
        "identifier": {"system": "urn:tpe-guide:course", "value": fit(course.id)},
        "questionnaire": canonical(COURSE_URL),
        "status": "completed",
        "subject": reference(patient),
        "authored": instant(now),
        "author": reference(patient),
        "source": reference(patient),
        **said(item=items),
    }


def _effect(report: EffectReport) -> list[Answer]:
    return [
        ("effect.effect", report.effect),
        ("effect.severity", str(report.severity)),
        ("effect.began", report.began),
        ("effect.told-staff", report.told_staff),
        ("effect.unlike-usual", report.unlike_usual),
        ("effect.words", report.words),
    ]


def _session(session: ExchangeSession, ids: Ids) -> list[Answer]:
    return [
        ("session.procedure", reference(ids("session", session.id))),
        ("session.number", session.number),
        ("session.day", session.day),
        ("session.state", session.state),
        ("session.minutes", session.minutes),
        ("session.access", session.access),
        ("session.fluid", session.fluid),
        ("session.stopped-early", session.stopped_early),
        ("session.note", session.note),
    ]


def _items(questions: Iterable[Item], answers: Iterable[Answer]) -> list[Json]:
    """The *answers* in the order of *questions*. Raises KeyError where one answers nothing that is asked."""
    asked = {question.link: question for question in questions}
    made = []
    for link, value in answers:
        question = asked[link]
        if question.type == "group":
            groups = (_items(question.items, group) for group in value)  # type: ignore[attr-defined]
            made += [{"linkId": link, "item": inner} for inner in groups if inner]
        elif value not in (None, "", (), []):
            values = value if isinstance(value, list | tuple) else [value]
            made.append({"linkId": link, "answer": [_answer(question, one) for one in values]})
    order = {question.link: place for place, question in enumerate(questions)}
    return sorted(made, key=lambda item: order[item["linkId"]])


def _answer(question: Item, value: object) -> Json:
    match question.type:
        case "choice":
            return {"valueCoding": _own(question.choices, str(value))}
        case "text":
            return {"valueString": fit(str(value))}
        case "date":
            return {"valueDate": str(value)}
        case kind:
            return {f"value{kind.capitalize()}": value}


@cache
def _own(name: str, word: str) -> Json:
    """One of our own words as a Coding; made once, and never changed."""
    return {"system": TERMS + name, "code": word, "display": choices(name)[word]}
