"""One picture of how often on a sheet of paper: the arrays, the words, who was counted, and where it comes from."""

from __future__ import annotations

from tpe_guide.pictures.odds.svg import array_svg, band_svg, mark_svg
from tpe_guide.pictures.odds.words import Group, OddsWords, Picture
from tpe_guide.summary.sheet import Sheet


def odds_sheet(words: OddsWords, picture: Picture, language: str) -> Sheet:
    """The sheet of *picture*."""
    shown = {
        "each": picture.each,
        "many": picture.mark == "dot",
        "groups": [_group(group, picture) for group in picture.groups],
        "about": [about._asdict() for about in picture.about],
        "caution": picture.caution,
        "how": words.how,
        "steps": list(words.steps),
    }
    return Sheet("odds.typ", language, picture.title, shown, picture.sources)


def _group(group: Group, picture: Picture) -> dict[str, object]:
    return {
        "name": group.name,
        "head": group.head,
        "text": group.text,
        "svg": array_svg(group.array, picture.mark),
        "alt": f"{picture.each} {group.spoken}",
        "band": {"svg": band_svg(group.array), "text": group.band, "most": f"{group.array.of:,}"}
        if group.band
        else None,
        "rows": [{"svg": mark_svg(picture.mark, row.kind), "text": row.text} for row in group.rows],
    }
