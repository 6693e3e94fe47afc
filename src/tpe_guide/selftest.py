"""Quick proof that this installation works: a checkout, a wheel, or frozen with no Python in reach."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tpe_guide import __version__, terminal
from tpe_guide.clock import local_now
from tpe_guide.i18n import SOURCE_LANGUAGE, _
from tpe_guide.ui.shell.application import make_application
from tpe_guide.ui.shell.display import draw_off_screen, has_display, has_plugin, plugin_problem, window_plugin

Check = Callable[[], str]
"""Proves one thing and tells what was seen. Raises whatever goes wrong."""

PASSCODE = "a passcode made up for this test"
WORDS = "Words that must not lie on a disk in the clear."


class FaultError(Exception):
    """A check found this installation wanting."""


def run() -> int:
    """Print one line for each check. Returns 0, or 1 if any failed."""
    draw_off_screen()
    application = make_application()
    passed = [_passes(name, check) for name, check in _checks()]
    application.shutdown()
    works = all(passed)
    verdict = _("this installation works") if works else _("something is missing; please install again")
    terminal.say(_("tpe-guide {version}: {verdict}.").format(version=__version__, verdict=verdict))
    return 0 if works else 1


def _checks() -> list[tuple[str, Check]]:
    return [
        (_("guide"), _guide),
        (_("fonts"), _fonts),
        (_("icons"), _icons),
        (_("windows"), _windows),
        (_("diary"), _diary),
        (_("print"), _print),
    ]


def _passes(name: str, check: Check) -> bool:
    try:
        seen = check()
    except Exception as error:  # whatever is wrong here is what this command is for
        terminal.say(f"{_('FAILED')} {name}: {type(error).__name__}: {error}")
        return False
    terminal.say(f"{_('ok')} {name}: {seen}")
    return True


def _demand(truth: object, fault: str) -> None:
    if not truth:
        raise FaultError(fault)


def _guide() -> str:
    from tpe_guide.freshness import bring_up_to_date
    from tpe_guide.guide.library import Library, languages
    from tpe_guide.search.index import SearchIndex

    bring_up_to_date()
    seen = []
    for language in languages():
        library = Library.load(language)
        pages = [library.page(each) for each in library.order]
        _demand(pages and all(page.title and page.in_short for page in pages), f"guide.{language}.json lacks pages")
        hits = SearchIndex.load(language).search(pages[0].title)
        _demand(pages[0].id in [hit.target for hit in hits], f"search.{language}.json does not find the first page")
        seen.append(_("{language}, {count} pages").format(language=language, count=len(pages)))
    _demand(seen, "no guide")
    return "; ".join(seen)


def _fonts() -> str:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFontInfo, QImage, QPainter

    from tpe_guide.ui.kit.theme import FAMILY, make_font

    image = QImage(64, 48, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setFont(make_font(32))
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, "Ag")
    painter.end()
    _demand(QFontInfo(make_font(32)).family() == FAMILY, f"{FAMILY} is not known")
    _demand(any(bytes(image.constBits())), "letters leave no trace")
    return FAMILY


def _icons() -> str:
    from tpe_guide.ui.kit.icons import icon_pixmap

    image = icon_pixmap("house", 48, "#13252D").toImage()
    _demand(any(bytes(image.constBits())), "an icon leaves no trace")
    return _("drawn")


def _windows() -> str:
    name = window_plugin()
    _demand(has_plugin(name), f"Qt's {name} part is missing")
    # Where no window will open, its system libraries need not be there.
    problem = plugin_problem(name) if has_display() else ""
    _demand(not problem, problem)
    return name


def _diary() -> str:
    from tpe_guide.diary import by_sheet, keys, recovery
    from tpe_guide.diary.model import Question
    from tpe_guide.diary.store import DiaryStore

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=sys.platform == "win32") as name:
        folder = Path(name) / "diary"
        with DiaryStore.create(folder, PASSCODE) as diary:
            diary.set_questions([Question(WORDS)])
            _demand_hidden(folder)
        with DiaryStore.open(folder, PASSCODE) as diary:
            _demand([question.text for question in diary.questions()] == [WORDS], "words were lost")
            sheet = " ".join(recovery.words_of(diary.unlocked.key))
        _demand_hidden(folder)
        with by_sheet.recover(folder, keys.wrapped(recovery.key_of(sheet), None)).store as diary:
            _demand(len(diary.questions()) == 1, "the recovery sheet opens another diary")
    return _("saved, encrypted, read again")


def _demand_hidden(folder: Path) -> None:
    for file in folder.iterdir():
        _demand(WORDS.encode() not in file.read_bytes(), f"{file.name} is not encrypted")


def _print() -> str:
    from tpe_guide.diary import exchange
    from tpe_guide.diary.demo import demo_diary
    from tpe_guide.summary import sheet
    from tpe_guide.summary.batch import render
    from tpe_guide.summary.formats import Job
    from tpe_guide.summary.recovery_sheet import recovery_sheet

    now = local_now()
    diary = demo_diary(now.date())
    (pdf,) = render(diary, Job("pdf", "a4", SOURCE_LANGUAGE, now))
    _demand(pdf.startswith(b"%PDF-"), "no PDF came out")
    _demand(sheet.to_pdf(recovery_sheet(bytes(32), now.date(), SOURCE_LANGUAGE), now).startswith(b"%PDF-"), "no sheet")
    _demand(exchange.loads(pdf, "PDF") == diary, "the PDF does not give its diary back")
    return _("one PDF, {size} kB").format(size=len(pdf) // 1000)
