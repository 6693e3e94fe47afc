"""What may not be imported where: the product runs without Qt, and starting costs little."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import tpe_guide

DOMAIN_PACKAGES = ("authoring", "diary", "guide", "kiosk", "pictures", "search", "speech", "summary", "vocabulary")
DOMAIN_MODULES = ("errors", "files", "i18n", "navigation", "paths", "policy", "settings", "wording")
HEAVY = ("PySide6", "cryptography", "markdown", "sqlcipher3", "typst", "yaml")


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
