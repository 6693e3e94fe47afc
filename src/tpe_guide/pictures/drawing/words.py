"""What the drawings show, in words, out of the compiled file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


class DrawingWords:
    """Reads ``drawings.<language>.json``, given as *data*; of what is not in it, nothing is said."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._drawings: Mapping[str, str] = data.get("drawings", {})
        self._parts: Mapping[str, str] = data.get("parts", {})

    def of(self, name: str, parts: Collection[str] = ()) -> str:
        """What the drawing *name* shows, and with those of its *parts* that are seen."""
        said = [self._drawings.get(name, ""), *(self._parts.get(part, "") for part in sorted(parts))]
        return " ".join(" ".join(words.split()) for words in said if words)
