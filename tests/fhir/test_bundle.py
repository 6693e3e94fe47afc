"""The diary as a FHIR bundle: whole, right by others' rules, and saying no more than the person did."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.diary.strategies import diaries
from tests.judges import as_json, faults_by_node, faults_by_python, what_node_lacks
from tests.summary.stories import PRINTED_AT, entry, five_sessions, session
from tpe_guide import __version__
from tpe_guide.diary.demo import FIXED_DAY, demo_diary, finished_diary
from tpe_guide.diary.model import Course, Diary, EffectReport, Entry, Matters, Question, Readiness, Value
from tpe_guide.fhir.bundle import to_fhir

Json = dict[str, Any]
NO_SESSION = 0


def bundle_of(diary: Diary, now: dt.datetime = PRINTED_AT) -> Json:
    return as_json(to_fhir(diary, now))


def resources(diary: Diary, kind: str) -> list[Json]:
    found = (each["resource"] for each in bundle_of(diary)["entry"])
    return [each for each in found if each["resourceType"] == kind]


def of(*entries: Entry, **more: Any) -> Diary:
    return Diary(Course("c1"), (session(1), session(2)), entries, **more)


def effects(diary: Diary) -> list[Json]:
    return [each for each in resources(diary, "Observation") if "valueCodeableConcept" in each]


def effect(report: EffectReport, **more: Any) -> Json:
    (found,) = effects(of(entry(1, report, **more)))
    return found


def response_to_entry(said: Entry) -> Json:
    found = resources(of(said), "QuestionnaireResponse")
    (response,) = [each for each in found if each["questionnaire"].startswith("urn:tpe-guide:questionnaire:entry")]
    return response


def answers(items: list[Json], link: str) -> list[Any]:
    """All that was answered to the question *link*, however deep it stands."""
    found = []
    for item in items:
        if item["linkId"] == link:
            found += [next(iter(answer.values())) for answer in item.get("answer", [])]
        found += answers(item.get("item", []), link)
    return found


class TestOthersPassIt:
    @pytest.mark.parametrize("diary", [demo_diary(FIXED_DAY), finished_diary(FIXED_DAY), Diary(Course("empty"))])
    def test_the_examples(self, diary: Diary) -> None:
        assert faults_by_python(bundle_of(diary)) == []

    @settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(diaries())
    def test_whatever_a_diary_may_hold(self, diary: Diary) -> None:
        assert faults_by_python(bundle_of(diary)) == []

    @pytest.mark.slow
    @pytest.mark.skipif(bool(what_node_lacks()), reason=what_node_lacks())
    @settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
    @given(diaries())
    def test_whatever_a_diary_may_hold_by_the_official_schema_and_a_second_validator(self, diary: Diary) -> None:
        assert faults_by_node(to_fhir(diary, PRINTED_AT)) == []


def no_status(bundle: Json) -> None:
    del _first(bundle, "Observation")["status"]


def unknown_status(bundle: Json) -> None:
    _first(bundle, "Procedure")["status"] = "finished"


def unknown_element(bundle: Json) -> None:
    _first(bundle, "Observation")["mood"] = "glad"


def text_as_a_number(bundle: Json) -> None:
    _first(bundle, "Observation")["code"] = {"text": 75325}


def broken_instant(bundle: Json) -> None:
    _first(bundle, "Observation")["issued"] = "this morning"


def _first(bundle: Json, kind: str) -> Json:
    found: Json = next(each["resource"] for each in bundle["entry"] if each["resource"]["resourceType"] == kind)
    return found


SEEN_BY_NODE = {
    no_status: {"validator"},  # to the schema no element of a simple type is required
    unknown_status: {"validator"},
    unknown_element: {"schema", "validator"},
    text_as_a_number: {"schema"},
    broken_instant: {"schema"},
}


class TestTheJudgesSee:
    """A judge that never says no proves nothing."""

    @pytest.mark.parametrize("broken_by", [no_status, unknown_element, text_as_a_number, broken_instant])
    def test_the_first(self, broken_by: Any) -> None:
        bundle = bundle_of(demo_diary(FIXED_DAY))
        broken_by(bundle)
        assert faults_by_python(bundle)

    @pytest.mark.slow
    @pytest.mark.skipif(bool(what_node_lacks()), reason=what_node_lacks())
    @pytest.mark.parametrize("broken_by", SEEN_BY_NODE)
    def test_the_others(self, broken_by: Any) -> None:
        bundle = bundle_of(demo_diary(FIXED_DAY))
        assert faults_by_node(json.dumps(bundle).encode()) == []
        broken_by(bundle)
        seen = {fault.partition(":")[0] for fault in faults_by_node(json.dumps(bundle).encode())}
        assert seen >= SEEN_BY_NODE[broken_by]


class TestCountsOutAreCountsIn:
    @settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(diaries())
    def test_of_everything(self, diary: Diary) -> None:
        found = [each["resource"] for each in bundle_of(diary)["entry"]]
        kinds = Counter(each["resourceType"] for each in found)
        reports = [report for each in diary.entries for report in each.effects]
        warm = [each for each in diary.entries if each.temperature_c is not None]
        assert kinds["Procedure"] == len(diary.sessions)
        assert kinds["QuestionnaireResponse"] == len(diary.entries) + 1
        assert kinds["Observation"] == len(reports) + len(warm)
        items = [item for each in found if each["resourceType"] == "QuestionnaireResponse" for item in each["item"]]
        assert len(answers(items, "effect.effect")) == len(reports)
        assert len(answers(items, "temperature")) == len(warm)
        assert len(answers(items, "question.text")) == len(diary.questions)
        assert len(answers(items, "session.number")) == len(diary.sessions)
        assert len(answers(items, "matters")) == len(diary.matters.values)
        assert len(answers(items, "note")) == sum(bool(each.note) for each in diary.entries)
        levels = [level for each in diary.entries for level in each.function.values() if level is not None]
        names = ("vision", "walking", "hands", "energy", "thinking")
        assert sum(len(answers(items, f"function.{name}")) for name in names) == len(levels)

    @settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(diaries())
    def test_each_id_is_one_resource_and_each_reference_leads_to_one(self, diary: Diary) -> None:
        bundle = bundle_of(diary)
        urls = [each["fullUrl"] for each in bundle["entry"]]
        assert len(urls) == len(set(urls))
        assert all(each["fullUrl"] == f"urn:uuid:{each['resource']['id']}" for each in bundle["entry"])
        assert set(references(bundle)) <= set(urls)


def references(value: Any) -> list[str]:
    if isinstance(value, list):
        return [each for one in value for each in references(one)]
    if not isinstance(value, dict):
        return []
    own = [value["reference"]] if isinstance(value.get("reference"), str) else []
    return own + [each for one in value.values() for each in references(one)]


class TestASymptom:
    def test_is_coded_where_the_code_is_sure_and_has_its_plain_words_always(self) -> None:
        tingling = effect(EffectReport("tingling", 2))
        assert tingling["code"]["coding"][0]["code"] == "75325-1"
        assert tingling["valueCodeableConcept"] == {
            "coding": [{"system": "http://snomed.info/sct", "code": "91019004", "display": "Paresthesia"}],
            "text": "Tingling",
        }
        (severity,) = tingling["component"]
        assert severity["code"]["coding"][0]["code"] == "64750-3"
        assert severity["valueCodeableConcept"]["coding"][0]["code"] == "6736007"

    def test_is_words_alone_where_no_code_is_sure(self) -> None:
        assert effect(EffectReport("fever-chills", 3))["valueCodeableConcept"] == {"text": "Fever or shaking"}

    def test_that_was_asked_and_not_there_is_said_to_be_absent(self) -> None:
        absent = effect(EffectReport("chest-pain", 0))
        assert absent["code"]["coding"][0]["code"] == "111551-8"
        assert absent["valueCodeableConcept"] == {"text": "Chest pain"}
        assert "component" not in absent

    def test_that_was_not_asked_is_nowhere(self) -> None:
        quiet = of(entry(1, EffectReport("tired", 1)))
        assert [each["valueCodeableConcept"]["text"] for each in effects(quiet)] == ["Tired, more than usual"]

    def test_keeps_the_persons_own_words(self) -> None:
        own = effect(EffectReport("other", 1, words="a humming in my teeth"))
        assert own["valueCodeableConcept"] == {"text": "a humming in my teeth"}
        assert effect(EffectReport("tingling", 1, words="like ants"))["note"] == [{"text": "like ants"}]

    def test_is_part_of_the_session_only_where_it_began_during_it(self) -> None:
        diary = of(entry(1, EffectReport("tingling", 1, "during"), EffectReport("tired", 2, "at-home")))
        tingling, tired = effects(diary)
        first, __ = [each["id"] for each in resources(diary, "Procedure")]
        assert tingling["partOf"] == [{"reference": f"urn:uuid:{first}"}]
        assert "partOf" not in tired

    def test_has_the_day_that_was_meant_and_the_moment_of_writing_with_its_offset(self) -> None:
        """Written just after midnight, of the evening before."""
        zone = dt.timezone(dt.timedelta(hours=2))
        at = dt.datetime(2026, 5, 5, 0, 20, tzinfo=zone)
        late = replace(entry(1, EffectReport("tired", 2), day=dt.date(2026, 5, 4)), recorded_at=at)
        (found,) = effects(of(late))
        assert found["effectiveDateTime"] == "2026-05-04"
        assert found["issued"] == "2026-05-05T00:20:00+02:00"

    def test_an_offset_that_fhir_does_not_know_is_told_in_utc(self) -> None:
        at = dt.datetime(2026, 5, 5, 0, 20, tzinfo=dt.timezone(dt.timedelta(hours=-20)))
        (found,) = effects(of(replace(entry(1, EffectReport("tired", 2)), recorded_at=at)))
        assert found["issued"] == "2026-05-05T20:20:00+00:00"


class TestWhoSaidIt:
    def test_the_patient_has_no_name(self) -> None:
        (patient,) = resources(five_sessions(), "Patient")
        assert patient.keys() == {"resourceType", "id", "meta"}

    def test_what_a_helper_typed_is_theirs_to_have_recorded_and_the_patients_to_have_said(self) -> None:
        helped = of(entry(1, EffectReport("tired", 2), reporter="helper"))
        (helper,) = resources(helped, "RelatedPerson")
        (tired,) = effects(helped)
        assert tired["performer"] == [{"reference": f"urn:uuid:{helper['id']}"}]
        response = response_to_entry(helped.entries[0])
        (patient,) = resources(helped, "Patient")
        assert response["author"] == {"reference": f"urn:uuid:{helper['id']}"}
        assert response["source"] == {"reference": f"urn:uuid:{patient['id']}"}

    def test_where_nobody_helped_nobody_is_made_up(self) -> None:
        assert resources(five_sessions(), "RelatedPerson") == []

    def test_each_resource_says_which_program_made_it(self) -> None:
        sources = {each["resource"]["meta"]["source"] for each in bundle_of(five_sessions())["entry"]}
        assert sources == {f"urn:tpe-guide:{__version__}"}


class TestASession:
    @pytest.mark.parametrize(
        ("state", "early", "status"),
        [("planned", False, "preparation"), ("done", False, "completed"), ("done", True, "stopped"),
         ("missed", False, "not-done")],
    )  # fmt: skip
    def test_says_what_became_of_it(self, state: str, early: bool, status: str) -> None:
        (procedure,) = resources(Diary(Course("c"), (session(1, state=state, stopped_early=early),)), "Procedure")
        assert procedure["status"] == status
        assert procedure["performedDateTime"] == "2026-05-04"
        assert procedure["code"] == {"text": "Therapeutic plasma exchange"}

    def test_what_was_not_said_of_it_is_not_there(self) -> None:
        (procedure,) = resources(Diary(Course("c"), (session(1),)), "Procedure")
        assert not {"bodySite", "usedCode", "note"} & procedure.keys()


class TestTheAuthoritativeAnswer:
    def test_an_entry_is_whole(self) -> None:
        report = EffectReport("tingling", 1, "way-home", told_staff=False, words="ants", unlike_usual=True)
        said = entry(
            1, report, moment="evening", function={"vision": 0, "hands": None}, temperature_c=38.2, note="A bad night."
        )
        response = response_to_entry(said)
        items = response["item"]
        assert answers(items, "day") == ["2026-05-04"]
        assert [one["code"] for one in answers(items, "moment")] == ["evening"]
        assert [one["code"] for one in answers(items, "effect.severity")] == ["1"]
        assert [one["code"] for one in answers(items, "effect.began")] == ["way-home"]
        assert answers(items, "effect.told-staff") == [False]
        assert answers(items, "effect.unlike-usual") == [True]
        assert answers(items, "effect.words") == ["ants"]
        assert answers(items, "function.vision") == [0]  # the worst, and not “not said”
        assert answers(items, "function.hands") == []
        assert answers(items, "note") == ["A bad night."]
        assert answers(items, "none-noticed") == []
        (warm,) = answers(items, "temperature")
        assert (warm["value"], warm["system"], warm["code"]) == (38.2, "http://unitsofmeasure.org", "Cel")

    def test_nothing_new_stays_what_it_is_and_makes_no_list_of_absences(self) -> None:
        quiet = entry(1, none_noticed=True)
        assert answers(response_to_entry(quiet)["item"], "none-noticed") == [True]
        assert effects(of(quiet)) == []

    def test_answers_name_a_version_of_a_questionnaire_that_is_in_the_bundle(self) -> None:
        asked = {f"{each['url']}|{each['version']}" for each in resources(five_sessions(), "Questionnaire")}
        said = {each["questionnaire"] for each in resources(five_sessions(), "QuestionnaireResponse")}
        assert said == asked

    @settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
    @given(diaries())
    def test_each_answer_is_one_that_the_question_allows(self, diary: Diary) -> None:
        asked = {f"{each['url']}|{each['version']}": each for each in resources(diary, "Questionnaire")}
        for response in resources(diary, "QuestionnaireResponse"):
            check_answers(response["item"], asked[response["questionnaire"]]["item"])

    def test_the_course_is_whole(self) -> None:
        diary = replace(
            five_sessions(),
            questions=(Question("Why me?", asked=True), Question("What now?")),
            matters=Matters((Value("To walk"), Value("To see")), (Readiness("Do you know enough?", yes=False),)),
        )
        (course,) = [each for each in resources(diary, "QuestionnaireResponse") if ":course|" in each["questionnaire"]]
        assert answers(course["item"], "question.text") == ["Why me?", "What now?"]
        assert answers(course["item"], "question.asked") == [True, False]
        assert answers(course["item"], "matters") == ["To walk", "To see"]
        assert answers(course["item"], "ready.yes") == [False]
        assert answers(course["item"], "session.number") == [1, 2, 3, 4, 5, 6, 7]


def check_answers(items: list[Json], questions: list[Json]) -> None:
    by_link = {question["linkId"]: question for question in questions}
    order = [list(by_link).index(item["linkId"]) for item in items]
    assert order == sorted(order)
    for item in items:
        question = by_link[item["linkId"]]
        assert question.get("repeats") or sum(each["linkId"] == item["linkId"] for each in items) == 1
        assert question.get("repeats") or len(item.get("answer", [])) <= 1
        check_answers(item.get("item", []), question.get("item", []))
        options = [option["valueCoding"] for option in question.get("answerOption", [])]
        assert all(answer["valueCoding"] in options for answer in item.get("answer", []) if options)


class TestTheBytes:
    def test_are_the_same_for_the_same_diary_moment_and_version(self) -> None:
        assert to_fhir(five_sessions(), PRINTED_AT) == to_fhir(five_sessions(), PRINTED_AT)

    def test_ids_outlast_the_moment_and_tell_two_courses_apart(self) -> None:
        def ids(diary: Diary, now: dt.datetime) -> list[str]:
            return [each["fullUrl"] for each in bundle_of(diary, now)["entry"]]

        later = PRINTED_AT + dt.timedelta(days=3)
        assert ids(five_sessions(), PRINTED_AT) == ids(five_sessions(), later)
        other = replace(five_sessions(), course=replace(five_sessions().course, id="c2"))
        assert not set(ids(five_sessions(), PRINTED_AT)[2:]) & set(ids(other, PRINTED_AT)[2:])  # all but what is asked

    def test_a_control_character_is_its_picture_and_an_odd_blank_a_plain_one(self) -> None:
        """FHIR refuses the one, and its schema the other."""
        note = "a\x00b".replace("\x00", "\x07") + "\u00a0c\u2028d\x0be"
        assert answers(response_to_entry(entry(1, note=note))["item"], "note") == ["a\u2407b c\nd\ne"]

    def test_a_language_that_is_none_is_left_out(self) -> None:
        odd = replace(five_sessions(), language="my own tongue")
        assert all("language" not in each for each in resources(odd, "QuestionnaireResponse"))
        assert {each["language"] for each in resources(five_sessions(), "QuestionnaireResponse")} == {"en"}
