"""``content/README.md`` tells what to do about each code that the check can say, and each code is put to the test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tpe_guide import paths

SOURCE = Path(__file__).resolve().parents[2] / "src" / "tpe_guide" / "authoring"
TESTS = Path(__file__).parent
_CODE = re.compile(r"[A-Z]+(?:-[A-Z]+)*")
_NO_CODES = {"NFKD"}


def codes_in(module: Path) -> Iterator[str]:
    """Each string in *module* that is handed to a call, or has a name, and looks like a code."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        values = node.args if isinstance(node, ast.Call) else [node.value] if isinstance(node, ast.Assign) else []
        texts = [value.value for value in values if isinstance(value, ast.Constant)]
        yield from (text for text in texts if isinstance(text, str) and len(text) > 3 and _CODE.fullmatch(text))


@pytest.fixture(scope="module")
def emitted() -> set[str]:
    return {code for module in SOURCE.rglob("*.py") for code in codes_in(module)} - _NO_CODES


@pytest.fixture(scope="module")
def described() -> list[str]:
    table = (paths.content_dir() / "README.md").read_text(encoding="utf-8").rpartition("## What the check says")[2]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return [code for row in rows for code in re.findall(r"`([A-Z-]+)`", row)]


def test_the_table_lists_exactly_the_codes_that_the_program_can_say(emitted: set[str], described: list[str]) -> None:
    assert set(described) == emitted
    assert len(described) == len(set(described))


def test_each_code_is_put_to_the_test(emitted: set[str]) -> None:
    tests = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py") if path != Path(__file__))
    assert not [code for code in emitted if f'"{code}"' not in tests]
