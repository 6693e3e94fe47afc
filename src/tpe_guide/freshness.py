"""In a checkout the words may have changed since they were compiled: ask once at the start, and compile them then.

An installed program or a bundle holds the guide as it was built, and never asks.
"""

from __future__ import annotations

from tpe_guide import paths, terminal
from tpe_guide.errors import CannotWrite
from tpe_guide.guide.stamp import faults_if_fresh


def bring_up_to_date() -> None:
    """Compile the guide where a checkout has changed since; its faults go to standard error.

    A checkout that cannot be written shows what it has.
    """
    if not paths.in_checkout():
        return
    content, compiled = paths.content_dir(), paths.compiled_dir()
    rows = faults_if_fresh(content, compiled)
    if rows is None:
        from tpe_guide.authoring.compile import compile_all

        try:
            rows = compile_all(content, compiled)
        except (CannotWrite, OSError):
            return
    for row in rows:
        terminal.complain(row)
