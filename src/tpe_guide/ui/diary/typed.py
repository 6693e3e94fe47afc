"""What is being typed of a passcode."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Typed:
    """What has been typed of a passcode. It outlives a change of look, and is forgotten on leaving."""

    passcode: str = ""
    again: str = ""
    wrote_down: bool = False
    lines: dict[str, str] = field(default_factory=dict)
    """What was typed where a passcode is changed, by the name of each line."""
