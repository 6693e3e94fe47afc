from __future__ import annotations

import datetime as dt
import itertools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pikepdf
import pytest
from hypothesis import given, settings
from PySide6.QtGui import QImage

from tests.diary.strategies import diaries
from tests.scan_line import scan_line
from tests.summary import pdf
from tests.summary.stories import (
    SCRIPTS,
    as_large_as_allowed,
    entry,
    everything,
    five_sessions,
    of,
    report,
    session,
    seven_sessions,
)
from tpe_guide.diary.demo import FIXED_DAY, demo_diary, finished_diary
from tpe_guide.diary.model import Course, Diary, EffectReport, Matters, Question, Readiness, Value
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.substitutes import clusters
from tpe_guide.summary.typeset import to_pdf, to_png

DAY = dt.timedelta(days=1)
SPECIAL = r"#set page(fill: red) $x^2$ *bold* _it_ `raw` \u{41} <label> @ref // no /* no */ = - + / ~ --- ' \ ..."
FROM_THE_RIGHT = ("Hebrew", "Arabic", "Persian")
STACKED = ("Thai", "Khmer")
POINTS = {"a4": (595.28, 841.89), "letter": (612, 792)}


@cache
def typeset(story: Callable[[], Diary], paper: Paper = "a4") -> bytes:
    """The pages of *story*, made once for all who look at them."""
    return to_pdf(report(story()), paper)


@pytest.fixture
def page() -> bytes:
    return typeset(five_sessions)


def test_the_story_of_five_sessions_is_one_tagged_page(page: bytes) -> None:
    with pdf.opened(page) as opened:
        assert len(opened.pages) == 1
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang) == "en"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Plasma exchange: the patient’s own report"


def test_the_tags_name_headings_tables_quotes_and_figures(page: bytes) -> None:
    with pdf.opened(page) as opened:
        tags = [str(thing.S) for thing in opened.objects if isinstance(thing, pikepdf.Dictionary) and "/S" in thing
                and thing.get("/Type") == "/StructElem"]  # fmt: skip
        assert tags.count("/H1") == 1
        assert tags.count("/H2") == 6
        assert tags.count("/Table") == 7
        assert {"/TH", "/TD", "/BlockQuote"} <= set(tags)


def test_each_chart_says_in_words_what_it_shows() -> None:
    with pdf.opened(typeset(everything)) as opened:
        figures = [thing for thing in opened.objects if isinstance(thing, pikepdf.Dictionary)
                   and thing.get("/S") == "/Figure"]  # fmt: skip
        assert [str(figure.Alt).split(",")[0] for figure in figures] == [
            "Vision",
            "Walking",
            "Hands",
            "Energy",
            "Thinking",
        ]
        assert "Session 1: not asked" in str(figures[3].Alt)


def test_only_our_own_fonts_are_used_and_they_are_inside(page: bytes) -> None:
    with pdf.opened(page) as opened:
        fonts = [thing for thing in opened.objects if isinstance(thing, pikepdf.Dictionary)
                 and thing.get("/Type") == "/FontDescriptor"]  # fmt: skip
        assert fonts
        for font in fonts:
            assert re.fullmatch(r"/[A-Z]{6}\+AtkinsonHyperlegibleNext-\w+", str(font.FontName)), (
                "a subset, by its prefix"
            )
            assert "/FontFile2" in font or "/FontFile3" in font


@pytest.mark.parametrize("paper", PAPERS)
def test_each_paper_has_its_size_and_one_page(paper: Paper) -> None:
    with pdf.opened(typeset(five_sessions, paper)) as opened:
        (only,) = opened.pages
        assert [round(float(side), 2) for side in only.MediaBox[2:]] == pytest.approx(POINTS[paper], abs=0.01)


@pytest.mark.parametrize("paper", PAPERS)
def test_all_is_black_text_is_nine_points_and_rules_are_three_quarters(paper: Paper) -> None:
    data = typeset(five_sessions, paper)
    assert pdf.inks(data) <= {(), (0.0,), (1.0,), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)}
    assert min(pdf.text_sizes(data)) >= 8.999
    assert min(pdf.rule_widths(data)) >= 0.749


def test_every_pixel_of_the_preview_is_a_grey() -> None:
    (picture,) = to_png(report(five_sessions()), "a4", ppi=96)
    image = QImage.fromData(picture).convertToFormat(QImage.Format.Format_RGB888)
    assert (image.width(), image.height()) == (794, 1123)
    rows = [scan_line(image, y)[: 3 * image.width()] for y in range(image.height())]
    assert all(row[0::3] == row[1::3] == row[2::3] for row in rows)
    ink = sum(row[0::3].count(0) for row in rows)
    assert 0.01 < ink / (image.width() * image.height()) < 0.2


