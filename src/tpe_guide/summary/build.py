"""Diary → the nurse's page as plain data. It repeats what was said: no score, no trend, no advice."""

from __future__ import annotations

import datetime as dt

from tpe_guide import __version__
from tpe_guide.diary.exchange import unknown_keys
from tpe_guide.diary.model import Diary
from tpe_guide.i18n import _, _n
from tpe_guide.summary import phrases
from tpe_guide.summary.grid import effect_grid, functions
from tpe_guide.summary.last_session import last_session
from tpe_guide.summary.names import Catalogue
from tpe_guide.summary.report import Footer, Label, Report, Running, Words
from tpe_guide.summary.request import WHOLE, Request, shown, within
from tpe_guide.summary.sessions import session_table
from tpe_guide.summary.visits import gather, in_time, is_late, labels
from tpe_guide.summary.warning_signs import warning_signs
from tpe_guide.summary.words import mattering, own_words, questions

PLACES_NAMED = 4
PLACE_SHOWN = 60
SHORT_ID = 8


def build(
    diary: Diary,
    catalogue: Catalogue,
    *,
    printed_at: dt.datetime,
    language: str = "en",
    unit_phone: str = "",
    request: Request = WHOLE,
) -> Report:
    """The page for *diary*, in the language that ``i18n.set_language`` has set and *language* names.

    *printed_at* carries its offset; it is printed, and dates the document. *unit_phone* is the number that this
    person would call: a nurse sees at once if it is wrong. *request*: which days and parts; what is left out is said.
    """
    request = request.settled(diary, printed_at.date())
    kept, names, parts = within(diary, request), labels(diary.sessions), request.parts
    whole, visits = gather(diary, names), gather(kept, names)
    short_id = _short_id(diary)
    written = own_words(diary, catalogue, names)
    words = (written if kept is diary else own_words(kept, catalogue, names)) if "words" in parts else None
    effects = "effects" in parts
    warnings = warning_signs(whole, catalogue, pointer=_pointer(written, words))
    if unit_phone:
        line = _("Number to call, as filled in on the patient’s computer: {number}.").format(number=unit_phone)
        warnings = warnings._replace(silence=(*warnings.silence, line))
    return Report(
        language=language,
        printed_at=printed_at.isoformat(timespec="seconds"),
        title=(_("Plasma exchange:"), _("the patient’s own report")),
        course=_course(diary),
        made_from=_made_from(diary),
        printed=_printed(printed_at),
        shown=shown(diary, request),
        label=Label(_("Patient label, or write by hand"), (_("Name"), _("Born"), _("Hospital no."))),
        running=Running(_running(diary, printed_at), _("Name")),
        last=last_session(diary, whole, catalogue),
        warnings=warnings,
        sessions=session_table(kept, visits, catalogue, names) if "sessions" in parts else None,
        grid=effect_grid(visits, catalogue) if effects else None,
        functions=functions(visits) if effects else None,
        words=words,
        questions=questions(diary.questions) if "questions" in parts else None,
        matters=mattering(diary.matters) if "matters" in parts else None,
        staff=_("Notes by staff"),
        notes=_unknown_keys(diary),
        footer=Footer(
            _("The patient’s own report. Not a clinical record. Not reviewed."),
            _version(catalogue),
            _("Page {page} of {pages} · diary {id}").replace("{id}", short_id),
            _("Diary {id}").format(id=short_id),
        ),
    )


def whose(diary: Diary) -> str:
    """``Course 4 to 18 May 2026. Diary 0d9c4b1a``, by which a page on paper is told from another."""
    days, words = _days(diary), _("Diary {id}").format(id=_short_id(diary))
    return _("Course {span}. {diary}").format(span=phrases.span(min(days), max(days)), diary=words) if days else words


def _course(diary: Diary) -> str:
    """``Course 4 to 18 May 2026. Sessions 1 to 5 done, 2 planned.``"""
    days = _days(diary)
    if not days:
        return _counts(diary)
    return _("Course {span}. {counts}").format(span=phrases.span(min(days), max(days)), counts=_counts(diary))


