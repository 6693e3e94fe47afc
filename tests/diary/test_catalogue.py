"""The fixed words: complete, in order, and nothing but looked up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tpe_guide import paths
from tpe_guide.authoring.compile import compile_all
from tpe_guide.diary import catalogue
from tpe_guide.diary.catalogue import Advice, Catalogue, EffectKind, WarningSign
from tpe_guide.errors import CannotRunHere
from tpe_guide.vocabulary.signs import SLOT, TIERS, UrgentSign
from tpe_guide.vocabulary.terms import ALL_EFFECTS, EFFECTS, OTHER, WARNING_SIGNS

LINES = ["neck-line", "groin-line", "unknown"]
ARMS = ["arm-veins"]
CALL = "You can also call"
CRISIS = f"{CALL} {{{{slot:crisis-line}}}}."


def small(name: str = "name") -> dict[str, Any]:
    return {
        "effects": {
            effect: {"name": f"{name} {effect}", "hint": "hint", "icon": "plus"} for effect in (*EFFECTS, OTHER)
        },
        "warnings": {
            sign: {
                "name": f"{name} {sign}",
                "icon": "wind",
                "signs": ["sign"],
            }
            for sign in WARNING_SIGNS
        }
        | {"bleeding": {"name": "Bleeding", "icon": "wind", "signs": ["line", "arm"], "also": ["worse", "more"]}},
        "signs": {
            "sign": {"tier": "today", "text": "A sign", "facts": ["L-R01"]},
            "line": {"tier": "emergency", "text": "A line bleeds", "first_aid": "Lie flat.", "when": LINES},
            "arm": {"tier": "now", "text": "An arm bleeds", "first_aid": "Press.", "why": "It helps.", "when": ARMS},
            "worse": {"tier": "emergency", "group": "mind", "text": "You fear it", "besides": CRISIS},
            "more": {"tier": "now", "text": "More signs"},
        },
        "severe": {
            "heading": "Look",
            "words": "At Urgent help.",
            "effects": {"headache": {"from": 3}, "tingling": {"from": 2, "began": ["at-home"]}},
        },
        "slots": {"crisis-line": "the crisis line"},
        "urgent": {
            "title": "Urgent help",
            "lead": "Call.",
            "also": "If this is true:",
            "emergency": {"heading": "Call 112", "number": 112, "lead": "Sit down.", "groups": {"mind": "Mind"}},
            "now": {"heading": "Call now"},
            "today": {"heading": "Call today"},
            "note": "A note.",
        },
    }


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "compiled_dir", lambda: tmp_path)
    return tmp_path


def test_words_are_looked_up(compiled: Path) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small()))
    words = Catalogue.load("en")
    assert tuple(kind.id for kind in words.effects) == EFFECTS
    assert tuple(sign.id for sign in words.warnings) == WARNING_SIGNS
    assert words.kind("tingling") == EffectKind("tingling", "name tingling", "hint", "plus")
    assert words.name(OTHER) == "name other"
    assert words.is_warning("fainted")
    assert not words.is_warning("tired")
    assert words.warning("fainted") == WarningSign(
        "fainted", "name fainted", "", "wind", (UrgentSign("sign", "today", "", "A sign", "", "", "", "", ()),), ()
    )
    assert words.urgent.emergency.number == "112"
    assert words.urgent.now.number == ""
    assert words.urgent.today.signs == ("A sign",)
    assert [group.title for group in words.urgent.emergency.groups] == ["", "Mind"]


def test_who_has_a_line_is_told_of_the_line_and_what_would_change_the_call(compiled: Path) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small()))
    first, second = Catalogue.load("en").advice("bleeding", "neck-line", {})
    assert first == Advice(
        "emergency",
        "Call 112",
        "112",
        "Sit down.",
        "",
        ("A line bleeds. Lie flat.", "You fear it. You can also call the crisis line."),
    )
    assert (second.tier, second.condition, second.lines) == ("now", "If this is true:", ("More signs",))


def test_who_has_needles_is_told_of_the_arm(compiled: Path) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small()))
    first, second = Catalogue.load("en").advice("bleeding", "arm-veins", {"crisis-line": "116 123"})
    assert (first.tier, first.number, first.condition) == ("now", "", "")
    assert first.lines == ("An arm bleeds. Press. It helps.", "More signs")
    assert second == Advice("emergency", "Call 112", "112", "", "If this is true:", (f"You fear it. {CALL} 116 123.",))


@pytest.mark.parametrize("access", ["unknown", "other", "", "groin-line"])
def test_what_is_not_known_counts_as_a_line(compiled: Path, access: str) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small()))
    assert Catalogue.load("en").advice("bleeding", access, {})[0].tier == "emergency"


@pytest.mark.parametrize(
    ("effect", "severity", "began", "leads"),
    [
        ("headache", 3, None, True),
        ("headache", 2, "at-home", False),
        ("tingling", 2, "at-home", True),
        ("tingling", 3, "during", False),
        ("tingling", 3, None, False),
        ("tired", 3, "at-home", False),
        ("headache", None, None, False),
    ],
)
def test_a_severe_effect_leads_to_urgent_help(
    compiled: Path, effect: str, severity: int | None, began: str | None, leads: bool
) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small()))
    assert Catalogue.load("en").help_line.is_for(effect, severity, began) is leads


def test_an_ordinary_effect_has_no_warning(compiled: Path) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small()))
    with pytest.raises(KeyError):
        Catalogue.load("en").warning("tired")


def test_a_language_without_words_of_its_own_speaks_english(compiled: Path) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small("English")))
    (compiled / "effects.es.json").write_text(json.dumps(small("Spanish")))
    assert catalogue.load("es").name("cold") == "Spanish cold"
    assert catalogue.load("fr").name("cold") == "English cold"


def test_without_any_words_it_says_so(compiled: Path) -> None:
    with pytest.raises(CannotRunHere, match="missing"):
        Catalogue.load("en")


@pytest.mark.parametrize(
    "loss", ["effects.tingling", "warnings.fainted", "warnings.fainted.signs", "signs.sign", "urgent.today"]
)
def test_a_missing_word_is_found_at_once_and_not_when_it_is_needed(compiled: Path, loss: str) -> None:
    data = small()
    *way, last = loss.split(".")
    holder = data
    for step in way:
        holder = holder[step]
    del holder[last]
    (compiled / "effects.en.json").write_text(json.dumps(data))
    with pytest.raises(CannotRunHere, match="damaged"):
        Catalogue.load("en")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"effects": 1}'])
def test_a_broken_file(compiled: Path, text: str) -> None:
    (compiled / "effects.en.json").write_text(text)
    with pytest.raises(CannotRunHere, match="damaged"):
        Catalogue.load("en")


def test_the_guide_has_words_for_every_effect_of_the_contract(compiled: Path) -> None:
    compile_all(paths.content_dir(), compiled)
    words = Catalogue.load("en")
    names = [words.name(effect) for effect in ALL_EFFECTS]
    assert len(set(names)) == len(ALL_EFFECTS), "no two are called the same"
    icons = {file.stem for file in (paths.assets_dir() / "icons").glob("*.svg")}
    assert {words.kind(effect).icon for effect in ALL_EFFECTS} <= icons
    for sign in words.warnings:
        assert sign.tier in TIERS
        for advice in words.advice(sign.id, "unknown", {}):
            assert advice.heading
            assert all(advice.lines)
            assert not SLOT.search(" ".join(advice.lines))
    assert words.urgent.emergency.number
    assert words.urgent.title == "Urgent help"
