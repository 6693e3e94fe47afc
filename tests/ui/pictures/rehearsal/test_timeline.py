"""The timeline as it is painted, pressed, dragged and read aloud."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.golden import assert_as_before
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.pictures.rehearsal.timeline import Timeline
from tpe_guide.ui.touch.steady import SteadyHand, Tuning

MakeTimeline = Callable[..., Timeline]


@pytest.fixture
def make(qtbot: QtBot) -> MakeTimeline:
    def make_one(theme: ThemeName = "light", percent: int = 100, width: int = 1300, plan: Plan = Plan()) -> Timeline:  # noqa: B008
        moments = RehearsalWords(load_compiled("rehearsal", "en")).moments(plan)
        timeline = Timeline(Theme(theme, percent), moments)
        qtbot.addWidget(timeline)
        timeline.resize(width, timeline.sizeHint().height())
        return timeline

    return make_one


def painted(timeline: Timeline) -> QImage:
    image = QImage(timeline.size(), QImage.Format.Format_RGB32)
    image.fill(Theme(timeline._theme.name).color("card"))
    timeline.render(image, QPoint())
    return image


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("width", [1300, 440])
@pytest.mark.parametrize("here", [0, 4, 9])
def test_each_moment_has_its_mark_and_it_says_what_is_behind_and_what_is_ahead(
    make: MakeTimeline, theme: ThemeName, width: int, here: int
) -> None:
    timeline = make(theme, width=width)
    timeline.setValue(here)
    image, colors = painted(timeline), Theme(theme)
    for index in range(timeline.maximum() + 1):
        place = timeline.place(index).toPoint()
        if index == here:
            place += QPoint(3, 0)  # beside the lines on the thumb
        wanted = "straw" if index == here else "ink" if index < here else "card"
        hidden = index != here and abs(timeline.place(index).x() - timeline.place(here).x()) < 26
        assert hidden or image.pixelColor(place) == colors.color(wanted)


def test_a_finger_that_rolls_stays_at_the_moment_it_pressed(make: MakeTimeline) -> None:
    timeline = make(width=400)
    place = timeline.place(3).toPoint()
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=place)
    for px in (10, 25, 40):  # 10 mm
        QTest.mouseMove(timeline, place + QPoint(px, 0))
        assert timeline.value() == 3
    QTest.mouseMove(timeline, timeline.place(timeline.maximum()).toPoint())
    assert timeline.value() == timeline.maximum()
    QTest.mouseMove(timeline, place + QPoint(5, 0))
    assert timeline.value() == 3, "once it is a drag it follows"
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=place)


def test_a_hand_that_shakes_more_rolls_further(make: MakeTimeline) -> None:
    """As the window was tuned to: 20 mm."""
    timeline = make(width=400)
    timeline.show()
    SteadyHand(timeline, Theme, tuning=lambda: Tuning(reach_mm=20))
    place = timeline.place(3).toPoint()
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(timeline, place + QPoint(70, 0))  # 18 mm
    assert timeline.value() == 3
    QTest.mouseMove(timeline, place + QPoint(80, 0))
    assert timeline.value() != 3
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=place)


def test_a_press_goes_to_the_nearest_moment_and_a_drag_from_one_to_the_next(make: MakeTimeline) -> None:
    timeline = make()
    seen: list[int] = []
    timeline.valueChanged.connect(seen.append)
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=(timeline.place(3) + QPointF(9, 40)).toPoint())
    assert seen == [3]
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=timeline.place(3).toPoint())
    for index in (4, 5, 6):
        QTest.mouseMove(timeline, timeline.place(index).toPoint())
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=timeline.place(6).toPoint())
    assert timeline.value() == seen[-1] == 6


def test_keys_go_to_the_next_the_first_and_the_last(make: MakeTimeline) -> None:
    timeline = make()
    values = []
    for pressed in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(timeline, pressed)
        values.append(timeline.value())
    assert values == [1, 2, 1, 9, 0]


def test_from_right_to_left_time_runs_the_other_way(make: MakeTimeline) -> None:
    timeline = make()
    timeline.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert timeline.place(0).x() > timeline.place(5).x() > timeline.place(9).x()
    QTest.keyClick(timeline, Qt.Key.Key_Left)
    assert timeline.value() == 1
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=timeline.place(7).toPoint())
    assert timeline.value() == 7


@pytest.mark.parametrize("width", [240, 440, 700, 1300])
@pytest.mark.parametrize("percent", [100, 200, 400])
@pytest.mark.parametrize("here", [0, 5, 9])
def test_words_never_touch_and_those_of_the_moment_shown_are_always_there(
    make: MakeTimeline, width: int, percent: int, here: int
) -> None:
    timeline = make(percent=percent, width=width)
    timeline.setValue(here)
    assert here in timeline.labelled()
    rects = [rect for __, rect in timeline._labels()]
    assert all(timeline.rect().contains(rect) for rect in rects if rect.width() <= width)
    for index, rect in enumerate(rects):
        assert not any(rect.intersects(other) for other in rects[index + 1 :])


def test_a_screen_reader_hears_the_moment_rather_than_its_number(make: MakeTimeline) -> None:
    timeline = make()
    timeline.setValue(3)
    assert timeline.accessibleName() == "Timeline. 25 minutes: the first tingle may come. Moment 4 of 10"


def test_marks_get_smaller_rather_than_cover_each_other(make: MakeTimeline) -> None:
    timeline = make(percent=200, width=300, plan=Plan(480, checks=(1, 2, 3, 4, 5, 6, 7, 8)))
    places = sorted(timeline._places())
    closest = min(after - before for before, after in pairwise(places))
    assert 2 * timeline.mark_radius <= closest


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_it_looks_as_it_did(make: MakeTimeline, theme: ThemeName) -> None:
    timeline = make(theme, width=700)
    timeline.setValue(4)
    assert_as_before(painted(timeline), f"timeline-{theme}")
