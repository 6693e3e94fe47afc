"""The house rules of ARCHITECTURE.md that a machine can check, read from the source itself.

A rule is a function that tells the lines of one module that break it. Each is asked once about the whole source and
names every offender as ``file:line``; each is also shown a line that breaks it, so that none is blind.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "tpe_guide"
LONG = 400
LONG_WITH_REASON: dict[str, str] = {}
"""Modules that may pass the limit, and why: ``{"ui/example.py": "one table of …"}``."""

COMPOSITION_ROOT = ("app.py", "kiosk_app.py", "tour_app.py")
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
TALKS_TO_ITS_OWN_SESSION = "speech/ssip.py"
"""The one module that may open a socket: to a file of this person's session, see the test below."""
SOCKET_FILES_ONLY = {"AF_UNIX", "SOCK_STREAM", "socket"}
NETWORK_IN_QT = {"QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets"}


@dataclass(frozen=True)
class Module:
    """One file of the source: its *name* below ``tpe_guide``, and its *text*."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return [*ast.walk(self.tree)]

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in self.nodes if isinstance(node, ast.Call))

    def imported(self) -> Iterator[tuple[int, str, str]]:
        """Each import as (line, module, name in it)."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name, "") for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.lineno, node.module or "", alias.name) for alias in node.names)


def read(path: Path) -> Module:
    return Module(path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    """All of the source, parsed once for all rules and let go after the last."""
    return [read(path) for path in sorted(SOURCE.rglob("*.py"))]


Rule = Callable[[Module], Iterator[int]]


def blocks(module: Module) -> Iterator[int]:
    if module.name not in COMPOSITION_ROOT:
        for call in module.calls():
            if isinstance(call.func, ast.Attribute) and call.func.attr in {"exec", "exec_"}:
                yield call.lineno


def looks_up_the_application(module: Module) -> Iterator[int]:
    if module.name in COMPOSITION_ROOT:
        return
    for node in module.nodes:
        if (
            isinstance(node, ast.Attribute)
            and node.attr == "instance"
            and isinstance(node.value, ast.Name)
            and node.value.id in {"QApplication", "QGuiApplication", "QCoreApplication"}
        ):
            yield node.lineno
    yield from (line for line, *name in module.imported() if name == ["PySide6.QtWidgets", "qApp"])


def reaches_for_the_network(module: Module) -> Iterator[int]:
    for line, package, name in module.imported():
        ours = (module.name, package) == (TALKS_TO_ITS_OWN_SESSION, "socket")
        if (package.partition(".")[0] in NETWORK and not ours) or (
            package.startswith("PySide6") and {name, package.rpartition(".")[2]} & NETWORK_IN_QT
        ):
            yield line


def builds_words_for_people(module: Module) -> Iterator[int]:
    """A message built by an f-string never matches its translation."""
    for call in module.calls():
        if (
            isinstance(call.func, ast.Name)
            and call.func.id in {"_", "_n", "_p"}
            and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
        ):
            yield call.lineno


def is_too_long(module: Module) -> Iterator[int]:
    if module.name not in LONG_WITH_REASON and module.text.count("\n") > LONG:
        yield LONG + 1


def holds_another_page(module: Module) -> Iterator[int]:
    if module.name.startswith("ui/"):
        classes = (node for node in module.tree.body if isinstance(node, ast.ClassDef))
        pages = [each for each in classes if each.name.endswith("Page") and not each.name.startswith("_")]
        yield from (page.lineno for page in pages[1:])


def offenders(rule: Rule, modules: list[Module]) -> list[str]:
    return [f"src/tpe_guide/{module.name}:{line}" for module in modules for line in rule(module)]


def test_the_source_is_found(modules: list[Module]) -> None:
    assert len(modules) > 20


def test_nothing_blocks_but_the_event_loop(modules: list[Module]) -> None:
    assert not offenders(blocks, modules), "exec(): use open() and a signal"


def test_only_the_composition_root_knows_the_application(modules: list[Module]) -> None:
    assert not offenders(looks_up_the_application, modules), "take what is needed in __init__"


def test_nothing_reaches_for_the_network(modules: list[Module]) -> None:
    assert not offenders(reaches_for_the_network, modules)


def test_words_for_people_are_translated_whole(modules: list[Module]) -> None:
    assert not offenders(builds_words_for_people, modules), "an f-string inside _(): name a placeholder"


def test_a_module_is_read_in_one_sitting(modules: list[Module]) -> None:
    assert not offenders(is_too_long, modules), f"over {LONG} lines: split it, or give the reason in LONG_WITH_REASON"


def test_one_page_to_a_file(modules: list[Module]) -> None:
    assert not offenders(holds_another_page, modules)


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        (blocks, "dialog.exec()"),
        (blocks, "menu.exec_(point)"),
        (looks_up_the_application, "QApplication.instance().quit()"),
        (looks_up_the_application, "from PySide6.QtWidgets import qApp"),
        (reaches_for_the_network, "import urllib.request"),
        (reaches_for_the_network, "from http import client"),
        (reaches_for_the_network, "import socket"),
        (reaches_for_the_network, "from PySide6 import QtNetwork"),
        (reaches_for_the_network, "from PySide6.QtWebSockets import QWebSocket"),
        (builds_words_for_people, "said = _(f'{count} pages')"),
        (builds_words_for_people, "said = _n('a page', f'{count} pages', count)"),
        (is_too_long, "pass\n" * LONG),
        (holds_another_page, "class SecondPage(QWidget): ..."),
    ],
)
def test_each_rule_sees_what_breaks_it(rule: Rule, broken: str) -> None:
    lines = list(rule(Module("ui/made_up.py", f"class FirstPage(QWidget): ...\n{broken}\n")))
    assert lines == [LONG + 1 if rule is is_too_long else 2]


def test_the_composition_root_may_run_the_application() -> None:
    root = Module(COMPOSITION_ROOT[0], "QApplication.instance().exec()\n")
    assert not [*blocks(root), *looks_up_the_application(root)]


def test_the_speech_server_is_a_file_of_this_computer() -> None:
    """Speech opens ``AF_UNIX`` sockets and uses nothing else of the module that could open others."""
    module = read(SOURCE / TALKS_TO_ITS_OWN_SESSION)
    used = {
        node.attr
        for node in module.nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "socket"
    }
    opened = [ast.unparse(call) for call in module.calls() if ast.unparse(call.func) == "socket.socket"]
    assert ("socket", "") in {(package, name) for __, package, name in module.imported()}
    assert used <= SOCKET_FILES_ONLY
    assert opened == ["socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)"]
