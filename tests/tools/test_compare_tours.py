"""``tools/compare_tours.py``: not one pixel changes unnoticed, and where it changed is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tools import compare_tours

GREY = (120, 120, 120)


@pytest.fixture
def tours(tmp_path: Path) -> tuple[Path, Path]:
    """Two tours of two pictures each, all of them plain grey."""
    for tour in ("before", "after"):
        (tmp_path / tour).mkdir()
        for name in ("01-home.png", "02-reader.png"):
            Image.new("RGB", (64, 48), GREY).save(tmp_path / tour / name)
    return tmp_path / "before", tmp_path / "after"


def compared(tours: tuple[Path, Path]) -> int:
    return compare_tours.main([str(tour) for tour in tours])


def test_the_same_pixels_are_the_same(tours: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    # Packed otherwise, the file differs and the picture does not.
    Image.new("RGB", (64, 48), GREY).save(tours[1] / "01-home.png", compress_level=0)
    assert compared(tours) == 0
    assert capsys.readouterr().out == "2 pictures: all the same\n"


def test_one_pixel_in_one_colour_is_seen(tours: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    with Image.open(tours[1] / "02-reader.png") as picture:
        picture.putpixel((63, 0), (120, 121, 120))
        picture.save(tours[1] / "02-reader.png")
    assert compared(tours) == 1
    assert capsys.readouterr().out.splitlines() == [
        "02-reader.png: 1 px differ, by up to 1 of 255, in 1×1 px at 63,0",
        "2 pictures: 1 differ",
    ]


def test_the_box_about_what_changed_is_told(tours: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    with Image.open(tours[1] / "01-home.png") as picture:
        picture.paste((0, 120, 120), (10, 20, 15, 22))
        picture.putpixel((40, 30), (255, 255, 255))
        picture.save(tours[1] / "01-home.png")
    assert compared(tours) == 1
    assert "01-home.png: 11 px differ, by up to 135 of 255, in 31×11 px at 10,20\n" in capsys.readouterr().out


def test_other_sizes_and_missing_pictures_are_told(
    tours: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (64, 50), GREY).save(tours[1] / "01-home.png")
    (tours[0] / "02-reader.png").unlink()
    assert compared(tours) == 1
    assert capsys.readouterr().out.splitlines() == [
        "01-home.png: was 64×48 px, is 64×50 px",
        f"02-reader.png: only in {tours[1]}",
        "2 pictures: 2 differ",
    ]


def test_folders_without_pictures_are_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compared((tmp_path, tmp_path)) == 2
    assert "no pictures" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        compared((tmp_path, tmp_path / "nowhere"))
