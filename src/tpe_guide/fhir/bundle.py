"""A diary as one FHIR R4 bundle: the same diary, at the same moment and by the same version, is the same bytes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

from tpe_guide import __version__
from tpe_guide.diary.model import Diary
from tpe_guide.fhir import observations, responses
from tpe_guide.fhir.elements import Ids, Json, instant, reference
from tpe_guide.fhir.questionnaire import questionnaires


def to_fhir(diary: Diary, now: dt.datetime) -> bytes:
    """*diary* as a Bundle of type collection, as of *now*, which is aware: a resource a line. It adds no name."""
    ids = Ids(diary.course)
    meta = {"source": f"urn:tpe-guide:{__version__}"}
    head = {
        "resourceType": "Bundle",
        "id": ids("bundle"),
        "meta": meta,
        "type": "collection",
        "timestamp": instant(now),
    }
    entries = (_entry(made, meta) for made in _resources(diary, ids, now))
    # Not indented: json would then take its slow way, six times as long.
    return "".join((_json(head)[:-1], ', "entry": [\n', ",\n".join(map(_json, entries)), "\n]}\n")).encode()


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _entry(made: Json, meta: Json) -> Json:
    first = {"resourceType": made["resourceType"], "id": made["id"], "meta": meta}
    return {"fullUrl": f"urn:uuid:{made['id']}", "resource": first | made}


def _resources(diary: Diary, ids: Ids, now: dt.datetime) -> Iterator[Json]:
    yield from questionnaires()
    patient, helper = ids("patient"), ids("helper")
    yield {"resourceType": "Patient", "id": patient}
    if any(entry.reporter == "helper" for entry in diary.entries):
        yield _helper(helper, patient)
    yield responses.of_course(diary, ids, patient, now)
    for session in diary.sessions:
        yield observations.of_session(session, ids, patient)
    for entry in diary.entries:
        by = helper if entry.reporter == "helper" else patient
        yield responses.of_entry(entry, ids, patient, by, diary.language)
        for number in range(len(entry.effects)):
            yield observations.of_effect(entry, number, ids, patient, by)
        if entry.temperature_c is not None:
            yield observations.of_temperature(entry, entry.temperature_c, ids, patient, by)


def _helper(helper: str, patient: str) -> Json:
    """Whoever typed for the person. The diary does not know who that was, nor whether it was always the same one."""
    return {
        "resourceType": "RelatedPerson",
        "id": helper,
        "patient": reference(patient),
        "relationship": [{"text": "Helper who typed for the patient"}],
    }
