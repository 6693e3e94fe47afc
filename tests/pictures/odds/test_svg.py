"""Icon arrays for paper: as many marks as were counted."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree

import pytest

from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.odds.svg import array_svg, band_svg, mark_svg
from tpe_guide.pictures.odds.words import OddsWords

PICTURES = OddsWords(load_compiled("odds", "en")).pictures


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.id)
def test_as_many_marks_are_drawn_as_were_counted(picture) -> None:  # type: ignore[no-untyped-def]
    for group in picture.groups:
        svg = array_svg(group.array, picture.mark)
        used = re.findall(r'<use href="#(\w+)" x="(\d+)" y="(\d+)"/>', svg)
        assert Counter(kind for kind, __, __ in used) == Counter(group.array.kinds)
        assert len({(x, y) for __, x, y in used}) == group.array.of
        drawn = ElementTree.fromstring(svg)
        assert {each.get("id") for each in drawn.iter() if each.tag.endswith("}g")} == set(group.array.kinds)


def test_a_sign_is_one_mark() -> None:
    assert ElementTree.fromstring(mark_svg("dot", "severe")).get("viewBox") == "0 0 40 40"


def test_the_bar_of_a_range_is_white_with_the_count_black_on_it() -> None:
    (trial,) = (picture for picture in PICTURES if picture.id == "helped")
    line, bar, dot = [
        each for each in ElementTree.fromstring(band_svg(trial.groups[0].array)) if each.tag.endswith("path")
    ]
    assert (line.get("fill"), bar.get("fill"), dot.get("fill")) == ("none", "#fff", "#000")
