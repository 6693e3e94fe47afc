"""A language made up for tests: English with accents, so that what was not translated is seen at once."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

from tools import messages

CODE, NAME = "eo", "Éspéráñtö"
_ACCENTS = str.maketrans("aeinou", "áéíñöü")
_LEFT_ALONE = re.compile(r"(\[@[^\]]*\]|\]\([^)]*\)|\{[^}]*\}+|<[^>]*>|^!!! \S+|^---.*)")
"""Sources, where links lead, slots and placeholders, kinds of boxes."""
_WORDS_OF_YAML = re.compile(r"(?m)^(\s*(?:- )?(?:title|question|do): )(.+)$|(\b(?:name|heading): )([^\n,}]+)")


def accented(text: str) -> str:
    """*text* with accents, but for what no reader reads."""
    parts = _LEFT_ALONE.split(text)
    return "".join(part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts))


def translate_content(content: Path) -> None:
    """Make the folder of the language beside that of English, as a translator would: a copy, then other words."""
    english, folder = content / "en", content / CODE
    for path in english.rglob("*"):
        if not path.is_file():
            continue
        target = folder / path.relative_to(english)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_translated(path), encoding="utf-8")


def translate_catalogue(path: Path) -> None:
    """Fill in the catalogue that ``make messages`` made."""
    with path.open("rb") as file:
        catalogue = read_po(file, CODE)
    for message in catalogue:
        if message.id:
            forms = tuple(map(accented, messages.said(message.id)))
            message.string = forms if message.pluralizable else forms[0]
    messages.write_catalogue(path, catalogue)


def _translated(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.name == "guide.yaml":
        text = text.replace("language: English", f"language: {NAME}")
    if path.suffix == ".yaml":
        return _words_of(text) if path.name in ("guide.yaml", "effects.yaml") else text
    _nothing, front, body = text.split("---\n", 2)
    return f"---\n{_words_of(front)}---\n" + "\n".join(map(accented, body.split("\n")))


def _words_of(yaml: str) -> str:
    return _WORDS_OF_YAML.sub(lambda found: (found[1] or found[3]) + accented(found[2] or found[4]), yaml)
