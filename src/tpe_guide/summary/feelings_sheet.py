"""The cards “What you may feel” on one sheet of paper: to lie beside the chair."""

from __future__ import annotations

from tpe_guide import paths
from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.art import coloured
from tpe_guide.pictures.drawing.svg import document, drawn
from tpe_guide.pictures.feelings.bar import bar
from tpe_guide.pictures.feelings.cards import Card, Cards
from tpe_guide.summary.sheet import Sheet

_BAR = (300.0, 15.0)
"""Its width and height, in units of its drawing."""


def feelings_sheet(cards: Cards, language: str) -> Sheet:
    """The sheet of all *cards*."""
    words = {
        "scale": _("Each bar shows how many of {of} sessions. Dashed and empty: no good count yet.").format(
            of=cards.of
        ),
        "why": _("Why:"),
        "do": _("Do now:"),
        "cards": [_on_paper(card) for card in cards.cards],
        "question": cards.at_once.question,
        "answer": cards.at_once.answer,
    }
    of_cards = (source for card in cards.cards for source in card.sources)
    sources = tuple(dict.fromkeys((*of_cards, *cards.at_once.sources)))
    return Sheet("feelings.typ", language, cards.title, words, sources)


def _on_paper(card: Card) -> dict[str, object]:
    shapes = bar(card.often, *_BAR)
    return {
        "icon": _sign(card),
        "name": card.name,
        "how_often": card.how_often,
        "bar": document((0, 0, *_BAR), map(drawn, shapes)),
        "notes": list(card.notes),
        "why": card.why,
        "do": card.all_to_do,
    }


def _sign(card: Card) -> str:
    """Its small scene in black and white, or its icon."""
    assets = paths.assets_dir()
    if card.drawing:
        return coloured((assets / "illustrations" / f"{card.drawing}.svg").read_text(encoding="utf-8"), "paper")
    svg = (assets / "icons" / f"{card.icon}.svg").read_text(encoding="utf-8")
    return svg[svg.index("<svg") :]
