"""The tour as the composition root builds it: every screen of the real program, drawn into a folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tpe_guide import i18n
from tpe_guide.app import Program
from tpe_guide.freshness import bring_up_to_date
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.policy import HOME
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.theme import ThemeName
from tpe_guide.ui.shell.application import make_application


def run_tour(
    *,
    out: Path,
    size: tuple[int, int] | None,
    text_percent: int | None,
    theme: ThemeName | None,
    language: str,
    boxes: bool = False,
) -> Iterator[tuple[Path, int]]:
    """Draw every screen into the folder *out*: each file as it is written, and how many there will be.

    *boxes* shows how each is laid out. Raises CannotWrite.
    """
    from tpe_guide.ui.tour import draw, stage

    draw.draw_off_screen()
    bring_up_to_date()
    i18n.set_language(language)
    application = make_application()

    def open_program(data_dir: Path, choices: Settings) -> Program:
        return Program(
            HOME,
            language=language,
            data_dir=data_dir,
            chosen=choices,
            now=lambda: stage.NOW,
            make_voice=stage.ReadyVoice,
        )

    openers = stage.Openers(open_program, partial(make_kiosk, application, language))
    return draw.draw(application, openers, out, draw.Wish(size, text_percent, theme), language, boxes=boxes)
