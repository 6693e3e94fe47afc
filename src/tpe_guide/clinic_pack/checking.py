"""What ``kiosk pack check`` tells of a pack: that it is right, who signed it, how long it holds, what would change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide.clinic_pack import changes, container, kept, reading, trust
from tpe_guide.clinic_pack.pack import NOTHING, Known, Pack
from tpe_guide.errors import BadInput, TpeGuideError
from tpe_guide.guide import readability
from tpe_guide.i18n import SOURCE_LANGUAGE, _, _n
from tpe_guide.vocabulary.days import day_words

if TYPE_CHECKING:
    import datetime as dt

SOON_DAYS = 30
"""Before its last day, it is said how near that is."""


class Checked(NamedTuple):
    """What was found."""

    lines: list[str]
    """What is to be said of a pack that is right."""
    problems: list[TpeGuideError]
    """Each fault; of a pack with one nothing else is said."""


def check(path: Path, against: Path | None, folder: Path | None, known: Known, today: dt.date) -> Checked:
    """Look at the pack *path*, beside the one in *against*, else beside the last good one in the data *folder*.

    Raises BadInput: *against* is no good pack.
    """
    trusted, no_key = trust.trusted_key(folder) if folder else (None, None)
    problems: list[TpeGuideError] = [] if no_key is None else [no_key]
    try:
        files = container.files_at(path)
    except BadInput as error:
        return Checked([], [*problems, error])
    pack, wrong = reading.read(files, str(path), known, trusted)
    problems += wrong
    if pack.is_out_of_date(today):
        problems.append(reading.out_of_date(str(path), pack))
    if problems:
        return Checked([], problems)
    before = _before(against, folder, known, trusted)
    return Checked([*_of_itself(path, pack, today), *_hard_words(pack), *_of_change(before, pack, known)], [])


def filled_in(pack: Pack) -> int:
    """How many things it says."""
    details = pack.details
    return sum(map(bool, details.words.values())) + len(details.session.said) + len(pack.values) + bool(pack.logo)


def _before(against: Path | None, folder: Path | None, known: Known, trusted: bytes | None) -> Pack | None:
    if against is not None:
        pack, problems = reading.read(container.files_at(against), str(against), known)
        if problems:
            raise problems[0]
        return pack
    found = kept.read(folder, known, trusted) if folder else None
    return found[1] if found else None


def _of_itself(path: Path, pack: Pack, today: dt.date) -> Iterator[str]:
    yield _("{path}: right; {count} filled in").format(path=path, count=filled_in(pack))
    if pack.signer:
        yield _("Signed with the key {key}.").format(key=pack.signer)
    else:
        yield _("Not signed.")
    if pack.expires is None:
        yield _("It has no last day: its numbers are shown for as long as it is there.")
    else:
        left = (pack.expires - today).days
        yield _("Its last day is {day}.").format(day=day_words(pack.expires))
        if left <= SOON_DAYS:
            yield _n("That is in {count} day.", "That is in {count} days.", left).format(count=left)


def _hard_words(pack: Pack) -> Iterator[str]:
    """Sentences that a tired reader does not get through: no fault, since a unit's words are its own."""
    if pack.languages not in ((), (SOURCE_LANGUAGE,)):
        return  # how syllables are counted holds for English
    for slot, text in pack.details.words.items():
        longest = max((len(readability.words(each)) for each in readability.sentences(text)), default=0)
        if longest > readability.SENTENCE_LIMIT:
            words = _("{slot}: a sentence of {count} words. Readers who are unwell need {limit} or fewer.")
            yield words.format(slot=slot, count=longest, limit=readability.SENTENCE_LIMIT)


def _of_change(before: Pack | None, pack: Pack, known: Known) -> Iterator[str]:
    if before is None:
        yield _("There is no pack before it. It would say:")
    else:
        yield _("It would change:")
    lines = changes.told(before or NOTHING, pack, known)
    yield from (f"  {line}" for line in lines)
    if not lines:
        yield "  " + _("Nothing.")
    if later := changes.for_later(before or NOTHING, pack, known):
        yield _("This version keeps what follows, and does not show it yet:")
        yield from (f"  {line}" for line in later)
