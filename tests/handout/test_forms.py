"""Blank paper: all that it asks is on it, large, black, tagged, and with room for a name."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from tests.handout.conftest import MADE_AT
from tests.summary import pdf
from tpe_guide import __version__, cli
from tpe_guide.diary import catalogue
from tpe_guide.diary.paper_form import ROW_CODES, paper_form
from tpe_guide.errors import MisnamedPage, WrongUsage
from tpe_guide.guide import check_yourself
from tpe_guide.guide.library import Library
from tpe_guide.guide.readability import ease, sentences
from tpe_guide.handout.board import SHOWS
from tpe_guide.handout.form import to_pdf, to_png
from tpe_guide.handout.forms import FORMS, Blank, made_form
from tpe_guide.handout.questions_form import OWN
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.vocabulary.terms import EFFECTS, OTHER, WARNING_SIGNS

WORDS = catalogue.load("en")
LIBRARY = Library.load()
SIDES = {"diary": 2, "questions": 2, "board": 4}
KINDS = (*FORMS,)


def blank(*pages: str, **unit: str) -> Blank:
    return Blank(LIBRARY, {name.replace("_", "-"): text for name, text in unit.items()}, pages)


@cache
def printed(name: str, paper: Paper = "a4", *pages: str) -> bytes:
    """Made once for all who look at it."""
    return to_pdf(made_form(name, blank(*pages)), MADE_AT, paper)


def tags(data: bytes) -> list[tuple[str, str]]:
    """Each tag with what is told in its place, if anything."""
    with pdf.opened(data) as whole:
        found = [e for e in whole.objects if isinstance(e, pikepdf.Dictionary) and e.get("/Type") == "/StructElem"]
        return [(str(each.S), str(each.get("/Alt", ""))) for each in found]


# What all of them are


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", KINDS)
def test_each_is_tagged_titled_dated_and_numbered(name: str, paper: Paper) -> None:
    data = printed(name, paper)
    with pdf.opened(data) as whole:
        assert whole.Root.MarkInfo.Marked
        assert str(whole.Root.Lang) == "en"
        with whole.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == made_form(name, blank()).title
    count = pdf.page_count(data)
    for page in range(count):
        said = pdf.text_of(data, page)
        assert f"Page{page + 1}of{count}" in said
        assert pdf.squeezed(f"guide {LIBRARY.version}, tpe-guide {__version__}, 14 May 2026") in said


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", KINDS)
def test_each_is_black_and_large_enough(name: str, paper: Paper) -> None:
    data = printed(name, paper)
    assert {value for ink in pdf.inks(data) for value in ink} <= {0.0, 1.0}
    assert min(pdf.text_sizes(data)) >= 11.999
    assert min(pdf.rule_widths(data)) >= 0.749


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("name", "sides"), SIDES.items())
def test_each_has_as_many_sides_as_it_was_made_for(name: str, sides: int, paper: Paper) -> None:
    assert pdf.page_count(printed(name, paper)) == sides


@pytest.mark.parametrize("name", KINDS)
def test_the_same_form_is_the_same_bytes(name: str) -> None:
    assert to_pdf(made_form(name, blank()), MADE_AT) == printed(name)
    assert to_pdf(made_form(name, blank()), MADE_AT + dt.timedelta(days=1)) != printed(name)


@pytest.mark.parametrize("name", [name for name in KINDS if name != "board"])
def test_there_is_a_line_for_a_name_and_no_name(name: str) -> None:
    assert "Name:" in pdf.text_of(printed(name), 0)


@pytest.mark.parametrize("name", KINDS)
def test_there_are_pictures_of_the_sides_to_look_at(name: str) -> None:
    assert len(to_png(made_form(name, blank()), MADE_AT, ppi=20)) == pdf.page_count(printed(name))


def own_words(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if not value.startswith("<svg") and len(value.split()) > 3 else []
    if isinstance(value, dict):
        return [words for part in value.values() for words in own_words(part)]
    return [words for part in value for words in own_words(part)] if isinstance(value, list | tuple) else []


@pytest.mark.parametrize("name", KINDS)
def test_its_words_are_easy(name: str) -> None:
    said = own_words(dict(made_form(name, blank()).words))
    assert said
    assert ease(words if words[-1] in ".?!”" else f"{words}." for words in said).grade <= 6
    assert all(len(sentence.split()) <= 20 for words in said for sentence in sentences(words))


# The diary


@pytest.mark.parametrize("paper", PAPERS)
def test_each_row_of_the_diary_is_there_once_with_its_number(paper: Paper) -> None:
    said = pdf.text_of(printed("diary", paper))
    for row in paper_form(WORDS).rows:
        words = row.words if row.id in ("other-1", "other-2") else f"{row.words}{row.hint}"
        assert said.count(pdf.squeezed(f"{row.code}{words}")) == 1, row.id


def test_every_number_of_the_form_is_on_it() -> None:
    boxes = pdf.text_of(printed("diary"))
    for name, code in ROW_CODES.items():
        assert code in boxes, name
    assert "FormD1" in boxes


def test_each_answer_can_be_ringed() -> None:
    asked, said = paper_form(WORDS), pdf.text_of(printed("diary"))
    for answers in (asked.moments, asked.onsets, asked.reporters):
        for answer in answers:
            assert pdf.squeezed(f"{answer.code}{answer.words}") in said
    for level, meaning in zip(asked.levels, asked.anchors, strict=True):
        assert pdf.squeezed(f"{level.code} {level.words}: {meaning}") in said
    rows = [*asked.effects, *asked.own, *(row for group in asked.signs for row in group.rows)]
    assert said.count("0123YesNo") == len(rows)


def test_the_diary_asks_in_the_order_of_the_screen() -> None:
    said = pdf.text_of(printed("diary"))
    order = ["Sessionnumber", "Inthesession", "Whatdidyounotice", "Tingling", "Whendiditbegin?", "Warningsigns",
             "Shortofbreath", "Howwelldiditgo?", "Note,inyourownwords"]  # fmt: skip
    places = [said.index(words) for words in order]
    assert places == sorted(places)


def test_signs_stand_below_the_call_and_its_number() -> None:
    said = pdf.text_of(printed("diary"), 1)
    assert "Callfirst." in said
    assert said.index("112,911or999") < said.index("Shortofbreath")
    data = to_pdf(made_form("diary", blank(unit_phone="01632 960 123")), MADE_AT)
    assert "Yourunit:01632960123" in pdf.text_of(data, 1)


def test_rows_are_tables_for_a_screen_reader() -> None:
    count = Counter(tag for tag, __ in tags(printed("diary")))
    assert count["/Table"] >= 3
    assert count["/TH"] >= count["/TR"]  # each row begins with one
    assert count["/H1"] == 1


# Questions


def test_the_list_has_the_questions_for_one_minute_and_room_for_more() -> None:
    said = pdf.text_of(printed("questions"))
    assert pdf.squeezed("Whom do I call at night?") in said
    assert said.count("Answer:") == 5 + OWN


def test_the_list_can_be_about_pages() -> None:
    said = pdf.text_of(printed("questions", "a4", "tingling", "cramps"))
    for page in ("tingling", "cramps"):
        assert pdf.squeezed(LIBRARY.page(page).question) in said
    assert pdf.squeezed("Whom do I call at night?") not in said


# The board


def test_every_effect_and_sign_can_be_pointed_at_and_signs_stand_apart() -> None:
    feelings, signs = (pdf.text_of(printed("board"), page) for page in (1, 2))
    for name in (*EFFECTS, OTHER):
        assert feelings.count(pdf.squeezed(WORDS.name(name))) >= 1
    for name in WARNING_SIGNS:
        assert signs.count(pdf.squeezed(WORDS.name(name))) == 1
        assert pdf.squeezed(WORDS.name(name)) not in feelings


def test_the_board_says_it_in_the_words_of_the_guide() -> None:
    said = pdf.text_of(printed("board"), 1)
    for words in ("“My lips tingle. This is new.”", "“I feel cold, but I am not shaking.”"):
        assert pdf.squeezed(words) in said
    assert pdf.squeezed("I am cold and I am shaking") not in said


def test_each_picture_of_the_board_is_there() -> None:
    assert set(SHOWS) <= set(EFFECTS)
    words = dict(made_form("board", blank()).words)
    for part in ("needs", "feelings", "signs"):
        cells = words[part]
        assert isinstance(cells, list)
        assert all(cell["svg"].startswith("<svg") for cell in cells)
    for page, __ in SHOWS.values():
        assert page in LIBRARY.order


def test_needs_and_levels_come_first_and_a_body_last() -> None:
    said = pdf.text_of(printed("board"), 0)
    for words in ("Yes", "No", "Stop", "Slower", "Pain", "Toilet", "Howbadisit?", "0None", "3Severe"):
        assert words in said
    told = [alt for tag, alt in tags(printed("board")) if tag == "/Figure"]
    assert told == ["A person who leans back in a chair."]


# Teach-back


def test_teach_back_asks_openly_and_has_what_the_guide_says_apart() -> None:
    data = printed("teach-back", "a4", "tingling", "what-to-pack")
    asked, answers = pdf.text_of(data, 0), pdf.text_of(data, pdf.page_count(data) - 1)
    check = check_yourself.load()["feelings"]
    assert pdf.squeezed(check.question) in asked
    assert "notestofyou" in asked
    for page in ("tingling", "what-to-pack"):
        assert pdf.squeezed(LIBRARY.page_title(page)) in asked
        fact = "".join(span.text for span in LIBRARY.page(page).in_short[0] if span.kind != "cite")
        assert pdf.squeezed(fact) in answers
        assert pdf.squeezed(fact) not in asked
    for answer in check.answers:
        assert pdf.squeezed(answer.words) not in asked + answers, "it is no multiple choice"


def test_teach_back_without_a_page_is_about_one_of_each_chapter() -> None:
    said = pdf.text_of(printed("teach-back"))
    for check in check_yourself.load().values():
        assert pdf.squeezed(check.question) in said


# The command

TYPED_BACK = (
    "A diary that is filled in: press “Log how I feel” in the guide, then “I filled in the paper: type it back”."
)


def test_a_diary_in_silence_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["form", "diary", "-q", "-o", str(tmp_path / "out.pdf")]) == 0
    assert capsys.readouterr().out == ""


def test_the_help_says_where_paper_is_typed_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["form", "--help"]) == 0
    assert TYPED_BACK in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("name", KINDS)
def test_the_command_writes_it(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.pdf"
    assert cli.main(["form", name, "--paper", "letter", "-o", str(out)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [f"Wrote {out}", *([TYPED_BACK] if name == "diary" else [])]
    with pdf.opened(out.read_bytes()) as whole:
        assert float(whole.pages[0].MediaBox[2]) == 612


def test_a_form_goes_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["form", "board", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        (["form", "board", "--page", "tingling", "-o", "x.pdf"], 2, "“board” is about no page"),
        (["form", "diary", "-o", "x.epub"], 2, "end its name in .pdf"),
        (["form", "sonnet", "-o", "x.pdf"], 2, "sonnet"),
        (["form", "diary"], 2, "--out"),
        (["form"], 2, "FORM"),
        (["form", "questions", "--page", "tinglin", "-o", "x.pdf"], 1, "The nearest is “tingling”."),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_written(
    line: list[str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.pdf").write_bytes(b"kept")
    assert cli.main(line) == code
    assert words in capsys.readouterr().err
    assert [path.name for path in tmp_path.glob("x*")] == ["x.pdf"]
    assert (tmp_path / "x.pdf").read_bytes() == b"kept"


def test_forms_refuse_what_they_are_not_about() -> None:
    with pytest.raises(WrongUsage):
        made_form("diary", blank("tingling"))
    with pytest.raises(MisnamedPage):
        made_form("teach-back", blank("nowhere"))
