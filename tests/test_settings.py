"""Settings: one damaged value costs that value and no other; a save appears whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest

from tpe_guide import settings
from tpe_guide.errors import CannotWrite, ChoicesUnread, TpeGuideError
from tpe_guide.settings import Settings

CHOSEN = Settings(
    text_percent=150,
    theme="dark",
    unit_phone="+44 20 7946 0000",
    last_page="tingling",
    read_pages=("a", "b"),
    motion="still",
    access="neck-line",
    walked=("coming-up/rehearsal",),
    stops=("coming-up/feelings",),
    last_path="coming-up",
    next_session="2026-05-14",
    prepared=("bag", "Feed the cat"),
    own_steps=("Feed the cat",),
)


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    settings.save(tmp_path / "new" / "settings.json", CHOSEN)
    assert settings.load(tmp_path / "new" / "settings.json") == CHOSEN


def test_a_first_start_has_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"null", b"\xff\xfe", b'"text"'])
def test_a_damaged_file_is_like_a_first_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert settings.load(path) == Settings()


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("text_percent", 110),
        ("text_percent", True),
        ("text_percent", "150"),
        ("theme", "pink"),
        ("language", 7),
        ("unit_phone", "1\n2"),
        ("unit_phone", "9" * 41),
        ("last_page", None),
        ("read_pages", "tingling"),
        ("read_pages", ["a", 1]),
        ("walked", "coming-up/rehearsal"),
        ("stops", [None]),
        ("next_session", "2026-13-01"),
        ("next_session", "20260508"),
        ("next_session", 20260508),
    ],
)
def test_one_bad_value_costs_only_itself(tmp_path: Path, field: str, bad: object) -> None:
    path = tmp_path / "settings.json"
    settings.save(path, CHOSEN)
    raw = json.loads(path.read_bytes())
    raw[field] = bad
    path.write_text(json.dumps(raw))
    loaded = settings.load(path)
    assert getattr(loaded, field) == getattr(Settings(), field)
    others = {"text_percent", "theme", "unit_phone", "last_page", "read_pages"} - {field}
    assert all(getattr(loaded, other) == getattr(CHOSEN, other) for other in others)


def test_values_that_cannot_be_read_are_told_once_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    as_it_was = '{"theme": 7, "text_percent": "150", "bookmarks": {}, "depth": "full", "voice": "Ada"}'
    path.write_text(as_it_was)
    told: list[TpeGuideError] = []
    assert settings.load(path, told.append) == Settings(depth="full")
    kept = tmp_path / "settings.json.damaged"
    assert [(type(error), error.args) for error in told] == [(ChoicesUnread, (path, kept))]
    assert kept.read_text() == as_it_was
    assert json.loads(path.read_bytes())["voice"] == "Ada"
    assert settings.load(path, told.append) == Settings(depth="full")
    assert len(told) == 1


def test_a_file_that_is_as_it_should_be_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark"}')
    told: list[TpeGuideError] = []
    settings.load(path, told.append)
    assert (told, path.read_text()) == ([], '{"theme": "dark"}')
    assert list(tmp_path.iterdir()) == [path]


def test_values_that_cannot_be_kept_aside_are_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*__: object, **___: object) -> None:
        raise CannotWrite(tmp_path, "no space left on device")

    path = tmp_path / "settings.json"
    path.write_text('{"theme": 7}')
    monkeypatch.setattr(settings, "write_whole", full)
    told: list[TpeGuideError] = []
    settings.load(path, told.append)
    assert [(type(error), error.args) for error in told] == [(ChoicesUnread, (path, None))]
    assert path.read_text() == '{"theme": 7}'


@pytest.fixture
def tomorrow() -> ModuleType:
    """The module as it would be with one more line: a setting of tomorrow."""
    source = Path(settings.__file__).read_text(encoding="utf-8")
    declared = '    voice: Annotated[str, one_of("", "Ada", "Ben")] = ""\n'
    last = source.index("    access: Annotated")
    module = ModuleType("settings_of_tomorrow")
    exec(
        compile(source[:last] + declared + source[last:], "settings_of_tomorrow", "exec", dont_inherit=True),
        module.__dict__,
    )
    return module


def test_one_line_makes_a_setting_that_is_saved_and_loaded(tomorrow: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    tomorrow.save(path, tomorrow.Settings(voice="Ada", theme="dark"))
    assert tomorrow.load(path).voice == "Ada"
    assert tomorrow.load(path).theme == "dark"
    settings.save(path, settings.load(path))  # the program of today carries it along
    assert tomorrow.load(path).voice == "Ada"


def test_one_line_says_what_a_setting_accepts(tomorrow: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"voice": "Zoe", "theme": "dark"}')
    assert tomorrow.load(path) == tomorrow.Settings(theme="dark")


def test_keys_of_a_newer_version_survive_a_save(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"version": 9, "voice": "Ada", "theme": "dark"}')
    settings.save(path, settings.load(path))
    assert json.loads(path.read_bytes())["voice"] == "Ada"


def test_a_folder_that_cannot_be_made_is_said_and_nothing_is_changed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotWrite):
        settings.save(tmp_path / "file" / "settings.json", CHOSEN)
    assert (tmp_path / "file").read_text() == "in the way"


def test_settings_can_be_read_by_their_owner_only(tmp_path: Path) -> None:
    settings.save(tmp_path / "settings.json", CHOSEN)
    assert (tmp_path / "settings.json").stat().st_mode & 0o077 == 0


class TestTwoWindows:
    def test_each_keeps_what_the_other_chose(self, tmp_path: Path) -> None:
        path = tmp_path / "settings.json"
        settings.save(path, Settings(bookmarks=("a", "b"), depth="full"))
        before = settings.load(path)
        first, second = settings.Keeper(path, before), settings.Keeper(path, before)
        first.save(before._replace(bookmarks=("b", "c"), theme="dark"))
        second.save(before._replace(bookmarks=("a", "b", "d"), text_percent=200))
        kept = settings.load(path)
        assert kept == Settings(bookmarks=("b", "c", "d"), depth="full", theme="dark", text_percent=200)

    def test_of_one_choice_that_both_made_the_later_holds(self, tmp_path: Path) -> None:
        path = tmp_path / "settings.json"
        first, second = (settings.Keeper(path, Settings()) for _window in range(2))
        first.save(Settings(theme="dark"))
        second.save(Settings(theme="contrast"))
        assert settings.load(path).theme == "contrast"

    def test_what_was_taken_away_stays_away(self, tmp_path: Path) -> None:
        path = tmp_path / "settings.json"
        first, second = (settings.Keeper(path, Settings(bookmarks=("a",))) for _window in range(2))
        first.save(Settings(bookmarks=()))
        second.save(Settings(bookmarks=("a", "b")))
        first.save(Settings(bookmarks=()))
        assert settings.load(path).bookmarks == ("b",)
