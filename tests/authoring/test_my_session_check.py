"""*My session* as its authors write it: one thing made wrong, one fault at its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring.compile import compile_all

FILE = "en/my-session.yaml"
ROWS = """\
before:
  - id: bag
    text: My bag is packed
    facts: [F-1]
    link: What do I pack?
    page: plasma
  - id: number
    text: I know the number
    facts: ["-"]
    link: My unit
    place: unit
"""
HARD = "Immunological abnormalities necessitate rehabilitation"


@pytest.fixture
def with_rows(content: Content) -> Content:
    content.write(FILE, ROWS)
    return content


def test_what_is_sound_has_no_fault_and_is_compiled_without_its_facts(with_rows: Content, tmp_path: Path) -> None:
    assert with_rows.faults(FILE) == []
    compile_all(with_rows.folder, tmp_path)
    rows = json.loads((tmp_path / "my-session.en.json").read_bytes())["before"]
    assert rows[1] == {"id": "number", "text": "I know the number", "link": "My unit", "place": "unit"}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (ROWS, "before: []\n", (1, "MY-SESSION")),
        (ROWS, "after: []\n", (1, "MY-SESSION")),
        ("    page: plasma\n", "", (2, "MY-SESSION")),
        ("    page: plasma\n", "    page: plasma\n    place: unit\n", (2, "MY-SESSION")),
        ("    page: plasma\n", "    page: plasma\n    hint: no\n", (2, "MY-SESSION")),
        ("text: My bag is packed", "text: ''", (2, "MY-SESSION")),
        ("text: My bag is packed", f"text: {'My bag ' * 9}", (3, "MY-SESSION")),
        ("link: My unit", "link: All that my own unit may say", (10, "MY-SESSION")),
        ("id: bag", "id: The bag", (2, "MY-SESSION")),
        ("id: number", "id: bag", (7, "MY-SESSION")),
        ("place: unit", "place: shop", (11, "MY-SESSION")),
        ("page: plasma", "page: lymph", (6, "BROKEN-LINK")),
        ("facts: [F-1]", "facts: F-1", (2, "MY-SESSION")),
        ("facts: [F-1]", "facts: []", (4, "NO-FACT")),
        ("facts: [F-1]", "facts: [F-99]", (4, "UNKNOWN-FACT")),
        ("My bag is packed", "My 3 bags are packed", (3, "NUMBER")),
        ("My bag is packed", HARD, (1, "GRADE")),
        (ROWS, "- bag\n", (1, "YAML")),
    ],
)
def test_what_is_not_sound(with_rows: Content, old: str, new: str, fault: tuple[int, str]) -> None:
    with_rows.change(FILE, old, new)
    assert set(with_rows.faults(FILE)) == {fault}