def test_a_picture_for_next_to_no_room_is_made_all_the_same() -> None:
    """A window that is still being laid out asks for a few dots to the inch: patterns vanish there."""
    assert QImage.fromData(to_png(report(five_sessions()), "a4", ppi=2)[0]).width() > 100


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_pdf(report(five_sessions())) == to_pdf(report(five_sessions()))


def test_the_date_of_the_document_is_when_it_was_printed(page: bytes) -> None:
    with pdf.opened(page) as opened:
        assert str(opened.docinfo.CreationDate) == "D:20260514071200Z"


def test_the_page_says_all_that_the_report_says(page: bytes) -> None:
    said = pdf.text_of(page)
    for words in (
        "Warning signs pressed: 1",
        "Fever or shaking, after session 3, Fri 8 May: Moderate (2 of 3).",
        "Fever or shaking No No YES No No",
        "Not asked in any session: short of breath, wheeze or tight throat,",
        "Tingling in the session Mild (1 of 3). Staff told: no",
        "3 Fri 8 May Arm veins Albumin 2 h 50 min",
        "After session 5, Wed 13 May: “I can read the clock on the wall again.”",
        "Will I need all seven sessions?",
        "The patient’s own report. Not a clinical record. Not reviewed.",
        "Page 1 of 1",
    ):
        assert pdf.squeezed(words) in said


def test_the_last_session_and_the_warning_signs_are_read_before_everything_but_the_title(page: bytes) -> None:
    said = pdf.text_of(page)
    order = [
        "Plasmaexchange:",
        "Lastsession:5",
        "Warningsigns",
        "Effectsby",
        "Function,",
        "Inthepatient",
        "SessionsNo.",
    ]
    found = [said.index(words) for words in (*order, "Questionsfor")]
    assert found == sorted(found)


def test_the_second_side_has_what_stands_beside_the_rest_on_one() -> None:
    data = to_pdf(report(replace(finished_diary(FIXED_DAY), matters=Matters((Value("To sleep at home."),)))))
    assert pdf.page_count(data) == 2
    first, second = pdf.text_of(data, 0), pdf.text_of(data, 1)
    for words in ("Last session: 7", "Warning signs pressed", "Effects by session", "In the patient’s own words"):
        assert pdf.squeezed(words) in first
    parts = (
        "Sessions No.",
        "Worst effect",
        "Function, 0 worst",
        "Questions for the team",
        "What matters to the patient",
    )
    found = [second.index(pdf.squeezed(words)) for words in (*parts, "Notes by staff")]
    assert found == sorted(found)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_plain_course_of_seven_sessions_is_one_side(paper: Paper) -> None:
    data = to_pdf(report(seven_sessions()), paper)
    assert pdf.page_count(data) == 1
    assert pdf.squeezed("Chest pain No – No – No – No") in pdf.text_of(data)


@pytest.mark.parametrize("paper", PAPERS)
def test_with_everything_said_the_last_session_and_all_signs_still_stand_on_the_first_side(paper: Paper) -> None:
    first = pdf.text_of(typeset(everything, paper), 0)
    assert pdf.squeezed("Swollen or sore leg No No No No No No No") in first
    assert first.count("YES") == 5  # four in the table, one since the last session
    assert pdf.squeezed("Fever or shaking, after session 3, Fri 8 May: Moderate (2 of 3).") in first


def test_older_sessions_have_their_answers_on_a_later_page_and_none_is_lost() -> None:
    days = [dt.date(2026, 5, day) for day in range(1, 21)]
    story = of(*(replace(entry(1, EffectReport("chest-pain", n % 2), day=day), session=f"s{n}")
                 for n, day in enumerate(days, start=1)), sessions=1)  # fmt: skip
    sessions = tuple(replace(story.sessions[0], id=f"s{n}", number=n, day=day) for n, day in enumerate(days, start=1))
    data = to_pdf(report(replace(story, sessions=sessions)))
    said = pdf.text_of(data)
    assert pdf.squeezed("Chest pain No YES No YES No YES No") in pdf.text_of(data, 0)
    assert said.count(pdf.squeezed("Warning signs, older sessions")) == 2
    assert said.count("ChestpainYES") + said.count("ChestpainNo") == 3


