"""Two versions of the guide, sentence by sentence, as plain text: for whoever reviews a new one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tpe_guide.authoring.compile import compile_all
from tpe_guide.errors import BadInput
from tpe_guide.guide.changes import Change, changes
from tpe_guide.guide.codec import FORMAT, decode_guide
from tpe_guide.guide.library import Library
from tpe_guide.guide.statements import statements
from tpe_guide.i18n import SOURCE_LANGUAGE, _


def run(old: Path, new: Path, language: str = SOURCE_LANGUAGE) -> int:
    """Print what changed from *old* to *new*, each a content folder or a compiled guide. The exit code, 0.

    Raises BadInput for what is neither.
    """
    rows = list(differences(read_guide(old, language), read_guide(new, language)))
    for row in rows or [_("Nothing has changed.")]:
        print(row)
    return 0


def read_guide(source: Path, language: str) -> Library:
    """The guide in *source*: a content folder, or a file such as ``guide.en.json``. Raises BadInput."""
    if source.is_dir():
        with TemporaryDirectory() as folder:
            compile_all(source, Path(folder))
            return _compiled(Path(folder) / f"guide.{language}.json", source)
    return _compiled(source, source)


def differences(old: Library, new: Library) -> Iterator[str]:
    """A line for each page that came or went, and for each sentence that changed."""
    for page in new.order:
        if page not in old.order:
            yield _("{page}: new page").format(page=page)
            continue
        found = changes(statements(old.page(page)), statements(new.page(page)))
        if found:
            yield f"{page}: {new.page_title(page)}"
        for change in found:
            yield from _lines(change)
    yield from (_("{page}: taken out").format(page=page) for page in old.order if page not in new.order)


def _lines(change: Change) -> Iterator[str]:
    if change.before:
        yield f"  - {change.before}"
    if change.now:
        yield f"  + {change.now}"


def _compiled(path: Path, source: Path) -> Library:
    try:
        data = decode_guide(path.read_bytes())
    except (OSError, ValueError) as error:
        expected = _("a content folder or a compiled guide")
        raise BadInput(str(source), "", expected) from error
    if data.get("format") != FORMAT:
        raise BadInput(str(source), "", _("a guide compiled by this version of the program"))
    return Library(data)
