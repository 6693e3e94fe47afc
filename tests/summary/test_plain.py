from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings

from tests.diary.strategies import diaries
from tests.summary.stories import as_large_as_allowed, entry, five_sessions, of, report
from tpe_guide import __version__
from tpe_guide.diary.model import Diary, EffectReport, Matters, Question, Readiness, Value
from tpe_guide.summary.plain import WIDTH, to_text

GOLDEN = Path(__file__).parent / "golden" / "five_sessions.txt"


def test_the_story_of_five_sessions_reads_as_it_did() -> None:
    expected = GOLDEN.read_text(encoding="utf-8").replace("{version}", __version__)
    assert to_text(report(five_sessions())) == expected


def test_tables_line_up() -> None:
    lines = to_text(report(five_sessions())).splitlines()
    header = next(line for line in lines if line.startswith("No."))
    rows = [line for line in lines if line[:1].isdigit() and " May " in line and "Planned" not in line]
    assert len(rows) == 5
    for row in rows:
        assert row[header.index("Worst effect") - 1] == " "
        assert row[header.index("Worst effect")] != " "


def test_own_words_keep_their_lines_and_cannot_drive_a_terminal() -> None:
    text = to_text(report(of(entry(1, note="First.\n\nSecond \x1b[2J\x07line."), questions=(Question("Why\r?"),))))
    assert "After session 1, Mon 4 May:\n  “First.\n\n  Second [2Jline.”\n" in text
    assert not [c for c in text if c < " " and c != "\n"]


def test_what_matters_stands_below_the_questions() -> None:
    matters = Matters(
        (Value("To see again."), Value("To sleep at home.")), (Readiness("Do I know enough?", yes=False),)
    )
    text = to_text(report(of(matters=matters)))
    assert "What matters to the patient\n---------------------------\n1. To see again.\n2. To sleep at home.\n" in text
    assert "[ ] Do I know enough? (not yet)" in text
    assert text.index("Questions for the team") < text.index("What matters to the patient")


def test_paragraphs_stay_within_the_width() -> None:
    text = to_text(report(of(entry(1, EffectReport("fever-chills", 3), note="long " * 300))))
    paragraphs = [line for line in text.splitlines() if "  " not in line.strip()]
    assert max(map(len, paragraphs)) <= WIDTH


def test_the_largest_diary_has_a_row_for_each_session() -> None:
    text = to_text(report(as_large_as_allowed()))
    assert [f"\n{number}  " in text for number in (100, 200)] == [True, True]


@settings(max_examples=40, deadline=None)
@given(diaries())
def test_any_diary_the_format_holds_can_be_written_as_text(diary: Diary) -> None:
    to_text(report(diary)).encode()
