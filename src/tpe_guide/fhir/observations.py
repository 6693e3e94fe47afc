"""What a hospital's system can search for, derived from what the person said: symptoms, temperatures, sessions.

An effect that was not asked about gives nothing. One that was asked about and not there is a symptom said to be
absent. An effect is part of a session only where it began during it.
"""

from __future__ import annotations

from functools import cache

from tpe_guide.diary.model import EffectReport, Entry, ExchangeSession
from tpe_guide.fhir.codes import codes
from tpe_guide.fhir.elements import Ids, Json, concept, fit, instant, reference, said

_STATUS = {"planned": "preparation", "done": "completed", "missed": "not-done"}


def of_effect(entry: Entry, number: int, ids: Ids, patient: str, performer: str) -> Json:
    """The effect *number* of *entry*: a symptom with its severity, or one that was absent."""
    known, report = codes(), entry.effects[number]
    made = {
        "resourceType": "Observation",
        "id": ids("entry", entry.id, "effect", number),
        **said(partOf=_session_during(entry, report, ids)),
        "status": "final",
        "category": [_category("survey", "Survey")],
        "code": concept(known.observations["symptom" if report.severity else "symptom-absent"]),
        **_when_and_by_whom(entry, patient, performer),
        "valueCodeableConcept": concept(known.effects[report.effect], _own_name(report)),
        **said(note=[{"text": fit(report.words)}] if report.words else None),
        "derivedFrom": [reference(ids("entry", entry.id))],
    }
    if report.severity:
        made["component"] = [
            {
                "code": concept(known.observations["severity"]),
                "valueCodeableConcept": concept(known.severities[report.severity]),
            }
        ]
    return made


def of_temperature(entry: Entry, value: float, ids: Ids, patient: str, performer: str) -> Json:
    """The temperature that was measured, in degrees Celsius."""
    return {
        "resourceType": "Observation",
        "id": ids("entry", entry.id, "temperature"),
        "status": "final",
        "category": [_category("vital-signs", "Vital Signs"), _category("survey", "Survey")],
        "code": concept(codes().observations["temperature"]),
        **_when_and_by_whom(entry, patient, performer),
        "valueQuantity": celsius(value),
        "derivedFrom": [reference(ids("entry", entry.id))],
    }


def of_session(session: ExchangeSession, ids: Ids, patient: str) -> Json:
    """An exchange session, as the person tells it. A planned one has the day that is planned."""
    status = "stopped" if session.state == "done" and session.stopped_early else _STATUS[session.state]
    return {
        "resourceType": "Procedure",
        "id": ids("session", session.id),
        "identifier": [{"system": "urn:tpe-guide:session", "value": fit(session.id)}],
        "status": status,
        "code": concept(codes().session),
        "subject": reference(patient),
        "performedDateTime": session.day.isoformat(),
        "asserter": reference(patient),
        **said(
            bodySite=_term("access", session.access),
            note=[{"text": fit(session.note)}] if session.note else None,
            usedCode=_term("fluid", session.fluid),
        ),
    }


def celsius(value: float) -> Json:
    """A Quantity of degrees Celsius, never rounded."""
    return {"value": value, "unit": "°C", "system": codes().systems["ucum"], "code": "Cel"}


def _when_and_by_whom(entry: Entry, patient: str, performer: str) -> Json:
    """The day as it was meant, with no time that nobody said; and the moment at which it was recorded."""
    return {
        "subject": reference(patient),
        "effectiveDateTime": entry.day.isoformat(),
        "issued": instant(entry.recorded_at),
        "performer": [reference(performer)],
    }


def _session_during(entry: Entry, report: EffectReport, ids: Ids) -> list[Json]:
    if entry.session is None or report.began != "during" or not report.severity:
        return []
    return [reference(ids("session", entry.session))]


def _own_name(report: EffectReport) -> str:
    """What the person called it, where the diary has no word for it."""
    return report.words if report.effect == "other" else ""


def _term(name: str, word: str | None) -> list[Json]:
    if word in (None, "unknown"):
        return []
    return [{"text": codes().terms[name][word]}]


@cache
def _category(code: str, display: str) -> Json:
    return {"coding": [{"system": codes().systems["category"], "code": code, "display": display}]}
