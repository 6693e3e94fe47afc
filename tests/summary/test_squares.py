"""The last page, where it is asked for: the diary in squares, which another library reads off a copy of a copy."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from hypothesis import given, settings
from PIL import Image, ImageFilter

from tests.diary.strategies import diaries
from tests.diary.test_on_paper import LONG, with_real_ids
from tests.summary import pdf
from tests.summary.conftest import WriteDiary
from tests.summary.stories import PRINTED_AT, five_sessions, report, seven_sessions
from tests.summary.test_photocopy import PPI, TOO_DARK, TOO_LIGHT, copied_twice
from tpe_guide import cli
from tpe_guide.diary import exchange
from tpe_guide.diary.model import Diary, Question
from tpe_guide.summary.batch import render
from tpe_guide.summary.formats import Job
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.squares import squares_of
from tpe_guide.summary.typeset import to_png

SEVEN = with_real_ids(seven_sessions())
HOLDS = "These squares hold the whole diary of this page. Whoever scans them can read it."
TOO_LONG = "This diary is too long for the paper: save the PDF instead."
MM = PPI / 25.4


def hardly_packed(questions: int) -> Diary:
    """Words that say nothing twice take the most room."""
    chance = random.Random(3)
    letters = "abcdefghijklmnopqrstuvwxyz     "
    asked = tuple(Question("".join(chance.choices(letters, k=150))) for __ in range(questions))
    return replace(five_sessions(), questions=asked)


TWELVE = hardly_packed(42)
"""As much as a sheet holds."""


def printed(diary: Diary, to: str = "pdf", paper: Paper = "a4") -> list[bytes]:
    return render(diary, Job(to, paper, "en", PRINTED_AT, squares=True))


@cache
def last_page(story: str, paper: Paper) -> Image.Image:
    diary = {"seven": SEVEN, "long": LONG, "twelve": TWELVE}[story]
    page = report(diary)._replace(squares=squares_of(diary, PRINTED_AT))
    return Image.open(io.BytesIO(to_png(page, paper, PPI)[-1])).convert("L")


def softened_and_hardened(page: Image.Image) -> Image.Image:
    """A copier that knows black and white alone."""
    soft = page.filter(ImageFilter.GaussianBlur(0.8))
    return soft.point(lambda grey: 255 * (grey > 128))


def read_off(page: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(page) if code.format == zxingcpp.BarcodeFormat.QRCode]


def diary_of(squares: list[str]) -> Diary:
    return exchange.loads("\n".join(squares).encode(), "scan.txt")


STORIES = {"seven": (SEVEN, 2), "long": (LONG, 4), "twelve": (TWELVE, 12)}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("story", STORIES)
class TestEachSquareIsRead:
    def test_off_the_copy_of_a_copy_in_black_and_white(self, story: str, paper: Paper) -> None:
        diary, count = STORIES[story]
        found = read_off(softened_and_hardened(softened_and_hardened(last_page(story, paper))))
        assert len(found) == count
        assert diary_of(found) == diary

    @pytest.mark.parametrize("exposure", [TOO_DARK, 0, TOO_LIGHT])
    def test_off_the_copy_of_a_copy_with_specks_too_dark_or_too_light(
        self, story: str, paper: Paper, exposure: int
    ) -> None:
        diary, count = STORIES[story]
        found = read_off(copied_twice(last_page(story, paper), exposure))
        assert len(found) == count
        assert diary_of(found) == diary

    def test_and_is_40_mm_or_more_with_white_about_it(self, story: str, paper: Paper) -> None:
        page = last_page(story, paper)
        for code in zxingcpp.read_barcodes(page):
            at = code.position
            left, right, top, bottom = at.top_left.x, at.top_right.x, at.top_left.y, at.bottom_left.y
            assert right - left > 40 * MM
            assert bottom - top > 40 * MM
            # Four dots of 77 and more; where the edge is, is known to a dot or so.
            rim, edge = round((right - left) * 4 / 77), 4
            beside = (
                page.crop((left - rim, top, left - edge, bottom)),
                page.crop((right + edge, top, right + rim, bottom)),
            )
            assert all(strip.getextrema()[0] == 255 for strip in beside)


@settings(max_examples=6, deadline=None)
@given(diaries())
def test_whatever_the_diary_holds_comes_back_from_paper(diary: Diary) -> None:
    squares = squares_of(diary, PRINTED_AT)
    if squares.parts:
        page = report(five_sessions())._replace(squares=squares)
        assert diary_of(read_off(Image.open(io.BytesIO(to_png(page, "a4", PPI)[-1])))) == diary


class TestThePage:
    def test_has_none_unless_they_are_asked_for(self) -> None:
        (bare,) = render(SEVEN, Job("pdf", "a4", "en", PRINTED_AT))
        assert pdf.page_count(bare) == 1

    def test_has_them_on_a_sheet_of_their_own_and_is_itself_as_before(self) -> None:
        (bare,), (full,) = render(SEVEN, Job("png", "a4", "en", PRINTED_AT)), printed(SEVEN, "png")[:1]
        one, other = (Image.open(io.BytesIO(page)).convert("L") for page in (bare, full))
        foot = round(one.height * 0.94)  # "Page 1 of 2" there, and nothing else
        above = (0, 0, one.width, foot)
        assert one.crop(above).tobytes() == other.crop(above).tobytes()
        assert pdf.page_count(printed(SEVEN)[0]) == 2

    def test_says_what_they_hold_and_which_each_is(self) -> None:
        (page,) = printed(SEVEN)
        said = pdf.text_of(page, 1)
        assert pdf.squeezed(HOLDS) in said
        assert pdf.squeezed("1 of 2") in said
        assert pdf.squeezed("2 of 2") in said
        assert pdf.squeezed("Diary") in said  # the running head: which patient’s sheet it is

    def test_tells_what_they_are_to_whom_cannot_see_them(self) -> None:
        with pdf.opened(printed(SEVEN)[0]) as whole:
            assert whole.Root.MarkInfo.Marked
            told = [str(each.Alt) for each in whole.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
        assert "Square code 2 of 2, for a scanner. It holds a part of the diary." in told

    def test_is_black_and_the_same_bytes_each_time(self) -> None:
        (page,) = printed(SEVEN)
        assert {value for ink in pdf.inks(page) for value in ink} <= {0.0, 1.0}
        assert printed(SEVEN) == [page]

    @pytest.mark.parametrize("paper", PAPERS)
    def test_fits_on_one_sheet_up_to_twelve(self, paper: Paper) -> None:
        bare = render(TWELVE, Job("pdf", paper, "en", PRINTED_AT))[0]
        assert pdf.page_count(printed(TWELVE, paper=paper)[0]) == pdf.page_count(bare) + 1

    def test_says_so_where_the_diary_is_too_long(self) -> None:
        (page,) = printed(hardly_packed(60))
        said = pdf.text_of(page)
        assert pdf.squeezed(TOO_LONG) in said
        assert pdf.squeezed(HOLDS) not in said

    def test_carries_its_files_all_the_same(self) -> None:
        assert exchange.loads(printed(SEVEN)[0], "page.pdf") == SEVEN


class TestTheCommand:
    def test_makes_the_page_with_squares_and_reads_what_a_scanner_typed_of_them(
        self, write_diary: WriteDiary, here: Path
    ) -> None:
        source = write_diary("anna.tpediary.json")
        assert cli.main(["-q", "summary", str(source), "-o", "page.png", "--squares"]) == 0
        found = read_off(Image.open(here / "page-2.png").convert("L"))
        (here / "scan.txt").write_text("\n".join(reversed(found)))
        assert cli.main(["-q", "summary", "scan.txt", "-o", "back.tpediary.json"]) == 0
        assert exchange.read(here / "back.tpediary.json") == exchange.read(source)

    def test_reads_them_from_standard_input_too(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        lines = "\r\n".join(part.digits for part in squares_of(SEVEN, PRINTED_AT).parts)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        assert cli.main(["-q", "summary", "-", "-o", "back.tpediary.json"]) == 0
        assert exchange.read(here / "back.tpediary.json") == SEVEN

    def test_refuses_what_would_tell_more_than_the_page(
        self, write_diary: WriteDiary, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = str(write_diary())
        assert cli.main(["summary", source, "-o", "page.pdf", "--squares", "--parts", "effects"]) == 2
        assert "squares hold the whole diary" in capsys.readouterr().err

    @pytest.mark.parametrize("others", [0, 8])
    def test_says_whose_diary_is_too_long_for_them(
        self, others: int, write_diary: WriteDiary, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        long = hardly_packed(60)
        (here / "long.tpediary.json").write_bytes(exchange.dumps(long, exported_at=PRINTED_AT, app="test"))
        sources = ["long.tpediary.json", *(str(write_diary(f"{number}.tpediary.json")) for number in range(others))]
        assert cli.main(["-q", "summary", *sources, "-o", "out/" if others else "out.pdf", "--squares"]) == 0
        says = "long.tpediary.json: too long for squares. The page has none."
        assert [line for line in capsys.readouterr().err.splitlines() if "squares" in line] == [says]

    def test_refuses_squares_where_nothing_could_scan_them(
        self, write_diary: WriteDiary, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["summary", str(write_diary()), "-o", "page.html", "--squares"]) == 2
        assert "html cannot be scanned; --squares is for pdf, png" in capsys.readouterr().err
        assert not Path("page.html").exists()

    def test_says_which_square_is_missing(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        one, *__ = (part.digits for part in squares_of(SEVEN, PRINTED_AT).parts)
        (here / "scan.txt").write_text(one)
        assert cli.main(["summary", "scan.txt", "-o", "page.pdf"]) == 1
        assert "scan.txt: expected all 2 squares of the page; missing: 2." in capsys.readouterr().err
