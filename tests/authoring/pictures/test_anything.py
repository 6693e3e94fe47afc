"""Whatever is written in the file of a picture, it has a fault or it can be shown; and both parsers of YAML agree."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tpe_guide import paths
from tpe_guide.authoring.evidence import Evidence, read_evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures import entries
from tpe_guide.authoring.pictures.files import picture_file
from tpe_guide.authoring.source import parse_yaml
from tpe_guide.authoring.stated import check_stated
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.pictures.circuit.variant import every_variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.pictures.comparison.table import Table
from tpe_guide.pictures.feelings.cards import Cards
from tpe_guide.pictures.odds.words import OddsWords
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.vocabulary.terms import ACCESSES_SAID

TRIES = 40
"""For each picture. Thousands were tried while it was written."""
ODD: tuple[object, ...]
ODD = (None, 0, -5, 3.5, True, "", "x", "{n}", "{", "}{", [], {}, [1], {"text": 1}, ["-"], "L-S35.any", [None], [[]])


def show_circuit(data: dict[str, Any]) -> None:
    words = CircuitWords(data)
    for variant in every_variant():
        words.steps(variant)
        words.picture(variant)


def show_rehearsal(data: dict[str, Any]) -> None:
    words = RehearsalWords(data)
    for plan in (Plan(), Plan(access="line", fluid="donor-plasma"), Plan(access="one-needle")):
        assert [moment.spoken for moment in words.moments(plan)]


def show_access(data: dict[str, Any]) -> None:
    words = AccessWords(data)
    for access in ACCESSES_SAID:
        words.picture(access)
        words.sources(access)


SHOW: dict[str, Callable[[dict[str, Any]], object]] = {
    "access": show_access,
    "circuit": show_circuit,
    "comparison": Table,
    "feelings": Cards,
    "odds": OddsWords,
    "rehearsal": show_rehearsal,
}


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    folder = paths.content_dir() / "evidence"
    return read_evidence(folder, Faults(folder))


def spots(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if place:
        yield place
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from spots(value[key], (*place, key))


def damaged(whole: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """*whole* with one thing in it gone or odd."""
    made = copy.deepcopy(whole)
    *way, last = chance.choice(list(spots(made)))
    inside: Any = made
    for key in way:
        inside = inside[key]
    if chance.random() < 0.3:
        del inside[last]
    else:
        inside[last] = copy.deepcopy(chance.choice(ODD))
    return made


@pytest.mark.parametrize("name", PICTURES)
def test_a_damaged_file_has_a_fault_or_can_be_shown(name: str, evidence: Evidence) -> None:
    whole = yaml.load((paths.content_dir() / "en" / f"{name}.yaml").read_text(), yaml.CSafeLoader)
    chance = random.Random(name)
    for __ in range(TRIES):
        made = damaged(whole, chance)
        faults = Faults(Path())
        data = parse_yaml(yaml.dump(made, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), 1, faults)
        if data.value:
            picture_file(name).check(data, evidence, faults)
            entries.check_entries(data, evidence, faults)
            check_stated(entries.stated(data, evidence), evidence, "en", faults)
            if not list(faults):
                SHOW[name](entries.compiled(data, evidence))


@pytest.mark.parametrize("path", sorted(paths.content_dir().rglob("*.yaml")), ids=lambda path: path.name)
def test_a_python_without_the_c_library_reads_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if len(text) > 100_000:
        pytest.skip("the slow parser takes seconds for the facts")
    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader)
