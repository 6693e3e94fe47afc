"""PySide's own Python is compiled at the first start and not again; whatever becomes of what is kept, Qt starts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

START = """
import json, sys
from pathlib import Path
compiled = []
sys.addaudithook(lambda event, about: compiled.append(str(about[1])) if event == "compile" else None)
from tpe_guide.ui import pyside
{before}
from PySide6.QtCore import QSize
pyside.kept.write()
print(json.dumps({{"compiled": [name for name in compiled if "shibokensupport" in name], "width": QSize(3, 4).width(),
    "imports given back": __import__ is getattr(__builtins__, "__orig_import__", None)}}))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The face of the program where this test may write."""
    import tpe_guide

    source = Path(tpe_guide.__file__).parent
    package = tmp_path / "tpe_guide"
    (package / "ui").mkdir(parents=True)
    for name in ("__init__.py", "errors.py", "files.py", "ui/__init__.py", "ui/pyside.py"):
        (package / name).write_bytes((source / name).read_bytes())
    return package


def start(package: Path, *options: str, before: str = "") -> dict[str, object]:
    command = [sys.executable, *options, "-c", START.format(before=before)]
    environment = {"PYTHONPATH": str(package.parent), "PATH": ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    said: dict[str, object] = json.loads(done.stdout)
    assert said.pop("width") == 3
    assert said.pop("imports given back") is True
    return said


def kept(package: Path) -> Path:
    [file] = (package / "ui" / "__pycache__").glob("pyside6.*.code")
    return file


def test_what_was_compiled_once_is_kept(package: Path) -> None:
    assert start(package)["compiled"]
    assert start(package)["compiled"] == []


def test_what_is_kept_may_be_damaged(package: Path) -> None:
    start(package)
    for damage in (b"", b"not code", kept(package).read_bytes()[:1000], b"i\x01\x00\x00\x00"):
        kept(package).write_bytes(damage)
        assert start(package)["compiled"]
        assert start(package)["compiled"] == []


def test_nothing_is_kept_where_byte_code_is_not_wanted(package: Path) -> None:
    assert start(package, "-B")["compiled"]
    assert start(package, "-B")["compiled"]
    assert not (package / "ui" / "__pycache__").exists()


def test_a_folder_that_cannot_be_written_is_no_matter(package: Path) -> None:
    (package / "ui" / "__pycache__").write_text("a file in the way")
    assert start(package)["compiled"]


def test_another_text_is_compiled_anew(package: Path) -> None:
    from tpe_guide.ui.pyside import KeptCode

    code = KeptCode(package / "code")
    one, other = (code.compile(text, "module.py", "exec") for text in (b"a = 1", b"a = 2"))
    assert one != other
    assert code.compile(b"a = 1", "module.py", "exec") is one
