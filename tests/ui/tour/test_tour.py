"""The tour: a picture of every screen, the same each time, without a display and without anybody's diary."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tpe_guide.app import Program
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.policy import HOME
from tpe_guide.settings import Settings
from tpe_guide.ui.tour import draw as tour
from tpe_guide.ui.tour.index import index_page
from tpe_guide.ui.tour.screens import SCREENS, VARIANTS
from tpe_guide.ui.tour.stage import KIOSK, NOW, Look, Openers, ReadyVoice, Stage

SHOTS = {shot.name: shot for shot in tour.shots(tour.Wish())}


def open_program(data_dir: Path, choices: Settings) -> Program:
    return Program(HOME, data_dir=data_dir, chosen=choices, now=lambda: NOW, make_voice=ReadyVoice)


@pytest.fixture(scope="module")
def diaries() -> Iterator[Path]:
    with tour.data_folders() as folder:
        yield folder


@pytest.fixture
def draw(qapp: QApplication, diaries: Path) -> partial[bytes]:
    openers = Openers(open_program, partial(make_kiosk, qapp))
    return partial(tour.picture, qapp, openers, diaries)


@pytest.mark.parametrize(
    "name", ["home-keyboard", "reader", "search", "words", "log-warning", "diary-unlock", "nurse", "kiosk-lowered"]
)
def test_a_picture_is_the_same_each_time(draw: partial[bytes], name: str) -> None:
    picture = draw(SHOTS[name])
    assert QImage.fromData(picture).size().toTuple() == SHOTS[name].look.size
    assert draw(SHOTS[name]) == picture


def test_a_caret_is_there_however_long_a_picture_takes(draw: partial[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = draw(SHOTS["search"])
    QApplication.setCursorFlashTime(100)  # it was on and off within a second
    settle = Stage.settle
    monkeypatch.setattr(Stage, "settle", lambda stage, seconds=0: settle(stage, 0.08))
    assert draw(SHOTS["search"]) == at_once


def test_what_one_picture_saves_is_not_in_the_next(draw: partial[bytes]) -> None:
    before = draw(SHOTS["nurse"])
    draw(SHOTS["saved"])
    assert draw(SHOTS["nurse"]) == before


def test_the_ring_is_there_for_who_uses_keys(draw: partial[bytes]) -> None:
    assert draw(SHOTS["home"]) != draw(SHOTS["home-keyboard"])


def test_a_wish_holds_for_every_screen_and_none_comes_twice() -> None:
    wished = tour.shots(tour.Wish((800, 600), 200, "dark"))
    assert {shot.look for shot in wished} == {Look((800, 600), 200, "dark")}
    assert [shot.name for shot in wished] == [shot.name for shot in SCREENS]


def test_half_a_wish_leaves_the_rest_as_it_is() -> None:
    (kiosk,) = (shot for shot in tour.shots(tour.Wish(theme="contrast")) if shot.name == "kiosk")
    assert kiosk.look == Look(KIOSK, 150, "contrast")


def test_no_two_pictures_have_one_name() -> None:
    assert len(SHOTS) == len(SCREENS) + len(VARIANTS)


def test_the_index_shows_each_picture_with_its_words() -> None:
    page = index_page([("01-home.png", "Home & more"), ("02-keys.png", "Keys")], "en")
    assert 'src="01-home.png"' in page
    assert "Home &amp; more" in page
    assert page.count("<figure>") == 2


class TestCommand:
    @pytest.fixture
    def run(self, tmp_path: Path) -> partial[subprocess.CompletedProcess[str]]:
        """``tpe-guide tour …`` on a machine without a display."""
        bare = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
        (tmp_path / "temporary").mkdir()
        return partial(
            subprocess.run, env=bare | {"TMPDIR": str(tmp_path / "temporary")}, capture_output=True, text=True
        )

    @pytest.mark.parametrize(
        ("wish", "shown", "last"),
        [
            # Half the time: the screens alone, and small.
            (["--size", "480x800"], [shot.name for shot in SCREENS], ["gallery"]),
            pytest.param([], SHOTS, ["gallery", "gallery-dark", "gallery-contrast"], marks=pytest.mark.slow),
        ],
    )
    def test_draws_everything_and_leaves_nothing_else(
        self,
        run: partial[subprocess.CompletedProcess[str]],
        tmp_path: Path,
        data_dir: Path,
        wish: list[str],
        shown: Collection[str],
        last: list[str],
    ) -> None:
        out = tmp_path / "pictures"
        done = run([sys.executable, "-m", "tpe_guide", "tour", "--out", str(out), *wish])
        assert (done.returncode, done.stderr) == (0, "")
        written = sorted(out.iterdir())
        assert sorted(line.removeprefix("Wrote ") for line in done.stdout.splitlines()) == [*map(str, written)]
        names = [path.name for path in written if path.suffix == ".png"]
        assert [int(name.partition("-")[0]) for name in names] == [*range(1, len(names) + 1)]
        assert {name.partition("-")[2][:-4] for name in names} >= {*shown, "paper-a4", "paper-letter"}
        # What is not a screen comes last: the pictures of screens keep their numbers.
        assert [name.partition("-")[2][:-4] for name in names][-len(last) :] == last
        index = (out / "index.html").read_text(encoding="utf-8")
        assert all(f'src="{name}"' in index for name in names)
        assert not data_dir.exists()
        assert not list((tmp_path / "temporary").iterdir())

    def test_says_in_one_line_that_it_may_not_write(
        self, run: partial[subprocess.CompletedProcess[str]], tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("in the way")
        done = run([sys.executable, "-m", "tpe_guide", "tour", "--out", str(tmp_path / "file" / "out")])
        assert (done.returncode, done.stdout) == (3, "")
        assert done.stderr.count("\n") == 1
