"""What may not be imported where: the product runs without Qt, starting costs little, and no import leads back."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
from collections.abc import Container, Mapping
from pathlib import Path

import pytest

import tpe_guide

DOMAIN_PACKAGES = (
    "authoring",
    "clinic_pack",
    "diary",
    "guide",
    "handout",
    "kiosk",
    "pictures",
    "search",
    "speech",
    "summary",
    "vocabulary",
)
DOMAIN_MODULES = ("errors", "files", "i18n", "navigation", "paths", "policy", "settings", "wording")
HEAVY = ("PySide6", "cryptography", "markdown_it", "sqlcipher3", "typst", "yaml")


def modules_below(package: str) -> list[str]:
    folder = Path(tpe_guide.__file__).parent / package
    names = [found.name for found in pkgutil.walk_packages([str(folder)], f"tpe_guide.{package}.")]
    return [f"tpe_guide.{package}", *names]


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_the_product_never_heard_of_its_windows() -> None:
    """Every domain module imports in a Python where importing PySide6 is an error."""
    names = [f"tpe_guide.{name}" for name in DOMAIN_MODULES]
    names += [name for package in DOMAIN_PACKAGES for name in modules_below(package)]
    assert len(names) > 15

    done = python(
        f"import importlib, sys\nsys.modules['PySide6'] = None\nfor name in {names!r}: importlib.import_module(name)"
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("entry", ["tpe_guide.cli", "tpe_guide.guide.library", "tpe_guide.diary.model"])
def test_starting_imports_nothing_heavy(entry: str) -> None:
    done = python(f"import sys, {entry}\nprint([name for name in {HEAVY!r} if name in sys.modules])")

    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def imports_of(code: str, known: Container[str]) -> set[str]:
    """The *known* modules that *code* imports: at its top, inside functions, and for types only."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in known else str(node.module) for name in names}
    return {name for name in found if name in known}


def circles(imports: Mapping[str, set[str]]) -> list[set[str]]:
    """The groups of modules of which each leads to each of the others (strongly connected components, by Tarjan)."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    found: list[set[str]] = []

    def visit(module: str) -> None:
        order[module] = lowest[module] = len(order)
        path.append(module)
        for other in imports[module]:
            if other not in order:
                visit(other)
                lowest[module] = min(lowest[module], lowest[other])
            elif other in path:
                lowest[module] = min(lowest[module], order[other])
        if lowest[module] == order[module]:
            group = set(path[path.index(module) :])
            del path[path.index(module) :]
            if len(group) > 1 or module in imports[module]:
                found.append(group)

    for module in imports:
        if module not in order:
            visit(module)
    return found


def test_a_circle_is_found_wherever_it_is_hidden() -> None:
    code = {
        "room": "",
        "room.a": "from room import b",
        "room.b": "def later():\n    from room.c import thing",
        "room.c": "if TYPE_CHECKING:\n    import room.a",
        "room.d": "from room.a import thing\nimport sys",
        "room.e": "from room.e import itself",
    }
    found = circles({name: imports_of(text, code) for name, text in code.items()})
    assert sorted(map(sorted, found)) == [["room.a", "room.b", "room.c"], ["room.e"]]


def test_no_module_leads_back_to_itself() -> None:
    """Whoever reads a module need not have read any that reads it: imports for types only are counted too."""
    root = Path(tpe_guide.__file__).parent
    files = {".".join(path.relative_to(root.parent).with_suffix("").parts): path for path in root.rglob("*.py")}
    modules = {name.removesuffix(".__init__"): path.read_text(encoding="utf-8") for name, path in files.items()}
    assert len(modules) > 300
    assert circles({name: imports_of(code, modules) for name, code in modules.items()}) == []
