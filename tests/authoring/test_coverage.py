"""Where each seed fact went, and what no page may lean on."""

from __future__ import annotations

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring import check as check_module

SEED = "- {id: F-3, claim: Blood is red., kind: context, sources: [leaflet], status: seed, certainty: seen}\n"
POOR = "- {id: F-AD, claim: It is quick., kind: context, sources: [advert], status: literature, certainty: seen%s}\n"


@pytest.fixture
def with_a_third_seed(content: Content) -> Content:
    content.add("evidence/facts.yaml", SEED)
    return content


@pytest.fixture
def with_an_advert(content: Content) -> Content:
    content.add("evidence/sources.yaml", "advert: {label: An advert, grade: low}\n")
    content.add("evidence/facts.yaml", POOR % "")
    return content


def table(content: Content, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = check_module.main([str(content.folder), "--coverage"])
    return code, capsys.readouterr().out.splitlines()


# No seed fact is lost


def test_a_seed_fact_that_no_page_cites(with_a_third_seed: Content) -> None:
    assert with_a_third_seed.faults("evidence/facts.yaml") == [(10, "NOT-COVERED")]


def test_a_seed_fact_on_a_page(with_a_third_seed: Content) -> None:
    with_a_third_seed.page(minute="Blood is red. [@F-3]")
    assert with_a_third_seed.faults() == []


def test_a_seed_fact_left_out_for_a_reason(with_a_third_seed: Content) -> None:
    with_a_third_seed.write("evidence/excluded.yaml", "F-3: Everyone knows.\n")
    assert with_a_third_seed.faults() == []


def test_a_fact_is_left_out_or_cited_not_both(content: Content) -> None:
    content.write("evidence/excluded.yaml", "# Left out\nF-1: Everyone knows.\n")
    assert content.faults("evidence/excluded.yaml") == [(2, "EXCLUDED")]


def test_a_page_that_cannot_be_read_does_not_lose_its_facts_as_well(with_a_third_seed: Content) -> None:
    with_a_third_seed.write("en/basics/plasma.md", "no front matter")
    with_a_third_seed.write("en/basics/machine.md", "no front matter")
    assert "NOT-COVERED" not in with_a_third_seed.codes()


def test_the_table_says_where_each_seed_fact_went(
    with_a_third_seed: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    with_a_third_seed.write("evidence/excluded.yaml", "F-3: Everyone knows.\n")
    assert table(with_a_third_seed, capsys) == (
        0,
        [
            "F-1     en/plasma, en/machine",
            "F-3     left out: Everyone knows.",
            "2 seed facts: 1 cited, 1 left out with a reason, 0 not yet",
        ],
    )


def test_a_gap_in_the_table_fails(with_a_third_seed: Content, capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = table(with_a_third_seed, capsys)
    assert code == 1
    assert rows[1:] == ["F-3     not yet", "2 seed facts: 1 cited, 0 left out with a reason, 1 not yet"]


def test_a_table_of_nothing_fails(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    content.write("evidence/facts.yaml", "facts: [\n")
    assert table(content, capsys)[0] == 1


# What no page may lean on


def test_a_fact_that_is_kept_from_readers(content: Content) -> None:
    content.change("evidence/facts.yaml", "figure: '8/14", "show_in_app: 'no', figure: '8/14")
    assert content.codes() == {"HELD-BACK"}


@pytest.mark.parametrize("word", ["no (context only)", "avoid", "clinician note"])
def test_there_is_more_than_one_way_to_say_so(content: Content, word: str) -> None:
    content.change("evidence/facts.yaml", "figure: '8/14", f"show_in_app: {word}, figure: '8/14")
    assert content.codes() == {"HELD-BACK"}


@pytest.mark.parametrize("word", ["'yes'", "words only", "not yet decided", "range"])
def test_other_remarks_keep_nothing_back(content: Content, word: str) -> None:
    content.change("evidence/facts.yaml", "figure: '8/14", f"show_in_app: {word}, figure: '8/14")
    assert content.codes() == set()


def test_a_fact_from_a_poor_source_alone(with_an_advert: Content) -> None:
    with_an_advert.page(minute="It is quick.\nIt is so. [@F-AD]")
    assert with_an_advert.faults() == [(18, "LOW-GRADE")]


def test_words_before_a_list_and_the_header_of_a_table_lean_on_nothing_poor(with_an_advert: Content) -> None:
    with_an_advert.page(minute="It is: [@F-AD]\n\n- quick", full="| it is [@F-AD] |\n|---|\n| quick |")
    assert with_an_advert.faults() == [(17, "LOW-GRADE"), (23, "LOW-GRADE")]


def test_what_the_literature_bears_out_may_stand(with_an_advert: Content) -> None:
    with_an_advert.change("evidence/facts.yaml", POOR % "", POOR % ", verdict: ok")
    with_an_advert.page(minute="It is quick. [@F-AD]")
    assert with_an_advert.faults() == []


def test_what_a_better_source_says_too_may_stand(with_an_advert: Content) -> None:
    with_an_advert.change("evidence/facts.yaml", "[advert]", "[advert, study]")
    with_an_advert.page(minute="It is quick. [@F-AD]")
    assert with_an_advert.faults() == []


DISAGREEMENT = """\
Plasma is part of your blood. [@F-1]

!!! sources-differ "Is it quick?"
    | who says so | what they say |
    |---|---|
    | An advert [@F-AD] | quick |
    | A study [@F-2] | 2 hours |

    An advert sells. [@F-AD] Ask your team.
"""


def test_a_poor_source_may_stand_beside_what_others_say(with_an_advert: Content) -> None:
    with_an_advert.page(minute=DISAGREEMENT)
    assert with_an_advert.faults() == []


def test_what_is_kept_from_readers_does_not_stand_there_either(with_an_advert: Content) -> None:
    with_an_advert.change("evidence/facts.yaml", POOR % "", POOR % ", show_in_app: 'no'")
    with_an_advert.page(minute=DISAGREEMENT)
    assert with_an_advert.faults() == [(22, "HELD-BACK"), (25, "HELD-BACK")]


def test_no_meaning_and_no_warning_leans_on_a_poor_source(with_an_advert: Content) -> None:
    with_an_advert.change("en/effects.yaml", "facts: [F-1]", "facts: [F-AD]")
    assert set(with_an_advert.faults("en/effects.yaml")) == {(6, "LOW-GRADE")}


# Exceptions


def test_an_exception_for_a_reason(with_an_advert: Content) -> None:
    with_an_advert.page(minute="It is quick. [@F-AD]")
    with_an_advert.write("evidence/exceptions.yaml", "plasma:\n  F-AD: It says so itself.\n")
    assert with_an_advert.faults() == []


def test_an_exception_is_for_one_page(with_an_advert: Content) -> None:
    with_an_advert.page(minute="It is quick. [@F-AD]", full="The machine. [@F-1]")
    with_an_advert.write("evidence/exceptions.yaml", "machine:\n  F-AD: It says so itself.\n")
    assert with_an_advert.codes() == {"LOW-GRADE", "EXCEPTION"}


def test_there_is_no_exception_for_what_is_refuted(content: Content) -> None:
    content.page(minute="White cells are removed. [@F-WRONG]")
    content.write("evidence/exceptions.yaml", "plasma:\n  F-WRONG: We like it.\n")
    assert content.codes() == {"REFUTED-FACT", "EXCEPTION"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("plasma:\n  F-1: There is nothing wrong with it.\n", (2, "EXCEPTION")),
        ("plasma:\n  F-AD: The page does not cite it.\n", (2, "EXCEPTION")),
        ("plasma:\n  F-AD: ''\n", (2, "EXCEPTION")),
        ("plasma: F-AD\n", (1, "EXCEPTION")),
        ("plasma:\n  F-99: Never was.\n", (2, "UNKNOWN-FACT")),
        ("- plasma\n", (1, "YAML")),
    ],
)
def test_an_exception_that_is_none(with_an_advert: Content, text: str, fault: tuple[int, str]) -> None:
    with_an_advert.write("evidence/exceptions.yaml", text)
    assert with_an_advert.faults("evidence/exceptions.yaml") == [fault]


# What the evidence says of itself


def test_a_grade_that_is_none(content: Content) -> None:
    content.change("evidence/sources.yaml", "{label: A leaflet for patients}", "{label: A leaflet, grade: fair}")
    assert content.faults("evidence/sources.yaml") == [(1, "SOURCE")]


def test_a_way_to_read_that_is_none(content: Content) -> None:
    content.change("evidence/facts.yaml", "figure: '8/14", "read: in a dream, figure: '8/14")
    assert content.faults("evidence/facts.yaml") == [(4, "FACT")]
