"""The recovery sheet on one sheet of paper: the key of a diary in 24 words, in a square code, and as tools take it."""

from __future__ import annotations

import datetime as dt

from tpe_guide.diary import recovery
from tpe_guide.i18n import _
from tpe_guide.summary.sheet import Sheet
from tpe_guide.vocabulary.days import day_words

COLUMNS = 3


def recovery_sheet(key: bytes, day: dt.date, language: str) -> Sheet:
    """The sheet of the diary with *key*, made on *day*. It names nobody."""
    words = recovery.words_of(key)
    rows = len(words) // COLUMNS
    numbered = [{"number": number, "word": word} for number, word in enumerate(words, start=1)]
    return Sheet(
        "recovery.typ",
        language,
        _("Recovery sheet of a diary"),
        {
            "lead": _("These 24 words open the diary when its passcode is lost, or the file that holds its key."),
            "mark": _("Sheet {mark}").format(mark=recovery.mark_of(key)),
            "dated": _("Made on {day}").format(day=day_words(day)),
            "columns": [numbered[at : at + rows] for at in range(0, len(words), rows)],
            "svg": _square(words),
            "alt": _("A square code that holds the 24 words."),
            "square": _("The square holds the same words. A hand scanner types them for you."),
            "use": _("When you need it"),
            "steps": (
                _("Open TPE Guide and go to your diary."),
                _("Press “Use my recovery sheet”."),
                _("Type the words in their order. The first four letters of each are enough."),
            ),
            "keep": _("Keep it as you keep a key"),
            "rules": (
                _("Whoever has this sheet and the diary can open it, whatever passcode is chosen later."),
                _("Keep it away from the computer. Take no photo of it."),
                _("There is no name on it, and nothing from the diary."),
            ),
            "where": _("Kept where"),
            "helper": _("For a helper with a SQLCipher 4 tool: this is the raw key of diary.db, without the spaces."),
            "hex": _grouped(key),
            "made": _("From TPE Guide."),
            "footer": "",
        },
    )


def _square(words: tuple[str, ...]) -> str:
    """In capitals, which take a third less room: the squares are larger then. The field takes any letters."""
    import segno

    code = segno.make_qr(" ".join(words).upper(), error="m")
    svg: str = code.svg_inline(border=0, dark="#000000", light="#ffffff", omitsize=True)
    return svg


def _grouped(key: bytes) -> str:
    """*key* as SQLCipher takes it, in parts that an eye can hold."""
    digits = key.hex()
    parts = " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))
    return f"x'{parts}'"
