"""A nurse is told which entry it is, not which index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tpe_guide.diary import exchange
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.errors import TpeGuideError
from tpe_guide.ui.nurse.unread_file import out_of_reach, unread


def why(folder: Path, **changed: Any) -> str:
    """Why the demo diary cannot be opened once its parts are *changed*."""
    diary = demo_diary(FIXED_DAY)
    root = json.loads(exchange.dumps(diary, exported_at=diary.entries[0].recorded_at, app="test"))
    for part, value in changed.items():
        root[part] = value(root[part]) if callable(value) else value
    file = folder / "anna.tpediary.json"
    file.write_text(json.dumps(root))
    with pytest.raises(TpeGuideError) as refused:
        exchange.read(file)
    return unread(file, refused.value, file.read_bytes()).why


def with_unknown_effect(entries: list[Any]) -> list[Any]:
    entries[0]["effects"][1]["effect"] = "sneezing"
    return entries


def with_bad_day(entries: list[Any]) -> list[Any]:
    entries[2]["day"] = "yesterday"
    return entries


def test_the_place_is_said_as_a_person_finds_it(tmp_path: Path) -> None:
    assert why(tmp_path, entries=with_unknown_effect) == (
        "anna.tpediary.json cannot be opened. This guide does not understand this of it: "
        "entry of 4 May 2026, second effect, which effect it is."
    )
    assert why(tmp_path, entries=with_bad_day).endswith("this of it: entry number 3, its day.")
    assert why(tmp_path, questions=[{"text": 7}]).endswith("this of it: first question, its words.")
    assert why(tmp_path, sessions=[{"id": "s1"}]).endswith("this of it: session number 1, its number.")


def test_a_file_of_something_else_is_no_diary(tmp_path: Path) -> None:
    assert why(tmp_path, format="a shopping list") == (
        "anna.tpediary.json is not a diary file that this guide can read."
    )


def test_a_file_that_has_gone_cannot_be_read(tmp_path: Path) -> None:
    gone = tmp_path / "gone.tpediary.json"
    assert out_of_reach(gone).why == ("gone.tpediary.json cannot be read on this computer. Please copy it here again.")


@pytest.mark.parametrize("data", [b"[1]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_damage_is_said_without_bytes_and_columns(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.tpediary.json"
    file.write_bytes(data)
    with pytest.raises(TpeGuideError) as refused:
        exchange.read(file)
    assert unread(file, refused.value, data).why == (
        "x.tpediary.json is not a diary file, or was not copied as a whole. Please ask for it again."
    )
