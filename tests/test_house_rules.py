"""The house rules of ARCHITECTURE.md that a machine can check, read from the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "tpe_guide"
MODULES = sorted(SOURCE.rglob("*.py"))
LONG = 400
LONG_WITH_REASON: dict[str, str] = {}
"""Modules that may pass the limit, and why: ``{"ui/example.py": "one table of …"}``."""

NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
TALKS_TO_ITS_OWN_SESSION = "speech/ssip.py"
"""The one module that may open a socket: to a file of this person's session, see the test below."""
SOCKET_FILES_ONLY = {"AF_UNIX", "SOCK_STREAM", "socket"}
NETWORK_IN_QT = {"QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets"}


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def name_of(module: Path) -> str:
    return module.relative_to(SOURCE).as_posix()


def calls(module: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(module)) if isinstance(node, ast.Call))


def imported(module: Path) -> Iterator[tuple[str, str]]:
    """Each import as (module, name in it)."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


every_module = pytest.mark.parametrize("module", MODULES, ids=name_of)


def test_the_source_is_found() -> None:
    assert len(MODULES) > 20


@every_module
def test_nothing_blocks_but_the_event_loop(module: Path) -> None:
    if name_of(module) == "app.py":
        return
    blocking = [
        node.lineno
        for node in calls(module)
        if isinstance(node.func, ast.Attribute) and node.func.attr in {"exec", "exec_"}
    ]
    assert not blocking, f"exec() at lines {blocking}: use open() and a signal"


@every_module
def test_only_the_composition_root_knows_the_application(module: Path) -> None:
    if name_of(module) == "app.py":
        return
    looked_up = [
        node.lineno
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute)
        and node.attr == "instance"
        and isinstance(node.value, ast.Name)
        and node.value.id in {"QApplication", "QGuiApplication", "QCoreApplication"}
    ]
    assert not looked_up, f"application looked up at lines {looked_up}: take what is needed in __init__"
    assert ("PySide6.QtWidgets", "qApp") not in set(imported(module))


@every_module
def test_nothing_reaches_for_the_network(module: Path) -> None:
    reached = {
        f"{package} {name}".strip()
        for package, name in imported(module)
        if (package.partition(".")[0] in NETWORK and (name_of(module), package) != (TALKS_TO_ITS_OWN_SESSION, "socket"))
        or (package.startswith("PySide6") and {name, package.rpartition(".")[2]} & NETWORK_IN_QT)
    }
    assert not reached


def test_the_speech_server_is_a_file_of_this_computer() -> None:
    """Speech opens ``AF_UNIX`` sockets and uses nothing else of the module that could open others."""
    module = SOURCE / TALKS_TO_ITS_OWN_SESSION
    used = [
        node.attr
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "socket"
    ]
    opened = [ast.unparse(call) for call in calls(module) if ast.unparse(call.func) == "socket.socket"]
    assert ("socket", "") in set(imported(module))
    assert {*used} <= SOCKET_FILES_ONLY
    assert opened == ["socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)"]


@every_module
def test_words_for_people_are_translated_whole(module: Path) -> None:
    """A message built by an f-string never matches its translation."""
    built = [
        node.lineno
        for node in calls(module)
        if isinstance(node.func, ast.Name)
        and node.func.id in {"_", "_n", "_p"}
        and any(isinstance(argument, ast.JoinedStr) for argument in node.args)
    ]
    assert not built, f"f-strings inside _() at lines {built}"


@every_module
def test_a_module_is_read_in_one_sitting(module: Path) -> None:
    if name_of(module) in LONG_WITH_REASON:
        return
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= LONG, f"{lines} lines: split it, or give the reason in LONG_WITH_REASON"


@pytest.mark.parametrize("module", sorted((SOURCE / "ui").rglob("*.py")), ids=name_of)
def test_one_page_to_a_file(module: Path) -> None:
    pages = [
        node.name
        for node in tree(module).body
        if isinstance(node, ast.ClassDef) and node.name.endswith("Page") and not node.name.startswith("_")
    ]
    assert len(pages) <= 1
