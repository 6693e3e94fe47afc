"""The PDF of the nurse's page carries the diary, and gives it back; whatever else calls itself a PDF is refused."""

from __future__ import annotations

import io
import json
import time
import zlib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judges import as_json, faults_by_python
from tests.summary.conftest import WriteDiary
from tests.summary.stories import PRINTED_AT, SCRIPTS, entry, five_sessions, seven_sessions
from tpe_guide import cli
from tpe_guide.diary import exchange, in_pdf
from tpe_guide.diary.model import FILE_LIMIT, Diary, EffectReport, Question
from tpe_guide.errors import BadInput, FromNewerVersion
from tpe_guide.summary import carried
from tpe_guide.summary.batch import render
from tpe_guide.summary.formats import Job
from tpe_guide.wording import describe

NOT_OURS = "this PDF was not made by tpe-guide, or it carries no diary"


def page(diary: Diary, *, with_data: bool = True) -> bytes:
    (pdf,) = render(diary, Job("pdf", "a4", "en", PRINTED_AT, with_data))
    return pdf


@pytest.fixture(scope="module")
def ours() -> bytes:
    return page(five_sessions())


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as raised:
        exchange.loads(data, "page.pdf")
    return describe(raised.value)


def many_scripts() -> Diary:
    notes = [f"{words} endstream endobj %PDF- << /EmbeddedFile >>" for words in SCRIPTS.values()]
    return replace(
        five_sessions(),
        entries=tuple(
            replace(entry(1, EffectReport("other", 1, words=note)), id=f"e{n}") for n, note in enumerate(notes)
        ),
    )