def test_what_matters_never_drives_own_words_from_the_first_page() -> None:
    matters = Matters(
        tuple(map(Value, ("To see, walk or use my hands again.", "To sleep at home.", "No line."))),
        tuple(Readiness(f"Could I name something good and bad about choice {n}?", yes=bool(n % 2)) for n in range(4)),
    )
    data = to_pdf(report(replace(demo_diary(FIXED_DAY), matters=matters)))
    said = pdf.text_of(data)
    assert pdf.squeezed("What matters to the patient 1. To see, walk or use my hands again.") in said
    first_page = said[: said.index(pdf.squeezed("Page 1 of 2"))]
    assert pdf.squeezed("“Calcium helped the tingling in my lips.”") in first_page
    assert pdf.squeezed("Will I need all seven sessions?") in said


def test_typst_markup_in_own_words_is_shown_as_it_was_written() -> None:
    diary = of(
        entry(1, EffectReport("other", 1, words=SPECIAL), note=SPECIAL),
        questions=(Question(SPECIAL),),
        matters=Matters((Value(SPECIAL),), (Readiness(SPECIAL, yes=False),)),
        extra={"#panic()": 1},
    )
    said = pdf.text_of(to_pdf(report(diary)))
    assert said.count(pdf.squeezed(SPECIAL)) == 5
    assert "#panic()" in said


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script not in STACKED])
def test_own_words_in_any_script_are_printed_and_can_be_read_back(script: str) -> None:
    written = SCRIPTS[script]
    data = to_pdf(report(of(entry(1, note=written), matters=Matters((Value(written),)))))
    said = pdf.spoken(data).replace("\u200c", "").replace("\u200d", "")
    typed = pdf.squeezed(unicodedata.normalize("NFC", written)).replace("\u200c", "").replace("\u200d", "")
    # What is written from the right lies on the paper, and in the file, from its end.
    assert said.count(typed[::-1] if script in FROM_THE_RIGHT else typed) == 2
    assert "see the diary" not in said


@pytest.mark.parametrize("script", STACKED)
def test_syllables_with_stacked_marks_come_back_though_some_come_twice(script: str) -> None:
    """typst writes a mark that it lifts as text of its own, with the words of the whole syllable."""
    said = pdf.spoken(to_pdf(report(of(entry(1, note=SCRIPTS[script])))))
    once = [syllable for syllable, __ in itertools.groupby(clusters(said[said.index("“") + 1 : said.index("”")]))]
    assert "".join(once) == SCRIPTS[script]


def test_what_no_font_draws_says_how_many_letters_and_where_to_read_them() -> None:
    written = "Better today. ᠮᠣ ᠩ \x00\x07\u202e ümlaut ő"
    said = pdf.text_of(to_pdf(report(of(entry(1, note=written)))))
    assert pdf.squeezed("Better today. [3 letters in Mongolian: see the diary] ümlaut ő") in said


