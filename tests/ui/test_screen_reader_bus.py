"""The page as a screen reader finds it: from another process, over the accessibility bus of a real session."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUS = Path(__file__).parent / "bus"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = shutil.which("python3", path="/usr/bin")
SESSION = """
"$LAUNCHER" --launch-immediately & launcher=$!
"$APP_PYTHON" "$PROGRAM" > "$SAID" 2>&1 & app=$!
"$SYSTEM_PYTHON" "$READER"; result=$?
kill $app $launcher
exit $result
"""


def missing() -> str:
    tools = [tool for tool in ("xvfb-run", "dbus-run-session", "xauth") if shutil.which(tool) is None]
    if not LAUNCHER.exists():
        tools.append("at-spi2-core")
    if (
        SYSTEM_PYTHON is None
        or subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode
    ):
        tools.append("python3-pyatspi")
    return ", ".join(tools)


def run_session(folder: Path, program: str, reader: str, **more: str) -> tuple[dict[str, Any], str]:
    """What the *reader* read of the *program*, and what that said."""
    if sys.platform != "linux" or missing():
        pytest.skip(f"needs the accessibility bus of Linux and: {missing()}")
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    said = folder / "said"
    environment = os.environ | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "APP_PYTHON": sys.executable,
        "SYSTEM_PYTHON": str(SYSTEM_PYTHON),
        "LAUNCHER": str(LAUNCHER),
        "PROGRAM": str(BUS / program),
        "READER": str(BUS / reader),
        "SAID": str(said),
    }
    run = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--", "sh", "-c", SESSION],
        env=environment | more,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    words = said.read_text() if said.exists() else ""
    assert run.returncode == 0, run.stdout + run.stderr + words
    return json.loads(run.stdout.splitlines()[-1]), words


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The sample page: what the reader read, and what the program said."""
    read, said = run_session(tmp_path_factory.mktemp("session"), "show_page.py", "read_tree.py")
    return read | {"said": said}


def picture(folder: Path, place: str, words: str) -> dict[str, Any]:
    """What a reader finds at *place*, once *words* are there."""
    found, __ = run_session(
        folder, "show_picture.py", "read_picture.py", PICTURE=place, WORDS=words, PICTURE_DATA=str(folder / "data")
    )
    return found


def walk(thing: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield thing
    for child in thing["children"]:
        yield from walk(child)


def named(tree: dict[str, Any], role: str) -> list[dict[str, Any]]:
    return [thing for thing in walk(tree) if thing["role"] == role]


@pytest.mark.slow
class TestBus:
    """One session, looked at from several sides."""

    def test_headings_have_levels(self, session: dict[str, Any]) -> None:
        headings = [(thing["level"], thing["name"]) for thing in named(session["before"], "heading")]
        assert headings[:3] == [("1", "Why steroids may not be enough"), ("2", "In short"), ("3", "Sources differ")]

    def test_there_are_paragraphs_lists_tables_pictures_and_links(self, session: dict[str, Any]) -> None:
        roles = {thing["role"] for thing in walk(session["before"])}
        assert {"paragraph", "list", "list item", "table", "table cell", "link"} <= roles
        assert roles & {"image", "graphic"}

    def test_links_have_a_place_in_the_window(self, session: dict[str, Any]) -> None:
        left, top, width, height = session["before"]["box"]
        seen = [thing["box"] for thing in named(session["before"], "link") if thing["showing"]]
        assert seen
        for x, y, w, h in seen:
            assert left <= x
            assert x + w <= left + width
            assert top <= y < top + height
            assert w > 5
            assert h > 5

    def test_a_pressed_word_explains_itself(self, session: dict[str, Any]) -> None:
        assert "word antibody" in session["said"]

    def test_a_pressed_link_turns_the_page_and_the_tree_follows(self, session: dict[str, Any]) -> None:
        assert "page who-plasma-exchange-helps" in session["said"]
        assert session["after"]["name"] == "Who plasma exchange helps"
        assert not named(session["after"], "link")
        assert len(named(session["after"], "paragraph")) > 10

    def test_the_program_says_nothing_else(self, session: dict[str, Any]) -> None:
        lines = [line for line in session["said"].splitlines() if not line.startswith(("page ", "word ", "qt.acc"))]
        assert lines == []


@pytest.mark.slow
class TestPictures:
    """Pictures are painted; a screen reader must get all the same what they show."""

    def test_the_comparison_is_a_table_with_heads_and_cells(self, tmp_path: Path) -> None:
        (table,) = picture(tmp_path, "comparison", "Compare your options")["tables"]
        assert len(table["columns"]) == 3
        assert "Plasma exchange" in table["columns"][0]
        assert "Waiting with rehab" in table["columns"][2]
        assert any("What is it?" in head for head in table["rows"])
        assert all(cell.strip() for row in table["cells"] for cell in row)

    def test_a_moment_of_the_rehearsal_is_heard_whole(self, tmp_path: Path) -> None:
        things = picture(tmp_path, "rehearsal:tingle", "the first tingle may come")["things"]
        (slider,) = [thing["name"] for thing in things if thing["role"] == "slider"]
        assert slider == "Timeline. 25 minutes: the first tingle may come. Moment 4 of 10"
        heard = " ".join(thing["name"] for thing in things)
        for words in ("Your lips, fingers or toes may tingle.", "My lips are tingling.", "May slow the machine."):
            assert words in heard

    def test_an_icon_array_says_all_that_it_shows(self, tmp_path: Path) -> None:
        things = picture(tmp_path, "odds:helped", "How many got clearly better")["things"]
        heard = " ".join(thing["name"] + " " + thing["description"] for thing in things)
        for words in ("42 of 100", "6 of 100", "as low as 20", "as high as 67"):
            assert words in heard

    def test_the_view_of_access_says_what_is_drawn(self, tmp_path: Path) -> None:
        things = picture(tmp_path, "access:neck-line", "Your needles or line")["things"]
        heard = " ".join(thing["name"] for thing in things)
        assert "A line comes out at the side of the neck." in heard
        assert {"radio button"} & {thing["role"] for thing in things}
