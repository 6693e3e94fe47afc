"""Settings: each choice works at once, is seen in the sample, and is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.programs import OpenProgram, find, go, press
from tpe_guide.settings import Settings, load
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.settings.sample import Sample


@pytest.mark.parametrize(
    ("chip", "kept"),
    [
        ("size-200", Settings(text_percent=200)),
        ("colours-dark", Settings(theme="dark")),
        ("motion-still", Settings(motion="still")),
        ("depth-full", Settings(depth="full")),
        ("spacing-wide", Settings(spacing="wide")),
        ("strength-bold", Settings(strength="bold")),
        ("column-right", Settings(column="right")),
        ("ruler-3", Settings(ruler=3)),
    ],
)
def test_a_choice_works_at_once_and_is_kept(
    open_program: OpenProgram, data_dir: Path, chip: str, kept: Settings
) -> None:
    program = open_program()
    go(program, "look")
    press(program, chip)
    assert find(program, chip).isChecked()
    program.session.save_now()
    assert load(data_dir / "settings.json") == kept


def test_the_sample_is_written_in_the_letters_of_a_page(open_program: OpenProgram) -> None:
    program = open_program(chosen=Settings(text_percent=300))
    go(program, "look")
    text = find(program, "", Sample).sentence
    assert text.font().pixelSize() == program.session.theme.text_px(20)


def test_wide_and_bold_are_seen_in_the_sample_and_on_pages(open_program: OpenProgram) -> None:
    program = open_program(page="spin-or-filter")
    usual = find(program, "reading-view", ReadingView).page_shown
    assert usual is not None
    height = usual.height
    go(program, "look")
    low = find(program, "", Sample).sentence.height()
    press(program, "spacing-wide")
    assert find(program, "", Sample).sentence.height() > low
    press(program, "strength-bold")
    assert find(program, "", Sample).sentence.font().weight() == 600
    go(program, "page", "spin-or-filter")
    wide = find(program, "reading-view", ReadingView).page_shown
    assert wide is not None
    assert wide.height > 1.1 * height
    form = wide.findBlock(wide.toPlainText().index("There are two ways")).charFormat().font()
    assert form.weight() == 600
    assert form.wordSpacing() > 0


def test_the_sample_stays_in_sight_where_it_has_room(open_program: OpenProgram) -> None:
    program = open_program(size=(1366, 500))
    go(program, "look")
    sample = find(program, "", Sample)
    page = program.window.screen_shown
    assert page is not None
    bar = page._area.verticalScrollBar()  # type: ignore[attr-defined]
    assert bar.maximum() > 0
    before = sample.mapTo(program.window, sample.rect().topLeft())
    bar.setValue(bar.maximum())
    assert sample.mapTo(program.window, sample.rect().topLeft()) == before
    assert sample.visibleRegion().boundingRect() == sample.rect()


def test_the_keyboard_stays_on_the_size_that_was_picked(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "look")
    find(program, "size-150").setFocus()
    press(program, "size-150")
    focused = program.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "size-150"
