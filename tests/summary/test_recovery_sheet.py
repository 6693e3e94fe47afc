"""The recovery sheet on paper: all of the key, three times over, and nothing of a person."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from tests.summary.pdf import inks, opened, page_count, squeezed, text_of, text_sizes
from tpe_guide.diary import recovery
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.recovery_sheet import recovery_sheet
from tpe_guide.summary.sheet import to_pdf, to_png

PRINTED_AT = dt.datetime(2026, 11, 30, 9, 12, tzinfo=dt.UTC)
KEY = bytes(range(7, 39))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return to_pdf(recovery_sheet(KEY, PRINTED_AT.date(), "en"), PRINTED_AT)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("key", [KEY, bytes(32), b"\x55" * 32])
def test_it_is_one_page_with_each_word_in_its_place(key: bytes, paper: Paper) -> None:
    pdf = to_pdf(recovery_sheet(key, PRINTED_AT.date(), "en"), PRINTED_AT, paper)
    assert page_count(pdf) == 1
    numbered = "".join(f"{number}{word}" for number, word in enumerate(recovery.words_of(key), start=1))
    assert numbered in text_of(pdf), "in the order in which they are typed, also for who hears them"


def test_what_is_on_it(pdf: bytes) -> None:
    written = text_of(pdf)
    for words in (
        f"Sheet {recovery.mark_of(KEY)}",
        "Made on Monday 30 November 2026",
        "whatever passcode is chosen later",
        "Keep it away from the computer.",
        "Kept where:",
        f"x'{KEY.hex()}'",
    ):
        assert squeezed(words) in written


def test_the_hex_on_it_typed_as_it_stands_is_the_key() -> None:
    sheet = recovery_sheet(KEY, PRINTED_AT.date(), "en")
    assert recovery.key_of(str(sheet.words["hex"])) == KEY


@pytest.mark.parametrize("ppi", [150, 300])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("key", [KEY, bytes(32), b"\x55" * 32])
def test_another_library_reads_the_words_from_the_printed_square(key: bytes, paper: Paper, ppi: float) -> None:
    (page,) = to_png(recovery_sheet(key, PRINTED_AT.date(), "en"), PRINTED_AT, paper, ppi)
    dots = Image.open(io.BytesIO(page)).convert("1")  # as a laser printer has it
    (code,) = zxingcpp.read_barcodes(dots.convert("L"))
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    assert code.text == " ".join(recovery.words_of(key)).upper()
    assert recovery.key_of(code.text) == key


def test_it_is_large_enough_black_and_tagged(pdf: bytes) -> None:
    assert {value for ink in inks(pdf) for value in ink} <= {0.0, 1.0}
    assert min(text_sizes(pdf)) >= 9
    assert {14.0, 21.0} <= text_sizes(pdf)
    with opened(pdf) as whole:
        assert whole.Root.MarkInfo.Marked
        told = [str(each.Alt) for each in whole.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    assert told == ["A square code that holds the 24 words."]


def test_nothing_of_the_key_is_in_what_a_file_says_of_itself(pdf: bytes) -> None:
    with opened(pdf) as whole:
        said = str(whole.docinfo) + bytes(whole.Root.Metadata.read_bytes()).decode()
    assert not any(f" {word} " in said for word in recovery.words_of(KEY))
    assert KEY.hex()[:16] not in said


def test_it_is_set_without_a_file_that_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    to_pdf(recovery_sheet(KEY, PRINTED_AT.date(), "en"), PRINTED_AT)
    to_png(recovery_sheet(KEY, PRINTED_AT.date(), "en"), PRINTED_AT)
    assert list(tmp_path.rglob("*")) == []
