"""What would be otherwise with another pack: a plain sentence for each change, before it is put in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tpe_guide.clinic_pack import fields as declared
from tpe_guide.clinic_pack.pack import Known, Pack
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import day_words

if TYPE_CHECKING:
    from tpe_guide.guide.unit_session import UnitSession


def told(old: Pack, new: Pack, known: Known) -> list[str]:
    """Each change from *old* to *new*, in the order of the file."""
    lines = [
        *_of_words(old.details.words, new.details.words, known),
        *_of_values(old.values, new.values, known),
        *_of_session(old.details.session, new.details.session),
        *_of_logo(old.logo, new.logo),
    ]
    if old.signer != new.signer:
        lines.append(_one(_("The signature"), old.signer, new.signer))
    return lines


def _of_words(old: Mapping[str, str], new: Mapping[str, str], known: Known) -> Iterator[str]:
    for slot in known.slots.values():
        before, now = old.get(slot.id, ""), new.get(slot.id, "")
        if before != now:
            yield _one(slot.what, before, now)


def _of_values(old: Mapping[str, Any], new: Mapping[str, Any], known: Known) -> Iterator[str]:
    for field in declared.fields(known):
        before, now = old.get(field.place), new.get(field.place)
        if before == now:
            continue
        if field.place == "kiosk.pages":
            yield from _of_names(before, now, known.pages or {}, *_page_sentences())
        elif field.place == "kiosk.languages":
            languages = {code: code for code in known.languages or ()}
            yield from _of_names(before, now, languages, *_language_sentences())
        else:
            yield _one(field.name, _in_words(before), _in_words(now))


def _page_sentences() -> tuple[str, str]:
    return _("The page “{name}” is no longer shown."), _("The page “{name}” is shown from now on.")


def _language_sentences() -> tuple[str, str]:
    return (
        _("The language “{name}” is no longer offered."),
        _("The language “{name}” is offered from now on."),
    )


def _of_names(
    old: Sequence[str] | None, new: Sequence[str] | None, known: Mapping[str, str], gone: str, come: str
) -> Iterator[str]:
    """Names that go or come; where none were chosen, it was all of them."""
    before, now = (list(names or known) for names in (old, new))
    for name in dict.fromkeys((*known, *before, *now)):
        if name in before and name not in now:
            yield gone.format(name=known.get(name, name))
        elif name in now and name not in before:
            yield come.format(name=known.get(name, name))


def _of_session(old: UnitSession, new: UnitSession) -> Iterator[str]:
    names = {
        "minutes": _("Minutes on the machine"),
        "access": _("Needles or a line, for the rehearsal"),
        "fluid": _("The fluid, for the rehearsal"),
        "checks": _("When staff check"),
    }
    before, now = old.said, new.said
    for key, name in names.items():
        if before.get(key) != now.get(key):
            yield _one(name, _in_words(before.get(key)), _in_words(now.get(key)))


def _of_logo(old: bytes, new: bytes) -> Iterator[str]:
    if old == new:
        return
    if not old:
        yield _("There is a logo now.")
    elif not new:
        yield _("The logo is gone.")
    else:
        yield _("The logo is another one.")


def _one(name: str, old: str, new: str) -> str:
    if not old:
        return _("{name}: nothing before, now “{new}”.").format(name=name, new=new)
    if not new:
        return _("{name}: “{old}” before, now nothing.").format(name=name, old=old)
    return _("{name}: “{old}” before, now “{new}”.").format(name=name, old=old, new=new)


def _in_words(value: Any) -> str:  # noqa: ANN401 - what a file says
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return day_words(value) if hasattr(value, "isoformat") else str(value)
