"""What is painted is what the model says: cells where they are, halos where the step is, nothing outside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainterPathStroker, QPen, QRegion
from pytestqt.qtbot import QtBot

from tests.ui.golden import assert_as_before
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.circuit.scene import HEIGHT, WIDTH, scene
from tpe_guide.pictures.circuit.tubes import Tube, floating, in_bowl, streams, tubes
from tpe_guide.pictures.circuit.variant import Variant, every_variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.settings import THEMES
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.pictures.circuit.view import DIMMED, CircuitView

MOMENT = 2.0
USUAL = Variant()
WHOLE = QSize(round(WIDTH), round(HEIGHT))
SMALL = QSize(464, 324)


@pytest.fixture(scope="module")
def words() -> CircuitWords:
    return CircuitWords(load_compiled("circuit", "en"))


class Views:
    """Makes views, and looks at what they paint."""

    def __init__(self, qtbot: QtBot, words: CircuitWords) -> None:
        self._qtbot = qtbot
        self._words = words

    def __call__(
        self, variant: Variant = USUAL, step: int = 3, theme: ThemeName = "light", size: QSize = WHOLE
    ) -> CircuitView:
        view = CircuitView(Theme(theme), self._words, variant, step)
        self._qtbot.addWidget(view)
        view.resize(size)
        view.show_seconds(MOMENT)
        return view


@pytest.fixture
def views(qtbot: QtBot, words: CircuitWords) -> Views:
    return Views(qtbot, words)


def painted(view: CircuitView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def color_at(image: QImage, view: CircuitView, x: float, y: float) -> QColor:
    place = view.transform_to_px.map(QPointF(x, y)).toPoint()
    return image.pixelColor(place)


def alike(one: QColor, two: QColor, by: int = 40) -> bool:
    return max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue())) <= by


def is_covered(variant: Variant, x: float, y: float) -> bool:
    """Something that stands still lies above: an arrow, a joint, a needle."""
    from tpe_guide.pictures.circuit.scene import pointers
    from tpe_guide.ui.pictures.shapes import painter_path

    for shape in (*scene(variant, 3).above, *pointers(variant)):
        if painter_path(shape.line).boundingRect().adjusted(-9, -9, 9, 9).contains(x, y):
            return True
    return any(abs(badge.x - x) < 40 and abs(badge.y - y) < 40 for badge in scene(variant, 3).badges)


def seen_as(color: QColor, variant: Variant, x: float, y: float, theme: ThemeName = "light", step: int = 3) -> QColor:
    """What *color* looks like there: as it is where the step is, veiled elsewhere."""
    from tpe_guide.ui.pictures.shapes import painter_path

    for shape in scene(variant, step).lit:
        path = painter_path(shape.line)
        if shape.stroke:
            stroker = QPainterPathStroker(QPen(QColor(), shape.width, c=Qt.PenCapStyle.RoundCap))
            path = stroker.createStroke(path)
        if path.contains(QPointF(x, y)):
            return color
    card = Theme(theme).color("card")
    parts = zip(color.getRgb()[:3], card.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(own * (1 - DIMMED) + veil * DIMMED) for own, veil in parts))


def is_at_the_edge_of_the_light(variant: Variant, x: float, y: float) -> bool:
    """There a pixel is of both."""
    around = [(x + dx, y + dy) for dx, dy in ((0, 0), (-4, 0), (4, 0), (0, -4), (0, 4))]
    return len({seen_as(QColor("red"), variant, *place).rgb() for place in around}) > 1


def cells_of(variant: Variant) -> Iterator[tuple[Tube, float, float]]:
    for tube in (*tubes(variant), *streams(variant)):
        if tube.kind == "cell":
            yield from ((tube, place.x, place.y) for place in floating(tube, variant, MOMENT))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("variant", list(every_variant()), ids="-".join)
def test_each_cell_is_painted_where_the_model_has_it(views: Views, variant: Variant, theme: ThemeName) -> None:
    view = views(variant, theme=theme)
    image = painted(view)
    looked_at = 0
    for tube, x, y in cells_of(variant):
        if not is_covered(variant, x, y) and not is_at_the_edge_of_the_light(variant, x, y):
            looked_at += 1
            expected = seen_as(Theme(theme).color(tube.color), variant, x, y, theme)
            assert alike(color_at(image, view, x, y), expected, by=30), (tube.id, x, y)
    assert looked_at > 40
    if variant.machine == "spin":
        for cell in in_bowl(variant, MOMENT):
            if not is_covered(variant, cell.x, cell.y):
                assert alike(color_at(image, view, cell.x, cell.y), Theme(theme).color("cell"))


@pytest.mark.parametrize("variant", [Variant(), Variant("line", "filter")], ids="-".join)
def test_as_many_cells_are_painted_in_each_tube_as_the_model_has(views: Views, variant: Variant) -> None:
    """Walk along each tube and count the runs of its cells' colour."""
    view = views(variant)
    image = painted(view)
    theme = Theme()
    for tube in tubes(variant):
        if tube.kind != "cell":
            continue
        route, runs, inside = tube.route, 0, False
        for step in range(round(route.length)):
            place = route.at(step)
            if is_covered(variant, place.x, place.y):
                inside = False
                continue
            expected = seen_as(theme.color(tube.color), variant, place.x, place.y)
            is_cell = alike(color_at(image, view, place.x, place.y), expected, by=30)
            runs += is_cell and not inside
            inside = is_cell
        free = [place for place in floating(tube, variant, MOMENT) if not is_covered(variant, place.x, place.y)]
        assert abs(runs - len(free)) <= 5, tube.id  # one may show at either edge of each part that is covered


