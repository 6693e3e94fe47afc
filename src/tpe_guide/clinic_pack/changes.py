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


_NAMED = 5
"""So many pages are named each in a line of its own; more are counted."""


def told(old: Pack, new: Pack, known: Known) -> list[str]:
    """Each change from *old* to *new* that somebody sees, in the order of the file."""
    lines = [
        *_of_words(old.details.words, new.details.words, known),
        *_of_values(old.values, new.values, known, later=False),
        *_of_session(old.details.session, new.details.session),
    ]
    if old.signer != new.signer:
        lines.append(_one(_("The signature"), old.signer, new.signer))
    return lines


def for_later(old: Pack, new: Pack, known: Known) -> list[str]:
    """Each change of what this version reads and keeps, and shows nowhere yet."""
    return [*_of_values(old.values, new.values, known, later=True), *_of_logo(old.logo, new.logo)]


def _of_words(old: Mapping[str, str], new: Mapping[str, str], known: Known) -> Iterator[str]:
    for slot in known.slots.values():
        before, now = old.get(slot.id, ""), new.get(slot.id, "")
        if before != now:
            yield _one(slot.what, before, now)


def _of_values(old: Mapping[str, Any], new: Mapping[str, Any], known: Known, *, later: bool) -> Iterator[str]:
    for field in declared.fields(known):
        before, now = old.get(field.place), new.get(field.place)
        if before == now or (field.place in declared.NOT_SHOWN_YET) != later:
            continue
        if field.place == "kiosk.pages":
            yield from _of_pages(before, now, known.pages or {})
        elif field.place == "kiosk.languages":
            yield from _of_languages(before, now, known.languages or ())
        else:
            yield _one(field.name, _in_words(before), _in_words(now))


def _of_pages(old: Sequence[str] | None, new: Sequence[str] | None, known: Mapping[str, str]) -> Iterator[str]:
    gone, come = _gone_and_come(old, new, tuple(known))
    if len(gone) > _NAMED:
        yield _("{count} pages are left out, the first is “{name}”.").format(
            count=len(gone), name=known.get(gone[0], gone[0])
        )
    else:
        yield from (_("The page “{name}” is left out.").format(name=known.get(page, page)) for page in gone)
    if len(come) > _NAMED:
        yield _("{count} pages are there again, the first is “{name}”.").format(
            count=len(come), name=known.get(come[0], come[0])
        )
    else:
        yield from (_("The page “{name}” is there again.").format(name=known.get(page, page)) for page in come)


def _of_languages(old: Sequence[str] | None, new: Sequence[str] | None, known: Sequence[str]) -> Iterator[str]:
    gone, come = _gone_and_come(old, new, known)
    yield from (_("The language “{name}” is no longer offered.").format(name=language) for language in gone)
    yield from (_("The language “{name}” is offered from now on.").format(name=language) for language in come)


def _gone_and_come(
    old: Sequence[str] | None, new: Sequence[str] | None, known: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Names that go, and that come; where none were chosen, it was all of them."""
    before, now = (list(names or known) for names in (old, new))
    every = dict.fromkeys((*known, *before, *now))
    gone = [name for name in every if name in before and name not in now]
    return gone, [name for name in every if name in now and name not in before]


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