def test_fonts_of_other_scripts_are_embedded_only_where_they_are_used() -> None:
    def fonts_in(note: str) -> set[str]:
        with pdf.opened(to_pdf(report(of(entry(1, note=note))))) as opened:
            return {str(thing.FontName).partition("+")[2] for thing in opened.objects
                    if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"}  # fmt: skip

    plain = fonts_in("Tingling.")
    assert fonts_in("Tingling. שלום") - plain == {"NotoSansHebrew-Regular"}
    assert len(to_pdf(report(of(entry(1, note="治疗后"))))) < 100_000


@pytest.mark.parametrize("letters", ["x", "word ", "W", "a\n", "abc/" * 500, "ก", "ж", "治", "ب"])
def test_a_note_of_two_thousand_characters_stays_inside_the_page(letters: str) -> None:
    note = (letters * 2000)[:2000]
    data = to_pdf(report(of(entry(1, note=note), questions=(Question(note),))))
    assert pdf.text_of(data).count(letters[0]) >= 2 * note.count(letters[0])
    for picture in to_png(report(of(entry(1, note=note))), "a4", ppi=48):
        image = QImage.fromData(picture).convertToFormat(QImage.Format.Format_Grayscale8)
        rows = [scan_line(image, y)[: image.width()] for y in range(image.height())]
        margin = {level for row in rows for level in row[-15:]}
        assert margin == {255}


def test_a_course_that_overflows_keeps_its_warning_signs_on_the_first_page() -> None:
    data = typeset(as_large_as_allowed)
    assert pdf.page_count(data) > 20
    first = pdf.text_of(data, 0)
    assert pdf.squeezed("Warning signs pressed: 2550") in first
    assert pdf.squeezed("Last session: 200, Tue 3 February") in first
    assert pdf.squeezed("Swollen or sore leg YES YES") in first
    assert pdf.squeezed("Short of breath: Reported 150 times.") in first
    assert pdf.squeezed("Page 1 of") in first


def test_each_page_after_the_first_says_whose_course_it_is_and_has_a_line_for_the_name() -> None:
    data = typeset(as_large_as_allowed)
    head = pdf.squeezed("Course 1 January 2025 to 3 February 2026. Printed 14 May 2026, 09:12 (UTC+2). Diary c1 Name")
    pages = [pdf.text_of(data, number) for number in (0, 1, 2, pdf.page_count(data) - 1)]
    assert [page.count(head) for page in pages] == [0, 1, 1, 1]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("story", [five_sessions, as_large_as_allowed])
def test_the_first_page_too_has_course_day_id_and_a_line_for_the_name(story: Callable[[], Diary], paper: Paper) -> None:
    diary = story()
    page = report(diary)
    first = pdf.text_of(typeset(story, paper), 0)
    for words in (page.course, page.printed, "Name Born Hospital no.", f"diary {diary.course.id[:8]}"):
        assert pdf.squeezed(words) in first


def test_a_few_words_too_many_go_to_the_second_page_and_nothing_else_does() -> None:
    story = five_sessions()
    notes = tuple(replace(each, note="It was a long evening. " * 8) for each in story.entries)
    data = to_pdf(report(replace(story, entries=notes)))
    assert pdf.page_count(data) == 2
    first = pdf.text_of(data, 0)
    assert pdf.squeezed("Effects by session, worst level, newest first") in first
    assert pdf.squeezed("In the patient’s own words After session 5") in first
    assert pdf.squeezed("Function, 0 worst to 10 best") in pdf.text_of(data, 1)


def test_more_sessions_than_a_grid_is_wide_make_blocks_of_columns() -> None:
    entries = [replace(entry(1, EffectReport("tired", 1)), session=f"s{n}") for n in range(1, 13)]
    story = of(*entries, sessions=5)
    more = tuple(replace(story.sessions[0], id=f"s{n}", number=n) for n in range(1, 13))
    said = pdf.text_of(to_pdf(report(replace(story, sessions=more))))
    assert pdf.squeezed("After the session, or not said when 12 11 10 9 8 7 6 Tired 1 1 1 1 1 1 1") in said
    assert pdf.squeezed("After the session, or not said when 5 4 3 2 1 Tired 1 1 1 1 1") in said


@pytest.mark.parametrize(("count", "older"), [(7, []), (8, [1]), (15, [8]), (16, [5, 4]), (40, [7, 7, 6, 7, 6])])
def test_older_sessions_are_parted_evenly_and_the_newest_seven_stand_first(count: int, older: list[int]) -> None:
    days = [dt.date(2026, 1, 1) + n * DAY for n in range(count)]
    no = EffectReport("chest-pain", 0)
    entries = [replace(entry(1, no, day=day), session=f"s{n}") for n, day in enumerate(days, start=1)]
    sessions = tuple(replace(session(1), id=f"s{n}", number=n, day=day) for n, day in enumerate(days, start=1))
    said = pdf.text_of(to_pdf(report(replace(of(*entries, sessions=1), sessions=sessions))))
    found = [len(row) // 2 for row in re.findall("Chestpain((?:No(?!:))+)", said)]
    assert (found[0], sorted(found[1:])) == (7, sorted(older))


def test_an_empty_diary_is_a_page_that_says_so() -> None:
    data = to_pdf(report(Diary(Course("c1"))))
    assert pdf.page_count(data) == 1
    assert pdf.squeezed("Nothing was logged yet") in pdf.text_of(data)


def test_a_long_course_has_one_picture_a_page() -> None:
    story = of(*(entry(1, note="Words " * 300, day=dt.date(2026, 5, day)) for day in range(1, 9)))
    assert len(to_png(report(story), "letter", ppi=36)) == pdf.page_count(to_pdf(report(story), "letter")) > 1


@settings(max_examples=25, deadline=None)
@given(diaries())
def test_any_diary_the_format_holds_makes_a_valid_page(diary: Diary) -> None:
    assert to_pdf(report(diary)).startswith(b"%PDF-")
