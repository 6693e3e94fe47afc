"""What is done so that a start is short, and nowhere else. Each stays only while it moves the figure of ``make bench``.

- No garbage is looked for while modules are imported: what is imported stays. A twentieth of the time to print a page.
- The text of the first page is painted before bars, rail and drawings: ``ui.shell.session.Session.text_first``.
  25 ms, and 15 for a drawing.
- Errors name their facts without ``dataclasses`` (``errors``), and the first commands are known without ``argparse``
  (``cli``): 3 and 15 ms, for every start.
- Modules are imported where they are used.
"""

from __future__ import annotations

import gc


def begin() -> None:
    """The process has begun: look for no garbage until ``finish``."""
    gc.disable()


def finish() -> None:
    """All is imported that the start needs. It is no garbage, and never will be; what comes may be."""
    gc.freeze()
    gc.enable()


def end() -> None:
    """The process is about to end: it is not worth looking for garbage now."""
    gc.freeze()
