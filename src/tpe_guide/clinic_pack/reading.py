"""The files of a pack → what the clinic says, or each fault by its place, in plain words. All of it or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tpe_guide.clinic_pack import fields as declared
from tpe_guide.clinic_pack.container import JSON, LOGO, SIGNATURE, TOML, WORDS, Files
from tpe_guide.clinic_pack.naming import one_of
from tpe_guide.clinic_pack.pack import NOTHING, Known, Pack
from tpe_guide.errors import BadInput, FromNewerVersion, TpeGuideError
from tpe_guide.guide import clinic_file, unit_session
from tpe_guide.guide.clinic_file import Details, shown
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import day_words

FORMAT, VERSION = "tpe-guide-pack", 1
SESSION = "session"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MOST_DOTS = 300
"""In a line, of which no words of ours have so many. A key of ten thousand parts (``a.a.a…``) would keep tomllib busy
for a minute."""
_AT_LINE = re.compile(r"\(at line (\d+)")


def read(files: Files, source: str, known: Known, trusted: bytes | None = None) -> tuple[Pack, list[TpeGuideError]]:
    """What *files*, which came from *source*, say; and what is wrong with them: then nothing of it is to be used.

    *trusted*: the one public key whose signature counts, in its 32 bytes. Without it a pack need not be signed.
    """
    problems: list[TpeGuideError] = []
    signer = ""
    if trusted is not None or SIGNATURE in files:
        from tpe_guide.clinic_pack import signing

        try:
            signer = signing.signer_of(files, source, trusted)
        except BadInput as error:
            problems.append(error)
    if TOML not in files:
        details, wrong = clinic_file.read_bytes(_place_in(source, JSON), files.get(JSON, b""), known.slots)
        pack = Pack(details, signer=signer)
        problems += wrong
    else:
        pack = _Reader(files, source, known, problems).pack(signer)
    return (NOTHING if problems else pack), problems


def out_of_date(source: str, pack: Pack) -> BadInput:
    """The fault of *pack*, whose last day has passed."""
    assert pack.expires is not None
    words = _("a last day that has not passed; {day} has").format(day=day_words(pack.expires))
    return BadInput(_place_in(source, TOML), "unit.expires", words)


class _Reader:
    """Reads one ``clinic.toml`` and what lies beside it. Each fault goes to *problems*."""

    def __init__(self, files: Files, source: str, known: Known, problems: list[TpeGuideError]) -> None:
        self._files, self._source, self._known = files, source, known
        self._problems = problems
        self._toml = _place_in(source, TOML)
        self._numbers: dict[str, Any] = {}
        """As they were typed: a note beside one with a fault is no second fault."""

    def pack(self, signer: str) -> Pack:
        """What is said, as far as it is right."""
        if JSON in self._files:
            self._fault("", _("one of {one} and {other}, not both").format(one=TOML, other=JSON))
        try:
            data = parsed(self._toml, self._files[TOML])
        except TpeGuideError as error:
            self._problems.append(error)
            return NOTHING
        known = declared.fields(self._known)
        for place in self._unknown(data, known):
            self._fault(*place)
        values = self._values(data, known)
        numbers = data.get("numbers")
        self._numbers = numbers if isinstance(numbers, dict) else {}
        words = self._words(values, known)
        session, wrong = unit_session.read(data.get(SESSION))
        for key, expected in wrong:
            self._fault(".".join(filter(None, (SESSION, shown(key)))), expected)
        if LOGO in self._files:
            self._check_logo()
        rest = {place: value for place, value in values.items() if not place.startswith(("numbers.", "words."))}
        return Pack(Details(words, session), rest, self._files.get(LOGO, b""), signer)

    def _unknown(self, data: dict[str, Any], known: tuple[declared.Field, ...]) -> Iterator[tuple[str, str]]:
        sections = dict.fromkeys(field.section for field in known)
        for name, value in data.items():
            if name in ("format", "version", SESSION):
                continue
            if name not in sections:
                yield shown(name), one_of(name, (*sections, SESSION))
            elif not isinstance(value, dict):
                yield name, _("a section: its name in square brackets, and what is in it below")
            else:
                keys = [field.key for field in known if field.section == name]
                yield from ((f"{name}.{shown(key)}", one_of(key, keys)) for key in value if key not in keys)

    def _values(self, data: dict[str, Any], known: tuple[declared.Field, ...]) -> dict[str, Any]:
        """What is filled in and right, by place. Empty words are as good as none."""
        values: dict[str, Any] = {}
        for field in known:
            section = data.get(field.section)
            if not isinstance(section, dict) or field.key not in section:
                continue
            value = section[field.key]
            if isinstance(value, str):
                value = value.strip()
            if expected := field.expected(value):
                self._fault(field.place, expected)
            elif value not in ("", []):
                values[field.place] = value
        return values

    def _words(self, values: Mapping[str, Any], known: tuple[declared.Field, ...]) -> dict[str, str]:
        """The unit's words by slot: from its numbers, from the file itself, from the files of words."""
        words: dict[str, str] = {}
        for field in known:
            value = values.get(field.place)
            if field.section == "numbers" and value is not None and not field.key.endswith(declared.NOTE):
                note = values.get(field.place + declared.NOTE, "")
                words[field.slot] = whole = f"{value}, {note}" if note else value
                if expected := self._known.slots[field.slot].expected(whole):
                    self._fault(field.place, expected)
            elif field.section == "numbers" and value is not None and self._lacks_number(field):
                self._fault(field.place, _("a number beside it: these words say what to ask for there"))
            elif field.section == "words" and value is not None:
                words[field.slot] = value
        for name in sorted(name for name in self._files if name.startswith(WORDS)):
            self._add_prose(name, words)
        return words

    def _lacks_number(self, note: declared.Field) -> bool:
        return not self._numbers.get(note.key.removesuffix(declared.NOTE))

    def _add_prose(self, name: str, words: dict[str, str]) -> None:
        from tpe_guide.clinic_pack import prose

        slot, source = name.removeprefix(WORDS).removesuffix(".md"), _place_in(self._source, name)
        takes_files = [each for each in self._known.slots if each not in declared.NUMBERS.values()]
        if slot not in takes_files:
            self._problems.append(BadInput(source, "", one_of(slot, takes_files)))
            return
        if words.get(slot):
            self._problems.append(BadInput(source, "", _("its words here or in {file}, not in both").format(file=TOML)))
            return
        try:
            text = prose.in_one_line(self._files[name], source)
        except BadInput as error:
            self._problems.append(error)
            return
        if expected := self._known.slots[slot].expected(text):
            self._problems.append(BadInput(source, "", expected))
        elif text:
            words[slot] = text

    def _check_logo(self) -> None:
        from tpe_guide.clinic_pack import logo

        if expected := logo.expected(self._files[LOGO]):
            self._problems.append(BadInput(_place_in(self._source, LOGO), "", expected))

    def _fault(self, place: str, expected: str) -> None:
        self._problems.append(BadInput(self._toml, place, expected))


