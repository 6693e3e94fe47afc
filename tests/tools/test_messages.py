"""``tools/messages.py``: every word of the program reaches its translators, and theirs reach the program."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tools import messages


@pytest.fixture(scope="module")
def template() -> Catalog:
    return messages.extracted()


@pytest.fixture(autouse=True)
def extracted_once(template: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "extracted", lambda: template)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A guide in German besides English, and no catalogue yet."""
    for language in ("en", "de"):
        (tmp_path / "content" / language).mkdir(parents=True)
        (tmp_path / "content" / language / "guide.yaml").touch()
    return tmp_path


def make_messages(house: Path) -> int:
    return messages.main(["--content", str(house / "content"), "--locale", str(house / "locale"), "--out", str(house)])


def translate(house: Path, english: str, german: str) -> None:
    """Fill in *german*, as a translator does in the file."""
    path = house / "locale" / "de.po"
    text = path.read_text(encoding="utf-8")
    assert f'msgid "{english}"\nmsgstr ""\n' in text
    text = text.replace(f'msgid "{english}"\nmsgstr ""\n', f'msgid "{english}"\nmsgstr "{german}"\n')
    path.write_text(text, encoding="utf-8")


def spoken(house: Path) -> gettext.NullTranslations:
    return gettext.translation("tpe_guide", house / "locale", ["de"])


def catalogue(house: Path) -> Catalog:
    with (house / "locale" / "de.po").open("rb") as file:
        return read_po(file, "de")


def test_every_way_to_say_something_is_found(template: Catalog) -> None:
    assert template.get("Where are you today?")
    assert template.get("Back", context="direction")
    assert template.get(("{count} number", "{count} numbers"))


def test_a_new_language_gets_a_catalogue_to_fill_in(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make_messages(house) == 0
    told = capsys.readouterr().out
    count = re.search(r"tpe-guide.pot: (\d+) messages", told)
    assert count
    assert f"de.po: 0 of {count[1]} translated, {count[1]} not yet\n" in told
    assert [path.name for path in (house / "locale").glob("*.po*")] == ["de.po"]
    assert (house / "tpe-guide.pot").is_file()


def test_what_a_translator_wrote_is_spoken_and_kept(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_messages(house)
    translate(house, "Where are you today?", "Wo stehen Sie heute?")
    assert make_messages(house) == 0
    assert spoken(house).gettext("Where are you today?") == "Wo stehen Sie heute?"
    assert spoken(house).gettext("Search") == "Search"
    assert "de.po: 1 of " in capsys.readouterr().out


def test_nothing_changes_where_nothing_is_new(house: Path) -> None:
    make_messages(house)
    translate(house, "Where are you today?", "Wo stehen Sie heute?")
    make_messages(house)
    files = [path for path in (house / "locale").rglob("*") if path.suffix in (".po", ".mo")]
    before = {path: path.read_bytes() for path in files}
    make_messages(house)
    assert {path: path.read_bytes() for path in files} == before


def test_what_nobody_says_any_more_is_set_aside_and_told(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_messages(house)
    with (house / "locale" / "de.po").open("a", encoding="utf-8") as file:
        file.write('\n#: gone.py\nmsgid "Rewind the xylophone"\nmsgstr "Xylophon zurückspulen"\n')
    assert make_messages(house) == 0
    assert "1 no longer said" in capsys.readouterr().out
    assert "Rewind the xylophone" in catalogue(house).obsolete
    assert spoken(house).gettext("Rewind the xylophone") == "Rewind the xylophone"


def test_a_guess_is_not_spoken_before_someone_has_looked(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_messages(house)
    translate(house, "Where are you today?", "Wo stehen Sie heute?")
    path = house / "locale" / "de.po"
    path.write_text(path.read_text(encoding="utf-8").replace("Where are you today?", "Where were you today?"))
    make_messages(house)
    assert " to be looked at" in capsys.readouterr().out
    assert spoken(house).gettext("Where are you today?") == "Where are you today?"


@pytest.mark.parametrize("german", ["Geschrieben: {pfad}", "Geschrieben: {path"])
def test_a_translation_that_cannot_be_used_is_told(
    house: Path, german: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make_messages(house)
    path = house / "locale" / "de.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgid "Wrote {path}"\nmsgstr ""', f'msgid "Wrote {{path}}"\nmsgstr "{german}"'))
    assert make_messages(house) == 1
    assert f"de.po: “{german}” " in capsys.readouterr().out
