"""The pointing board: for a session in which it is hard to speak. Pictures and words, to be shown with a finger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tpe_guide import paths
from tpe_guide.diary.catalogue import Catalogue, EffectKind
from tpe_guide.errors import NoSuchPage
from tpe_guide.guide.depth import blocks_at
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Callout, Paragraph
from tpe_guide.handout.drawings import pictures_of
from tpe_guide.handout.form import Form
from tpe_guide.handout.questions_form import plain
from tpe_guide.i18n import _
from tpe_guide.vocabulary.terms import EFFECTS, OTHER, USUAL_ACCESS, WARNING_SIGNS
from tpe_guide.vocabulary.words import severities, severity_anchors

SHOWS: Mapping[str, tuple[str, str]] = {
    "tingling": ("tingling", "spot-tingling"),
    "light-headed": ("light-headed", "spot-light-headed"),
    "taste": ("sour-taste", "spot-sour-taste"),
    "cold": ("feeling-cold", "spot-feeling-cold"),
    "nausea": ("feeling-sick", "spot-feeling-sick"),
    "tired": ("tired", "spot-tired"),
    "cramps": ("cramps", "spot-cramps"),
    "itch-rash": ("chills-and-itch", "spot-chills-and-itch"),
    "sore-site": ("sore-arm", "spot-sore-arm"),
}
"""The page about an effect, whose words to say are on the board, and its drawing. Others have an icon and a hint."""
_BODY = "body-feelings"
_BETWEEN_QUOTES = "” “"
"""Where a page has two things to say, the board has the first."""


def board(library: Library, catalogue: Catalogue) -> Form:
    """The board in the words of *library* and *catalogue*."""
    words = {
        "lead": _("Point to a picture. Whoever is with you can read the words aloud."),
        "needs": [_cell(_icon(icon), name, said) for icon, name, said in _needs()],
        "level_title": _("How bad is it?"),
        "levels": [
            [str(level), name, meaning]
            for level, (name, meaning) in enumerate(zip(severities(), severity_anchors(), strict=True))
        ],
        "feelings_title": _("What I feel"),
        "feelings": [_feeling(library, catalogue.kind(name)) for name in (*EFFECTS, OTHER)],
        "signs_title": _("Please come at once"),
        "signs_lead": _("Staff: these signs cannot wait."),
        "signs": [_cell(_icon(catalogue.kind(name).icon), catalogue.name(name), "") for name in WARNING_SIGNS],
        "body_title": _("Where is it?"),
        "body": next(iter(pictures_of(_BODY, USUAL_ACCESS, "paper")), ""),
        "body_alt": _("A person who leans back in a chair."),
    }
    return Form("board.typ", library.language, _("Pointing board"), library.version, words)


def _needs() -> Iterator[tuple[str, str, str]]:
    yield "check", _("Yes"), ""
    yield "x", _("No"), ""
    yield "circle-question-mark", _("I don’t know"), ""
    yield "hand-helping", _("Please come"), _("“Something feels new. Please come and look.”")
    yield "octagon-x", _("Stop"), _("“Please stop for a moment.”")
    yield "turtle", _("Slower"), _("“Please go slower.”")
    yield "zap", _("Pain"), _("“It hurts here.”")
    yield "toilet", _("Toilet"), _("“I need the toilet.”")
    yield "glass-water", _("Drink"), _("“May I have a drink?”")


def _feeling(library: Library, kind: EffectKind) -> dict[str, str]:
    page, drawing = SHOWS.get(kind.id, ("", ""))
    drawn = pictures_of(drawing, USUAL_ACCESS, "paper") if drawing else ()
    return _cell(drawn[0] if drawn else _icon(kind.icon), kind.name, _to_say(library, page) or kind.hint)


def _to_say(library: Library, page: str) -> str:
    """What the guide has to say about it; empty where it has nothing."""
    try:
        blocks = blocks_at(library.page(page), "full")
    except NoSuchPage:
        return ""
    for __, block in blocks:
        if isinstance(block, Callout) and block.kind == "say" and isinstance(block.blocks[0], Paragraph):
            first, between, __rest = plain(block.blocks[0].spans).partition(_BETWEEN_QUOTES)
            return first + ("”" if between else "")
    return ""


def _cell(svg: str, name: str, said: str) -> dict[str, str]:
    return {"svg": svg, "name": name, "said": said}


def _icon(name: str) -> str:
    svg = Path(paths.assets_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return svg[svg.index("<svg") :]
