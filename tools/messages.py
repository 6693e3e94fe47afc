"""The words of the program for its translators, and back: ``make messages``.

Every ``_()``, ``_n()`` and ``_p()`` goes into ``out/tpe-guide.pot``. Each language that has a folder in ``content/``,
or a catalogue already, gets what is new into its ``assets/locale/<language>.po``, where translators write, and that
becomes the ``.mo`` which the program reads. What a translation lacks is told; English stands in for it. Exit codes:
0 done, 1 a translation cannot be used.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tpe_guide import __version__
from tpe_guide.files import write_whole
from tpe_guide.i18n import SOURCE_LANGUAGE, placeholders

ROOT = Path(__file__).resolve().parents[1]
DOMAIN = "tpe_guide"
KEYWORDS = {"_": None, "_n": (1, 2), "_p": ((1, "c"), 2)}
HEADER = """\
# What tpe-guide says, for its translators. Plain words, calm, never as advice; {names} stay as they are.
# MIT, as the program."""


def main(arguments: list[str] | None = None) -> int:
    """Bring all catalogues up to date and say how far each has come. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--content", type=Path, default=ROOT / "content", help="the folder of the guide's words")
    parser.add_argument("--locale", type=Path, default=ROOT / "assets" / "locale", help="the folder of catalogues")
    parser.add_argument("--out", type=Path, default=ROOT / "out", help="the folder for the template")
    options = parser.parse_args(arguments)
    template = extracted()
    write_catalogue(options.out / "tpe-guide.pot", template)
    print(f"tpe-guide.pot: {len(template)} messages")
    faults = 0
    for language in languages(options.content, options.locale):
        catalogue = brought_up_to_date(options.locale / f"{language}.po", language, template)
        unfit = list(unusable(catalogue))
        for line in (progress(catalogue, len(unfit)), *unfit):
            print(f"{language}.po: {line}")
        compile_catalogue(options.locale / language / "LC_MESSAGES" / f"{DOMAIN}.mo", catalogue)
        faults += len(unfit)
    return 1 if faults else 0


def extracted() -> Catalog:
    """All that the program says, in English, with the modules that say it."""
    catalogue = new_catalogue()
    found = extract_from_dir(
        ROOT / "src" / "tpe_guide",
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for name, line, message, comments, context in found:
        catalogue.add(message, locations=[(name, line)], auto_comments=comments, context=context)
    return catalogue


def new_catalogue(language: str | None = None) -> Catalog:
    """One without words yet; *language* decides how many plural forms there are."""
    return Catalog(
        language,
        project="tpe-guide",
        version=__version__,
        header_comment=HEADER,
        fuzzy=False,
    )


def languages(content: Path, locale: Path) -> list[str]:
    """The codes of the languages to be spoken, but for English."""
    guides = {path.parent.name for path in content.glob("*/guide.yaml")}
    return sorted((guides | {path.stem for path in locale.glob("*.po")}) - {SOURCE_LANGUAGE})


def brought_up_to_date(path: Path, language: str, template: Catalog) -> Catalog:
    """The catalogue at *path*, or a new one, with the messages of today; what nobody says any more is set aside."""
    catalogue = read_po(BytesIO(path.read_bytes()), language) if path.is_file() else new_catalogue(language)
    catalogue.update(template, update_creation_date=False)
    write_catalogue(path, catalogue)
    return catalogue


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    """Write *catalogue* for people to read, whole or not at all, without the numbers of lines, which change daily."""
    data = BytesIO()
    write_po(data, catalogue, width=100, sort_by_file=True, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data.getvalue())


def compile_catalogue(path: Path, catalogue: Catalog) -> None:
    """Write what the program reads of *catalogue*: nothing that a person has not looked at since it was guessed."""
    data = BytesIO()
    write_mo(data, catalogue)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data.getvalue())


def progress(catalogue: Catalog, unfit: int) -> str:
    """How far *catalogue* has come, in one line."""
    messages = [message for message in catalogue if message.id]
    unsure = sum(message.fuzzy for message in messages)
    done = sum(is_translated(message) and not message.fuzzy for message in messages)
    counts = {
        "not yet": len(messages) - done - unsure,
        "to be looked at": unsure,
        "no longer said": len(catalogue.obsolete),
        "unusable": unfit,
    }
    return ", ".join(
        [f"{done} of {len(messages)} translated", *(f"{count} {words}" for words, count in counts.items() if count)]
    )


def unusable(catalogue: Catalog) -> Iterator[str]:
    """A line for each translation that the program would not use, because it fills in something that is not there."""
    for message in catalogue:
        if not message.id or not is_translated(message):
            continue
        wanted = placeholders(said(message.id)[-1])
        for translation in said(message.string):
            try:
                strange = placeholders(translation) - wanted
            except ValueError:
                yield f"“{translation}” has a brace too many or too few"
                continue
            if strange:
                yield f"“{translation}” fills in {', '.join(sorted(strange))}, which “{said(message.id)[-1]}” does not"


def is_translated(message: Message) -> bool:
    """Every form of it has words."""
    return all(said(message.string))


def said(words: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a message: one, or a singular and its plurals."""
    return (words,) if isinstance(words, str) else tuple(words or ("",))


if __name__ == "__main__":
    sys.exit(main())
