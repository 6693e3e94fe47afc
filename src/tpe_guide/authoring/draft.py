"""One page as its author wrote it: front matter and body, each run of words knowing its line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import Link, plain
from tpe_guide.authoring.markup import Body, Markup
from tpe_guide.authoring.source import Data, read_text, split_front_matter, words_of
from tpe_guide.guide.model import PageAccess, Spans
from tpe_guide.i18n import _

_KEYS = dict.fromkeys(("id", "title", "next_review", "reviewed_by"), True) | dict.fromkeys(
    ("do", "question", "access"), False
)
"""Front matter: key → must be there."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One page: facts not yet numbered, links not yet followed. All spans are MarkedSpans."""

    path: Path
    id: str
    title: str
    next_review: dt.date | None
    reviewed_by: str
    question: str
    action: Spans
    body: Body
    front: Data
    access: PageAccess = ""

    @property
    def links(self) -> list[Link]:
        """Every reference to a word, a page or a picture."""
        return self.body.links


def read_draft(path: Path, markup: Markup, faults: Faults) -> Draft | None:
    """The page in *path*; None, with faults, if it has no front matter to name it."""
    text = read_text(path, faults)
    if text is None:
        return None
    front, body_text, first_line = split_front_matter(text, faults)
    body = markup.body(body_text, first_line, faults)
    if not front.value:
        return None
    _check_keys(front, path.stem, faults)
    action = markup.line(words_of(front, "do", faults, may_be_empty=True), front.line("do"), faults, body.links)
    if not plain(action):
        faults.add(front.line("do"), "NO-ACTION", _("“do” is to say the one thing to do after this page"))
    return Draft(
        path=path,
        id=path.stem,
        title=words_of(front, "title", faults),
        next_review=_review_date(front, faults),
        reviewed_by=words_of(front, "reviewed_by", faults, may_be_empty=True),
        question=words_of(front, "question", faults, may_be_empty=True),
        action=action,
        body=body,
        front=front,
        access=_access(front, faults),
    )


def _check_keys(front: Data, stem: str, faults: Faults) -> None:
    for key in front.value:
        if key not in _KEYS:
            faults.add(front.line(key), "UNKNOWN-KEY", _("unknown key “{key}”").format(key=key))
    for key, needed in _KEYS.items():
        if needed and key not in front.value:
            faults.add(1, "FRONT-MATTER", _("“{key}” is missing").format(key=key))
    if front.value.get("id", stem) != stem:
        faults.add(front.line("id"), "FRONT-MATTER", _("“id” must be the name of the file"))


def _access(front: Data, faults: Faults) -> PageAccess:
    access = front.value.get("access", "")
    if access in get_args(PageAccess):
        return cast(PageAccess, access)
    faults.add(front.line("access"), "FRONT-MATTER", _("“access” is “needles” or “line”, or is left out"))
    return ""


def _review_date(front: Data, faults: Faults) -> dt.date | None:
    date = front.value.get("next_review")
    if type(date) is dt.date:  # a datetime is a date too
        return date
    if "next_review" in front.value:
        message = _("“next_review” must be a date such as 2027-11-20")
        faults.add(front.line("next_review"), "FRONT-MATTER", message)
    return None