@pytest.mark.parametrize("variant", list(every_variant()), ids="-".join)
def test_nothing_moves_outside_the_tubes(views: Views, variant: Variant) -> None:
    view = views(variant)
    before = painted(view)
    view.show_seconds(MOMENT + 0.4)
    after = painted(view)
    assert before != after
    flowing = view.flowing
    for y in range(0, before.height(), 2):
        for x in range(0, before.width(), 2):
            if before.pixel(x, y) != after.pixel(x, y):
                assert flowing.contains(view.rect().topLeft() + type(view.rect().topLeft())(x, y)), (x, y)


def test_all_but_the_step_that_is_shown_is_dimmed(views: Views) -> None:
    """The middle of the bowl, the bag of plasma and the new fluid: one of them is as bright as it is."""
    places = {3: (464, 262), 4: (650, 425), 5: (838, 125)}
    themes: tuple[ThemeName, ...] = ("light", "dark", "contrast")
    for theme in themes:
        shown = {step: painted(views(step=step, theme=theme)) for step in places}
        view = views()
        for step, (x, y) in places.items():
            seen = {each: color_at(shown[each], view, x, y) for each in places}
            others = [seen[each] for each in places if each != step]
            assert others[0] == others[1], (theme, step)
            assert seen[step] != others[0], (theme, step)


def test_the_bag_fills_step_by_step(views: Views) -> None:
    levels = []
    for step in range(1, 7):
        view = views(step=step)
        image = painted(view)
        straw = Theme().color("straw")
        column = [
            y for y in range(325, 430) if alike(color_at(image, view, 608, y), seen_as(straw, USUAL, 608, y, step=step))
        ]
        levels.append(column[0])
    assert levels == sorted(levels, reverse=True)
    assert len(set(levels)) == 6


def test_a_frame_paints_little_more_than_the_tubes(views: Views) -> None:
    view = views(Variant())
    share = sum(each.width() * each.height() for each in view.flowing) / (view.width() * view.height())  # type: ignore[attr-defined]
    assert share < 0.2
    assert view.flowing.subtracted(QRegion(view.rect())).isEmpty()


def test_a_frame_shows_what_a_whole_painting_shows(views: Views) -> None:
    """Painting anew only where it flows leaves the same picture as painting all of it."""
    view = views(Variant())
    picture = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(picture)
    view.show_seconds(MOMENT + 0.7)
    view.render(picture, targetOffset=view.flowing.boundingRect().topLeft(), sourceRegion=view.flowing)
    whole = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(whole)
    assert picture == whole


@pytest.mark.parametrize("step", range(1, 7))
def test_the_step_is_lit_and_no_other(views: Views, step: int) -> None:
    view = views(step=step)
    image = painted(view)
    for badge in scene(Variant(), step).badges:
        lit = alike(color_at(image, view, badge.x, badge.y - 14), Theme().color("ink"))
        assert lit == (badge.number == step), badge


def test_small_drawings_have_numbers_and_no_words(views: Views) -> None:
    assert views().shows_words
    assert not views(size=SMALL).shows_words
    assert not CircuitView(Theme("light", 200), views._words, Variant(), 1).would_show_words(round(WIDTH))


def test_the_picture_is_told(views: Views) -> None:
    view = views(Variant("line"))
    assert "line below the neck" in view.accessibleName()
    view.show_variant(Variant("one-needle"))
    assert "One needle" in view.accessibleName()


@pytest.mark.parametrize("theme", THEMES)
def test_the_picture_looks_as_it_did(views: Views, theme: ThemeName, request: pytest.FixtureRequest) -> None:
    """Against an accident. To take new pictures after a wanted change: delete the old ones and run once."""
    variant = {
        "light": Variant(),
        "dim": Variant("line"),
        "dark": Variant("line", "filter"),
        "contrast": Variant("one-needle", "spin"),
    }[theme]
    image = painted(views(variant, theme=theme, size=SMALL))
    assert_as_before(image, f"circuit-{theme}")


def test_what_stands_still_is_kept_for_whoever_comes_back(views: Views, monkeypatch: pytest.MonkeyPatch) -> None:
    painted_layers = []
    paint = CircuitView._paint_layers
    monkeypatch.setattr(CircuitView, "_paint_layers", lambda *about: painted_layers.append(1) or paint(*about))
    size = QSize(500, 350)
    first = painted(views(step=5, size=size))
    assert painted(views(step=5, size=size)) == first
    assert len(painted_layers) == 1
    for other in ({"step": 4}, {"theme": "dark"}, {"variant": USUAL.with_option("filter")}):
        assert painted(views(**({"step": 5, "size": size} | other))) != first  # type: ignore[arg-type]
    assert len(painted_layers) == 4


def test_of_all_steps_one_is_kept(views: Views, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six pairs in a large window would drive out all other drawings."""
    painted_layers = []
    paint = CircuitView._paint_layers
    monkeypatch.setattr(CircuitView, "_paint_layers", lambda *about: painted_layers.append(1) or paint(*about))
    view = views(step=1, size=QSize(510, 357))
    for step in (1, 2, 1):
        view.show_step(step)
        painted(view)
    assert len(painted_layers) == 3
