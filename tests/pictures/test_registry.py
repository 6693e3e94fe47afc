"""One record for a picture: all else is found by its id, and nothing else in the program lists the pictures."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from tpe_guide import i18n, paths
from tpe_guide.guide.library import Library
from tpe_guide.pictures import registry
from tpe_guide.pictures.registry import PICTURES, PictureId, pictures_of

SOURCE = Path(registry.__file__).parents[1]
SHARED = {"drawing"}
"""A folder beside the pictures that is none: shapes, for all of them."""
A_LIST = 3
"""Whoever names so many pictures in one breath lists them; a picture that shows parts of another names one or two."""


def folders(place: str) -> set[str]:
    return {init.parent.name for init in (SOURCE / place).glob("*/__init__.py")}


def test_every_record_has_the_id_that_types_know() -> None:
    assert tuple(PICTURES) == get_args(PictureId)
    assert all(picture.id == name for name, picture in PICTURES.items())


def test_every_folder_has_a_record_and_every_record_its_folders() -> None:
    assert folders("pictures") - SHARED == set(PICTURES)
    assert folders("ui/pictures") == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_what_is_found_by_the_id_is_there(name: str) -> None:
    defined = {
        path: {
            node.name
            for node in ast.parse((SOURCE / path).read_text(encoding="utf-8")).body
            if isinstance(node, ast.FunctionDef)
        }
        for path in (f"ui/pictures/{name}/screen.py", f"authoring/pictures/{name}.py")
    }
    assert defined[f"ui/pictures/{name}/screen.py"] == {"state", "screen"}
    assert {"check", "targets"} <= defined[f"authoring/pictures/{name}.py"]
    assert (paths.content_dir() / "en" / f"{name}.yaml").is_file()
    assert (paths.assets_dir() / "illustrations" / f"see-{name}.svg").is_file()


def test_the_page_of_each_is_in_the_guide_and_its_chapter_leads_to_it() -> None:
    library = Library.load("en")
    for picture in PICTURES.values():
        assert picture in pictures_of(library.chapter_of(picture.page).pages)


def test_words_are_said_in_the_language_of_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_", str.upper)
    assert i18n._("How often") == "How often"
    for picture in PICTURES.values():
        assert picture.title().isupper()
        assert picture.line().isupper()


def listed_in(node: ast.AST) -> list[ast.expr]:
    """What *node* lists: keys, elements, or the cases of one match."""
    match node:
        case ast.Dict(keys=keys):
            return [key for key in keys if key is not None]
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
            return elements
        case ast.Match(cases=cases):
            patterns = [pattern for case in cases for pattern in ast.walk(case.pattern)]
            return [pattern.value for pattern in patterns if isinstance(pattern, ast.MatchValue)]
    return []


def imported_in(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)


def pictures_listed(code: str) -> set[str]:
    """The pictures that *code* names in any one display or match, compares with anywhere, or imports from."""
    nodes = list(ast.walk(ast.parse(code)))
    imported = [name.split(".") for node in nodes for name in imported_in(node) if ".pictures." in name]
    compared = [part for node in nodes if isinstance(node, ast.Compare) for part in node.comparators]
    lists = [{part for name in imported for part in name}]
    for listed in (compared, *map(listed_in, nodes)):
        lists.append({each.value for each in listed if isinstance(each, ast.Constant) and isinstance(each.value, str)})
    return max((each & set(PICTURES) for each in lists), key=len)


@pytest.mark.parametrize(
    "code",
    [
        'TITLES = {"access": 1, "circuit": 2, "odds": 3}',
        'ALL = ("access", "circuit", "odds")',
        'Place = Literal["home", "access", "circuit", "odds"]',
        "from tpe_guide.authoring.pictures import access, circuit, odds",
        "def a():\n  import tpe_guide.pictures.access.x\n  import tpe_guide.pictures.odds.x\n"
        "  from tpe_guide.pictures.circuit.x import X",
        'match place:\n  case "access" | "circuit": pass\n  case "odds": pass',
        'if place == "access": pass\nelif place == "circuit": pass\nelif place == "odds": pass',
    ],
)
def test_a_list_of_pictures_is_known_when_it_is_seen(code: str) -> None:
    assert pictures_listed(code) == {"access", "circuit", "odds"}


def test_nothing_but_the_record_lists_the_pictures() -> None:
    """A new one would have to be added there too. In its own rooms a picture may name those of which it shows parts."""
    lists = {}
    for path in SOURCE.rglob("*.py"):
        room = path.relative_to(SOURCE).parts[:-1]
        listed = pictures_listed(path.read_text(encoding="utf-8")) - set(room)
        if len(listed) >= A_LIST:
            lists[path.relative_to(SOURCE).as_posix()] = listed
    assert lists == {"pictures/registry.py": set(PICTURES)}
