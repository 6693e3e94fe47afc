"""The page goes through two copiers before it is in the notes: what a mark says must still be seen."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from functools import cache
from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.summary.stories import entry, everything, five_sessions, of, report
from tpe_guide.diary.model import Diary, EffectReport
from tpe_guide.summary.typeset import to_png

PPI = 150
APART = 10
"""Of 255: the mean difference of two marks from which an eye tells them apart at a glance."""
Box = tuple[int, int, int, int]


def tired(level: int | None) -> Diary:
    """Session 3 of five with *level*; the others say the same whatever it is."""
    said = () if level is None else (EffectReport("tired", level, "at-home"),)
    rest = (
        entry(n, EffectReport("tired", 1, "at-home"), EffectReport("chest-pain", 1, "at-home")) for n in (1, 2, 4, 5)
    )
    return of(*rest, entry(3, EffectReport("cold", 1, "at-home"), *said))


def pressed(level: int | None) -> Diary:
    """The same for a warning sign."""
    said = () if level is None else (EffectReport("chest-pain", level, "at-home"),)
    # A row with a YES is higher: it has one in any case.
    rest = (entry(n, EffectReport("chest-pain", int(n == 1))) for n in (1, 2, 4, 5))
    return of(*rest, entry(3, EffectReport("cold", 1, "at-home"), *said))


@cache
def printed(story: str, level: int | None) -> Image.Image:
    page = report({"tired": tired, "pressed": pressed}[story](level))
    # What is said about the mark in words would move and change the rest of the page.
    silent = page.warnings._replace(reports=(), title="Warning signs")
    last = page.last and page.last._replace(items=page.last.items[:2])
    return grey(to_png(page._replace(warnings=silent, last=last, sessions=None), "a4", PPI)[0])


def grey(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("L")


def copied(page: Image.Image, exposure: int, seed: int) -> Image.Image:
    """As an office copier gives it: softened, hard in contrast, too light or too dark by *exposure*, with specks."""
    soft = page.filter(ImageFilter.GaussianBlur(0.8))
    hard = soft.point(lambda grey: max(0, min(255, round((grey + exposure - 128) * 2 + 128))))
    specks, chance = hard.load(), random.Random(seed)
    assert specks is not None
    for __ in range(page.width * page.height // 400):
        specks[chance.randrange(page.width), chance.randrange(page.height)] = chance.choice((0, 255))
    return hard


def copied_twice(page: Image.Image, exposure: int) -> Image.Image:
    return copied(copied(page, exposure, 1), exposure, 2)


def where(story: str, one: int | None, other: int | None) -> Box:
    """The place of the mark: what changes from one level to another."""
    box = ImageChops.difference(printed(story, one), printed(story, other)).getbbox()
    assert box
    return box


def apart(one: Image.Image, other: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


@cache
def marks(story: str, levels: tuple[int | None, ...], exposure: int) -> dict[int | None, Image.Image]:
    """Each mark on a copy of a copy, all cut from one place."""
    boxes = [where(story, one, other) for one, other in combinations(levels, 2)]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    box = (min(lefts), min(tops), max(rights), max(bottoms))
    assert box[2] - box[0] < PPI / 2, "a mark is small: something else changed too"
    return {level: copied_twice(printed(story, level), exposure).crop(box) for level in levels}


LEVELS = (0, 1, 2, 3, None)
ANSWERS = (0, 2, None)
TOO_DARK, TOO_LIGHT = -15, 15


@pytest.mark.parametrize("exposure", [TOO_DARK, 0, TOO_LIGHT])
@pytest.mark.parametrize(("one", "other"), list(combinations(LEVELS, 2)))
def test_two_levels_are_still_two(one: int | None, other: int | None, exposure: int) -> None:
    seen = marks("tired", LEVELS, exposure)
    assert apart(seen[one], seen[other]) > APART


@pytest.mark.parametrize("exposure", [TOO_DARK, 0, TOO_LIGHT])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_digit_itself_can_be_read(level: int, exposure: int) -> None:
    """By its shape alone, without the pattern about it."""
    seen = marks("tired", LEVELS, exposure)
    clean = {n: centre(printed("tired", n).crop(where("tired", n, None))) for n in (1, 2, 3)}
    copy = centre(seen[level])
    likeness = {n: apart(copy, picture) for n, picture in clean.items()}
    assert min(likeness, key=lambda n: likeness[n]) == level
    assert copy.getextrema() == (0, 255)


def centre(picture: Image.Image) -> Image.Image:
    """The digit on its plate."""
    width, height = 16, 18
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    return picture.crop((left, top, left + width, top + height))


@pytest.mark.parametrize("exposure", [TOO_DARK, 0, TOO_LIGHT])
@pytest.mark.parametrize(("one", "other"), list(combinations(ANSWERS, 2)))
def test_yes_no_and_not_asked_stay_apart(one: int | None, other: int | None, exposure: int) -> None:
    seen = marks("pressed", ANSWERS, exposure)
    assert apart(seen[one], seen[other]) > APART / 2


@pytest.mark.parametrize("exposure", [TOO_DARK, 0, TOO_LIGHT])
def test_a_yes_is_seen_from_afar(exposure: int) -> None:
    """From a metre the page is grey, with black spots: a YES has several times the ink of any other answer."""
    ink = {level: 255 - ImageStat.Stat(mark).mean[0] for level, mark in marks("pressed", ANSWERS, exposure).items()}
    assert ink[2] > 3 * ink[0]
    assert ink[2] > 3 * ink[None]


@pytest.mark.parametrize("exposure", [TOO_DARK, 0, TOO_LIGHT])
@pytest.mark.parametrize("story", [five_sessions, everything])
def test_nothing_fills_in_and_nothing_fades(story: Callable[[], Diary], exposure: int) -> None:
    """There is no grey that a copier has to decide about: about as much ink as before, even on a bad one."""
    for picture in to_png(report(story()), "a4", PPI):
        page = grey(picture)
        ink, copy = (255 - ImageStat.Stat(each).mean[0] for each in (page, copied_twice(page, exposure)))
        assert 0.55 < copy / ink < 1.35
