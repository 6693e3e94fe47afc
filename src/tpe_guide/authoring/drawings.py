"""What the drawings show, in words (``drawings.yaml``): no drawing of ours is without, or who does not see it has none.

``drawings`` says it of each drawing by name, ``parts`` of each part that a drawing shows to some only. A drawing that
a page shows has its words there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.source import Data
from tpe_guide.authoring.stated import Stated, check_grade, check_stated
from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.art import parts_in

_KEYS = ("drawings", "parts")


def check_drawings(
    data: Data, pictures: Path, on_pages: Collection[str], evidence: Evidence, language: str, faults: Faults
) -> None:
    """Note every fault in *data*: words for what is in the folder *pictures*, but for the drawings *on_pages*."""
    files = {path.stem: path for path in sorted(pictures.glob("*.svg"))}
    parts = {part for path in files.values() for part in parts_in(path.read_text(encoding="utf-8", errors="replace"))}
    for key in (key for key in data.value if key not in _KEYS):
        faults.add(data.line(key), "UNKNOWN-KEY", _("unknown key “{key}”").format(key=key))
    for key, wanted, spare in (("drawings", files.keys(), set(on_pages)), ("parts", parts, set())):
        said = data.at(key)
        said = said if isinstance(said, dict) else {}
        for name in sorted(set(wanted) - spare - set(said)):
            message = _("nothing says what “{name}” shows: add it to “{key}”").format(name=name, key=key)
            faults.add(data.line(key), "NO-ALT", message)
        for name, words in said.items():
            if name not in wanted:
                message = _("there is no picture {file}").format(file=name)
                faults.add(data.line(key, name), "BROKEN-LINK", message)
            elif not (isinstance(words, str) and words.strip()):
                faults.add(data.line(key, name), "EMPTY", _("“{key}” is empty").format(key=name))
    stated = list(_stated(data))
    check_stated(stated, evidence, language, faults)
    if language == "en" and stated:
        check_grade([words.text for words in stated], 1, frozenset(), faults)


def _stated(data: Data) -> Iterator[Stated]:
    """All its words. They are there to be seen, so no fact stands behind them, and they hold no number."""
    for key in _KEYS:
        said = data.at(key)
        for name, words in said.items() if isinstance(said, dict) else ():
            if isinstance(words, str):
                yield Stated(" ".join(words.split()), data.line(key, name))
