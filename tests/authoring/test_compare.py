"""Two versions of the guide, as whoever reviews the new one sees them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tests.authoring.test_walk_list import PATHS
from tpe_guide.authoring.compile import compile_all
from tpe_guide.cli import main


@pytest.fixture
def old(content: Content, tmp_path: Path) -> Path:
    return Path(shutil.copytree(content.folder, tmp_path / "old"))


def say(old: Path, content: Content, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = main(["content", "changes", str(old), str(content.folder)])
    return code, capsys.readouterr().out.splitlines()


def test_nothing_changed(old: Path, content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    assert say(old, content, capsys) == (0, ["Nothing has changed."])


def test_a_sentence_is_shown_as_it_was_and_as_it_is(
    old: Path, content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.page(minute="Plasma is a yellow part of your blood. [@F-1]")
    assert say(old, content, capsys) == (
        0,
        [
            "plasma: What plasma is",
            "  + Plasma is a yellow part of your blood.",
        ],
    )


def test_pages_come_and_go(old: Path, content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    text = (content.folder / "en/basics/machine.md").read_text()
    content.write("en/basics/filter.md", text.replace("id: machine", "id: filter"))
    (content.folder / "en/basics/machine.md").unlink()
    content.change("en/guide.yaml", "- machine", "- filter")
    assert say(old, content, capsys) == (0, ["filter: new page", "machine: taken out"])


def test_a_compiled_guide_is_taken_as_well(
    old: Path, content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compile_all(old, tmp_path / "compiled")
    assert say(tmp_path / "compiled" / "guide.en.json", content, capsys) == (0, ["Nothing has changed."])


def test_what_the_diary_and_urgent_help_say_is_compared_too(
    old: Path, content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change("en/effects.yaml", "first_aid: Press on it.", "first_aid: Press hard on it.")
    content.change("en/effects.yaml", "icon: droplets", "icon: droplet")
    assert say(old, content, capsys) == (0, ["effects.yaml", "  - Press on it.", "  + Press hard on it."])


def test_a_picture_is_compared_with_the_words_of_its_signs(
    old: Path, content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = "title: Yours\nwarnings: {title: Signs, %s}\n"
    signs = "signs: [{sign: bleeding}, {sign: pain}]"
    (old / "en" / "access.yaml").write_text(
        picture % "now: {heading: Call, signs: [{text: Your arm bleeds., facts: [F-1]}]}"
    )
    content.write("en/access.yaml", picture % signs)
    assert say(old, content, capsys)[1] == [
        "access.yaml",
        "  + Call now",
        "  + Chest pain",
        "  + Press on it.",
    ]


def test_a_file_comes_or_goes(old: Path, content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    (old / "en" / "feelings.yaml").write_text("title: What you may feel\n")
    content.write("en/odds.yaml", "title: How often\n")
    assert say(old, content, capsys)[1] == ["feelings.yaml: taken out", "odds.yaml: new file"]


@pytest.mark.parametrize("name", ["missing", "empty", "guide.json"])
def test_what_is_no_guide_is_refused_in_one_line(
    content: Content, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "guide.json").write_text("{}")
    assert main(["content", "changes", str(tmp_path / name), str(content.folder)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert name in said[0]


def test_the_words_of_a_path_are_compared_too(
    content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content.add("en/guide.yaml", PATHS)
    old = Path(shutil.copytree(content.folder, tmp_path / "old"))
    content.change("en/guide.yaml", "line: What I want", "line: What I care about")
    assert say(old, content, capsys) == (0, ["guide.yaml", "  - What I want", "  + What I care about"])
