"""``clinic.toml`` as it is written by us: every place in it, what belongs there, and what is filled in."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any

from tpe_guide.clinic_pack import fields as declared
from tpe_guide.clinic_pack.pack import Known
from tpe_guide.clinic_pack.reading import FORMAT, SESSION, VERSION
from tpe_guide.guide import unit_session
from tpe_guide.i18n import _

NOTHING_YET: Mapping[str, Any] = {}


def written(known: Known, values: Mapping[str, Any] = NOTHING_YET, session: Mapping[str, Any] = NOTHING_YET) -> str:
    """The file with *values* by place, as a file has them; what is not among them stands there as a comment."""
    return "\n".join([*_head(), *_sections(known, values), *_session(session)]) + "\n"


def _head() -> Iterator[str]:
    yield from _comment(_("What your unit says in the guide, and how its kiosk is set."))
    yield from _comment(_("A line that begins with # does nothing. Take the # away, and put your own words behind =."))
    yield from _comment(_("Check it with: {command}").format(command="tpe-guide kiosk pack check FOLDER"))
    yield f"format = {literal(FORMAT)}"
    yield f"version = {VERSION}"


def _sections(known: Known, values: Mapping[str, Any]) -> Iterator[str]:
    section, said = "", ""
    for field in declared.fields(known):
        if field.section != section:
            section = field.section
            yield ""
            yield f"[{section}]"
        what = declared.said_of(field)
        if what != said:  # the days of a week need it once
            yield from _comment(what)
            said = what
        if field.place in values:
            yield f"{field.key} = {literal(values[field.place])}"
        else:
            yield f"# {field.key} = {field.example}"
    yield ""
    words = _("Words that are too long for a line may stand in a file of their own, such as {file}.")
    yield from _comment(words.format(file="words/where-to-come.md"))
    yield from _comment(_("A logo is the file {file} beside this one.").format(file="logo.png"))


def _session(said: Mapping[str, Any]) -> Iterator[str]:
    template = unit_session.template()
    yield ""
    yield f"[{SESSION}]"
    yield from _comment(template["what"])
    for key, example in template["example"].items():
        yield f"{key} = {literal(said[key])}" if key in said else f"# {key} = {literal(example)}"


def literal(value: Any) -> str:  # noqa: ANN401 - what a file says
    """*value* as TOML has it. Its words are all printable, so a text of JSON is one of TOML."""
    return value.isoformat() if isinstance(value, dt.date) else json.dumps(value, ensure_ascii=False)


def _comment(words: str) -> Iterator[str]:
    import textwrap

    yield from (f"# {line}" for line in textwrap.wrap(words, 98, break_on_hyphens=False, break_long_words=False))
