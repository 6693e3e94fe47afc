"""The table of sessions: when, how long, where the needles were, the worst of it, whether staff were told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tpe_guide.diary.model import Diary, ExchangeSession
from tpe_guide.i18n import _, _n
from tpe_guide.summary import phrases
from tpe_guide.summary.names import Catalogue, told_words
from tpe_guide.summary.report import SessionRow, SessionTable
from tpe_guide.summary.visits import Visit, in_time
from tpe_guide.summary.warning_signs import TEMPERATURES, WARM
from tpe_guide.vocabulary import words
from tpe_guide.vocabulary.terms import ALL_EFFECTS, WARNING_SIGNS, Access

DASH = "–"
WORST = 4
"""Which cell of a row says the worst effect."""
NAMED = 3
"""The most effects, and the most warning signs, named for one session."""
DATED = 3
"""The most planned sessions whose dates are said one by one."""


def session_table(
    diary: Diary, visits: Sequence[Visit], catalogue: Catalogue, names: Mapping[str, str]
) -> SessionTable | None:
    """The sessions, newest first, planned ones drawn together at the end; None for a diary without any.

    *names*: what each session is called, by its id.
    """
    visit_of = {visit.session.id: visit for visit in visits if visit.session}
    rows = []
    for session in sorted(diary.sessions, key=in_time, reverse=True):
        visit = visit_of.get(session.id)
        if visit:
            rows.append(_row(session, visit, diary, catalogue))
        elif session.state == "missed":
            rows.append(_missed(session, names[session.id]))
    rows += [_other_days(visit, catalogue) for visit in visits if visit.session is None]
    rows += _planned(diary, [s for s in diary.sessions if s.state == "planned" and s.id not in visit_of])
    if not rows:
        return None
    return SessionTable(
        _("Sessions"),
        (
            _("No."),
            _("Date"),
            _("Needles or line"),
            _("Fluid"),
            _("About how long"),
            _("Worst effect"),
            _("Told staff"),
        ),
        tuple(rows),
        WORST,
        _temperatures(visits),
    )


def _row(session: ExchangeSession, visit: Visit, diary: Diary, catalogue: Catalogue) -> SessionRow:
    return SessionRow(
        visit.label,
        (
            phrases.week_day(session.day),
            words.accesses()[access_of(session, diary)].noted,
            fluid_words(session),
            _length(session),
            _worst(visit, catalogue),
            _told(visit, catalogue),
        ),
        flagged=_has_warning(visit),
    )


def access_of(session: ExchangeSession, diary: Diary) -> Access:
    """Where the needles or the line were: as said of this session, else of the course."""
    return session.access if session.access != "unknown" else diary.course.access


def fluid_words(session: ExchangeSession) -> str:
    """What went back in, as the patient says."""
    return _("Not said") if session.fluid is None else words.fluids()[session.fluid]


def _length(session: ExchangeSession) -> str:
    if session.state != "done":
        return _("Missed") if session.state == "missed" else _("Planned")
    length = _("Not said") if session.minutes is None else phrases.duration(session.minutes)
    return _("{length}, stopped early").format(length=length) if session.stopped_early else length


def _missed(session: ExchangeSession, name: str) -> SessionRow:
    return SessionRow(name, span=_("Missed on {day}").format(day=phrases.week_day(session.day)))


def _other_days(visit: Visit, catalogue: Catalogue) -> SessionRow:
    days = {entry.day for entry in visit.entries}
    date = phrases.week_day(min(days)) if len(days) == 1 else _("{count} days").format(count=len(days))
    return SessionRow(
        visit.short_name,
        (date, DASH, DASH, DASH, _worst(visit, catalogue), _told(visit, catalogue)),
        flagged=_has_warning(visit),
    )


def _has_warning(visit: Visit) -> bool:
    return any(visit.worst.get(sign) for sign in WARNING_SIGNS)


def _worst(visit: Visit, catalogue: Catalogue) -> str:
    """The effects at the worst level said, then any warning sign, marked."""
    if not visit.entries:
        return DASH
    top = max(visit.worst.values(), default=0)
    if not top:
        if visit.worst:
            return _("None of those asked")
        return _("Nothing new") if any(entry.none_noticed for entry in visit.entries) else DASH
    worst = [e for e in ALL_EFFECTS if visit.worst.get(e) == top]
    signs = [e for e in WARNING_SIGNS if visit.worst.get(e)]
    ordinary = [e for e in worst if e not in signs]
    parts = [_level(ordinary, top, catalogue)] if ordinary else []
    parts += [_sign(sign, visit.worst[sign], catalogue) for sign in signs[:NAMED]]
    if len(signs) > NAMED:
        parts.append(_("{count} more (!)").format(count=len(signs) - NAMED))
    return phrases.upper_first(_("; ").join(parts))


def _level(effects: Sequence[str], level: int, catalogue: Catalogue) -> str:
    names = [phrases.lower_first(catalogue.name(effect)) for effect in effects[:NAMED]]
    if len(effects) > NAMED:
        names.append(_("{count} more").format(count=len(effects) - NAMED))
    return _("{effects}, {level} {severity}").format(
        effects=phrases.join(names), level=level, severity=phrases.lower_first(words.severities()[level])
    )


def _sign(sign: str, level: int, catalogue: Catalogue) -> str:
    return _("{sign}, {level} (!)").format(sign=phrases.lower_first(catalogue.name(sign)), level=level)


def _told(visit: Visit, catalogue: Catalogue) -> str:
    """Whether staff were told: where that differs, said for each warning sign or counted, and counted for all else."""
    answers: dict[str, list[bool | None]] = {}
    for __, report in visit.noticed():
        answers.setdefault(report.effect, []).append(report.told_staff)
    if not answers:
        return DASH
    if len({told for each in answers.values() for told in each}) == 1:
        return phrases.upper_first(_answers(told for each in answers.values() for told in each))
    of_signs = {sign: answers.pop(sign) for sign in WARNING_SIGNS if sign in answers}
    if len(of_signs) > NAMED:
        # Each stands with its own answer among the warning signs.
        of_signs = {"": [told for each in of_signs.values() for told in each]}
    parts = [
        _("{effect}: {told}").format(
            effect=phrases.lower_first(catalogue.name(sign)) if sign else _("warning signs"), told=_answers(told)
        )
        for sign, told in of_signs.items()
    ]
    rest = [told for each in answers.values() for told in each]
    if rest:
        others = _("others: {told}") if parts else "{told}"
        parts.append(others.format(told=_answers(rest)))
    return phrases.upper_first(_("; ").join(parts))


def _answers(told: Iterable[bool | None]) -> str:
    """``yes``; ``yes 3, not said 1`` where they differ."""
    counts = Counter(told)
    if len(counts) == 1:
        return told_words(next(iter(counts)))
    return ", ".join(f"{told_words(answer)} {counts[answer]}" for answer in (True, False, None) if counts[answer])


def _planned(diary: Diary, planned: Sequence[ExchangeSession]) -> list[SessionRow]:
    rows = []
    if planned:
        ordered = sorted(planned, key=lambda session: (session.day, session.number))
        rows.append(SessionRow(_numbers([s.number for s in ordered]), span=_dates(ordered)))
    undated = (diary.course.planned_sessions or 0) - len(diary.sessions)
    if undated > 0:
        rows.append(
            SessionRow(
                DASH,
                span=_n("{count} more planned, no date yet", "{count} more planned, no dates yet", undated).format(
                    count=undated
                ),
            )
        )
    return rows


def _numbers(values: Sequence[int]) -> str:
    if len(values) <= 2:
        return ", ".join(str(value) for value in sorted(values))
    return phrases.numbers(values)


def _dates(ordered: Sequence[ExchangeSession]) -> str:
    if len(ordered) <= DATED:
        return _("Planned for {days}").format(days=phrases.week_days([s.day for s in ordered]))
    return _("Planned from {first} to {last}").format(
        first=phrases.week_day(ordered[0].day), last=phrases.week_day(ordered[-1].day)
    )


def _temperatures(visits: Sequence[Visit]) -> tuple[str, ...]:
    """Those that do not stand among the warning signs."""
    measured = [
        (entry.day, entry.temperature_c)
        for visit in visits
        for entry in visit.entries
        if entry.temperature_c is not None and entry.temperature_c < WARM
    ]
    if not measured:
        return ()
    measured.sort(key=lambda item: item[0], reverse=True)
    shown = [
        _("{temperature} on {day}").format(temperature=phrases.temperature(value), day=phrases.week_day(day))
        for day, value in measured[:TEMPERATURES]
    ]
    if len(measured) > TEMPERATURES:
        shown.append(_("{count} more").format(count=len(measured) - TEMPERATURES))
    return (_("Temperatures below 38 °C: {list}.").format(list=", ".join(shown)),)
