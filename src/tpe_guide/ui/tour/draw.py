"""A picture of every screen, drawn without a display: for the README, for reviewers and for translators.

A made-up diary in a folder that is removed afterwards, one fixed moment and nothing that moves: two tours of one
version give the same pictures.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tpe_guide import terminal
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.errors import CannotWrite
from tpe_guide.files import write_whole
from tpe_guide.i18n import SOURCE_LANGUAGE, _
from tpe_guide.ui.guide.reading_state import READ_PAGES_FILE
from tpe_guide.ui.kit.theme import ThemeName
from tpe_guide.ui.tour.gallery import GALLERY, GALLERY_VARIANTS
from tpe_guide.ui.tour.index import index_page
from tpe_guide.ui.tour.screens import SCREENS, VARIANTS
from tpe_guide.ui.tour.stage import NOW, Look, Openers, Shot, Size, Stage

if TYPE_CHECKING:
    from tpe_guide.summary.papers import Paper

PASSCODE = "three calm words"
PAPER_PPI = 110


class Wish(NamedTuple):
    """One look for the whole tour, as far as it is said."""

    size: Size | None = None
    percent: int | None = None
    theme: ThemeName | None = None

    def on(self, look: Look) -> Look:
        """*look*, changed as wished."""
        return Look(self.size or look.size, self.percent or look.percent, self.theme or look.theme)


def shots(wish: Wish) -> list[Shot]:
    """The pictures to take: every screen and the variants, or every screen once in the look wished for."""
    if wish == Wish():
        return [*SCREENS, *VARIANTS]
    return [shot._replace(look=wish.on(shot.look)) for shot in SCREENS]


def gallery(wish: Wish) -> list[Shot]:
    """What screens are built from, in each of its looks or in the look wished for: it comes last."""
    if wish == Wish():
        return [*GALLERY, *GALLERY_VARIANTS]
    return [shot._replace(look=wish.on(shot.look)) for shot in GALLERY]


def draw(
    application: QApplication, openers: Openers, out: Path, wish: Wish, language: str, *, boxes: bool = False
) -> Iterator[tuple[Path, int]]:
    """Write the pictures and ``index.html`` into the folder *out*: each file, and how many there will be.

    *boxes* shows how each screen is laid out. Raises CannotWrite.
    """
    make_folder(out)
    papers = list(_papers(language))
    screens, specimens = shots(wish), gallery(wish)
    count = len(screens) + len(papers) + len(specimens) + 1
    captions: list[tuple[str, str]] = []
    figures = max(2, len(str(count)))  # or a hundredth picture would stand before the eleventh

    def keep(name: str, words: str, picture: bytes) -> tuple[Path, int]:
        captions.append((f"{len(captions) + 1:0{figures}}-{name}.png", words))
        return write(out / captions[-1][0], picture), count

    with data_folders(language) as folder, without_size_hints():
        take = partial(picture, application, openers, folder, boxes=boxes)
        for shot in screens:
            yield keep(shot.name, shot.words(), take(shot))
        for name, words, page in papers:
            yield keep(name, words, page)
        for shot in specimens:
            yield keep(shot.name, shot.words(), take(shot))
    yield write(out / "index.html", index_page(captions, language).encode()), count


def make_folder(out: Path) -> None:
    """Make *out*, if it is not there. Raises CannotWrite."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(out, (error.strerror or str(error)).lower()) from error


def write(path: Path, data: bytes) -> Path:
    """*path*, once it holds *data*. Raises CannotWrite."""
    write_whole(path, data)
    return path


def picture(application: QApplication, openers: Openers, folder: Path, shot: Shot, *, boxes: bool = False) -> bytes:
    """One picture as PNG, perhaps with the *boxes* of its layout; *folder* is that of ``data_folders``."""
    application.setCursorFlashTime(0)  # or a slow picture has no caret
    stage = Stage(application, openers, folder, shot.look)
    try:
        screen = shot.scene(stage)
        if boxes:
            from tpe_guide.ui.shell.layout_boxes import LayoutBoxes

            LayoutBoxes(screen)
        return png(screen.grab().toImage())
    finally:
        stage.close()


def png(image: QImage) -> bytes:
    """*image* as a file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _papers(language: str) -> Iterator[tuple[str, str, bytes]]:
    """The nurse's page on each paper: name, words, PNG."""
    from tpe_guide.diary import catalogue
    from tpe_guide.summary.build import build
    from tpe_guide.summary.typeset import to_png

    report = build(demo_diary(FIXED_DAY), catalogue.load(language), printed_at=NOW, language=language)
    papers: dict[Paper, str] = {"a4": _("The nurse’s page on A4"), "letter": _("The nurse’s page on US Letter")}
    for paper, words in papers.items():
        for number, page in enumerate(to_png(report, paper, PAPER_PPI), start=1):
            yield f"paper-{paper}" + (f"-{number}" if number > 1 else ""), words, page


@contextmanager
def data_folders(language: str = SOURCE_LANGUAGE) -> Iterator[Path]:
    """A folder with three data folders in it.

    A diary that is ``open`` to whoever comes, one that is ``locked``, and a guide that was ``read-before``.
    """
    from tpe_guide.diary.store import DiaryStore

    with TemporaryDirectory(prefix="tpe-guide-tour-") as name:
        folder = Path(name)
        for kind, passcode in (("open", None), ("locked", PASSCODE)):
            with DiaryStore.create(folder / kind, passcode) as store:
                store.import_diary(demo_diary(FIXED_DAY))
        _read_an_older_guide(folder / "read-before" / READ_PAGES_FILE, language)
        yield folder


def _read_an_older_guide(path: Path, language: str) -> None:
    """Someone has read two pages when they said something else. They never did: this is made up for a picture."""
    import json

    from tpe_guide.guide.library import Library
    from tpe_guide.guide.read_pages import ReadPages

    read = ReadPages(path)
    library = Library.load(language)
    for page in library.order[:2]:
        read.keep(library, page, FIXED_DAY)
    read.save()
    data = json.loads(path.read_bytes())
    for page in data["pages"].values():
        page["guide"] = "older"
        (_sum, first, *others), *rest = page["said"]
        page["said"] = [["older", f"{first[:-1]}, as this made-up older guide said.", *others], *rest[:-1]]
    path.write_text(json.dumps(data), encoding="utf-8")


@contextmanager
def without_size_hints() -> Iterator[None]:
    """Off screen Qt complains that there is nobody to tell how small a window may be."""

    def say(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if "propagateSizeHints" not in message:
            terminal.complain(message)

    before = qInstallMessageHandler(say)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def draw_off_screen() -> None:
    """Let Qt draw into memory, unless somebody has said where. To be called before the application is made."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