def _running(diary: Diary, printed_at: dt.datetime) -> str:
    """``Course 4 to 18 May 2026. Printed 14 May 2026, 09:12. Diary 0d9c4b1a``."""
    printed = _("{printed} Diary {id}").format(printed=_printed(printed_at), id=_short_id(diary))
    days = _days(diary)
    if not days:
        return printed
    return _("Course {span}. {printed}").format(span=phrases.span(min(days), max(days)), printed=printed)


def _version(catalogue: Catalogue) -> str:
    """Which program and which words of the guide made the page."""
    if not catalogue.version:
        return _("TPE Guide {version}").format(version=__version__)
    return _("TPE Guide {version}, words {words}").format(version=__version__, words=catalogue.version)


def _pointer(written: Words | None, shown: Words | None) -> str:
    """Where the patient’s own words may say more than was pressed; empty where there are none."""
    if not written:
        return ""
    if shown == written and not written.more:
        return _("The patient’s own words may say more: please read them below.")
    return _("The patient’s own words may say more. Not all of them are on this page.")


def _short_id(diary: Diary) -> str:
    return phrases.visible(diary.course.id[:SHORT_ID])


def _days(diary: Diary) -> list[dt.date]:
    days = [session.day for session in diary.sessions] or [entry.day for entry in diary.entries]
    return [*days, diary.course.started] if diary.course.started else days


def _counts(diary: Diary) -> str:
    numbers_of: dict[str, list[int]] = {"done": [], "planned": [], "missed": []}
    for session in diary.sessions:
        numbers_of[session.state].append(session.number)
    done = numbers_of["done"]
    undated = max(0, (diary.course.planned_sessions or 0) - len(diary.sessions))
    planned = len(numbers_of["planned"]) + undated
    parts = [
        _n("Session {numbers} done", "Sessions {numbers} done", len(done)).format(numbers=_numbers_done(diary))
        if done
        else _("No session done yet")
    ]
    if missed := len(numbers_of["missed"]):
        parts.append(_("{count} missed").format(count=missed))
    if planned:
        parts.append(_("{count} planned").format(count=planned))
    return _("{counts}.").format(counts=", ".join(parts))


def _numbers_done(diary: Diary) -> str:
    """The numbers of the sessions done: drawn together, or one by one where two have the same."""
    numbers = [session.number for session in diary.sessions if session.state == "done"]
    if len(set(numbers)) == len(numbers):
        return phrases.numbers(numbers)
    names = labels(diary.sessions)
    return phrases.join([names[one.id] for one in sorted(diary.sessions, key=in_time) if one.state == "done"])


def _made_from(diary: Diary) -> str:
    count = len(diary.entries)
    made = _n("Made from {count} diary entry", "Made from {count} diary entries", count).format(count=count)
    helped = sum(entry.reporter == "helper" for entry in diary.entries)
    if 0 < helped < count:
        made = _("{made}, {count} typed by a helper").format(made=made, count=helped)
    elif count:
        typed = _("{made}, typed by a helper") if helped else _("{made}, typed by the patient")
        made = typed.format(made=made)
    if late := sum(map(is_late, diary.entries)):
        made = _("{made}, {count} written on a later day").format(made=made, count=late)
    return _("{made}.").format(made=made)


def _printed(at: dt.datetime) -> str:
    return _("Printed {day}, {time} ({zone}).").format(
        day=phrases.full_day(at.date()), time=f"{at:%H:%M}", zone=phrases.zone(at)
    )


def _unknown_keys(diary: Diary) -> tuple[str, ...]:
    """One line that names what the file holds and this version cannot show."""
    places = unknown_keys(diary)
    if not places:
        return ()
    named = phrases.visible(", ".join(place[:PLACE_SHOWN] for place in places[:PLACES_NAMED]))
    if len(places) > PLACES_NAMED:
        named = _("{places} and {count} more").format(places=named, count=len(places) - PLACES_NAMED)
    return (_("The diary file also holds what this version cannot show: {places}.").format(places=named),)
