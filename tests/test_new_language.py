"""A language is a folder of content and a catalogue. No code names it: guide, windows, kiosk and paper speak it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.new_language import CODE, NAME, accented, translate_catalogue, translate_content
from tests.summary import pdf
from tools import messages
from tpe_guide import cli, i18n, paths
from tpe_guide.app import Program
from tpe_guide.authoring.compile import compile_all
from tpe_guide.guide.library import Library
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.policy import HOME
from tpe_guide.ui.kit.theme import load_fonts
from tpe_guide.ui.shell.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with one more language, made as CONTRIBUTING.md says: copy and translate, ``make messages``."""
    root = tmp_path_factory.mktemp("house")
    copytree(ROOT / "content", root / "content")
    copytree(ROOT / "assets", root / "assets")
    translate_content(root / "content")
    folders = {"--content": root / "content", "--locale": root / "assets" / "locale", "--out": root / "out"}
    make_messages = [word for option, folder in folders.items() for word in (option, str(folder))]
    assert messages.main(make_messages) == 0
    translate_catalogue(root / "assets" / "locale" / f"{CODE}.po")
    assert messages.main(make_messages) == 0
    assert compile_all(root / "content", root / "compiled") == []
    return root


@pytest.fixture(autouse=True)
def at_home(house: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program stands in that checkout."""
    monkeypatch.setattr(paths, "assets_dir", lambda: house / "assets")
    monkeypatch.setattr(paths, "content_dir", lambda: house / "content")
    monkeypatch.setattr(paths, "compiled_dir", lambda: house / "compiled")
    monkeypatch.setattr(paths, "in_checkout", lambda: False)
    yield
    i18n.set_language(i18n.SOURCE_LANGUAGE)


def buttons(window: QWidget) -> dict[str, QAbstractButton]:
    return {button.objectName(): button for button in window.findChildren(QAbstractButton) if button.objectName()}


def names(window: QWidget) -> set[str]:
    """What a screen reader calls all that can be pressed."""
    return {button.accessibleName() or button.text() for button in window.findChildren(QAbstractButton)}


def untranslated(window: QWidget) -> set[str]:
    """Those names that still are English: a letter that should bear an accent does not."""
    return {name for name in names(window) if accented(name) != name}


def test_the_command_line_knows_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--lang", CODE, "doctor", "--help"]) == 0
    assert cli.main(["--lang", "tlh", "doctor"]) == 2
    assert f"en, {CODE}" in capsys.readouterr().err


def test_the_guide_and_its_windows_speak_it(qtbot: QtBot, data_dir: Path) -> None:
    load_fonts()
    program = Program(HOME, language=CODE, data_dir=data_dir, page="tingling")
    qtbot.addWidget(program.window)
    program.window.show()
    page = program.library.page("tingling")
    assert page.title == accented("Why might I tingle?")
    assert accented("Your lips, fingers or toes may tingle.") in "".join(span.text for span in page.in_short[0])
    assert accented("Urgent help") in names(program.window)
    assert not untranslated(program.window)
    program.window.closed.emit()


def test_the_kiosk_offers_it_and_shows_the_guide_in_it(qapp: QApplication, qtbot: QtBot) -> None:
    load_fonts()
    kiosk = make_kiosk(qapp)
    qtbot.addWidget(kiosk)
    kiosk.resize(1080, 1920)
    kiosk.show()
    offered = {name: button.text() for name, button in buttons(kiosk).items() if name.startswith("language-")}
    assert offered == {"language-en": "English", f"language-{CODE}": NAME}
    buttons(kiosk)[f"language-{CODE}"].click()
    guide = kiosk.findChild(MainWindow)
    assert guide is not None
    assert accented("Guide") in names(guide)
    assert not untranslated(guide)
    assert i18n._("Where are you today?") == accented("Where are you today?")
    kiosk.finish()
    assert i18n._("Where are you today?") == "Where are you today?"


def test_the_page_for_the_nurse_is_written_in_it(tmp_path: Path) -> None:
    diary, out = ROOT / "examples" / "demo.tpediary.json", tmp_path / "anna.txt"
    assert cli.main(["-q", "--lang", CODE, "summary", str(diary), "-o", str(out)]) == 0
    words = out.read_text(encoding="utf-8")
    assert accented("Tingling") in words
    assert accented("Plasma exchange") in words


def test_the_guide_to_take_home_and_blank_paper_are_in_it(tmp_path: Path) -> None:
    book, form = tmp_path / "guide.epub", tmp_path / "questions.pdf"
    assert cli.main(["-q", "--lang", CODE, "handout", "--page", "tingling", "-o", str(book)]) == 0
    with zipfile.ZipFile(book) as opened:
        words = opened.read("EPUB/page-tingling.xhtml").decode()
        assert f'lang="{CODE}"' in words
        assert accented("Not yet reviewed by a clinician.") in words
        assert accented("Why might I tingle?") in opened.read("EPUB/nav.xhtml").decode()
    assert cli.main(["-q", "--lang", CODE, "form", "questions", "--page", "tingling", "-o", str(form)]) == 0
    assert pdf.squeezed(accented("In my own words")) in pdf.spoken(form.read_bytes())


def test_where_one_language_lacks_words_english_stands_in(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = house / "compiled-without"
    copytree(house / "compiled", bare, dirs_exist_ok=True)
    (bare / f"guide.{CODE}.json").unlink()
    monkeypatch.setattr(paths, "compiled_dir", lambda: bare)
    assert Library.load(CODE).page("tingling").title == "Why might I tingle?"