def parsed(source: str, raw: bytes) -> dict[str, Any]:
    """``clinic.toml`` as data with the right head. Raises BadInput, FromNewerVersion."""
    import tomllib

    try:
        text = raw.removeprefix(_BYTE_ORDER_MARK).decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput(source, _("line {line}").format(line=line), _("text in UTF-8")) from None
    for at, words in enumerate(text.split("\n"), start=1):
        if words.count(".") > _MOST_DOTS:
            raise BadInput(source, _("line {line}").format(line=at), _("a file like the template"))
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        said = _("well-formed TOML; a quotation mark may be missing, or a key may stand there twice")
        raise BadInput(source, _("line {line}").format(line=line), said) from None
    except (
        RecursionError,
        ValueError,
        OverflowError,
        MemoryError,
    ):  # nests of brackets, numbers of thousands of digits
        raise BadInput(source, "", _("a file like the template")) from None
    if data.get("format") != FORMAT:
        raise BadInput(source, "format", f"“{FORMAT}”")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise BadInput(source, "version", _("the number {number}").format(number=VERSION))
    if version > VERSION:
        raise FromNewerVersion(source, version, VERSION)
    return data


def _place_in(source: str, name: str) -> str:
    """The file *name* of the pack *source*, as a person finds it."""
    if source.endswith((name, ".json", ".toml")):  # that file alone was given
        return source
    return f"{source}/{name}"
