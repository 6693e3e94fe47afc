"""``kiosk setup``: a pack by questions on a terminal. Nothing is written before the last answer.

Each question says what is there now. Return keeps it, a minus takes it away; an answer that cannot be is asked again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tpe_guide.clinic_pack import container, reading, template
from tpe_guide.clinic_pack import fields as declared
from tpe_guide.clinic_pack.pack import Known
from tpe_guide.errors import BadInput, CannotWrite, WrongUsage
from tpe_guide.files import write_together
from tpe_guide.i18n import _

NOTHING = "-"
BEFORE = ".clinic.toml.before"
"""The file as it was: a name that is no part of a pack. Comments that somebody wrote into it are in no other place."""
Ask = Callable[[str], str]
"""Shows a line and gives the answer. Raises EOFError where none comes."""


def run(folder: Path, known: Known, ask: Ask, say: Callable[[str], None]) -> Path:
    """Ask for all that a pack may say, and write it to *folder*. Tells the file.

    Raises BadInput: what is in *folder* cannot be read, or an answer did not come; CannotWrite. All is as it was then.
    """
    if folder.exists() and not folder.is_dir():
        raise WrongUsage(_("{path} is a file: name a folder.").format(path=folder))
    file = folder / container.TOML
    before = file.read_bytes() if file.is_file() else b""
    values, session = _from_before(folder, before, known)
    say(_("Return keeps what is in brackets. A minus takes it away. Ctrl+C leaves all as it was."))
    try:
        values = _answers(folder, known, values, ask, say)
    except EOFError as error:
        raise BadInput("<stdin>", "", _("an answer to each question; nothing was written")) from error
    text = template.written(known, values, session).encode()
    problems = reading.read({container.TOML: text}, str(folder), known)[1]
    if problems:  # a number and its note may be too long together
        raise problems[0]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(folder, (error.strerror or str(error)).lower()) from error
    write_together({file: text} | ({folder / BEFORE: before} if before else {}))
    return file


def _from_before(folder: Path, before: bytes, known: Known) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the file that is there says, by place. Raises the first fault of it: nothing of it is to be lost."""
    if not before:
        return {}, {}
    source = str(folder / container.TOML)
    problems = reading.read({container.TOML: before}, source, known)[1]
    if problems:
        raise problems[0]
    data = reading.parsed(source, before)
    values = {
        field.place: data[field.section][field.key]
        for field in declared.fields(known)
        if data.get(field.section, {}).get(field.key) not in (None, "", [])
    }
    return values, data.get(reading.SESSION, {})


def _answers(
    folder: Path, known: Known, values: Mapping[str, Any], ask: Ask, say: Callable[[str], None]
) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    said = ""
    for field in declared.fields(known):
        if field.section == "words" and (folder / container.WORDS / f"{field.key}.md").exists():
            continue  # its words stand there
        if field.key.endswith(declared.NOTE) and field.place.removesuffix(declared.NOTE) not in answers:
            continue
        what = declared.said_of(field)
        if what not in (said, f"{field.name}."):
            say(what)
        said = what
        value = _answer(field, values.get(field.place), ask, say)
        if value not in ("", None, []):
            answers[field.place] = value
    return answers


def _answer(field: declared.Field, now: Any, ask: Ask, say: Callable[[str], None]) -> Any:  # noqa: ANN401 - any kind
    while True:
        answer = ask(f"{field.name} [{_typed(now)}]: ").strip()
        if answer in ("", NOTHING):
            return now if not answer else None
        value = _read(field.kind, answer)
        expected = field.expected(value)
        if not expected:
            return value
        say(_("Please write {expected}.").format(expected=expected))


def _typed(value: Any) -> str:  # noqa: ANN401 - any kind
    """As somebody would type it."""
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, list) else str(value)


def _read(kind: declared.Kind, answer: str) -> Any:  # noqa: ANN401 - any kind
    """What was typed, as its kind; as it is where it is none, and then it is refused."""
    try:
        match kind:
            case "number":
                return int(answer) if answer.isascii() else answer
            case "day":
                return dt.date.fromisoformat(answer)
            case "names":
                return [name.strip() for name in answer.split(",") if name.strip()]
    except ValueError:
        pass
    return answer
