"""The last session in a glance: what a nurse asks before the next one, as far as the diary answers it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tpe_guide.diary.model import Diary, EffectReport, Entry
from tpe_guide.i18n import _
from tpe_guide.summary import phrases
from tpe_guide.summary.names import Catalogue, told_words
from tpe_guide.summary.report import Fact, LastSession
from tpe_guide.summary.sessions import access_of, fluid_words
from tpe_guide.summary.visits import Visit, began_during
from tpe_guide.vocabulary import words
from tpe_guide.vocabulary.terms import WARNING_SIGNS

Said = Sequence[tuple[Entry, EffectReport]]


def last_session(diary: Diary, visits: Sequence[Visit], catalogue: Catalogue) -> LastSession | None:
    """The newest session that was done or written about, and what was said since; None without one."""
    came = [visit for visit in visits if visit.session and visit.session.state != "missed"]
    if not came:
        return None
    visit = came[-1]
    session = visit.session
    assert session
    since = [*visit.entries, *(entry for each in visits for entry in each.entries if _is_since(entry, each, visit))]
    access = access_of(session, diary)
    return LastSession(
        _("Last session: {number}, {day}").format(number=visit.label, day=phrases.week_day(session.day)),
        Fact(_("Fluid, in the patient’s word:"), fluid_words(session)),
        (
            Fact(_("Needles or line"), words.accesses()[access].noted),
            Fact(_("Stopped early"), _("Yes") if session.stopped_early else _("Not said")),
            Fact(_("Tingling in the session"), _in_session("tingling", visit.entries)),
            Fact(_("Cramps in the session"), _in_session("cramps", visit.entries)),
            Fact(_("Fainted"), _since("fainted", since)),
            Fact(_("Bleeding since"), _since("bleeding", since)),
            Fact(_("Fever or shaking since"), _fever(since)),
            Fact(_("Line problem since"), _line(access, since)),
        ),
        "" if since else _("The diary has no entry about this session or after it."),
    )


def _is_since(entry: Entry, of: Visit, last: Visit) -> bool:
    """Whether *entry*, which belongs to *of*, is about the time after the session of *last*."""
    assert last.session
    if of is last:
        return False
    return entry.day > last.session.day or (of.session is None and entry.day == last.session.day)


def _said(effect: str, entries: Sequence[Entry]) -> Said:
    return [(entry, report) for entry in entries for report in entry.effects if report.effect == effect]


def _in_session(effect: str, entries: Sequence[Entry]) -> str:
    said = _said(effect, entries)
    noticed = [(entry, report) for entry, report in said if report.severity]
    within = [(entry, report) for entry, report in noticed if began_during(entry, report)]
    if within:
        return _noticed(within)
    if not noticed:
        return _no_or_not_asked(said)
    if any(report.began == "unknown" for __, report in noticed):
        return _("When: not said. {answer}").format(answer=_noticed(noticed))
    return _("After it: {answer}").format(answer=phrases.lower_first(_noticed(noticed)))


def _since(effect: str, entries: Sequence[Entry]) -> str:
    said = _said(effect, entries)
    noticed = [(entry, report) for entry, report in said if report.severity]
    return _noticed(noticed) if noticed else _no_or_not_asked(said)


def _fever(entries: Sequence[Entry]) -> str:
    answer = _since("fever-chills", entries)
    measured = max((entry.temperature_c for entry in entries if entry.temperature_c is not None), default=None)
    if measured is None:
        return answer
    return _("{answer}. Highest measured: {temperature}").format(
        answer=answer, temperature=phrases.temperature(measured)
    )


def _line(access: str, entries: Sequence[Entry]) -> str:
    said = _said("line-problem", entries)
    return _("No line used") if access == "arm-veins" and not said else _since("line-problem", entries)


def _no_or_not_asked(said: Said) -> str:
    return _("No") if said else _("Not asked")


def _noticed(said: Said) -> str:
    """``YES, moderate (2 of 3). Staff told: yes``: the worst of what was noticed."""
    worst = max((report for __, report in said), key=lambda report: report.severity)
    level = _("{severity} ({level} of 3)").format(severity=words.severities()[worst.severity], level=worst.severity)
    if worst.effect in WARNING_SIGNS:
        level = _("YES, {level}").format(level=phrases.lower_first(level))
    told = Counter(told_words(report.told_staff) for __, report in said)
    answers = next(iter(told)) if len(told) == 1 else ", ".join(f"{word} {count}" for word, count in told.items())
    answer = _("{level}. Staff told: {told}").format(level=level, told=answers)
    usual = [report.unlike_usual for __, report in said if report.unlike_usual is not None]
    if not usual:
        return answer
    like = _("Unlike their usual MS") if any(usual) else _("Like their usual MS")
    return _("{answer}. {like}").format(answer=answer, like=like)
