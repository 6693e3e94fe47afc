"""A drawing is shapes and words. Whatever else an SVG file may hold is refused, by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide import paths
from tpe_guide.authoring.svg_check import ELEMENT_LIMIT, check_svg

SVG = 'xmlns="http://www.w3.org/2000/svg"'
BOMB = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
OURS = sorted((paths.assets_dir() / "illustrations").glob("*.svg"))


def drawing(inside: str, attributes: str = "") -> bytes:
    return f"<svg {SVG} {attributes}>\n{inside}\n</svg>".encode()


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_own_are_drawings(path: Path) -> None:
    assert check_svg(path.read_bytes()) is None


@pytest.mark.parametrize(
    "inside",
    [
        "<g><circle r='1' fill='currentColor'/><text>Arm</text></g>",
        "<style>\n.ink{fill:#13252D;stroke-width:2.6}\n.no{fill:none}\n</style><path class='ink part-arm' d='M0 0'/>",
        "<defs><linearGradient id='a'><stop offset='1'/></linearGradient></defs><path fill='url(#a)' d='M0 0'/>",
    ],
)
def test_shapes_words_and_what_they_refer_to_inside(inside: str) -> None:
    assert check_svg(drawing(inside)) is None


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>",
        "<image href='file:///etc/passwd'/>",
        "<image xmlns:x='http://www.w3.org/1999/xlink' x:href='http://example.org/a.png'/>",
        "<use href='#a'/>",
        "<style>@import 'http://example.org/a.css';</style>",
        "<style>.ink{fill:url(http://example.org/a)}</style>",
        "<style>path{fill:#000}</style>",
        "<style>.ink{fill:#000}<g/></style>",
        "<style>.ink{fill:#000</style>",
        "<style media='print'>.ink{fill:#000}</style>",
        "<path class='blue' d='M0 0'/>",
        "<a href='http://example.org'><text>a</text></a>",
        "<animate attributeName='x'/>",
        "<path onclick='alert(1)' d='M0 0'/>",
        "<path ONLOAD='alert(1)' d='M0 0'/>",
        "<path style='fill:url(http://example.org/a)' d='M0 0'/>",
        "<path fill='url( &quot;file:///a&quot;)' d='M0 0'/>",
        "<text x='data:text/html,a'>a</text>",
        "<path href='#a' d='M0 0'/>",
        "<svg/>",
        "<p xmlns='http://www.w3.org/1999/xhtml'/>",
        "<path d='M0 0'>",
        "&nbsp;",
        "<?php 1?>",
    ],
)
def test_all_else_is_refused_in_the_line_where_it_stands(inside: str) -> None:
    problem = check_svg(drawing(inside))
    assert problem is not None
    assert problem.line in (2, 3)
    assert "\n" not in problem.message


def test_an_entity_bomb_is_never_lit() -> None:
    problem = check_svg((BOMB + f"<svg {SVG}>&c;</svg>").encode())
    assert problem is not None
    assert "document type" in problem.message


def test_an_external_entity_is_not_looked_for() -> None:
    assert check_svg(f'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg {SVG}/>'.encode()) is not None


@pytest.mark.parametrize("inside", ["<g>" * 100 + "</g>" * 100, "<g/>" * (ELEMENT_LIMIT + 1)])
def test_too_many_parts(inside: str) -> None:
    problem = check_svg(drawing(inside))
    assert problem is not None
    assert "too many" in problem.message


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n", b"\xff\xfe<", b'<?xml version="1.0" encoding="klingon"?><svg/>'])
def test_what_is_no_svg_at_all(data: bytes) -> None:
    assert check_svg(data) is not None


@given(st.binary(max_size=300) | st.text("<>/&;!?[]\"'= svgpathscriptonload#:", max_size=200).map(str.encode))
def test_whatever_is_in_the_file_there_is_an_answer(data: bytes) -> None:
    problem = check_svg(data)
    assert problem is None or (problem.line >= 0 and problem.message)
