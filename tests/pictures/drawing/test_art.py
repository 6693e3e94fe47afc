"""One file, in the colours of any look; parts that are seen only when asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tpe_guide import paths
from tpe_guide.pictures.drawing.art import CLASSES, PART, classes_in, coloured, drawn_size, has_classes, parts_in, rules

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<style>\n.ink{fill:#123456}\n</style>\n'
    '<g class="part-neck part-chest"><rect class="ink ol"/></g><g class="part-arm"><rect class="straw"/></g></svg>'
)
OURS = sorted((paths.assets_dir() / "illustrations").glob("*.svg"))


def test_the_look_takes_the_place_of_the_colours_in_the_file() -> None:
    dark = coloured(SVG, "dark")
    assert ".ink{fill:#F5EFE2}" in dark
    assert "#123456" not in dark
    assert dark.count("<style>") == 1


def test_a_drawing_without_a_style_gets_one() -> None:
    bare = '<svg viewBox="0 0 9 9"><rect class="ink"/></svg>'
    assert coloured(bare, "light").startswith('<svg viewBox="0 0 9 9">\n<style>')


def test_on_paper_nothing_but_black_white_and_a_hatching() -> None:
    colours = set(re.findall(r"(?:fill|stroke):(#\w+|url\(#hatch\))", rules("paper")))
    assert colours == {"#000000", "#FFFFFF", "url(#hatch)"}
    assert '<pattern id="hatch"' in coloured(SVG, "paper")


def test_a_part_is_seen_only_when_it_is_asked_for() -> None:
    assert parts_in(SVG) == ["neck", "chest", "arm"]
    assert coloured(SVG, "light").count('class="hidden"') == 2
    with_arm = coloured(SVG, "light", {"arm"})
    assert '<g class="part-arm">' in with_arm
    assert with_arm.count('class="hidden"') == 1


def test_what_belongs_to_several_parts_is_seen_with_any_of_them() -> None:
    assert '<g class="part-neck part-chest">' in coloured(SVG, "light", {"chest"})


def test_a_drawing_with_colours_of_its_own_is_left_as_it_is() -> None:
    foreign = '<svg viewBox="0 0 9 9"><rect fill="#000"/></svg>'
    assert not has_classes(foreign)
    assert coloured(foreign, "dark") == foreign


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ('<svg width="96" height="48.5" viewBox="0 0 9 9">', (96, 48.5)),
        ('<?xml version="1.0"?>\n<svg viewBox="0 0 9 9" width="96" height="48">', (96, 48)),
        ('<svg width="100%" height="48">', None),
        ('<svg viewBox="0 0 9 9"><rect width="4" height="5"/>', None),
        ('<svg stroke-width="4" height="5">', None),
    ],
)
def test_its_size_stands_in_its_first_tag(tag: str, size: tuple[float, float] | None) -> None:
    assert drawn_size(f"{tag}</svg>") == size


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_ours_take_every_colour_from_a_class_and_look_right_in_any_program(path: Path) -> None:
    svg = path.read_text(encoding="utf-8")
    inside = re.search(r"<style>\n(.*?)\n</style>", svg, re.DOTALL)
    assert inside is not None
    assert inside[1] == rules("light")
    shapes = svg.replace(inside[0], "")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", shapes)
    assert drawn_size(svg) is not None
    assert {name for name in classes_in(svg) if not name.startswith(PART)} <= CLASSES
