"""A report of a failure: enough for whoever mends it, and nothing of whoever met it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tpe_guide import __version__, failure_report
from tpe_guide.failure_report import Failure, failure_of, failure_of_qt

SECRET = "I wet myself on the ward"
WHERE = {"qt": "6.11.3", "platform": "offscreen", "screen": "log"}


def failed() -> BaseException:
    """As a slot fails: in our code, for a reason that another error had, with a person's words in each."""
    try:
        try:
            json.loads(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        return error
    raise AssertionError


def test_it_names_places_and_versions(tmp_path: Path) -> None:
    path = failure_report.save(tmp_path, failure_of(failed()), WHERE)
    assert path is not None
    lines = path.read_text(encoding="utf-8").splitlines()
    assert f"tpe-guide: {__version__}" in lines
    assert "screen: log" in lines
    assert "failed: KeyError" in lines
    kinds = [line.strip() for line in lines if line.startswith("  [")]
    assert kinds == ["[JSONDecodeError]", "[KeyError]"]
    assert lines[-1].startswith("  test_failure_report.py:")
    assert lines[-1].endswith(" failed")


def test_it_holds_no_words_and_no_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = failure_report.save(tmp_path, failure_of(failed()), WHERE)
    assert path is not None
    said = path.read_text(encoding="utf-8")
    for private in (SECRET, "ward", str(Path.home()), str(Path(__file__).parent), str(tmp_path)):
        assert private not in said


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("/home/anna/src/tpe_guide/ui/kit/button.py", "tpe_guide/ui/kit/button.py"),
        ("/home/anna/tpe_guide/lib/site-packages/PySide6/support.py", "PySide6/support.py"),
        ("/usr/lib/python3.11/json/decoder.py", "decoder.py"),
        ("tpe_guide/app.py", "tpe_guide/app.py"),
        ("<string>", "<string>"),
    ],
)
def test_a_file_is_named_from_its_package_on(file: str, shown: str) -> None:
    code = compile("def here(): raise ValueError\nhere()", file, "exec")
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - it has no words
        exec(code, {})
    assert failure_of(caught.value).place == f"{shown}:1 here"


@pytest.mark.parametrize(
    ("message", "places"),
    [
        (f"QFont::setPixelSize: {SECRET}", ("QFont::setPixelSize",)),
        (f"qt.qpa.xcb: {SECRET}", ("qt.qpa.xcb",)),
        (SECRET, ()),
    ],
)
def test_of_what_qt_says_only_its_own_names_are_kept(message: str, places: tuple[str, ...]) -> None:
    assert failure_of_qt("critical", message) == Failure("Qt critical", places)


def test_a_recursion_is_told_by_its_beginning_and_its_end(tmp_path: Path) -> None:
    def again(depth: int) -> None:
        again(depth + 1)

    with pytest.raises(RecursionError) as caught:
        again(0)
    path = failure_report.save(tmp_path, failure_of(caught.value), WHERE)
    assert path is not None
    assert len(path.read_text(encoding="utf-8").splitlines()) < failure_report.LONGEST + 12


def test_the_newest_five_are_kept(tmp_path: Path) -> None:
    written = [failure_report.save(tmp_path, Failure(f"Error{number}"), WHERE) for number in range(9)]
    kept = failure_report.kept(tmp_path)
    assert len(kept) == failure_report.KEPT
    assert written[-1] in kept


def test_only_their_owner_may_read_them(tmp_path: Path) -> None:
    path = failure_report.save(tmp_path, Failure("Error"), WHERE)
    assert path is not None
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_there_is_none(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    assert failure_report.save(in_the_way, Failure("Error"), WHERE) is None
    assert failure_report.kept(in_the_way) == []
