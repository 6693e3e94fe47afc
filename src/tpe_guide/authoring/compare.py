"""Two versions of the guide, sentence by sentence, as plain text: for whoever reviews a new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tpe_guide.authoring.compile import compile_all
from tpe_guide.authoring.file_words import FILES, words_compiled, words_in_folder
from tpe_guide.authoring.walk_list import words_on
from tpe_guide.errors import BadInput
from tpe_guide.guide.changes import Change, changes
from tpe_guide.guide.codec import FORMAT, decode_guide
from tpe_guide.guide.library import Library
from tpe_guide.guide.readability import sentences
from tpe_guide.guide.statements import Statements, passage, statements
from tpe_guide.i18n import SOURCE_LANGUAGE, _


class Edition(NamedTuple):
    """One version of the guide: its pages, and what its other files say."""

    guide: Library
    files: Mapping[str, Statements]


def run(old: Path, new: Path, language: str = SOURCE_LANGUAGE) -> int:
    """Print what changed from *old* to *new*, each a content folder or a compiled guide. The exit code, 0.

    Raises BadInput for what is neither.
    """
    rows = list(differences(read_edition(old, language), read_edition(new, language)))
    for row in rows or [_("Nothing has changed.")]:
        print(row)
    return 0


def read_edition(source: Path, language: str) -> Edition:
    """What is in *source*: a content folder, or a file such as ``guide.en.json``. Raises BadInput."""
    if source.is_dir():
        with TemporaryDirectory() as folder:
            compile_all(source, Path(folder))
            guide = _compiled(Path(folder) / f"guide.{language}.json", source)
        return Edition(guide, words_in_folder(source, language))
    return Edition(_compiled(source, source), words_compiled(source, language))


def differences(old: Edition, new: Edition) -> Iterator[str]:
    """A line for each page or file that came or went, and for each sentence that changed."""
    before, now = old.guide, new.guide
    for page in now.order:
        if page not in before.order:
            yield _("{page}: new page").format(page=page)
            continue
        title = f"{page}: {now.page_title(page)}"
        yield from _changed(title, statements(before.page(page)), statements(now.page(page)))
    yield from (_("{page}: taken out").format(page=page) for page in before.order if page not in now.order)
    yield from _changed("guide.yaml", _on_walks(before), _on_walks(now))
    for name in (name for name in FILES if name in old.files or name in new.files):
        if name not in old.files:
            yield _("{file}: new file").format(file=new.files[name].title)
        elif name not in new.files:
            yield _("{page}: taken out").format(page=old.files[name].title)
        else:
            yield from _changed(new.files[name].title, old.files[name], new.files[name])


def _on_walks(guide: Library) -> Statements:
    """What is said on the paths through *guide*."""
    said = (text for walk in guide.walks.values() for text in words_on(walk) if text)
    return Statements("guide.yaml", tuple(passage(tuple(sentences(text))) for text in said))


def _changed(title: str, before: Statements, now: Statements) -> Iterator[str]:
    if found := changes(before, now):
        yield title
    for change in found:
        yield from _lines(change)


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