class TestThePage:
    @pytest.mark.parametrize(
        "diary", [five_sessions(), seven_sessions(), many_scripts(), Diary(five_sessions().course)]
    )
    def test_gives_back_the_very_diary(self, diary: Diary) -> None:
        assert exchange.loads(page(diary), "page.pdf") == diary

    def test_carries_what_any_reader_of_pdfs_can_save(self, ours: bytes) -> None:
        with pikepdf.open(io.BytesIO(ours)) as pdf:
            kinds = {name: spec.get_file().mime_type for name, spec in pdf.attachments.items()}
            files = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
            described = {name: spec.description for name, spec in pdf.attachments.items()}
        assert kinds == {
            "diary.tpediary.json": "application/json",
            "diary.fhir.json": "application/fhir+json",
        }
        assert all(described.values())
        assert exchange.loads(files["diary.tpediary.json"], "in the PDF") == five_sessions()
        assert faults_by_python(as_json(files["diary.fhir.json"])) == []

    def test_is_the_same_page_and_stays_tagged(self, ours: bytes) -> None:
        """What is carried moves nothing: each page is drawn by the very same operators."""
        for diary in (five_sessions(), replace(five_sessions(), questions=(Question("Why? " * 300),) * 3)):
            with (
                pikepdf.open(io.BytesIO(page(diary))) as full,
                pikepdf.open(io.BytesIO(page(diary, with_data=False))) as bare,
            ):
                assert [one.Contents.read_bytes() for one in full.pages] == [
                    one.Contents.read_bytes() for one in bare.pages
                ]
                assert full.Root.MarkInfo.Marked
                assert b"pdfuaid:part" in full.Root.Metadata.read_bytes()
                assert not bare.attachments

    def test_is_the_same_bytes_for_the_same_diary_and_moment(self, ours: bytes) -> None:
        assert page(five_sessions()) == ours

    def test_without_its_data_gives_nothing_back(self) -> None:
        assert NOT_OURS in refusal(page(five_sessions(), with_data=False))

    def test_of_a_very_long_diary_carries_it_without_fhir(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(carried, "FHIR_LIMIT", 3)
        files = carried.data_of(five_sessions(), PRINTED_AT)
        assert [file.name for file in files] == ["diary.tpediary.json"]

    def test_keeps_the_keys_that_this_version_does_not_know(self) -> None:
        newer = replace(five_sessions(), extra={"x-ray": ["a", 1]})
        assert exchange.loads(page(newer), "page.pdf").extra == {"x-ray": ["a", 1]}


def saved(pdf: pikepdf.Pdf, **how: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


@pytest.mark.parametrize(
    "how",
    [
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "recompress_flate": True},
        {"linearize": True},
        {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
        {"qdf": True},
    ],
)
def test_what_another_program_has_saved_anew_still_gives_it_back(how: dict[str, Any]) -> None:
    with pikepdf.open(io.BytesIO(page(many_scripts()))) as pdf:
        assert exchange.loads(saved(pdf, **how), "page.pdf") == many_scripts()


def test_something_before_its_beginning_does_no_harm(ours: bytes) -> None:
    """As mail programs and scanners put it there."""
    assert exchange.loads(b"\r\n" + ours, "page.pdf") == five_sessions()


class TestAPdfThatIsRefused:
    def test_of_another_program(self) -> None:
        pdf = pikepdf.new()
        pdf.add_blank_page()
        pdf.attachments["letter.txt"] = b"Dear Anna"
        pdf.attachments["other.json"] = b'{"format": "another-diary"}'
        assert NOT_OURS in refusal(saved(pdf))

    def test_of_two_patients_put_together(self, ours: bytes) -> None:
        """Never the first of them: it would be somebody else's."""
        other = replace(five_sessions(), course=replace(five_sessions().course, id="c2"))
        with pikepdf.open(io.BytesIO(ours)) as pdf:
            pdf.attachments["second.json"] = exchange.dumps(other, exported_at=PRINTED_AT, app="test")
            assert "this PDF carries more" in refusal(saved(pdf))

    def test_that_is_locked(self, ours: bytes) -> None:
        with pikepdf.open(io.BytesIO(ours)) as pdf:
            locked = saved(pdf, encryption=pikepdf.Encryption(user="secret", owner="secret"))
        assert "this one is locked" in refusal(locked)

    def test_that_breaks_off_within_the_diary(self, ours: bytes) -> None:
        start = ours.index(b"/EmbeddedFile")
        assert "it breaks off here" in refusal(ours[: start + 700])

    def test_with_a_byte_flipped_in_the_diary(self, ours: bytes) -> None:
        """A checksum tells: never a diary that is a little wrong."""
        start = ours.index(b"stream", ours.index(b"/EmbeddedFile"))
        end = ours.index(b"endstream", start)
        spoilt = bytearray(ours)
        spoilt[end - 40] ^= 0x10
        assert "the diary in this PDF is spoilt" in refusal(bytes(spoilt))

    def test_of_a_newer_version(self) -> None:
        with pytest.raises(FromNewerVersion):
            exchange.loads(embedded(b'{"format": "tpe-guide-diary", "version": 9}'), "page.pdf")

    def test_with_a_diary_that_is_none(self) -> None:
        assert "page.pdf" in refusal(embedded(b'{"format": "tpe-guide-diary", "version": 1}'))


def embedded(file: bytes, *, dictionary: bytes = b"/Filter/FlateDecode", pack: bool = True) -> bytes:
    """The barest PDF that carries *file*."""
    packed = zlib.compress(file) if pack else file
    length = b"/Length %d" % len(packed)
    return b"%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile" + length + dictionary + b">>\nstream\n" + packed + b"\nendstream"


class TestAPdfMadeToDoHarm:
    def test_a_bomb_is_not_unpacked(self) -> None:
        """500 MB of nothing in half a megabyte: only what begins as a diary is unpacked."""
        packer = zlib.compressobj(9)
        nothing = b"".join(packer.compress(b" " * (1 << 20)) for __ in range(500)) + packer.flush()
        start = time.monotonic()
        bomb = b"%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode>>\nstream\n" + nothing
        assert NOT_OURS in refusal(bomb * 20)
        assert time.monotonic() - start < 5

    def test_a_bomb_that_begins_as_a_diary_is_unpacked_as_far_as_a_diary_may_be_long(self) -> None:
        packer = zlib.compressobj(9)
        parts = [packer.compress(b'{"format": "tpe-guide-diary", "note": "')]
        parts += [packer.compress(b" " * (1 << 20)) for __ in range(500)] + [packer.flush()]
        said = refusal(b"%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode>>\nstream\n" + b"".join(parts))
        assert f"a diary of at most {FILE_LIMIT >> 20} MB" in said

    @pytest.mark.parametrize("packed", [True, False])
    def test_a_thousand_diaries_are_not_all_unpacked(self, packed: bool) -> None:
        """Each as long as a diary may be: together they would be 20 GB."""
        beginning = b'{"format": "tpe-guide-diary", "note": "'
        if packed:
            one = embedded(beginning + b" " * (FILE_LIMIT - 100))
        else:
            one = b"<</Type/EmbeddedFile/Length 15000000>>\nstream\n" + beginning
        start = time.monotonic()
        data = b"%PDF-1.7\n 1 0 obj\n" + one * 900 + b" " * (0 if packed else 15_000_000)
        assert "page.pdf: expected" in refusal(data)
        assert time.monotonic() - start < 5

    def test_a_million_files_are_not_all_looked_at(self) -> None:
        start = time.monotonic()
        assert "carries fewer files" in refusal(embedded(b"{}") * 20_000)
        assert "carries" in refusal(b"%PDF-1.7\n" + b"/EmbeddedFile " * 1_000_000)
        assert time.monotonic() - start < 5

    @pytest.mark.parametrize(
        "dictionary",
        [b"/Filter[/ASCIIHexDecode/FlateDecode]", b"/Filter[/FlateDecode/FlateDecode]", b"/Filter/LZWDecode",
         b"/Filter/FlateDecode/DecodeParms<</Predictor 12>>", b"/Filter 7 0 R"],
    )  # fmt: skip
    def test_a_way_of_packing_that_we_never_use_is_not_tried(self, dictionary: bytes) -> None:
        whole = exchange.dumps(five_sessions(), exported_at=PRINTED_AT, app="test")
        assert "page.pdf" in refusal(embedded(whole, dictionary=dictionary))

    @pytest.mark.parametrize("length", [b"/Length 99999999", b"/Length 5 0 R", b"/Length 4", b"/Length -4", b""])
    def test_a_length_that_lies_is_refused(self, length: bytes) -> None:
        whole = exchange.dumps(five_sessions(), exported_at=PRINTED_AT, app="test")
        data = b"%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile" + length + b">>\nstream\n" + whole + b"\nendstream"
        refusal(data)

    @settings(deadline=None, max_examples=300)
    @given(
        cut=st.integers(0, 1 << 17), flips=st.lists(st.tuples(st.integers(0, 1 << 17), st.integers(1, 255)), max_size=6)
    )
    def test_cut_and_flipped_anywhere_it_is_the_diary_or_refused(
        self, ours: bytes, cut: int, flips: list[tuple[int, int]]
    ) -> None:
        spoilt = bytearray(ours[: cut or None])
        for place, by in flips:
            if spoilt:
                spoilt[place % len(spoilt)] ^= by
        with suppress(BadInput):
            assert exchange.loads(bytes(spoilt), "page.pdf") == five_sessions()

    @settings(deadline=None, max_examples=200)
    @given(st.lists(st.sampled_from([b"/EmbeddedFile", b"<<", b">>", b" obj", b"stream\n", b"/Filter", b"/FlateDecode",
           b"/Length 9", b"endstream", b"1 0", b"/Encrypt", b"\xff", zlib.compress(b'{"format": "tpe-guide-diary"}'),
           b'{"format": "tpe-guide-diary"}']), max_size=40))  # fmt: skip
    def test_crumbs_of_pdfs_are_refused(self, crumbs: list[bytes]) -> None:
        refusal(b"%PDF-1.7\n" + b"".join(crumbs))

    def test_only_what_calls_itself_a_pdf_is_taken_for_one(self) -> None:
        note = json.loads(exchange.dumps(five_sessions(), exported_at=PRINTED_AT, app="test"))
        note["questions"][0]["text"] = "%PDF-1.7 /EmbeddedFile"
        data = json.dumps(note).encode()
        assert exchange.loads(data, "x").questions[0].text == "%PDF-1.7 /EmbeddedFile"
        early = json.dumps({"x-note": "%PDF-1.7", **note}).encode()
        assert exchange.loads(early, "x").extra == {"x-note": "%PDF-1.7"}
        assert not in_pdf.is_pdf(b"")


class TestOnTheCommandLine:
    @pytest.fixture
    def pdf(self, write_diary: WriteDiary, here: Path) -> Path:
        assert cli.main(["-q", "summary", str(write_diary("anna.tpediary.json")), "-o", "anna.pdf"]) == 0
        (here / "anna.tpediary.json").unlink()
        return here / "anna.pdf"

    @pytest.mark.parametrize("to", ["fhir", "json", "csv", "html", "text", "png"])
    def test_a_pdf_is_made_into_any_other_form(self, to: str, pdf: Path, here: Path) -> None:
        assert cli.main(["-q", "summary", "anna.pdf", "--to", to, "-o", "out"]) == 0
        assert (here / "out").read_bytes()

    def test_a_pdf_is_imported_as_it_was_exported(self, pdf: Path, here: Path) -> None:
        assert cli.main(["-q", "--data-dir", str(here / "mine"), "diary", "import", "anna.pdf"]) == 0
        assert cli.main(["-q", "--data-dir", str(here / "mine"), "diary", "export", "back.tpediary.json"]) == 0
        assert exchange.read(here / "back.tpediary.json").entries == five_sessions().entries

    def test_the_data_can_be_left_out(
        self, write_diary: WriteDiary, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = str(write_diary("anna.tpediary.json"))
        assert cli.main(["-q", "summary", source, "-o", "bare.pdf", "--no-data"]) == 0
        assert cli.main(["summary", "bare.pdf", "--to", "json", "-o", "out.json"]) == 1
        assert NOT_OURS in capsys.readouterr().err

    def test_a_page_of_chosen_days_carries_no_more_than_it_shows(
        self, write_diary: WriteDiary, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = str(write_diary("anna.tpediary.json"))
        assert cli.main(["-q", "summary", source, "-o", "part.pdf", "--from", "last"]) == 0
        assert cli.main(["summary", "part.pdf", "--to", "json", "-o", "out.json"]) == 1
        assert NOT_OURS in capsys.readouterr().err

    def test_two_runs_of_one_moment_are_the_same_bytes(
        self, write_diary: WriteDiary, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778742720")
        source = str(write_diary("anna.tpediary.json"))
        for out in ("one.pdf", "other.pdf", "one.fhir.json", "other.fhir.json", "one.json", "other.json"):
            assert cli.main(["-q", "summary", source, "-o", out]) == 0
        for suffix in ("pdf", "fhir.json", "json"):
            assert (here / f"one.{suffix}").read_bytes() == (here / f"other.{suffix}").read_bytes()
        assert "2026-05-14T07:12:00+00:00" in (here / "one.json").read_text(encoding="utf-8")

    @pytest.mark.parametrize("value", ["", "yesterday", "-1", "1e9", "99999999999999"])
    def test_a_moment_that_is_none_is_wrong_usage(
        self, value: str, write_diary: WriteDiary, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
        assert cli.main(["summary", str(write_diary("anna.tpediary.json")), "-o", "x.pdf"]) == 2
        assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err
