"""``tpe-guide content preview``: a folder of content as its readers will see it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tpe_guide import i18n, paths, terminal
from tpe_guide.app import Program, run_until_closed
from tpe_guide.authoring.live import LiveGuide, what_to_do
from tpe_guide.authoring.pack import pictures_of
from tpe_guide.errors import BadInput, CannotRunHere
from tpe_guide.i18n import _
from tpe_guide.policy import HOME
from tpe_guide.settings import Settings
from tpe_guide.ui.shell.application import make_application
from tpe_guide.ui.shell.display import require_display

PREVIEW = HOME._replace(place="preview", diary=False, remembers=False, file_dialogs=False)
"""Nobody's diary, nobody's settings: an author looks at words."""


def run(directory: Path | None, *, page: str, language: str, out: Path | None) -> Iterator[Path]:
    """Show *directory* (or the guide's own content) until the window is closed; or draw it into *out*.

    Gives each file as it is written. Raises BadInput, CannotRunHere, CannotWrite.
    """
    content = (directory or paths.content_dir()).absolute()
    if not content.is_dir():
        raise BadInput(str(directory), "", _("a folder of content"))
    i18n.set_language(language)
    with TemporaryDirectory(prefix="tpe-guide-preview-") as name:
        live = LiveGuide(content, Path(name) / "compiled")
        paths.show_guide(live.out, pictures_of(content))
        try:
            if out is None:
                _open_window(live, Path(name), page, language)
            else:
                yield from _draw(live, Path(name), page, language, out)
        finally:
            paths.show_guide(None)


def open_guide(language: str, folder: Path, choices: Settings) -> Program | None:
    """The compiled guide in a window; None if there is no page in it yet."""
    try:
        return Program(PREVIEW, language=language, data_dir=folder / "data", chosen=choices)
    except CannotRunHere:
        return None


def _open_window(live: LiveGuide, folder: Path, page: str, language: str) -> None:
    from tpe_guide.ui.kit.theme import Theme
    from tpe_guide.ui.preview.preview_window import PreviewWindow

    require_display("tpe-guide content preview DIR --out OUT")
    application = make_application()
    window = PreviewWindow(Theme(), live, partial(open_guide, language, folder), what_to_do(), page)
    run_until_closed(window, application)


def _draw(live: LiveGuide, folder: Path, page: str, language: str, out: Path) -> Iterator[Path]:
    from tpe_guide.ui.tour.draw import draw_off_screen
    from tpe_guide.ui.tour.whole_pages import draw_pages

    draw_off_screen()
    application = make_application()
    live.compile()
    live.check()
    for fault in live.faults:
        terminal.complain(str(fault))
    program = open_guide(language, folder, Settings(depth="full"))
    if program is None:
        raise BadInput(str(live.content), "", _("at least one page without a fault"))
    pages = [page] if page else list(program.library.order)
    if page and page not in program.library.order:
        raise BadInput(str(live.content), page, _("a page without a fault"))
    yield from draw_pages(application, program.window, program.session, pages, out)
