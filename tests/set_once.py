"""Paper for tests that do not look at how it is set: what was set before is not set again."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

SETS = typst.Compiler
SHEETS = 100
"""Several times those that one file of tests looks at."""


class Compiler:
    """Sets as typst does, and knows what it set last: of the same input come the same bytes, as tests/summary sees."""

    def __init__(
        self, source: bytes, *, root: Path, font_paths: object, ignore_system_fonts: bool, sys_inputs: dict[str, str]
    ) -> None:
        assert ignore_system_fonts
        self._made = source, root, font_paths, frozenset(sys_inputs.items())

    def compile(self, **how: Any) -> Any:
        """The pages, as typst gives them."""
        standards = tuple(how.pop("pdf_standards", ()))
        return _set(*self._made, standards, frozenset(how.items()))


@lru_cache(SHEETS)
def _set(
    source: bytes,
    root: Path,
    fonts: Any,
    inputs: frozenset[tuple[str, str]],
    standards: tuple[str, ...],
    how: frozenset[tuple[str, Any]],
) -> Any:
    made = SETS(source, root=root, font_paths=fonts, ignore_system_fonts=True, sys_inputs=dict(inputs))
    wished: dict[str, Any] = dict(how) | ({"pdf_standards": [*standards]} if standards else {})
    return made.compile(**wished)
