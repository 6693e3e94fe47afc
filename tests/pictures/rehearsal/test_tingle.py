"""The drawing of the practise turn."""

from __future__ import annotations

from tpe_guide.pictures.rehearsal.tingle import FINGERTIPS, HEIGHT, LIPS, SLOW, WIDTH, dots, still


def test_a_dot_for_each_place_that_tingles_inside_the_drawing() -> None:
    shown = dots(0)
    assert [place for place, __ in shown] == [*LIPS, *FINGERTIPS]
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for (x, y), __ in shown)


def test_it_swells_calmly_and_never_goes_out() -> None:
    """No dot comes and goes: what flashes could set off a fit. It swells less than once in two seconds."""
    radii = [radius for step in range(100) for __, radius in dots(step / 20)]
    assert min(radii) > 3
    assert max(radii) < 6
    assert SLOW > 2


def test_it_comes_back_to_where_it_was() -> None:
    first, again = (dots(seconds) for seconds in (0.3, 0.3 + SLOW))
    assert all(abs(one - two) < 1e-9 for (__, one), (__, two) in zip(first, again, strict=True))


def test_all_that_is_drawn_has_a_colour() -> None:
    assert all(shape.fill or shape.stroke for shape in still())
