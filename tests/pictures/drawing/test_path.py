"""Lines: read from SVG path data, measured, written again."""

from __future__ import annotations

from math import pi

import pytest

from tpe_guide.pictures.drawing.path import Route, arc, box, circle, data_of, path, placed


def test_a_line_is_read_in_absolute_and_relative_steps() -> None:
    assert path("M10 20H30V50L0 0Z") == path("M10 20h20v30l-30 -50z".replace("z", "Z"))
    assert path("M0 0q5 4 10 0") == path("M0 0Q5 4 10 0")


def test_what_is_written_reads_the_same() -> None:
    line = path("M262 506C160 500 90 470 90 390V244Q90 204 130 204H352")
    again = path(data_of(line))
    assert [segment.kind for segment in again] == [segment.kind for segment in line]
    assert Route(again).length == pytest.approx(Route(line).length, abs=0.5)


def test_a_command_that_is_not_known_is_refused() -> None:
    with pytest.raises(KeyError):
        path("M0 0A5 5 0 0 1 9 9")


def test_round_things_are_as_long_as_they_are_round() -> None:
    assert Route(circle(50, 50, 10)).length == pytest.approx(2 * pi * 10, rel=0.002)
    assert Route(arc(0, 0, 10, 0, 90)).length == pytest.approx(pi * 10 / 2, rel=0.002)
    assert Route(box(0, 0, 40, 20, 5)).length == pytest.approx(120 - 40 + 2 * pi * 5, rel=0.005)


def test_who_travels_comes_by_every_place_at_its_distance() -> None:
    route = Route(path("M0 0H100V50"))
    assert route.length == 150
    assert route.at(40) == (40, 0, 0)
    assert route.at(120) == (100, 20, 90)
    assert route.at(-5)[:2] == (0, 0)
    assert route.at(999)[:2] == (100, 50)


def test_a_line_is_turned_about_its_own_origin() -> None:
    (start, end) = placed(path("M0 0L10 0"), 5, 5, 90, 2)
    assert start.points[0] == pytest.approx((5, 5))
    assert end.points[0] == pytest.approx((5, 25))
