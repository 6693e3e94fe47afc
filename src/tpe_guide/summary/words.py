"""What the patient wrote, unedited: notes, words about effects, questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tpe_guide.diary.model import Diary, EffectReport, Entry, ExchangeSession, Matters, Question
from tpe_guide.i18n import _
from tpe_guide.summary import phrases
from tpe_guide.summary.names import Catalogue
from tpe_guide.summary.report import Ask, Mattering, Questions, Quote, Words
from tpe_guide.summary.visits import when
from tpe_guide.vocabulary.terms import OTHER
from tpe_guide.vocabulary.words import severities

QUOTED = 60
"""The most quotes on paper; the page says how many more the diary holds."""
ASKED = 60


class Said(NamedTuple):
    """A quote and where it stands in time."""

    day: dt.date
    instant: float
    quote: Quote


def own_words(diary: Diary, catalogue: Catalogue, names: Mapping[str, str]) -> Words | None:
    """Everything written, newest first; None when nothing was. *names*: what each session is called, by its id."""
    said = [item for session in diary.sessions for item in _about_session(session, names[session.id])]
    for entry in diary.entries:
        said.extend(_in_entry(entry, names.get(entry.session or "", ""), catalogue))
    if not said:
        return None
    said.sort(key=lambda item: item[:2], reverse=True)
    quotes = tuple(item.quote for item in said)
    return Words(_("In the patient’s own words"), quotes[:QUOTED], _more(len(quotes), QUOTED))


def questions(asked: Sequence[Question]) -> Questions:
    """The questions still open, then those already asked."""
    ordered = sorted(asked, key=lambda question: question.asked)
    written = [(text, question.asked) for question in ordered if (text := phrases.visible(question.text))]
    items = tuple(Ask(text, asked) for text, asked in written)
    return Questions(_("Questions for the team"), items[:ASKED], _("asked"), _more(len(items), ASKED))


def mattering(matters: Matters) -> Mattering | None:
    """What matters to the patient and how ready they feel; None when they said neither."""
    values = tuple(text for value in matters.values if (text := phrases.visible(value.text)))
    ready = tuple(Ask(text, one.yes) for one in matters.ready if (text := phrases.visible(one.question)))
    if not values and not ready:
        return None
    return Mattering(
        _("What matters to the patient"),
        values[:ASKED],
        _("Is the patient ready to decide?"),
        ready[:ASKED],
        _("not yet"),
    )


def _about_session(session: ExchangeSession, name: str) -> Iterator[Said]:
    if phrases.visible(session.note):
        source = _("About session {number}, {day}").format(number=name, day=phrases.week_day(session.day))
        yield Said(session.day, 0.0, _quote(session.note, source))


def _in_entry(entry: Entry, session: str, catalogue: Catalogue) -> Iterator[Said]:
    instant = entry.recorded_at.timestamp()
    source = when(entry, session)
    if phrases.visible(entry.note):
        yield Said(entry.day, instant, _quote(entry.note, _by(entry, source)))
    for report in entry.effects:
        if phrases.visible(report.words):
            about = _("{when}, about: {effect}").format(when=source, effect=_effect(report, catalogue))
            yield Said(entry.day, instant, _quote(report.words, _by(entry, about)))


def _effect(report: EffectReport, catalogue: Catalogue) -> str:
    level = phrases.lower_first(severities()[report.severity])
    name = _("something else") if report.effect == OTHER else phrases.lower_first(catalogue.name(report.effect))
    return _("{effect}, {level} {severity}").format(effect=name, level=report.severity, severity=level)


def _by(entry: Entry, source: str) -> str:
    return _("{source}, typed by a helper").format(source=source) if entry.reporter == "helper" else source


def _quote(text: str, source: str) -> Quote:
    return Quote(_("“{words}”").format(words=phrases.visible(text)), source)


def _more(count: int, shown: int) -> str:
    if count <= shown:
        return ""
    return _("{count} more are in the diary file.").format(count=count - shown)
