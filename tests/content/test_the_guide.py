"""The guide itself: what the content folder of this repository holds today."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tpe_guide import paths
from tpe_guide.authoring.check import check, run
from tpe_guide.authoring.evidence import MEMORY, Evidence, read_evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.guide.library import Library, load_compiled
from tpe_guide.guide.model import Page, Picture
from tpe_guide.vocabulary.terms import ACCESSES, ALL_EFFECTS, OTHER, WARNING_SIGNS

CONTENT = paths.content_dir()


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load("en")


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    faults = Faults(CONTENT)
    found = read_evidence(CONTENT / "evidence", faults)
    assert not list(faults)
    return found


def test_no_page_has_a_fault() -> None:
    """On a fixed day, so that an old checkout does not turn red; ``content check`` itself looks at the calendar."""
    faults = check(CONTENT, today=dt.date(2026, 11, 21))
    assert not faults, "\n".join(map(str, faults))


def test_the_guide_is_as_large_as_promised(library: Library) -> None:
    assert len(library.chapters) >= 4
    assert len(library.order) >= 12


def test_every_page_can_be_opened(library: Library) -> None:
    for name in library.order:
        page = library.page(name)
        assert page.minute, name
        assert page.full, name
        assert page.sources, name
        assert page.action, name


def test_nothing_from_memory_reaches_a_reader(library: Library, evidence: Evidence) -> None:
    shown = repr([library.page(name) for name in library.order])
    assert "L-P01" in shown
    assert not [fact.id for fact in evidence.facts.values() if fact.from_memory and f"'{fact.id}'" in shown]
    assert evidence.sources[MEMORY] not in shown


def test_a_reader_sees_no_trace_of_how_a_source_was_found(evidence: Evidence) -> None:
    for label in evidence.sources.values():
        assert "http" not in label
        assert "seen at" not in label


def test_the_evidence_is_whole(evidence: Evidence) -> None:
    seeds = [fact for fact in evidence.facts.values() if fact.status == "seed"]
    assert len(seeds) == 181
    assert len(evidence.facts) == 411


def test_each_fact_that_an_author_added_says_how_it_was_read_and_who_looked_again(evidence: Evidence) -> None:
    """The facts of the evidence file say whether to show them; the others came later, by the authors of the pages."""
    added = [fact for fact in evidence.facts.values() if fact.status != "seed" and not fact.show_in_app]
    assert len(added) == 79
    assert not [fact.id for fact in added if not (fact.read and fact.checked)]


def test_each_seed_fact_is_cited_or_left_out_for_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(CONTENT, coverage=True) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 182
    assert rows[-1].endswith(", 0 not yet")


def test_the_guide_has_words_for_all_that_the_diary_can_hold() -> None:
    words = load_compiled("effects", "en")
    assert set(words["effects"]) | set(words["warnings"]) == set(ALL_EFFECTS)
    assert set(words["warnings"]) == set(WARNING_SIGNS)
    assert OTHER in words["effects"]


def test_each_warning_sign_of_the_evidence_has_one_meaning() -> None:
    """A sign that sends a person to the emergency number never says anything milder elsewhere."""
    names = Catalogue.load("en")
    for sign in names.warnings:
        advice = {part.tier: part for access in ACCESSES for part in names.advice(sign.id, access, {})}
        assert sign.tier in advice
        if "emergency" in advice:
            assert "emergency number" in advice["emergency"].heading, sign.id
            assert advice["emergency"].number


def test_every_icon_is_there() -> None:
    words = load_compiled("effects", "en")
    icons = {entry["icon"] for part in ("effects", "warnings") for entry in words[part].values()}
    folder: Path = paths.assets_dir() / "icons"
    assert not [icon for icon in icons if not (folder / f"{icon}.svg").is_file()]


def test_half_of_the_pages_show_what_they_tell(library: Library) -> None:
    shown = [name for name in library.order if _has_picture(library.page(name))]
    assert len(shown) >= 30


def _has_picture(page: Page) -> bool:
    return any(isinstance(block, Picture) for block in (*page.minute, *page.full))
