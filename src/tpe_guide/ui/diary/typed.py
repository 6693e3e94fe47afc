"""What is typed to open a diary, or to say how it opens: it outlives a change of look, and no more."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Typed:
    """What has been typed of a passcode, or of a recovery sheet. It is forgotten on leaving."""

    passcode: str = ""
    again: str = ""
    wrote_down: bool = False
    lines: dict[str, str] = field(default_factory=dict)
    """What was typed where a passcode is changed, by the name of each line."""
    by_sheet: bool = False
    """The recovery sheet is to open the diary."""
    sheet_words: str = ""
    sheet_key: bytes | None = None
    """What they say, proven to be the key of this diary."""

    def forget_sheet(self) -> None:
        """Forget the words of the sheet."""
        self.by_sheet, self.sheet_words, self.sheet_key = False, "", None
        self.lines.clear()
