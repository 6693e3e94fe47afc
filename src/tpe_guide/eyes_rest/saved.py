"""Saved: said once the entry is on disk, with what to heed; and the way to take it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.eyes_rest.digits import digit_by_digit
from tpe_guide.eyes_rest.machine import Both, EyesRest, Row, Stop
from tpe_guide.eyes_rest.taken_out import take_out
from tpe_guide.eyes_rest.urgent import said_of
from tpe_guide.eyes_rest.world import World
from tpe_guide.guide.slots import PHONE
from tpe_guide.i18n import _, _n
from tpe_guide.vocabulary.signs import TIERS


class SavedStop(Stop):
    """*entry* is on disk. *another* is the way to the next."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World, entry: Entry, another: Callable[[], Stop]) -> None:
        self._world, self._entry, self._make_another = world, entry, another
        count = world.diary.store.entry_count
        line = _n("Your diary has {count} entry.", "Your diary has {count} entries.", count)
        lead = _("Saved. {count}").format(count=line.format(count=f"{count:,}"))
        super().__init__(rest, _("Saved"), lead)
        self._heed = [*self._to_heed()]

    def rows(self) -> Sequence[Row]:
        """What to heed first; what else can be done."""
        return (
            *(Row(both.words, spoken=both.spoken) for both in self._heed),
            Row(_("Go to the first list."), self.rest.home),
            Row(_("Log something else."), self._another),
            Row(_("Take this entry back out of the diary."), partial(take_out, self.rest, self._world, self._entry)),
        )

    def _to_heed(self) -> Iterator[Both]:
        """The guide’s own words for each sign, the most pressing first; without any no verdict, only whom to call."""
        catalogue, diary, entry = self._world.catalogue(), self._world.diary, self._entry
        about = session_of(self._world, entry)
        signs = [
            catalogue.warning(report.effect)
            for report in entry.effects
            if report.severity and catalogue.is_warning(report.effect)
        ]
        for sign in sorted(signs, key=lambda sign: TIERS.index(sign.tier)):
            yield said_of(self._world.advise(sign.id, diary.access_of(about)))
        line = catalogue.help_line
        leads = any(line.is_for(report.effect, report.severity, report.began) for report in entry.effects)
        if leads:
            words = f"{line.heading}. {line.words}"
            yield Both(words, words)
        if signs or leads:
            return
        phone = self._world.unit().get(PHONE)
        if not phone:
            words = _("You ticked no warning sign. If you are worried, call your unit.")
            yield Both(words, words)
            return
        words = _("You ticked no warning sign. If you are worried, call your unit: {number}.")
        yield Both(words.format(number=phone), words.format(number=digit_by_digit(phone)))

    def _another(self) -> None:
        self.rest.replace(self._make_another())


def session_of(world: World, entry: Entry) -> ExchangeSession | None:
    """The session that *entry* is about."""
    return next((one for one in world.diary.store.sessions() if one.id == entry.session), None)
